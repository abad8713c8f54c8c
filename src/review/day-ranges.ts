import { serialOfIsoDate } from '../kpi/calendar.ts';
import { formatDayRange } from '../text/format.ts';
import type { Language } from '../text/index.ts';
import { listed } from '../text/row.ts';

/**
 * Days of a review's period in words, those in a row together.
 * @param days ISO dates, in their order.
 * @example daysInWords(['2026-11-16', '2026-11-17', '2026-11-20'], 'en') //=> 'Nov 16 – 17, Nov 20'
 */
export function daysInWords(days: readonly string[], language: Language): string {
  const ranges: { first: string; last: string }[] = [];
  for (const day of days) {
    const range = ranges[ranges.length - 1];
    const next = range && Number(serialOfIsoDate(range.last)) + 1;
    if (range !== undefined && next === serialOfIsoDate(day)) range.last = day;
    else ranges.push({ first: day, last: day });
  }
  return listed(
    ranges.map(({ first, last }) => formatDayRange(first, last, language)),
    language,
  );
}
