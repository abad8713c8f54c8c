import { type DaySpan, daysCovered, mergeSpans, sharedDays } from '../../../src/kpi/coverage.ts';
import {
  type FactIndex,
  type Money,
  rateChange,
  SPAN_FROM_ZERO,
  SPAN_GONE,
  SPAN_PERIOD,
  SPAN_UNKNOWN_START,
} from './kpi-facts.ts';

/** Columns by measure, one entry for each item; null is "not measured". */
export type Columns = Readonly<Record<string, readonly (number | null)[]>>;

/** What items did within a period. */
export type Activity = {
  readonly from: number;
  readonly to: number;
  /** Account and identifier of each item that has a span of known or unknown activity in the period. */
  readonly accounts: readonly string[];
  readonly contents: readonly string[];
  readonly measures: Columns;
  /** 1 where a span reaches over the period's border and was shared by days. */
  readonly estimated: Uint8Array;
  /** 1 where part of the item's activity in the period is unknown. */
  readonly partial: Uint8Array;
  /** Items older than the snapshot before and not in it. */
  readonly unknownStart: number;
  /** Items that a later snapshot no longer has. */
  readonly gone: number;
  /** Pairs of snapshots of one item between which a measure fell; the fall is kept. */
  readonly falls: number;
  /** Days of the period that are covered, by account. */
  readonly coveredDays: ReadonlyMap<string, number>;
};

/** Cells of one measure by row, and how they were converted where they are money. */
type Measured = { readonly cells: ArrayLike<number | null>; readonly money: Money | undefined };

const measuredOf = ({ facts: { measures, money } }: FactIndex, key: string): Measured => ({
  cells: measures[key] as ArrayLike<number | null>,
  money: money?.keys.has(key) ? money : undefined,
});

/** A span's amount of one measure, or NaN where that is not measured. */
const amountOf = (index: FactIndex, { cells, money }: Measured, span: number): number => {
  const row = index.spanRow[span] as number;
  const now = cells[row] ?? Number.NaN;
  const before = index.spanBefore[span] as number;
  if (before < 0) return now;
  return now - (cells[before] ?? Number.NaN) * (money === undefined ? 1 : rateChange(money, row, before));
};

/** An amount of certain days: those of its span that no shorter span had. */
type Taken = {
  start: number;
  end: number;
  amount: number;
  days: number;
  daysWithin: number;
  isEstimated: boolean;
};

/**
 * What a longer span adds to the shorter ones: its own amount less that of those inside it. Of one that crosses a
 * shorter span, the days that are left have their share, which is an estimate. Null where no day is left.
 */
const remainder = (whole: Taken, taken: readonly Taken[], from: number, to: number): Taken | null => {
  let { amount, days, daysWithin } = whole;
  let isCrossing = false;
  for (const part of taken) {
    if (part.end < whole.start || part.start > whole.end) continue;
    if (part.start < whole.start || part.end > whole.end) {
      isCrossing = true;
      continue;
    }
    amount -= part.amount;
    days -= part.days;
    daysWithin -= part.daysWithin;
  }
  if (isCrossing) {
    const covered = mergeSpans(taken);
    const free = whole.days - daysCovered(covered, whole.start, whole.end);
    amount *= free / days;
    days = free;
    daysWithin =
      whole.daysWithin - daysCovered(covered, Math.max(whole.start, from), Math.min(whole.end, to));
  }
  return days > 0 ? { ...whole, amount, days, daysWithin, isEstimated: isCrossing } : null;
};

type Sum = { total: number; estimated: boolean };

type Kinded = DaySpan & { readonly isPeriod: boolean; readonly isMeasured: boolean };

/** Periods and snapshots are of two exports; what one of them never has is no gap in the other, where they meet. */
const isOfOtherExport = (gap: Kinded, known: readonly Kinded[]): boolean => {
  let { start, end } = gap;
  let run: Kinded[] = [];
  for (let size = -1; size !== run.length; ) {
    size = run.length;
    run = known.filter((span) => span.start <= end && span.end >= start);
    start = Math.min(start, ...run.map((span) => span.start));
    end = Math.max(end, ...run.map((span) => span.end));
  }
  const has = (isPeriod: boolean) => run.some((span) => span.isMeasured && span.isPeriod === isPeriod);
  return has(!gap.isPeriod) && !has(gap.isPeriod);
};

/** Spans of one item that share days (a week's file and its month's): shorter ones first, longer ones by the rest. */
const sumOverlapping = (
  index: FactIndex,
  measure: Measured,
  content: number,
  from: number,
  to: number,
): Sum => {
  const candidates: Taken[] = [];
  const unmeasured: Kinded[] = [];
  const known: Kinded[] = [];
  for (let s = index.firstSpan[content] as number; s < (index.firstSpan[content + 1] as number); s++) {
    const amount = amountOf(index, measure, s);
    if ((index.spanKind[s] as number) > SPAN_FROM_ZERO) continue;
    const start = index.spanStart[s] as number;
    const end = index.spanEnd[s] as number;
    const isPeriod = index.spanKind[s] === SPAN_PERIOD;
    known.push({ start, end, isPeriod, isMeasured: !Number.isNaN(amount) });
    if (Number.isNaN(amount)) {
      if (end >= from && start <= to)
        unmeasured.push({
          start: Math.max(start, from),
          end: Math.min(end, to),
          isPeriod,
          isMeasured: false,
        });
      continue;
    }
    candidates.unshift({
      start,
      end,
      amount,
      days: end - start + 1,
      daysWithin: sharedDays(start, end, from, to),
      isEstimated: false,
    });
  }
  candidates.sort((a, b) => a.days - b.days);
  const taken: Taken[] = [];
  const sum: Sum = { total: Number.NaN, estimated: false };
  for (const candidate of candidates) {
    const part = remainder(candidate, taken, from, to);
    if (!part) continue;
    taken.push(part);
    if (part.daysWithin === 0) continue;
    sum.total = (Number.isNaN(sum.total) ? 0 : sum.total) + (part.amount * part.daysWithin) / part.days;
    if (part.isEstimated || part.daysWithin < part.days) sum.estimated = true;
  }
  const measured = mergeSpans(taken);
  const isWhole = unmeasured.every(
    (gap) =>
      isOfOtherExport(gap, known) || daysCovered(measured, gap.start, gap.end) === gap.end - gap.start + 1,
  );
  return isWhole ? sum : { total: Number.NaN, estimated: false };
};

const sumApart = (index: FactIndex, measure: Measured, content: number, from: number, to: number): Sum => {
  const sum: Sum = { total: Number.NaN, estimated: false };
  for (let s = index.firstSpan[content] as number; s < (index.firstSpan[content + 1] as number); s++) {
    const start = index.spanStart[s] as number;
    const end = index.spanEnd[s] as number;
    if (end < from || start > to || (index.spanKind[s] as number) > SPAN_FROM_ZERO) continue;
    const amount = amountOf(index, measure, s);
    if (Number.isNaN(amount)) return { total: Number.NaN, estimated: false };
    const isInside = start >= from && end <= to;
    const share = isInside ? 1 : sharedDays(start, end, from, to) / (end - start + 1);
    sum.total = (Number.isNaN(sum.total) ? 0 : sum.total) + amount * share;
    if (!isInside) sum.estimated = true;
  }
  return sum;
};

/** What an item's spans say of a period before any measure is looked at. */
type Glance = { known: boolean; unknownStart: boolean; gone: boolean; falls: number };

const glanceAt = (index: FactIndex, content: number, from: number, to: number): Glance => {
  const glance: Glance = { known: false, unknownStart: false, gone: false, falls: 0 };
  for (let s = index.firstSpan[content] as number; s < (index.firstSpan[content + 1] as number); s++) {
    if ((index.spanEnd[s] as number) < from || (index.spanStart[s] as number) > to) continue;
    const kind = index.spanKind[s];
    if (kind === SPAN_UNKNOWN_START) glance.unknownStart = true;
    else if (kind === SPAN_GONE) glance.gone = true;
    else glance.known = true;
    glance.falls += index.spanFell[s] as number;
  }
  return glance;
};

/** One measure of the items that were kept, and which of them it marks as estimated. */
const columnOf = (
  index: FactIndex,
  measure: Measured,
  kept: readonly number[],
  from: number,
  to: number,
  estimated: Uint8Array,
): (number | null)[] =>
  kept.map((content, i) => {
    const sumUp = index.overlapping[content] === 1 ? sumOverlapping : sumApart;
    const sum = sumUp(index, measure, content, from, to);
    if (sum.estimated) estimated[i] = 1;
    return Number.isFinite(sum.total) ? sum.total : null;
  });

/**
 * The activity of every item within a period, from period facts and from differences between snapshots.
 * A span wholly inside the period counts exactly; one that reaches over its border is shared by days and marked. A
 * measure that one of the item's spans lacks is null: part of a total is no total.
 * @param index from `indexFacts`.
 * @param from first day. @param to last day, serials.
 * @example with snapshots of 40 views as of day 10 and 100 as of day 17: activityOf(index, 11, 17).measures.views //=> [60]
 */
export const activityOf = (index: FactIndex, from: number, to: number): Activity => {
  const kept: number[] = [];
  const flags: number[] = [];
  let unknownStart = 0;
  let gone = 0;
  let falls = 0;
  for (let content = 0; content < index.contentIds.length; content++) {
    const glance = glanceAt(index, content, from, to);
    if (glance.unknownStart) unknownStart += 1;
    if (glance.gone) gone += 1;
    falls += glance.falls;
    if (!glance.known && !glance.unknownStart) continue;
    kept.push(content);
    flags.push(glance.unknownStart || glance.gone ? 1 : 0);
  }
  const estimated = new Uint8Array(kept.length);
  const measures: Record<string, (number | null)[]> = {};
  for (const key of Object.keys(index.facts.measures)) {
    measures[key] = columnOf(index, measuredOf(index, key), kept, from, to, estimated);
  }
  return {
    from,
    to,
    accounts: kept.map((content) => index.accountNames[index.accountOf[content] as number] as string),
    contents: kept.map((content) => index.contentIds[content] as string),
    measures,
    estimated,
    partial: Uint8Array.from(flags),
    unknownStart,
    gone,
    falls,
    coveredDays: new Map(
      [...index.covered].map(([name, spans]): [string, number] => [name, daysCovered(spans, from, to)]),
    ),
  };
};

/** Totals of items since they were published. */
export type Lifetime = {
  readonly accounts: readonly string[];
  readonly contents: readonly string[];
  readonly measures: Columns;
  /** The as-of day of each item's snapshot, null where the totals are sums of period facts. */
  readonly asOf: readonly (number | null)[];
};

/**
 * Lifetime totals of every item: its latest snapshot, or else the sum of its period facts.
 * @param index from `indexFacts`; its `asOf` option bounds what counts.
 */
/** Of an item with snapshots the periods alone: the differences between snapshots lack the measure as well. */
const periodTotal = (index: FactIndex, measure: Measured, content: number): number => {
  const spanKind = index.spanKind.map((kind, s) =>
    index.latest[content] !== -1 && kind !== SPAN_PERIOD && s >= (index.firstSpan[content] as number)
      ? SPAN_GONE
      : kind,
  );
  return sumOverlapping({ ...index, spanKind }, measure, content, -Infinity, Infinity).total;
};

export const lifetimeOf = (index: FactIndex): Lifetime => {
  const measures: Record<string, (number | null)[]> = {};
  for (const key of Object.keys(index.facts.measures)) {
    const measure = measuredOf(index, key);
    measures[key] = index.contentIds.map((_, content) => {
      const row = index.latest[content] as number;
      const value = (row >= 0 ? measure.cells[row] : null) ?? periodTotal(index, measure, content);
      return Number.isFinite(value) ? value : null;
    });
  }
  return {
    accounts: index.accountOf.map((account) => index.accountNames[account] as string),
    contents: index.contentIds,
    measures,
    asOf: index.latest.map((row) => (row >= 0 ? Math.floor(index.facts.to[row] as number) : null)),
  };
};
