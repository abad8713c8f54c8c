import { serialOfIsoDate } from './calendar.ts';
import { type Fault, faultOf, type Input, isBlank, isFault } from './fault.ts';

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{2})(?::\d{2})?)?$/;
const FIRST_SERIAL = -693_593; // 0001-01-01
const LAST_SERIAL = 2_958_466; // the end of 9999-12-31

const pad = (text: string): string => text.padStart(2, '0');

const momentOfText = (text: string): number | null => {
  const [, year = '', month = '', day = '', hour = '0', minute = '0'] =
    DAY.exec(text.normalize('NFKC').trim()) ?? [];
  const serial = serialOfIsoDate(`${year}-${pad(month)}-${pad(day)}`);
  if (serial === null || Number(hour) > 23 || Number(minute) > 59) return null;
  return serial + Number(hour) / 24 + Number(minute) / 1440;
};

/**
 * The moment that a cell names: a date with or without time (its serial number), or such a text, as people type it
 * (`2026-11-22`, `2026/11/22 9:30`, `2026年11月22日`).
 * @param cell Value of a cell.
 * @returns The serial, with the time as its fraction; null for an empty cell; NOT_A_DATE for anything else or a day
 *   outside the years 1–9999.
 * @example momentOf('2026-11-22 12:00') //=> 46348.5
 */
export const momentOf = (cell: Input): number | null | Fault => {
  if (isBlank(cell)) return null;
  if (isFault(cell)) return cell;
  const serial = typeof cell === 'string' ? momentOfText(cell) : typeof cell === 'number' ? cell : null;
  const isDay = serial !== null && serial >= FIRST_SERIAL && serial < LAST_SERIAL;
  return isDay ? serial : faultOf('NOT_A_DATE');
};

/**
 * Whole days from one day to another; the times of day do not count.
 * @param from first day. @param to last day; before the first one, the result is negative.
 * @returns null where one is missing; NOT_A_DATE.
 * @example daysBetween(46348.9, 46350.1) //=> 2
 */
export const daysBetween = (from: Input, to: Input): number | null | Fault => {
  const [start, end] = [momentOf(from), momentOf(to)];
  if (isFault(start)) return start;
  if (isFault(end)) return end;
  return start === null || end === null ? null : Math.floor(end) - Math.floor(start);
};
