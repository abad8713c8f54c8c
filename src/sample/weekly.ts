import type { Sales } from './performance.ts';
import type { UsdOf } from './rates.ts';
import type { SampleNode } from './tree.ts';
import type { Fact } from './types.ts';

type Parts = { readonly over: readonly string[]; readonly under: string | null };

/** The sums that make the metrics of the sample's tree. */
const PARTS: Readonly<Record<string, Parts>> = {
  gmv: { over: ['gmv'], under: null },
  views: { over: ['views'], under: null },
  product_impressions: { over: ['product_impressions'], under: null },
  ctr: { over: ['product_clicks'], under: 'product_impressions' },
  ctor: { over: ['orders'], under: 'product_clicks' },
  cvr: { over: ['orders'], under: 'views' },
  aov: { over: ['gmv'], under: 'orders' },
  engagement_rate: { over: ['likes', 'comments', 'shares', 'saves'], under: 'views' },
  completion_rate: { over: ['completed_views'], under: 'views' },
};

/**
 * A KPI week by week, as the team's analyst would have it when the targets are set.
 * @returns One value a week; null for a KPI that does not come from performance, or a week without a denominator.
 */
export function weeklyValues(
  node: SampleNode,
  weeks: number,
  facts: readonly Fact[],
  sales: ReadonlyMap<Fact, Sales>,
  usdOf: UsdOf,
): (number | null)[] {
  const parts = PARTS[node.metric];
  if (parts === undefined) return new Array<null>(weeks).fill(null);
  const over = new Array<number>(weeks).fill(0);
  const under = new Array<number>(weeks).fill(0);
  for (const fact of facts) {
    const { account } = fact.item;
    if (node.platform !== null && account.platform !== node.platform) continue;
    if (node.account !== null && account.id !== node.account) continue;
    if (node.metric === 'completion_rate' && fact.measures.completed_views === undefined) continue;
    const sold = sales.get(fact) ?? { orders: 0, units: 0, gmv: 0 };
    const all: Record<string, number> = {
      ...fact.measures,
      ...sold,
      gmv: sold.gmv * usdOf(account.currency, fact.to),
    };
    over[fact.week] = (over[fact.week] ?? 0) + parts.over.reduce((sum, key) => sum + (all[key] ?? 0), 0);
    under[fact.week] = (under[fact.week] ?? 0) + (parts.under === null ? 0 : (all[parts.under] ?? 0));
  }
  return over.map((value, week) => {
    if (parts.under === null) return value;
    const base = under[week] ?? 0;
    return base === 0 ? null : value / base;
  });
}
