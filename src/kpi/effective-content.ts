import { groupMedians, isTrailing, TRAILING_DAYS } from './trailing.ts';

/** The first items of an account are shown and flagged, and kept out of rankings and baselines. */
export const COLD_START_ITEMS = 10;
/** Days after which an item's first figures are in. */
export const OBSERVATION_DAYS = 7;

type Measured = readonly (number | null)[];

/**
 * Which items are among the first of their account.
 * @param published day of each item, serial; null where it is not known (never cold start).
 * @param accounts key of each item's account.
 * @param count how many, 10 unless told.
 * Source: the cold-start rule of the method: an account's first items are no measure of it.
 * @example coldStartItems([3, 1, 2], ['a', 'a', 'a'], 2) //=> [false, true, true]
 */
export const coldStartItems = (
  published: Measured,
  accounts: readonly string[],
  count = COLD_START_ITEMS,
): readonly boolean[] => {
  const isFirst = new Array<boolean>(published.length).fill(false);
  const seen = new Map<string, number>();
  const order = published.flatMap((day, item) => (day === null ? [] : [{ day, item }]));
  order.sort((a, b) => a.day - b.day || a.item - b.item);
  for (const { item } of order) {
    const account = accounts[item] as string;
    const before = seen.get(account) ?? 0;
    seen.set(account, before + 1);
    if (before < count) isFirst[item] = true;
  }
  return isFirst;
};

/** Items as columns. A rate is null where it is not measured. */
export type ContentColumns = {
  readonly published: Measured;
  /** Account × format. */
  readonly groups: readonly string[];
  readonly isColdStart: readonly boolean[];
  readonly carriesProduct: readonly boolean[];
  readonly engagementRate: Measured;
  readonly contentCtr: Measured;
  readonly addToCartRate: Measured;
  readonly orders: Measured;
};

/** Least values that a team set in place of the group's median (of one order, for `orders`). */
export type Minimums = {
  readonly engagementRate?: number;
  readonly contentCtr?: number;
  readonly addToCartRate?: number;
  readonly orders?: number;
};

export type EffectiveContent = {
  /** By item; null where it was not asked (another period, too young, cold start). */
  readonly isEffective: readonly (boolean | null)[];
  readonly effective: number;
  /** Items that were asked. */
  readonly items: number;
  /** effective ÷ items; null of none. */
  readonly share: number | null;
  /** Items of the period that are left out on both sides. */
  readonly coldStart: number;
  readonly tooYoung: number;
};

type Period = { readonly from: number; readonly to: number; readonly asOf: number };

/** Reached, missed, or (null) not asked, where neither the item nor its group has the measure. */
const reaches = (value: number | null, least: number | null): boolean | null => {
  if (least === null) return null;
  return value !== null && value >= least;
};

/**
 * Effective content (有效内容占比): of the items published in a period and old enough, the share that reaches every
 * threshold: engagement rate, content CTR and, where it carries a product, one order or the add-to-cart rate. No
 * platform defines it; the thresholds are the group's medians over 90 days unless the team set its own. A rate that
 * nobody in the group has measured asks nothing of the item.
 * Source: a team's own definition; the medians of the group as thresholds.
 * @param period first and last day of publication, and the day as of which it is looked at; serials.
 * @example one item above both medians of its group //=> { effective: 1, items: 1, share: 1, … }
 */
export const effectiveContent = (
  content: ContentColumns,
  { from, to, asOf }: Period,
  minimums: Minimums = {},
  observationDays = OBSERVATION_DAYS,
): EffectiveContent => {
  const isBaseline = (item: number): boolean =>
    !content.isColdStart[item] && isTrailing(content.published[item] ?? null, asOf, TRAILING_DAYS);
  const leastOf = (column: Measured, set: number | undefined): Measured =>
    set === undefined ? groupMedians(column, content.groups, isBaseline) : column.map(() => set);
  const engagement = leastOf(content.engagementRate, minimums.engagementRate);
  const ctr = leastOf(content.contentCtr, minimums.contentCtr);
  const cart = leastOf(content.addToCartRate, minimums.addToCartRate);
  const sells = (item: number): boolean =>
    (content.orders[item] ?? 0) >= (minimums.orders ?? 1) ||
    reaches(content.addToCartRate[item] ?? null, cart[item] ?? null) === true;
  const judge = (item: number): boolean =>
    reaches(content.engagementRate[item] ?? null, engagement[item] ?? null) !== false &&
    reaches(content.contentCtr[item] ?? null, ctr[item] ?? null) !== false &&
    (!content.carriesProduct[item] || sells(item));
  let [coldStart, tooYoung] = [0, 0];
  const isEffective = content.published.map((published, item): boolean | null => {
    const day = published === null ? null : Math.floor(published);
    if (day === null || day < from || day > to) return null;
    if (content.isColdStart[item]) coldStart += 1;
    else if (day + observationDays > asOf) tooYoung += 1;
    else return judge(item);
    return null;
  });
  const items = isEffective.filter((answer) => answer !== null).length;
  const effective = isEffective.filter((answer) => answer === true).length;
  return {
    isEffective,
    effective,
    items,
    share: items === 0 ? null : effective / items,
    coldStart,
    tooYoung,
  };
};
