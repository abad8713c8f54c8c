import type { SidebarState } from '../../src/addon/api.ts';
import { weekLabel, weekOfLabel } from '../../src/kpi/calendar.ts';
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
  const all = new Set([...recent, ...state.reviews.map(({ period }) => period)]);
  return [...all].sort().reverse();
}

/** A day as people write it, without the year: “Nov 9”, “11月9日”. */
export function shortDay(language: Language, serial: number): string {
  const format = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  return format.format(unixMs(serial));
}

/** First and last day of a labelled week as people write them; null for a label that is no week. */
export function weekSpan(language: Language, label: string): { from: string; to: string } | null {
  const first = weekOfLabel(label);
  return first === null ? null : { from: shortDay(language, first), to: shortDay(language, first + 6) };
}
