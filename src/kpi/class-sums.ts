import type { FactIndex } from './facts.ts';
import { isRatio, type Metric, metricOf } from './metrics.ts';
import { type GroupSums, keysOf } from './ratio-of.ts';
import { amountAt, NOT_ALL, type RowAmounts, SOME } from './row-amounts.ts';
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

/** Adds a term up, by class and group. */
const addRows = (
  { itemOf }: FactIndex,
  { of: classOf, before }: SpanClasses,
  { cells, money, presence }: RowAmounts,
  { count, of: groupOf }: ItemGroups,
  taken: Uint8Array,
  sums: Float64Array,
  seen: Uint8Array,
): void => {
  for (let row = 0; row < classOf.length; row++) {
    const own = classOf[row] as number;
    if (own < 0) continue;
    const item = itemOf[row] as number;
    if (taken[item] === 0 || presence[item] !== SOME) continue;
    const at = own * count + (groupOf[item] as number);
    sums[at] = (sums[at] as number) + amountAt(cells, money, row, before[row] as number);
    seen[at] = 1;
  }
};

/**
 * Sums of a metric's terms by class of spans and group of items. A ratio takes only the items that have both its sides.
 * @param index from `indexFacts`. @param classes from `spanClasses` of the same index.
 * @param amountsOf a measure's activity, see `rowAmounts`.
 * @param groups group of each item, from 0.
 * @param key a metric's key; of an unknown one there are no terms.
 * @returns sums for `sumsOfClasses`.
 */
export const classSums = (
  index: FactIndex,
  classes: SpanClasses,
  amountsOf: (measure: string) => RowAmounts | undefined,
  groups: ItemGroups,
  key: string,
): ClassSums => {
  const metric = metricOf(key);
  const found = { metric: key, groups: groups.count };
  const terms = new Map(
    (metric === undefined ? [] : keysOf(metric)).flatMap((term): [string, RowAmounts][] => {
      const amounts = amountsOf(term);
      return amounts === undefined ? [] : [[term, amounts]];
    }),
  );
  const size = classes.starts.length * groups.count;
  if (metric === undefined || size > MOST) {
    const odd = index.contentIds.map((_, item) => item);
    return { ...found, terms: new Map(), seen: new Map(), odd };
  }
  const { taken, odd } = rolesOf(index, metric, terms);
  const sums = new Map([...terms.keys()].map((term) => [term, new Float64Array(size)]));
  const seen = new Map([...terms.keys()].map((term) => [term, new Uint8Array(size)]));
  for (const [term, amounts] of terms) {
    const own = [sums.get(term) as Float64Array, seen.get(term) as Uint8Array] as const;
    addRows(index, classes, amounts, groups, taken, ...own);
  }
  return { ...found, terms: sums, seen, odd };
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
