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

function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
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
