import { isFault, isNumber } from '../kpi/fault.ts';
import { returnsBy } from '../kpi/returns.ts';
import { accountsByContent, type Entry } from './entries.ts';
import type { ReviewFacts } from './facts.ts';
import type { Figures } from './figures.ts';
import { gmvFlows } from './gmv-flows.ts';
import { accountKey, accountOfContent, contentKey } from './keys.ts';
import type { Ledger } from './ledger.ts';

/** Money to date of a piece of content or an account, in the reporting currency. */
export type MoneyToDate = {
  readonly gmv: number | null;
  /** First day with GMV or cost. */
  readonly since: number | null;
  /** First day on which the GMV is known to cover the cost; null while it does not. */
  readonly paidBack: number | null;
};

export type ReturnsToDate = {
  /** By key of the content. */
  readonly contents: ReadonlyMap<string, MoneyToDate>;
  /** By key of the account. */
  readonly accounts: ReadonlyMap<string, MoneyToDate>;
};

type Flow = {
  readonly account: string;
  /** Empty for money of no single item. */
  readonly content: string;
  readonly day: number;
  readonly gmv: number | null;
  readonly cost: number | null;
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

/** Orders count for accounts whose files measure no GMV; the two sources are never added. */
function ordered(orders: readonly Entry[], facts: ReviewFacts, measured: ReadonlySet<string>): Flow[] {
  const owners = accountsByContent(facts);
  return orders.flatMap((order) => {
    const own = accountKey(order.platform, order.account);
    const isOwn = facts.contents.has(contentKey(own, order.content));
    const account = isOwn ? own : (owners.get(order.content) ?? own);
    if (measured.has(account)) return [];
    const content = facts.contents.has(contentKey(account, order.content))
      ? contentKey(account, order.content)
      : '';
    return [{ account, content, day: order.day, gmv: order.amount, cost: null }];
  });
}

function spent(costs: readonly Entry[]): Flow[] {
  return costs.map((cost) => {
    const account = accountKey(cost.platform, cost.account);
    const content = cost.content === '' ? '' : contentKey(account, cost.content);
    return { account, content, day: cost.day, gmv: null, cost: cost.amount };
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
    returns.groups.map(({ group, revenue, paybackDay }) => [
      group,
      {
        gmv: revenue,
        since: since.get(group) ?? null,
        paidBack: isNumber(paybackDay) ? paybackDay : null,
      },
    ]),
  );
}

/**
 * GMV to date and payback of every piece of content and every account, shared costs left out.
 * @param facts Facts, indexed.
 * @param figures Totals to date.
 * @param ledger Costs and orders.
 */
export function returnsToDate(facts: ReviewFacts, figures: Figures, ledger: Ledger): ReturnsToDate {
  const measured = earned(facts, figures);
  const accounts = new Set(measured.map(({ account }) => account));
  const flows = [...measured, ...ordered(ledger.orders, facts, accounts), ...spent(ledger.costs)];
  return {
    contents: moneyBy(flows, ({ content }) => content),
    accounts: moneyBy(flows, ({ account }) => account),
  };
}
