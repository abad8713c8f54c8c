import type { Cell } from '../kpi/issue.ts';
import { choiceKey, choiceWord } from './choices.ts';
import { numberFormatAt, unitFormat } from './formats.ts';
import type { SheetPlace } from './map.ts';
import { UNITS } from './sheets/choices.ts';
import { sheetTemplate } from './sheets/index.ts';
import type { SheetsRequest } from './sheets-api.ts';
import { cells, type RowValues, type Table, type TableChange } from './table.ts';
import type { Language } from './template.ts';

/** The catalogue calls a ratio that is no share "times". */
const keyOf = (unit: string): string => (unit === 'times' ? 'ratio' : unit);

/**
 * A unit as it stands in a cell.
 * @param unit Unit of the metric catalogue or of the KPI tree.
 * @param language Language of the workbook.
 * @example unitWord('times', 'en') //=> 'ratio'
 */
export const unitWord = (unit: string, language: Language): string =>
  choiceWord(UNITS, keyOf(unit), language);

/** Whether a cell names a unit, in any language. */
export const namesUnit = (cell: Cell | undefined, unit: string): boolean =>
  choiceKey(UNITS, cell) === keyOf(unit);

/** Rows of the sheet, from 0, with what they hold once the change is made. */
function changedRows(change: Omit<TableChange, 'sheet'>, table: Table | undefined, firstFree: number) {
  const updated = change.updates.map(({ index, values }) => ({
    row: index + 1,
    held: (key: string): Cell => values[key] ?? (table && cells(table, key)[index]) ?? null,
    values,
  }));
  const added = change.appends.map((values, i) => ({
    row: firstFree + i,
    held: (key: string): Cell => values[key] ?? null,
    values,
  }));
  return [...updated, ...added] as readonly {
    row: number;
    held: (key: string) => Cell;
    values: RowValues;
  }[];
}

/**
 * Number formats of the rows whose unit a change writes.
 * @param place The sheet.
 * @param table The sheet as read.
 * @param change What is appended and updated.
 * @param firstFree Sheet row of the first that is appended, from 0.
 * @returns A request for each row and column; none for a sheet without such columns.
 */
export function unitFormats(
  place: SheetPlace,
  table: Table | undefined,
  change: Omit<TableChange, 'sheet'>,
  firstFree: number,
): SheetsRequest[] {
  const columns = sheetTemplate(place.key).columns.filter(({ inUnit }) => inUnit === true);
  if (columns.length === 0) return [];
  return changedRows(change, table, firstFree).flatMap(({ row, held, values }) => {
    const unit = choiceKey(UNITS, values.unit);
    if (unit === null) return [];
    const size = columns.map(({ key }) => held(key)).find((value) => typeof value === 'number');
    const numberFormat = unitFormat(unit, typeof size === 'number' ? size : null);
    return columns.flatMap(({ key }): SheetsRequest[] => {
      const column = place.columns.get(key);
      return column === undefined ? [] : [numberFormatAt(place.sheetId, row, column, numberFormat)];
    });
  });
}
