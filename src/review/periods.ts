import {
  addMonths,
  dateOfSerial,
  fiscalQuarterStart,
  fiscalYearStart,
  isoWeekLabel,
  monthEnd,
  monthStart,
  yearBeforeByWeeks,
} from '../kpi/calendar.ts';

/** First and last day, serials, both included. */
export type Span = { readonly from: number; readonly to: number };

export type LabelledSpan = Span & { readonly label: string };

/** The periods that a weekly review looks at. */
export type ReviewPeriods = {
  readonly label: string;
  readonly week: Span;
  readonly weekBefore: Span;
  /** Shifted by 364 days, so that weekdays meet. */
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

/** Half a year: enough for limits that mean something, short enough to be the process of today. */
const SIGNAL_WEEKS = 26;

function weeksUpTo(monday: number, count: number): LabelledSpan[] {
  return Array.from({ length: count }, (_, i) => {
    const from = monday - 7 * (count - 1 - i);
    return { from, to: from + 6, label: isoWeekLabel(from) };
  });
}

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

/**
 * The periods of a week's review.
 * @param monday Serial day of the week's Monday.
 * @param fiscalYearEnd Last month of the fiscal year, 1–12.
 */
export function periodsOf(monday: number, fiscalYearEnd: number): ReviewPeriods {
  const sunday = monday + 6;
  return {
    label: isoWeekLabel(monday),
    week: { from: monday, to: sunday },
    weekBefore: { from: monday - 7, to: sunday - 7 },
    yearBefore: { from: yearBeforeByWeeks(monday), to: yearBeforeByWeeks(sunday) },
    sixWeeks: weeksUpTo(monday, 6),
    signalWeeks: weeksUpTo(monday, SIGNAL_WEEKS),
    twelveMonths: monthsUpTo(sunday, 12),
    monthToDate: { from: monthStart(sunday), to: sunday },
    quarterToDate: { from: fiscalQuarterStart(sunday, fiscalYearEnd), to: sunday },
    yearToDate: { from: fiscalYearStart(sunday, fiscalYearEnd), to: sunday },
    quarterEnd: addMonths(fiscalQuarterStart(sunday, fiscalYearEnd), 3) - 1,
  };
}
