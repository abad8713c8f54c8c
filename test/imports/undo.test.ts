import { planUndo, type UndoEntry, undoEntries } from '../../src/imports/undo.ts';
import type { RowValues, Tables } from '../../src/workbook/table.ts';
import { AS_OF, apply } from './support.ts';

const STAFF: RowValues = { date: AS_OF, component: 'Staff', amount: 50, currency: 'USD', note: 'Editor' };

const added = (...rows: RowValues[]): Tables => apply({}, [{ sheet: 'costs', appends: rows, updates: [] }]);

function undone(tables: Tables, importId: string, entries: readonly UndoEntry[]): [unknown[], number] {
  const { changes, removals, kept } = planUndo(importId, entries, tables, AS_OF + 1);
  const removal = { sheet: 'costs', appends: [], updates: [], removals: removals.get('costs') ?? [] };
  const { costs } = apply(tables, [...changes, removal]);
  return [
    Array.from({ length: costs?.rows ?? 0 }, (_, row) => [
      costs?.columns.import?.[row],
      costs?.columns.amount?.[row],
    ]),
    kept,
  ];
}

describe('costs that say the same', () => {
  const second = { ...STAFF, import: 'two' };
  const entries = undoEntries([{ sheet: 'costs', appends: [second], updates: [] }], added());

  test.each([['one'], [null]])(
    'only that of the import goes, wherever it was sorted to (twin of %s)',
    (twin) => {
      const first = { ...STAFF, import: twin };
      expect(undone(added(first, second), 'two', entries)).toEqual([[[twin, 50]], 0]);
      expect(undone(added(second, first), 'two', entries)).toEqual([[[twin, 50]], 0]);
    },
  );

  test('one that was changed since stays, and its twin is not taken for it', () => {
    const tables = added({ ...second, amount: 60 }, { ...STAFF, import: 'one' });
    expect(undone(tables, 'two', entries)).toEqual([
      [
        ['two', 60],
        ['one', 50],
      ],
      1,
    ]);
  });

  test('two of one import are two rows, each with its own amount of before', () => {
    const before = added({ ...STAFF, import: 'one', amount: 10 }, { ...STAFF, import: 'one', amount: 20 });
    const values = { amount: 30, import: 'two' };
    const change = { sheet: 'costs', appends: [], updates: [0, 1].map((index) => ({ index, values })) };
    const [rows] = undone(apply(before, [change]), 'two', undoEntries([change], before));
    expect([...rows].sort()).toEqual([
      ['one', 10],
      ['one', 20],
    ]);
  });
});

describe('orders that an import added', () => {
  const order = (id: string, more: RowValues = {}): RowValues => ({
    ...{ id, date: AS_OF, platform: 'Other', sku: 'S', amount: 50.1, currency: 'USD', import: 'two' },
    ...more,
  });
  const rows = (...orders: RowValues[]): Tables =>
    apply({}, [{ sheet: 'orders', appends: orders, updates: [] }]);
  const entries = undoEntries(
    [{ sheet: 'orders', appends: [order('1'), order('2'), order('3')], updates: [] }],
    {},
  );
  const left = (tables: Tables, kept: readonly UndoEntry[] = entries): [readonly number[], number] => {
    const made = planUndo('two', kept, tables, AS_OF + 1);
    return [made.removals.get('orders') ?? [], made.kept];
  };

  test('go, wherever they were sorted to, and those of others stay', () => {
    expect(left(rows(order('3'), order('1', { import: 'one' }), order('2'), order('1')))).toEqual([
      [0, 2, 3],
      0,
    ]);
  });
  test.each([
    ['content', 'v1'],
    ['amount', 50.2],
    ['utm_source', 'letter'],
    ['sku', null],
  ])('stay where people have typed into them since (%s)', (column, typed) => {
    expect(left(rows(order('1'), order('2', { [column]: typed }), order('3')))).toEqual([[0, 2], 1]);
  });
  test('of a time when nothing was kept of them go all', () => {
    expect(left(rows(order('1', { content: 'v1' })), [])).toEqual([[0], 0]);
  });
  test('one that was only changed, and got its content by hand since, stays', () => {
    const change = {
      sheet: 'orders',
      appends: [],
      updates: [{ index: 0, values: { amount: 7, import: 'two' } }],
    };
    const kept = undoEntries([change], rows(order('1', { import: 'one' })));
    expect(left(rows(order('1', { amount: 7, content: 'v1' })), kept)).toEqual([[], 1]);
  });
  test('are kept in a few cells, however many there are', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => order(String(at)));
    const kept = undoEntries([{ sheet: 'orders', appends: many, updates: [] }], {});
    expect(kept.length).toBe(4);
    expect(Math.max(...kept.map((entry) => JSON.stringify(entry).length))).toBeLessThan(50_000);
    expect(left(rows(...many), kept)[0]).toHaveLength(10_000);
  });
});
