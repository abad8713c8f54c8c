import { type DaySpan, mergeSpans } from '../../../src/kpi/coverage.ts';
import {
  type FactIndex,
  type Facts,
  type IndexOptions,
  rateChange,
  SPAN_DIFFERENCE,
  SPAN_FROM_ZERO,
  SPAN_GONE,
  SPAN_PERIOD,
  SPAN_UNKNOWN_START,
} from './kpi-facts.ts';

type Grouping = {
  readonly accountNames: string[];
  readonly contentIds: string[];
  readonly accountOf: number[];
  readonly contentOf: Int32Array;
  readonly skipped: number;
};

const dayAt = (column: ArrayLike<number | null>, row: number): number =>
  Math.floor(column[row] ?? Number.NaN);

const isPlaced = (facts: Facts, row: number, asOf: number): boolean => {
  const kind = facts.kinds[row];
  const to = dayAt(facts.to, row);
  if (!(to <= asOf) || !facts.accounts[row] || !facts.contents[row]) return false;
  return kind === 'cumulative' || (kind === 'period' && dayAt(facts.from, row) <= to);
};

const group = (facts: Facts, asOf: number): Grouping => {
  const accountNames: string[] = [];
  const contentIds: string[] = [];
  const accountOf: number[] = [];
  const contentOf = new Int32Array(facts.contents.length).fill(-1);
  const accountPositions = new Map<string, number>();
  const contentPositions: Map<string, number>[] = [];
  let skipped = 0;
  for (let row = 0; row < contentOf.length; row++) {
    if (!isPlaced(facts, row, asOf)) {
      if (!(dayAt(facts.to, row) > asOf)) skipped += 1;
      continue;
    }
    const account = facts.accounts[row] as string;
    let a = accountPositions.get(account);
    if (a === undefined) {
      a = accountNames.push(account) - 1;
      accountPositions.set(account, a);
      contentPositions.push(new Map());
    }
    const positions = contentPositions[a] as Map<string, number>;
    const content = facts.contents[row] as string;
    let c = positions.get(content);
    if (c === undefined) {
      c = contentIds.push(content) - 1;
      accountOf.push(a);
      positions.set(content, c);
    }
    contentOf[row] = c;
  }
  return { accountNames, contentIds, accountOf, contentOf, skipped };
};

/** Rows sorted by content (a counting sort), and where each content's rows begin. */
const sortByContent = ({ contentIds, contentOf }: Grouping): { rows: Int32Array; first: Int32Array } => {
  const first = new Int32Array(contentIds.length + 1);
  for (const content of contentOf) if (content >= 0) first[content + 1] = (first[content + 1] as number) + 1;
  for (let c = 0; c < contentIds.length; c++) first[c + 1] = (first[c + 1] as number) + (first[c] as number);
  const next = first.slice();
  const rows = new Int32Array(first[contentIds.length] as number);
  for (let row = 0; row < contentOf.length; row++) {
    const content = contentOf[row] as number;
    if (content < 0) continue;
    rows[next[content] as number] = row;
    next[content] = (next[content] as number) + 1;
  }
  return { rows, first };
};

/** The days of each account's snapshots, in order, and the place of each in that order. */
type Snapshots = { readonly days: readonly number[]; readonly place: ReadonlyMap<number, number> };

const snapshotsOf = (facts: Facts, { accountNames, accountOf, contentOf }: Grouping): Snapshots[] => {
  const sets = accountNames.map(() => new Set<number>());
  for (let row = 0; row < contentOf.length; row++) {
    const content = contentOf[row] as number;
    if (content >= 0 && facts.kinds[row] === 'cumulative') {
      sets[accountOf[content] as number]?.add(dayAt(facts.to, row));
    }
  }
  return sets.map((set) => {
    const days = [...set].sort((a, b) => a - b);
    return { days, place: new Map(days.map((day, i): [number, number] => [day, i])) };
  });
};

type Spans = {
  start: number[];
  end: number[];
  kind: number[];
  row: number[];
  before: number[];
  fell: number[];
};

const push = (
  spans: Spans,
  start: number,
  end: number,
  kind: number,
  row: number,
  before: number,
  fell = 0,
): void => {
  spans.start.push(start);
  spans.end.push(end);
  spans.kind.push(kind);
  spans.row.push(row);
  spans.before.push(before);
  spans.fell.push(fell);
};

/** Rounding of rates is no fall. */
const ROUNDING = 1e-9;

const fell = ({ measures, money }: Facts, row: number, before: number): 0 | 1 => {
  for (const key in measures) {
    const now = measures[key]?.[row];
    const then = measures[key]?.[before];
    if (typeof now !== 'number' || typeof then !== 'number') continue;
    if (
      money?.keys.has(key) !== true
        ? now < then
        : now < then * rateChange(money, row, before) * (1 - ROUNDING)
    )
      return 1;
  }
  return 0;
};

/** Turns one item's cumulative rows (by day, one for each day) into spans between its account's snapshots. */
const pushSnapshots = (
  spans: Spans,
  facts: Facts,
  rows: readonly number[],
  { days, place }: Snapshots,
  published: number | null,
): void => {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const day = dayAt(facts.to, row);
    const position = place.get(day) as number;
    const previous = days[position - 1];
    const before = i > 0 ? (rows[i - 1] as number) : -1;
    if (previous !== undefined) {
      if (before >= 0 && dayAt(facts.to, before) === previous) {
        push(spans, previous + 1, day, SPAN_DIFFERENCE, row, before, fell(facts, row, before));
      } else if (before < 0 && published !== null && published > previous) {
        const start = published <= day ? published : previous + 1;
        push(spans, start, day, SPAN_FROM_ZERO, row, -1);
      } else push(spans, previous + 1, day, SPAN_UNKNOWN_START, row, -1);
    }
    const following = days[position + 1];
    const next = rows[i + 1];
    if (following !== undefined && (next === undefined || dayAt(facts.to, next) > following)) {
      push(spans, day + 1, following, SPAN_GONE, row, -1);
    }
  }
};

const sortSpans = (spans: Spans, begin: number): 0 | 1 => {
  const count = spans.start.length - begin;
  if (count < 2) return 0;
  const order = Array.from({ length: count }, (_, i) => begin + i).sort(
    (a, b) => (spans.start[a] as number) - (spans.start[b] as number) || a - b,
  );
  for (const column of Object.values(spans)) {
    const sorted = order.map((position) => column[position] as number);
    for (let i = 0; i < count; i++) column[begin + i] = sorted[i] as number;
  }
  let end = -Infinity;
  for (let i = begin; i < spans.start.length; i++) {
    if ((spans.kind[i] as number) > SPAN_FROM_ZERO) continue;
    if ((spans.start[i] as number) <= end) return 1;
    end = spans.end[i] as number;
  }
  return 0;
};

/** The item's cumulative rows by day; of two rows of a day the later one counts. */
const cumulativeRows = (facts: Facts, rows: Int32Array): number[] => {
  const own: number[] = [];
  for (const row of rows) if (facts.kinds[row] === 'cumulative') own.push(row);
  own.sort((a, b) => dayAt(facts.to, a) - dayAt(facts.to, b) || a - b);
  return own.filter(
    (row, i) => i + 1 === own.length || dayAt(facts.to, own[i + 1] as number) !== dayAt(facts.to, row),
  );
};

const coverage = (
  { accountNames, accountOf, contentIds }: Grouping,
  snapshots: readonly Snapshots[],
  spans: Spans,
  firstSpan: readonly number[],
  imported: IndexOptions['imported'],
): Map<string, readonly DaySpan[]> => {
  const periods = accountNames.map(() => new Map<string, DaySpan>());
  for (let c = 0; c < contentIds.length; c++) {
    for (let s = firstSpan[c] as number; s < (firstSpan[c + 1] as number); s++) {
      if (spans.kind[s] !== SPAN_PERIOD) continue;
      const span = { start: spans.start[s] as number, end: spans.end[s] as number };
      periods[accountOf[c] as number]?.set(`${span.start} ${span.end}`, span);
    }
  }
  const covered = new Map(imported);
  accountNames.forEach((name, a) => {
    const days = snapshots[a]?.days ?? [];
    const between =
      days.length > 1 ? [{ start: (days[0] as number) + 1, end: days[days.length - 1] as number }] : [];
    covered.set(name, [...between, ...(periods[a]?.values() ?? []), ...(covered.get(name) ?? [])]);
  });
  for (const [name, days] of covered) covered.set(name, mergeSpans(days));
  return covered;
};

/**
 * Sorts facts once, so that activity and lifetime of any period are cheap to ask for. One pass over the rows, no
 * object for each row.
 */
export const indexFacts = (facts: Facts, options: IndexOptions = {}): FactIndex => {
  const grouping = group(facts, options.asOf ?? Infinity);
  const { accountNames, contentIds, accountOf, skipped } = grouping;
  const { rows, first } = sortByContent(grouping);
  const snapshots = snapshotsOf(facts, grouping);
  const spans: Spans = { start: [], end: [], kind: [], row: [], before: [], fell: [] };
  const firstSpan: number[] = [];
  const overlapping: number[] = [];
  const latest: number[] = [];
  for (let c = 0; c < contentIds.length; c++) {
    const begin = firstSpan.push(spans.start.length);
    const account = accountOf[c] as number;
    const own = rows.subarray(first[c], first[c + 1]);
    const cumulative = cumulativeRows(facts, own);
    latest.push(cumulative[cumulative.length - 1] ?? -1);
    for (const row of own) {
      if (facts.kinds[row] === 'period')
        push(spans, dayAt(facts.from, row), dayAt(facts.to, row), SPAN_PERIOD, row, -1);
    }
    const published = options.publishedOf?.(accountNames[account] as string, contentIds[c] as string) ?? null;
    const day = published === null ? null : Math.floor(published);
    pushSnapshots(spans, facts, cumulative, snapshots[account] as Snapshots, day);
    overlapping.push(sortSpans(spans, firstSpan[begin - 1] as number));
  }
  firstSpan.push(spans.start.length);
  return {
    facts,
    accountNames,
    contentIds,
    accountOf,
    firstSpan,
    spanStart: spans.start,
    spanEnd: spans.end,
    spanKind: spans.kind,
    spanRow: spans.row,
    spanBefore: spans.before,
    spanFell: spans.fell,
    overlapping,
    latest,
    covered: coverage(grouping, snapshots, spans, firstSpan, options.imported),
    skipped,
  };
};
