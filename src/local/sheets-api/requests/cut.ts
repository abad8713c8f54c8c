import Papa from 'papaparse';
import type { Draft } from '../../document/draft.ts';
import { rewriteFormula } from '../../document/formula.ts';
import type { Json, Rect } from '../../document/model.ts';
import { rewriteFormulas } from '../../document/rewrite.ts';
import { SheetsApiError } from '../errors.ts';
import { contains, intersects, resolveCoordinate, resolveGridRange } from '../grid-range.ts';
import { writeValues } from '../values-write.ts';
import type { RequestHandler } from './context.ts';
import { clipsOf, writeClips } from './paste.ts';
import { resizeSheet } from './resize.ts';
import { checkCellLimit } from './sheets.ts';

/** Takes the cells of a rectangle out: all that is in them. */
const take = (draft: Draft, sheetId: number, rect: Rect): void => {
  const sheet = draft.edit(sheetId);
  for (let r = rect.startRow; r < rect.endRow; r += 1)
    for (let c = rect.startColumn; c < rect.endColumn; c += 1) draft.setCell(sheet, r, c, undefined);
};

/**
 * Moves cells; references to them, and named ranges within them, follow. All of the source is cut, whatever of it the
 * paste type pastes.
 */
export const cutPaste: RequestHandler = (draft, request, context) => {
  const source = resolveGridRange(draft.document, request.source);
  const { sheet: target, rowIndex, columnIndex } = resolveCoordinate(draft.document, request.destination);
  const type = pasteType(request.pasteType);
  const at = { startRow: rowIndex, startColumn: columnIndex };
  const { rect } = source;
  const by = { rows: at.startRow - rect.startRow, columns: at.startColumn - rect.startColumn };
  const area: Rect = { ...at, endRow: rect.endRow + by.rows, endColumn: rect.endColumn + by.columns };
  if (area.endRow > target.rowCount || area.endColumn > target.columnCount) {
    throw new Error(
      `The pasted range exceeds grid limits. Max rows: ${target.rowCount}, max columns: ${target.columnCount}`,
    );
  }
  const clips = clipsOf(context.view(draft, source.sheet.sheetId), rect);
  take(draft, source.sheet.sheetId, rect);
  // Cut formulas read what they read before: nothing in them shifts.
  writeClips(draft, target.sheetId, area, clips, area, type, false);
  const from = draft.edit(source.sheet.sheetId);
  const to = draft.edit(target.sheetId);
  const moving = from.merges.filter((merge) => contains(rect, merge));
  from.merges = from.merges.filter((merge) => !moving.includes(merge));
  if (type === 'PASTE_NORMAL' || type === 'PASTE_NO_BORDERS') {
    to.merges = [
      ...to.merges.filter((merge) => !intersects(merge, area)),
      ...moving.map((merge) => shifted(merge, by)),
    ];
  }
  followCut(draft, source.sheet.title, rect, target.title, by);
  draft.document.namedRanges = draft.document.namedRanges.map((item) =>
    item.sheetId === source.sheet.sheetId && contains(rect, item.range)
      ? { ...item, sheetId: target.sheetId, range: shifted(item.range, by) }
      : item,
  );
  return undefined;
};

const shifted = (rect: Rect, by: { rows: number; columns: number }): Rect => ({
  startRow: rect.startRow + by.rows,
  endRow: rect.endRow + by.rows,
  startColumn: rect.startColumn + by.columns,
  endColumn: rect.endColumn + by.columns,
});

const followCut = (
  draft: Parameters<RequestHandler>[0],
  title: string,
  rect: Rect,
  target: string,
  by: { rows: number; columns: number },
): void => {
  const inside = (row: number | undefined, column: number | undefined): boolean =>
    row !== undefined &&
    column !== undefined &&
    contains(rect, { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 });
  rewriteFormulas(draft, (formula, home) =>
    rewriteFormula(formula, (reference) => {
      const { start, end = start } = reference;
      if ((reference.sheet ?? home).toLowerCase() !== title.toLowerCase()) return undefined;
      if (!inside(start.row, start.column) || !inside(end.row, end.column)) return undefined;
      const move = (at: typeof start) => ({ ...at, row: at.row! + by.rows, column: at.column! + by.columns });
      const made = { ...reference, start: move(start) };
      if (reference.end) made.end = move(end);
      if (target !== title) made.sheet = target;
      return made;
    }),
  );
};

const pasteType = (given: Json | undefined): string => (given as string | undefined) ?? 'PASTE_NORMAL';

/** Text with a delimiter pasted at a cell, parsed as if typed; the sheet grows for it. */
export const pasteData: RequestHandler = (draft, request, context) => {
  const { sheet, rowIndex, columnIndex } = resolveCoordinate(draft.document, request.coordinate);
  if (request.html === true)
    throw new SheetsApiError('UNIMPLEMENTED', 'Pasting HTML is not served by this host.');
  if (typeof request.delimiter !== 'string' || request.delimiter === '')
    throw new Error('delimiter must be specified.');
  // Plain text brings values alone: nothing of it is a format or a rule.
  if (
    !['PASTE_NORMAL', 'PASTE_VALUES', 'PASTE_NO_BORDERS', 'PASTE_FORMULA'].includes(pasteType(request.type))
  )
    return undefined;
  const text = ((request.data as string | undefined) ?? '').replace(/\r?\n$/, '');
  const rows = Papa.parse<string[]>(text, { delimiter: request.delimiter }).data;
  const { sheetId, rowCount, columnCount } = sheet;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  resizeSheet(
    draft,
    sheetId,
    Math.max(rowCount, rowIndex + rows.length),
    Math.max(columnCount, columnIndex + width),
  );
  checkCellLimit(draft.document);
  const rect = {
    startRow: rowIndex,
    endRow: rowIndex + 1,
    startColumn: columnIndex,
    endColumn: columnIndex + 1,
  };
  writeValues(draft, { sheet: draft.sheet(sheetId)!, rect }, rows, false, 'USER_ENTERED', context.now());
  return undefined;
};
