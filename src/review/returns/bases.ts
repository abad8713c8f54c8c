import { monthEnd, monthStart } from '../../kpi/calendar.ts';
import { remembered } from '../../kpi/remembered.ts';
import { ACCOUNT_ITEM } from '../facts/account-days.ts';
import type { ReviewFacts } from '../facts.ts';
import type { Figures } from '../figures.ts';
import { contentKey } from '../keys.ts';
import type { Flows, Named } from './flows.ts';

/** By what costs are shared. */
export type Rule = 'gmv' | 'views' | 'content';

/** What the items of accounts did in a month, by which costs are shared. */
export type Bases = {
  /** Items by account; figures of a whole account are among them. */
  itemsOf(account: number): readonly number[];
  /** What an item did, by a rule. */
  basis(content: number, rule: Rule): number;
};

/** Flows by the month of their day. */
function byMonth(flows: Flows): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  const monthOf = remembered(monthStart);
  const { days, contents } = flows;
  for (let i = 0; i < days.length; i++) {
    if ((contents[i] as number) < 0) continue;
    const month = monthOf(days[i] as number);
    const own = found.get(month);
    if (own === undefined) found.set(month, [i]);
    else own.push(i);
  }
  return found;
}

/**
 * What items did in any month; to date, of a month without figures.
 * @param facts Facts, indexed.
 * @param figures Figures of any period.
 * @param ordered GMV of orders, for accounts whose files measure none.
 * @param names Takes the keys of accounts and content.
 * @returns By first day of the month.
 */
export function basesOf(
  { keys, index }: ReviewFacts,
  figures: Figures,
  ordered: Flows,
  names: Named,
): (month: number) => Bases {
  const numbers = keys.map((key) => names.contents.numberOf(key));
  const accounts = index.accountNames.map((name) => names.accounts.numberOf(name));
  const orders = byMonth(ordered);
  const { accounts: orderAccounts, contents: orderContents, amounts: sales } = ordered;
  const count = names.contents.names.length;
  return remembered((month: number): Bases => {
    const period = figures.period(month, monthEnd(month));
    const { items, amounts } = period.items.length > 0 ? period : figures.toDate;
    const [gmv, views] = [amounts('gmv'), amounts('views')];
    const [ownGmv, ownViews] = [new Float64Array(count), new Float64Array(count)];
    const found: number[][] = [];
    const isFound = new Uint8Array(count);
    const add = (account: number, content: number): void => {
      if (isFound[content] === 1) return;
      isFound[content] = 1;
      const own = found[account];
      if (own === undefined) found[account] = [content];
      else own.push(content);
    };
    for (let i = 0; i < items.length; i++) {
      const [sold, seen] = [gmv[i] as number, views[i] as number];
      if (Number.isNaN(sold) && Number.isNaN(seen)) continue;
      const item = items[i] as number;
      const content = numbers[item] as number;
      add(accounts[index.accountOf[item] as number] as number, content);
      ownGmv[content] = Number.isNaN(sold) ? 0 : sold;
      ownViews[content] = Number.isNaN(seen) ? 0 : seen;
    }
    for (const i of orders.get(month) ?? []) {
      const content = orderContents[i] as number;
      add(orderAccounts[i] as number, content);
      ownGmv[content] = (ownGmv[content] as number) + (sales[i] as number);
    }
    return {
      itemsOf: (account) => found[account] ?? [],
      basis: (content, rule) =>
        rule === 'content' ? 1 : ((rule === 'gmv' ? ownGmv : ownViews)[content] as number),
    };
  });
}

/** Numbers of the figures of whole accounts, which are no content. */
export function wholeAccounts({ index }: ReviewFacts, { contents }: Named): ReadonlySet<number> {
  const found = new Set<number>();
  index.contentIds.forEach((id, item) => {
    if (id !== ACCOUNT_ITEM) return;
    const account = index.accountNames[index.accountOf[item] as number] as string;
    found.add(contents.numberOf(contentKey(account, id)));
  });
  return found;
}
