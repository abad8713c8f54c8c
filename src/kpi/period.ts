import { sharedDays } from './coverage.ts';
import {
  type FactIndex,
  KIND_PERIOD,
  rateChange,
  SPAN_DIFFERENCE,
  SPAN_FROM_ZERO,
  SPAN_GONE,
  SPAN_PERIOD,
  SPAN_UNKNOWN_START,
} from './facts.ts';
import { remembered } from './remembered.ts';
import { sumShared } from './shared-spans.ts';
import type { SpanCalendar } from './span-calendar.ts';

/** Items with amounts, as columns of numbers. */
export type Amounts = {
  /** Positions of the items in the index. */
  readonly items: Int32Array;
  /** A measure of each of the items; NaN where it is not measured. The same array each time. */
  amounts(measure: string): Float64Array;
};

/** What the index says of a period. */
export type Period = Amounts & {
  readonly from: number;
  readonly to: number;
  /** 1 where a span reaches over the period's border and was shared by days. */
  estimated(): Uint8Array;
  /** 1 where part of the item's activity in the period is unknown. */
  readonly partial: Uint8Array;
  /** Items older than the snapshot before and not in it. */
  readonly unknownStart: number;
  /** Items that a later snapshot no longer has. */
  readonly gone: number;
  /** Pairs of snapshots of one item between which a measure fell. */
  falls(): number;
};

const KNOWN = 1;
const UNKNOWN_START = 2;
const GONE = 4;
/** Some of its spans share days. */
const SHARED = 8;
/** Some of its spans of known activity share none. */
const APART = 16;

const FLAG_OF_KIND: readonly number[] = (() => {
  const flags: number[] = [KNOWN, KNOWN, KNOWN];
  flags[SPAN_UNKNOWN_START] = UNKNOWN_START;
  flags[SPAN_GONE] = GONE;
  return flags;
})();

/** Spans that touch a period, and what they say of each item before any measure is looked at. */
type Glance = { readonly spans: readonly number[]; readonly flags: Uint8Array };

const glanceAt = (index: FactIndex, calendar: SpanCalendar, from: number, to: number): Glance => {
  const { spanKind, spanContent, spanShared } = index;
  const spans = calendar.touching(from, to);
  const flags = new Uint8Array(index.contentIds.length);
  for (const s of spans) {
    const kind = spanKind[s] as number;
    const content = spanContent[s] as number;
    let flag = FLAG_OF_KIND[kind] as number;
    if (kind <= SPAN_FROM_ZERO) flag |= spanShared[s] === 1 ? SHARED : APART;
    flags[content] = (flags[content] as number) | flag;
  }
  return { spans, flags };
};

const countOf = (flags: Uint8Array, flag: number): number => {
  let count = 0;
  for (const each of flags) if ((each & flag) !== 0) count += 1;
  return count;
};

const itemsIn = (flags: Uint8Array): Int32Array => {
  const found = new Int32Array(flags.length);
  let count = 0;
  for (let content = 0; content < flags.length; content++) {
    if (((flags[content] as number) & (KNOWN | UNKNOWN_START)) !== 0) found[count++] = content;
  }
  return found.slice(0, count);
};

const partialIn = (flags: Uint8Array, items: Int32Array): Uint8Array => {
  const found = new Uint8Array(items.length);
  for (let i = 0; i < items.length; i++) {
    found[i] = ((flags[items[i] as number] as number) & (UNKNOWN_START | GONE)) === 0 ? 0 : 1;
  }
  return found;
};

/** Rounding of rates is no fall. */
const ROUNDING = 1e-9;

/** Did any measure fall between the two snapshots of a span? */
const hasFallen = ({ facts, spanRow, spanBefore }: FactIndex, span: number): boolean => {
  const [row, before] = [spanRow[span] as number, spanBefore[span] as number];
  const { measures, money } = facts;
  const least = money === undefined ? 1 : rateChange(money, row, before) * (1 - ROUNDING);
  return Object.keys(measures).some((key) => {
    const [now, then] = [row, before].map((at) => measures[key]?.at(at) ?? Number.NaN) as [number, number];
    return now < (money?.keys.has(key) ? then * least : then);
  });
};

/** Spans of known activity that share no day with another, with the position of their item and their share. */
type Parts = {
  readonly spans: readonly number[];
  readonly places: Int32Array;
  readonly shares: Float64Array;
};

const partsOf = (
  { contentIds, spanStart, spanEnd, spanContent, spanKind, spanShared }: FactIndex,
  { spans }: Glance,
  items: Int32Array,
  from: number,
  to: number,
): Parts => {
  const apart = spans.filter((s) => (spanKind[s] as number) <= SPAN_FROM_ZERO && spanShared[s] === 0);
  const placeOf = new Int32Array(contentIds.length);
  for (let i = 0; i < items.length; i++) placeOf[items[i] as number] = i;
  const places = new Int32Array(apart.length);
  const shares = new Float64Array(apart.length);
  for (let i = 0; i < apart.length; i++) {
    const s = apart[i] as number;
    places[i] = placeOf[spanContent[s] as number] as number;
    const start = spanStart[s] as number;
    const end = spanEnd[s] as number;
    const isInside = start >= from && end <= to;
    shares[i] = isInside ? 1 : sharedDays(start, end, from, to) / (end - start + 1);
  }
  return { spans: apart, places, shares };
};

/** A measure of a period's items. */
type Column = {
  readonly sums: Float64Array;
  /** 1 where spans that share days were cut; null where there are none. */
  readonly cut: Uint8Array | null;
};

type Place = Pick<Glance, 'flags'> & {
  readonly index: FactIndex;
  readonly items: Int32Array;
  readonly parts: Parts;
  readonly from: number;
  readonly to: number;
};

/** Adds what shares days; nothing is known of an item where a part of it is not measured. */
const addShared = (place: Place, amounts: Float64Array, sums: Float64Array): Uint8Array | null => {
  const { index, items, flags, from, to } = place;
  let cut: Uint8Array | null = null;
  for (let i = 0; i < items.length; i++) {
    const content = items[i] as number;
    const flag = flags[content] as number;
    if ((flag & SHARED) === 0) continue;
    const { total, isBroken, estimated } = sumShared(index, amounts, content, from, to);
    const isNothing = Number.isNaN(total);
    if (isBroken || (isNothing && (flag & APART) === 0)) sums[i] = Number.NaN;
    else if (!isNothing) sums[i] = (sums[i] as number) + total;
    cut ??= new Uint8Array(items.length);
    cut[i] = estimated ? 1 : 0;
  }
  return cut;
};

const columnOf = (place: Place, measure: string): Column => {
  const { index, items, flags, parts } = place;
  const sums = new Float64Array(items.length);
  const amounts = index.amountsOf(measure);
  if (amounts === undefined) return { sums: sums.fill(Number.NaN), cut: null };
  const { spans, places, shares } = parts;
  for (let i = 0; i < spans.length; i++) {
    const at = places[i] as number;
    sums[at] = (sums[at] as number) + (amounts[spans[i] as number] as number) * (shares[i] as number);
  }
  const cut = addShared(place, amounts, sums);
  for (let i = 0; i < sums.length; i++) {
    const isKnown = ((flags[items[i] as number] as number) & KNOWN) !== 0;
    if (!isKnown || !Number.isFinite(sums[i])) sums[i] = Number.NaN;
  }
  return { sums, cut };
};

/** An item is estimated where any of its measures is, so that measures are looked at until all is known. */
const estimatedOf = (
  { index, items, flags, parts }: Place,
  columnAt: (measure: string) => Column,
  asked: ReadonlySet<string>,
): Uint8Array => {
  const found = new Uint8Array(items.length);
  const isCut = new Uint8Array(items.length);
  parts.shares.forEach((share, i) => {
    if (share !== 1) isCut[parts.places[i] as number] = 1;
  });
  const isOpen = (i: number): boolean =>
    found[i] === 0 && (isCut[i] === 1 || ((flags[items[i] as number] as number) & SHARED) !== 0);
  let open: number[] = [];
  for (let i = 0; i < items.length; i++) if (isOpen(i)) open.push(i);
  // What was asked for is there already.
  for (const measure of new Set([...asked, ...Object.keys(index.facts.measures)])) {
    if (open.length === 0) break;
    const { sums, cut } = columnAt(measure);
    for (const i of open) if (!Number.isNaN(sums[i]) && (isCut[i] === 1 || cut?.[i] === 1)) found[i] = 1;
    open = open.filter(isOpen);
  }
  return found;
};

/**
 * What items did within a period, from period facts and from differences between snapshots.
 * A span wholly inside the period counts exactly; one that reaches over its border is shared by days and marked. A
 * measure that one of the item's spans lacks is not measured: part of a total is no total.
 * @param index from `indexFacts`.
 * @param from first day. @param to last day, serials.
 * @param calendar the spans that are looked at, all of them unless told.
 * @example with snapshots of 40 views as of day 10 and 100 as of day 17: periodOf(index, 11, 17).amounts('views') //=> [60]
 */
export const periodOf = (
  index: FactIndex,
  from: number,
  to: number,
  calendar: SpanCalendar = index.calendar,
): Period => {
  const glance = glanceAt(index, calendar, from, to);
  const { flags, spans } = glance;
  const items = itemsIn(flags);
  const place = { index, items, flags, parts: partsOf(index, glance, items, from, to), from, to };
  const columnAt = remembered((measure: string) => columnOf(place, measure));
  const asked = new Set<string>();
  const estimated = remembered((_: 'all') => estimatedOf(place, columnAt, asked));
  return {
    from,
    to,
    items,
    amounts(measure) {
      asked.add(measure);
      return columnAt(measure).sums;
    },
    estimated: () => estimated('all'),
    partial: partialIn(flags, items),
    unknownStart: countOf(flags, UNKNOWN_START),
    gone: countOf(flags, GONE),
    falls: () => spans.filter((s) => index.spanKind[s] === SPAN_DIFFERENCE && hasFallen(index, s)).length,
  };
};

/** Sums of the period facts of items without snapshots, or whose latest one lacks the measure. */
const sumsOfPeriods = (index: FactIndex, measure: string, column: Float64Array): Float64Array => {
  const { contentIds, firstSpan, itemOf, latest, overlapping, spanKind, spanRow, spanShared } = index;
  const { kinds } = index.facts;
  const sums = new Float64Array(contentIds.length).fill(Number.NaN);
  const isSummed = Uint8Array.from(latest, (row) => (row < 0 || Number.isNaN(column[row]) ? 1 : 0));
  const isBroken = new Uint8Array(contentIds.length);
  const add = (content: number, amount: number): void => {
    const sum = sums[content] as number;
    sums[content] = (Number.isNaN(sum) ? 0 : sum) + amount;
  };
  const addRow = (content: number, row: number): void => {
    const amount = column[row] as number;
    if (Number.isNaN(amount)) isBroken[content] = 1;
    else add(content, amount);
  };
  for (let row = 0; row < itemOf.length; row++) {
    const content = itemOf[row] as number;
    if (content < 0 || kinds[row] !== KIND_PERIOD) continue;
    if (isSummed[content] === 1 && overlapping[content] === 0) addRow(content, row);
  }
  for (let content = 0; content < sums.length; content++) {
    if (overlapping[content] === 0 || isSummed[content] === 0) continue;
    for (let s = firstSpan[content] as number; s < (firstSpan[content + 1] as number); s++) {
      if (spanKind[s] === SPAN_PERIOD && spanShared[s] === 0) addRow(content, spanRow[s] as number);
    }
    const amounts = index.amountsOf(measure) as Float64Array;
    const shared = sumShared(index, amounts, content, -Infinity, Infinity);
    if (shared.isBroken) isBroken[content] = 1;
    else if (!Number.isNaN(shared.total)) add(content, shared.total);
  }
  for (let content = 0; content < sums.length; content++) {
    if (isBroken[content] === 1) sums[content] = Number.NaN;
  }
  return sums;
};

/**
 * Lifetime totals of every item of the index: its latest snapshot; the sum of its period facts where it has none, or
 * one that lacks the measure.
 * @param index from `indexFacts`; its `asOf` option bounds what counts.
 */
export const totalsOf = (index: FactIndex): Amounts => ({
  items: new Int32Array(index.contentIds.length).map((_, item) => item),
  amounts: remembered((measure: string): Float64Array => {
    const column = index.facts.measures[measure]?.all;
    if (column === undefined) {
      return new Float64Array(index.contentIds.length).fill(Number.NaN);
    }
    const totals = sumsOfPeriods(index, measure, column);
    for (let content = 0; content < totals.length; content++) {
      const row = index.latest[content] as number;
      const snapshot = row < 0 ? Number.NaN : (column[row] as number);
      if (!Number.isNaN(snapshot)) totals[content] = snapshot;
      if (!Number.isFinite(totals[content])) totals[content] = Number.NaN;
    }
    return totals;
  }),
});
