/** Orders: a long file against a workbook that has half of it, and the content that each order came from. */
import type { TextTable } from '../src/files/table.ts';
import type { PlaceModel } from '../src/kpi/attribution.ts';
import { readFacts } from '../src/review/facts.ts';
import { figuresOf } from '../src/review/figures.ts';
import { readLedger } from '../src/review/ledger.ts';
import { readExchange } from '../src/review/money.ts';
import { returnsOf } from '../src/review/returns.ts';
import { readService } from '../src/review/service.ts';
import { emptyTable, type Table, type Tables } from '../src/workbook/table.ts';
import { DAY, idOf, tableOf } from './bench-import.ts';

const HEADERS = [
  'Order ID',
  'Order Date',
  'SKU',
  'Quantity',
  'Amount',
  'Currency',
  'Status',
  'Platform',
  'Account',
  'Content ID',
];

const order = (i: number) => ({
  id: `A-${1_000_000 + i}`,
  date: DAY - (i % 28),
  sku: `SKU-${i % 300}`,
  units: 1 + (i % 3),
  amount: 10 + (i % 997) / 4,
  content: idOf((i * 7919) % 100_000),
});

/** A shop's orders from the n-th on; every second one of those before `known` has another amount than the workbook. */
export function orderFile(rows: number, first: number, known: number): TextTable {
  const lines = Array.from({ length: rows }, (_, line) => {
    const { id, date, sku, units, amount, content } = order(first + line);
    const fresh = first + line < known && line % 2 === 0 ? 1 : 0;
    const day = new Date((date - 25_569) * 86_400_000).toISOString().slice(0, 10);
    return [id, day, sku, units, amount + fresh, 'USD', 'Paid', 'YouTube', 'art', content].map(String);
  });
  return { name: 'orders.csv', rows: [HEADERS, ...lines] };
}

/** The sheet with its first orders. */
export function ordersOf(rows: number): Table {
  const own = { platform: 'YouTube', account: 'art', currency: 'USD', status: 'Paid', import: 'before' };
  return tableOf(
    'orders',
    Array.from({ length: rows }, (_, i) => ({ ...order(i), ...own })),
  );
}

const at = (sheet: string) => ({ sheet });

/** GMV of each piece of content by its orders: how many have some. */
export function attribute(tables: Tables, model: PlaceModel): number {
  const all = { rates: emptyTable('rates', ''), costs: emptyTable('costs', ''), ...tables };
  const exchange = readExchange(all.rates, 'USD', at);
  const facts = readFacts(all, exchange, at, DAY);
  const service = readService(emptyTable('comments', ''), 24, DAY);
  const ledger = readLedger(all, exchange, facts, service, at);
  return returnsOf(facts, figuresOf(facts, ledger), ledger, model, DAY).contents.size;
}

function* objectsOf({ rows, columns }: Table): Generator<Record<string, unknown>> {
  for (let row = 0; row < rows; row++) {
    yield Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, column[row]]));
  }
}

/** The same join with an object a row and Maps, without any check. */
export function attributeObjects(tables: Tables): number {
  const known = new Map<string, Record<string, unknown>>();
  for (const row of objectsOf(tables.content as Table))
    known.set(`${row.platform} ${row.account} ${row.id}`, row);
  const views = new Map<string, unknown>();
  for (const row of objectsOf(tables.performance as Table)) {
    views.set(`${row.platform} ${row.account} ${row.content}`, row.views);
  }
  const gmv = new Map<string, number>();
  for (const row of objectsOf(tables.orders as Table)) {
    const key = `${row.platform} ${row.account} ${row.content}`;
    if (known.has(key) && views.has(key)) gmv.set(key, (gmv.get(key) ?? 0) + Number(row.amount));
  }
  return gmv.size;
}
