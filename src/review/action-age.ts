import { weekStart } from '../kpi/calendar.ts';
import { EFFECT_WEEKS } from './action-effects.ts';
import type { ActionLine } from './model.ts';
import { kindOfLabel, type Period, periodOfLabel } from './period.ts';

/** Status of an action that nobody works on any more. */
export function isClosed(status: string): boolean {
  return status === 'done' || status === 'dropped';
}

/**
 * The week in which an action was agreed: that of the review, or the last one of the month or quarter that was reviewed.
 * @param label Label of the period, such as `2026-W30` or `2026-10`.
 * @param fiscalYearEnd Last month of the fiscal year, 1–12.
 * @returns Its Monday, serial; null for a label that names no period.
 * @example agreedWeek('2026-10', 12) //=> 46321, the Monday of the week with 31 October
 */
export function agreedWeek(label: string, fiscalYearEnd: number): number | null {
  const period = periodOfLabel(label, fiscalYearEnd);
  return period === null ? null : weekStart(period.to);
}

/** When an action was agreed and closed; serial days, null where nobody knows. */
export type ActionDays = {
  readonly status: string;
  readonly week: string;
  readonly agreed: number | null;
  readonly closed: number | null;
};

/** Whether an action is of an earlier review than the one of a period, or of one that was held at the same time. */
export function isEarlier({ week, agreed }: ActionDays, { kind, from, to }: Period): boolean {
  // Nobody knows how old it is, but open it is.
  if (agreed === null) return true;
  if (kind !== 'week') return agreed <= to;
  return kindOfLabel(week) === 'week' ? agreed < from : agreed <= from;
}

/**
 * The last week in whose review an action that is closed stands: a done one until its effect has its weeks, and until
 * so long after it was done; a dropped one until the week in which it was dropped.
 * @returns Its Monday, serial; null where nobody knows when it was agreed or closed.
 */
function shownUntil({ status, agreed, closed }: ActionDays): number | null {
  const known = [agreed, closed === null ? null : weekStart(closed)].flatMap((monday) => monday ?? []);
  if (known.length === 0) return null;
  const weeks = status === 'done' ? EFFECT_WEEKS : closed === null ? 1 : 0;
  return Math.max(...known) + 7 * weeks;
}

/** Whether an action of an earlier review still stands in that of a period: what is open does. */
export function isStillShown(action: ActionDays, { from }: Period): boolean {
  if (!isClosed(action.status)) return true;
  const until = shownUntil(action);
  return until !== null && until + 6 >= from;
}

type Due = Pick<ActionLine, 'due' | 'ageWeeks'>;

/** What was due first comes first, of the same day what was carried over for longer. */
export function oldestFirst(a: Due, b: Due): number {
  const [mine, other] = [a.due ?? '', b.due ?? ''];
  return mine === other ? b.ageWeeks - a.ageWeeks : mine < other ? -1 : 1;
}
