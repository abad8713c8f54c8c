import { columnName, printRange } from '../document/a1.ts';
import { cellOf, isFilled } from '../document/cell.ts';
import { MAX_CELL_CHARACTERS } from '../document/create.ts';
import type { Draft } from '../document/draft.ts';
import type { CellState, ExtendedValue, Json, JsonObject, Rect } from '../document/model.ts';
import { compactCell, TOO_LONG } from './cell-write.ts';
import { invalid } from './errors.ts';
import { keepsText, numberFormatOf } from './number-format.ts';
import type { SheetRange } from './ranges.ts';
import { currentYear, type Entered, parseEntered } from './user-entered.ts';

/** What decides how a text is read. */
type Typing = { locale: string; thisYear: number };
export type Written = { range: SheetRange; rows: number; columns: number; cells: number };

/**
 * The extent of the values from the range's start; refuses what goes beyond the range or, where that is one cell, beyond
 * the grid.
 */
const extent = (range: SheetRange, values: readonly Json[][], byColumn: boolean): Rect => {
  const longest = values.reduce((most, list) => Math.max(most, list.length), 0);
  const rows = byColumn ? longest : values.length;
  const columns = byColumn ? values.length : longest;
  const { rect, sheet } = range;
  const oneCell = rect.endRow - rect.startRow === 1 && rect.endColumn - rect.startColumn === 1;
  const end = oneCell
    ? { row: sheet.rowCount, column: sheet.columnCount }
    : { row: rect.endRow, column: rect.endColumn };
  const within = range.text ?? printRange(sheet.title, rect);
  const endRow = rect.startRow + rows;
  const endColumn = rect.startColumn + columns;
  if (endRow > end.row)
    throw invalid(`Requested writing within range [${within}], but tried writing to row [${end.row + 1}]`);
  if (endColumn > end.column) {
    throw invalid(
      `Requested writing within range [${within}], but tried writing to column [${columnName(end.column)}]`,
    );
  }
  return {
    ...rect,
    endRow: Math.max(endRow, rect.startRow + 1),
    endColumn: Math.max(endColumn, rect.startColumn + 1),
  };
};

/** A nested value as Google's message shows it: protocol buffer text. */
const protoText = (value: Json, indent: string): string => {
  if (Array.isArray(value)) {
    const items = value.map(
      (item) => `${indent}  values {\n${protoText(item, `${indent}    `)}${indent}  }\n`,
    );
    return `${indent}list_value {\n${items.join('')}${indent}}\n`;
  }
  if (typeof value === 'string') return `${indent}string_value: ${JSON.stringify(value)}\n`;
  if (typeof value === 'number')
    return `${indent}number_value: ${Number.isInteger(value) ? value.toFixed(1) : value}\n`;
  if (typeof value === 'boolean') return `${indent}bool_value: ${value}\n`;
  if (value === null) return `${indent}null_value: NULL_VALUE\n`;
  return `${indent}struct_value {\n${structFields(value, `${indent}  `)}${indent}}\n`;
};

const structFields = (value: JsonObject, indent: string): string =>
  Object.entries(value)
    .map(
      ([key, item]) =>
        `${indent}fields {\n${indent}  key: ${JSON.stringify(key)}\n` +
        `${indent}  value {\n${protoText(item, `${indent}    `)}${indent}  }\n${indent}}\n`,
    )
    .join('');

const badValue = (value: Json[] | JsonObject, major: number, minor: number): Error => {
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item) => `  values {\n${protoText(item, '    ')}  }\n`).join('')
    : structFields(value, '  ');
  const kind = isList ? 'list_value' : 'struct_value';
  return invalid(`Invalid values[${major}][${minor}]: ${kind} \t {\n${items}}\n`);
};

const rawValue = (value: Json): ExtendedValue | undefined => {
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return value === '' ? undefined : { stringValue: value as string };
};

const enteredValue = (
  value: Json,
  before: CellState | undefined,
  { locale, thisYear }: Typing,
): Entered | undefined => {
  if (typeof value !== 'string') return { value: rawValue(value) as ExtendedValue };
  if (value === '') return undefined;
  if (keepsText(before?.format) && !value.startsWith('=')) return { value: { stringValue: value } };
  return parseEntered(value, locale, thisYear);
};

const entered = (before: CellState | undefined, value: Json, typing: Typing): CellState | undefined => {
  const { value: _, textFormatRuns: __, ...rest } = before ?? {};
  const made: CellState = rest;
  const parsed = enteredValue(value, before, typing);
  if (parsed) made.value = parsed.value;
  if (parsed?.numberFormat && !numberFormatOf(before?.format)) {
    made.format = { ...before?.format, numberFormat: parsed.numberFormat };
  }
  return compactCell(made);
};

const raw = (before: CellState | undefined, value: Json): CellState | undefined => {
  const made = rawValue(value);
  if (!before) return made && { value: made };
  const { value: _, textFormatRuns: __, ...rest } = before;
  return compactCell(made ? { ...rest, value: made } : rest);
};

/**
 * Writes values from a range's start: null leaves a cell as it is, an empty text clears its value.
 * @param input `RAW` takes values as they are, `USER_ENTERED` parses texts as if typed.
 * @param now Milliseconds since 1970; a date typed without a year is of that year.
 */
export const writeValues = (
  draft: Draft,
  range: SheetRange,
  values: readonly Json[][],
  byColumn: boolean,
  input: string,
  now: number,
): Written => {
  const rect = extent(range, values, byColumn);
  const sheet = draft.edit(range.sheet.sheetId);
  const typing = { locale: draft.document.locale, thisYear: currentYear(draft.document, now) };
  let count = 0;
  const rows = new Set<number>();
  const columns = new Set<number>();
  values.forEach((list, i) => {
    list.forEach((value, j) => {
      if (value === null || value === undefined) return;
      if (typeof value === 'object') throw badValue(value, i, j);
      if (typeof value === 'string' && value.length > MAX_CELL_CHARACTERS) throw invalid(TOO_LONG);
      const r = rect.startRow + (byColumn ? j : i);
      const c = rect.startColumn + (byColumn ? i : j);
      const stored = sheet.cells[r]?.[c];
      // Numbers and truth values, and raw texts, are what they are; in a cell that keeps nothing else they go in bare.
      if (typeof stored !== 'object' && value !== '' && (input === 'RAW' || typeof value !== 'string')) {
        draft.setCell(sheet, r, c, value);
      } else {
        const before = cellOf(stored);
        draft.setCell(sheet, r, c, input === 'RAW' ? raw(before, value) : entered(before, value, typing));
      }
      count += 1;
      rows.add(r);
      columns.add(c);
    });
  });
  return { range: { sheet, rect }, rows: rows.size, columns: columns.size, cells: count };
};

/** The answer to a write (UpdateValuesResponse without the values). */
export const writtenResource = (spreadsheetId: string, written: Written): JsonObject => ({
  spreadsheetId,
  updatedRange: printRange(written.range.sheet.title, written.range.rect),
  ...(written.rows > 0 ? { updatedRows: written.rows } : {}),
  ...(written.columns > 0 ? { updatedColumns: written.columns } : {}),
  ...(written.cells > 0 ? { updatedCells: written.cells } : {}),
});

/** Clears the values of a range; formats, notes and validation stay. */
export const clearValues = (draft: Draft, range: SheetRange): void => {
  const sheet = draft.edit(range.sheet.sheetId);
  const { rect } = range;
  for (let r = rect.startRow; r < Math.min(rect.endRow, sheet.cells.length); r += 1) {
    const row = sheet.cells[r] ?? [];
    for (let c = rect.startColumn; c < Math.min(rect.endColumn, row.length); c += 1) {
      const cell = cellOf(row[c]);
      if (!cell?.value) continue;
      const { value: _, textFormatRuns: __, ...rest } = cell;
      draft.setCell(sheet, r, c, compactCell(rest));
    }
  }
};

/** The table that a range finds: the block of filled cells around the last filled cell in the range. */
export const findTable = (range: SheetRange): Rect | undefined => {
  const { sheet, rect } = range;
  const filled = (r: number, c: number): boolean => isFilled(sheet.cells[r]?.[c]);
  for (let r = Math.min(rect.endRow, sheet.cells.length) - 1; r >= rect.startRow; r -= 1) {
    for (let c = Math.min(rect.endColumn, sheet.cells[r]?.length ?? 0) - 1; c >= rect.startColumn; c -= 1) {
      if (filled(r, c)) return grow({ startRow: r, endRow: r + 1, startColumn: c, endColumn: c + 1 }, filled);
    }
  }
  return undefined;
};

/** Grows a block by every side that a filled cell touches, corners included, until blank cells surround it. */
const grow = (from: Rect, filled: (r: number, c: number) => boolean): Rect => {
  const rect = { ...from };
  const inRow = (r: number): boolean => {
    if (r < 0) return false;
    for (let c = Math.max(0, rect.startColumn - 1); c <= rect.endColumn; c += 1)
      if (filled(r, c)) return true;
    return false;
  };
  const inColumn = (c: number): boolean => {
    if (c < 0) return false;
    for (let r = Math.max(0, rect.startRow - 1); r <= rect.endRow; r += 1) if (filled(r, c)) return true;
    return false;
  };
  for (let grew = true; grew; ) {
    grew = true;
    if (inRow(rect.startRow - 1)) rect.startRow -= 1;
    else if (inRow(rect.endRow)) rect.endRow += 1;
    else if (inColumn(rect.startColumn - 1)) rect.startColumn -= 1;
    else if (inColumn(rect.endColumn)) rect.endColumn += 1;
    else grew = false;
  }
  return rect;
};
