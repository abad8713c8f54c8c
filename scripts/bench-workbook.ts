/** A workbook of any size, as the review reads it: a year and more of weekly files of content, and orders. */
import type { Cell } from '../src/kpi/issue.ts';
import { MEASURES } from '../src/kpi/metrics.ts';
import { REVIEW_NEEDS } from '../src/review/needs.ts';
import { sampleTables } from '../src/sample/index.ts';
import { SHEETS, sheetTemplate } from '../src/workbook/sheets/index.ts';
import { cells, type RowValues, type Table, type Tables } from '../src/workbook/table.ts';

/** A Sunday, the last day of the reviewed week. */
export const LAST_DAY = 46_348;
const WEEKS = 100;
/** Weeks for which an item stays in its account's files. */
const SHOWN_WEEKS = 50;
const ROWS_PER_ITEM = 37.5;
const FORMATS = ['Short video', 'Live', 'Image post'];
const MEASURED = MEASURES.filter(({ sources }) => sources.includes('performance'));

type Item = { readonly id: string; readonly account: number; readonly week: number; readonly size: number };
type Account = { readonly platform: Cell; readonly id: Cell; readonly market: Cell; readonly currency: Cell };

const mondayOf = (week: number): number => LAST_DAY - 6 - 7 * (WEEKS - 1 - week);

function accountsOf(table: Table): Account[] {
  return Array.from({ length: table.rows }, (_, row) => ({
    platform: cells(table, 'platform')[row] ?? null,
    id: cells(table, 'id')[row] ?? null,
    market: cells(table, 'market')[row] ?? null,
    currency: cells(table, 'currency')[row] ?? null,
  }));
}

function itemsFor(rows: number, accounts: number): Item[] {
  const count = Math.ceil(rows / ROWS_PER_ITEM);
  return Array.from({ length: count }, (_, i) => ({
    id: `76${String(10 ** 15 + i * 7919)}`,
    account: (i * 13) % accounts,
    week: Math.floor((i * WEEKS) / count),
    size: 100 + ((i * 7919) % 9973),
  }));
}

/** What an item did in its nth week, or up to its end: views fade. */
function viewsAt(item: Item, age: number): number {
  return Math.round((item.size * (3 + ((item.week + age) % 5))) / (1 + age));
}

/** Half of the accounts export lifetime totals every week, the others the week itself. */
const isSnapshot = (account: number): boolean => account % 2 === 0;

function factsOf(rows: number, items: readonly Item[], accounts: readonly Account[]): Record<string, Cell[]> {
  const keys = ['content', 'platform', 'account', 'from', 'to', 'kind', 'currency'];
  const columns: Record<string, Cell[]> = {};
  for (const key of [...keys, ...MEASURED.map(({ key }) => key)]) columns[key] = [];
  const totals = new Map<Item, number>();
  for (let week = 0; week < WEEKS; week++) {
    const shown = items.filter((item) => item.week <= week && week < item.week + SHOWN_WEEKS);
    shown.sort((a, b) => a.account - b.account);
    for (const item of shown) {
      const account = accounts[item.account] as Account;
      const own = viewsAt(item, week - item.week);
      totals.set(item, (totals.get(item) ?? 0) + own);
      const views = isSnapshot(item.account) ? (totals.get(item) ?? 0) : own;
      columns.content?.push(item.id);
      columns.platform?.push(account.platform);
      columns.account?.push(account.id);
      columns.from?.push(isSnapshot(item.account) ? null : mondayOf(week));
      columns.to?.push(mondayOf(week) + 6);
      columns.kind?.push(isSnapshot(item.account) ? 'Total to date' : 'Within the period');
      columns.currency?.push(account.currency);
      MEASURED.forEach(({ key, unit }, i) => {
        const isReported = (i + item.account) % 4 !== 0 || key === 'views' || key === 'gmv';
        const value = (views * (i + 1)) / 23;
        columns[key]?.push(!isReported ? null : unit === 'count' ? Math.round(value) : value);
      });
    }
  }
  const surplus = Math.max(0, (columns.content?.length ?? 0) - rows);
  return Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, column.slice(surplus)]));
}

/** Orders as their files came, week by week and account by account. */
function ordersOf(count: number, items: readonly Item[], accounts: readonly Account[]): RowValues[] {
  const weekOf = (row: RowValues): number => Math.floor((Number(row.date) - mondayOf(0)) / 7);
  const accountOf = (row: RowValues): string => `${row.platform} ${row.account}`;
  const drafts = Array.from({ length: count }, (_, row) => orderAt(row, items, accounts));
  return drafts.sort(
    (a, b) =>
      weekOf(a) - weekOf(b) || (accountOf(a) < accountOf(b) ? -1 : accountOf(a) > accountOf(b) ? 1 : 0),
  );
}

function orderAt(row: number, items: readonly Item[], accounts: readonly Account[]): RowValues {
  {
    const item = items[(row * 31) % items.length] as Item;
    const account = accounts[item.account] as Account;
    const day = mondayOf(item.week) + 1 + Math.floor((row * 97) % (7 * (WEEKS - item.week)));
    return {
      id: `ORDER-${String(row - (row % 5 === 0 ? 1 : 0)).padStart(9, '0')}`,
      date: Math.min(LAST_DAY, day),
      platform: account.platform,
      account: account.id,
      market: account.market,
      sku: `SKU-${row % 40}`,
      units: 1 + (row % 3),
      amount: 5 + ((row * 7919) % 4001) / 100,
      currency: account.currency,
      refund: row % 20 === 0 ? 3 : null,
      utm_content: row % 3 === 0 ? item.id : null,
      content: row % 3 === 1 ? item.id : null,
      status: row % 25 === 0 ? 'Cancelled' : 'Paid',
    };
  }
}

function contentRows(items: readonly Item[], accounts: readonly Account[]): RowValues[] {
  return items.map((item, i) => ({
    id: item.id,
    title: `How to wear no. ${i}`,
    platform: (accounts[item.account] as Account).platform,
    account: (accounts[item.account] as Account).id,
    format: FORMATS[i % FORMATS.length] ?? null,
    status: 'Published',
    published: mondayOf(item.week) + (i % 7) + (i % 24) / 24,
    duration: 10 + (i % 90),
    topic: `Topic ${i % 9}`,
    hook: `Hook ${i % 6}`,
    cover: `Cover ${i % 4}`,
    creator: `Creator ${i % 12}`,
  }));
}

/** As cells come from a reply of the Sheets API: no two texts are one object. */
function asRead(table: Table): Table {
  const needed = REVIEW_NEEDS[table.key] ?? [];
  const columns = Object.entries(table.columns).filter(([key]) => needed === 'all' || needed.includes(key));
  const read = columns.map(([key, column]) => [key, JSON.parse(JSON.stringify(column)) as Cell[]] as const);
  return { ...table, columns: Object.fromEntries(read) };
}

function tableOf(key: string, rows: readonly RowValues[]): Table {
  const columns = sheetTemplate(key).columns.map(
    (column) => [column.key, rows.map((row) => row[column.key] ?? null)] as const,
  );
  return {
    key,
    title: sheetTemplate(key).titles.en,
    rows: rows.length,
    columns: Object.fromEntries(columns),
  };
}

/**
 * The sample team's tree, accounts, costs and so on, with many more facts, content and orders.
 * @param rows Rows of `performance`; a third as many orders.
 */
export function bigWorkbook(rows: number): Tables {
  const sample = sampleTables({ seed: 1, lastDay: LAST_DAY, story: true, language: 'en' });
  const rowsOf = (key: string) => sample.tables.find(({ sheet }) => sheet === key)?.rows ?? [];
  const tables = Object.fromEntries(SHEETS.map(({ key }) => [key, tableOf(key, rowsOf(key))]));
  const accounts = accountsOf(tables.accounts as Table);
  const items = itemsFor(rows, accounts.length);
  const facts = factsOf(rows, items, accounts);
  const all: Tables = {
    ...tables,
    performance: { ...(tables.performance as Table), rows: facts.to?.length ?? 0, columns: facts },
    content: tableOf('content', contentRows(items, accounts)),
    orders: tableOf('orders', ordersOf(Math.ceil(rows / 3), items, accounts)),
  };
  return Object.fromEntries(Object.entries(all).map(([key, table]) => [key, asRead(table)]));
}

/** Every cell that the review needs looked at once. */
export function barePass(tables: Tables): number {
  let sum = 0;
  let hash = 0;
  for (const table of Object.values(tables)) {
    for (const column of Object.values(table.columns)) {
      for (const cell of column) {
        if (typeof cell === 'number') sum += cell;
        else if (typeof cell === 'string') hash = (hash * 31 + cell.length) | 0;
      }
    }
  }
  return sum + hash;
}

/** Figures as numbers, with nothing where no number stands. */
function numbersOf(column: readonly Cell[]): Float64Array {
  const numbers = new Float64Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const cell = column[row];
    numbers[row] = typeof cell === 'number' ? cell : Number.NaN;
  }
  return numbers;
}

/**
 * What no review can do without, and nothing else: the measures as numbers, each row's item, each order once, and its item.
 * A bare pass never asks which row belongs to which.
 */
export function joiningPass(tables: Tables): number {
  const { performance, content, orders } = tables;
  if (!performance || !content || !orders) return 0;
  const items = new Map(cells(content, 'id').map((id, row) => [id, row]));
  let sum = 0;
  for (const id of cells(performance, 'content')) sum += items.get(id) ?? 0;
  let kept = 0;
  for (const { key } of MEASURED) kept += numbersOf(cells(performance, key)).length;
  const [own, link] = [cells(orders, 'content'), cells(orders, 'utm_content')];
  const lines = new Map<Cell, number>();
  cells(orders, 'id').forEach((id, row) => {
    lines.set(id, (lines.get(id) ?? 0) + 1);
    sum += items.get(own[row] ?? link[row] ?? null) ?? 0;
  });
  return kept + lines.size + sum;
}
