import { MS_PER_DAY, UNIX_EPOCH_SERIAL } from '../kpi/calendar.ts';
import { trimId } from './cells.ts';

const SCIENTIFIC = /^\d(?:[.,]\d+)?e\+\d+$/i;
/** Excel leaves fifteen digits of a number. */
const CUT = /^\d{15}(0+)$/;
/** One in a thousand columns would end in so many zeros by chance. */
const ZEROS = 3;

/**
 * Whether an identifier is what a spreadsheet made of a long number: its first digits are all that is left.
 * @param id Identifier as it stands in the file.
 * @example isRounded('1.22158E+17') //=> true
 */
export const isRounded = (id: string): boolean => SCIENTIFIC.test(id);

/**
 * Whether Excel cut the identifiers of a column: it leaves 15 digits of a long number and fills up with zeros, and no
 * file has only such identifiers by chance.
 * @param cells Cells of the column.
 * @param shortest Digits of the shortest number to look at.
 * @example areIdsRounded(['7658657266417990000']) //=> true
 */
export function areIdsRounded(cells: readonly string[], shortest = 16): boolean {
  const long = new Set(cells.map(trimId).filter((id) => id.length >= shortest && /^\d+$/.test(id)));
  let zeros = 0;
  for (const id of long) {
    const end = CUT.exec(id)?.[1];
    if (end === undefined) return false;
    zeros += end.length;
  }
  return zeros >= ZEROS;
}
/**
 * An identifier for what has none but its beginning, such as a LIVE.
 * @param serial When it began.
 * @returns The same for the same minute.
 * @example idOfTime(45964.375) //=> 'live-20251103-0900'
 */
export function idOfTime(serial: number): string {
  const minutes = Math.round((serial - UNIX_EPOCH_SERIAL) * 1440);
  const iso = new Date((minutes * MS_PER_DAY) / 1440).toISOString();
  return `live-${iso.slice(0, 16).replace(/[-:]/g, '').replace('T', '-')}`;
}

/**
 * Whether an identifier was made of a beginning.
 * @param id Any identifier.
 * @example isOfTime('live-20251103-0900') //=> true
 */
export const isOfTime = (id: string): boolean => /^live-\d{8}-\d{4}$/.test(id);
