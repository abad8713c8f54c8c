/** Rows between two that are given: after which of them, and how many. */
export type Gap = { readonly after: number; readonly size: number };

/** Data rows from the first to the last, both counted. */
export type Span = { readonly first: number; readonly last: number };

/**
 * Joins rows to spans, over the smallest gaps first.
 * @param rows Data rows, ascending, each once.
 * @param limits Gaps are joined as long as no more than `fill` rows lie in them, or there are more than `most` spans.
 * @param mayFill Whether a gap may be joined at all.
 * @example joinedSpans([1, 3, 9], { fill: 1, most: 9 }) //=> [{ first: 1, last: 3 }, { first: 9, last: 9 }]
 */
export function joinedSpans(
  rows: readonly number[],
  limits: { readonly fill: number; readonly most: number },
  mayFill: (gap: Gap) => boolean = () => true,
): Span[] {
  const gaps = rows
    .slice(1)
    .map((row, i) => ({ after: i, size: row - (rows[i] ?? row) - 1 }))
    .filter(mayFill);
  const joined = new Set<number>();
  let left = limits.fill;
  for (const { after, size } of gaps.sort((a, b) => a.size - b.size)) {
    left -= size;
    if (left < 0 && rows.length - joined.size <= limits.most) break;
    joined.add(after);
  }
  const spans: { first: number; last: number }[] = [];
  rows.forEach((row, i) => {
    const last = spans[spans.length - 1];
    if (last !== undefined && joined.has(i - 1)) last.last = row;
    else spans.push({ first: row, last: row });
  });
  return spans;
}
