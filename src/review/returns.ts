import type { PlaceModel } from '../kpi/attribution.ts';
import type { Cost } from './entries.ts';
import type { ReviewFacts } from './facts.ts';
import type { Figures } from './figures.ts';
import type { Ledger } from './ledger.ts';
import { shareCosts } from './returns/cost-shares.ts';
import { Flows, type Named, Names } from './returns/flows.ts';
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

/** Accounts whose files measure the GMV of an item. */
function measuringAccounts({ index }: ReviewFacts, { toDate }: Figures): ReadonlySet<string> {
  const isMeasured = new Uint8Array(index.accountNames.length);
  toDate.amounts('gmv').forEach((gmv, item) => {
    if (!Number.isNaN(gmv)) isMeasured[index.accountOf[item] as number] = 1;
  });
  return new Set(index.accountNames.filter((_, account) => isMeasured[account] === 1));
}

/** What of a cost has been spent by a day; null where nothing has. */
function spentBy(cost: Cost, end: number): Cost | null {
  if (cost.from > end) return null;
  if (cost.day <= end) return cost;
  return { ...cost, day: end, amount: (cost.amount * (end - cost.from + 1)) / (cost.day - cost.from + 1) };
}

/** Flows to date of accounts whose files measure no GMV; the two sources are never added. */
function instead(orders: Flows, measuring: ReadonlySet<string>, { accounts }: Named, end: number): Flows {
  const chosen = new Flows();
  const isMeasured = accounts.names.map((name) => measuring.has(name));
  const { accounts: own, contents, days, amounts } = orders;
  for (let i = 0; i < days.length; i++) {
    const account = own[i] as number;
    if (isMeasured[account] === true || (days[i] as number) > end) continue;
    chosen.push(account, contents[i] as number, days[i] as number, amounts[i] as number);
  }
  return chosen;
}

type Books = { readonly contents: MoneyBook; readonly accounts: MoneyBook };

function bookCosts(book: MoneyBook, groups: Float64Array, { days, amounts }: Flows): void {
  for (let i = 0; i < days.length; i++) {
    book.spend(groups[i] as number, days[i] as number, amounts[i] as number);
  }
}

/** GMV that files of content measure. */
function bookMeasured(
  books: Books,
  { index }: ReviewFacts,
  { toDate }: Figures,
  items: readonly number[],
  names: Named,
): void {
  const accounts = index.accountNames.map((name) => names.accounts.numberOf(name));
  gmvFlows(index, toDate.amounts('gmv'), (item, day, amount) => {
    books.contents.earn(items[item] as number, day, amount);
    books.accounts.earn(accounts[index.accountOf[item] as number] as number, day, amount);
  });
}

function bookOrdered(books: Books, { accounts, contents, days, amounts }: Flows): void {
  for (let i = 0; i < days.length; i++) {
    const [content, day, gmv] = [contents[i], days[i], amounts[i]] as [number, number, number];
    if (content >= 0) books.contents.earn(content, day, gmv);
    books.accounts.earn(accounts[i] as number, day, gmv);
  }
}

/** Sum of an account's flows in a period; null where it has none. */
function sumWithin(flows: Flows, account: number, from: number, to: number): number | null {
  const { accounts, days, amounts } = flows;
  let sum: number | null = null;
  for (let i = 0; i < days.length; i++) {
    const day = days[i] as number;
    if (accounts[i] === account && day >= from && day <= to) sum = (sum ?? 0) + (amounts[i] as number);
  }
  return sum;
}

function orderedWithin({ contents, days, amounts }: Flows, from: number, to: number): Ordered | null {
  let [gmv, untraced, count] = [0, 0, 0];
  for (let i = 0; i < days.length; i++) {
    const day = days[i] as number;
    if (day < from || day > to) continue;
    count += 1;
    gmv += amounts[i] as number;
    if ((contents[i] as number) < 0) untraced += amounts[i] as number;
  }
  return count === 0 ? null : { gmv, untraced };
}

/**
 * GMV, cost and payback of every piece of content and every account, shared costs handed out.
 * @param facts Facts, indexed.
 * @param figures Figures of any period.
 * @param ledger Costs and orders.
 * @param model How an order's GMV is shared among several items that led to it.
 * @param end Last day that counts, serial: what is dated later is no part of what came to date.
 */
export function returnsOf(
  facts: ReviewFacts,
  figures: Figures,
  ledger: Ledger,
  model: PlaceModel,
  end: number,
): Returns {
  const names: Named = { accounts: new Names(), contents: new Names() };
  const orders = orderFlows(ledger.orders, facts, model, names.accounts, names.contents);
  const ordered = instead(orders, measuringAccounts(facts, figures), names, end);
  const spent = ledger.costs.flatMap((cost) => spentBy(cost, end) ?? []);
  const costs = shareCosts(spent, facts, figures, ordered, names);
  const items = facts.keys.map((key) => names.contents.numberOf(key));
  const books: Books = {
    contents: new MoneyBook(names.contents.names.length),
    accounts: new MoneyBook(names.accounts.names.length),
  };
  bookCosts(books.contents, costs.byContent.contents, costs.byContent);
  bookCosts(books.accounts, costs.byAccount.accounts, costs.byAccount);
  bookMeasured(books, facts, figures, items, names);
  bookOrdered(books, ordered);
  return {
    contents: books.contents.byName(names.contents.names),
    accounts: books.accounts.byName(names.accounts.names),
    ofAccount: (account, from, to) => {
      const number = names.accounts.numberOf(account);
      return {
        gmv: sumWithin(ordered, number, from, to),
        cost: sumWithin(costs.byAccount, number, from, to),
      };
    },
    ordered: (from, to) => orderedWithin(orders, from, to),
  };
}
