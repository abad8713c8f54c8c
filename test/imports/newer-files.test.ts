/** Files that come in another order than they were made: what the newer one says stays. */
import { formatOfMapping } from '../../src/imports/mapping.ts';
import type { ImportPlan } from '../../src/imports/plan.ts';
import { readExport } from '../../src/imports/read-export.ts';
import { recognise } from '../../src/imports/recognise.ts';
import { issueSentence } from '../../src/text/issue.ts';
import type { Tables } from '../../src/workbook/table.ts';
import { AS_OF, apply, change, counts, plan, sentence, tablesOf } from './support.ts';

type Order = readonly [id: string, day: string, status: string, refund: string, market: string];
const ordersFile = (...orders: Order[]): string =>
  [
    'Order ID,Date,SKU,Quantity,Amount,Currency,Refund,Status,Market',
    ...orders.map(([id, day, status, refund, market]) =>
      [id, `2026-07-${day}`, 'S', 1, 40, 'USD', refund, status, market].join(','),
    ),
  ].join('\n');

const orders = (text: string, tables: Tables = {}, importId = 'import-1'): ImportPlan =>
  plan(text, { fileName: 'shop orders.csv', account: 'shop', tables, importId });

describe('orders', () => {
  const newer = ordersFile(
    ['A1', '03', 'Refunded', '40', ''],
    ['A2', '04', 'Completed', '', 'US'],
    ['A3', '20', 'Paid', '', 'US'],
  );
  const older = ordersFile(
    ['A1', '03', 'Paid', '', 'US'],
    ['A2', '04', 'Paid', '', 'US'],
    ['A4', '05', 'Paid', '', 'US'],
  );
  const state = ({ orders: table }: Tables): unknown[] =>
    (table?.columns.id ?? []).map((id, row) => [
      id,
      table?.columns.status?.[row],
      table?.columns.refund?.[row],
      table?.columns.market?.[row],
      table?.columns.import?.[row],
    ]);

  test('an older file fills what is empty and adds what is missing, but sets nothing back', () => {
    const tables = apply({}, orders(newer).changes);
    const made = orders(older, tables, 'import-2');
    expect(state(apply(tables, made.changes))).toEqual([
      ['A1', 'Refunded', 40, 'US', 'import-1'],
      ['A2', 'Completed', null, 'US', 'import-1'],
      ['A3', 'Paid', null, 'US', 'import-1'],
      ['A4', 'Paid', null, 'US', 'import-2'],
    ]);
    expect(counts(made)).toMatchObject({ read: 3, taken: 1, updated: 1, unchanged: 1 });
    expect(made.result.warnings.map(sentence)).toEqual([
      'Rows that keep what a newer file (as of 2026-07-20) had set: 2. Only their empty cells were filled.',
    ]);
    expect(issueSentence('zh-CN', made.result.warnings[0]!)).toBe(
      '有 2 行保留了较新文件（数据截至 2026-07-20）的内容，只填补了空单元格。',
    );
  });

  test('in the right order the newer file sets what the older one said', () => {
    const tables = apply({}, orders(older).changes);
    const made = orders(newer, tables, 'import-2');
    expect(state(apply(tables, made.changes))).toContainEqual(['A1', 'Refunded', 40, 'US', 'import-2']);
    expect(made.result.warnings).toEqual([]);
  });

  test('a file of the same last day is as new, and a file that was undone is none', () => {
    const tables = apply({}, orders(newer).changes);
    const same = ordersFile(['A2', '20', 'Refunded', '40', 'US']);
    expect(counts(orders(same, tables, 'import-2')).updated).toBe(1);
    const undone = { sheet: 'imports', appends: [], updates: [{ index: 0, values: { undone: AS_OF } }] };
    expect(counts(orders(older, apply(tables, [undone]), 'import-2')).updated).toBe(2);
  });
});

test('stock of an older week does not come back', () => {
  const stock = (amount: number, week: string, tables: Tables, importId: string): ImportPlan =>
    plan(
      `Product ID,Product name,Available stock,Attributed GMV,Attributed orders,Attributed SKU orders,Product Impressions,Product Clicks\n1729000000000000001,Serum,${amount},0,0,0,0,0\n`,
      { fileName: `live products ${week}.csv`, account: 'shop', tables, importId },
    );
  const tables = apply({}, stock(5, '2026-07-13 - 2026-07-19', {}, 'import-1').changes);
  const made = stock(90, '2026-07-06 - 2026-07-12', tables, 'import-2');
  expect(change(made, 'products').updates).toEqual([]);
  expect(made.result.warnings.map(sentence)).toEqual([
    'Rows that keep what a newer file (as of 2026-07-19) had set: 1. Only their empty cells were filled.',
  ]);
  const next = stock(7, '2026-07-20 - 2026-07-26', tables, 'import-3');
  expect(change(next, 'products').updates).toEqual([{ index: 0, values: { stock: 7 } }]);
});

test('a period never takes the place of a part of it that a newer file set', () => {
  const columns = { date: 'Date', from: 'From', amount: 'Amount' };
  const format = formatOfMapping({
    name: 'Agency',
    platform: 'other',
    goal: 'costs',
    kind: 'period',
    columns,
  });
  const costs = (rows: string, tables: Tables, importId: string): ImportPlan => {
    const { tables: read } = tablesOf(`From,Date,Amount\n${rows}`, 'agency.csv');
    const recognition = recognise(read, [format]);
    if ('issue' in recognition) throw new Error(recognition.issue.code);
    const exportRows = readExport(read[recognition.table]!, recognition, AS_OF);
    return plan('Content,Views\nF3HVs95pagk,1\n', {
      fileName: 'agency.csv',
      recognition,
      exportRows,
      tables,
      importId,
    });
  };
  const rows = '2026-07-01,2026-07-05,50\n,2026-07-20,9\n';
  const tables = apply({}, costs(rows, {}, 'import-1').changes);
  const made = costs('2026-07-01,2026-07-10,90\n', tables, 'import-2');
  expect(counts(made)).toMatchObject({ taken: 0, updated: 0, rejected: 1 });
  const later = costs('2026-07-01,2026-07-10,90\n,2026-07-21,9\n', tables, 'import-2');
  expect(counts(later)).toMatchObject({ taken: 1, updated: 1, rejected: 0 });
});
