import { dayOfCell } from './calendar.ts';
import { type Allocation, allocate, allocateFixed } from './cost-allocation.ts';
import { absent, type Fault, faultOf, finite, type Input, isFault, isNumber, numberOf } from './fault.ts';
import type { Cell } from './issue.ts';
import { breakEvenRoas, isMargin, paybackDay, roas, roi } from './roi.ts';

/** Money by row, as columns of one length. An empty cell is not measured. */
export type MoneyColumns = {
  /** Key of each row's group: a piece of content, an account, a format, whatever is to be compared. */
  readonly groups: readonly string[];
  readonly days: readonly Cell[];
  readonly revenues: readonly Input[];
  /** All costs, ad spend among them. */
  readonly costs: readonly Input[];
  /** What of the costs bought ads. */
  readonly adSpends?: readonly Input[];
  /** By these, shared costs are handed out "by views" and "by content" (how many different ones). */
  readonly views?: readonly Input[];
  readonly contents?: readonly string[];
};

/** By what a shared cost is handed out; "fixed" is by shares that were set beforehand. */
export type AllocationRule = 'gmv' | 'views' | 'content' | 'fixed';

/** Costs that belong to no group alone, as columns of one length. */
export type SharedCosts = {
  readonly days: readonly Cell[];
  readonly costs: readonly Input[];
  readonly adSpends?: readonly Input[];
  readonly rules: readonly AllocationRule[];
  /** For "fixed": the share of each group, fractions that add up to at most 1; without one, all is left over. */
  readonly shares?: ReadonlyMap<string, Input>;
};

/** What a group earned and cost. A quotient is null where one of its sides is not measured or it divides by 0. */
export type GroupReturn = {
  readonly group: string;
  readonly revenue: number | null;
  /** Own costs and the group's part of the shared ones. */
  readonly cost: number | null;
  readonly adSpend: number | null;
  /** (revenue · margin − cost) ÷ cost. */
  readonly roi: number | null | Fault;
  /** Revenue ÷ ad spend. */
  readonly roas: number | null | Fault;
  /** The ROAS at which ads neither earn nor lose, at the group's own margin. */
  readonly breakEvenRoas: number | null | Fault;
  /** The revenue at which the ROI is 0: cost ÷ margin. */
  readonly breakEvenRevenue: number | null | Fault;
  /** First day at whose end the margin earned covers the cost; null while it does not, or where money has no day. */
  readonly paybackDay: number | null | Fault;
};

export type Returns = {
  /** In the order in which the groups come up. */
  readonly groups: readonly GroupReturn[];
  /** Shared costs that found no taker. */
  readonly unallocated: number;
};

type Sums = {
  revenue: number | null;
  /** Revenue · margin. */
  profit: number | null;
  cost: number | null;
  adSpend: number | null;
  views: number | null;
  readonly contents: Set<string>;
  readonly days: number[];
  readonly earned: number[];
  readonly spent: number[];
  /** A margin is missing, so that what was earned is not known. */
  lacksMargin: boolean;
  /** Money without a day: no payback day is known. */
  lacksDay: boolean;
};

const plus = (sum: number | null, amount: number | null): number | null =>
  amount === null ? sum : (sum ?? 0) + amount;

const sumsAt = (groups: Map<string, Sums>, key: string): Sums => {
  const known = groups.get(key);
  if (known) return known;
  const [contents, days, earned, spent] = [new Set<string>(), [], [], []];
  const sums = { revenue: null, profit: null, cost: null, adSpend: null, views: null };
  const added = { ...sums, contents, days, earned, spent, lacksMargin: false, lacksDay: false };
  groups.set(key, added);
  return added;
};

const addFlow = (sums: Sums, day: number | null, earned: number, spent: number): void => {
  if (earned === 0 && spent === 0) return;
  if (day === null) sums.lacksDay = true;
  else {
    sums.days.push(day);
    sums.earned.push(earned);
    sums.spent.push(spent);
  }
};

const addRow = (sums: Sums, rows: MoneyColumns, row: number, marginCell: Input): Fault | null => {
  const [day, revenue, cost] = [
    dayOfCell(rows.days[row]),
    numberOf(rows.revenues[row]),
    numberOf(rows.costs[row]),
  ];
  const [ads, views, margin] = [
    numberOf(rows.adSpends?.[row]),
    numberOf(rows.views?.[row]),
    numberOf(marginCell),
  ];
  if (isFault(day) || isFault(revenue) || isFault(cost) || isFault(ads) || isFault(views) || isFault(margin))
    return absent(day, revenue, cost, ads, views, margin);
  if (margin !== null && !isMargin(margin)) return faultOf('MARGIN_NOT_FRACTION');
  const profit = revenue === null || margin === null ? null : revenue * margin;
  if (revenue !== null && margin === null) sums.lacksMargin = true;
  sums.revenue = plus(sums.revenue, revenue);
  sums.profit = plus(sums.profit, profit);
  sums.cost = plus(sums.cost, cost);
  sums.adSpend = plus(sums.adSpend, ads);
  sums.views = plus(sums.views, views);
  if (rows.contents?.[row]) sums.contents.add(rows.contents[row] as string);
  addFlow(sums, day, profit ?? 0, cost ?? 0);
  return null;
};

const isOneLength = (count: number, columns: readonly (readonly unknown[] | undefined)[]): boolean =>
  columns.every((column) => column === undefined || column.length === count);

const sumUp = (rows: MoneyColumns, margin: Input | readonly Input[]): Map<string, Sums> | Fault => {
  const { groups, days, revenues, costs, adSpends, views, contents } = rows;
  const margins = Array.isArray(margin) ? (margin as readonly Input[]) : undefined;
  if (!isOneLength(groups.length, [days, revenues, costs, adSpends, views, contents, margins]))
    return faultOf('DIFFERENT_LENGTHS');
  const found = new Map<string, Sums>();
  for (let row = 0; row < groups.length; row++) {
    const sums = sumsAt(found, groups[row] as string);
    const fault = addRow(sums, rows, row, margins ? margins[row] : (margin as Input));
    if (fault) return fault;
  }
  return found;
};

/** A shared amount by a rule, in the order of the groups. */
const handOut = (
  amount: Input,
  rule: AllocationRule,
  groups: ReadonlyMap<string, Sums>,
  shares: SharedCosts['shares'],
): Allocation | null | Fault => {
  const takers = [...groups];
  switch (rule) {
    case 'gmv':
      return allocate(
        amount,
        takers.map(([, { revenue }]) => revenue),
      );
    case 'views':
      return allocate(
        amount,
        takers.map(([, { views }]) => views),
      );
    case 'content':
      return allocate(
        amount,
        takers.map(([, { contents }]) => contents.size),
      );
    case 'fixed':
      return allocateFixed(
        amount,
        takers.map(([key]) => shares?.get(key)),
      );
    default:
      return faultOf('UNKNOWN_METHOD');
  }
};

/** Adds the shared costs to the groups' own. @returns what found no taker. */
const shareOut = (groups: Map<string, Sums>, shared: SharedCosts): number | Fault => {
  const { days, costs, adSpends, rules, shares } = shared;
  if (!isOneLength(days.length, [costs, adSpends, rules])) return faultOf('DIFFERENT_LENGTHS');
  for (const key of shares?.keys() ?? []) sumsAt(groups, key);
  let unallocated = 0;
  for (let row = 0; row < days.length; row++) {
    const day = dayOfCell(days[row]);
    const rule = rules[row] as AllocationRule;
    const cost = handOut(costs[row], rule, groups, shares);
    const ads = handOut(adSpends?.[row], rule, groups, shares);
    if (isFault(day)) return day;
    if (isFault(cost)) return cost;
    if (isFault(ads)) return ads;
    unallocated += cost?.unallocated ?? 0;
    [...groups.values()].forEach((sums, taker) => {
      const part = cost?.amounts[taker] ?? 0;
      if (part !== 0) sums.cost = plus(sums.cost, part);
      if (ads?.amounts[taker]) sums.adSpend = plus(sums.adSpend, ads.amounts[taker] as number);
      addFlow(sums, day, 0, part);
    });
  }
  return unallocated;
};

/** The group's margin: what was earned ÷ revenue, never a mean of margins; the one that was given, if it is one. */
const marginOf = ({ revenue, profit, lacksMargin }: Sums, margin: Input | readonly Input[]): Input => {
  if (!Array.isArray(margin)) return margin as Input;
  if (lacksMargin || revenue === null || profit === null || revenue <= 0) return null;
  return Math.min(1, profit / revenue);
};

const returnOf = (group: string, sums: Sums, given: Input | readonly Input[]): GroupReturn => {
  const { revenue, cost, adSpend, days, earned, spent, lacksMargin, lacksDay } = sums;
  const profit = lacksMargin ? null : sums.profit;
  const breakEven = breakEvenRoas(marginOf(sums, given));
  return {
    group,
    revenue,
    cost,
    adSpend,
    roi: roi(profit, cost),
    roas: roas(revenue, adSpend),
    breakEvenRoas: breakEven,
    breakEvenRevenue: isNumber(breakEven) && cost !== null ? finite(breakEven * cost) : absent(breakEven),
    paybackDay: lacksMargin || lacksDay ? null : paybackDay(days, earned, spent),
  };
};

/**
 * Revenue, cost, ROI, ROAS, break-even and payback day of each group, by content, by account or by any other key:
 * sums first, then the quotients. Shared costs are handed out on their own days.
 * @param rows one for each item and day, say; a group's rows in any order.
 * @param shared costs of no group alone; a rule whose basis is 0 throughout gives everyone the same.
 * @param margin share of the revenue that is left after the goods, ≤ 1: one for all (1 unless told), or one by row.
 * @returns DIFFERENT_LENGTHS; NOT_A_NUMBER; NOT_A_DATE; UNKNOWN_METHOD; NOT_NEGATIVE for a fixed share below 0;
 *   SHARES_ABOVE_ONE for fixed ones; MARGIN_NOT_FRACTION; TOO_LARGE.
 * Source: return on investment, return on ad spend, and payback period, undiscounted; cost allocation in proportion
 *   to a driver.
 * @example returnsBy({ groups: ['a', 'b', 'a'], days: [1, 1, 2], revenues: [10, 5, 20], costs: [10, 5, ''] }).groups
 *   //=> a: ROI 2, payback day 1; b: ROI 0, payback day 1
 */
export const returnsBy = (
  rows: MoneyColumns,
  shared: SharedCosts = { days: [], costs: [], rules: [] },
  margin: Input | readonly Input[] = 1,
): Returns | Fault => {
  const sums = sumUp(rows, margin);
  if (isFault(sums)) return sums;
  const unallocated = shareOut(sums, shared);
  if (isFault(unallocated)) return unallocated;
  const isWhole = [...sums.values()].every(({ revenue, profit, cost, adSpend }) =>
    [revenue ?? 0, profit ?? 0, cost ?? 0, adSpend ?? 0, unallocated].every(Number.isFinite),
  );
  if (!isWhole) return faultOf('TOO_LARGE');
  return { groups: [...sums].map(([group, each]) => returnOf(group, each, margin)), unallocated };
};
