import { monthEnd, monthStart } from '../kpi/calendar.ts';
import { allocate } from '../kpi/cost-allocation.ts';
import { isFault } from '../kpi/fault.ts';
import { accountsByContent, type Cost, ownerOf } from './entries.ts';
import { ACCOUNT_ITEM } from './facts/account-days.ts';
import type { ReviewFacts } from './facts.ts';
import type { Figures } from './figures.ts';
import { fits } from './filter.ts';
import { accountKey, accountOfContent, contentKey } from './keys.ts';

/** Money of an account, or of one of its items. */
export type Flow = {
  readonly account: string;
  /** Key of the content; empty for money of no single item. */
  readonly content: string;
  readonly day: number;
  readonly gmv: number | null;
  readonly cost: number | null;
};

/** What an item did in a month, by which costs are shared. */
type Basis = { readonly gmv: number; readonly views: number };
/** By key of the account and, of each, by key of the content. */
type Bases = ReadonlyMap<string, ReadonlyMap<string, Basis>>;
type Rule = Exclude<Cost['allocation'], 'fixed'>;

/** Costs by account and by content, shared ones handed out. */
export type SharedCosts = {
  /** Each cost on its account, shared ones in parts; what nobody takes is missing. */
  readonly byAccount: readonly Flow[];
  /** Each cost on its content, those of an account in parts. */
  readonly byContent: readonly Flow[];
};

const BASIS: Readonly<Record<Rule, (basis: Basis) => number>> = {
  gmv: ({ gmv }) => gmv,
  views: ({ views }) => views,
  content: () => 1,
};

/** Of each account the items with figures in a month; those to date where a month has none. */
function basesIn(facts: ReviewFacts, figures: Figures, ordered: readonly Flow[], month: number): Bases {
  const [from, to] = [month, monthEnd(month)];
  const activity = figures.activity(from, to);
  const { items, accounts, contents, measures } = activity.contents.length > 0 ? activity : figures.totals;
  const [gmv, views] = [measures.gmv ?? [], measures.views ?? []];
  const found = new Map<string, Map<string, Basis>>();
  const at = (account: string): Map<string, Basis> => {
    const own = found.get(account) ?? new Map<string, Basis>();
    found.set(account, own);
    return own;
  };
  for (let i = 0; i < contents.length; i++) {
    const [account, ownGmv, ownViews] = [accounts[i] as string, gmv[i] ?? null, views[i] ?? null];
    if (ownGmv === null && ownViews === null) continue;
    at(account).set(facts.keys[items[i] as number] as string, { gmv: ownGmv ?? 0, views: ownViews ?? 0 });
  }
  for (const { account, content, day, gmv: sold } of ordered) {
    if (content === '' || day < from || day > to) continue;
    const before = at(account).get(content) ?? { gmv: 0, views: 0 };
    at(account).set(content, { ...before, gmv: before.gmv + (sold ?? 0) });
  }
  return found;
}

/** Parts of 1 by taker; nobody takes anything where there is no taker. */
function shares(basis: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const takers = [...basis.keys()];
  const allocation = allocate(1, [...basis.values()]);
  if (allocation === null || isFault(allocation)) return new Map();
  return new Map(takers.map((taker, i) => [taker, allocation.amounts[i] ?? 0]));
}

type Sharing = {
  accounts(cost: Cost, day: number): ReadonlyMap<string, number>;
  contents(account: string, rule: Rule, month: number): ReadonlyMap<string, number>;
};

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

function sharingBy(facts: ReviewFacts, figures: Figures, ordered: readonly Flow[]): Sharing {
  const basesOf = remembered((month) => basesIn(facts, figures, ordered, Number(month)));
  const contentShares = remembered((key) => {
    const [account = '', rule, month = ''] = JSON.parse(key) as [string, Rule, string];
    const whole = contentKey(account, ACCOUNT_ITEM);
    const own = [...(basesOf(month).get(account) ?? [])].filter(([content]) => content !== whole);
    return shares(new Map(own.map(([content, basis]) => [content, BASIS[rule](basis)])));
  });
  const accountShares = remembered((key) => {
    const [platform = '', market = '', rule, month = ''] = JSON.parse(key) as [string, string, Rule, string];
    const sums = new Map<string, number>();
    for (const [account, info] of facts.accounts) {
      if (fits(platform, info.platform) && fits(market, info.market)) sums.set(account, 0);
    }
    for (const account of sums.keys()) {
      let sum = 0;
      for (const basis of basesOf(month).get(account)?.values() ?? []) sum += BASIS[rule](basis);
      sums.set(account, sum);
    }
    return shares(sums);
  });
  return {
    accounts: ({ platform, market, allocation }, day) =>
      accountShares(JSON.stringify([platform, market, allocation, String(monthStart(day))])),
    contents: (account, rule, month) => contentShares(JSON.stringify([account, rule, String(month)])),
  };
}

/** A part of one day of a cost: the account that bears it, and the account whose content it is for. */
type Part = { readonly account: string; readonly owner: string; readonly amount: number };

/**
 * What one day of a cost is on the accounts that bear it. The content may be known under another platform, as videos of
 * TikTok that its shop advertises are.
 */
function onAccounts(
  cost: Cost,
  day: number,
  sharing: Sharing,
  ownerIn: (account: string, cost: Cost) => string,
  isKnown: (account: string) => boolean,
): Part[] {
  const amount = cost.amount / (cost.day - cost.from + 1);
  if (cost.account !== '') {
    const account = accountKey(cost.platform, cost.account);
    const owner = ownerIn(account, cost);
    return [{ account: isKnown(account) ? account : owner, owner, amount }];
  }
  if (cost.content !== '' || cost.allocation === 'fixed') return [];
  return [...sharing.accounts(cost, day)].map(([account, share]) => {
    return { account, owner: account, amount: amount * share };
  });
}

type Pool = { readonly account: string; readonly rule: Rule; readonly day: number; readonly amount: number };

/** What accounts bear for all of their content, by month: handed out once, from the first of its days. */
function pooled(flows: readonly { flow: Flow; rule: Rule }[]): Pool[] {
  const pools = new Map<string, Pool>();
  for (const { flow, rule } of flows) {
    const key = `${rule} ${monthStart(flow.day)} ${flow.account}`;
    const before = pools.get(key);
    pools.set(key, {
      account: flow.account,
      rule,
      day: Math.min(flow.day, before?.day ?? flow.day),
      amount: (flow.cost ?? 0) + (before?.amount ?? 0),
    });
  }
  return [...pools.values()];
}

/**
 * Hands shared costs out. A cost of no account goes to the accounts of its platform and market, one of no content to
 * the account's content, by the row's rule: GMV, views or number of items, each of the cost's calendar month. A row
 * that is not to be shared stays where it was booked. A cost of several days is a flow on each of them.
 * @param costs Rows of `costs`.
 * @param facts Accounts and content.
 * @param figures Figures of any period.
 * @param ordered GMV of orders, for accounts whose files measure none.
 * @returns Flows whose costs add up to what was booked on an account, or could be shared.
 */
export function shareCosts(
  costs: readonly Cost[],
  facts: ReviewFacts,
  figures: Figures,
  ordered: readonly Flow[],
): SharedCosts {
  const sharing = sharingBy(facts, figures, ordered);
  const owners = accountsByContent(facts);
  const isKnown = (account: string): boolean => facts.accounts.has(account);
  const ownerIn = (account: string, { platform, content }: Cost): string =>
    facts.contents.has(contentKey(account, content))
      ? account
      : (ownerOf(owners, platform, content) ?? account);
  const byAccount: Flow[] = [];
  const byContent: Flow[] = [];
  const common: { flow: Flow; rule: Rule }[] = [];
  const add = (cost: Cost, day: number): void => {
    for (const { account, owner, amount } of onAccounts(cost, day, sharing, ownerIn, isKnown)) {
      const content = cost.content === '' ? '' : contentKey(owner, cost.content);
      const flow: Flow = { account, content, day, gmv: null, cost: amount };
      byAccount.push(flow);
      if (content !== '') byContent.push(flow);
      else if (cost.allocation !== 'fixed') common.push({ flow, rule: cost.allocation });
    }
  };
  for (const cost of costs) for (let day = cost.from; day <= cost.day; day++) add(cost, day);
  for (const { account, rule, day, amount } of pooled(common)) {
    for (const [content, share] of sharing.contents(account, rule, monthStart(day))) {
      byContent.push({ account: accountOfContent(content), content, day, gmv: null, cost: amount * share });
    }
  }
  return { byAccount, byContent };
}
