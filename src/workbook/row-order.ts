import { staysInPlace } from '../kpi/in-place.ts';
import type { SheetPlace } from './map.ts';
import type { SheetsRequest } from './sheets-api.ts';

/**
 * Puts rows in order by moving whole ones, with all that people have in them, and as few as possible.
 * @param place The sheet.
 * @param order Data rows (0 = sheet row 2) as they stand now, in the order wanted; each from 0 on once.
 * @returns Requests that follow each other; none where all are in order.
 * @example moveRows(place, [1, 0]) // one request: one of the two rows goes past the other
 */
export function moveRows({ sheetId }: SheetPlace, order: readonly number[]): SheetsRequest[] {
  const stays = staysInPlace(order);
  const now = [...order].sort((a, b) => a - b);
  return order.flatMap((row, i): SheetsRequest[] => {
    if (stays[i]) return [];
    const from = now.indexOf(row);
    const before = order[i - 1];
    // Counted before the row leaves its place.
    const to = before === undefined ? 0 : now.indexOf(before) + 1;
    now.splice(from, 1);
    now.splice(to > from ? to - 1 : to, 0, row);
    const source = { sheetId, dimension: 'ROWS', startIndex: from + 1, endIndex: from + 2 } as const;
    return [{ moveDimension: { source, destinationIndex: to + 1 } }];
  });
}

/**
 * The order of all rows of a sheet when some of them get one of their own: whatever stands below such a row, such as an
 * empty row, goes with it.
 * @param count Rows that there are, with those that are added below.
 * @param wanted Rows in their new order; not necessarily all.
 * @example wholeOrder(4, [3, 0]) //=> [3, 0, 1, 2]
 */
export function wholeOrder(count: number, wanted: readonly number[]): number[] {
  const own = new Set(wanted);
  const first: number[] = [];
  const below = new Map<number, number[]>();
  let last = first;
  for (let row = 0; row < count; row++) {
    if (own.has(row)) {
      last = [];
      below.set(row, last);
    } else last.push(row);
  }
  return [...first, ...wanted.flatMap((row) => [row, ...(below.get(row) ?? [])])];
}
