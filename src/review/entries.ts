import { touchesOf } from '../kpi/attribution.ts';
import type { Cell, Issue } from '../kpi/issue.ts';
import type { Address } from '../workbook/address.ts';
import { dayOfCellText, numberOfCell, textOfCell } from '../workbook/cells.ts';
import { choiceKey } from '../workbook/choices.ts';
import { currencyOfCell } from '../workbook/currencies.ts';
import { isExample } from '../workbook/examples.ts';
import { ALLOCATIONS, COST_COMPONENTS } from '../workbook/sheets/costs.ts';
import { ORDER_STATUSES } from '../workbook/sheets/orders.ts';
import { cells, type Table } from '../workbook/table.ts';
import { twinOf } from '../workbook/twin-platforms.ts';
import { eachOnce } from './facts/each-once.ts';
import { platformOf, type ReviewFacts } from './facts.ts';
import { accountKey, accountOfContent, accountParts } from './keys.ts';
import type { Exchange } from './money.ts';

/** Costs or lines of orders as columns, amounts in the reporting currency. */
export type Entries = {
  readonly length: number;
  /** First day; each day from here to the last one bears the same part of a cost. */
  readonly from: Float64Array;
  readonly days: Float64Array;
  readonly platforms: readonly string[];
  readonly accounts: readonly string[];
  readonly contents: readonly string[];
  readonly markets: readonly string[];
  readonly amounts: Float64Array;
  readonly refunds: Float64Array;
  readonly units: Float64Array;
  readonly skus: readonly string[];
  /** Order id with its platform, which several lines may share; a line without one is an order of its own. */
  orderAt(entry: number): string;
  /** Key of the cost's component; empty for orders and for words that are none. */
  readonly components: readonly string[];
  /** How a cost is shared among accounts and content; by GMV where the row does not say it. */
  readonly allocations: readonly Allocation[];
  /** Content ids that led to an order, first to last. */
  readonly touches: readonly (readonly string[])[];
};

type Allocation = 'gmv' | 'views' | 'content' | 'fixed';

/** A cost by itself. */
export type Cost = {
  readonly from: number;
  readonly day: number;
  readonly platform: string;
  readonly account: string;
  readonly content: string;
  readonly market: string;
  readonly amount: number;
  readonly allocation: Allocation;
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
  const issues: Issue[] = [];
  for (const [key, code, read] of faults) {
    const column = cells(table, key);
    let bad = 0;
    for (let row = 0; row < column.length && bad < ISSUE_LIMIT; row++) {
      const cell = column[row] ?? null;
      if (cell === null || read(cell) !== undefined) continue;
      bad += 1;
      issues.push({ code, at: address(table.key, key, row), found: String(cell) });
    }
  }
  return issues;
}

/** Account's keys by content id; an id that several accounts have names none. */
export function accountsByContent(facts: ReviewFacts): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  for (const key of facts.contents.keys()) {
    const account = accountOfContent(key);
    const content = key.slice(account.length + 1);
    found.set(content, found.has(content) && found.get(content) !== account ? null : account);
  }
  return found;
}

type Where = Pick<Cost, 'platform' | 'account' | 'content' | 'market'>;
type Owners = ReadonlyMap<string, string | null>;

/** A row that names only its content belongs to the content's account, platform and market. */
function completed(where: Where, facts: ReviewFacts, owners: Owners): Where {
  if (where.account !== '' && where.platform !== '' && where.market !== '') return where;
  const owner = where.account === '' ? (owners.get(where.content) ?? null) : null;
  const { platform, id } =
    owner === null ? { platform: where.platform, id: where.account } : accountParts(owner);
  // A row of TikTok Shop may name content that the workbook has of TikTok.
  const own = twinOf(where.platform) === platform ? platform : where.platform || platform;
  const known = facts.accounts.get(accountKey(own, id));
  return {
    content: where.content,
    platform: own,
    account: id,
    market: where.market || (known?.market ?? ''),
  };
}

/**
 * The platform's own content id tells more than the link's, unless nobody knows it; either may be a path such as
 * `a > b`.
 */
function touchesAt(own: readonly string[], linked: readonly string[], owners: Owners): readonly string[] {
  if (own.length === 0 || linked.length === 0) return own.length === 0 ? linked : own;
  const isKnown = (touches: readonly string[]): boolean => touches.some((id) => owners.has(id));
  return !isKnown(own) && isKnown(linked) ? linked : own;
}

/** What went back of an order that was refunded; all of it where its row does not say how much. */
function refundOf(amount: number, refund: number | null | undefined, status: string | null): number {
  if (typeof refund === 'number' && refund !== 0) return refund;
  return status === 'refunded' ? amount : 0;
}

/** A column of which words that come again are read once. */
function words<T>(table: Table, key: string, read: (cell: Cell | undefined) => T): (row: number) => T {
  const [column, once] = [cells(table, key), eachOnce(read)];
  return (row) => once(column[row]);
}

/** What the cells of content say of an order. */
function touchesIn(table: Table, owners: Owners): (row: number) => readonly string[] | null {
  const touchesOfCell = (cell: Cell | undefined): readonly string[] => touchesOf(textOfCell(cell));
  const linked = words(table, 'utm_content', touchesOfCell);
  // Nothing that a row of the examples names counts anywhere.
  const own = words(table, 'content', (cell) => (isExample(cell) ? null : touchesOfCell(cell)));
  return (row) => {
    const touches = own(row);
    return touches === null ? null : touchesAt(touches, linked(row), owners);
  };
}

/**
 * Rates of the rows that count; null for the others. An order that was cancelled or not paid yet brought no money.
 */
function ratesIn(table: Table, exchange: Exchange): (row: number) => number | null {
  const [days, amounts] = [cells(table, 'date'), cells(table, 'amount')];
  const currency = words(table, 'currency', currencyOfCell);
  const status = words(table, 'status', (cell) => choiceKey(ORDER_STATUSES, cell));
  return (row) => {
    const day = dayOfCellText(days[row]);
    if (typeof day !== 'number' || typeof numberOfCell(amounts[row] ?? null) !== 'number') return null;
    if (status(row) === 'cancelled' || status(row) === 'unpaid') return null;
    return exchange.rateOn(currency(row), day);
  };
}

type Counted = { readonly rows: number[]; readonly rates: number[]; readonly touches: (readonly string[])[] };

function countedRows(table: Table, exchange: Exchange, owners: Owners): Counted {
  const [touchesOn, rateOn] = [touchesIn(table, owners), ratesIn(table, exchange)];
  const counted: Counted = { rows: [], rates: [], touches: [] };
  for (let row = 0; row < table.rows; row++) {
    const touches = touchesOn(row);
    const rate = touches === null ? null : rateOn(row);
    if (touches === null || rate === null) continue;
    counted.rows.push(row);
    counted.rates.push(rate);
    counted.touches.push(touches);
  }
  return counted;
}

function numbersOf(rows: readonly number[], read: (row: number, i: number) => number): Float64Array {
  const found = new Float64Array(rows.length);
  for (let i = 0; i < found.length; i++) found[i] = read(rows[i] as number, i);
  return found;
}

type Places = Record<'platforms' | 'accounts' | 'contents' | 'markets', string[]>;

function placesOf(table: Table, { rows, touches }: Counted, facts: ReviewFacts, owners: Owners): Places {
  const platform = words(table, 'platform', platformOf);
  const account = words(table, 'account', textOfCell);
  const market = words(table, 'market', textOfCell);
  const places: Places = { platforms: [], accounts: [], contents: [], markets: [] };
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const own = touches[i] as readonly string[];
    const content = own[own.length - 1] ?? '';
    const named = { platform: platform(row), account: account(row), market: market(row), content };
    const where = completed(named, facts, owners);
    places.platforms.push(where.platform);
    places.accounts.push(where.account);
    places.contents.push(content);
    places.markets.push(where.market);
  }
  return places;
}

/** Orders by their ids, each platform's apart. */
function ordersIn(table: Table, rows: readonly number[]): (entry: number) => string {
  const ids = cells(table, 'id');
  const platform = words(table, 'platform', platformOf);
  return (entry) => {
    const row = rows[entry] as number;
    const id = textOfCell(ids[row]);
    return id === '' ? `row ${row}` : `${platform(row)} ${id}`;
  };
}

/**
 * The rows of `costs` or `orders` that can be counted; cancelled and unpaid orders are none.
 * @param table The sheet.
 * @param exchange Exchange rates; rows without a rate are left out and named there.
 * @param facts Accounts and content, which complete what a row leaves empty.
 */
export function entriesOf(table: Table, exchange: Exchange, facts: ReviewFacts): Entries {
  const owners = accountsByContent(facts);
  const counted = countedRows(table, exchange, owners);
  const { rows, rates, touches } = counted;
  const column = (key: string): readonly Cell[] => cells(table, key);
  const [dates, firsts, money, returned, sold] = ['date', 'from', 'amount', 'refund', 'units'].map(column);
  const number = (cells: readonly Cell[] | undefined, row: number) => numberOfCell(cells?.[row] ?? null);
  const status = words(table, 'status', (cell) => choiceKey(ORDER_STATUSES, cell));
  const sku = words(table, 'sku', textOfCell);
  const component = words(table, 'component', (cell) => choiceKey(COST_COMPONENTS, cell) ?? '');
  const allocation = words(table, 'allocation', (cell) => choiceKey(ALLOCATIONS, cell) ?? 'gmv');
  const days = numbersOf(rows, (row) => dayOfCellText(dates?.[row]) ?? Number.NaN);
  return {
    ...placesOf(table, counted, facts, owners),
    length: rows.length,
    from: numbersOf(rows, (row, i) => {
      const day = days[i] as number;
      return Math.min(dayOfCellText(firsts?.[row]) ?? day, day);
    }),
    days,
    amounts: numbersOf(rows, (row, i) => (number(money, row) ?? 0) * (rates[i] as number)),
    refunds: numbersOf(rows, (row, i) => {
      const amount = number(money, row) ?? 0;
      return refundOf(amount, number(returned, row), status(row)) * (rates[i] as number);
    }),
    units: numbersOf(rows, (row) => number(sold, row) ?? 0),
    skus: rows.map(sku),
    orderAt: ordersIn(table, rows),
    components: rows.map(component),
    allocations: rows.map(allocation) as Allocation[],
    touches,
  };
}

/** Costs one by one: there are far fewer of them than orders. */
export function costsOf(entries: Entries): Cost[] {
  return entries.platforms.map((platform, i) => ({
    from: entries.from[i] as number,
    day: entries.days[i] as number,
    platform,
    account: entries.accounts[i] ?? '',
    content: entries.contents[i] ?? '',
    market: entries.markets[i] ?? '',
    amount: entries.amounts[i] as number,
    allocation: entries.allocations[i] ?? 'gmv',
  }));
}
