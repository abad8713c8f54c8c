import { dayOfCell, weekdayOf } from './calendar.ts';
import { absent, type Fault, faultOf, finite, type Input, isFault, isNumber, numberOf } from './fault.ts';
import type { Cell } from './issue.ts';

/** In the first part of a period a pace is noise, so there is none. */
export const QUIET_SHARE = 0.2;

/** How much of a period's total a day is expected to bring; every day the same unless told. */
export type DayWeight = (serial: number) => number;

/**
 * Working days: Monday to Friday, without the holidays given.
 * @example workingDays()(46348) //=> 0, a Sunday
 */
export const workingDays =
  (holidays: ReadonlySet<number> = new Set()): DayWeight =>
  (serial) => {
    const weekday = weekdayOf(serial);
    return weekday === 0 || weekday === 6 || holidays.has(serial) ? 0 : 1;
  };

/**
 * The seasonal weekday profile: what each weekday brought on average, for instance in the trailing 8 weeks.
 * @param days serials.
 * @param values one for each day; a day that is not measured (null) does not count, and a weekday that was never
 *   measured gets the mean of all days.
 * Source: average weekday profile of a seasonal series.
 * @example weekdayProfile([46342, 46349], [10, 20])(46356) //=> 15, as Mondays
 */
export const weekdayProfile = (days: readonly number[], values: readonly (number | null)[]): DayWeight => {
  const sums = new Array<number>(8).fill(0); // seven weekdays, and the total in the last place
  const counts = new Array<number>(8).fill(0);
  days.forEach((serial, i) => {
    const value = values[i];
    if (!isNumber(value)) return;
    for (const slot of [weekdayOf(serial), 7]) {
      sums[slot] = (sums[slot] as number) + value;
      counts[slot] = (counts[slot] as number) + 1;
    }
  });
  const mean = (slot: number): number =>
    counts[slot] ? Math.max(0, (sums[slot] as number) / (counts[slot] as number)) : 0;
  const means = [0, 1, 2, 3, 4, 5, 6].map((weekday) => (counts[weekday] ? mean(weekday) : mean(7)));
  return (serial) => means[weekdayOf(serial)] as number;
};

/** How far back the weekday profile of a period looks. */
export const PROFILE_WEEKS = 8;

/**
 * The weekday profile of the 8 weeks before a day, as `weekdayProfile`.
 * @param series total by day. @param before the first day that does not count: the start of the period that is paced.
 * @example trailingProfile(new Map([[46341, 30], [46342, 10]]), 46343)(46348) //=> 30, as the Sunday before
 */
export const trailingProfile = (series: ReadonlyMap<number, number>, before: number): DayWeight => {
  const last = Math.floor(before) - 1;
  const days = Array.from({ length: 7 * PROFILE_WEEKS }, (_, i) => last - i);
  return weekdayProfile(
    days,
    days.map((day) => series.get(day) ?? null),
  );
};

type Period = { readonly start: number; readonly end: number; readonly asOf: number };

const MAX_DAYS = 40_000; // about 110 years: a mistyped year must not hang a cell

const periodOf = (start: Cell, end: Cell, asOf: Cell): Period | null | Fault => {
  const first = dayOfCell(start);
  const last = dayOfCell(end);
  const now = dayOfCell(asOf);
  if (!isNumber(first) || !isNumber(last) || !isNumber(now)) return absent(first, last, now);
  if (first > last) return faultOf('PERIOD_NOT_ORDERED');
  return last - first > MAX_DAYS ? faultOf('PERIOD_TOO_LONG') : { start: first, end: last, asOf: now };
};

const shareOf = ({ start, end, asOf }: Period, weight?: DayWeight): number | Fault => {
  if (!weight) return Math.min(1, Math.max(0, asOf - start + 1) / (end - start + 1));
  let elapsed = 0;
  let total = 0;
  for (let day = start; day <= end; day++) {
    total += weight(day);
    if (day <= asOf) elapsed += weight(day);
  }
  return total > 0 ? finite(elapsed / total) : faultOf('ZERO_DENOMINATOR');
};

/**
 * Elapsed share of a period, the as-of day included.
 * @param start first day. @param end last day. @param asOf last day with data.
 * @param weight weight of each day; calendar days unless told.
 * @returns 0–1; null where a date is missing; NOT_A_DATE; PERIOD_NOT_ORDERED; PERIOD_TOO_LONG beyond 40,000 days;
 *   ZERO_DENOMINATOR where no day of the period has a weight.
 * Source: linear proration, or by a seasonal profile.
 * @example elapsedShare('2026-11-01', '2026-11-30', '2026-11-15') //=> 0.5
 */
export const elapsedShare = (
  start: Cell,
  end: Cell,
  asOf: Cell,
  weight?: DayWeight,
): number | null | Fault => {
  const period = periodOf(start, end, asOf);
  return period === null || isFault(period) ? period : shareOf(period, weight);
};

/**
 * What an accumulating measure should have reached by now: target × elapsed share. It has no meaning for rates.
 * @param target for the whole period. Other parameters and faults as for `elapsedShare`; NOT_A_NUMBER; TOO_LARGE.
 * Source: linear proration of a target.
 * @example expected(3000, '2026-11-01', '2026-11-30', '2026-11-10') //=> 1000
 */
export const expected = (
  target: Input,
  start: Cell,
  end: Cell,
  asOf: Cell,
  weight?: DayWeight,
): number | null | Fault => {
  const t = numberOf(target);
  const share = elapsedShare(start, end, asOf, weight);
  return isNumber(t) && isNumber(share) ? finite(t * share) : absent(t, share);
};

/**
 * The part of a period's target that falls on some of its days: the plan of one week of a quarter.
 * @param from first day of the part. @param to last day. Days outside the period have no plan. Otherwise as `expected`.
 * Source: linear proration, as `expected`.
 * @example plannedFor(3000, '2026-11-01', '2026-11-30', '2026-11-09', '2026-11-15') //=> 700
 */
export const plannedFor = (
  target: Input,
  start: Cell,
  end: Cell,
  from: Cell,
  to: Cell,
  weight?: DayWeight,
): number | null | Fault => {
  const first = dayOfCell(from);
  const t = numberOf(target);
  const until = elapsedShare(start, end, to, weight);
  const before = isNumber(first) ? elapsedShare(start, end, first - 1, weight) : first;
  if (!isNumber(t) || !isNumber(until) || !isNumber(before)) return absent(t, until, before);
  return finite(t * Math.max(0, until - before));
};

const isQuiet = (share: number): boolean => share < QUIET_SHARE - 1e-9;

/**
 * Pace: actual so far ÷ expected so far. 1 is on plan.
 * @returns null in the first 20 % of the period; NOT_A_NUMBER; TARGET_NOT_POSITIVE for a target ≤ 0; otherwise as `expected`.
 * Source: budget pacing: actual ÷ linear (or seasonal) plan to date.
 * @example pace(1200, 3000, '2026-11-01', '2026-11-30', '2026-11-10') //=> 1.2
 */
export const pace = (
  actual: Input,
  target: Input,
  start: Cell,
  end: Cell,
  asOf: Cell,
  weight?: DayWeight,
): number | null | Fault => {
  const a = numberOf(actual);
  const t = numberOf(target);
  const share = elapsedShare(start, end, asOf, weight);
  if (!isNumber(a) || !isNumber(t) || !isNumber(share)) return absent(a, t, share);
  if (t <= 0) return faultOf('TARGET_NOT_POSITIVE');
  return isQuiet(share) ? null : finite(a / (t * share));
};

/**
 * Run-rate forecast for the whole period: actual so far ÷ elapsed share.
 * @returns null in the first 20 % of the period; otherwise as `elapsedShare`.
 * Source: run-rate extrapolation.
 * @example runRateForecast(1200, '2026-11-01', '2026-11-30', '2026-11-10') //=> 3600
 */
export const runRateForecast = (
  actual: Input,
  start: Cell,
  end: Cell,
  asOf: Cell,
  weight?: DayWeight,
): number | null | Fault => {
  const a = numberOf(actual);
  const share = elapsedShare(start, end, asOf, weight);
  if (!isNumber(a) || !isNumber(share)) return absent(a, share);
  return isQuiet(share) ? null : finite(a / share);
};

/**
 * What each remaining day has to bring for the target: (target − actual) ÷ remaining days, 0 once it is reached.
 * @param weight days of weight 0 (holidays) are no remaining days.
 * @returns null where no day remains; otherwise as `elapsedShare`.
 * Source: required run rate.
 * @example neededPerDay(1200, 3000, '2026-11-01', '2026-11-30', '2026-11-10') //=> 90
 */
export const neededPerDay = (
  actual: Input,
  target: Input,
  start: Cell,
  end: Cell,
  asOf: Cell,
  weight?: DayWeight,
): number | null | Fault => {
  const a = numberOf(actual);
  const t = numberOf(target);
  const period = periodOf(start, end, asOf);
  if (isFault(period)) return period;
  if (!isNumber(a) || !isNumber(t) || period === null) return absent(a, t);
  let days = 0;
  for (let day = Math.max(period.start, period.asOf + 1); day <= period.end; day++) {
    if (!weight || weight(day) > 0) days += 1;
  }
  return days === 0 ? null : finite(Math.max(0, t - a) / days);
};

/**
 * Growth that each period needs to get from a value to a target: (target ÷ current)^(1/periods) − 1.
 * @param current > 0. @param target ≥ 0. @param periods number of periods, > 0.
 * @returns a fraction per period; null where one is not measured; NOT_A_NUMBER; NEEDS_POSITIVE; NOT_NEGATIVE for the
 *   target; TOO_LARGE.
 * Source: compound growth rate.
 * @example requiredGrowth(100, 121, 2) //=> 0.1
 */
export const requiredGrowth = (current: Input, target: Input, periods: Input): number | null | Fault => {
  const a = numberOf(current);
  const t = numberOf(target);
  const n = numberOf(periods);
  if (!isNumber(a) || !isNumber(t) || !isNumber(n)) return absent(a, t, n);
  if (a <= 0 || n <= 0) return faultOf('NEEDS_POSITIVE');
  if (t < 0) return faultOf('NOT_NEGATIVE');
  return finite((t / a) ** (1 / n) - 1);
};
