import type { AttributionModel } from '../kpi/attribution.ts';
import { type Flow, type SharedCosts, shareCosts } from './cost-shares.ts';
import type { ReviewFacts } from './facts.ts';
import type { Figures } from './figures.ts';
import type { Ledger } from './ledger.ts';
import { Flows, Names } from './returns/flows.ts';
import { gmvFlows } from './returns/gmv-flows.ts';
import { MoneyBook, type MoneyToDate } from './returns/money-book.ts';
import { orderFlows } from './returns/order-flows.ts';

export type { MoneyToDate } from './returns/money-book.ts';

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

type Named = { readonly accounts: Names; readonly contents: Names };

/** Accounts whose files measure the GMV of an item. */
function measuringAccounts({ index }: ReviewFacts, { totals }: Figures): ReadonlySet<string> {
  const found = new Set<string>();
  totals.measures.gmv?.forEach((gmv, item) => {
    if (gmv !== null) found.add(index.accountNames[index.accountOf[item] as number] as string);
  });
  return found;
}

/** Flows of accounts whose files measure no GMV; the two sources are never added. */
function instead(orders: Flows, measuring: ReadonlySet<string>, { accounts }: Named): Flows {
  const chosen = new Flows();
  const isMeasured = accounts.names.map((name) => measuring.has(name));
  for (let i = 0; i < orders.length; i++) {
    const account = orders.accounts[i] as number;
    if (isMeasured[account] === true) continue;
    chosen.push(account, orders.contents[i] as number, orders.days[i] as number, orders.gmv[i] as number);
  }
  return chosen;
}

/** As flows with names, by which costs are shared. */
function withNames(flows: Flows, { accounts, contents }: Named): Flow[] {
  return flows.days.map((day, i) => ({
    account: accounts.names[flows.accounts[i] as number] as string,
    content: contents.names[flows.contents[i] as number] ?? '',
    day,
    gmv: flows.gmv[i] as number,
    cost: null,
  }));
}

type Books = { readonly contents: MoneyBook; readonly accounts: MoneyBook };

/** Costs whose content and account have numbers by now. */
function numbered(costs: SharedCosts, { contents, accounts }: Named): Record<keyof SharedCosts, number[]> {
  return {
    byContent: costs.byContent.map(({ content }) => contents.numberOf(content)),
    byAccount: costs.byAccount.map(({ account }) => accounts.numberOf(account)),
  };
}

function bookCosts(book: MoneyBook, flows: readonly Flow[], groups: readonly number[]): void {
  flows.forEach(({ day, cost }, i) => {
    if (cost !== null && (groups[i] as number) >= 0) book.spend(groups[i] as number, day, cost);
  });
}

/** GMV that files of content measure. */
function bookMeasured(
  books: Books,
  { index }: ReviewFacts,
  { totals }: Figures,
  items: readonly number[],
  names: Named,
): void {
  const accounts = index.accountNames.map((name) => names.accounts.numberOf(name));
  gmvFlows(index, totals.measures.gmv ?? [], (item, day, amount) => {
    books.contents.earn(items[item] as number, day, amount);
    books.accounts.earn(accounts[index.accountOf[item] as number] as number, day, amount);
  });
}

function bookOrdered(books: Books, ordered: Flows): void {
  for (let i = 0; i < ordered.length; i++) {
    const [content, day, gmv] = [ordered.contents[i], ordered.days[i], ordered.gmv[i]] as [
      number,
      number,
      number,
    ];
    if (content >= 0) books.contents.earn(content, day, gmv);
    books.accounts.earn(ordered.accounts[i] as number, day, gmv);
  }
}

type Sums = { gmv: number | null; cost: number | null };

/** Sums of an account in a period. */
function sumsWithin(
  account: string,
  from: number,
  to: number,
  ordered: Flows,
  number: number,
  costs: SharedCosts,
): Sums {
  const sums: Sums = { gmv: null, cost: null };
  for (let i = 0; i < ordered.length; i++) {
    const day = ordered.days[i] as number;
    if (ordered.accounts[i] === number && day >= from && day <= to)
      sums.gmv = (sums.gmv ?? 0) + (ordered.gmv[i] as number);
  }
  for (const { account: own, day, cost } of costs.byAccount) {
    if (own === account && day >= from && day <= to && cost !== null) sums.cost = (sums.cost ?? 0) + cost;
  }
  return sums;
}

function orderedWithin(orders: Flows, from: number, to: number): Ordered | null {
  let [gmv, untraced, count] = [0, 0, 0];
  for (let i = 0; i < orders.length; i++) {
    const day = orders.days[i] as number;
    if (day < from || day > to) continue;
    count += 1;
    gmv += orders.gmv[i] as number;
    if ((orders.contents[i] as number) < 0) untraced += orders.gmv[i] as number;
  }
  return count === 0 ? null : { gmv, untraced };
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
  const names: Named = { accounts: new Names(), contents: new Names() };
  const orders = orderFlows(ledger.orders, facts, model, names.accounts, names.contents);
  const ordered = instead(orders, measuringAccounts(facts, figures), names);
  const costs = shareCosts(ledger.costs, facts, figures, withNames(ordered, names));
  const [items, groups] = [facts.keys.map((key) => names.contents.numberOf(key)), numbered(costs, names)];
  for (const account of facts.index.accountNames) names.accounts.numberOf(account);
  const books: Books = {
    contents: new MoneyBook(names.contents.names.length),
    accounts: new MoneyBook(names.accounts.names.length),
  };
  bookCosts(books.contents, costs.byContent, groups.byContent);
  bookCosts(books.accounts, costs.byAccount, groups.byAccount);
  bookMeasured(books, facts, figures, items, names);
  bookOrdered(books, ordered);
  return {
    contents: books.contents.byName(names.contents.names),
    accounts: books.accounts.byName(names.accounts.names),
    ofAccount: (account, from, to) =>
      sumsWithin(account, from, to, ordered, names.accounts.numberOf(account), costs),
    ordered: (from, to) => orderedWithin(orders, from, to),
  };
}
