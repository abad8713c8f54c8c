import { monthEnd, monthStart } from '../../kpi/calendar.ts';
import { allocate } from '../../kpi/cost-allocation.ts';
import { isFault } from '../../kpi/fault.ts';
import { remembered } from '../../kpi/remembered.ts';
import type { Cost } from '../entries.ts';
import { type Owners, ownerOf } from '../facts/owners.ts';
import type { ReviewFacts } from '../facts.ts';
import type { Figures } from '../figures.ts';
import { fits } from '../filter.ts';
import { accountKey, contentKey } from '../keys.ts';
import { type Bases, basesOf, type Rule, wholeAccounts } from './bases.ts';
import { Flows, type Named } from './flows.ts';

/** Costs by account and by content, shared ones handed out. */
export type SharedCosts = {
  /** Each cost on its account, shared ones in parts; what nobody takes is missing. */
  readonly byAccount: Flows;
  /** Each cost on its content, those of an account in parts. */
  readonly byContent: Flows;
};

/** Who bears a cost, and which part of 1 each. */
type Shares = { readonly takers: readonly number[]; readonly parts: readonly number[] };

const NOBODY: Shares = { takers: [], parts: [] };

function shares(takers: readonly number[], basis: readonly number[]): Shares {
  const allocation = allocate(1, basis);
  return allocation === null || isFault(allocation) ? NOBODY : { takers, parts: allocation.amounts };
}

type Sharing = {
  /** Among the accounts of a cost's platform and market. */
  accounts(cost: Cost, month: number): Shares;
  /** Among the content of an account. */
  contents(account: number, rule: Rule, month: number): Shares;
};

function sharingBy(facts: ReviewFacts, bases: (month: number) => Bases, names: Named): Sharing {
  const whole = wholeAccounts(facts, names);
  const contentShares = remembered((key: string): Shares => {
    const [account, rule, month] = key.split(' ') as [string, Rule, string];
    const { itemsOf, basis } = bases(Number(month));
    const own = itemsOf(Number(account)).filter((content) => !whole.has(content));
    return shares(
      own,
      own.map((content) => basis(content, rule)),
    );
  });
  const accountShares = remembered((key: string): Shares => {
    const [platform, market, rule, month] = JSON.parse(key) as [string, string, Rule, string];
    const { itemsOf, basis } = bases(Number(month));
    const takers = [...facts.accounts]
      .filter(([, info]) => fits(platform, info.platform) && fits(market, info.market))
      .map(([account]) => names.accounts.numberOf(account));
    const sumOf = (account: number): number => {
      let sum = 0;
      for (const content of itemsOf(account)) sum += basis(content, rule);
      return sum;
    };
    return shares(takers, takers.map(sumOf));
  });
  return {
    accounts: ({ platform, market, allocation }, month) =>
      accountShares(JSON.stringify([platform, market, allocation, String(month)])),
    contents: (account, rule, month) => contentShares(`${account} ${rule} ${month}`),
  };
}

/** A part of each day of a cost: the account that bears it, and its content; −1 for none of its own. */
type Part = { readonly account: number; readonly content: number; readonly amount: number };

type Place = {
  readonly facts: ReviewFacts;
  readonly names: Named;
  readonly sharing: Sharing;
  readonly owners: Owners;
};

/** Key of the account whose content a cost is for. */
function ownerIn({ facts, owners }: Place, account: string, { platform, content }: Cost): string {
  if (facts.contents.has(contentKey(account, content))) return account;
  return ownerOf(owners, platform, content) ?? account;
}

/**
 * What each day of a cost is on the accounts that bear it. The content may be known under another platform, as videos of
 * TikTok that its shop advertises are.
 */
function onAccounts(cost: Cost, month: number, place: Place): Part[] {
  const { facts, names, sharing } = place;
  const amount = cost.amount / (cost.day - cost.from + 1);
  if (cost.account !== '') {
    const account = accountKey(cost.platform, cost.account);
    const owner = ownerIn(place, account, cost);
    const bearer = facts.accounts.has(account) ? account : owner;
    const content = cost.content === '' ? -1 : names.contents.numberOf(contentKey(owner, cost.content));
    return [{ account: names.accounts.numberOf(bearer), content, amount }];
  }
  if (cost.content !== '' || cost.allocation === 'fixed') return [];
  const { takers, parts } = sharing.accounts(cost, month);
  return takers.map((account, i) => ({ account, content: -1, amount: amount * (parts[i] as number) }));
}

type Pool = { readonly account: number; readonly rule: Rule; day: number; amount: number };

/** What accounts bear for all of their content, by month: handed out once, from the first of its days. */
class Pools {
  readonly all = new Map<string, Pool>();

  add(account: number, rule: Rule, month: number, day: number, amount: number): void {
    const key = `${rule} ${month} ${account}`;
    const pool = this.all.get(key);
    if (pool === undefined) this.all.set(key, { account, rule, day, amount });
    else {
      pool.day = Math.min(pool.day, day);
      pool.amount += amount;
    }
  }
}

/**
 * Hands shared costs out. A cost of no account goes to the accounts of its platform and market, one of no content to
 * the account's content, by the row's rule: GMV, views or number of items, each of the cost's calendar month. A row
 * that is not to be shared stays where it was booked. A cost of several days is a flow on each of them.
 * @param costs Rows of `costs`.
 * @param facts Accounts and content.
 * @param figures Figures of any period.
 * @param ordered GMV of orders, for accounts whose files measure none.
 * @param names Takes the keys of accounts and content.
 * @returns Flows whose costs add up to what was booked on an account, or could be shared.
 */
export function shareCosts(
  costs: readonly Cost[],
  facts: ReviewFacts,
  figures: Figures,
  ordered: Flows,
  names: Named,
): SharedCosts {
  const sharing = sharingBy(facts, basesOf(facts, figures, ordered, names), names);
  const place: Place = { facts, names, sharing, owners: facts.owners() };
  const found: SharedCosts = { byAccount: new Flows(), byContent: new Flows() };
  const pools = new Pools();
  const addMonth = (cost: Cost, month: number, from: number, to: number): void => {
    for (const { account, content, amount } of onAccounts(cost, month, place)) {
      for (let day = from; day <= to; day++) {
        found.byAccount.push(account, content, day, amount);
        if (content >= 0) found.byContent.push(account, content, day, amount);
      }
      if (content < 0 && cost.allocation !== 'fixed') {
        pools.add(account, cost.allocation, month, from, amount * (to - from + 1));
      }
    }
  };
  for (const cost of costs) {
    for (let from = cost.from; from <= cost.day; from = monthEnd(from) + 1) {
      addMonth(cost, monthStart(from), from, Math.min(cost.day, monthEnd(from)));
    }
  }
  for (const { account, rule, day, amount } of pools.all.values()) {
    const { takers, parts } = sharing.contents(account, rule, monthStart(day));
    takers.forEach((content, i) => {
      found.byContent.push(account, content, day, amount * (parts[i] as number));
    });
  }
  return found;
}
