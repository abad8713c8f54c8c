/** Whether a later state of a document needs another calculation. */
import { cellOf } from '../document/cell.ts';
import type { SheetState, StoredCell } from '../document/model.ts';
import type { Inputs } from './inputs.ts';

/**
 * Whether two calculations must come to the same values: what formulas read, and where they stand or may spill, is
 * the same. Changes in other columns, of colours, notes and rules do not count.
 */
export function sameInputs(one: Inputs, other: Inputs): boolean {
  if (one.isVolatile || !sameParts(one, other)) return false;
  return one.sheets.every((sheet, index) =>
    sameSheet(sheet, other.sheets[index]!, columnsOf(one, other, sheet)),
  );
}

/** Whether locale, zone, named ranges and the number of sheets are the same. */
export function sameParts(one: Inputs, other: Inputs): boolean {
  if (one.sheets.length !== other.sheets.length) return false;
  return one.parts.every((part, index) => part === other.parts[index]);
}

/** The columns that either calculation looks at; undefined where that is all of them. */
function columnsOf(one: Inputs, other: Inputs, { sheetId }: SheetState): number[] | undefined {
  const [a, b] = [one.columns.get(sheetId), other.columns.get(sheetId)];
  return a && b ? [...new Set([...a, ...b])] : undefined;
}

function sameSheet(one: SheetState, other: SheetState, columns: readonly number[] | undefined): boolean {
  if (one === other) return true;
  return sameGrid(one, other) && sameCells(one.cells, other.cells, columns);
}

/** Whether two states of a sheet are alike but for their cells. */
export function sameGrid(one: SheetState, other: SheetState): boolean {
  return (
    one.sheetId === other.sheetId &&
    one.title === other.title &&
    one.rowCount === other.rowCount &&
    one.columnCount === other.columnCount &&
    one.merges === other.merges &&
    sameList(one.rows, other.rows)
  );
}

function sameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

type Rows = SheetState['cells'];

function sameCells(one: Rows, other: Rows, columns: readonly number[] | undefined): boolean {
  if (one === other) return true;
  for (let row = 0; row < Math.max(one.length, other.length); row++) {
    const [a, b] = [one[row], other[row]];
    if (a === b) continue;
    if (columns ? !columns.every((column) => sameCell(a?.[column], b?.[column])) : !sameRow(a, b))
      return false;
  }
  return true;
}

function sameRow(one: Rows[number] | undefined, other: Rows[number] | undefined): boolean {
  for (let column = 0; column < Math.max(one?.length ?? 0, other?.length ?? 0); column++) {
    if (!sameCell(one?.[column], other?.[column])) return false;
  }
  return true;
}

/** Of a format, functions see whether it is that of a date. */
export function sameCell(one: StoredCell | undefined, other: StoredCell | undefined): boolean {
  if (one === other) return true;
  if (one !== undefined && other !== undefined && typeof one !== 'object' && typeof other !== 'object')
    return false;
  const [a, b] = [cellOf(one), cellOf(other)];
  return (
    JSON.stringify(a?.value) === JSON.stringify(b?.value) &&
    JSON.stringify(a?.format?.numberFormat) === JSON.stringify(b?.format?.numberFormat)
  );
}
