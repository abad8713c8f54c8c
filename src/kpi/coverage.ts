/** Days from `start` to `end`, both included, as serials. */
export type DaySpan = { readonly start: number; readonly end: number };

/** How many days two spans share. */
export const sharedDays = (startA: number, endA: number, startB: number, endB: number): number =>
  Math.max(0, Math.min(endA, endB) - Math.max(startA, startB) + 1);

/**
 * The days of several spans as the fewest spans in order, none touching another.
 * @example mergeSpans([{ start: 5, end: 7 }, { start: 1, end: 4 }]) //=> [{ start: 1, end: 7 }]
 */
export const mergeSpans = (spans: readonly DaySpan[]): readonly DaySpan[] => {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged[merged.length - 1];
    if (last && start <= last.end + 1) last.end = Math.max(last.end, end);
    else if (end >= start) merged.push({ start, end });
  }
  return merged;
};

/**
 * How many days of a period the spans cover.
 * @param merged spans that do not overlap, as from `mergeSpans`.
 * @example daysCovered([{ start: 1, end: 3 }, { start: 6, end: 9 }], 3, 7) //=> 3
 */
export const daysCovered = (merged: readonly DaySpan[], from: number, to: number): number => {
  let days = 0;
  for (const span of merged) days += sharedDays(span.start, span.end, from, to);
  return days;
};

/**
 * The days of a period that no span covers.
 * @example missingDays([{ start: 1, end: 3 }], 3, 5) //=> [4, 5]
 */
export const missingDays = (merged: readonly DaySpan[], from: number, to: number): readonly number[] => {
  const days: number[] = [];
  for (let day = from; day <= to; day++) {
    if (!merged.some((span) => span.start <= day && day <= span.end)) days.push(day);
  }
  return days;
};
