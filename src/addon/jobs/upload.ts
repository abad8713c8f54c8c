import type { TextTable } from '../../files/table.ts';
import type { WorkbookMap } from '../../workbook/map.ts';
import { readRange } from '../../workbook/read.ts';
import { takePiece, type UploadPiece, uploadedText, uploadSheet } from '../../workbook/upload-sheet.ts';
import type { Gateway } from '../gateway.ts';
import { nowIn } from '../now.ts';
import { Refusal } from '../refusal.ts';
import { isTextTables } from '../requests.ts';

/**
 * Keeps a piece of a file that is too big for one call. Nothing that people see changes.
 * @param gateway Access to the document.
 * @param piece Id of the upload, number from 0, how many there are, and its text.
 */
export function uploadJob(gateway: Gateway, piece: UploadPiece): void {
  if (piece.index > 0) {
    gateway.write(takePiece(null, piece));
    return;
  }
  const map = gateway.readMap();
  gateway.write(takePiece({ map, now: nowIn(map.timeZone).serial }, piece));
}

/**
 * The file that was uploaded in pieces: one values read.
 * @param gateway Access to the document.
 * @param map Where everything is.
 * @param upload Id of the upload.
 * @returns Its tables; throws a Refusal where a piece is missing.
 */
export function uploadedTables(gateway: Gateway, map: WorkbookMap, upload: string): TextTable[] {
  const sheet = uploadSheet(upload);
  if (!sheet.isThere(map)) throw new Refusal({ code: 'UPLOAD_LOST' });
  const { sheetId } = sheet;
  const { response } = gateway.readValues(map, {}, [{ sheetId }]);
  const text = uploadedText(readRange(sheetId, response)[0] ?? []);
  try {
    const tables: unknown = JSON.parse(text);
    if (isTextTables(tables)) return tables;
  } catch {
    // A piece is missing: the text ends too early or has a hole.
  }
  throw new Refusal({ code: 'UPLOAD_LOST' });
}

/**
 * Takes the sheet of a refused upload away: the next try sends all pieces again.
 * @param gateway Access to the document.
 * @param map Where everything is.
 * @param upload Id of the upload.
 */
export function forgetUpload(gateway: Gateway, map: WorkbookMap, upload: string): void {
  try {
    gateway.write(uploadSheet(upload).drop(map));
  } catch {
    // Why the file was refused matters more; the sheet goes with the next upload after a day.
  }
}
