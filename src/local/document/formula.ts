import { columnIndex, columnName, quoteTitle, sameTitle } from './a1.ts';
import { type Change, mapSpan } from './span.ts';

/** One corner of a reference; a missing row or column is a whole column or row. */
type Corner = { row?: number; column?: number; fixedRow: boolean; fixedColumn: boolean };
export type Reference = { sheet?: string; start: Corner; end?: Corner };
/** What takes a reference's place: another, the text of an error, or undefined to leave it as written. */
type Rewrite = (reference: Reference) => Reference | '#REF!' | undefined;

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?[1-9]\d*`;
const REFERENCE = `${CELL}:${CELL}|${CELL}:${COLUMN}|${COLUMN}:${CELL}|${CELL}|${COLUMN}:${COLUMN}|${ROW}:${ROW}`;
const SHEET = String.raw`'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*`;
const TOKEN = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?:(${SHEET})!)?(${REFERENCE})(?![\p{L}\p{N}_.(!])|[\p{L}_][\p{L}\p{N}_.]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|'(?:[^']|'')*'|[^]`,
  'gu',
);
const CORNER = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?$/;

const corner = (text: string): Corner => {
  const match = CORNER.exec(text);
  const [, first, letters, second, digits] = match ?? [];
  const made: Corner = { fixedColumn: false, fixedRow: false };
  if (letters) {
    made.column = columnIndex(letters);
    made.fixedColumn = first === '$';
  }
  if (digits) {
    made.row = Number(digits) - 1;
    made.fixedRow = (letters ? second : first || second) === '$';
  }
  return made;
};

const printCorner = (at: Corner): string =>
  (at.column === undefined ? '' : (at.fixedColumn ? '$' : '') + columnName(at.column)) +
  (at.row === undefined ? '' : (at.fixedRow ? '$' : '') + (at.row + 1));

const unquote = (title: string): string =>
  title.startsWith("'") ? title.slice(1, -1).replace(/''/g, "'") : title;

const print = (reference: Reference): string => {
  const sheet = reference.sheet === undefined ? '' : quoteTitle(reference.sheet) + '!';
  const end = reference.end ? ':' + printCorner(reference.end) : '';
  return sheet + printCorner(reference.start) + end;
};

/** Rewrites the references of a formula; text within quotes, names and functions stay. */
export const rewriteFormula = (formula: string, rewrite: Rewrite): string =>
  formula.replace(TOKEN, (token: string, sheet: string | undefined, cells: string | undefined) => {
    if (cells === undefined) return token;
    const [a, b] = cells.split(':');
    const reference: Reference = { start: corner(a ?? '') };
    if (sheet !== undefined) reference.sheet = unquote(sheet);
    if (b !== undefined) reference.end = corner(b);
    const made = rewrite(reference);
    if (made === undefined) return token;
    return made === '#REF!' ? '#REF!' : print(made);
  });

const shiftCorner = (at: Corner, rows: number, columns: number): Corner | undefined => {
  const made = { ...at };
  if (at.row !== undefined && !at.fixedRow) made.row = at.row + rows;
  if (at.column !== undefined && !at.fixedColumn) made.column = at.column + columns;
  return (made.row ?? 0) < 0 || (made.column ?? 0) < 0 ? undefined : made;
};

/** The formula as it reads when copied by so many rows and columns: relative references move along. */
export const shiftFormula = (formula: string, rows: number, columns: number): string => {
  if (rows === 0 && columns === 0) return formula;
  return rewriteFormula(formula, (reference) => {
    const start = shiftCorner(reference.start, rows, columns);
    const end = reference.end && shiftCorner(reference.end, rows, columns);
    if (!start || (reference.end && !end)) return '#REF!';
    return end ? { ...reference, start, end } : { ...reference, start };
  });
};

/** The formula of a cell of `home` after rows or columns of the sheet `title` changed. */
export const changeFormula = (formula: string, home: string, title: string, change: Change): string =>
  rewriteFormula(formula, (reference) => {
    if (!sameTitle(reference.sheet ?? home, title)) return undefined;
    const along = change.dimension === 'ROWS' ? 'row' : 'column';
    const across = along === 'row' ? 'column' : 'row';
    const last = reference.end ?? reference.start;
    const from = reference.start[along] ?? last[along];
    if (from === undefined) return undefined;
    if (change.band && !within(reference.start[across], last[across], change.band)) return undefined;
    const openEnd = reference.end !== undefined && last[along] === undefined;
    const low = Math.min(from, last[along] ?? from);
    const high = openEnd ? Number.MAX_SAFE_INTEGER : Math.max(from, last[along] ?? from) + 1;
    const mapped = mapSpan(change, low, high);
    if (!mapped) return '#REF!';
    const made: Reference = { ...reference, start: moved(reference.start, along, mapped[0]) };
    if (reference.end) made.end = openEnd ? reference.end : moved(reference.end, along, mapped[1] - 1);
    return made;
  });

const moved = (at: Corner, along: 'row' | 'column', index: number): Corner =>
  at[along] === undefined ? at : { ...at, [along]: index };

const within = (
  a: number | undefined,
  b: number | undefined,
  band: { start: number; end: number },
): boolean => {
  if (a === undefined || b === undefined) return false;
  return Math.min(a, b) >= band.start && Math.max(a, b) < band.end;
};

/** The formula after a sheet got another title; with `to` undefined the sheet was deleted. */
export const renameInFormula = (formula: string, from: string, to: string | undefined): string =>
  rewriteFormula(formula, (reference) => {
    if (reference.sheet === undefined || !sameTitle(reference.sheet, from)) return undefined;
    return to === undefined ? '#REF!' : { ...reference, sheet: to };
  });

/** The formula after a named range got another name; with `to` undefined it is there no more. */
export const renameRangeInFormula = (formula: string, from: string, to: string | undefined): string =>
  formula.replace(TOKEN, (token: string, _sheet: unknown, cells: string | undefined, at: number) => {
    if (cells !== undefined || token.toLowerCase() !== from.toLowerCase()) return token;
    // A function or a sheet of that name is no range.
    return /^\s*[(!]/.test(formula.slice(at + token.length)) ? token : (to ?? '#REF!');
  });
