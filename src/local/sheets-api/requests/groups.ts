import type { Draft } from '../../document/draft.ts';
import type { Json, JsonObject } from '../../document/model.ts';
import { printed } from '../schema/stored-json.ts';
import { masks, parseUpdateMask } from '../update-mask.ts';
import type { RequestHandler } from './context.ts';
import { type DimensionSpan, resolveDimension } from './dimensions.ts';

type Group = { start: number; end: number; depth: number; collapsed: boolean };
const MAX_DEPTH = 8;

const keyOf = (span: DimensionSpan): 'rowGroups' | 'columnGroups' =>
  span.dimension === 'ROWS' ? 'rowGroups' : 'columnGroups';

const readGroups = (list: readonly JsonObject[]): Group[] =>
  list.map((item) => {
    const range = item.range as { startIndex: number; endIndex: number };
    return {
      start: range.startIndex,
      end: range.endIndex,
      depth: item.depth as number,
      collapsed: item.collapsed === true,
    };
  });

/** How deep each index is grouped. */
const depths = (groups: readonly Group[], limit: number): number[] => {
  const made = new Array<number>(limit).fill(0);
  for (const group of groups) {
    for (let i = group.start; i < Math.min(group.end, limit); i += 1)
      made[i] = Math.max(made[i] ?? 0, group.depth);
  }
  return made;
};

/** The groups that depths stand for: at each level, every longest run at least that deep. */
const fromDepths = (deep: readonly number[], before: readonly Group[]): Group[] => {
  const made: Group[] = [];
  for (let depth = 1; depth <= Math.max(0, ...deep); depth += 1) {
    let start = -1;
    for (let i = 0; i <= deep.length; i += 1) {
      const inside = (deep[i] ?? 0) >= depth;
      if (inside && start < 0) start = i;
      if (inside || start < 0) continue;
      const old = before.find((group) => group.depth === depth && group.start < i && start < group.end);
      made.push({ start, end: i, depth, collapsed: old?.collapsed ?? false });
      start = -1;
    }
  }
  return made.sort((a, b) => a.start - b.start || a.depth - b.depth);
};

const store = (draft: Draft, span: DimensionSpan, groups: readonly Group[]): JsonObject => {
  const { sheet, dimension } = span;
  const list = groups.map((group) => ({
    range: { sheetId: sheet.sheetId, dimension, startIndex: group.start, endIndex: group.end },
    depth: group.depth,
    ...(group.collapsed ? { collapsed: true } : {}),
  }));
  draft.edit(sheet.sheetId)[keyOf(span)] = list;
  return list.length > 0 ? { dimensionGroups: printed(list) as Json } : {};
};

const regroup = (draft: Draft, request: JsonObject, by: 1 | -1): JsonObject => {
  const span = resolveDimension(draft.document, request.range);
  const before = readGroups(span.sheet[keyOf(span)]);
  const deep = depths(before, span.limit);
  let touched = false;
  for (let i = span.start; i < span.end; i += 1) {
    const depth = deep[i] ?? 0;
    if (depth + by < 0) continue;
    touched = true;
    deep[i] = depth + by;
    if (depth + by > MAX_DEPTH) throw new Error(`Cannot create a group deeper than ${MAX_DEPTH} levels.`);
  }
  if (!touched) throw new Error('No dimension group exists at the given range.');
  return store(draft, span, fromDepths(deep, before));
};

/** Groups rows or columns, one level deeper than they are. */
export const addDimensionGroup: RequestHandler = (draft, request) => {
  const reply = regroup(draft, request, 1);
  // A sheet's first group made through the API puts its control after the group.
  const { sheet, dimension } = resolveDimension(draft.document, request.range);
  const own = draft.edit(sheet.sheetId);
  const control = dimension === 'ROWS' ? 'rowGroupControlAfter' : 'columnGroupControlAfter';
  own[control] ??= true;
  return reply;
};
/** Takes rows or columns out of their innermost group. */
export const deleteDimensionGroup: RequestHandler = (draft, request) => regroup(draft, request, -1);

/** Folds or unfolds a group; one that is not there is refused. */
export const updateDimensionGroup: RequestHandler = (draft, request) => {
  const mask = parseUpdateMask(request.fields, 'DimensionGroup');
  const given = (request.dimensionGroup ?? {}) as JsonObject;
  const span = resolveDimension(draft.document, given.range, 'dimensionGroup.range');
  const groups = readGroups(span.sheet[keyOf(span)]);
  const group = groups.find(
    (item) => item.start === span.start && item.end === span.end && item.depth === given.depth,
  );
  if (!group) throw new Error('No dimension group exists at the given range and depth.');
  if (masks(mask, 'collapsed')) {
    group.collapsed = given.collapsed === true;
    hideGrouped(draft, span, group.collapsed);
  }
  store(draft, span, groups);
  return undefined;
};

const hideGrouped = (draft: Draft, span: DimensionSpan, hidden: boolean): void => {
  const sheet = draft.edit(span.sheet.sheetId);
  const sizes = span.dimension === 'ROWS' ? sheet.rows : sheet.columns;
  while (sizes.length < span.end) sizes.push(undefined);
  for (let i = span.start; i < span.end; i += 1) {
    const { hiddenByUser: _, ...rest } = sizes[i] ?? {};
    if (hidden) sizes[i] = { ...rest, hiddenByUser: true };
    else sizes[i] = Object.keys(rest).length > 0 ? rest : undefined;
  }
};
