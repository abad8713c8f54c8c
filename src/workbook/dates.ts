import { dateOfSerial, serialOfDate } from '../kpi/calendar.ts';

/** Order of day and month in dates such as 03/04/2025; null when a file does not show it. */
export type DateOrder = 'dmy' | 'mdy' | null;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SECONDS_PER_DAY = 86_400;

const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const YEAR_FIRST = /^(\d{4})(?:[/.-]|年)(\d{1,2})(?:[/.-]|月)(\d{1,2})日?$/;
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})$/;
const TIME = /[ t,]+(?:(上午|下午) ?)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?(am|pm))?z?$/;

/** A longer text is no date, and not worth trying. */
const LONGEST = 200;

function day(year: string, month: number, date: string): number | undefined {
  const serial = serialOfDate(Number(year), month, Number(date));
  const back = dateOfSerial(serial);
  return back.month === month && back.day === Number(date) ? serial : undefined;
}

/** Month of an English name or its beginning of three letters or more; 0 for another word. */
function monthOf(name: string): number {
  const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
  const long = ['', 'january', 'february', 'march', 'april', 'may', 'june'].concat([
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ]);
  return (long[month] ?? '').startsWith(name) || name === 'sept' ? month : 0;
}

function dayOf(text: string, order: DateOrder): number | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return day(yearFirst[1]!, Number(yearFirst[2]), yearFirst[3]!);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return day(monthFirst[3]!, monthOf(monthFirst[1]!), monthFirst[2]!);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return day(dayFirst[3]!, monthOf(dayFirst[2]!), dayFirst[1]!);
  const slashed = SLASHED.exec(text);
  if (!slashed || order === null) return undefined;
  const [, first, second, year] = slashed;
  return order === 'mdy' ? day(year!, Number(first), second!) : day(year!, Number(second), first!);
}

function timeOf(parts: RegExpExecArray): number | undefined {
  const [, chinese, hours, minutes, seconds = '0', english] = parts;
  const half = english ?? (chinese === '上午' ? 'am' : chinese === '下午' ? 'pm' : undefined);
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return (hour * 3600 + Number(minutes) * 60 + Number(seconds)) / SECONDS_PER_DAY;
}

/**
 * The order of day and month of a column of dates: a first number above 12 must be a day.
 * @param texts Cells of the column.
 * @returns The order; null when no cell shows it, or cells contradict each other.
 * @example dateOrderOf(['03/04/2025', '25/04/2025']) //=> 'dmy'
 */
export function dateOrderOf(texts: Iterable<string>): DateOrder {
  let dayFirst = false;
  let monthFirst = false;
  for (const text of texts) {
    const parts = SLASHED.exec(text.trim().split(/[ T,]/)[0]!);
    dayFirst ||= Number(parts?.[1] ?? 0) > 12;
    monthFirst ||= Number(parts?.[2] ?? 0) > 12;
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'dmy' : 'mdy';
}

/**
 * A date of an export as a serial number, its time as the fraction of a day. A time zone is not looked at: exports
 * write the account's own time.
 * @param text Cell as it stands in the file.
 * @param order How to read 03/04/2025.
 * @returns The serial number; undefined when it is no date, or one whose day and month could be swapped.
 * @example readDate('Mar 15, 2025', null) //=> 45731
 * @example readDate('2025年3月15日', null) //=> 45731
 */
export function readDate(text: string, order: DateOrder): number | undefined {
  if (text.length > LONGEST) return undefined;
  const folded = text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  const time = TIME.exec(folded);
  const serial = dayOf(time ? folded.slice(0, time.index) : folded, order);
  if (serial === undefined || time === null) return serial;
  const fraction = timeOf(time);
  return fraction === undefined ? undefined : serial + fraction;
}
