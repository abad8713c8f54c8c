import { type AttributionModel, creditShares } from '../../../src/kpi/attribution.ts';
import { isFault, isNumber } from '../../../src/kpi/fault.ts';
import { returnsBy } from '../../../src/kpi/returns.ts';
import { accountKey, accountOfContent, contentKey } from '../../../src/review/keys.ts';
import { type Flow, shareCosts } from './cost-shares.ts';
import { accountsByContent, type Entry, ownerOf } from './entries.ts';
import type { ReviewFacts } from './facts.ts';
import type { Figures } from './figures.ts';
import { gmvFlows } from './gmv-flows.ts';
import type { Ledger } from './ledger.ts';

/** Money to date of a piece of content or an account, in the reporting currency. */
export type MoneyToDate = {
  readonly gmv: number | null;
  /** Booked on it, and its part of shared costs. */
  readonly cost: number | null;
  /** First day with GMV or cost. */
  readonly since: number | null;
  /** First day on which the GMV is known to cover the cost; null while it does not. */
  readonly paidBack: number | null;
};

/** GMV of orders in a period. */
export type Ordered = {
  readonly gmv: number;
  /** What of it could not be traced to a piece of content. */
  readonly untraced: number;
};

export type Returns = {
  /** By key of the content. */
  readonly contents: ReadonlyMap<string, MoneyToDate>;
  /** By key of the account. */
  readonly accounts: ReadonlyMap<string, MoneyToDate>;
  /** Of an account in a period; GMV only where its files measure none. */
  ofAccount(account: string, from: number, to: number): { gmv: number | null; cost: number | null };
  /** null where there are no orders in the period. */
  ordered(from: number, to: number): Ordered | null;
};

function earned(facts: ReviewFacts, figures: Figures): Flow[] {
  return [...gmvFlows(facts.index.facts, figures.totals)].flatMap(([content, flows]) =>
    flows.map(({ day, amount }) => ({
      account: accountOfContent(content),
      content,
      day,
      gmv: amount,
      cost: null,
    })),
  );
}

/**
 * The GMV of orders, less what was refunded, by the content that led to it: of several items each has its part, by the
 * model.
 * @returns Flows that add up to the orders; what leads to no known content has none.
 */
function flowsOfOrders(orders: readonly Entry[], facts: ReviewFacts, model: AttributionModel): Flow[] {
  const owners = accountsByContent(facts);
  return orders.flatMap((order) => {
    const own = accountKey(order.platform, order.account);
    const ends = order.touches.length === 0 ? [''] : order.touches;
    const credits = creditShares(ends.length, model);
    return ends.map((id, i): Flow => {
      const isOwn = facts.contents.has(contentKey(own, id));
      const account = isOwn ? own : (ownerOf(owners, order.platform, id) ?? own);
      const content = facts.contents.has(contentKey(account, id)) ? contentKey(account, id) : '';
      const share = isFault(credits) ? 0 : (credits[i] ?? 0);
      return { account, content, day: order.day, gmv: (order.amount - order.refund) * share, cost: null };
    });
  });
}

function moneyBy(flows: readonly Flow[], groupOf: (flow: Flow) => string): Map<string, MoneyToDate> {
  const grouped = flows.filter((flow) => groupOf(flow) !== '');
  const since = new Map<string, number>();
  for (const flow of grouped) {
    if (!flow.gmv && !flow.cost) continue;
    since.set(groupOf(flow), Math.min(flow.day, since.get(groupOf(flow)) ?? Infinity));
  }
  const returns = returnsBy({
    groups: grouped.map(groupOf),
    days: grouped.map(({ day }) => day),
    revenues: grouped.map(({ gmv }) => gmv),
    costs: grouped.map(({ cost }) => cost),
  });
  if (isFault(returns)) return new Map();
  return new Map(
    returns.groups.map(({ group, revenue, cost, paybackDay }) => [
      group,
      {
        gmv: revenue,
        cost,
        since: since.get(group) ?? null,
        paidBack: isNumber(paybackDay) ? paybackDay : null,
      },
    ]),
  );
}

function totalOf(flows: readonly Flow[], value: (flow: Flow) => number | null): number | null {
  return flows.reduce<number | null>((sum, flow) => {
    const amount = value(flow);
    return amount === null ? sum : (sum ?? 0) + amount;
  }, null);
}

/**
 * GMV, cost and payback of every piece of content and every account, shared costs handed out.
 * @param facts Facts, indexed.
 * @param figures Figures of any period.
 * @param ledger Costs and orders.
 * @param model How an order's GMV is shared among several items that led to it.
 */
export function returnsOf(
  facts: ReviewFacts,
  figures: Figures,
  ledger: Ledger,
  model: AttributionModel,
): Returns {
  const measured = earned(facts, figures);
  const measuring = new Set(measured.map(({ account }) => account));
  const orders = flowsOfOrders(ledger.orders, facts, model);
  // Orders count for accounts whose files measure no GMV; the two sources are never added.
  const ordered = orders.filter(({ account }) => !measuring.has(account));
  const costs = shareCosts(ledger.costs, facts, figures, ordered);
  const ofAccounts = [...ordered, ...costs.byAccount];
  const within = (flows: readonly Flow[], from: number, to: number): Flow[] =>
    flows.filter(({ day }) => day >= from && day <= to);
  return {
    contents: moneyBy([...measured, ...ordered, ...costs.byContent], ({ content }) => content),
    accounts: moneyBy([...measured, ...ofAccounts], ({ account }) => account),
    ofAccount(account, from, to) {
      const flows = within(ofAccounts, from, to).filter((flow) => flow.account === account);
      return { gmv: totalOf(flows, ({ gmv }) => gmv), cost: totalOf(flows, ({ cost }) => cost) };
    },
    ordered(from, to) {
      const flows = within(orders, from, to);
      if (flows.length === 0) return null;
      const sum = (chosen: readonly Flow[]): number => totalOf(chosen, ({ gmv }) => gmv) ?? 0;
      return { gmv: sum(flows), untraced: sum(flows.filter(({ content }) => content === '')) };
    },
  };
}
