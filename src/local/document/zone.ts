/** Wall-clock time in a time zone, by way of `Intl`: what a day, an hour and a serial number mean there. */

export type WallTime = {
  year: number;
  /** 1–12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
};

export const MILLISECONDS_A_DAY = 86400000;
/** The serial number of 1970-01-01. */
export const SERIAL_OF_1970 = 25569;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** Milliseconds that a zone of the form `+08:00` is ahead of UTC; undefined for a named zone. */
function fixedOffset(timeZone: string): number | undefined {
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(timeZone);
  if (!match) return undefined;
  const size = (Number(match[2]) * 60 + Number(match[3])) * 60000;
  return match[1] === '-' ? -size : size;
}

/** Whether `Intl` knows the name, such as `Asia/Shanghai`. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatterFor(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** What the zone's clocks show, as if it were UTC, by way of `Intl` (about 10 µs). */
function shownTime(instant: number, timeZone: string): number {
  const parts: Record<string, string> = {};
  for (const part of formatterFor(timeZone).formatToParts(instant)) parts[part.type] = part.value;
  const year = Number(parts.year);
  return asUtc({
    year: parts.era?.startsWith('B') ? 1 - year : year,
    month: Number(parts.month),
    day: Number(parts.day),
    hour: Number(parts.hour),
    minute: Number(parts.minute),
    second: Number(parts.second),
    millisecond: ((instant % 1000) + 1000) % 1000,
  });
}

/** Offsets in milliseconds at the beginning of UTC days, by zone and day. */
const offsetsByDay = new Map<string, Map<number, number>>();

function offsetAtDay(day: number, timeZone: string): number {
  let days = offsetsByDay.get(timeZone);
  if (!days) {
    days = new Map();
    offsetsByDay.set(timeZone, days);
  }
  let offset = days.get(day);
  if (offset === undefined) {
    offset = shownTime(day * MILLISECONDS_A_DAY, timeZone) - day * MILLISECONDS_A_DAY;
    days.set(day, offset);
  }
  return offset;
}

function offsetMilliseconds(instant: number, timeZone: string): number {
  // Not every Node that runs this has offset zones in `Intl`.
  const fixed = fixedOffset(timeZone);
  if (fixed !== undefined) return fixed;
  const day = Math.floor(instant / MILLISECONDS_A_DAY);
  const offset = offsetAtDay(day, timeZone);
  // A range of date cells asks for many instants of few days: only a day with a clock change needs a closer look.
  return offset === offsetAtDay(day + 1, timeZone) ? offset : shownTime(instant, timeZone) - instant;
}

/**
 * What clocks and calendars in a zone show at an instant (milliseconds since 1970).
 *
 * @example wallTime(0, 'Asia/Tokyo').hour // 9
 */
export function wallTime(instant: number, timeZone: string): WallTime {
  const shown = new Date(shownAsUtc(instant, timeZone));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    millisecond: shown.getUTCMilliseconds(),
  };
}

/**
 * What a zone's clocks show at an instant, as if it were UTC; both in milliseconds since 1970.
 *
 * @example new Date(shownAsUtc(0, 'Asia/Tokyo')).getUTCHours() // 9
 */
export function shownAsUtc(instant: number, timeZone: string): number {
  return instant + offsetMilliseconds(instant, timeZone);
}

/** The wall time as if it were UTC, in milliseconds since 1970. */
function asUtc(wall: WallTime): number {
  const date = new Date(0);
  date.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  date.setUTCHours(wall.hour, wall.minute, wall.second, wall.millisecond);
  return date.getTime();
}

/** Minutes that the zone is ahead of UTC at an instant (fractional for the local mean times before about 1900). */
export function offsetMinutes(instant: number, timeZone: string): number {
  return offsetMilliseconds(instant, timeZone) / 60000;
}

/**
 * The instant at which a zone's clocks show a wall time. A time that a clock change skips counts with the offset from
 * before it (so it lands an hour later); one that comes twice is the first. Fields out of range carry over.
 *
 * @example instantOf({ year: 1970, month: 1, day: 1, hour: 9, minute: 0, second: 0, millisecond: 0 }, 'Asia/Tokyo') // 0
 */
export function instantOf(wall: WallTime, timeZone: string): number {
  const target = asUtc(wall);
  const before = offsetMilliseconds(target - MILLISECONDS_A_DAY, timeZone);
  const after = offsetMilliseconds(target + MILLISECONDS_A_DAY, timeZone);
  for (const offset of [before, after]) {
    if (offsetMilliseconds(target - offset, timeZone) === offset) return target - offset;
  }
  return target - before;
}

/**
 * The instant whose wall time in a zone is a spreadsheet's serial number (day 0 is 1899-12-30), to the millisecond.
 *
 * @example serialToInstant(25569, 'UTC') // 0
 */
export function serialToInstant(serial: number, timeZone: string): number {
  const utc = new Date(Math.round((serial - SERIAL_OF_1970) * MILLISECONDS_A_DAY));
  return instantOf(
    {
      year: utc.getUTCFullYear(),
      month: utc.getUTCMonth() + 1,
      day: utc.getUTCDate(),
      hour: utc.getUTCHours(),
      minute: utc.getUTCMinutes(),
      second: utc.getUTCSeconds(),
      millisecond: utc.getUTCMilliseconds(),
    },
    timeZone,
  );
}

/**
 * The serial number that a cell of a spreadsheet in this zone shows for an instant (milliseconds since 1970).
 *
 * @example instantToSerial(Date.UTC(2026, 10, 22, 16), 'Asia/Shanghai') // 46349 (2026-11-23)
 */
export function instantToSerial(instant: number, timeZone: string): number {
  return shownAsUtc(instant, timeZone) / MILLISECONDS_A_DAY + SERIAL_OF_1970;
}
