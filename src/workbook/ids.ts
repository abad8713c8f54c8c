import { hashOf } from './hash.ts';

/**
 * A stable sheet id, so that two runs that add the same sheet at once collide instead of making twins.
 * @param key What the sheet is: key of a template, or a name of a review.
 * @returns Whole number from 1 to 2^31 − 1, as the Sheets API takes them.
 * @example derivedSheetId('performance') === derivedSheetId('performance') //=> true
 */
export function derivedSheetId(key: string): number {
  return hashOf(key) || 1;
}

/**
 * The derived sheet id, or the next one that is free.
 * @param key Key of the sheet's template.
 * @param taken Ids of all tabs.
 * @returns An id that no tab has.
 * @example freeSheetId('tree', new Set([derivedSheetId('tree')])) === derivedSheetId('tree') + 1 //=> true
 */
export function freeSheetId(key: string, taken: ReadonlySet<number>): number {
  let id = derivedSheetId(key);
  while (taken.has(id)) id++;
  return id;
}
