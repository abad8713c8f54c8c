import { isNumber } from '../../kpi/fault.ts';
import { termsOf } from '../../kpi/metrics.ts';
import type { Amounts } from '../../kpi/period.ts';
import { type GroupSums, ratioOf, ratioOfGroups, type Sums, sumsByGroup } from '../../kpi/ratio-of.ts';
import { remembered } from '../../kpi/remembered.ts';
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
 * Figures from sums by group, each metric's made once.
 * @param sumsOf Sums of a metric's terms by group.
 */
export function groupFigures(sumsOf: (metric: string) => GroupSums): GroupFigures {
  const sums = remembered(sumsOf);
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
 * Sums of a metric over items that are looked at one by one.
 * @param items Amounts of items.
 * @param groups Groups of the index.
 */
export function itemSums(items: Amounts, groups: Groups): (metric: string) => GroupSums {
  const own = items.items.map((item) => groups.of[item] as number);
  return (metric) => sumsByGroup(metric, items.amounts, own, groups.count);
}
