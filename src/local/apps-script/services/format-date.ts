/** Dates in the patterns of Java's SimpleDateFormat, in English (US), as `Utilities.formatDate` writes them. */

import { monthNames } from '../../document/month-names.ts';
import {
  isTimeZone,
  MILLISECONDS_A_DAY,
  offsetMinutes,
  type WallTime,
  wallTime,
} from '../../document/zone.ts';
import { ScriptError } from '../service.ts';
import { shortZoneName } from './zone-names.ts';

/** Java's short names are the first three letters of these. */
export const MONTHS = monthNames('en-US', 'long');
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

type Moment = { wall: WallTime; instant: number; timeZone: string };

function utcDay(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / MILLISECONDS_A_DAY);
}

/** 0 for Sunday. */
function weekDay(wall: WallTime): number {
  return (((utcDay(wall.year, wall.month, wall.day) + 4) % 7) + 7) % 7;
}

/** The Sunday on or before 1 January: where week 1 begins by the rules of the United States. */
function firstSunday(year: number): number {
  const day = utcDay(year, 1, 1);
  return day - ((((day + 4) % 7) + 7) % 7);
}

function usWeek(wall: WallTime): { year: number; week: number } {
  const day = utcDay(wall.year, wall.month, wall.day);
  const year = day >= firstSunday(wall.year + 1) ? wall.year + 1 : wall.year;
  return { year, week: Math.floor((day - firstSunday(year)) / 7) + 1 };
}

function weekOfMonth(wall: WallTime): number {
  const first = weekDay({ ...wall, day: 1 });
  return Math.floor((wall.day - 1 + first) / 7) + 1;
}

function offset(moment: Moment, separator: string): string {
  const total = Math.round(offsetMinutes(moment.instant, moment.timeZone));
  const size = Math.abs(total);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${total < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${separator}${pad(size % 60)}`;
}

function isoOffset(moment: Moment, length: number): string {
  if (length > 3) throw new ScriptError(`invalid ISO 8601 format: length=${length}`);
  if (offsetMinutes(moment.instant, moment.timeZone) === 0) return 'Z';
  const text = offset(moment, length === 3 ? ':' : '');
  return length === 1 ? text.slice(0, 3) : text;
}

/** Whether the clocks are put forward: further ahead of UTC than in one of the two halves of the year. */
function isSummer({ instant, timeZone, wall }: Moment): boolean {
  const [january, july] = [0, 6].map((month) => offsetMinutes(Date.UTC(wall.year, month, 1), timeZone));
  return offsetMinutes(instant, timeZone) > Math.min(january ?? 0, july ?? 0);
}

function zoneName(moment: Moment, style: 'short' | 'long'): string {
  if (/^[+-]/.test(moment.timeZone)) return `GMT${moment.timeZone}`;
  const short = style === 'short' ? shortZoneName(moment.timeZone, isSummer(moment)) : undefined;
  if (short !== undefined) return short;
  if (moment.timeZone === 'GMT') return 'Greenwich Mean Time';
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: moment.timeZone, timeZoneName: style });
  return parts.formatToParts(moment.instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
}

type Field = (moment: Moment, length: number) => string;
const number =
  (value: (wall: WallTime) => number): Field =>
  ({ wall }, length) =>
    String(value(wall)).padStart(length, '0');
const yearText = (year: number, length: number): string =>
  length === 2 ? String(year % 100).padStart(2, '0') : String(year).padStart(length, '0');
const monthText: Field = ({ wall }, length) => {
  const name = MONTHS[wall.month - 1] ?? '';
  if (length >= 4) return name;
  return length === 3 ? name.slice(0, 3) : String(wall.month).padStart(length, '0');
};

const FIELDS: Readonly<Record<string, Field>> = {
  G: ({ wall }) => (wall.year > 0 ? 'AD' : 'BC'),
  y: ({ wall }, length) => yearText(wall.year, length),
  Y: ({ wall }, length) => yearText(usWeek(wall).year, length),
  u: number((wall) => ((weekDay(wall) + 6) % 7) + 1),
  M: monthText,
  L: monthText,
  w: number((wall) => usWeek(wall).week),
  W: number(weekOfMonth),
  D: number((wall) => utcDay(wall.year, wall.month, wall.day) - utcDay(wall.year, 1, 1) + 1),
  d: number((wall) => wall.day),
  F: number((wall) => Math.floor((wall.day - 1) / 7) + 1),
  E: ({ wall }, length) => (DAYS[weekDay(wall)] ?? '').slice(0, length >= 4 ? undefined : 3),
  a: ({ wall }) => (wall.hour < 12 ? 'AM' : 'PM'),
  H: number((wall) => wall.hour),
  k: number((wall) => wall.hour || 24),
  K: number((wall) => wall.hour % 12),
  h: number((wall) => wall.hour % 12 || 12),
  m: number((wall) => wall.minute),
  s: number((wall) => wall.second),
  S: number((wall) => wall.millisecond),
  z: (moment, length) => zoneName(moment, length >= 4 ? 'long' : 'short'),
  Z: (moment) => offset(moment, ''),
  X: isoOffset,
};

export type PatternPart = { text: string } | { letter: string; length: number };

/** Splits a pattern into fields and literal text; text in single quotes is literal, `''` is a quote. */
export function splitPattern(pattern: string): PatternPart[] {
  if (pattern.split("'").length % 2 === 0) throw new ScriptError('Unterminated quote');
  const parts: PatternPart[] = [];
  for (const [piece, , quoted] of pattern.matchAll(/([A-Za-z])\1*|'((?:[^']|'')*)'|[^A-Za-z']+/g)) {
    if (/^[A-Za-z]/.test(piece)) parts.push({ letter: piece.charAt(0), length: piece.length });
    else if (quoted !== undefined) parts.push({ text: quoted === '' ? "'" : quoted.replaceAll("''", "'") });
    else parts.push({ text: piece });
  }
  return parts;
}

/** Java reads `GMT+8:00` and the like; a name that it does not know counts as GMT. */
export function javaZone(timeZone: string): string {
  const custom = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/.exec(timeZone);
  if (custom) return `${custom[1]}${(custom[2] ?? '').padStart(2, '0')}:${custom[3] ?? '00'}`;
  return isTimeZone(timeZone) ? timeZone : 'GMT';
}

/**
 * Writes an instant (milliseconds since 1970) in a pattern.
 *
 * @example formatDate(0, 'UTC', "yyyy-MM-dd'T'HH:mm:ss") // '1970-01-01T00:00:00'
 */
export function formatDate(instant: number, timeZone: string, pattern: string): string {
  const zone = javaZone(timeZone);
  const moment: Moment = { wall: wallTime(instant, zone), instant, timeZone: zone };
  return splitPattern(pattern)
    .map((part) => {
      if ('text' in part) return part.text;
      const field = FIELDS[part.letter];
      if (!field) throw new ScriptError(`Illegal pattern character '${part.letter}'`);
      return field(moment, part.length);
    })
    .join('');
}
