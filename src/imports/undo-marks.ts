import type { Cell } from '../kpi/issue.ts';
import { sheetTemplate } from '../workbook/sheets/index.ts';
import { cells, type RowValues, type Table } from '../workbook/table.ts';

/** A cell of the hidden sheet holds 50,000 characters; a mark has at most 13 and a space. */
const MARKS_IN_ONE = 3000;

/** A number that texts share once in four billion times. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
  return value >>> 0;
}

/** The last digits of a number are lost on its way through a sheet. */
const textOf = (cell: Cell | undefined): string =>
  typeof cell === 'number' ? String(Number(cell.toPrecision(10))) : String(cell ?? '');

/** Says in a few characters what stands in a row, so that a change shows without keeping the row. */
function marker(sheet: string): (at: (key: string) => Cell | undefined) => string {
  const own = sheetTemplate(sheet)
    .columns.filter(({ formula, managed }) => formula === undefined && managed !== true)
    .map(({ key }) => key);
  return (at) => {
    const text = own.map((key) => textOf(at(key))).join('\u001f');
    return hash(text, 2_166_136_261).toString(36) + hash(text, 84_696_351).toString(36);
  };
}

/**
 * Marks of the rows that an import adds.
 * @param sheet Key of the sheet.
 * @param appends The rows.
 * @returns Marks with spaces between them, each text short enough for a cell; one empty text for no rows, which says
 *   that the import added none.
 */
export function marksOf(sheet: string, appends: readonly RowValues[]): string[] {
  const mark = marker(sheet);
  const marks = appends.map((row) => mark((key) => row[key]));
  const texts = [marks.slice(0, MARKS_IN_ONE).join(' ')];
  for (let at = MARKS_IN_ONE; at < marks.length; at += MARKS_IN_ONE)
    texts.push(marks.slice(at, at + MARKS_IN_ONE).join(' '));
  return texts;
}

/**
 * Whether rows are as an import wrote them.
 * @param table The sheet as it is now.
 * @param texts From `marksOf`.
 * @returns A function of the row.
 */
export function isMarked(table: Table, texts: readonly string[]): (index: number) => boolean {
  const mark = marker(table.key);
  const known = new Set(texts.flatMap((text) => text.split(' ')));
  return (index) => known.has(mark((key) => cells(table, key)[index]));
}
