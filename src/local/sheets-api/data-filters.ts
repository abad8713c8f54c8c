import type { DocumentState, Json, JsonObject, MetadataState } from '../document/model.ts';
import { invalid, inWords } from './errors.ts';
import { boundOpenRange, intersects, openRange, sheetOf } from './grid-range.ts';
import { locationRects, matchesLookup, metadataResource } from './metadata.ts';
import { resolveA1, type SheetRange } from './ranges.ts';

/** The ranges that one data filter selects, in the order of the sheets. */
export const filterRanges = (document: DocumentState, filter: JsonObject, place: string): SheetRange[] => {
  if (typeof filter.a1Range === 'string') return [resolveA1(document, filter.a1Range)];
  return inWords(() => {
    if (filter.gridRange !== undefined) return [filterGridRange(document, filter.gridRange as JsonObject)];
    const lookup = filter.developerMetadataLookup as JsonObject | undefined;
    if (!lookup) throw new Error('Must set a filter.');
    return document.metadata
      .filter((item) => matchesLookup(document, item, lookup))
      .flatMap((item) => locationRects(document, item))
      .map(({ sheetId, rect }) => ({ sheet: sheetOf(document, sheetId), rect }));
  }, place);
};

/** A GridRange used for reading: its end may lie beyond the grid. */
const filterGridRange = (document: DocumentState, range: JsonObject): SheetRange => {
  const sheet = sheetOf(document, range.sheetId);
  const rect = boundOpenRange(sheet, openRange(range));
  const cut = {
    ...rect,
    endRow: Math.min(rect.endRow, sheet.rowCount),
    endColumn: Math.min(rect.endColumn, sheet.columnCount),
  };
  if (cut.startRow >= cut.endRow || cut.startColumn >= cut.endColumn) {
    throw new Error(
      `range exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
    );
  }
  return { sheet, rect: cut };
};

/** A filter as an answer repeats it: numbers that are 0 are left out of its range. */
const echoed = (filter: JsonObject): JsonObject => {
  const { gridRange } = filter;
  if (gridRange === undefined) return filter;
  const kept = Object.entries(gridRange as JsonObject).filter(([, value]) => value !== 0);
  return { gridRange: Object.fromEntries(kept) };
};

export type MatchedRange = SheetRange & { dataFilters: JsonObject[] };

/**
 * The ranges that any of the filters select, each once, with the filters that selected it. Google's order is not that
 * of the filters, so it is not here either: callers go by `dataFilters`.
 */
export const matchRanges = (document: DocumentState, filters: readonly Json[]): MatchedRange[] => {
  const found = new Map<string, MatchedRange>();
  filters.forEach((filter, i) => {
    for (const range of filterRanges(document, filter as JsonObject, `dataFilters[${i}]`)) {
      const { startRow, endRow, startColumn, endColumn } = range.rect;
      const key = [range.sheet.sheetId, startRow, endRow, startColumn, endColumn].join(' ');
      const known = found.get(key);
      if (known) known.dataFilters.push(echoed(filter as JsonObject));
      else found.set(key, { ...range, dataFilters: [echoed(filter as JsonObject)] });
    }
  });
  return [...found.values()].reverse();
};

/** The metadata entries that a filter selects: by lookup, or those at places that meet the filter's range. */
export const filterMetadata = (
  document: DocumentState,
  filter: JsonObject,
  place: string,
): MetadataState[] => {
  const lookup = filter.developerMetadataLookup as JsonObject | undefined;
  if (lookup)
    return inWords(() => document.metadata.filter((item) => matchesLookup(document, item, lookup)), place);
  const ranges = filterRanges(document, filter, place);
  return document.metadata.filter((item) => {
    const parts = locationRects(document, item);
    return ranges.some((range) =>
      parts.some((part) => part.sheetId === range.sheet.sheetId && intersects(part.rect, range.rect)),
    );
  });
};

/** The answer of `developerMetadata.search`. */
export const searchMetadata = (document: DocumentState, filters: readonly Json[]): JsonObject => {
  if (filters.length === 0) throw invalid('Must specify at least one data filter.');
  const found = new Map<MetadataState, JsonObject[]>();
  filters.forEach((filter, i) => {
    for (const item of filterMetadata(document, filter as JsonObject, `dataFilters[${i}]`)) {
      const known = found.get(item);
      if (known) known.push(filter as JsonObject);
      else found.set(item, [filter as JsonObject]);
    }
  });
  if (found.size === 0) return {};
  return {
    matchedDeveloperMetadata: [...found].map(([item, dataFilters]) => ({
      developerMetadata: metadataResource(item),
      dataFilters,
    })),
  };
};
