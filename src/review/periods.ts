import {
  addMonths,
  dateOfSerial,
  fiscalQuarterStart,
  fiscalYearStart,
  monthEnd,
  monthStart,
  yearBeforeByWeeks,
} from '../kpi/calendar.ts';
import type { PeriodKind } from '../text/period-words.ts';
import { type Period, periodBefore, periodOf } from './period.ts';

/** First and last day, serials, both included. */
export type Span = { readonly from: number; readonly to: number };

export type LabelledSpan = Span & { readonly label: string };

/**
 * The periods that a review looks at. In a monthly review the weeks are months, in a quarterly one quarters.
 */
export type ReviewPeriods = {
  readonly kind: PeriodKind;
  readonly label: string;
  readonly week: Span;
  readonly weekBefore: Span;
  /** Weeks are shifted by 364 days, so that weekdays meet; months and quarters have the same calendar dates. */
  readonly yearBefore: Span;
  /** Oldest first, the reviewed week last. */
  readonly sixWeeks: readonly LabelledSpan[];
  /** Weeks for signals, oldest first, the reviewed week last. */
  readonly signalWeeks: readonly LabelledSpan[];
  /** Oldest first; the last one is the month of the week's last day, up to that day. */
  readonly twelveMonths: readonly LabelledSpan[];
  readonly monthToDate: Span;
  readonly quarterToDate: Span;
  readonly yearToDate: Span;
  /** Last day of the quarter that `quarterToDate` is of. */
  readonly quarterEnd: number;
};

/**
 * Enough for limits that mean something, short enough to be the process of today: half a year of weeks, two years of
 * months, three of quarters.
 */
const SIGNALS: Readonly<Record<PeriodKind, number>> = { week: 26, month: 24, quarter: 12 };
const SHOWN = 6;

function monthLabel(serial: number): string {
  const { year, month } = dateOfSerial(serial);
  return `${year}-${String(month).padStart(2, '0')}`;
}

function monthsUpTo(lastDay: number, count: number): LabelledSpan[] {
  return Array.from({ length: count }, (_, i) => {
    const from = addMonths(monthStart(lastDay), i - count + 1);
    const isLast = i === count - 1;
    if (!isLast || lastDay === monthEnd(from)) return { from, to: monthEnd(from), label: monthLabel(from) };
    // The month that still runs says how far it goes, or it would look like a fall.
    return { from, to: lastDay, label: `${monthLabel(from)} (1–${dateOfSerial(lastDay).day})` };
  });
}

function yearBefore({ kind, from, to }: Period): Span {
  if (kind === 'week') return { from: yearBeforeByWeeks(from), to: yearBeforeByWeeks(to) };
  return { from: addMonths(from, -12), to: addMonths(to + 1, -12) - 1 };
}

/**
 * The periods of a review.
 * @param day First day of the reviewed week, month or quarter, serial.
 * @param fiscalYearEnd Last month of the fiscal year, 1–12.
 * @param kind What is reviewed; a week unless told.
 */
export function periodsOf(day: number, fiscalYearEnd: number, kind: PeriodKind = 'week'): ReviewPeriods {
  const period = periodOf(kind, day, fiscalYearEnd);
  const { label, from, to } = period;
  const upTo = (count: number): LabelledSpan[] =>
    Array.from({ length: count }, (_, i) => periodBefore(period, count - 1 - i, fiscalYearEnd));
  return {
    kind,
    label,
    week: { from, to },
    weekBefore: periodBefore(period, 1, fiscalYearEnd),
    yearBefore: yearBefore(period),
    sixWeeks: upTo(SHOWN),
    signalWeeks: upTo(SIGNALS[kind]),
    twelveMonths: monthsUpTo(to, 12),
    monthToDate: { from: monthStart(to), to },
    quarterToDate: { from: fiscalQuarterStart(to, fiscalYearEnd), to },
    yearToDate: { from: fiscalYearStart(to, fiscalYearEnd), to },
    quarterEnd: addMonths(fiscalQuarterStart(to, fiscalYearEnd), 3) - 1,
  };
}
