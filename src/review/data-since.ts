import { isoDate } from '../kpi/calendar.ts';
import { formatDay } from '../text/format.ts';
import type { Material } from './material.ts';
import type { Sentence, Trend } from './model.ts';
import { sentence } from './sentence.ts';

/**
 * Since when there are data, where the year before or some of the twelve months are empty for want of them.
 * @param material What the review is made of.
 * @param trends Section 4.
 * @returns One sentence or none.
 */
export function sinceNotes(
  { facts, lines, periods, voice, settings }: Material,
  trends: readonly Trend[],
): Sentence[] {
  const firsts = [...facts.index.covered.values()].flatMap(([first]) =>
    first === undefined ? [] : [first.start],
  );
  const [root, trend] = [lines[0], trends[0]];
  // Before the first figures there is nothing to be missed, and a file of totals to date has no first day.
  if (firsts.length === 0 || root === undefined || root.actual.value === null) return [];
  const since = Math.min(...firsts);
  const hasNoYear = root.yoy === null && since > periods.yearBefore.from;
  const hasGaps = periods.twelveMonths.some(
    ({ from }, i) => from < since && trend?.months[i]?.value === null,
  );
  if (!hasNoYear && !hasGaps) return [];
  return [sentence(voice, 'NOTE_SINCE', { day: formatDay(isoDate(since), settings.language) })];
}
