import { sharedDays } from './coverage.ts';
import { type FactIndex, SPAN_DIFFERENCE, SPAN_FROM_ZERO, SPAN_GONE, SPAN_UNKNOWN_START } from './facts.ts';
import { amountOf, sumShared } from './shared-spans.ts';

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

/** Makes something for each key when it is asked for, and then remembers it. */
export const remembered = <K, T>(make: (key: K) => T): ((key: K) => T) => {
  const known = new Map<K, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
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
type Glance = { readonly spans: Int32Array; readonly flags: Uint8Array };

const glanceAt = (index: FactIndex, from: number, to: number): Glance => {
  const { spanStart, spanEnd, spanKind, spanContent, spanShared } = index;
  const found = new Int32Array(spanStart.length);
  const flags = new Uint8Array(index.contentIds.length);
  let count = 0;
  for (let s = 0; s < found.length; s++) {
    if ((spanEnd[s] as number) < from || (spanStart[s] as number) > to) continue;
    const kind = spanKind[s] as number;
    const content = spanContent[s] as number;
    let flag = FLAG_OF_KIND[kind] as number;
    if (kind <= SPAN_FROM_ZERO) flag |= spanShared[s] === 1 ? SHARED : APART;
    flags[content] = (flags[content] as number) | flag;
    found[count++] = s;
  }
  return { spans: found.slice(0, count), flags };
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

/** Did any measure fall between the two snapshots of a span? */
const hasFallen = ({ facts, spanRow, spanBefore }: FactIndex, span: number): boolean => {
  const [row, before] = [spanRow[span] as number, spanBefore[span] as number];
  return Object.values(facts.measures).some((column) => (column[row] as number) < (column[before] as number));
};

/** Spans of known activity that share no day with another, with the position of their item and their share. */
type Parts = { readonly spans: Int32Array; readonly places: Int32Array; readonly shares: Float64Array };

const partsOf = (index: FactIndex, { spans }: Glance, items: Int32Array, from: number, to: number): Parts => {
  const { spanStart, spanEnd, spanContent } = index;
  const apart = spans.filter(
    (s) => (index.spanKind[s] as number) <= SPAN_FROM_ZERO && index.spanShared[s] === 0,
  );
  const places = new Int32Array(apart.length);
  const shares = new Float64Array(apart.length);
  let place = 0;
  for (let i = 0; i < apart.length; i++) {
    const s = apart[i] as number;
    // Spans stand by item, as the items do.
    while (items[place] !== spanContent[s]) place += 1;
    places[i] = place;
    const [start, end] = [spanStart[s] as number, spanEnd[s] as number];
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
const addShared = (place: Place, column: Float64Array, sums: Float64Array): Uint8Array | null => {
  const { index, items, flags, from, to } = place;
  let cut: Uint8Array | null = null;
  for (let i = 0; i < items.length; i++) {
    const content = items[i] as number;
    const flag = flags[content] as number;
    if ((flag & SHARED) === 0) continue;
    const { total, isBroken, estimated } = sumShared(index, column, content, from, to);
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
  const column = index.facts.measures[measure];
  if (column === undefined) return { sums: sums.fill(Number.NaN), cut: null };
  const { spans, places, shares } = parts;
  for (let i = 0; i < spans.length; i++) {
    const at = places[i] as number;
    sums[at] = (sums[at] as number) + amountOf(index, column, spans[i] as number) * (shares[i] as number);
  }
  const cut = addShared(place, column, sums);
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
): Uint8Array => {
  const found = new Uint8Array(items.length);
  const isCut = new Uint8Array(items.length);
  parts.shares.forEach((share, i) => {
    if (share !== 1) isCut[parts.places[i] as number] = 1;
  });
  const isOpen = (i: number): boolean =>
    found[i] === 0 && (isCut[i] === 1 || ((flags[items[i] as number] as number) & SHARED) !== 0);
  let open = Array.from(items.keys()).filter(isOpen);
  for (const measure of Object.keys(index.facts.measures)) {
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
 * @example with snapshots of 40 views as of day 10 and 100 as of day 17: periodOf(index, 11, 17).amounts('views') //=> [60]
 */
export const periodOf = (index: FactIndex, from: number, to: number): Period => {
  const glance = glanceAt(index, from, to);
  const { flags, spans } = glance;
  const items = itemsIn(flags);
  const place = { index, items, flags, parts: partsOf(index, glance, items, from, to), from, to };
  const columnAt = remembered((measure: string) => columnOf(place, measure));
  const estimated = remembered((_: 'all') => estimatedOf(place, columnAt));
  return {
    from,
    to,
    items,
    amounts: (measure) => columnAt(measure).sums,
    estimated: () => estimated('all'),
    partial: Uint8Array.from(items, (content) =>
      (flags[content] as number) & (UNKNOWN_START | GONE) ? 1 : 0,
    ),
    unknownStart: countOf(flags, UNKNOWN_START),
    gone: countOf(flags, GONE),
    falls: () => spans.filter((s) => index.spanKind[s] === SPAN_DIFFERENCE && hasFallen(index, s)).length,
  };
};

/**
 * Lifetime totals of every item of the index: its latest snapshot, or else the sum of its period facts.
 * @param index from `indexFacts`; its `asOf` option bounds what counts.
 */
export const totalsOf = (index: FactIndex): Amounts => {
  const { latest } = index;
  const whole = remembered((_: 'all') => periodOf(index, -Infinity, Infinity));
  return {
    items: Int32Array.from(index.contentIds.keys()),
    amounts: remembered((measure: string): Float64Array => {
      const column = index.facts.measures[measure];
      const totals = new Float64Array(latest.length).fill(Number.NaN);
      if (column === undefined) return totals;
      const { items } = whole('all');
      const sums = whole('all').amounts(measure);
      for (let i = 0; i < items.length; i++) totals[items[i] as number] = sums[i] as number;
      latest.forEach((row, content) => {
        if (row < 0) return;
        const value = column[row] as number;
        totals[content] = Number.isFinite(value) ? value : Number.NaN;
      });
      return totals;
    }),
  };
};
