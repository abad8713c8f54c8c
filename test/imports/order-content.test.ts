/** Lines of one order and product that came from different content, and what an ordinary file says of the same order. */
import type { ImportPlan } from '../../src/imports/plan.ts';
import type { Tables } from '../../src/workbook/table.ts';
import { apply, counts, plan, sentence } from './support.ts';

const [A, B] = ['7590000000000000123', '7590000000000000456'];

type Line = readonly [
  content: string,
  amount: number,
  units: number,
  returned?: 'Yes' | 'No',
  status?: string,
];
const affiliate = (
  lines: readonly Line[],
  tables: Tables = {},
  importId = 'affiliate',
  day = '03',
): ImportPlan =>
  plan(
    [
      'Order ID,SKU ID,Payment Amount,Currency,Quantity,Fully returned or refunded,Order Status,Content ID,Time Created',
      ...lines.map(([content, amount, units, returned = 'No', status = 'Completed']) =>
        ['O1', 'S1', amount, 'USD', units, returned, status, content, `${day}/07/2026 10:00:00`].join(','),
      ),
    ].join('\n'),
    { fileName: 'affiliate_orders.csv', account: 'shop', tables, importId },
  );

const ordinary = (
  amount: number,
  status: string,
  refund: number | '',
  tables: Tables = {},
  day = '03',
): ImportPlan =>
  plan(
    `Order ID,Date,SKU,Quantity,Amount,Currency,Refund,Status,Platform\nO1,2026-07-${day},S1,3,${amount},USD,${refund},${status},TikTok Shop\n`,
    { fileName: 'orders.csv', account: 'shop', tables, importId: 'ordinary' },
  );

const state = ({ orders: table }: Tables): unknown[] =>
  Array.from({ length: table?.rows ?? 0 }, (_, row) =>
    ['content', 'amount', 'units', 'refund', 'status'].map((key) => table?.columns[key]?.[row] ?? null),
  );
const grown = (tables: Tables, made: ImportPlan): Tables => apply(tables, made.changes);

test('are rows of their own, and come again unchanged', () => {
  const lines: Line[] = [
    [A, 20, 1],
    [B, 40, 2],
    [A, 5, 1],
  ];
  const made = affiliate(lines);
  expect(state(grown({}, made))).toEqual([
    [A, 25, 2, null, 'Completed'],
    [B, 40, 2, null, 'Completed'],
  ]);
  expect(counts(made)).toMatchObject({ read: 3, taken: 2, unchanged: 1 });
  expect(made.result.warnings.map(sentence)).toEqual([
    'Lines that were added to an earlier line of the same order, product and content: 1. Nothing of their money is lost.',
  ]);
  expect(affiliate(lines, grown({}, made), 'again').changes).toEqual([]);
  expect(affiliate([...lines].reverse(), grown({}, made), 'again').changes).toEqual([]);
});

describe('an ordinary file', () => {
  const both = grown(
    {},
    affiliate([
      [A, 20, 1],
      [B, 40, 2],
    ]),
  );

  test('adds no money to them', () => {
    const made = ordinary(60, 'Completed', '', both);
    expect(counts(made)).toMatchObject({ read: 1, taken: 0, updated: 0, unchanged: 1 });
    expect(made.changes.map(({ sheet }) => sheet)).not.toContain('orders');
  });

  test('says of all what became of the order; what it refunds is shared by their amounts', () => {
    const made = ordinary(60, 'Refunded', 60, both);
    expect(counts(made)).toMatchObject({ read: 1, updated: 1 });
    const after = grown(both, made);
    expect(state(after)).toEqual([
      [A, 20, 1, 20, 'Refunded'],
      [B, 40, 2, 40, 'Refunded'],
    ]);
    expect(ordinary(60, 'Refunded', 60, after).changes).toEqual([]);
  });

  test('of another money keeps their parts of it', () => {
    const after = grown(both, ordinary(66, 'Completed', '', both));
    expect(state(after)).toEqual([
      [A, 22, 1, null, 'Completed'],
      [B, 44, 2, null, 'Completed'],
    ]);
    expect(ordinary(66, 'Completed', '', after).changes).toEqual([]);
  });

  test('that came before is taken apart by the lines', () => {
    const before = grown({}, ordinary(60, 'Paid', ''));
    const made = affiliate(
      [
        [A, 20, 1],
        [B, 40, 2],
      ],
      before,
    );
    expect(counts(made)).toMatchObject({ read: 2, taken: 1, updated: 1 });
    expect(state(grown(before, made))).toEqual([
      [A, 20, 1, null, 'Completed'],
      [B, 40, 2, null, 'Completed'],
    ]);
  });

  test('that is newer is not taken apart: its refund would be lost', () => {
    const newer = grown({}, ordinary(60, 'Refunded', 60, {}, '20'));
    const made = affiliate(
      [
        [A, 20, 1],
        [B, 40, 2],
      ],
      newer,
    );
    expect(state(grown(newer, made))).toEqual([[null, 60, 3, 60, 'Refunded']]);
    expect(counts(made)).toMatchObject({ taken: 0, updated: 0, unchanged: 2 });
    expect(made.result.warnings.map(sentence)).toEqual([
      'Rows that keep what a newer file (as of 2026-07-20) had set: 2. Only their empty cells were filled.',
    ]);
  });
});

test('a single line fills in the content of an ordinary row', () => {
  const before = grown({}, ordinary(60, 'Paid', ''));
  const made = affiliate([[B, 60, 3]], before);
  expect(counts(made)).toMatchObject({ taken: 0, updated: 1 });
  expect(state(grown(before, made))).toEqual([[B, 60, 3, null, 'Completed']]);
});
