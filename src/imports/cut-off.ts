import type { TextTable } from '../files/table.ts';
import { readNumber } from '../workbook/numbers.ts';
import { isShort } from './checks.ts';
import type { Recognition } from './recognise.ts';
import { isBlankRow, totalsOf } from './totals.ts';

/**
 * A file that was cut off ends within a row: its last row alone is shorter than the header. (Some programs leave out
 * empty cells at the end of a row; then others are short too.)
 */
function shortLastRow(table: TextTable, { headerRow, format }: Recognition): number | null {
  if (format.stacked) return null; // its tables differ in width
  const width = table.rows[headerRow]!.length;
  let last = table.rows.length - 1;
  while (last > headerRow && isBlankRow(table.rows[last]!)) last--;
  if (last <= headerRow || table.rows[last]!.length >= width) return null;
  for (let row = headerRow + 1; row < last; row++) {
    if (table.rows[row]!.length < width && !isBlankRow(table.rows[row]!)) return null;
  }
  return last + 1;
}

const rowsBelow = ({ rows }: TextTable, { headerRow }: Recognition): TextTable['rows'] =>
  rows.slice(headerRow + 1);

/**
 * A cut within the last cell leaves a row that looks whole. Then the file ends without a line end, and its rows fall
 * short of its own total.
 */
function cutOffInLastCell(table: TextTable, recognition: Recognition): boolean {
  const { columns, format } = recognition;
  const figure = columns.find(({ column }) => column.field === format.totalField);
  if (!table.unfinished || figure === undefined) return false;
  const isTotal = totalsOf(recognition, format, rowsBelow(table, recognition));
  let total = 0;
  let sum = 0;
  let count = 0;
  for (let row = recognition.headerRow + 1; row < table.rows.length; row++) {
    const cells = table.rows[row]!;
    const value = readNumber((cells[figure.index] ?? '').trim(), '.') ?? 0;
    if (isTotal(cells)) total = value;
    else sum += value;
    count++;
  }
  return count < (format.rowLimit ?? Number.POSITIVE_INFINITY) && isShort(sum, total);
}

/**
 * Whether anything at all stands below the headers, were it only a total.
 * @param table Table of the file.
 * @param headerRow Where its headers stand, from 0.
 */
export function hasCells(table: TextTable, headerRow: number): boolean {
  return table.rows.some((row, index) => index > headerRow && !isBlankRow(row));
}

/**
 * Whether anything but totals and blank rows stands below the headers.
 * @param table Table of the file.
 * @param recognition Where its headers stand.
 * @returns Whether there is a row to read.
 */
export function hasRows(table: TextTable, recognition: Recognition): boolean {
  const isTotal = totalsOf(recognition, recognition.format, rowsBelow(table, recognition));
  return table.rows.some((row, index) => index > recognition.headerRow && !isBlankRow(row) && !isTotal(row));
}

/**
 * Where a file was cut off.
 * @param table Table of the file.
 * @param recognition Where its headers and columns stand.
 * @returns Row of the table, from 1, within which it ends; null when it looks whole.
 */
export function cutOffRow(table: TextTable, recognition: Recognition): number | null {
  if (table.sampled === true) return null;
  const short = shortLastRow(table, recognition);
  if (short !== null) return short;
  return cutOffInLastCell(table, recognition) ? table.rows.length : null;
}
