import type { SidebarState } from '../../src/addon/api.ts';
import { serialOfIsoDate, weekLabel, weekOfLabel } from '../../src/kpi/calendar.ts';
import { type Language, unixMs } from '../language.ts';

const WEEKS_OFFERED = 12;

/**
 * Weeks that can be reviewed, newest first: the last whole weeks, and older ones that have a review.
 * @example weekChoices({ lastWeek: '2026-W46', … })[1] //=> '2026-W45'
 */
export function weekChoices(state: Pick<SidebarState, 'lastWeek' | 'reviews'>): string[] {
  const last = weekOfLabel(state.lastWeek);
  const recent =
    last === null
      ? [state.lastWeek]
      : Array.from({ length: WEEKS_OFFERED }, (_, back) => weekLabel(last - 7 * back));
  const reviewed = state.reviews.map(({ period }) => period).filter((label) => weekOfLabel(label) !== null);
  return [...new Set([...recent, ...reviewed])].sort().reverse();
}

/** Months and quarters that can be reviewed: the latest that are over, and older ones that have a review. */
export function longChoices({
  longPeriods,
  reviews,
}: Pick<SidebarState, 'longPeriods' | 'reviews'>): string[] {
  const offered = longPeriods.map(({ label }) => label);
  const reviewed = reviews.map(({ period }) => period).filter((label) => weekOfLabel(label) === null);
  return [...new Set([...offered, ...reviewed])];
}

/** A day as people write it, without the year: “Nov 9”, “11月9日”. */
export function shortDay(language: Language, serial: number): string {
  const format = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  return format.format(unixMs(serial));
}

/**
 * First and last day of a label as people write them; null for a label that is no week, and none of the months and
 * quarters of which the server says the days.
 */
export function weekSpan(
  language: Language,
  label: string,
  longPeriods: SidebarState['longPeriods'] = [],
): { from: string; to: string } | null {
  const monday = weekOfLabel(label);
  const long = longPeriods.find((period) => period.label === label);
  const first = monday ?? serialOfIsoDate(long?.from ?? '');
  const last = monday === null ? serialOfIsoDate(long?.to ?? '') : monday + 6;
  if (first === null || last === null) return null;
  return { from: shortDay(language, first), to: shortDay(language, last) };
}
