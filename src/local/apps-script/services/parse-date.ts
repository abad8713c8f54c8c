/** Reads a date in a pattern of Java's SimpleDateFormat, as `Utilities.parseDate` does. */

import { instantOf, type WallTime } from '../../document/zone.ts';
import { ScriptError } from '../service.ts';
import { javaZone, MONTHS, splitPattern } from './format-date.ts';
import { leadingZone } from './zone-offsets.ts';

const SHORT_MONTHS = MONTHS.map((name) => name.slice(0, 3).toLowerCase());

type Reading = WallTime & {
  afternoon: boolean | undefined;
  offset: number | undefined;
  beforeChrist: boolean;
};

function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const digits = text.replace(/[^\d]/g, '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return text.startsWith('-') ? -minutes : minutes;
}

type Setter = (reading: Reading, text: string) => void;

const setMonth: Setter = (reading, text) => {
  const named = SHORT_MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  reading.month = named >= 0 ? named + 1 : Number(text);
};

const SETTERS: Readonly<Record<string, Setter>> = {
  G: (reading, text) => {
    reading.beforeChrist = /^b/i.test(text);
  },
  y: (reading, text) => {
    reading.year = Number(text);
  },
  // The day of the week says nothing that the date does not.
  E: () => undefined,
  u: () => undefined,
  M: setMonth,
  L: setMonth,
  D: (reading, text) => {
    reading.month = 1;
    reading.day = Number(text);
  },
  d: (reading, text) => {
    reading.day = Number(text);
  },
  H: (reading, text) => {
    reading.hour = Number(text);
  },
  k: (reading, text) => {
    reading.hour = Number(text) % 24;
  },
  h: (reading, text) => {
    reading.hour = Number(text) % 12;
  },
  K: (reading, text) => {
    reading.hour = Number(text);
  },
  m: (reading, text) => {
    reading.minute = Number(text);
  },
  s: (reading, text) => {
    reading.second = Number(text);
  },
  S: (reading, text) => {
    reading.millisecond = Number(text);
  },
  a: (reading, text) => {
    reading.afternoon = /p/i.test(text);
  },
  Z: (reading, text) => {
    reading.offset = offsetOf(text);
  },
  X: (reading, text) => {
    reading.offset = offsetOf(text);
  },
};

/** The year that ends in two digits and lies nearest, from 80 years before now to 20 after. */
function fullYear(lastTwo: number, now: number): number {
  const earliest = new Date(now).getUTCFullYear() - 80;
  return earliest + ((((lastTwo - earliest) % 100) + 100) % 100);
}

function matcherFor(letter: string, length: number, nextIsField: boolean): RegExp {
  if (letter === 'Z' || letter === 'X') return /^(Z|[+-]\d{2}:?(\d{2})?)/;
  if (letter === 'a') return /^[AaPp][Mm]/;
  if (letter === 'G') return /^(?:AD|BC)/i;
  if (letter === 'E' || (/[ML]/.test(letter) && length >= 3)) return /^[A-Za-z]+/;
  return nextIsField ? new RegExp(`^\\d{${length}}`) : /^\d+/;
}

/**
 * The instant (milliseconds since 1970) that a text means. Fields out of range carry over, as Java's lenient parser lets
 * them; text after the date is ignored.
 *
 * @param now milliseconds since 1970; two digits for a year (`yy`) mean one from 80 years before to 20 after it
 * @throws ScriptError when the text does not fit the pattern
 * @example parseDate('1970-01-02', 'UTC', 'yyyy-MM-dd') // 86400000
 */
export function parseDate(text: string, timeZone: string, pattern: string, now = 0): number {
  const reading: Reading = {
    ...{ year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 },
    afternoon: undefined,
    offset: undefined,
    beforeChrist: false,
  };
  let rest = text;
  const parts = splitPattern(pattern);
  const fail = () => new ScriptError(`Unparseable date: "${text}"`);
  for (const [at, part] of parts.entries()) {
    if ('text' in part) {
      if (!rest.startsWith(part.text)) throw fail();
      rest = rest.slice(part.text.length);
      continue;
    }
    if (part.letter === 'z') {
      const zone = leadingZone(rest, timeZone, reading.year);
      if (!zone) throw fail();
      reading.offset = zone.minutes;
      rest = rest.slice(zone.name.length);
      continue;
    }
    const next = parts[at + 1];
    const found = matcherFor(part.letter, part.length, next !== undefined && 'letter' in next).exec(
      rest,
    )?.[0];
    const set = SETTERS[part.letter];
    if (!set || found === undefined) throw fail();
    set(reading, found);
    if (part.letter === 'y' && part.length <= 2 && /^\d\d$/.test(found)) {
      reading.year = fullYear(reading.year, now);
    }
    rest = rest.slice(found.length);
  }
  if (reading.afternoon) reading.hour += 12;
  if (reading.beforeChrist) reading.year = 1 - reading.year;
  if (reading.offset === undefined) return instantOf(reading, javaZone(timeZone));
  return instantOf(reading, 'UTC') - reading.offset * 60000;
}
