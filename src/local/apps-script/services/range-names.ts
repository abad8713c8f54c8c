/** A1 names of cells and blocks, as the selection uses them. */

export type Block = { row: number; column: number; rows: number; columns: number };

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Splits a sheet name from the rest: `'My sheet'!A1` → `My sheet` and `A1`. */
export function splitSheet(a1: string): { sheet?: string; cells: string } {
  const quoted = /^'((?:[^']|'')*)'!(.+)$/.exec(a1);
  if (quoted) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), cells: quoted[2] ?? '' };
  const plain = /^([^'!]+)!(.+)$/.exec(a1);
  return plain ? { sheet: plain[1] ?? '', cells: plain[2] ?? '' } : { cells: a1 };
}

/**
 * Reads `B2`, `B2:D9`, `A:C` or `2:3` within a grid; rows and columns count from 1.
 *
 * @returns undefined when it is no such name
 * @example parseA1('B2:C4', 100, 26) // { row: 2, column: 2, rows: 3, columns: 2 }
 */
export function parseA1(cells: string, rowCount: number, columnCount: number): Block | undefined {
  const match = /^\$?([A-Za-z]{0,3})\$?(\d*)(?::\$?([A-Za-z]{0,3})\$?(\d*))?$/.exec(cells.trim());
  if (!match) return undefined;
  const [, letters1 = '', digits1 = '', letters2, digits2] = match;
  const single = !cells.includes(':');
  if (single && (letters1 === '' || digits1 === '')) return undefined;
  if (!single && letters1 === '' && digits1 === '') return undefined;
  const row = digits1 === '' ? 1 : Number(digits1);
  const column = letters1 === '' ? 1 : columnNumber(letters1);
  const lastRow = single ? row : digits2 ? Number(digits2) : rowCount;
  const lastColumn = single ? column : letters2 ? columnNumber(letters2) : columnCount;
  return {
    row: Math.min(row, lastRow),
    column: Math.min(column, lastColumn),
    rows: Math.abs(lastRow - row) + 1,
    columns: Math.abs(lastColumn - column) + 1,
  };
}

/** The A1 name of a block, such as `B2:C4`, or `B2` for a single cell. */
export function formatA1(block: Block): string {
  const first = `${columnLetters(block.column)}${block.row}`;
  if (block.rows === 1 && block.columns === 1) return first;
  return `${first}:${columnLetters(block.column + block.columns - 1)}${block.row + block.rows - 1}`;
}
