import { type Fault, faultOf, isBlank } from './fault.ts';
import type { Cell } from './issue.ts';

// Days are serial numbers as in Sheets: day 0 is 1899-12-30, a Saturday, and the fraction is the time of day. They
// are of the spreadsheet's own zone by construction, so no function here knows a time zone: the two uses of `Date`
// are in UTC, where every day has 24 hours.

/** Which weekday begins a week: 0 = Sunday … 6 = Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** A calendar date; month 1–12, day 1–31. */
export type CalendarDate = { readonly year: number; readonly month: number; readonly day: number };

export const MONDAY: Weekday = 1;
/** Weeks are compared with the same weekday one year before: 52 whole weeks. */
export const DAYS_IN_WEEKS_YEAR = 364;

/** 1970-01-01. */
export const UNIX_EPOCH_SERIAL = 25_569;
export const MS_PER_DAY = 86_400_000;
const FIRST_SERIAL = -693_593; // 0001-01-01
const LAST_SERIAL = 2_958_465; // 9999-12-31

const modulo = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor;
const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/**
 * The serial day number of a calendar date. Months and days outside their range carry over, as in Sheets' DATE.
 * Source: the 1900 date system of spreadsheets, day 0 = 1899-12-30.
 * @example serialOfDate(2026, 11, 22) //=> 46348
 */
export const serialOfDate = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // unlike Date.UTC, this takes years 1–99 as they are
  return date.getTime() / MS_PER_DAY + UNIX_EPOCH_SERIAL;
};

/**
 * The calendar date of a serial; the time of day is dropped.
 * @example dateOfSerial(46348.75) //=> { year: 2026, month: 11, day: 22 }
 */
export const dateOfSerial = (serial: number): CalendarDate => {
  const date = new Date((Math.floor(serial) - UNIX_EPOCH_SERIAL) * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/**
 * A day in the form of ISO 8601.
 * @example isoDate(46348) //=> '2026-11-22'
 */
export const isoDate = (serial: number): string => {
  const { year, month, day } = dateOfSerial(serial);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
};

/**
 * The serial of a text `yyyy-mm-dd`.
 * @returns null when it is another form, or no day of the calendar (2026-02-30).
 * @example serialOfIsoDate('2026-11-22') //=> 46348
 */
export const serialOfIsoDate = (text: string): number | null => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return null;
  const serial = serialOfDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return isoDate(serial) === text ? serial : null;
};

/** Year, month and day as people and exports write them, with or without the time of day. */
const DATE_TEXT = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;

const serialOfText = (text: string): number | null => {
  const [, year = '', month = '', day = ''] = DATE_TEXT.exec(text.normalize('NFKC').trim()) ?? [];
  return serialOfIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
};

/**
 * The day that a cell names: a date (its serial number) or a text such as `2026-11-22`, `2026/1/5`, `2026年1月5日` or
 * `2026-11-22 10:30`; the time is dropped.
 * @returns null for an empty cell; NOT_A_DATE for anything else or a day outside the years 1–9999.
 * @example dayOfCell('next week') //=> { fault: 'NOT_A_DATE' }
 */
export const dayOfCell = (cell: Cell | undefined): number | null | Fault => {
  if (isBlank(cell)) return null;
  const serial =
    typeof cell === 'number' ? Math.floor(cell) : typeof cell === 'string' ? serialOfText(cell) : null;
  const isDay = serial !== null && serial >= FIRST_SERIAL && serial <= LAST_SERIAL;
  return isDay ? serial : faultOf('NOT_A_DATE');
};

/**
 * The weekday of a serial, 0 = Sunday.
 * @example weekdayOf(46348) //=> 0
 */
export const weekdayOf = (serial: number): Weekday => modulo(Math.floor(serial) - 1, 7) as Weekday;

/**
 * The first day of the week that holds a day.
 * @param weekStartsOn 1 (Monday, ISO 8601) unless told.
 * @example isoDate(weekStart(46348)) //=> '2026-11-16'
 */
export const weekStart = (serial: number, weekStartsOn: Weekday = MONDAY): number => {
  const day = Math.floor(serial);
  return day - modulo(day - 1 - weekStartsOn, 7);
};

/**
 * The last day of the week that holds a day.
 * @example isoDate(weekEnd(46348)) //=> '2026-11-22'
 */
export const weekEnd = (serial: number, weekStartsOn: Weekday = MONDAY): number =>
  weekStart(serial, weekStartsOn) + 6;

/**
 * The year and number of a day's ISO 8601 week: a week belongs to the year of its Thursday.
 * Source: ISO 8601-1:2019, calendar weeks.
 * @example isoWeek(serialOfDate(2027, 1, 1)) //=> { year: 2026, week: 53 }
 */
export const isoWeek = (serial: number): { readonly year: number; readonly week: number } => {
  const thursday = weekStart(serial) + 3;
  const { year } = dateOfSerial(thursday);
  return { year, week: Math.floor((thursday - serialOfDate(year, 1, 1)) / 7) + 1 };
};

/**
 * The label of a day's ISO week.
 * @example isoWeekLabel(46348) //=> '2026-W47'
 */
export const isoWeekLabel = (serial: number): string => {
  const { year, week } = isoWeek(serial);
  return `${pad(year, 4)}-W${pad(week, 2)}`;
};

/**
 * The label of a day's week where weeks may start on another day than Monday: the ISO week of the week's fourth
 * day, so that each week has one label and each label one week.
 * Source: ISO 8601 weeks, by the rule of the fourth day where weeks begin on another day.
 * @example weekLabel(serialOfDate(2026, 11, 15), 0) //=> '2026-W47'
 */
export const weekLabel = (serial: number, weekStartsOn: Weekday = MONDAY): string =>
  isoWeekLabel(weekStart(serial, weekStartsOn) + 3);

/**
 * The first day of the week with this label (the Monday, unless weeks start on another day).
 * @returns null when the text is no week label, or the year has no such week.
 * @example weekOfLabel('2026-W47') //=> 46342
 * @example weekOfLabel('2025-W53') //=> null
 */
export const weekOfLabel = (label: string, weekStartsOn: Weekday = MONDAY): number | null => {
  const parts = /^(\d{4})-W(\d{2})$/.exec(label);
  if (!parts) return null;
  const firstMonday = weekStart(serialOfDate(Number(parts[1]), 1, 4)); // 4 January is always in week 1
  const monday = firstMonday + (Number(parts[2]) - 1) * 7;
  return isoWeekLabel(monday) === label ? weekStart(monday + 3, weekStartsOn) : null;
};

/**
 * The first day of the month that holds a day.
 * @example isoDate(monthStart(46348)) //=> '2026-11-01'
 */
export const monthStart = (serial: number): number => {
  const { year, month } = dateOfSerial(serial);
  return serialOfDate(year, month, 1);
};

/**
 * The last day of the month that holds a day.
 * @example isoDate(monthEnd(46348)) //=> '2026-11-30'
 */
export const monthEnd = (serial: number): number => {
  const { year, month } = dateOfSerial(serial);
  return serialOfDate(year, month + 1, 0);
};

/**
 * The same day of the month, `months` later (or earlier); the last day of a shorter month instead, as EDATE.
 * @example isoDate(addMonths(serialOfDate(2024, 2, 29), 12)) //=> '2025-02-28'
 */
export const addMonths = (serial: number, months: number): number => {
  const { year, month, day } = dateOfSerial(serial);
  const last = dateOfSerial(serialOfDate(year, month + months + 1, 0)).day;
  return serialOfDate(year, month + months, Math.min(day, last));
};

/**
 * The first day of the fiscal year that holds a day.
 * @param fiscalYearEndMonth the month in which it ends, 1–12; 12 is the calendar year.
 * Source: a fiscal year is named by the month in which it ends.
 * @example isoDate(fiscalYearStart(46348, 3)) //=> '2026-04-01'
 */
export const fiscalYearStart = (serial: number, fiscalYearEndMonth = 12): number => {
  const { year, month } = dateOfSerial(serial);
  return serialOfDate(month > fiscalYearEndMonth ? year : year - 1, fiscalYearEndMonth + 1, 1);
};

/**
 * The first day of the fiscal quarter that holds a day.
 * Source: quarters of three months, counted from the start of the fiscal year.
 * @example isoDate(fiscalQuarterStart(46348, 1)) //=> '2026-11-01'
 */
export const fiscalQuarterStart = (serial: number, fiscalYearEndMonth = 12): number => {
  const { year, month } = dateOfSerial(serial);
  const monthsIntoYear = modulo(month - 1 - fiscalYearEndMonth, 12);
  return serialOfDate(year, month - (monthsIntoYear % 3), 1);
};

/**
 * The same weekday 52 weeks before.
 * Source: the 364-day year of retail calendars.
 * @example isoDate(yearBeforeByWeeks(46348)) //=> '2025-11-23'
 */
export const yearBeforeByWeeks = (serial: number): number => serial - DAYS_IN_WEEKS_YEAR;

/**
 * The same calendar date one year before (29 February becomes the 28th).
 * @example isoDate(yearBeforeByDate(46348)) //=> '2025-11-22'
 */
export const yearBeforeByDate = (serial: number): number => addMonths(serial, -12);
