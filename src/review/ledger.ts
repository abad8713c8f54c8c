import type { Cell, Issue } from '../kpi/issue.ts';
import type { Sums } from '../kpi/ratio-of.ts';
import type { Address } from '../workbook/address.ts';
import { dayOfCellText, numberOfCell, textOfCell } from '../workbook/cells.ts';
import { choiceKey } from '../workbook/choices.ts';
import { PLATFORMS } from '../workbook/sheets/choices.ts';
import { cells, type Table, type Tables } from '../workbook/table.ts';
import { type Filter, fits } from './filter.ts';
import type { Exchange } from './money.ts';
import type { Service } from './service.ts';

/** What is no fact of content: costs and orders, in the reporting currency, and answers to comments. */
export type Ledger = {
  /** Cells that could not be read. */
  readonly issues: readonly Issue[];
  /** Sums of a period that do not come from the performance sheet; a key that is absent comes from there. */
  sums(filter: Filter, source: 'performance' | 'orders', from: number, to: number): Sums;
  /** Cost booked on a piece of content, all time. */
  costOfContent(account: string, content: string, from: number, to: number): number | null;
  /** Cost booked on an account, its content included. */
  costOfAccount(account: string, from: number, to: number): number | null;
};

type Entry = {
  readonly day: number;
  readonly platform: string;
  readonly account: string;
  readonly content: string;
  readonly market: string;
  readonly amount: number;
  readonly refund: number;
  readonly units: number;
  readonly isAd: boolean;
};

/** At most so many bad cells of one column are listed one by one. */
const ISSUE_LIMIT = 50;

const LOST_ORDERS = new Set(['cancelled', '已取消']);

/** Rows that are not counted since a cell cannot be read; an empty row is none. */
function unreadable(table: Table, address: Address): Issue[] {
  const faults: [string, string, (cell: Cell) => unknown][] = [
    ['date', 'BAD_DATE', dayOfCellText],
    ['amount', 'BAD_NUMBER', numberOfCell],
    ['refund', 'BAD_NUMBER', numberOfCell],
    ['units', 'BAD_NUMBER', numberOfCell],
  ];
  return faults.flatMap(([column, code, read]) =>
    cells(table, column)
      .flatMap((cell, row): Issue[] =>
        read(cell) === undefined ? [{ code, at: address(table.key, column, row), found: String(cell) }] : [],
      )
      .slice(0, ISSUE_LIMIT),
  );
}

function entriesOf(table: Table, exchange: Exchange, isOrder: boolean): Entry[] {
  const column = (key: string) => cells(table, key);
  const [dates, platforms, accounts] = [column('date'), column('platform'), column('account')];
  const [contents, markets, amounts] = [column('content'), column('market'), column('amount')];
  const [currencies, refunds, units] = [column('currency'), column('refund'), column('units')];
  const [components, statuses] = [column('component'), column('status')];
  const entries: Entry[] = [];
  for (let row = 0; row < table.rows; row++) {
    const day = dayOfCellText(dates[row] ?? null);
    const amount = numberOfCell(amounts[row] ?? null);
    if (typeof day !== 'number' || typeof amount !== 'number') continue;
    const rate = exchange.rateOn(textOfCell(currencies[row]).toUpperCase(), day);
    if (rate === null) continue;
    if (isOrder && LOST_ORDERS.has(textOfCell(statuses[row]).toLowerCase())) continue;
    entries.push({
      day,
      platform: choiceKey(PLATFORMS, platforms[row]) ?? textOfCell(platforms[row]),
      account: textOfCell(accounts[row]),
      content: textOfCell(contents[row]),
      market: textOfCell(markets[row]),
      amount: amount * rate,
      refund: (numberOfCell(refunds[row] ?? null) ?? 0) * rate,
      units: numberOfCell(units[row] ?? null) ?? 0,
      isAd: /^(ads|广告)$/i.test(textOfCell(components[row])),
    });
  }
  return entries;
}

/** A filter that money does not carry (format) matches nothing, rather than everything. */
function inScope(entry: Entry, filter: Filter, from: number, to: number): boolean {
  return (
    entry.day >= from &&
    entry.day <= to &&
    fits(filter.platform, entry.platform) &&
    fits(filter.account, entry.account) &&
    fits(filter.market, entry.market) &&
    filter.format === ''
  );
}

function total(entries: readonly Entry[], value: (entry: Entry) => number): number | null {
  return entries.length === 0 ? null : entries.reduce((sum, entry) => sum + value(entry), 0);
}

/**
 * Reads costs and orders.
 * @param tables Sheets `costs` and `orders`.
 * @param exchange Exchange rates; amounts without a rate are left out and named.
 * @param service Negative comments and their answers.
 * @param address Names cells for issues.
 */
export function readLedger(tables: Tables, exchange: Exchange, service: Service, address: Address): Ledger {
  const costs = entriesOf(tables.costs as Table, exchange, false);
  const orders = entriesOf(tables.orders as Table, exchange, true);
  const byContent = new Map<string, Entry[]>();
  for (const entry of costs) {
    if (entry.content !== '') byContent.set(entry.content, [...(byContent.get(entry.content) ?? []), entry]);
  }
  return {
    issues: [tables.orders as Table, tables.costs as Table].flatMap((table) => unreadable(table, address)),
    sums(filter, source, from, to) {
      const spent = costs.filter((entry) => inScope(entry, filter, from, to));
      const { negative, inTime } = service.counts(filter, from, to);
      const sums: Record<string, number | null> = {
        negative_comments: negative,
        answered_in_time: inTime,
        cost: total(spent, (entry) => entry.amount),
        ad_spend: total(
          spent.filter((entry) => entry.isAd),
          (entry) => entry.amount,
        ),
      };
      if (source !== 'orders') return sums;
      const sold = orders.filter((entry) => inScope(entry, filter, from, to));
      return {
        ...sums,
        orders: sold.length === 0 ? null : sold.length,
        units: total(sold, (entry) => entry.units),
        gmv: total(sold, (entry) => entry.amount),
        refunds: total(sold, (entry) => entry.refund),
      };
    },
    costOfContent: (account, content, from, to) => {
      const [platform = '', id = ''] = account.split('|');
      return total(
        (byContent.get(content) ?? []).filter(
          (entry) =>
            entry.day >= from && entry.day <= to && fits(entry.platform, platform) && fits(entry.account, id),
        ),
        (entry) => entry.amount,
      );
    },
    costOfAccount: (account, from, to) => {
      const [platform = '', id = ''] = account.split('|');
      return total(
        costs.filter(
          (entry) =>
            entry.account === id && entry.day >= from && entry.day <= to && fits(entry.platform, platform),
        ),
        (entry) => entry.amount,
      );
    },
  };
}
