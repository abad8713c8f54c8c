import { formulaOf } from '../../document/cell.ts';
import type { Draft } from '../../document/draft.ts';
import { shiftFormula } from '../../document/formula.ts';
import type { ExtendedValue, Json, Rect, SheetState, StoredCell } from '../../document/model.ts';
import { SheetsApiError } from '../errors.ts';
import { intersects, resolveGridRange } from '../grid-range.ts';
import type { RequestContext, RequestHandler } from './context.ts';

/** Numbers stand before text, text before booleans, errors last; empty cells stand last in either order. */
const rank = (value: ExtendedValue): number => {
  if (value.numberValue !== undefined) return 0;
  if (value.stringValue !== undefined) return 1;
  return value.boolValue !== undefined ? 2 : 3;
};

const collator = new Intl.Collator('en', { sensitivity: 'base' });

const compare = (a: ExtendedValue, b: ExtendedValue): number => {
  const byKind = rank(a) - rank(b);
  if (byKind !== 0) return byKind;
  if (a.numberValue !== undefined && b.numberValue !== undefined) return a.numberValue - b.numberValue;
  if (a.stringValue !== undefined && b.stringValue !== undefined) {
    return collator.compare(a.stringValue, b.stringValue);
  }
  return Number(a.boolValue ?? 0) - Number(b.boolValue ?? 0);
};

type Key = { column: number; descending: boolean };

const COLORS = ['backgroundColor', 'backgroundColorStyle', 'foregroundColor', 'foregroundColorStyle'];

const keysOf = (specs: readonly Json[], rect: Rect): Key[] =>
  (specs as { dimensionIndex?: number; sortOrder?: string }[]).map((spec) => {
    if (COLORS.some((name) => name in spec))
      throw new SheetsApiError('UNIMPLEMENTED', 'Sorting by colors is not served by this host.');
    const { dimensionIndex: column = 0, sortOrder } = spec;
    if (column < rect.startColumn || column >= rect.endColumn) {
      throw new Error(`sortSpecs.dimensionIndex[${column}] is outside of the range to sort.`);
    }
    return { column, descending: sortOrder === 'DESCENDING' };
  });

/** The rows of a rectangle in their new order: `order[i]` is the row that comes to stand at `startRow + i`. */
const sortedRows = (
  draft: Draft,
  sheet: SheetState,
  rect: Rect,
  keys: readonly Key[],
  context: RequestContext,
): number[] => {
  const view = context.view(draft, sheet.sheetId);
  const order = Array.from({ length: rect.endRow - rect.startRow }, (_, i) => rect.startRow + i);
  return order.sort((a, b) => {
    for (const { column, descending } of keys) {
      const left = view.effective(a, column);
      const right = view.effective(b, column);
      if (!left || !right) {
        if (left || right) return left ? -1 : 1;
        continue;
      }
      const by = compare(left, right);
      if (by !== 0) return descending ? -by : by;
    }
    return a - b;
  });
};

/** A cell as it reads in another row: relative references move along, as they do when a row is copied. */
const carried = (cell: StoredCell | undefined, by: number): StoredCell | undefined => {
  const formula = formulaOf(cell);
  if (typeof cell !== 'object' || formula === undefined || by === 0) return cell;
  return { ...cell, value: { formulaValue: shiftFormula(formula, by, 0) } };
};

/** Metadata on rows goes where its row's cells go. */
const moveRowMetadata = (draft: Draft, sheetId: number, rect: Rect, order: readonly number[]): void => {
  const to = new Map(order.map((from, i) => [from, rect.startRow + i]));
  draft.document.metadata = draft.document.metadata.map((item) => {
    const { location } = item;
    if (location.type !== 'ROW' || location.sheetId !== sheetId) return item;
    const index = to.get(location.index);
    return index === undefined ? item : { ...item, location: { ...location, index } };
  });
};

/** Puts the rows of a rectangle into the given order. */
export const reorderRows = (draft: Draft, sheetId: number, rect: Rect, order: readonly number[]): void => {
  const sheet = draft.edit(sheetId);
  const before = order
    .map((r) => sheet.cells[r] ?? [])
    .map((row) => row.slice(rect.startColumn, rect.endColumn));
  const width = rect.endColumn - rect.startColumn;
  moveRowMetadata(draft, sheetId, rect, order);
  order.forEach((from, i) => {
    const to = rect.startRow + i;
    if (from === to) return;
    for (let c = 0; c < width; c += 1) {
      draft.setCell(sheet, to, rect.startColumn + c, carried(before[i]?.[c], to - from));
    }
  });
};

/** Sorts the rows of a rectangle by sort specs; vertical merges in it are refused. */
export const sortRows = (
  draft: Draft,
  sheetId: number,
  rect: Rect,
  specs: readonly Json[],
  context: RequestContext,
): void => {
  const sheet = draft.sheet(sheetId)!;
  const keys = keysOf(specs, rect);
  if (sheet.merges.some((merge) => intersects(merge, rect) && merge.endRow - merge.startRow > 1)) {
    throw new Error("You can't sort a range with vertically merged cells.");
  }
  reorderRows(draft, sheetId, rect, sortedRows(draft, sheet, rect, keys, context));
};

/** Sorts the rows of a range by what they show; vertical merges in it are refused. */
export const sortRange: RequestHandler = (draft, request, context) => {
  const { sheet, rect } = resolveGridRange(draft.document, request.range);
  const specs = (request.sortSpecs ?? []) as Json[];
  if (specs.length === 0) throw new Error('Must specify at least one sort spec.');
  sortRows(draft, sheet.sheetId, rect, specs, context);
  return undefined;
};

/** Shuffles the rows of a range, by the host's random numbers. */
export const randomizeRange: RequestHandler = (draft, request, context) => {
  const { sheet, rect } = resolveGridRange(draft.document, request.range);
  const order = Array.from({ length: rect.endRow - rect.startRow }, (_, i) => rect.startRow + i);
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(context.random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  reorderRows(draft, sheet.sheetId, rect, order);
  return undefined;
};
