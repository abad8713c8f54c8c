/** Text that another program has put on the clipboard, as rows of cells. */

/** A cell in quotes or without, and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/gy;

/**
 * Reads text with a tab between cells. Spreadsheet programs put quotes around a cell that has line breaks, tabs or
 * quotes of its own, and a line break after the last row.
 * @param text As it was copied.
 * @returns At least one row with one cell.
 * @example pastedRows('a\t"two\nlines"\r\n') // [['a', 'two\nlines']]
 */
export function pastedRows(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of lines.matchAll(CELL)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : unquoted(quoted));
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows;
}

/** Quotes around a text that needs none were there before it was copied. */
const unquoted = (text: string): string => (/[\t\n"]/.test(text) ? text.replaceAll('""', '"') : `"${text}"`);
