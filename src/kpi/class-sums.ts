import type { FactIndex } from './facts.ts';
import { isRatio, type Metric, metricOf } from './metrics.ts';
import { type GroupSums, keysOf } from './ratio-of.ts';
import { remembered } from './remembered.ts';
import { amountAt, NOT_ALL, type RowAmounts, rowAmounts, SOME } from './row-amounts.ts';
import type { ClassShare, SpanClasses } from './span-classes.ts';

/**
 * A metric's terms summed by class of spans and group of items: made in one pass over the rows, after which any period
 * is a sum over the few classes that touch it.
 */
export type ClassSums = {
  readonly metric: string;
  /** By term; of class c and group g at c × groups + g. */
  readonly terms: ReadonlyMap<string, Float64Array>;
  /** As `terms`: 1 where anything was measured. */
  readonly seen: ReadonlyMap<string, Uint8Array>;
  readonly groups: number;
  /**
   * Items that are not in it, since what they did in a period depends on which of their spans it touches: spans that
   * share days, or of which some lack a measure that others have.
   */
  readonly odd: readonly number[];
};

/** Items sorted into groups. */
export type ItemGroups = { readonly count: number; readonly of: ArrayLike<number> };

/** With more classes and groups than this their sums would take more room than the spans. */
const MOST = 300_000;

type Terms = ReadonlyMap<string, RowAmounts>;

/** Whether an item counts, by which of its metric's terms it has. */
const isTaken = (metric: Metric, has: (key: string) => boolean): boolean => {
  if (!isRatio(metric)) return has(metric.key);
  const isAbove = metric.partial ? metric.numerator.some(has) : metric.numerator.every(has);
  return isAbove && metric.less.every(has) && has(metric.denominator);
};

type Roles = {
  /** 1 for the items that count. */
  readonly taken: Uint8Array;
  readonly odd: readonly number[];
};

const rolesOf = ({ contentIds, overlapping }: FactIndex, metric: Metric, terms: Terms): Roles => {
  const taken = new Uint8Array(contentIds.length);
  const odd: number[] = [];
  const each = [...terms.values()];
  let item = 0;
  const has = (key: string): boolean => terms.get(key)?.presence[item] === SOME;
  for (; item < taken.length; item++) {
    const isMixed = each.some(({ presence }) => presence[item] === SOME + NOT_ALL);
    if (overlapping[item] === 1 || isMixed) odd.push(item);
    else if (isTaken(metric, has)) taken[item] = 1;
  }
  return { taken, odd };
};

/** Sums of one term, and where there are any. */
type TermSums = { readonly sums: Float64Array; readonly seen: Uint8Array };

/** What is computed once for all metrics. */
export type ClassBook = {
  readonly index: FactIndex;
  readonly classes: SpanClasses;
  readonly groups: ItemGroups;
  amountsOf(measure: string): RowAmounts | undefined;
  /** By row: class × groups + group; −1 for a row that tells nothing. */
  readonly places: Int32Array;
  /** Sums of a term by the items that were taken: several metrics mostly take the same. */
  readonly known: Map<string, { readonly taken: Uint8Array; readonly found: TermSums }[]>;
};

/**
 * Prepares the sums of metrics.
 * @param index from `indexFacts`. @param classes from `spanClasses` of the same index.
 * @param groups group of each item, from 0.
 */
export const classBook = (index: FactIndex, classes: SpanClasses, groups: ItemGroups): ClassBook => ({
  ...{ index, classes, groups },
  amountsOf: remembered((measure: string) => rowAmounts(index, classes, measure)),
  places: classes.of.map((own, row) =>
    own < 0 ? -1 : own * groups.count + (groups.of[index.itemOf[row] as number] as number),
  ),
  known: new Map(),
});

/** Adds a term up, by class and group. */
const addRows = (
  { index: { itemOf }, classes: { starts, before }, groups, places }: ClassBook,
  { cells, money }: RowAmounts,
  taken: Uint8Array,
): TermSums => {
  const sums = new Float64Array(starts.length * groups.count);
  const seen = new Uint8Array(sums.length);
  for (let row = 0; row < places.length; row++) {
    const at = places[row] as number;
    if (at < 0 || taken[itemOf[row] as number] === 0) continue;
    sums[at] = (sums[at] as number) + amountAt(cells, money, row, before[row] as number);
    seen[at] = 1;
  }
  return { sums, seen };
};

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.every((value, i) => value === b[i]);

const termSums = (book: ClassBook, term: string, amounts: RowAmounts, taken: Uint8Array): TermSums => {
  const own = taken.map((isOwn, item) => (isOwn === 1 && amounts.presence[item] === SOME ? 1 : 0));
  const known = book.known.get(term) ?? [];
  const before = known.find((each) => isSame(each.taken, own));
  if (before !== undefined) return before.found;
  const found = addRows(book, amounts, own);
  book.known.set(term, [...known, { taken: own, found }]);
  return found;
};

/**
 * Sums of a metric's terms by class of spans and group of items. A ratio takes only the items that have both its sides.
 * @param book from `classBook`.
 * @param key a metric's key; of an unknown one there are no terms.
 * @returns sums for `sumsOfClasses`.
 */
export const classSums = (book: ClassBook, key: string): ClassSums => {
  const { index, classes, groups } = book;
  const metric = metricOf(key);
  const found = { metric: key, groups: groups.count };
  if (metric === undefined || classes.starts.length * groups.count > MOST) {
    const odd = index.contentIds.map((_, item) => item);
    return { ...found, terms: new Map(), seen: new Map(), odd };
  }
  const terms = new Map(
    keysOf(metric).flatMap((term): [string, RowAmounts][] => {
      const amounts = book.amountsOf(term);
      return amounts === undefined ? [] : [[term, amounts]];
    }),
  );
  const { taken, odd } = rolesOf(index, metric, terms);
  const sums = [...terms].map(([term, amounts]) => [term, termSums(book, term, amounts, taken)] as const);
  return {
    ...found,
    terms: new Map(sums.map(([term, own]) => [term, own.sums])),
    seen: new Map(sums.map(([term, own]) => [term, own.seen])),
    odd,
  };
};

/**
 * What the items did in a period, those that are odd left out.
 * @param sums from `classSums`. @param within from `sharesWithin`.
 * @returns as `sumsByGroup`.
 */
export const sumsOfClasses = (
  { metric, terms, seen, groups }: ClassSums,
  within: readonly ClassShare[],
): GroupSums => {
  const found = new Map<string, Float64Array>();
  for (const [term, sums] of terms) {
    const own = new Float64Array(groups).fill(Number.NaN);
    const isSeen = seen.get(term) as Uint8Array;
    for (const { at, share } of within) {
      for (let group = 0; group < groups; group++) {
        const i = at * groups + group;
        if (isSeen[i] === 0) continue;
        const before = own[group] as number;
        own[group] = (Number.isNaN(before) ? 0 : before) + (sums[i] as number) * share;
      }
    }
    found.set(term, own);
  }
  return { metric, terms: found };
};
