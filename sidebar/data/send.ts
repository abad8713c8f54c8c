import type { ImportOutcome } from '../../src/addon/api.ts';
import { call } from '../server.ts';
import { importRequestOf, type QueuedFile, rowsOf } from './queue.ts';

/** Characters of one call; Google takes a run that receives much more badly. */
const PIECE_SIZE = 1_500_000;

/** The piece that is on its way, from 1, of how many, and of how many rows; null once all are there. */
export type OnPiece = (piece: { number: number; count: number; rows: number } | null) => void;

/** Thrown where a person stopped between two pieces; nothing has been imported then. */
export class Stopped extends Error {}

/** An id that no other upload has: two people may upload at once, and a stopped one may be there still. */
function newUpload(): string {
  const random = () => Math.random().toString(36).slice(2, 10).padEnd(8, '0');
  return `${random()}${random()}`;
}

/** A slice never ends within a character of two halves. */
function slices(text: string): string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + PIECE_SIZE, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last < 0xdc00) end -= 1;
    found.push(text.slice(start, end));
    start = end;
  }
  return found;
}

/**
 * Imports a file: at once, or in pieces where it is too big for one call.
 * @param entry The file as its fields say.
 * @param onPiece Told which piece is on its way, and when all are there.
 * @param isStopped Asked before each piece.
 * @returns What became of its rows; rejects with Stopped where it was stopped before all pieces were there.
 */
export async function importInPieces(
  entry: QueuedFile,
  onPiece: OnPiece,
  isStopped: () => boolean,
): Promise<ImportOutcome> {
  const request = importRequestOf(entry);
  const pieces = slices(JSON.stringify(request.tables));
  if (pieces.length === 1) return call('importFile', request);
  const upload = newUpload();
  const rows = rowsOf(entry);
  for (const [index, text] of pieces.entries()) {
    if (isStopped()) throw new Stopped();
    onPiece({ number: index + 1, count: pieces.length, rows });
    await call('uploadPiece', { upload, index, count: pieces.length, text });
  }
  if (isStopped()) throw new Stopped();
  onPiece(null);
  return call('importFile', { ...request, tables: [], uploaded: upload });
}
