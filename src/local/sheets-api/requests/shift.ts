import type { Draft } from '../../document/draft.ts';
import type { JsonObject, Rect, StoredCell } from '../../document/model.ts';
import type { Change } from '../../document/span.ts';
import { followReferences } from '../../document/structure.ts';
import { resolveGridRange } from '../grid-range.ts';
import type { RequestHandler } from './context.ts';
import { resizeSheet } from './resize.ts';
import { checkCellLimit } from './sheets.ts';

const dimensionOf = (request: JsonObject): 'ROWS' | 'COLUMNS' => {
  if (request.shiftDimension !== 'ROWS' && request.shiftDimension !== 'COLUMNS') {
    throw new Error('shiftDimension must be specified.');
  }
  return request.shiftDimension;
};

const bandOf = (rect: Rect, rows: boolean): { start: number; end: number } =>
  rows ? { start: rect.startColumn, end: rect.endColumn } : { start: rect.startRow, end: rect.endRow };

/** Cells at and behind a rectangle, by how many places they go. */
const moveCells = (draft: Draft, sheetId: number, rect: Rect, rows: boolean, insert: boolean): void => {
  const sheet = draft.edit(sheetId);
  const size = rows ? rect.endRow - rect.startRow : rect.endColumn - rect.startColumn;
  const limit = rows ? sheet.rowCount : sheet.columnCount;
  const first = rows ? rect.startRow : rect.startColumn;
  const band = bandOf(rect, rows);
  for (let k = band.start; k < band.end; k += 1) {
    const before: (StoredCell | undefined)[] = [];
    for (let i = first; i < limit; i += 1) before.push(rows ? sheet.cells[i]?.[k] : sheet.cells[k]?.[i]);
    const after = insert ? [...new Array<undefined>(size).fill(undefined), ...before] : before.slice(size);
    for (let i = first; i < limit; i += 1) draft.setCell(sheet, rows ? i : k, rows ? k : i, after[i - first]);
  }
};

/** How far the filled cells of the band reach. */
const reach = (draft: Draft, sheetId: number, rect: Rect, rows: boolean): number => {
  const { cells } = draft.sheet(sheetId)!;
  const band = bandOf(rect, rows);
  let last = 0;
  cells.forEach((row, r) => {
    row?.forEach((cell, c) => {
      const across = rows ? c : r;
      if (cell !== undefined && across >= band.start && across < band.end)
        last = Math.max(last, (rows ? r : c) + 1);
    });
  });
  return last;
};

/** Inserts blank cells; those below or right of them make room, and the sheet grows where they need it. */
export const insertRange: RequestHandler = (draft, request) => {
  const dimension = dimensionOf(request);
  const rows = dimension === 'ROWS';
  const { sheet, rect } = resolveGridRange(draft.document, request.range);
  const count = rows ? rect.endRow - rect.startRow : rect.endColumn - rect.startColumn;
  const at = rows ? rect.startRow : rect.startColumn;
  const needed = reach(draft, sheet.sheetId, rect, rows);
  const grown = needed > at ? needed + count : 0;
  resizeSheet(
    draft,
    sheet.sheetId,
    rows ? Math.max(sheet.rowCount, grown) : sheet.rowCount,
    rows ? sheet.columnCount : Math.max(sheet.columnCount, grown),
  );
  checkCellLimit(draft.document);
  moveCells(draft, sheet.sheetId, rect, rows, true);
  const change: Change = {
    sheetId: sheet.sheetId,
    dimension,
    kind: 'insert',
    at,
    count,
    band: bandOf(rect, rows),
  };
  followReferences(draft, change);
  return undefined;
};

/** Deletes cells; those below or right of them close the gap. */
export const deleteRange: RequestHandler = (draft, request) => {
  const dimension = dimensionOf(request);
  const rows = dimension === 'ROWS';
  const { sheet, rect } = resolveGridRange(draft.document, request.range);
  moveCells(draft, sheet.sheetId, rect, rows, false);
  const change: Change = {
    sheetId: sheet.sheetId,
    dimension,
    kind: 'delete',
    start: rows ? rect.startRow : rect.startColumn,
    end: rows ? rect.endRow : rect.endColumn,
    band: bandOf(rect, rows),
  };
  followReferences(draft, change);
  return undefined;
};
