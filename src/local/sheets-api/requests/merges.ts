import type { Rect, SheetState } from '../../document/model.ts';
import { compactCell } from '../cell-write.ts';
import { contains, intersects, resolveGridRange } from '../grid-range.ts';
import { eachCell } from './cells.ts';
import type { RequestHandler } from './context.ts';

const parts = (rect: Rect, type: string): Rect[] => {
  if (type === 'MERGE_ALL') return [rect];
  const made: Rect[] = [];
  if (type === 'MERGE_COLUMNS') {
    for (let c = rect.startColumn; c < rect.endColumn; c += 1)
      made.push({ ...rect, startColumn: c, endColumn: c + 1 });
  } else {
    for (let r = rect.startRow; r < rect.endRow; r += 1) made.push({ ...rect, startRow: r, endRow: r + 1 });
  }
  return made;
};

const size = (rect: Rect): number => (rect.endRow - rect.startRow) * (rect.endColumn - rect.startColumn);

/** A merge may not reach over the edge of the frozen rows or columns. */
const checkFrozen = (sheet: SheetState, rect: Rect): void => {
  const rows = sheet.frozenRowCount ?? 0;
  const columns = sheet.frozenColumnCount ?? 0;
  if (rect.startRow < rows && rows < rect.endRow)
    throw new Error("You can't merge frozen and non-frozen rows.");
  if (rect.startColumn < columns && columns < rect.endColumn)
    throw new Error("You can't merge frozen and non-frozen columns.");
};

/** Merges a range whole, by rows or by columns; the first cell of each merge keeps its value. */
export const mergeCells: RequestHandler = (draft, request) => {
  const { sheet, rect } = resolveGridRange(draft.document, request.range);
  const merged = parts(rect, (request.mergeType as string | undefined) ?? 'MERGE_ALL').filter(
    (part) => size(part) > 1,
  );
  for (const old of sheet.merges) {
    if (merged.some((part) => intersects(part, old) && !contains(part, old))) {
      throw new Error('You must select all cells in a merged range to merge or unmerge them.');
    }
  }
  for (const part of merged) checkFrozen(sheet, part);
  const own = draft.edit(sheet.sheetId);
  own.merges = [...own.merges.filter((old) => !merged.some((part) => contains(part, old))), ...merged];
  for (const part of merged) {
    eachCell(draft, sheet.sheetId, part, (cell, r, c) => {
      const first = r === part.startRow && c === part.startColumn;
      if (first || !cell?.value) return cell;
      const { value: _, ...rest } = cell;
      return compactCell(rest);
    });
  }
  return undefined;
};

/** Takes the merges in a range apart; one that reaches beyond it is refused. */
export const unmergeCells: RequestHandler = (draft, request) => {
  const { sheet, rect } = resolveGridRange(draft.document, request.range);
  if (sheet.merges.some((old) => intersects(rect, old) && !contains(rect, old))) {
    throw new Error('You must select all cells in a merged range to merge or unmerge them.');
  }
  const own = draft.edit(sheet.sheetId);
  own.merges = own.merges.filter((old) => !contains(rect, old));
  return undefined;
};
