import { type HiddenSheet, hiddenSheet } from './hidden-sheet.ts';
import type { WorkbookMap } from './map.ts';
import { markUpload } from './marks.ts';
import type { RowData, SheetsRequest } from './sheets-api.ts';

/**
 * The hidden sheet that takes the text of one big file piece by piece, until it is imported: each upload has its own, since
 * two people may upload at once.
 * @param upload Id of the upload, as the sidebar made it.
 */
export const uploadSheet = (upload: string): HiddenSheet => hiddenSheet(`upload ${upload}`);

/** Days after which nobody comes back to an upload. */
const STALE_AFTER = 1;

/** Below the 50,000 characters that a cell holds. */
const CELL_SIZE = 45_000;
/** Rows that a piece may take; a piece of about 1.5 MB takes 34. */
const ROWS_A_PIECE = 64;
/** Characters of the largest piece. */
export const PIECE_LIMIT = CELL_SIZE * ROWS_A_PIECE;

export type UploadPiece = {
  readonly upload: string;
  readonly index: number;
  readonly count: number;
  readonly text: string;
};

/**
 * Takes the sheets of uploads away that somebody left.
 * @param map Where everything is.
 * @param now The present moment, serial with time.
 */
export function dropStaleUploads({ uploads }: Pick<WorkbookMap, 'uploads'>, now: number): SheetsRequest[] {
  return uploads
    .filter(({ since }) => !(now - since <= STALE_AFTER))
    .map(({ sheetId }) => ({ deleteSheet: { sheetId } }));
}

function cellsOf(text: string): RowData[] {
  const count = Math.ceil(text.length / CELL_SIZE);
  return Array.from({ length: count }, (_, i) => ({
    // Only a text that begins with a letter is kept to the character by everything on its way.
    values: [{ userEnteredValue: { stringValue: `t${text.slice(i * CELL_SIZE, (i + 1) * CELL_SIZE)}` } }],
  }));
}

/**
 * Takes a piece in; the first makes the sheet.
 * @param begin Where everything is and the present moment; needed for the first piece.
 * @param piece Its upload, its number from 0, how many there are, and its text of at most PIECE_LIMIT characters.
 */
export function takePiece(
  begin: { readonly map: Pick<WorkbookMap, 'tabs' | 'uploads'>; readonly now: number } | null,
  { upload, index, count, text }: UploadPiece,
): SheetsRequest[] {
  const sheet = uploadSheet(upload);
  const start = { sheetId: sheet.sheetId, rowIndex: index * ROWS_A_PIECE, columnIndex: 0 };
  const write = { updateCells: { start, rows: cellsOf(text), fields: 'userEnteredValue' } };
  if (begin === null) return [write];
  const { map, now } = begin;
  const others = { uploads: map.uploads.filter(({ sheetId }) => sheetId !== sheet.sheetId) };
  return [
    ...dropStaleUploads(others, now),
    ...sheet.drop(map),
    sheet.add(count * ROWS_A_PIECE, 1),
    markUpload(sheet.sheetId, now),
    write,
  ];
}

/**
 * The text that the pieces make.
 * @param column Cells of the sheet, from the top.
 */
export function uploadedText(column: readonly unknown[]): string {
  return column.map((cell) => (typeof cell === 'string' ? cell.slice(1) : '')).join('');
}
