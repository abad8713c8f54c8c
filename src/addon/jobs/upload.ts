import type { TextTable } from '../../files/table.ts';
import type { WorkbookMap } from '../../workbook/map.ts';
import { readRange } from '../../workbook/read.ts';
import { hasUpload, takePiece, UPLOAD_SHEET_ID, uploadedText } from '../../workbook/upload-sheet.ts';
import type { Gateway } from '../gateway.ts';
import { Refusal } from '../refusal.ts';
import { isTextTables } from '../requests.ts';

export type UploadPiece = { readonly index: number; readonly count: number; readonly text: string };

/**
 * Keeps a piece of a file that is too big for one call. Nothing that people see changes; a new upload takes the place of
 * one that was stopped.
 * @param gateway Access to the document.
 * @param piece Number from 0, how many there are, and its text.
 */
export function uploadJob(gateway: Gateway, piece: UploadPiece): void {
  gateway.write(takePiece(piece.index === 0 ? gateway.readMap() : null, piece));
}

/**
 * The file that was uploaded in pieces: one values read.
 * @param gateway Access to the document.
 * @param map Where everything is.
 * @returns Its tables; throws a Refusal where a piece is missing.
 */
export function uploadedTables(gateway: Gateway, map: WorkbookMap): TextTable[] {
  if (!hasUpload(map)) throw new Refusal({ code: 'UPLOAD_LOST' });
  const { response } = gateway.readValues(map, {}, [{ sheetId: UPLOAD_SHEET_ID }]);
  const text = uploadedText(readRange(UPLOAD_SHEET_ID, response)[0] ?? []);
  try {
    const tables: unknown = JSON.parse(text);
    if (isTextTables(tables)) return tables;
  } catch {
    // A piece is missing: the text ends too early or has a hole.
  }
  throw new Refusal({ code: 'UPLOAD_LOST' });
}
