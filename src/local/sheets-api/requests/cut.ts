import Papa from 'papaparse';
import { cellAt } from '../../document/cell.ts';
import { rewriteFormula } from '../../document/formula.ts';
import type { CellState, Rect } from '../../document/model.ts';
import { rewriteFormulas } from '../../document/structure.ts';
import { compactCell } from '../cell-write.ts';
import { SheetsApiError } from '../errors.ts';
import { contains, intersects, resolveCoordinate, resolveGridRange } from '../grid-range.ts';
import { writeValues } from '../values-write.ts';
import type { RequestHandler } from './context.ts';

/** Moves cells; references to them, and named ranges within them, follow. */
export const cutPaste: RequestHandler = (draft, request) => {
  const source = resolveGridRange(draft.document, request.source);
  const { sheet: target, rowIndex, columnIndex } = resolveCoordinate(draft.document, request.destination);
  const type = (request.pasteType as string | undefined) ?? 'PASTE_NORMAL';
  if (type !== 'PASTE_NORMAL') throw new Error(`Cannot cut and paste with paste type ${type}.`);
  const at = { startRow: rowIndex, startColumn: columnIndex };
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
      Array.from({ length: rect.endColumn - rect.startColumn }, (_, j) =>
        cellAt(from, r, rect.startColumn + j),
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
  const { sheet, rowIndex, columnIndex } = resolveCoordinate(draft.document, request.coordinate);
  if (request.html === true)
    throw new SheetsApiError('UNIMPLEMENTED', 'Pasting HTML is not served by this host.');
  if (typeof request.delimiter !== 'string' || request.delimiter === '')
    throw new Error('delimiter must be specified.');
  const rows = Papa.parse<string[]>((request.data as string | undefined) ?? '', {
    delimiter: request.delimiter,
  }).data;
  const rect = {
    startRow: rowIndex,
    endRow: rowIndex + 1,
    startColumn: columnIndex,
    endColumn: columnIndex + 1,
  };
  writeValues(draft, { sheet, rect }, rows, false, 'USER_ENTERED');
  return undefined;
};
