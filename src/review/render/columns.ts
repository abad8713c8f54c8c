import type { ReviewPlace } from '../../workbook/map.ts';
import { markColumn, REVIEW_COLUMNS } from '../../workbook/marks.ts';
import type { DimensionRange, SheetsRequest } from '../../workbook/sheets-api.ts';
import { AT, COLUMNS, type ColumnKey } from './grid.ts';

function columnRange(sheetId: number, index: number): DimensionRange {
  return { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 };
}

function markRequests(
  sheetId: number,
  { key, width }: (typeof COLUMNS)[number],
  index: number,
): SheetsRequest[] {
  return [
    {
      updateDimensionProperties: {
        range: columnRange(sheetId, index),
        properties: { pixelSize: width, hiddenByUser: index === AT.key },
        fields: 'pixelSize,hiddenByUser',
      },
    },
    markColumn(sheetId, REVIEW_COLUMNS, key, index),
  ];
}

/**
 * The requests that make the columns of a tab known by their keys, and as wide as they are to be.
 * @param sheetId The tab.
 */
export function markColumns(sheetId: number): SheetsRequest[] {
  return COLUMNS.flatMap((column, index) => markRequests(sheetId, column, index));
}

/** Columns of a tab from left to right: the keys of ours, undefined for those that people added. */
function columnsNow({ columns, columnCount }: ReviewPlace): (ColumnKey | undefined)[] {
  const now = new Array<ColumnKey | undefined>(columnCount).fill(undefined);
  for (const { key } of COLUMNS) {
    const position = columns.get(key);
    if (position !== undefined) now[position] = key;
  }
  return now;
}

/**
 * The requests that put the columns of a tab back into their order before it is written again: columns that people
 * added go to the right of them with all that is in them, and one that is gone comes back empty.
 * @param place The tab; nothing in it may be merged.
 * @returns Requests; none where nobody moved anything.
 */
export function reorderColumns(place: ReviewPlace): SheetsRequest[] {
  const { sheetId } = place;
  const requests: SheetsRequest[] = [];
  const now = columnsNow(place);
  const move = (from: number, to: number): void => {
    requests.push({
      moveDimension: {
        source: columnRange(sheetId, from),
        // Counted before the column leaves its place.
        destinationIndex: to > from ? to + 1 : to,
      },
    });
    now.splice(to, 0, ...now.splice(from, 1));
  };
  /** The first column of a person's own that stands left of one of ours. */
  const between = (): number =>
    now.findIndex((key, index) => key === undefined && now.slice(index).some(Boolean));
  for (let index = between(); index >= 0; index = between()) move(index, now.length - 1);
  for (const [index, column] of COLUMNS.entries()) {
    const from = now.indexOf(column.key);
    if (from > index) move(from, index);
    if (from >= 0) continue;
    requests.push({
      insertDimension: { range: columnRange(sheetId, index), inheritFromBefore: index > 0 },
    });
    requests.push(...markRequests(sheetId, column, index));
    now.splice(index, 0, column.key);
  }
  return requests;
}
