// Headers stand in row 1. People put titles above them, sort the whole sheet with them, or delete them; columns stay
// known by their marks, but then the first row of data would be taken for the headers, or the headers for data.
import type { Cell, Issue } from '../kpi/issue.ts';
import { dateOfCellText, textOfCell } from './cells.ts';
import { choiceKey } from './choices.ts';
import type { SheetPlace } from './map.ts';
import { sheetTemplate } from './sheets/index.ts';
import { SETTINGS } from './sheets/settings.ts';
import { type ColumnTemplate, isWordOf } from './template.ts';

/** Columns of a sheet from their first cell on, by key. */
type Whole = Readonly<Record<string, readonly Cell[]>>;

/**
 * Whether a cell is the header of a column, in any language; a total may stand in a line below its title.
 * @param column Column of the template.
 * @param cell Cell as read.
 */
export function isHeader(column: ColumnTemplate, cell: Cell | undefined): boolean {
  return typeof cell === 'string' && isWordOf(column.header, cell.split('\n')[0] ?? '');
}

/** What stands in a cell is a value of the column, and no header that someone gave it. */
function isData(sheet: string, column: ColumnTemplate, cell: Cell | undefined): boolean {
  if (column.formula !== undefined || cell === undefined || cell === null) return false;
  if (column.choices !== undefined) return choiceKey(column.choices, cell) !== null;
  if (sheet === 'settings' && column.key === 'key') return SETTINGS.some(({ key }) => key === cell);
  if (column.type === 'date' || column.type === 'datetime') return typeof dateOfCellText(cell) === 'number';
  return typeof cell === 'number';
}

/** The row that holds most headers, if it holds as many as no row of data would; from 0. */
function headerRow(columns: readonly ColumnTemplate[], whole: Whole): number | undefined {
  const counts = new Map<number, number>();
  for (const column of columns) {
    (whole[column.key] ?? []).forEach((cell, row) => {
      if (isHeader(column, cell)) counts.set(row, (counts.get(row) ?? 0) + 1);
    });
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= Math.min(2, columns.length) ? best[0] : undefined;
}

/**
 * Why the headers of a sheet are not where they should be.
 * @param place Where the sheet and its columns are.
 * @param whole Its columns as read, header cells first.
 * @returns HEADER_MOVED with the row of the headers, HEADER_LOST where row 1 holds data; undefined where row 1 holds
 *   headers, be they renamed, translated or emptied.
 */
export function headerFault(place: SheetPlace, whole: Whole): Issue | undefined {
  const columns = sheetTemplate(place.key).columns.filter(({ key }) => whole[key] !== undefined);
  if (columns.some((column) => isHeader(column, whole[column.key]?.[0]))) return undefined;
  const row = headerRow(columns, whole);
  if (row !== undefined && row > 0) {
    return {
      code: 'HEADER_MOVED',
      at: { sheet: place.title },
      found: String(row + 1),
      values: { row: row + 1 },
    };
  }
  const lost = columns.find((column) => isData(place.key, column, whole[column.key]?.[0]));
  if (lost === undefined) return undefined;
  const found = textOfCell(whole[lost.key]?.[0]);
  return { code: 'HEADER_LOST', at: { sheet: place.title }, found };
}
