/** Money that files say of whole orders: totals, discounts and refunds. */
import type { ImportPlan } from '../../src/imports/plan.ts';
import { issueSentence } from '../../src/text/issue.ts';
import { apply, change, plan } from './support.ts';

const lines = (made: ImportPlan): unknown[] =>
  change(made, 'orders').appends.map(({ id, sku, amount, refund }) => [id, sku, amount, refund]);
const said = (made: ImportPlan, language: 'en' | 'zh-CN' = 'en'): string[] =>
  made.result.warnings.map((issue) => issueSentence(language, issue));

describe('an amount that every line of an order repeats', () => {
  const ROWS = ['A1,2026-07-01,S1,1,USD,90', 'A1,2026-07-01,S2,2,USD,90', 'A2,2026-07-01,S1,1,USD,30'];
  const file = (header: string, rows: readonly string[] = ROWS): ImportPlan =>
    plan([`Order ID,Date,SKU,Quantity,Currency,${header}`, ...rows].join('\n'), { fileName: 'orders.csv' });

  test.each(['Order Amount', 'Order Total', '订单金额', 'Total', 'Order Total (USD)'])(
    'under “%s” is the order’s, and counts once, by units',
    (header) => {
      const made = file(header);
      expect(lines(made)).toEqual([
        ['A1', 'S1', 30, undefined],
        ['A1', 'S2', 60, undefined],
        ['A2', 'S1', 30, undefined],
      ]);
      expect(said(made)).toEqual([
        `The amount under “${header}” is that of the whole order, and stands on each of its lines. It was counted once and shared among them. Orders: 1, first A1.`,
      ]);
      expect(said(made, 'zh-CN')).toEqual([
        `“${header}”是整个订单的金额，在订单的每一行重复出现，已只计一次并分摊到各行。共 1 个订单，首个为 A1。`,
      ]);
    },
  );

  test.each(['Amount', '实付金额'])(
    'under “%s”, which does not say, is each line’s, and is told',
    (header) => {
      const made = file(header);
      expect(lines(made).map((line) => (line as unknown[])[2])).toEqual([90, 90, 30]);
      expect(said(made)).toEqual([
        `All lines of an order have the same amount under “${header}”. Each was counted. Orders: 1, first A1. If it is the amount of the whole order, please name the column “Order Total” and import the file again.`,
      ]);
      expect(said(made, 'zh-CN')).toEqual([
        `同一订单各行的“${header}”都相同，每行都已计入。共 1 个订单，首个为 A1。如果它是整个订单的金额，请把该列改名为“Order Total”后重新导入文件。`,
      ]);
    },
  );

  test.each(['Amount', 'Total'])('under “%s” says nothing beside an order whose lines differ', (header) => {
    const made = file(header, [...ROWS, 'A3,2026-07-01,S1,1,USD,10', 'A3,2026-07-01,S2,1,USD,20']);
    expect(lines(made).map((line) => (line as unknown[])[2])).toEqual([90, 90, 30, 10, 20]);
    expect(said(made)).toEqual([]);
  });

  test('lines that differ are lines, whatever the header', () => {
    const made = file('Order Amount', ['A1,2026-07-01,S1,1,USD,10', 'A1,2026-07-01,S2,1,USD,20']);
    expect(lines(made).map((line) => (line as unknown[])[2])).toEqual([10, 20]);
    expect(said(made)).toEqual([]);
  });

  test('is shared to the last cent, with the refund that is repeated as well', () => {
    const text = ['S1', 'S2', 'S3'].map((sku) => `A1,2026-07-01,${sku},USD,100,50`);
    const made = plan(['Order ID,Date,SKU,Currency,Order Total,Refund Amount', ...text].join('\n'), {
      fileName: 'orders.csv',
    });
    const sum = (place: number) =>
      lines(made).reduce<number>((total, line) => total + Number((line as unknown[])[place]), 0);
    expect([sum(2), sum(3)]).toEqual([100, 50]);
  });

  test('is not taken by a line that was cancelled', () => {
    const made = plan(
      'Order ID,Date,SKU,Currency,Order Total,Status\nA1,2026-07-01,S1,USD,100,Cancelled\nA1,2026-07-01,S2,USD,100,Paid\n',
      { fileName: 'orders.csv' },
    );
    expect(lines(made)).toEqual([
      ['A1', 'S1', 0, undefined],
      ['A1', 'S2', 100, undefined],
    ]);
  });
});

describe('Shopify', () => {
  const HEADERS =
    'Name,Financial Status,Currency,Subtotal,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount,Refunded Amount';
  const DAY = '2026-07-01 10:00:00 -0400';
  type Line = readonly [sku: string, units: number, price: number, lineDiscount?: number];
  const order = (
    [subtotal, discount, refund = 0, status = 'paid']: readonly [
      string | number,
      string | number,
      number?,
      string?,
    ],
    ...items: readonly Line[]
  ): ImportPlan => {
    const text = items.map(([sku, units, price, less = 0], place) => {
      const own = place === 0 ? [status, 'USD', subtotal, discount] : ['', '', '', ''];
      return ['#1', ...own, DAY, units, sku, price, sku, less, place === 0 ? refund : ''].join(',');
    });
    return plan([HEADERS, ...text].join('\n'), { fileName: 'orders_export.csv' });
  };
  const amounts = (made: ImportPlan): unknown[] => lines(made).map((line) => (line as unknown[])[2]);

  test('the discount of an order is shared by its lines: 2 × 50 less 20 is 80', () => {
    expect(amounts(order([80, 20], ['A', 2, 50]))).toEqual([80]);
    expect(amounts(order([80, 20], ['A', 1, 75], ['B', 1, 25]))).toEqual([60, 20]);
  });
  test('without a subtotal the discount is taken off', () => {
    expect(amounts(order(['', 20], ['A', 2, 50]))).toEqual([80]);
  });
  test('discounts of lines that the order’s holds, too, are taken off once', () => {
    expect(amounts(order([80, 20], ['A', 1, 75, 15], ['B', 1, 25, 5]))).toEqual([60, 20]);
    expect(amounts(order([70, 30], ['A', 1, 75, 15], ['B', 1, 25, 5]))).toEqual([52.5, 17.5]);
  });
  test('a discount on shipping is none of the lines', () => {
    const made = order([100, 5], ['A', 2, 50]);
    expect(amounts(made)).toEqual([100]);
    expect(said(made)).toEqual([]);
  });
  test('a subtotal that nothing explains is told', () => {
    const made = order([300, 20], ['A', 2, 50]);
    expect(amounts(made)).toEqual([100]);
    expect(said(made)).toEqual([
      'Orders whose lines, less their discount, do not add up to their subtotal: 1, first #1. The amounts of the lines were taken.',
    ]);
    expect(said(made, 'zh-CN')).toEqual([
      '有 1 个订单的各行金额减去折扣后与小计不符，首个为 #1。已采用各行的金额。',
    ]);
  });
  test('what went back of an order is shared by its lines, without the shipping', () => {
    expect(lines(order([100, 0, 109, 'refunded'], ['A', 1, 75], ['B', 1, 25]))).toEqual([
      ['#1', 'A', 75, 75],
      ['#1', 'B', 25, 25],
    ]);
    expect(lines(order([100, 0, 40, 'partially_refunded'], ['A', 1, 75], ['B', 1, 25]))).toEqual([
      ['#1', 'A', 75, 30],
      ['#1', 'B', 25, 10],
    ]);
    const [made] = [order([100, 0, 0, 'refunded'], ['A', 1, 75], ['B', 1, 25])];
    expect(lines(made).map((line) => (line as unknown[])[3])).toEqual([75, 25]);
    expect(apply({}, made.changes).orders?.rows).toBe(2);
  });
});
