import type { Issue } from '../../../src/kpi/issue.ts';
import type { Sums } from '../../../src/kpi/ratio-of.ts';
import { type Filter, fits } from '../../../src/review/filter.ts';
import { accountParts } from '../../../src/review/keys.ts';
import type { Exchange } from '../../../src/review/money.ts';
import type { Service } from '../../../src/review/service.ts';
import type { Address } from '../../../src/workbook/address.ts';
import type { Table, Tables } from '../../../src/workbook/table.ts';
import { type Entry, entriesOf, unreadable } from './entries.ts';
import type { ReviewFacts } from './facts.ts';

/** What is no fact of content: costs and orders, in the reporting currency, and answers to comments. */
export type Ledger = {
  /** Cells that could not be read. */
  readonly issues: readonly Issue[];
  /**
   * Sums of a period that do not come from the performance sheet, for the terms that are asked for; a key that is
   * absent comes from there.
   */
  sums(
    filter: Filter,
    source: 'performance' | 'orders',
    from: number,
    to: number,
    terms: readonly string[],
  ): Sums;
  readonly costs: readonly Entry[];
  readonly orders: readonly Entry[];
};

/** A filter that money does not carry (format) matches nothing, rather than everything. */
function inScope(entry: Entry, filter: Filter, from: number, to: number): boolean {
  return (
    entry.day >= from &&
    entry.from <= to &&
    fits(filter.platform, entry.platform) &&
    fits(filter.account, entry.account) &&
    fits(filter.market, entry.market) &&
    filter.format === ''
  );
}

function total(entries: readonly Entry[], value: (entry: Entry) => number): number | null {
  return entries.length === 0 ? null : entries.reduce((sum, entry) => sum + value(entry), 0);
}

function groupBy(entries: readonly Entry[], keyOf: (entry: Entry) => string): ReadonlyMap<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group === undefined) groups.set(keyOf(entry), [entry]);
    else group.push(entry);
  }
  return groups;
}

function costSums(costs: readonly Entry[], filter: Filter, from: number, to: number): Sums {
  const spent = costs.filter((entry) => inScope(entry, filter, from, to));
  const amount = (entry: Entry): number => {
    const days = Math.min(entry.day, to) - Math.max(entry.from, from) + 1;
    return (entry.amount * days) / (entry.day - entry.from + 1);
  };
  const sums: Record<string, number | null> = { cost: total(spent, amount), ad_spend: null };
  for (const [component, entries] of groupBy(spent, (entry) => entry.component)) {
    if (component !== '')
      sums[component === 'ads' ? 'ad_spend' : `cost_${component}`] = total(entries, amount);
  }
  return sums;
}

/** Whether each day is in a file of orders of an account that a filter counts. */
function hasOrderFiles(facts: ReviewFacts, filter: Filter, from: number, to: number): boolean {
  if (filter.format !== '') return false;
  const files = [...facts.orderFiles].flatMap(([key, spans]) => {
    const { platform, id } = accountParts(key);
    const info = facts.accounts.get(key);
    const isOurs =
      fits(filter.platform, platform) && (fits(filter.account, id) || fits(filter.account, info?.name ?? id));
    const market = info?.market ?? '';
    const isOfMarket =
      market === '' ||
      fits(filter.market, market) ||
      facts.marketsOf.get(key)?.has(filter.market.toLowerCase()) === true;
    return isOurs && isOfMarket ? spans : [];
  });
  for (let day = from; day <= to; day++) {
    if (!files.some(({ start, end }) => start <= day && day <= end)) return false;
  }
  return true;
}

function orderSums(
  orders: readonly Entry[],
  facts: ReviewFacts,
  filter: Filter,
  from: number,
  to: number,
): Sums {
  const sold = orders.filter((entry) => inScope(entry, filter, from, to));
  if (sold.length === 0 && hasOrderFiles(facts, filter, from, to)) {
    return { orders: 0, units: 0, gmv: 0, refunds: 0 };
  }
  return {
    // An order of three products is three lines and one order.
    orders: sold.length === 0 ? null : new Set(sold.map(({ order }) => order)).size,
    units: total(sold, (entry) => entry.units),
    gmv: total(sold, (entry) => entry.amount),
    refunds: total(sold, (entry) => entry.refund),
  };
}

const COMMENT_TERMS = new Set(['negative_comments', 'answered_in_time']);

/** Whether a measure is kept in the sheet `costs`. */
export const isCost = (term: string): boolean =>
  term === 'ad_spend' || term === 'cost' || term.startsWith('cost_');

function commentSums(service: Service, filter: Filter, from: number, to: number): Sums {
  const { negative, inTime } = service.counts(filter, from, to);
  return { negative_comments: negative, answered_in_time: inTime };
}

/**
 * Reads costs and orders.
 * @param tables Sheets `costs` and `orders`.
 * @param exchange Exchange rates; amounts without a rate are left out and named.
 * @param facts Accounts and content, to which costs belong.
 * @param service Negative comments and their answers.
 * @param address Names cells for issues.
 */
export function readLedger(
  tables: Tables,
  exchange: Exchange,
  facts: ReviewFacts,
  service: Service,
  address: Address,
): Ledger {
  const costs = entriesOf(tables.costs as Table, exchange, facts);
  const orders = entriesOf(tables.orders as Table, exchange, facts);
  return {
    issues: [tables.orders as Table, tables.costs as Table].flatMap((table) => unreadable(table, address)),
    sums(filter, source, from, to, terms) {
      const asks = (has: (term: string) => boolean): boolean => terms.some(has);
      return {
        ...(asks((term) => COMMENT_TERMS.has(term)) ? commentSums(service, filter, from, to) : {}),
        ...(asks(isCost) ? costSums(costs, filter, from, to) : {}),
        ...(source === 'orders' ? orderSums(orders, facts, filter, from, to) : {}),
      };
    },
    costs,
    orders,
  };
}
