import { hiddenSheet } from './hidden-sheet.ts';
import type { SheetPlace, WorkbookMap } from './map.ts';
import { runsOf } from './position-spans.ts';
import type { GridRange, RowData, SheetsRequest } from './sheets-api.ts';

/** A hidden sheet with what the last import did, until the next one or until it is undone. */
const UNDO = hiddenSheet('undo');
export const UNDO_SHEET_ID = UNDO.sheetId;

/** The cell that says which import it is of. */
export const UNDO_HEAD: GridRange = {
  sheetId: UNDO_SHEET_ID,
  startRowIndex: 0,
  endRowIndex: 1,
  startColumnIndex: 0,
  endColumnIndex: 1,
};

/** The last import: its id, and its records as texts. */
export type UndoRecord = { readonly id: string; readonly records: readonly string[] };

export const hasUndo = UNDO.isThere;

/** Takes the record away. */
export const dropUndo = UNDO.drop;

/**
 * Writes the record of an import in place of the one before.
 * @param map Where everything is.
 * @param record Id of the import, and records of at most 50,000 characters, the most that a cell holds.
 */
export function keepUndo(map: Pick<WorkbookMap, 'tabs'>, { id, records }: UndoRecord): SheetsRequest[] {
  const rows = [id, ...records].map(
    (text): RowData => ({ values: [{ userEnteredValue: { stringValue: text } }] }),
  );
  const start = { sheetId: UNDO_SHEET_ID, rowIndex: 0, columnIndex: 0 };
  return [
    ...dropUndo(map),
    UNDO.add(rows.length, 1),
    { updateCells: { start, rows, fields: 'userEnteredValue' } },
  ];
}

/**
 * Takes rows out of a sheet, from the last to the first, so that none shifts before its turn. Where they are all there
 * is, an empty one comes below first: Google refuses to delete every row.
 * @param place The sheet.
 * @param rows Data rows from 0, ascending.
 */
export function removeRows(place: SheetPlace, rows: readonly number[]): SheetsRequest[] {
  const { sheetId } = place;
  const spans = runsOf(rows.map((row) => row + 1)).reverse();
  const isAll = rows.length >= place.rowCount - 1;
  return [
    ...(isAll ? [{ appendDimension: { sheetId, dimension: 'ROWS', length: 1 } } as const] : []),
    ...spans.map(
      ({ start, end }): SheetsRequest => ({
        deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: start, endIndex: end } },
      }),
    ),
  ];
}
