import {
  addMonths,
  dateOfSerial,
  fiscalQuarterStart,
  isoWeekLabel,
  monthStart,
  serialOfDate,
  weekOfLabel,
  weekStart,
} from '../kpi/calendar.ts';
import type { PeriodKind } from '../text/period-words.ts';

/** What a review is of; days are serials, both included. */
export type Period = {
  readonly kind: PeriodKind;
  /** `2026-W47`, `2026-11`, or `2026-Q4`, counted within the fiscal year and named by the year in which that ends. */
  readonly label: string;
  readonly from: number;
  readonly to: number;
};

export const PERIOD_KINDS: readonly PeriodKind[] = ['week', 'month', 'quarter'];

const pad = (value: number): string => String(value).padStart(2, '0');

function quarterLabel(from: number, fiscalYearEnd: number): string {
  // Quarters are counted within the fiscal year, which is named by the year in which it ends.
  const { year, month } = dateOfSerial(from);
  const since = (month - fiscalYearEnd - 1 + 24) % 12;
  const ends = month > fiscalYearEnd ? year + 1 : year;
  return `${ends}-Q${Math.floor(since / 3) + 1}`;
}

/**
 * The period that a day lies in.
 * @param kind Week, month or quarter.
 * @param day Serial day.
 * @param fiscalYearEnd Last month of the fiscal year, 1–12; it moves the quarters.
 * @example periodOf('month', 46348, 12) //=> 2026-11, 46327–46356
 */
export function periodOf(kind: PeriodKind, day: number, fiscalYearEnd: number): Period {
  if (kind === 'week') {
    const from = weekStart(day);
    return { kind, label: isoWeekLabel(from), from, to: from + 6 };
  }
  if (kind === 'month') {
    const from = monthStart(day);
    const { year, month } = dateOfSerial(from);
    return { kind, label: `${year}-${pad(month)}`, from, to: addMonths(from, 1) - 1 };
  }
  const from = fiscalQuarterStart(day, fiscalYearEnd);
  return { kind, label: quarterLabel(from, fiscalYearEnd), from, to: addMonths(from, 3) - 1 };
}

/** The period of the same kind that is so many before. */
export function periodBefore(period: Period, count: number, fiscalYearEnd: number): Period {
  const { kind, from } = period;
  if (kind === 'week') return periodOf(kind, from - 7 * count, fiscalYearEnd);
  return periodOf(kind, addMonths(from, -count * (kind === 'month' ? 1 : 3)), fiscalYearEnd);
}

/** The latest period of a kind that is over. */
export function lastWhole(kind: PeriodKind, today: number, fiscalYearEnd: number): Period {
  return periodBefore(periodOf(kind, today, fiscalYearEnd), 1, fiscalYearEnd);
}

/**
 * Kind of a label.
 * @returns null for what is no label of a review.
 */
export function kindOfLabel(label: string): PeriodKind | null {
  if (/^\d{4}-W\d{2}$/.test(label)) return 'week';
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(label)) return 'month';
  return /^\d{4}-Q[1-4]$/.test(label) ? 'quarter' : null;
}

/**
 * The period that a label names.
 * @param label `2026-W47`, `2026-11` or `2026-Q4`.
 * @param fiscalYearEnd Last month of the fiscal year, 1–12.
 * @returns null for a label that names none, such as a 53rd week of a year that has 52.
 */
export function periodOfLabel(label: string, fiscalYearEnd: number): Period | null {
  const kind = kindOfLabel(label);
  const year = Number(label.slice(0, 4));
  if (kind === 'week') {
    const monday = weekOfLabel(label);
    return monday === null ? null : periodOf(kind, monday, fiscalYearEnd);
  }
  if (kind === 'month') {
    return periodOf(kind, serialOfDate(year, Number(label.slice(5)), 1), fiscalYearEnd);
  }
  if (kind === null) return null;
  const yearStart = addMonths(serialOfDate(year, fiscalYearEnd, 1), -11);
  return periodOf(kind, addMonths(yearStart, 3 * (Number(label.slice(6)) - 1)), fiscalYearEnd);
}
