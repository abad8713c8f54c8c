import { hiddenSheet } from './hidden-sheet.ts';
import type { WorkbookMap } from './map.ts';
import type { RowData, SheetsRequest } from './sheets-api.ts';

/** A hidden sheet that takes the text of a big file piece by piece, until it is imported. */
const UPLOAD = hiddenSheet('upload');
export const UPLOAD_SHEET_ID = UPLOAD.sheetId;

/** Below the 50,000 characters that a cell holds. */
const CELL_SIZE = 45_000;
/** Rows that a piece may take; a piece of about 1.5 MB takes 34. */
const ROWS_A_PIECE = 64;
/** Characters of the largest piece. */
export const PIECE_LIMIT = CELL_SIZE * ROWS_A_PIECE;

export const hasUpload = UPLOAD.isThere;

/** Takes the sheet away. */
export const dropUpload = UPLOAD.drop;

function cellsOf(text: string): RowData[] {
  const count = Math.ceil(text.length / CELL_SIZE);
  return Array.from({ length: count }, (_, i) => ({
    // Only a text that begins with a letter is kept to the character by everything on its way.
    values: [{ userEnteredValue: { stringValue: `t${text.slice(i * CELL_SIZE, (i + 1) * CELL_SIZE)}` } }],
  }));
}

/**
 * Takes a piece in; the first makes the sheet, in place of one that was left.
 * @param map Where everything is; needed for the first piece.
 * @param piece Its number from 0, how many there are, and its text of at most PIECE_LIMIT characters.
 */
export function takePiece(
  map: Pick<WorkbookMap, 'tabs'> | null,
  { index, count, text }: { readonly index: number; readonly count: number; readonly text: string },
): SheetsRequest[] {
  const begin: SheetsRequest[] =
    map === null ? [] : [...dropUpload(map), UPLOAD.add(count * ROWS_A_PIECE, 1)];
  const start = { sheetId: UPLOAD_SHEET_ID, rowIndex: index * ROWS_A_PIECE, columnIndex: 0 };
  return [...begin, { updateCells: { start, rows: cellsOf(text), fields: 'userEnteredValue' } }];
}

/**
 * The text that the pieces make.
 * @param column Cells of the sheet, from the top.
 */
export function uploadedText(column: readonly unknown[]): string {
  return column.map((cell) => (typeof cell === 'string' ? cell.slice(1) : '')).join('');
}
