import {
  addMonths,
  DAYS_IN_WEEKS_YEAR,
  dateOfSerial,
  dayOfCell,
  fiscalQuarterStart,
  fiscalYearStart,
  monthEnd,
  monthStart,
  yearBeforeByDate,
} from './calendar.ts';
import {
  type Fault,
  faultAt,
  faultOf,
  finiteOrNull,
  type Input,
  isFault,
  isNumber,
  numberOf,
} from './fault.ts';
import type { Cell } from './issue.ts';

/** The total of a measure by day; a day that is not measured is absent, which is not 0. */
export type DailySeries = ReadonlyMap<number, number>;

/**
 * Adds rows up by day. A day with a value that is no number (an error, a text) is not measured, whatever other rows
 * say of it: part of a day is no day. A row with no number and no date, such as a header, is left out.
 * @param days dates, in any order; rows without a date are left out.
 * @param values one for each day; an empty one is not measured.
 * @returns the series; DIFFERENT_LENGTHS; with the position, NOT_A_DATE where a number stands beside what is no date,
 *   and NOT_A_NUMBER where no day at all has a number, but one has something else.
 * @example dailySeries(['Day', 46348, 46348, 46349], ['GMV', 3, 4, '#N/A']) //=> Map { 46348 => 7 }
 */
export const dailySeries = (days: readonly Cell[], values: readonly Input[]): DailySeries | Fault => {
  if (days.length !== values.length) return faultOf('DIFFERENT_LENGTHS');
  const series = new Map<number, number>();
  const bad = new Map<number, number>();
  for (let i = 0; i < days.length; i++) {
    const day = dayOfCell(days[i]);
    const value = numberOf(values[i]);
    if (isFault(day)) {
      if (isNumber(value)) return faultAt(day.fault, i);
    } else if (day === null) continue;
    else if (isFault(value)) bad.set(day, bad.get(day) ?? i);
    else if (value !== null) series.set(day, (series.get(day) ?? 0) + value);
  }
  const isEmpty = series.size === 0;
  for (const [day, position] of bad) {
    if (isEmpty) return faultAt('NOT_A_NUMBER', position);
    series.delete(day);
  }
  return series;
};

/** A total, and of how many measured days it is. */
export type Total = { readonly value: number | null; readonly days: number };

/**
 * The total of the measured days from one day to another; null where there is none.
 * @example totalOf(new Map([[1, 5], [3, 2]]), 1, 3) //=> { value: 7, days: 2 }
 */
export const totalOf = (series: DailySeries, from: number, to: number): Total => {
  let value = 0;
  let days = 0;
  for (let day = from; day <= to; day++) {
    const amount = series.get(day);
    if (amount === undefined) continue;
    value += amount;
    days += 1;
  }
  return { value: days === 0 ? null : finiteOrNull(value), days };
};

/**
 * The total of a whole period; null where a day of it is missing.
 * @example wholeTotal(new Map([[1, 5], [3, 2]]), 1, 3) //=> null
 */
export const wholeTotal = (series: DailySeries, from: number, to: number): number | null => {
  const { value, days } = totalOf(series, from, to);
  return days === to - from + 1 ? value : null;
};

/** More periods than this are a mistake: ten years of weeks. */
export const MAX_PERIODS = 520;
const countOf = (count: number): number => Math.min(MAX_PERIODS, Math.max(0, Math.floor(count) || 0));

/** A week or month, and the same one of the year before; null where a day is missing. */
export type TrailingPeriod = {
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  readonly yearBefore: number | null;
};

/**
 * The weeks up to one that ends on a given day, the oldest first. The year before is 364 days before, so that the
 * same weekdays are compared.
 * Source: the weekly business review's trailing six weeks; the 52-week retail calendar for the year before.
 * @param weekEnding last day of the last week. @param weeks how many, 6 unless told.
 * @example for the golden data and 2021-09-25, the last week //=> 470759324, the year before 383306638
 */
export const trailingWeeks = (
  series: DailySeries,
  weekEnding: number,
  weeks = 6,
): readonly TrailingPeriod[] => {
  const count = countOf(weeks);
  return Array.from({ length: count }, (_, i) => {
    const end = Math.floor(weekEnding) - 7 * (count - 1 - i);
    const start = end - 6;
    const yearBefore = wholeTotal(series, start - DAYS_IN_WEEKS_YEAR, end - DAYS_IN_WEEKS_YEAR);
    return { start, end, value: wholeTotal(series, start, end), yearBefore };
  });
};

/**
 * The calendar months that are over by a given day, the oldest first, each with the same month of the year before.
 * Source: the weekly business review's trailing twelve months.
 * @param asOf last day with data; its own month is in it if it is the month's last day.
 * @param months how many, 12 unless told.
 * @example for the golden data and 2021-09-25, the first month is September 2020 //=> 1708890199
 */
export const trailingMonths = (series: DailySeries, asOf: number, months = 12): readonly TrailingPeriod[] => {
  const day = Math.floor(asOf);
  const last = monthEnd(day) === day ? monthStart(day) : addMonths(monthStart(day), -1);
  const count = countOf(months);
  const whole = (start: number): number | null => wholeTotal(series, start, monthEnd(start));
  return Array.from({ length: count }, (_, i) => {
    const start = addMonths(last, i + 1 - count);
    return { start, end: monthEnd(start), value: whole(start), yearBefore: whole(addMonths(start, -12)) };
  });
};

export type ComparisonLabel = 'WoW' | 'YoY' | 'MTD' | 'QTD' | 'YTD';

/** A period to date beside the one that it is compared with. */
export type Comparison = {
  readonly label: ComparisonLabel;
  /** The period's total over its measured days. */
  readonly value: number | null;
  /** The total that it is compared with: of the days that both periods have, if like for like. */
  readonly before: number | null;
  /** The period's total over the days that the change is of; differs from `value` where days are missing before. */
  readonly comparable: number | null;
  /** comparable ÷ before − 1 (not value ÷ before − 1), as a fraction; null where there is no `before` above 0. */
  readonly change: number | null;
  /** Measured days of the period. */
  readonly days: number;
  /** Days in `before`; with `days`, the coverage: "5 of 9 days". */
  readonly daysCompared: number;
};

/** The day to compare with; null where there is none (29 February). */
type Counterpart = (day: number) => number | null;

const daysBefore =
  (count: number): Counterpart =>
  (day) =>
    day - count;

const sameDate: Counterpart = (day) => {
  const before = yearBeforeByDate(day);
  return dateOfSerial(before).day === dateOfSerial(day).day ? before : null;
};

const changeOf = (value: number | null, before: number | null): number | null =>
  value === null || before === null || before <= 0 ? null : finiteOrNull(value / before - 1);

/** Totals over the days that both sides have. */
const common = (series: DailySeries, from: number, to: number, counterpart: Counterpart): [Total, Total] => {
  let [now, before, days] = [0, 0, 0];
  for (let day = from; day <= to; day++) {
    const other = counterpart(day);
    const a = series.get(day);
    const b = other === null ? undefined : series.get(other);
    if (a === undefined || b === undefined) continue;
    now += a;
    before += b;
    days += 1;
  }
  const total = (sum: number): Total => ({ value: days === 0 ? null : finiteOrNull(sum), days });
  return [total(now), total(before)];
};

const compare = (
  series: DailySeries,
  label: ComparisonLabel,
  from: number,
  to: number,
  counterpart: Counterpart,
  likeForLike: boolean,
): Comparison => {
  const whole = totalOf(series, from, to);
  const [comparable, before] = likeForLike
    ? common(series, from, to, counterpart)
    : [whole, totalOf(series, counterpart(from) as number, counterpart(to) ?? yearBeforeByDate(to))];
  return {
    label,
    value: whole.value,
    before: before.value,
    comparable: comparable.value,
    change: changeOf(comparable.value, before.value),
    days: whole.days,
    daysCompared: before.days,
  };
};

/**
 * Week, month, quarter and year to date against the week before, the year before by weeks, and the same dates of
 * the year before.
 * @param asOf last day; WoW and YoY are of the 7 days that end with it.
 * @param fiscalYearEndMonth 1–12, 12 unless told.
 * @param likeForLike true (unless told): a change is of the days that both sides have. False compares what is
 *   there, be it nine days with five.
 * @returns always the five rows WoW, YoY, MTD, QTD, YTD.
 * Source: the weekly business review's comparisons; 364 days before for weeks, the same dates for periods to date.
 * @example for the golden data and 2021-01-09, the year to date //=> +42.30 %, and not like for like +143.24 %
 */
export const toDate = (
  series: DailySeries,
  asOf: number,
  fiscalYearEndMonth = 12,
  likeForLike = true,
): readonly Comparison[] => {
  const to = Math.floor(asOf);
  const row = (label: ComparisonLabel, from: number, counterpart: Counterpart): Comparison =>
    compare(series, label, from, to, counterpart, likeForLike);
  return [
    row('WoW', to - 6, daysBefore(7)),
    row('YoY', to - 6, daysBefore(DAYS_IN_WEEKS_YEAR)),
    row('MTD', monthStart(to), sameDate),
    row('QTD', fiscalQuarterStart(to, fiscalYearEndMonth), sameDate),
    row('YTD', fiscalYearStart(to, fiscalYearEndMonth), sameDate),
  ];
};
