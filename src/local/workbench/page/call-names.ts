/** Names for the calls of custom functions in cells, by which an answer of before is known to be of the same call. */

/** What the library tells a function of where it is called. */
export type CallPlace = { __originCellPosition?: { sheetId: string; col: number; row: number } };

/** How many calls there were of a function in a cell; a formula is evaluated from its beginning to its end at once. */
const counts = new Map<string, number>();

/**
 * Names a call by its cell and its turn among the calls of the function there.
 * @returns undefined outside a cell
 */
export function callName(place: CallPlace, name: string): string | undefined {
  const position = place.__originCellPosition;
  if (!position) return undefined;
  const start = `${position.sheetId}!${position.row},${position.col} ${name}`;
  const count = counts.get(start) ?? 0;
  if (counts.size === 0) void Promise.resolve().then(() => counts.clear());
  counts.set(start, count + 1);
  return `${start} ${count}`;
}
