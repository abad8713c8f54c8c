import { daysCovered, mergeSpans } from '../kpi/coverage.ts';
import type { Issue } from '../kpi/issue.ts';
import type { Sums } from '../kpi/ratio-of.ts';
import { remembered } from '../kpi/remembered.ts';
import type { Address } from '../workbook/address.ts';
import type { Table, Tables } from '../workbook/table.ts';
import { type Cost, costsOf, type Entries, entriesOf, unreadable } from './entries.ts';
import type { ReviewFacts } from './facts.ts';
import { countsAccount } from './figures/covered.ts';
import { dayBook } from './figures/day-book.ts';
import { filterKey } from './figures/groups.ts';
import type { Filter } from './filter.ts';
import type { Exchange } from './money.ts';
import type { Service } from './service.ts';

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
  readonly costs: readonly Cost[];
  readonly orders: Entries;
};

function total(chosen: readonly number[], column: Float64Array): number {
  return chosen.reduce((sum, entry) => sum + (column[entry] as number), 0);
}

/** Whether files of orders span all days of a period: then there are no orders beside those that are known. */
function hasOrderFiles(facts: ReviewFacts, filter: Filter, from: number, to: number): boolean {
  // A filter that orders do not carry.
  if (filter.format !== '') return false;
  const files = [...facts.orderFiles].filter(([account]) => countsAccount(filter, account, facts));
  return daysCovered(mergeSpans(files.flatMap(([, spans]) => spans)), from, to) === to - from + 1;
}

/** Sums of costs by term; a cost of several days has the same part on each of them. */
function costSums(costs: Entries, spent: readonly number[], from: number, to: number): Sums {
  const sums: Record<string, number | null> = { cost: null, ad_spend: null };
  for (const entry of spent) {
    const [first, last] = [costs.from[entry] as number, costs.days[entry] as number];
    const days = Math.min(last, to) - Math.max(first, from) + 1;
    const part = ((costs.amounts[entry] as number) * days) / (last - first + 1);
    sums.cost = (sums.cost ?? 0) + part;
    const component = costs.components[entry] as string;
    const term = component === 'ads' ? 'ad_spend' : `cost_${component}`;
    if (component !== '') sums[term] = (sums[term] ?? 0) + part;
  }
  return sums;
}

/** Orders by number: an order of three products is three lines and one order. */
function orderNumbers(orders: Entries): Int32Array {
  const known = new Map<string, number>();
  return Int32Array.from({ length: orders.length }, (_, entry) => {
    const order = orders.orderAt(entry);
    const number = known.get(order) ?? known.size;
    known.set(order, number);
    return number;
  });
}

function orderSums(orders: Entries, sold: readonly number[], numbers: Int32Array): Sums {
  return {
    orders: new Set(sold.map((entry) => numbers[entry])).size,
    units: total(sold, orders.units),
    gmv: total(sold, orders.amounts),
    refunds: total(sold, orders.refunds),
  };
}

const NO_ORDERS_KNOWN: Sums = { orders: null, units: null, gmv: null, refunds: null };

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
  const [costBook, orderBook] = [dayBook(costs), dayBook(orders)];
  // Several KPIs ask for the same of one period: volume, rate and price of an account's orders.
  const known = new Map<string, Sums>();
  const once = (kind: string, filter: Filter, from: number, to: number, make: () => Sums): Sums => {
    const key = `${kind} ${from} ${to} ${filterKey(filter)}`;
    const sums = known.get(key) ?? make();
    known.set(key, sums);
    return sums;
  };
  const numbers = remembered((_: 'all') => orderNumbers(orders));
  const costsIn = (filter: Filter, from: number, to: number): Sums =>
    once('costs', filter, from, to, () => costSums(costs, costBook.within(filter, from, to), from, to));
  const ordersIn = (filter: Filter, from: number, to: number): Sums =>
    once('orders', filter, from, to, () => {
      const sold = orderBook.within(filter, from, to);
      const isKnown = sold.length > 0 || hasOrderFiles(facts, filter, from, to);
      return isKnown ? orderSums(orders, sold, numbers('all')) : NO_ORDERS_KNOWN;
    });
  return {
    issues: [tables.orders as Table, tables.costs as Table].flatMap((table) => unreadable(table, address)),
    sums(filter, source, from, to, terms) {
      const asks = (has: (term: string) => boolean): boolean => terms.some(has);
      return {
        ...(asks((term) => COMMENT_TERMS.has(term)) ? commentSums(service, filter, from, to) : {}),
        ...(asks(isCost) ? costsIn(filter, from, to) : {}),
        ...(source === 'orders' ? ordersIn(filter, from, to) : {}),
      };
    },
    costs: costsOf(costs),
    orders,
  };
}
