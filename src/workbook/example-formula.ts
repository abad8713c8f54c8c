import { columnLetters } from './a1.ts';
import { habitsOf } from './habits.ts';

/**
 * A formula as people of a locale write it.
 * @param example Formula with semicolons between arguments, as it may be typed in every locale.
 * @param locale Locale of a spreadsheet, such as `de_DE`.
 * @returns With commas where the locale's decimal mark is a point; texts in quotes stay.
 * @example formulaIn('=KPI_UTM(A2:A; "a; b")', 'en_US') //=> '=KPI_UTM(A2:A, "a; b")'
 */
export function formulaIn(example: string, locale: string): string {
  if (habitsOf(locale).mark === ',') return example;
  return example.replace(/"[^"]*"|;/g, (piece) => (piece === ';' ? ',' : piece));
}

const REFERENCE = /(?<![A-Z0-9_"])\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d*))?(?![A-Z0-9_("])/g;

/**
 * An example as it stands in a row: its rows begin there, so that results stand beside their figures and a column of them
 * has room down to the last row. Cells of the first row, such as a day to look from, stay.
 * @param example Formula whose ranges begin in row 2.
 * @param row Row from 0.
 * @example formulaAt('=KPI_PACE(B2:B; C2:C; H1)', 6) //=> '=KPI_PACE(B7:B; C7:C; H1)'
 */
export function formulaAt(example: string, row: number): string {
  const down = Math.max(0, row - 1);
  return example.replace(/"[^"]*"|[^"]+/g, (piece) =>
    piece.startsWith('"')
      ? piece
      : piece.replace(REFERENCE, (reference) =>
          reference.replace(/\d+/g, (digits) => (digits === '1' ? digits : String(Number(digits) + down))),
        ),
  );
}

function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/**
 * Whether a formula refers to a cell of its own sheet, so that it cannot stand there.
 * @param formula Formula with references of its own sheet only.
 * @param row Row of the cell from 0.
 * @param column Column from 0.
 * @example refersTo('=KPI_DUE(G2:G; J1)', 4, 6) //=> true
 */
export function refersTo(formula: string, row: number, column: number): boolean {
  return [...formula.replace(/"[^"]*"/g, '""').matchAll(REFERENCE)].some(([, first, top, last, bottom]) => {
    const [left, right] = [columnIndex(first ?? ''), columnIndex(last ?? first ?? '')];
    const from = Number(top) - 1;
    const to = last === undefined ? from : bottom === '' ? Number.POSITIVE_INFINITY : Number(bottom) - 1;
    return column >= left && column <= right && row >= from && row <= to;
  });
}

/**
 * Name of a cell, row and column from 0.
 * @example cellName(1, 6) //=> 'G2'
 */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/**
 * The last cell of a range in A1 form.
 * @param cell Such as `G2` or `A1:G2`.
 * @returns Row and column from 0.
 * @example gridOf('G2') //=> { row: 1, column: 6 }
 */
export function gridOf(cell: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /([A-Z]{1,3})(\d{1,8})$/.exec(cell) ?? [];
  return { row: Number(digits) - 1, column: columnIndex(letters) };
}
