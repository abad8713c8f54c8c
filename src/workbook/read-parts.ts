import type { WorkbookMap } from './map.ts';
import type { DataFilter, GridRange, ValuesRequest, ValuesResponse } from './sheets-api.ts';

/** Google refuses an answer of too many cells; so many are known to work. */
export const READ_LIMIT = 2_000_000;

/** Cells of a range; one that is open ends with its tab. */
function rangeCells(map: WorkbookMap, range: GridRange): number {
  const tab = map.tabs.find(({ sheetId }) => sheetId === range.sheetId);
  const rows = (range.endRowIndex ?? tab?.rowCount ?? 0) - (range.startRowIndex ?? 0);
  return rows * ((range.endColumnIndex ?? tab?.columnCount ?? 0) - (range.startColumnIndex ?? 0));
}

/** The most cells that a filter can give. */
function cellsOf(map: WorkbookMap, filter: DataFilter): number {
  if ('gridRange' in filter) return rangeCells(map, filter.gridRange);
  return map.markedRows.get(filter.developerMetadataLookup.metadataValue ?? '') ?? 0;
}

/**
 * Splits a read that may give more cells than one answer holds.
 * @param map Where everything is, and how large.
 * @param request Body of `values.batchGetByDataFilter`.
 * @param limit Cells of an answer.
 * @returns Bodies that ask for the same in the same order; the one that was given where it is small enough. Only a
 *   single column or range of more cells than the limit is still asked for at once.
 */
export function readParts(map: WorkbookMap, request: ValuesRequest, limit = READ_LIMIT): ValuesRequest[] {
  const parts: DataFilter[][] = [];
  let left = 0;
  for (const filter of request.dataFilters) {
    const size = cellsOf(map, filter);
    if (parts.length === 0 || size > left) {
      parts.push([]);
      left = limit;
    }
    parts[parts.length - 1]!.push(filter);
    left -= size;
  }
  return parts.map((dataFilters) => ({ ...request, dataFilters }));
}

/**
 * The answers of a read in parts as one.
 * @param answers Answers of `values.batchGetByDataFilter` in any order.
 */
export function joinAnswers(answers: readonly ValuesResponse[]): ValuesResponse {
  return { valueRanges: answers.flatMap(({ valueRanges = [] }) => valueRanges) };
}
