/** What an edit in the grid asks of the spreadsheet: calls of the Sheets API. */
import type { JsonObject } from '../../document/model.ts';

/** Zero-based, inclusive at both ends, as the engine has it. */
export type Zone = { top: number; bottom: number; left: number; right: number };

export type Operation =
  /** A request of `spreadsheets.batchUpdate`. */
  | { kind: 'request'; request: JsonObject }
  /** A cell typed by a person: parsed as Google parses what is typed. */
  | { kind: 'typed'; sheetId: number; row: number; column: number; content: string };

/** A request of `spreadsheets.batchUpdate` by its name, such as `mergeCells`. */
export const request = (name: string, body: JsonObject): Operation => ({
  kind: 'request',
  request: { [name]: body },
});

/** A zone as a GridRange of the API, which is half-open. */
export const gridRange = (sheetId: number, zone: Zone): JsonObject => ({
  sheetId,
  startRowIndex: zone.top,
  endRowIndex: zone.bottom + 1,
  startColumnIndex: zone.left,
  endColumnIndex: zone.right + 1,
});

/** The zone of one cell, zero-based. */
export const cellZone = (row: number, column: number): Zone => ({
  top: row,
  bottom: row,
  left: column,
  right: column,
});

/** Sorted indices as half-open runs: `[3, 4, 7]` is `[[3, 5], [7, 8]]`. */
export function runs(indices: readonly number[]): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (const index of [...indices].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[1] === index) last[1] = index + 1;
    else found.push([index, index + 1]);
  }
  return found;
}
