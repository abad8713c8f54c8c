import { type OpenRange, printOpenRange, quoteTitle } from '../document/a1.ts';
import { objectOf } from '../document/json.ts';
import type { DocumentState, Json, JsonObject, Rect, SheetState } from '../document/model.ts';

const num = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined);

/** The sheet of that id. Throws a plain Error with Google's words. */
export const sheetOf = (document: DocumentState, sheetId: Json | undefined): SheetState => {
  const id = num(sheetId) ?? 0;
  const sheet = document.sheets.find((candidate) => candidate.sheetId === id);
  if (!sheet || sheet.holdsChart) throw new Error(`No grid with id: ${id}`);
  return sheet;
};

/** Every cell of a sheet. */
export const wholeSheet = (sheet: SheetState): Rect => ({
  startRow: 0,
  endRow: sheet.rowCount,
  startColumn: 0,
  endColumn: sheet.columnCount,
});

const checkOrder = (
  start: number,
  end: number | undefined,
  name: 'Row' | 'Column',
  mayBeEmpty: boolean,
): void => {
  if (start < 0) throw new Error(`GridRange.start${name}Index[${start}] must be >= 0.`);
  if (end !== undefined && (end < start || (end === start && !mayBeEmpty))) {
    throw new Error(
      `GridRange.end${name}Index[${end}] must be greater than GridRange.start${name}Index[${start}].`,
    );
  }
};

/** The refusal of a range that begins outside its sheet. */
export const exceedsGrid = (sheet: SheetState, range: string): string =>
  `Range (${quoteTitle(sheet.title)}!${range}) exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`;

/**
 * The bounded rectangle of a GridRange within its sheet. Open ends reach the sheet's, ends beyond it are cut; a range
 * that begins outside is refused.
 * @param mayBeEmpty Whether a range that ends where it begins, without a cell, is taken.
 */
export const resolveGridRange = (
  document: DocumentState,
  range: Json | undefined,
  mayBeEmpty = false,
): { sheet: SheetState; rect: Rect } => {
  const given = objectOf(range);
  const sheet = sheetOf(document, given.sheetId);
  const open = openRange(given);
  const { startRow, startColumn, endRow, endColumn } = boundOpenRange(sheet, open);
  checkOrder(startRow, open.endRow, 'Row', mayBeEmpty);
  checkOrder(startColumn, open.endColumn, 'Column', mayBeEmpty);
  if (startRow >= sheet.rowCount || startColumn >= sheet.columnCount)
    throw new Error(exceedsGrid(sheet, printOpenRange(open, sheet.columnCount)));
  return {
    sheet,
    rect: {
      startRow,
      startColumn,
      endRow: Math.min(endRow, sheet.rowCount),
      endColumn: Math.min(endColumn, sheet.columnCount),
    },
  };
};

/** The sheet and place of a GridCoordinate; refuses what is outside the grid. */
export const resolveCoordinate = (
  document: DocumentState,
  given: Json | undefined,
): { sheet: SheetState; rowIndex: number; columnIndex: number } => {
  const at = objectOf(given);
  const sheet = sheetOf(document, at.sheetId);
  const place = (index: number, limit: number, name: string, axis: string): number => {
    if (index < 0) throw new Error(`GridCoordinate.${name}[${index}] must be >= 0`);
    if (index >= limit) {
      throw new Error(`GridCoordinate.${name}[${index}] is after last ${axis} in grid[${limit - 1}]`);
    }
    return index;
  };
  return {
    sheet,
    rowIndex: place(num(at.rowIndex) ?? 0, sheet.rowCount, 'rowIndex', 'row'),
    columnIndex: place(num(at.columnIndex) ?? 0, sheet.columnCount, 'columnIndex', 'column'),
  };
};

/** A GridRange of the API without its sheet; open ends stay open. */
export const openRange = (given: JsonObject): OpenRange => {
  const made: OpenRange = {};
  if (num(given.startRowIndex) !== undefined) made.startRow = given.startRowIndex as number;
  if (num(given.endRowIndex) !== undefined) made.endRow = given.endRowIndex as number;
  if (num(given.startColumnIndex) !== undefined) made.startColumn = given.startColumnIndex as number;
  if (num(given.endColumnIndex) !== undefined) made.endColumn = given.endColumnIndex as number;
  return made;
};

/** A range whose open ends reach to the edges of its sheet. */
export const boundOpenRange = (sheet: SheetState, range: OpenRange): Rect => ({
  startRow: range.startRow ?? 0,
  endRow: range.endRow ?? sheet.rowCount,
  startColumn: range.startColumn ?? 0,
  endColumn: range.endColumn ?? sheet.columnCount,
});

/** GridRange JSON of a rectangle, as it is stored: `sheetId` always there. */
export const gridRange = (sheetId: number, rect: Rect): JsonObject => ({
  sheetId,
  startRowIndex: rect.startRow,
  endRowIndex: rect.endRow,
  startColumnIndex: rect.startColumn,
  endColumnIndex: rect.endColumn,
});

/** A GridRange checked and bounded, to be stored. */
export const storedRange = (document: DocumentState, range: Json | undefined): JsonObject => {
  const { sheet, rect } = resolveGridRange(document, range);
  return gridRange(sheet.sheetId, rect);
};

/** A GridRange checked, its open ends kept, to be stored. */
export const storedOpenRange = (document: DocumentState, range: Json | undefined): JsonObject => {
  const { sheet, rect } = resolveGridRange(document, range);
  const made: JsonObject = { ...((range ?? {}) as JsonObject), sheetId: sheet.sheetId };
  if (made.endRowIndex !== undefined) made.endRowIndex = rect.endRow;
  if (made.endColumnIndex !== undefined) made.endColumnIndex = rect.endColumn;
  return made;
};

/** Whether two rectangles of one sheet share a cell. */
export const intersects = (a: Rect, b: Rect): boolean =>
  a.startRow < b.endRow &&
  b.startRow < a.endRow &&
  a.startColumn < b.endColumn &&
  b.startColumn < a.endColumn;

/** Whether a rectangle lies wholly in another of the same sheet. */
export const contains = (outer: Rect, inner: Rect): boolean =>
  outer.startRow <= inner.startRow &&
  inner.endRow <= outer.endRow &&
  outer.startColumn <= inner.startColumn &&
  inner.endColumn <= outer.endColumn;
