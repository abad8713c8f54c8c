/** Lines that take back: returned units and money, and figures below zero that only check others. */
import type { ImportPlan } from '../../src/imports/plan.ts';
import type { Tables } from '../../src/workbook/table.ts';
import { apply, change, counts, plan } from './support.ts';

const orders = (lines: readonly string[], tables: Tables = {}): ImportPlan =>
  plan(['Order ID,Date,SKU,Quantity,Amount,Currency,Refund', ...lines].join('\n'), {
    fileName: 'orders.csv',
    tables,
  });
const JULY_1 = 46204;
const state = ({ orders: table }: Tables, more: readonly string[] = []): unknown[] =>
  Array.from({ length: table?.rows ?? 0 }, (_, row) =>
    ['sku', 'units', 'amount', 'refund', ...more].map((key) => table?.columns[key]?.[row] ?? null),
  );
const applied = (made: ImportPlan, tables: Tables = {}): Tables => apply(tables, made.changes);

describe('a line that takes back', () => {
  const sale = 'A1,2026-07-01,S1,2,50,USD,';

  test.each([
    ['units and money', 'A1,2026-07-02,S1,-1,-25,USD,'],
    ['money', 'A1,2026-07-02,S1,,-25,USD,'],
    ['units', 'A1,2026-07-02,S1,-1,25,USD,'],
    ['money that it names twice', 'A1,2026-07-02,S1,-1,-25,USD,25'],
  ])('is a refund of the line that sold (%s)', (_, line) => {
    const made = orders([sale, line]);
    expect(made.result.rejected).toEqual([]);
    expect(state(applied(made), ['date'])).toEqual([['S1', 2, 50, 25, JULY_1]]);
    expect(state(applied(orders([line, sale])), ['date'])).toEqual([['S1', 2, 50, 25, JULY_1]]);
  });
  test('keeps what an earlier file sold', () => {
    const before = applied(orders([sale]));
    const made = orders(['A1,2026-07-02,S1,-1,-25,USD,'], before);
    expect(counts(made)).toMatchObject({ taken: 0, updated: 1, rejected: 0 });
    expect(state(applied(made, before), ['date'])).toEqual([['S1', 2, 50, 25, JULY_1]]);
  });
  test('alone is a refund without a sale', () => {
    expect(state(applied(orders(['A1,2026-07-02,S1,-1,-25,USD,'])))).toEqual([['S1', null, 0, 25]]);
  });
  test('is none where an amount below zero is of something that was added: a discount is less money', () => {
    expect(state(applied(orders([sale, 'A1,2026-07-01,OFF,1,-5,USD,'])))).toEqual([
      ['S1', 2, 50, null],
      ['OFF', 1, -5, null],
    ]);
  });
});

test('a rate below zero that only checks others rejects no row', () => {
  const made = plan(
    'Video ID,VV,Gross merchandise value (Video) ($),GPM ($),CTR\n7590000000000000123,1000,-5,-5,-1%\n',
    { fileName: 'Video list 20260101-20260131.csv' },
  );
  expect(made.result.rejected).toEqual([]);
  expect(change(made, 'performance').appends).toEqual([expect.objectContaining({ views: 1000, gmv: -5 })]);
});

test('a count below zero rejects its row still', () => {
  const made = plan('Video ID,VV,Gross merchandise value (Video) ($)\n7590000000000000123,-1,5\n', {
    fileName: 'Video list 20260101-20260131.csv',
  });
  expect(made.result.rejected.map(({ code }) => code)).toEqual(['CELL_NEGATIVE']);
});
