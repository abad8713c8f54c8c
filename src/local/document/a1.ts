import type { Rect } from './model.ts';

/** Column letters of a zero-based index: 0 → `A`, 26 → `AA`. */
export const columnName = (index: number): string => {
  let name = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
};

/** Zero-based index of column letters in any case: `A` → 0, `aa` → 26. */
export const columnIndex = (name: string): number => {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
};

const PLAIN_TITLE = /^[A-Za-z_][A-Za-z0-9_.]*$/;
const LOOKS_LIKE_CELL = /^([A-Za-z]{1,3}\d+|R\d*C\d*)$/i;

/** A sheet title as it stands before `!`: quoted unless it is a plain ASCII word that cannot be taken for a cell. */
export const quoteTitle = (title: string): string =>
  PLAIN_TITLE.test(title) && !LOOKS_LIKE_CELL.test(title) ? title : `'${title.replace(/'/g, "''")}'`;

/** `A1:B2` of a bounded rectangle, `A1` of one cell. */
export const printRect = (rect: Rect): string => {
  const start = columnName(rect.startColumn) + (rect.startRow + 1);
  const end = columnName(rect.endColumn - 1) + rect.endRow;
  return start === end ? start : `${start}:${end}`;
};

/** `Sheet1!A1:B2`, as the API prints ranges. */
export const printRange = (title: string, rect: Rect): string => `${quoteTitle(title)}!${printRect(rect)}`;

/** A range as written: open ends are undefined. */
export type OpenRange = { startRow?: number; endRow?: number; startColumn?: number; endColumn?: number };

/**
 * A range as the API prints one with open ends: `A1001:B` has no last row, `AA1:2` no last column.
 * @param columnCount Columns of the grid, for a range that names none.
 */
export const printOpenRange = (range: OpenRange, columnCount: number): string => {
  const anyColumn = range.startColumn !== undefined || range.endColumn !== undefined;
  const endColumn = anyColumn ? range.endColumn : columnCount;
  const start = columnName(range.startColumn ?? 0) + ((range.startRow ?? 0) + 1);
  const end = (endColumn === undefined ? '' : columnName(endColumn - 1)) + (range.endRow ?? '');
  return end === '' || end === start ? start : `${start}:${end}`;
};
export type ParsedA1 = {
  sheet?: string;
  range?: OpenRange /** Text that is no cell range: a sheet or named range. */;
  word?: string;
};

const CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/;
const R1C1 = /^R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/i;

const corner = (text: string): { column?: number; row?: number } | undefined => {
  const match = CORNER.exec(text);
  if (!match || (!match[1] && !match[2])) return undefined;
  const made: { column?: number; row?: number } = {};
  if (match[1]) made.column = columnIndex(match[1]);
  if (match[2]) made.row = Number(match[2]) - 1;
  return made;
};

const span = (a: number | undefined, b: number | undefined): [number | undefined, number | undefined] => {
  if (a === undefined && b === undefined) return [undefined, undefined];
  if (a === undefined || b === undefined) return [a ?? b, undefined];
  return [Math.min(a, b), Math.max(a, b) + 1];
};

const fromSpans = (
  rows: readonly [number | undefined, number | undefined],
  columns: readonly [number | undefined, number | undefined],
): OpenRange => ({
  ...(rows[0] === undefined ? {} : { startRow: rows[0] }),
  ...(rows[1] === undefined ? {} : { endRow: rows[1] }),
  ...(columns[0] === undefined ? {} : { startColumn: columns[0] }),
  ...(columns[1] === undefined ? {} : { endColumn: columns[1] }),
});

/** The cells of `A1`, `A1:B2`, `A:B`, `1:2`, `A2:B` or `R1C1:R2C2`; undefined when the text is none of them. */
export const parseCells = (text: string): OpenRange | undefined => {
  const rc = R1C1.exec(text);
  if (rc) {
    const at = (i: number, j: number) => Number(rc[i] ?? rc[j]) - 1;
    if (at(1, 1) < 0 || at(2, 2) < 0) return undefined;
    return fromSpans(span(at(1, 1), at(3, 1)), span(at(2, 2), at(4, 2)));
  }
  const parts = text.split(':');
  if (parts.length > 2) return undefined;
  const a = corner(parts[0] ?? '');
  if (!a) return undefined;
  if (parts.length === 1) {
    if (a.column === undefined || a.row === undefined) return undefined;
    return fromSpans(span(a.row, a.row), span(a.column, a.column));
  }
  const b = corner(parts[1] ?? '');
  if (!b) return undefined;
  if (a.column === undefined && a.row !== undefined && b.row === undefined) return undefined;
  return fromSpans(span(a.row, b.row), span(a.column, b.column));
};

/**
 * Takes an A1 text apart; says nothing about whether the sheet is there.
 * @example parseA1("'My sheet'!A2:B") → { sheet: 'My sheet', range: { startRow: 1, startColumn: 0, endColumn: 2 } }
 */
export const parseA1 = (text: string): ParsedA1 | undefined => {
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(text);
  if (quoted) return withSheet((quoted[1] ?? '').replace(/''/g, "'"), quoted[2]);
  const bang = text.lastIndexOf('!');
  if (bang >= 0) return withSheet(text.slice(0, bang), text.slice(bang + 1));
  const range = parseCells(text);
  return range ? { range, word: text } : { word: text };
};

const withSheet = (sheet: string, cells: string | undefined): ParsedA1 | undefined => {
  if (cells === undefined) return { sheet };
  const range = parseCells(cells);
  if (range) return { sheet, range };
  return cells === '' ? undefined : { sheet, word: cells };
};

/**
 * Whether two titles of sheets are one to Google, which does not tell their case apart.
 * @example sameTitle('Sheet1', 'sheet1') // true
 */
export const sameTitle = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
