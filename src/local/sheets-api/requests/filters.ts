import type { Draft } from '../../document/draft.ts';
import type { DocumentState, Json, JsonObject, SheetState } from '../../document/model.ts';
import { SheetsApiError } from '../errors.ts';
import { gridRange, resolveGridRange, sheetOf } from '../grid-range.ts';
import { printed } from '../schema/stored-json.ts';
import { applyMask, parseUpdateMask } from '../update-mask.ts';
import { checkCondition } from './conditions.ts';
import { freshId, type RequestHandler } from './context.ts';
import { applyFilter, checkCriteria } from './filter-rows.ts';
import { sortRows } from './sort.ts';

/** The range of a filter, or that of the named range which it is given instead. */
const filterRange = (document: DocumentState, given: JsonObject): Json | undefined => {
  if (given.namedRangeId === undefined) return given.range;
  const named = document.namedRanges.find((item) => item.namedRangeId === given.namedRangeId);
  if (!named) throw new Error(`No named range with id: ${String(given.namedRangeId)}`);
  return gridRange(named.sheetId, named.range);
};

/** A filter to be stored: bounded range, and its criteria both by column and as a list, as the API answers them. */
const storedFilter = (
  document: DocumentState,
  given: JsonObject,
): { filter: JsonObject; sheet: SheetState } => {
  if (given.tableId !== undefined)
    throw new SheetsApiError('UNIMPLEMENTED', 'Filters of tables are not served by this host.');
  const { sheet, rect } = resolveGridRange(document, filterRange(document, given));
  const filter: JsonObject = { ...given, range: gridRange(sheet.sheetId, rect) };
  if (Array.isArray(given.filterSpecs) && given.filterSpecs.length > 0) {
    const criteria: JsonObject = {};
    for (const spec of given.filterSpecs as JsonObject[]) {
      criteria[String(spec.columnIndex ?? 0)] = (spec.filterCriteria as JsonObject | undefined) ?? {};
    }
    filter.criteria = criteria;
  } else if (given.criteria) {
    filter.filterSpecs = Object.entries(given.criteria as JsonObject).map(([column, filterCriteria]) => ({
      columnIndex: Number(column),
      filterCriteria,
    }));
  }
  for (const [key, rule] of Object.entries((filter.criteria ?? {}) as Record<string, JsonObject>)) {
    const column = Number(key);
    if (rule.condition !== undefined) checkCondition(document, rule.condition, 'filter');
    checkCriteria(rule);
    if (column < rect.startColumn || column >= rect.endColumn) {
      throw new Error(`columnIndex[${column}] is outside of the filter's range.`);
    }
  }
  return { filter, sheet };
};

/** Sets the filter of a sheet, sorts its rows where it says so and hides those that do not pass it. */
export const setBasicFilter: RequestHandler = (draft, request, context) => {
  const { filter, sheet } = storedFilter(draft.document, (request.filter ?? {}) as JsonObject);
  draft.edit(sheet.sheetId).basicFilter = filter;
  const { rect } = resolveGridRange(draft.document, filter.range);
  const specs = (filter.sortSpecs ?? []) as Json[];
  // The rows below the header stand in the order that the filter names.
  if (specs.length > 0 && rect.endRow - rect.startRow > 1)
    sortRows(draft, sheet.sheetId, { ...rect, startRow: rect.startRow + 1 }, specs, context);
  applyFilter(draft, sheet.sheetId, context);
  return undefined;
};

/** Takes the filter off a sheet; the rows that it hid show again. */
export const clearBasicFilter: RequestHandler = (draft, request, context) => {
  const sheet = draft.edit(sheetOf(draft.document, request.sheetId).sheetId);
  delete sheet.basicFilter;
  applyFilter(draft, sheet.sheetId, context);
  return undefined;
};

const find = (draft: Draft, id: Json | undefined): { sheet: SheetState; at: number; view: JsonObject } => {
  for (const sheet of draft.document.sheets) {
    const at = (sheet.filterViews ?? []).findIndex((view) => view.filterViewId === id);
    const view = sheet.filterViews?.[at];
    if (view) return { sheet, at, view };
  }
  throw new Error(`No filter view with id: ${id ?? 0}`);
};

const insertView = (draft: Draft, given: JsonObject, random: () => number): JsonObject => {
  const { filter, sheet } = storedFilter(draft.document, given);
  const taken = (id: number): boolean =>
    draft.document.sheets.some((other) => other.filterViews?.some((view) => view.filterViewId === id));
  const filterViewId = (given.filterViewId as number | undefined) ?? freshId(random, taken);
  if (given.filterViewId !== undefined && taken(filterViewId))
    throw new Error(`Filter view with id ${filterViewId} already exists.`);
  const own = draft.edit(sheet.sheetId);
  const views = own.filterViews ?? [];
  const view: JsonObject = { ...filter, filterViewId, title: filter.title ?? `Filter ${views.length + 1}` };
  own.filterViews = [...views, view];
  return view;
};

/** Adds a filter view; an id that is taken is refused. */
export const addFilterView: RequestHandler = (draft, request, context) => ({
  filter: printed(insertView(draft, (request.filter ?? {}) as JsonObject, context.random)),
});

/** Copies a filter view under another title and id. */
export const duplicateFilterView: RequestHandler = (draft, request, context) => {
  const { filterViewId: _, ...view } = find(draft, request.filterId).view;
  const title = `Copy of ${String(view.title)}`;
  return { filter: printed(insertView(draft, { ...view, title }, context.random)) };
};

/** Changes the fields of the mask in a filter view. */
export const updateFilterView: RequestHandler = (draft, request) => {
  const mask = parseUpdateMask(request.fields, 'FilterView');
  const given = (request.filter ?? {}) as JsonObject;
  const { sheet, at, view } = find(draft, given.filterViewId);
  const merged: JsonObject = { ...applyMask(view, given, mask), filterViewId: view.filterViewId as Json };
  if (merged.range === undefined) merged.range = view.range as Json;
  const { filter } = storedFilter(draft.document, merged);
  const own = draft.edit(sheet.sheetId);
  own.filterViews = (own.filterViews ?? []).with(at, filter);
  return undefined;
};

/** Deletes a filter view; an id of none is refused. */
export const deleteFilterView: RequestHandler = (draft, request) => {
  const { sheet, at } = find(draft, request.filterId);
  const own = draft.edit(sheet.sheetId);
  own.filterViews = (own.filterViews ?? []).toSpliced(at, 1);
  return undefined;
};
