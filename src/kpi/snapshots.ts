import {
  type Facts,
  KIND_CUMULATIVE,
  SPAN_DIFFERENCE,
  SPAN_FROM_ZERO,
  SPAN_GONE,
  SPAN_UNKNOWN_START,
} from './facts.ts';
import type { Grouping } from './group-rows.ts';
import type { SpanList } from './span-list.ts';

/**
 * The days of each account's snapshots, in order.
 * @returns By account.
 */
export const snapshotDays = (
  { kinds, to }: Facts,
  { accountNames, accountOf, contentOf }: Grouping,
): number[][] => {
  const sets = accountNames.map(() => new Set<number>());
  const latest = new Float64Array(sets.length).fill(Number.NaN);
  for (let row = 0; row < contentOf.length; row++) {
    const content = contentOf[row] as number;
    if (content < 0 || kinds[row] !== KIND_CUMULATIVE) continue;
    const account = accountOf[content] as number;
    const day = Math.floor(to[row] as number);
    // The rows of a snapshot stand together.
    if (day !== latest[account]) sets[account]?.add(day);
    latest[account] = day;
  }
  return sets.map((set) => [...set].sort((a, b) => a - b));
};

/** Position of a day that is among sorted days. */
const positionOf = (days: readonly number[], day: number): number => {
  let [low, high] = [0, days.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Turns one item's cumulative rows into spans between its account's snapshots.
 * @param spans Takes the spans.
 * @param content The item.
 * @param rows By day, one for each day.
 * @param days Days of the account's snapshots.
 * @param published Day on which the item was published; null where that is not known.
 */
export const pushSnapshots = (
  spans: SpanList,
  { to }: Facts,
  content: number,
  rows: readonly number[],
  days: readonly number[],
  published: number | null,
): void => {
  const dayAt = (i: number): number => Math.floor(to[rows[i] as number] as number);
  let position = rows.length === 0 ? 0 : positionOf(days, dayAt(0));
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const day = dayAt(i);
    while ((days[position] as number) < day) position += 1;
    const previous = days[position - 1];
    if (previous !== undefined) {
      if (i > 0 && dayAt(i - 1) === previous) {
        spans.push(content, previous + 1, day, SPAN_DIFFERENCE, row, rows[i - 1]);
      } else if (i === 0 && published !== null && published > previous) {
        spans.push(content, published <= day ? published : previous + 1, day, SPAN_FROM_ZERO, row);
      } else spans.push(content, previous + 1, day, SPAN_UNKNOWN_START, row);
    }
    const following = days[position + 1];
    if (following !== undefined && (i + 1 === rows.length || dayAt(i + 1) > following)) {
      spans.push(content, day + 1, following, SPAN_GONE, row);
    }
  }
};
