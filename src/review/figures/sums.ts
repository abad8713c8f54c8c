import { isNumber } from '../../kpi/fault.ts';
import { termsOf } from '../../kpi/metrics.ts';
import { type Amounts, type Period, remembered } from '../../kpi/period.ts';
import { ratioOf, ratioOfGroups, type Sums, sumsByGroup } from '../../kpi/ratio-of.ts';
import type { Groups } from './groups.ts';

/** What groups of items did, in a period or to date. */
export type GroupFigures = {
  /**
   * A metric over groups. One of the performance sheet alone is taken item by item, so that both sides of a ratio match.
   * @param others Sums that come from elsewhere, by term.
   */
  value(metric: string, groups: readonly number[], others: Sums): number | null;
};

/**
 * Sums of items by group, each metric's once.
 * @param items Amounts of items.
 * @param groups Groups of the index.
 */
export function groupFigures(items: Amounts, groups: Groups): GroupFigures {
  const own = items.items.map((item) => groups.of[item] as number);
  const sums = remembered((metric: string) => sumsByGroup(metric, items.amounts, own, groups.count));
  const measured = (metric: string, chosen: readonly number[]): number | null => {
    const value = ratioOfGroups(sums(metric), chosen);
    return isNumber(value) ? value : null;
  };
  return {
    value(metric, chosen, others) {
      const terms = termsOf(metric);
      if (terms.every((term) => others[term] === undefined)) return measured(metric, chosen);
      const all: Record<string, number | null | undefined> = { ...others };
      for (const term of terms) if (all[term] === undefined) all[term] = measured(term, chosen);
      const value = ratioOf(metric, all);
      return isNumber(value) ? value : null;
    },
  };
}

/**
 * Whether any item of a group is estimated.
 * @returns 1 by group.
 */
export function estimatedGroups(period: Period, groups: Groups): Uint8Array {
  const found = new Uint8Array(groups.count);
  period.estimated().forEach((isEstimated, i) => {
    if (isEstimated === 1) found[groups.of[period.items[i] as number] as number] = 1;
  });
  return found;
}
