import { touchesOf } from '../kpi/attribution.ts';
import type { Cell, Issue } from '../kpi/issue.ts';
import type { Address } from '../workbook/address.ts';
import { dayOfCellText, numberOfCell, textOfCell } from '../workbook/cells.ts';
import { choiceKey } from '../workbook/choices.ts';
import { currencyOfCell } from '../workbook/currencies.ts';
import { isExample } from '../workbook/examples.ts';
import { isLost, refundsOf } from '../workbook/order-money.ts';
import { ALLOCATIONS, COST_COMPONENTS } from '../workbook/sheets/costs.ts';
import { ORDER_STATUSES } from '../workbook/sheets/orders.ts';
import { cells, type Table } from '../workbook/table.ts';
import { twinOf } from '../workbook/twin-platforms.ts';
import { eachOnce } from './facts/each-once.ts';
import { type Owners, ownerOf } from './facts/owners.ts';
import { platformOf, type ReviewFacts } from './facts.ts';
import { accountKey, accountParts } from './keys.ts';
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

type Where = Pick<Cost, 'platform' | 'account' | 'content' | 'market'>;

/** A row that names only its content belongs to the content's account, platform and market. */
function completed(where: Where, facts: ReviewFacts, owners: Owners): Where {
  const owner = where.account === '' ? ownerOf(owners, where.platform, where.content) : null;
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

type Places = Record<keyof Where, string[]>;

/** Notes the place of a row, once it is known what led to it. */
function placesIn(
  table: Table,
  facts: ReviewFacts,
  places: Places,
): (row: number, touches: readonly string[]) => void {
  const owners = facts.owners();
  const platformOn = words(table, 'platform', platformOf);
  const accountOn = words(table, 'account', textOfCell);
  const marketOn = words(table, 'market', textOfCell);
  return (row, touches) => {
    const content = touches[touches.length - 1] ?? '';
    const [platform, account, market] = [platformOn(row), accountOn(row), marketOn(row)];
    const isWhole = account !== '' && platform !== '' && market !== '';
    const named = { platform, account, market, content };
    const place = isWhole ? named : completed(named, facts, owners);
    places.platform.push(place.platform);
    places.account.push(place.account);
    places.market.push(place.market);
    places.content.push(place.content);
  };
}

/** Rates of rows by their currency; a row that names none has its account's, as figures of content do. */
function ratesIn(
  table: Table,
  exchange: Exchange,
  { accounts }: ReviewFacts,
): (row: number, day: number, platform: string, account: string) => number | null {
  const currency = words(table, 'currency', currencyOfCell);
  return (row, day, platform, account) => {
    const own = currency(row) || (accounts.get(accountKey(platform, account))?.currency ?? '');
    return exchange.rateOn(own, day);
  };
}

const statusIn = (table: Table): ((row: number) => string | null) =>
  words(table, 'status', (cell) => choiceKey(ORDER_STATUSES, cell));

type Counted = {
  readonly rows: number[];
  readonly days: number[];
  readonly amounts: number[];
  readonly rates: number[];
  readonly touches: (readonly string[])[];
  readonly places: Places;
};

/** Rows that have a day and an amount, and brought money. */
function countedRows(table: Table, exchange: Exchange, facts: ReviewFacts): Counted {
  const places: Places = { platform: [], account: [], market: [], content: [] };
  const [dates, money, status] = [cells(table, 'date'), cells(table, 'amount'), statusIn(table)];
  const touchesOn = touchesIn(table, facts.owners());
  const [addPlace, rateOn] = [placesIn(table, facts, places), ratesIn(table, exchange, facts)];
  const counted: Counted = { rows: [], days: [], amounts: [], rates: [], touches: [], places };
  for (let row = 0; row < table.rows; row++) {
    const day = dayOfCellText(dates[row]);
    const amount = numberOfCell(money[row]);
    if (typeof day !== 'number' || typeof amount !== 'number' || isLost(status(row))) continue;
    const touches = touchesOn(row);
    if (touches === null) continue;
    addPlace(row, touches);
    const at = counted.rows.length;
    const rate = rateOn(row, day, places.platform[at] as string, places.account[at] as string);
    if (rate === null) {
      for (const column of Object.values(places)) column.pop();
      continue;
    }
    counted.rows.push(row);
    counted.days.push(day);
    counted.amounts.push(amount * rate);
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

/** Orders by their ids, each platform's apart; a row without one is an order of its own. */
function ordersIn(table: Table): (row: number) => string {
  const ids = cells(table, 'id');
  const platform = words(table, 'platform', platformOf);
  return (row) => {
    const id = textOfCell(ids[row]);
    return id === '' ? `row ${row}` : `${platform(row)} ${id}`;
  };
}

/**
 * What went back of each row that counts, in its own currency. Only the lines of an order with a refunded one say
 * anything of one another.
 */
function refundsIn(table: Table, orderOf: (row: number) => string): Float64Array {
  const [amounts, returned, status] = [cells(table, 'amount'), cells(table, 'refund'), statusIn(table)];
  const refunds = new Float64Array(table.rows);
  const refunded = new Set<string>();
  for (let row = 0; row < refunds.length; row++) {
    refunds[row] = numberOfCell(returned[row]) ?? 0;
    if (status(row) === 'refunded') refunded.add(orderOf(row));
  }
  const rows: number[] = [];
  for (let row = 0; refunded.size > 0 && row < refunds.length; row++) {
    if (refunded.has(orderOf(row))) rows.push(row);
  }
  const lines = rows.map((row) => ({
    order: orderOf(row),
    status: status(row),
    amount: numberOfCell(amounts[row]) ?? 0,
    refund: numberOfCell(returned[row]) ?? null,
  }));
  refundsOf(lines).forEach((refund, i) => {
    refunds[rows[i] as number] = refund;
  });
  return refunds;
}

/**
 * The rows of `costs` or `orders` that can be counted; cancelled and unpaid orders are none.
 * @param table The sheet.
 * @param exchange Exchange rates; rows without a rate are left out and named there.
 * @param facts Accounts and content, which complete what a row leaves empty.
 */
export function entriesOf(table: Table, exchange: Exchange, facts: ReviewFacts): Entries {
  const { rows, days, amounts, rates, touches, places } = countedRows(table, exchange, facts);
  const orderOf = ordersIn(table);
  const refunds = refundsIn(table, orderOf);
  const [firsts, sold] = [cells(table, 'from'), cells(table, 'units')];
  const sku = words(table, 'sku', textOfCell);
  const component = words(table, 'component', (cell) => choiceKey(COST_COMPONENTS, cell) ?? '');
  const allocation = words(table, 'allocation', (cell) => choiceKey(ALLOCATIONS, cell) ?? 'gmv');
  return {
    length: rows.length,
    platforms: places.platform,
    accounts: places.account,
    contents: places.content,
    markets: places.market,
    from: numbersOf(rows, (row, i) => {
      const day = days[i] as number;
      return Math.min(dayOfCellText(firsts[row]) ?? day, day);
    }),
    days: Float64Array.from(days),
    amounts: Float64Array.from(amounts),
    refunds: numbersOf(rows, (row, i) => (refunds[row] as number) * (rates[i] as number)),
    units: numbersOf(rows, (row) => numberOfCell(sold[row]) ?? 0),
    skus: rows.map(sku),
    orderAt: (entry) => orderOf(rows[entry] as number),
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
    account: entries.accounts[i] as string,
    content: entries.contents[i] as string,
    market: entries.markets[i] as string,
    amount: entries.amounts[i] as number,
    allocation: entries.allocations[i] as Allocation,
  }));
}
