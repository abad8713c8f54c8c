// Of merged cells only the first holds a value: what is written into the others is not seen, and what people mean by a
// merge, the same value for all its rows, cannot be read.
import type { Issue } from '../kpi/issue.ts';
import { columnLetters } from './a1.ts';
import type { SheetPlace, WorkbookMap } from './map.ts';
import { sheetTemplate } from './sheets/index.ts';
import type { GridRange, SheetsRequest } from './sheets-api.ts';

/** Half-open, from 0. */
type Rect = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

/** Google leaves out zeros, and ends that are those of the sheet. */
function rectOf({ rowCount, columnCount }: SheetPlace, range: GridRange): Rect {
  const { startRowIndex = 0, startColumnIndex = 0 } = range;
  return {
    top: startRowIndex,
    bottom: range.endRowIndex ?? rowCount,
    left: startColumnIndex,
    right: range.endColumnIndex ?? columnCount,
  };
}

function issueOf({ title }: SheetPlace, { top, bottom, left, right }: Rect): Issue {
  const cell = `${columnLetters(left)}${top + 1}:${columnLetters(right - 1)}${bottom}`;
  return { code: 'CELLS_MERGED', at: { sheet: title, cell } };
}

/** Text that goes over several rows or columns harms nothing; what rows are known and counted by does. */
function harms(place: SheetPlace, { bottom, left, right }: Rect, anyColumn: boolean): boolean {
  if (bottom <= 1) return false;
  return sheetTemplate(place.key).columns.some(({ key, type }) => {
    const position = place.columns.get(key) ?? -1;
    return position >= left && position < right && (anyColumn || type !== 'text');
  });
}

/**
 * Merged cells below the headers, in columns of the templates.
 * @param map Where everything is.
 * @param sheets Keys of the sheets to look at.
 * @param anyColumn Whether to name those of columns that hold nothing but text, too.
 * @returns An issue CELLS_MERGED for each merge, with its range.
 */
export function mergeIssues(map: WorkbookMap, sheets: readonly string[], anyColumn: boolean): Issue[] {
  return sheets.flatMap((key) => {
    const place = map.sheets.get(key);
    if (place === undefined) return [];
    return place.merges
      .map((range) => rectOf(place, range))
      .filter((rect) => harms(place, rect, anyColumn))
      .map((rect) => issueOf(place, rect));
  });
}

function writtenRect(request: SheetsRequest): { sheetId: number; rect: Rect } | undefined {
  const { start, rows } = 'updateCells' in request ? request.updateCells : {};
  if (start === undefined || rows === undefined) return undefined;
  const { sheetId, rowIndex, columnIndex } = start;
  const width = Math.max(0, ...rows.map(({ values }) => values.length));
  const rect = {
    top: rowIndex,
    bottom: rowIndex + rows.length,
    left: columnIndex,
    right: columnIndex + width,
  };
  return { sheetId, rect };
}

/** Whether a block reaches a cell of a merge other than its first. */
function isHidden(block: Rect, merge: Rect): boolean {
  const bottom = Math.min(block.bottom, merge.bottom);
  const right = Math.min(block.right, merge.right);
  const top = Math.max(block.top, merge.top);
  const left = Math.max(block.left, merge.left);
  if (top >= bottom || left >= right) return false;
  return bottom > merge.top + 1 || right > merge.left + 1;
}

/**
 * Whether values would be written where nobody sees them.
 * @param map Where everything is.
 * @param requests Requests of a batch.
 * @returns The issue CELLS_MERGED of the first merge in a template sheet that a block of values reaches into; undefined
 *   where there is none.
 */
export function hiddenWrite(map: WorkbookMap, requests: readonly SheetsRequest[]): Issue | undefined {
  const merged = new Map(
    [...map.sheets.values()].filter(({ merges }) => merges.length > 0).map((place) => [place.sheetId, place]),
  );
  if (merged.size === 0) return undefined;
  for (const request of requests) {
    const written = writtenRect(request);
    const place = written && merged.get(written.sheetId);
    const merge = place?.merges
      .map((range) => rectOf(place, range))
      .find((each) => isHidden((written as { rect: Rect }).rect, each));
    if (place !== undefined && merge !== undefined) return issueOf(place, merge);
  }
  return undefined;
}
