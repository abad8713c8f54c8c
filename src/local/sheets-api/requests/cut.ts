import Papa from 'papaparse';
import { rewriteFormula } from '../../document/formula.ts';
import type { CellState, JsonObject, Rect } from '../../document/model.ts';
import { rewriteFormulas } from '../../document/structure.ts';
import { compactCell } from '../cell-write.ts';
import { contains, intersects, resolveGridRange, sheetOf } from '../grid-range.ts';
import { writeValues } from '../values-write.ts';
import type { RequestHandler } from './context.ts';

const place = (given: JsonObject): { startRow: number; startColumn: number } => ({
  startRow: (given.rowIndex as number | undefined) ?? 0,
  startColumn: (given.columnIndex as number | undefined) ?? 0,
});

/** Moves cells; references to them, and named ranges within them, follow. */
export const cutPaste: RequestHandler = (draft, request) => {
  const source = resolveGridRange(draft.document, request.source);
  const given = (request.destination ?? {}) as JsonObject;
  const target = sheetOf(draft.document, given.sheetId);
  const type = (request.pasteType as string | undefined) ?? 'PASTE_NORMAL';
  if (type !== 'PASTE_NORMAL') throw new Error(`Cannot cut and paste with paste type ${type}.`);
  const at = place(given);
  const { rect } = source;
  const by = { rows: at.startRow - rect.startRow, columns: at.startColumn - rect.startColumn };
  const area: Rect = { ...at, endRow: rect.endRow + by.rows, endColumn: rect.endColumn + by.columns };
  if (area.endRow > target.rowCount || area.endColumn > target.columnCount) {
    throw new Error(
      `The pasted range exceeds grid limits. Max rows: ${target.rowCount}, max columns: ${target.columnCount}`,
    );
  }
  const from = draft.edit(source.sheet.sheetId);
  const cells: (CellState | undefined)[][] = [];
  for (let r = rect.startRow; r < rect.endRow; r += 1) {
    cells.push(
      Array.from(
        { length: rect.endColumn - rect.startColumn },
        (_, j) => from.cells[r]?.[rect.startColumn + j],
      ),
    );
    for (let c = rect.startColumn; c < rect.endColumn; c += 1) draft.setCell(from, r, c, undefined);
  }
  const to = draft.edit(target.sheetId);
  cells.forEach((row, i) => {
    row.forEach((cell, j) => {
      draft.setCell(to, at.startRow + i, at.startColumn + j, cell && compactCell(cell));
    });
  });
  const moving = from.merges.filter((merge) => contains(rect, merge));
  from.merges = from.merges.filter((merge) => !moving.includes(merge));
  to.merges = [
    ...to.merges.filter((merge) => !intersects(merge, area)),
    ...moving.map((merge) => shifted(merge, by)),
  ];
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

/** Text with a delimiter pasted at a cell, parsed as if typed. */
export const pasteData: RequestHandler = (draft, request) => {
  const given = (request.coordinate ?? {}) as JsonObject;
  const sheet = sheetOf(draft.document, given.sheetId);
  if (request.html === true) throw new Error('HTML cannot be pasted on this host.');
  if (typeof request.delimiter !== 'string' || request.delimiter === '')
    throw new Error('delimiter must be specified.');
  const rows = Papa.parse<string[]>((request.data as string | undefined) ?? '', {
    delimiter: request.delimiter,
  }).data;
  const at = place(given);
  if (at.startRow >= sheet.rowCount || at.startColumn >= sheet.columnCount)
    throw new Error('coordinate is outside of the grid.');
  const rect = { ...at, endRow: at.startRow + 1, endColumn: at.startColumn + 1 };
  writeValues(draft, { sheet, rect }, rows, false, 'USER_ENTERED');
  return undefined;
};
