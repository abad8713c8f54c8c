import { touchesOf } from '../../../src/kpi/attribution.ts';
import type { Cell, Issue } from '../../../src/kpi/issue.ts';
import { accountKey, accountOfContent, accountParts } from '../../../src/review/keys.ts';
import type { Exchange } from '../../../src/review/money.ts';
import type { Address } from '../../../src/workbook/address.ts';
import { dayOfCellText, numberOfCell, textOfCell } from '../../../src/workbook/cells.ts';
import { choiceKey } from '../../../src/workbook/choices.ts';
import { currencyOfCell } from '../../../src/workbook/currencies.ts';
import { isExample } from '../../../src/workbook/examples.ts';
import { isLost, refundsOf } from '../../../src/workbook/order-money.ts';
import { ALLOCATIONS, COST_COMPONENTS } from '../../../src/workbook/sheets/costs.ts';
import { ORDER_STATUSES } from '../../../src/workbook/sheets/orders.ts';
import { cells, type Table } from '../../../src/workbook/table.ts';
import { platformOf, type ReviewFacts } from './facts.ts';

/** A cost or a line of an order, in the reporting currency. */
export type Entry = {
  /** Order id with its platform, which several lines may share; a line without one is an order of its own. */
  readonly order: string;
  /** First day; each day from here to `day` bears the same part of a cost. */
  readonly from: number;
  readonly day: number;
  readonly platform: string;
  readonly account: string;
  readonly content: string;
  readonly market: string;
  readonly sku: string;
  readonly amount: number;
  readonly refund: number;
  readonly units: number;
  /** Key of the cost's component; empty for orders and for words that are none. */
  readonly component: string;
  /** How a cost is shared among accounts and content; by GMV where the row does not say it. */
  readonly allocation: 'gmv' | 'views' | 'content' | 'fixed';
  /** Content ids that led to an order, first to last. */
  readonly touches: readonly string[];
};

/** At most so many bad cells of one column are listed one by one. */
const ISSUE_LIMIT = 50;

/** Cells for which a row is not counted; an empty row is none. */
export function unreadable(table: Table, address: Address): Issue[] {
  const faults: [string, string, (cell: Cell) => unknown][] = [
    ['date', 'BAD_DATE', dayOfCellText],
    ['from', 'BAD_DATE', dayOfCellText],
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

/** Keys of accounts by what names their content: its id, and its platform with its id. */
export type Owners = ReadonlyMap<string, string | null>;

/** Account's keys by content; what several accounts have names none. */
export function accountsByContent(facts: ReviewFacts): Owners {
  const found = new Map<string, string | null>();
  const learn = (name: string, account: string): void => {
    found.set(name, found.has(name) && found.get(name) !== account ? null : account);
  };
  for (const key of facts.contents.keys()) {
    const account = accountOfContent(key);
    const content = key.slice(account.length + 1);
    learn(content, account);
    learn(accountKey(accountParts(account).platform, content), account);
  }
  return found;
}

/** Key of the account that has a piece of content: that of the row's own platform, else the only one. */
export function ownerOf(owners: Owners, platform: string, content: string): string | null {
  return owners.get(accountKey(platform, content)) ?? owners.get(content) ?? null;
}

type Where = Pick<Entry, 'platform' | 'account' | 'content' | 'market'>;

/** A row that names only its content belongs to the content's account, platform and market. */
function completed(where: Where, facts: ReviewFacts, owners: Owners): Where {
  const owner = where.account === '' ? ownerOf(owners, where.platform, where.content) : null;
  const { platform, id } =
    owner === null ? { platform: where.platform, id: where.account } : accountParts(owner);
  const known = facts.accounts.get(accountKey(where.platform || platform, id));
  return {
    content: where.content,
    platform: where.platform || platform,
    account: id,
    market: where.market || (known?.market ?? ''),
  };
}

/** Currency of an account, for rows that name none, as for the figures of content; empty where it has none. */
function currencyOf({ platform, account }: Where, { accounts }: ReviewFacts): string {
  return accounts.get(accountKey(platform, account))?.currency ?? '';
}

/**
 * The platform's own content id tells more than the link's, unless nobody knows it; either may be a path such as
 * `a > b`.
 */
function touchesAt(content: string, utmContent: string, owners: Owners): readonly string[] {
  const [own, linked] = [touchesOf(content), touchesOf(utmContent)];
  const isKnown = (touches: readonly string[]): boolean => touches.some((id) => owners.has(id));
  return own.length === 0 || (!isKnown(own) && isKnown(linked)) ? linked : own;
}

/** Orders by their ids, each platform's apart; a row without one is an order of its own. */
function orderOf(table: Table, row: number): string {
  const id = textOfCell(cells(table, 'id')[row]);
  return id === '' ? `row ${row}` : `${platformOf(cells(table, 'platform')[row])} ${id}`;
}

const statusAt = (table: Table, row: number): string | null =>
  choiceKey(ORDER_STATUSES, cells(table, 'status')[row]);

/** What went back of each row, in its own currency. */
function refundsIn(table: Table): number[] {
  const number = (key: string, row: number): number | null =>
    numberOfCell(cells(table, key)[row] ?? null) ?? null;
  return refundsOf(
    Array.from({ length: table.rows }, (_, row) => ({
      order: orderOf(table, row),
      status: statusAt(table, row),
      amount: number('amount', row) ?? 0,
      refund: number('refund', row),
    })),
  );
}

/**
 * The rows of `costs` or `orders` that can be counted; cancelled and unpaid orders are none.
 * @param table The sheet.
 * @param exchange Exchange rates; rows without a rate are left out and named there.
 * @param facts Accounts and content, which complete what a row leaves empty.
 */
export function entriesOf(table: Table, exchange: Exchange, facts: ReviewFacts): Entry[] {
  const column = (key: string) => cells(table, key);
  const text = (key: string, row: number): string => textOfCell(column(key)[row]);
  const amount = (key: string, row: number): number | null | undefined =>
    numberOfCell(column(key)[row] ?? null);
  const owners = accountsByContent(facts);
  const refunds = refundsIn(table);
  const entries: Entry[] = [];
  for (let row = 0; row < table.rows; row++) {
    const day = dayOfCellText(column('date')[row] ?? null);
    const value = amount('amount', row);
    if (isExample(column('content')[row])) continue;
    if (typeof day !== 'number' || typeof value !== 'number' || isLost(statusAt(table, row))) continue;
    const touches = touchesAt(text('content', row), text('utm_content', row), owners);
    const where = {
      platform: platformOf(column('platform')[row]),
      account: text('account', row),
      content: touches[touches.length - 1] ?? '',
      market: text('market', row),
    };
    const place = completed(where, facts, owners);
    const rate = exchange.rateOn(currencyOfCell(column('currency')[row]) || currencyOf(place, facts), day);
    if (rate === null) continue;
    entries.push({
      ...place,
      order: orderOf(table, row),
      from: Math.min(dayOfCellText(column('from')[row] ?? null) ?? day, day),
      day,
      amount: value * rate,
      refund: (refunds[row] ?? 0) * rate,
      units: amount('units', row) ?? 0,
      sku: text('sku', row),
      component: choiceKey(COST_COMPONENTS, column('component')[row]) ?? '',
      allocation: (choiceKey(ALLOCATIONS, column('allocation')[row]) ?? 'gmv') as Entry['allocation'],
      touches,
    });
  }
  return entries;
}
