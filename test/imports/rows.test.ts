import { type FileMapping, formatOfMapping } from '../../src/imports/mapping.ts';
import { type ImportPlan, planImport } from '../../src/imports/plan.ts';
import { readExport } from '../../src/imports/read-export.ts';
import { recognise } from '../../src/imports/recognise.ts';
import type { Tables } from '../../src/workbook/table.ts';
import { AS_OF, apply, change, counts, plan, sentence, tablesOf } from './support.ts';

const COSTS: FileMapping = {
  name: 'Agency',
  platform: 'other',
  goal: 'costs',
  kind: 'period',
  columns: { date: 'Date', component: 'Component', account: 'Account', amount: 'Amount' },
};

function mapped(text: string, columns: readonly string[], tables: Tables = {}): ImportPlan {
  const own = Object.entries(COSTS.columns).filter(([field]) => columns.includes(field));
  const read = tablesOf(text, 'agency.csv').tables;
  const recognition = recognise(read, [formatOfMapping({ ...COSTS, columns: Object.fromEntries(own) })]);
  if ('issue' in recognition) throw new Error(recognition.issue.code);
  const made = planImport({
    fileName: 'agency.csv',
    exportRows: readExport(read[recognition.table]!, recognition, AS_OF),
    recognition,
    asOf: AS_OF,
    tables,
    language: 'en',
    reporting: 'USD',
    who: 'ana',
    now: AS_OF + 1.5,
    importId: 'import-1',
    sentence,
  });
  if ('issue' in made) throw new Error(made.issue.code);
  return made;
}

const amounts = (made: ImportPlan): unknown[] => change(made, 'costs').appends.map(({ amount }) => amount);

describe('costs of one day', () => {
  test('of several components are all taken, and nothing changes when they come again', () => {
    const text =
      'Date,Component,Amount\n2026-07-01,Production,100\n2026-07-01,Translation,50\n2026-07-01,Staff,50\n';
    const made = mapped(text, ['date', 'component', 'amount']);
    expect(counts(made)).toMatchObject({ read: 3, taken: 3, rejected: 0 });
    expect(change(made, 'costs').appends.map(({ component, amount }) => [component, amount])).toEqual([
      ['Production', 100],
      ['Translation', 50],
      ['Staff', 50],
    ]);
    const again = mapped(text, ['date', 'component', 'amount'], apply({}, made.changes));
    expect(again.changes).toEqual([]);
  });

  test('of several accounts are all taken', () => {
    const text = 'Date,Account,Amount\n2026-07-01,shop-a,100\n2026-07-01,shop-b,70\n';
    expect(amounts(mapped(text, ['date', 'account', 'amount']))).toEqual([100, 70]);
  });

  test('that say the same are two costs, and stay two', () => {
    const columns = ['date', 'component', 'amount'];
    const text = 'Date,Component,Amount\n2026-07-01,Staff,50\n2026-07-01,Staff,50\n2026-07-01,Staff,80\n';
    const made = mapped(text, columns);
    expect(amounts(made)).toEqual([50, 50, 80]);
    const tables = apply({}, made.changes);
    expect(mapped(text, columns, tables).changes).toEqual([]);
    const turned =
      'Date,Component,Amount\n2026-07-01,Staff,80\n2026-07-01,Staff,50\n2026-07-01,Staff,50\n2026-07-01,Staff,50\n';
    const again = mapped(turned, columns, tables);
    expect(counts(again)).toMatchObject({ taken: 1, updated: 0, unchanged: 3 });
  });
});

describe('lines of one order', () => {
  const orders = (made: ImportPlan): unknown[] =>
    change(made, 'orders').appends.map(({ id, sku, amount, units, refund }) => [
      id,
      sku,
      amount,
      units,
      refund,
    ]);

  test('without SKU are one row with their sum, and come again unchanged', () => {
    const text =
      '订单号,下单时间,实付金额,数量\nA1,2026-07-01,100.1,1\nA1,2026-07-01,100.1,1\nA1,2026-07-01,60.2,1\nA2,2026-07-01,10,1\n';
    const made = plan(text, { fileName: 'shop.csv' });
    expect(orders(made)).toEqual([
      ['A1', undefined, 260.4, 3, undefined],
      ['A2', undefined, 10, 1, undefined],
    ]);
    expect(counts(made)).toMatchObject({ read: 4, taken: 2, unchanged: 2, rejected: 0 });
    expect(made.result.warnings).toEqual([
      { code: 'ORDER_LINES_JOINED', values: { count: 2 } },
      { code: 'CURRENCY_ASSUMED', values: { count: 4 } },
    ]);
    expect(plan(text, { fileName: 'shop.csv', tables: apply({}, made.changes) }).changes).toEqual([]);
  });

  test('of one SKU are one row, also where each amount follows from price, units and discount', () => {
    const text =
      'Name,Financial Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount,Refunded Amount\n' +
      '#1,partially_refunded,USD,2026-07-01 10:00:00 -0400,1,Mug - Anna,20,MUG,5,3\n' +
      '#1,,,2026-07-01 10:00:00 -0400,2,Mug - Ben,18,MUG,,\n';
    expect(orders(plan(text, { fileName: 'shop.csv' }))).toEqual([['#1', 'MUG', 51, 3, 3]]);
  });

  test('of which one is cancelled or returned keep the money of the others', () => {
    const text =
      'Order ID,Date,SKU,Quantity,Amount,Refund,Status\nA1,2026-07-01,S,1,40,,Cancelled\nA1,2026-07-01,S,1,50,,Completed\n' +
      'A1,2026-07-01,S,1,30,30,Refunded\n';
    const made = plan(text, { fileName: 'shop.csv' });
    expect(orders(made)).toEqual([['A1', 'S', 80, 2, 30]]);
    expect(change(made, 'orders').appends[0]?.status).toBe('Completed');
  });
});
