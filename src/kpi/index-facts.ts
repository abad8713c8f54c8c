import { type DaySpan, mergeSpans } from './coverage.ts';
import {
  type FactIndex,
  type Facts,
  type IndexOptions,
  KIND_CUMULATIVE,
  KIND_PERIOD,
  SPAN_PERIOD,
} from './facts.ts';
import { groupRows, sortByContent } from './group-rows.ts';
import { remembered } from './remembered.ts';
import { pushSnapshots, snapshotDays } from './snapshots.ts';
import { spanAmounts } from './span-amounts.ts';
import { spanCalendar } from './span-calendar.ts';
import { SpanList } from './span-list.ts';

/** The item's cumulative rows by day; of two rows of a day the later one counts. */
const cumulativeRows = (
  { kinds, to }: Facts,
  rows: Int32Array,
): { readonly rows: readonly number[]; readonly isSorted: boolean } => {
  const dayOf = (row: number): number => Math.floor(to[row] as number);
  const own: number[] = [];
  let isSorted = true;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    if (kinds[row] !== KIND_CUMULATIVE) continue;
    if (own.length > 0 && dayOf(row) <= dayOf(own[own.length - 1] as number)) isSorted = false;
    own.push(row);
  }
  if (isSorted) return { rows: own, isSorted };
  own.sort((a, b) => dayOf(a) - dayOf(b) || a - b);
  const isLast = (i: number): boolean =>
    i + 1 === own.length || dayOf(own[i] as number) !== dayOf(own[i + 1] as number);
  return { rows: own.filter((_, i) => isLast(i)), isSorted };
};

/**
 * Spans of period facts by account, each once. Figures of a whole account, which name no content, say nothing of the
 * days of its content, where it has any.
 */
const periodSpans = (
  spans: SpanList,
  accountOf: readonly number[],
  contentIds: readonly string[],
  count: number,
): DaySpan[][] => {
  const hasContent = new Uint8Array(count);
  contentIds.forEach((id, content) => {
    if (id !== '') hasContent[accountOf[content] as number] = 1;
  });
  const ends = Array.from({ length: count }, () => new Map<number, Set<number>>());
  for (let s = 0; s < spans.length; s++) {
    if (spans.kind[s] !== SPAN_PERIOD) continue;
    const content = spans.content[s] as number;
    if (contentIds[content] === '' && hasContent[accountOf[content] as number] === 1) continue;
    const own = ends[accountOf[spans.content[s] as number] as number] as Map<number, Set<number>>;
    const start = spans.start[s] as number;
    const known = own.get(start);
    if (known === undefined) own.set(start, new Set([spans.end[s] as number]));
    else known.add(spans.end[s] as number);
  }
  return ends.map((own) => [...own].flatMap(([start, set]) => [...set].map((end) => ({ start, end }))));
};

const coverage = (
  accountNames: readonly string[],
  snapshots: readonly (readonly number[])[],
  periods: readonly (readonly DaySpan[])[],
  imported: IndexOptions['imported'],
): Map<string, readonly DaySpan[]> => {
  const covered = new Map(imported);
  accountNames.forEach((name, a) => {
    const days = snapshots[a] ?? [];
    const between =
      days.length > 1 ? [{ start: (days[0] as number) + 1, end: days[days.length - 1] as number }] : [];
    covered.set(name, [...between, ...(periods[a] ?? []), ...(covered.get(name) ?? [])]);
  });
  for (const [name, days] of covered) covered.set(name, mergeSpans(days));
  return covered;
};

/**
 * Sorts facts once, so that activity and lifetime of any period are cheap to ask for. One pass over the rows, no
 * object for each row.
 */
export const indexFacts = (facts: Facts, options: IndexOptions = {}): FactIndex => {
  const grouping = groupRows(facts, options.asOf ?? Infinity);
  const { accountNames, contentIds, accountOf, skipped } = grouping;
  const { rows, first } = sortByContent(grouping);
  const snapshots = snapshotDays(facts, grouping);
  // A row makes a span of its own, and one where its item is gone after it.
  const spans = new SpanList(2 * rows.length);
  const firstSpan = new Int32Array(contentIds.length + 1);
  const overlapping = new Uint8Array(contentIds.length);
  const latest = new Int32Array(contentIds.length);
  const inOrder = new Uint8Array(contentIds.length);
  for (let c = 0; c < contentIds.length; c++) {
    const begin = spans.length;
    firstSpan[c] = begin;
    const account = accountOf[c] as number;
    const own = rows.subarray(first[c], first[c + 1]);
    const { rows: cumulative, isSorted } = cumulativeRows(facts, own);
    latest[c] = cumulative[cumulative.length - 1] ?? -1;
    for (let i = 0; i < own.length; i++) {
      const row = own[i] as number;
      if (facts.kinds[row] !== KIND_PERIOD) continue;
      const from = Math.floor(facts.from[row] as number);
      spans.push(c, from, Math.floor(facts.to[row] as number), SPAN_PERIOD, row);
    }
    const published = options.publishedOf?.(accountNames[account] as string, contentIds[c] as string) ?? null;
    const day = published === null ? null : Math.floor(published);
    pushSnapshots(spans, facts, c, cumulative, snapshots[account] as number[], day);
    spans.sortFrom(begin);
    overlapping[c] = spans.markShared(begin);
    inOrder[c] = isSorted && overlapping[c] === 0 ? 1 : 0;
  }
  firstSpan[contentIds.length] = spans.length;
  return {
    facts,
    accountNames,
    contentIds,
    accountOf,
    itemOf: grouping.contentOf,
    inOrder,
    rows,
    firstRow: first,
    firstSpan,
    spanContent: spans.content.subarray(0, spans.length),
    spanStart: spans.start.subarray(0, spans.length),
    spanEnd: spans.end.subarray(0, spans.length),
    spanKind: spans.kind.subarray(0, spans.length),
    spanRow: spans.row.subarray(0, spans.length),
    spanBefore: spans.before.subarray(0, spans.length),
    spanShared: spans.shared.subarray(0, spans.length),
    calendar: spanCalendar(spans),
    amountsOf: remembered((measure: string) => spanAmounts(facts, spans, measure)),
    overlapping,
    latest,
    covered: coverage(
      accountNames,
      snapshots,
      periodSpans(spans, accountOf, contentIds, accountNames.length),
      options.imported,
    ),
    skipped,
  };
};
