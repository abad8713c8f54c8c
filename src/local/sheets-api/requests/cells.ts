import { cellAt, isFilled } from '../../document/cell.ts';
import type { Draft } from '../../document/draft.ts';
import type { CellState, DocumentState, Json, JsonObject, Rect, SheetState } from '../../document/model.ts';
import { changeDimension } from '../../document/structure.ts';
import { completeBorder } from '../borders.ts';
import { CellWriter, compactCell } from '../cell-write.ts';
import { completed } from '../colors.ts';
import { gridRange, resolveCoordinate, resolveGridRange, sheetOf } from '../grid-range.ts';
import { tableRect } from '../table-resource.ts';
import { storedValidation } from './conditions.ts';
import type { RequestHandler } from './context.ts';
import { resizeSheet } from './resize.ts';

const rowsOf = (request: JsonObject): (JsonObject | null)[] => (request.rows ?? []) as (JsonObject | null)[];
const valuesOf = (row: JsonObject | null): (JsonObject | null)[] =>
  (row?.values ?? []) as (JsonObject | null)[];

/** Calls `change` for every cell of a rectangle and stores what it returns. */
export const eachCell = (
  draft: Draft,
  sheetId: number,
  rect: Rect,
  change: (cell: CellState | undefined, row: number, column: number) => CellState | undefined,
): void => {
  const sheet = draft.edit(sheetId);
  for (let r = rect.startRow; r < rect.endRow; r += 1) {
    for (let c = rect.startColumn; c < rect.endColumn; c += 1) {
      const before = cellAt(sheet, r, c);
      const after = change(before, r, c);
      if (after !== before) draft.setCell(sheet, r, c, after);
    }
  }
};

const checkFits = (rows: readonly (JsonObject | null)[], rect: Rect): void => {
  const lastRow = rect.startRow + rows.length - 1;
  if (lastRow >= rect.endRow) {
    throw new Error(
      `Attempting to write row: ${rect.endRow}, beyond the last requested row of: ${rect.endRow - 1}`,
    );
  }
  if (rows.some((row) => rect.startColumn + valuesOf(row).length > rect.endColumn)) {
    throw new Error(
      `Attempting to write column: ${rect.endColumn}, beyond the last requested column of: ${rect.endColumn - 1}`,
    );
  }
};

const writeRows = (
  draft: Draft,
  sheet: SheetState,
  at: Rect,
  rows: readonly (JsonObject | null)[],
  writer: CellWriter,
): void => {
  rows.forEach((row, i) => {
    const values = valuesOf(row);
    if (values.length === 0) return;
    const r = at.startRow + i;
    const own = draft.row(sheet, r);
    while (own.length < at.startColumn) own.push(undefined);
    for (let j = 0; j < values.length; j += 1) {
      const c = at.startColumn + j;
      const cell = writer.stored(own[c], values[j] ?? undefined);
      if (cell !== undefined || c < own.length) own[c] = cell;
      else if (j < values.length - 1) own.push(undefined);
    }
  });
};

const startRect = (sheet: SheetState, startRow: number, startColumn: number): Rect => ({
  startRow,
  startColumn,
  endRow: sheet.rowCount,
  endColumn: sheet.columnCount,
});

/** Where `updateCells` writes: a range, or everything right of and below a start. */
const writeArea = (document: DocumentState, request: JsonObject): { sheet: SheetState; rect: Rect } => {
  if (request.start === undefined) return resolveGridRange(document, request.range);
  const { sheet, rowIndex, columnIndex } = resolveCoordinate(document, request.start);
  return { sheet, rect: startRect(sheet, rowIndex, columnIndex) };
};

/**
 * Writes rows of cells from a start on, or into a range, whose other cells lose the fields of the mask. Rows that do
 * not fit are refused.
 */
export const updateCells: RequestHandler = (draft, request) => {
  const writer = new CellWriter(request.fields, draft.document);
  const rows = rowsOf(request);
  const start = request.start as JsonObject | undefined;
  if (!start && request.range === undefined)
    throw new Error('Must specify either a range or start coordinate.');
  const { sheet: found, rect } = writeArea(draft.document, request);
  checkFits(rows, rect);
  const sheet = draft.edit(found.sheetId);
  writeRows(draft, sheet, rect, rows, writer);
  // A range's cells that the rows do not name are cleared of the fields of the mask.
  if (!start) {
    eachCell(
      draft,
      sheet.sheetId,
      { ...rect, endRow: Math.min(rect.endRow, sheet.cells.length) },
      (cell, r, c) => {
        const given = valuesOf(rows[r - rect.startRow] ?? null).length;
        return cell && c - rect.startColumn >= given ? writer.write(cell, undefined) : cell;
      },
    );
  }
  return undefined;
};

/** Writes one cell to all of a range; references in its formula move along. */
export const repeatCell: RequestHandler = (draft, request) => {
  const writer = new CellWriter(request.fields, draft.document);
  const data = (request.cell ?? {}) as JsonObject;
  const { sheet, rect } = resolveGridRange(draft.document, request.range, true);
  eachCell(draft, sheet.sheetId, rect, (cell, r, c) =>
    writer.write(cell, data, r - rect.startRow, c - rect.startColumn),
  );
  return undefined;
};

const lastFilledRow = (sheet: SheetState): number => {
  for (let r = sheet.cells.length - 1; r >= 0; r -= 1) {
    if (sheet.cells[r]?.some(isFilled)) return r;
  }
  return -1;
};

/** Writes rows below the last filled one of a table, which grows for them where they do not fit. */
const appendToTable = (draft: Draft, request: JsonObject, writer: CellWriter): void => {
  const { sheetId } = sheetOf(draft.document, request.sheetId);
  const sheet = draft.edit(sheetId);
  const at = (sheet.tables ?? []).findIndex((table) => table.tableId === request.tableId);
  const table = sheet.tables?.[at];
  if (!table) throw new Error(`No table with id: ${String(request.tableId)}`);
  const rect = tableRect(table);
  const rows = rowsOf(request);
  let startRow = rect.endRow;
  const filled = (r: number): boolean =>
    (sheet.cells[r] ?? []).slice(rect.startColumn, rect.endColumn).some(isFilled);
  while (startRow > rect.startRow + 1 && !filled(startRow - 1)) startRow -= 1;
  const endRow = Math.max(rect.endRow, startRow + rows.length);
  if (endRow > rect.endRow) {
    changeDimension(draft, {
      sheetId,
      dimension: 'ROWS',
      kind: 'insert',
      at: rect.endRow,
      count: endRow - rect.endRow,
    });
  }
  const area = { ...rect, startRow, endRow };
  checkFits(rows, area);
  writeRows(draft, sheet, area, rows, writer);
  sheet.tables = (sheet.tables ?? []).with(at, { ...table, range: gridRange(sheetId, { ...rect, endRow }) });
};

/** Writes rows below the last row that holds a value; the sheet, or the table named, grows for them. */
export const appendCells: RequestHandler = (draft, request) => {
  const writer = new CellWriter(request.fields, draft.document);
  if (request.tableId) {
    appendToTable(draft, request, writer);
    return undefined;
  }
  const rows = rowsOf(request);
  const { sheetId } = sheetOf(draft.document, request.sheetId);
  const sheet = draft.edit(sheetId);
  const startRow = lastFilledRow(sheet) + 1;
  if (startRow + rows.length > sheet.rowCount)
    resizeSheet(draft, sheetId, startRow + rows.length, sheet.columnCount);
  const rect = { startRow, startColumn: 0, endRow: sheet.rowCount, endColumn: sheet.columnCount };
  checkFits(rows, rect);
  writeRows(draft, sheet, rect, rows, writer);
  return undefined;
};

/** Sets the validation rule of a range, or takes it away where none is given. */
export const setDataValidation: RequestHandler = (draft, request) => {
  const { sheet, rect } = resolveGridRange(draft.document, request.range);
  const given = request.rule as JsonObject | undefined;
  const rule = given && storedValidation(draft.document, given);
  const passed = (r: number): boolean =>
    request.filteredRowsIncluded !== true && sheet.rows[r]?.hiddenByFilter === true;
  eachCell(draft, sheet.sheetId, rect, (cell, r) => {
    if (passed(r) || (!rule && !cell?.validation)) return cell;
    const made: CellState = { ...cell };
    if (rule) made.validation = rule;
    else delete made.validation;
    return compactCell(made);
  });
  return undefined;
};

const SIDES = ['top', 'bottom', 'left', 'right'] as const;

/** Sets borders around and inside a range; style `NONE` takes one away. */
export const updateBorders: RequestHandler = (draft, request) => {
  const { sheet, rect } = resolveGridRange(draft.document, request.range);
  const given = completed(request);
  const borderAt = (side: (typeof SIDES)[number], r: number, c: number): Json | undefined => {
    if (side === 'top') return r === rect.startRow ? given.top : given.innerHorizontal;
    if (side === 'bottom') return r === rect.endRow - 1 ? given.bottom : given.innerHorizontal;
    if (side === 'left') return c === rect.startColumn ? given.left : given.innerVertical;
    return c === rect.endColumn - 1 ? given.right : given.innerVertical;
  };
  eachCell(draft, sheet.sheetId, rect, (cell, r, c) => {
    const borders = { ...((cell?.format?.borders ?? {}) as JsonObject) };
    for (const side of SIDES) {
      const border = borderAt(side, r, c) as JsonObject | undefined;
      if (!border) continue;
      if (border.style === 'NONE') delete borders[side];
      else borders[side] = completeBorder(border);
    }
    const format = { ...cell?.format, borders };
    if (Object.keys(borders).length === 0) delete (format as JsonObject).borders;
    return compactCell({ ...cell, format });
  });
  return undefined;
};
