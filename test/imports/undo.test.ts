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
