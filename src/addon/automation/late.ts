import type { WorkbookMap } from '../../workbook/map.ts';
import type { SheetsRequest } from '../../workbook/sheets-api.ts';
import type { TableChange } from '../../workbook/table.ts';
import { keepRequests, memoryOf } from './memory.ts';

/**
 * The requests by which the next tick looks for late answers again: comments that came from a file may have passed
 * their limit long ago.
 * @param map Where everything is.
 * @param document Id of the spreadsheet.
 * @param changes What the file changes.
 * @param now Serial day with time.
 * @returns None where no comment is among them, or nothing runs by itself.
 */
export function lookForLate(
  map: WorkbookMap,
  document: string,
  changes: readonly TableChange[],
  now: number,
): SheetsRequest[] {
  const memory = memoryOf(map, document);
  const hasComments = changes.some(
    ({ sheet, appends, updates }) => sheet === 'comments' && appends.length + updates.length > 0,
  );
  return hasComments && memory.trigger !== null ? keepRequests(map, { ...memory, nextLate: now }) : [];
}
