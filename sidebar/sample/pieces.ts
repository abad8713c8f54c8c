import type { RequestOf } from '../server.ts';

type Piece = RequestOf<'loadRows'>;
type Row = Piece['tables'][number]['rows'][number];
export type RowTable = { readonly sheet: string; readonly rows: readonly Row[] };

/** Characters of JSON in one call; a run that receives much more can outlast its time. */
const PIECE_LIMIT = 1_500_000;

/**
 * Cuts tables into requests of limited size, in order, every row in exactly one of them.
 * @param tables Rows by sheet.
 * @param limit Most characters of JSON in a request; a single larger row goes alone.
 * @example cutIntoPieces([{ sheet: 'orders', rows: [{ id: '1' }] }]) //=> [{ tables: [{ sheet: 'orders', rows: [{ id: '1' }] }] }]
 */
export function cutIntoPieces(tables: readonly RowTable[], limit = PIECE_LIMIT): Piece[] {
  const pieces: Piece[] = [];
  let piece: Piece = { tables: [] };
  let size = 0;
  for (const { sheet, rows } of tables) {
    for (const row of rows) {
      const length = JSON.stringify(row).length + 1;
      if (size > 0 && size + length > limit) {
        pieces.push(piece);
        piece = { tables: [] };
        size = 0;
      }
      let table = piece.tables[piece.tables.length - 1];
      if (table?.sheet !== sheet) {
        table = { sheet, rows: [] };
        piece.tables.push(table);
      }
      table.rows.push(row);
      size += length;
    }
  }
  if (size > 0) pieces.push(piece);
  return pieces;
}

/** Rows in a request. */
export function rowsOf(piece: Piece): number {
  return piece.tables.reduce((sum, table) => sum + table.rows.length, 0);
}
