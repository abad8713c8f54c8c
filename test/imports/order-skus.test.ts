/** One order out of several files that name its products by other numbers, or not at all. */
import type { ImportPlan } from '../../src/imports/plan.ts';
import type { Tables } from '../../src/workbook/table.ts';
import { apply, counts, plan } from './support.ts';

const [S1, S2] = ['1730000000000000001', '1730000000000000002'];
const VIDEO = '7590000000000000123';
type Line = readonly [sku: string, amount: number, units?: number];

const affiliate = (lines: readonly Line[], tables: Tables = {}): ImportPlan =>
  plan(
    [
      'Order ID,SKU ID,Payment Amount,Currency,Quantity,Order Status,Content ID,Time Created',
      ...lines.map(([sku, amount, units = 1]) =>
        ['O1', sku, amount, 'USD', units, 'Completed', VIDEO, '03/07/2026 10:00:00'].join(','),
      ),
    ].join('\n'),
    { fileName: 'affiliate_orders.csv', account: 'shop', tables, importId: 'affiliate' },
  );
const shop = (header: string, lines: readonly Line[], tables: Tables = {}): ImportPlan =>
  plan(
    [
      `Order ID,Date,${header}Quantity,Amount,Currency,Status,Platform`,
      ...lines.map(([sku, amount, units = 1]) =>
        [
          'O1',
          '2026-07-03',
          ...(header === '' ? [] : [sku]),
          units,
          amount,
          'USD',
          'Completed',
          'TikTok Shop',
        ].join(','),
      ),
    ].join('\n'),
    { fileName: 'orders.csv', account: 'shop', tables, importId: 'shop' },
  );
const state = ({ orders: table }: Tables): unknown[] =>
  Array.from({ length: table?.rows ?? 0 }, (_, row) =>
    ['sku', 'content', 'amount', 'units'].map((key) => table?.columns[key]?.[row] ?? null),
  );
const grown = (tables: Tables, made: ImportPlan): Tables => apply(tables, made.changes);

describe('the seller’s SKUs after the platform’s', () => {
  const before = grown(
    {},
    affiliate([
      [S1, 20],
      [S2, 40, 2],
    ]),
  );
  const both = [
    [S1, VIDEO, 20, 1],
    [S2, VIDEO, 40, 2],
  ];

  test('are the same rows, whatever their order, and the platform’s names stay', () => {
    const made = shop(
      'Seller SKU,',
      [
        ['LAMP-B', 40, 2],
        ['LAMP-R', 20],
      ],
      before,
    );
    expect(counts(made)).toMatchObject({ taken: 0, updated: 0, unchanged: 2 });
    expect(state(grown(before, made))).toEqual(both);
  });
  test('with other money it is theirs', () => {
    const made = shop(
      'Seller SKU,',
      [
        ['LAMP-B', 42, 2],
        ['LAMP-R', 20],
      ],
      before,
    );
    expect(state(grown(before, made))).toEqual([
      [S1, VIDEO, 20, 1],
      [S2, VIDEO, 42, 2],
    ]);
  });
  test('what only one file has is a row of its own', () => {
    const lines: Line[] = [
      ['LAMP-R', 20],
      ['LAMP-B', 40, 2],
      ['CARD', 5, 3],
    ];
    const after = grown(before, shop('Seller SKU,', lines, before));
    expect(state(after)).toEqual([...both, ['CARD', null, 5, 3]]);
  });
});

test('the platform’s SKUs after the seller’s take their rows, and both files come again unchanged', () => {
  const sold: Line[] = [
    ['LAMP-R', 20],
    ['LAMP-B', 40, 2],
  ];
  const bought: Line[] = [
    [S1, 20],
    [S2, 40, 2],
  ];
  const before = grown({}, shop('Seller SKU,', sold));
  const after = grown(before, affiliate(bought, before));
  expect(state(after)).toEqual([
    [S1, VIDEO, 20, 1],
    [S2, VIDEO, 40, 2],
  ]);
  expect(shop('Seller SKU,', sold, after).changes).toEqual([]);
  expect(affiliate(bought, after).changes).toEqual([]);
});

test('two SKUs of one kind are two products', () => {
  const before = grown({}, shop('Seller SKU,', [['LAMP-R', 20]]));
  expect(state(grown(before, shop('Seller SKU,', [['LAMP-B', 20]], before)))).toEqual([
    ['LAMP-R', null, 20, 1],
    ['LAMP-B', null, 20, 1],
  ]);
});

test('a file that has both goes by the platform’s', () => {
  const before = grown({}, affiliate([[S1, 20]]));
  const made = shop('Seller SKU,SKU ID,', [[`LAMP-R,${S1}`, 20]], before);
  expect(counts(made)).toMatchObject({ taken: 0, unchanged: 1 });
});

test('a file without SKUs is about all rows of the order', () => {
  const before = grown(
    {},
    affiliate([
      [S1, 20],
      [S2, 40, 2],
    ]),
  );
  const made = shop('', [['', 66, 3]], before);
  const after = grown(before, made);
  expect(state(after)).toEqual([
    [S1, VIDEO, 22, 1],
    [S2, VIDEO, 44, 2],
  ]);
  expect(shop('', [['', 66, 3]], after).changes).toEqual([]);
});

test('an order without SKUs is taken apart by lines that name theirs', () => {
  const before = grown({}, shop('', [['', 60, 3]]));
  const after = grown(
    before,
    affiliate(
      [
        [S1, 20],
        [S2, 40, 2],
      ],
      before,
    ),
  );
  expect(state(after)).toEqual([
    [S1, VIDEO, 20, 1],
    [S2, VIDEO, 40, 2],
  ]);
});

describe('TikTok Shop’s own file of orders', () => {
  const own = (lines: readonly string[], tables: Tables = {}): ImportPlan =>
    plan(
      [
        'Order ID,Order Status,Cancelation/Return Type,SKU ID,Seller SKU,Product Name,Quantity,SKU Unit Original Price,SKU Subtotal After Discount,Order Amount,Order Refund Amount,Created Time,Country',
        ...lines,
      ].join('\n'),
      { fileName: 'All order-2026-07-30.csv', account: 'shop', tables },
    );
  const LINES = [
    `O1,Completed,,${S1},LAMP-R,Lamp,1,25,20,65,30,03/07/2026 10:00:00,US`,
    `O1,Completed,,${S2},LAMP-B,Lamp,2,25,40,65,30,13/07/2026 10:00:00,US`,
    'O2,Completed,,,CARD,Card,1,5,5,9,0,13/07/2026 10:00:00,US',
  ];

  test('counts the money of its lines, and what went back of an order once', () => {
    const made = own(LINES);
    const table = apply({}, made.changes).orders;
    expect(state({ orders: table! })).toEqual([
      [S1, null, 20, 1],
      [S2, null, 40, 2],
      ['CARD', null, 5, 1],
    ]);
    expect(table?.columns.refund).toEqual([10, 20, 0]);
    expect(table?.columns.platform).toEqual(['TikTok Shop', 'TikTok Shop', 'TikTok Shop']);
  });
  test('adds nothing to the affiliate orders that are in it', () => {
    const before = grown(
      {},
      affiliate([
        [S1, 20],
        [S2, 40, 2],
      ]),
    );
    expect(counts(own(LINES, before))).toMatchObject({ read: 3, taken: 1, updated: 2 });
  });
});
