/** Money of costs, orders and snapshots in the reporting currency. */
import type { RowValues } from '../../src/workbook/table.ts';
import { build, line, MONDAY, SUNDAY } from './support.ts';

const ACCOUNTS = [
  { platform: 'youtube', id: 'a', name: 'Ann', market: 'US', currency: 'THB' },
  { platform: 'youtube', id: 'b', name: 'Bo', market: 'US' },
];
const RATES = [{ date: MONDAY - 100, currency: 'THB', rate: 0.03 }];
const TREE = [
  { id: 'gmv', metric: 'gmv', source: 'orders', unit: 'money' },
  { id: 'refunds', parent: 'gmv', kind: 'influence', metric: 'refunds', source: 'orders', unit: 'money' },
  { id: 'cost', parent: 'gmv', kind: 'influence', metric: 'cost', unit: 'money' },
];
const actual = (rows: Readonly<Record<string, readonly RowValues[]>>, id: string): number | null =>
  line(build({ accounts: ACCOUNTS, rates: RATES, tree: TREE, ...rows }), id).actual.value;

describe('a cost or order without a currency', () => {
  const row = { date: MONDAY, platform: 'youtube', amount: 1000 };
  const content = [{ id: 'x', platform: 'youtube', account: 'a' }];

  test.each([
    ['has that of its account', { account: 'a' }, 30],
    ['has that of its content’s account', { content: 'x' }, 30],
    ['keeps its own where it names one', { account: 'a', currency: 'USD' }, 1000],
    ['is in the reporting currency where its account has none', { account: 'b' }, 1000],
    ['is in the reporting currency where it has no account', {}, 1000],
  ])('%s', (_, more, worth) => {
    expect(actual({ content, orders: [{ ...row, ...more }] }, 'gmv')).toBeCloseTo(worth, 9);
    expect(actual({ content, costs: [{ ...row, ...more }] }, 'cost')).toBeCloseTo(worth, 9);
  });
});

describe('money of totals to date', () => {
  const total = (day: number, gmv: number, more: RowValues = {}): RowValues => ({
    content: 'x',
    platform: 'youtube',
    account: 'c',
    kind: 'cumulative',
    to: day,
    gmv,
    ...more,
  });
  const rates = [
    { date: MONDAY - 30, currency: 'CNY', rate: 7 },
    { date: MONDAY, currency: 'CNY', rate: 7.2 },
    { date: MONDAY - 30, currency: 'EUR', rate: 8 },
  ];
  const grown = (currency: string, ...performance: RowValues[]) =>
    actual(
      {
        accounts: [{ platform: 'youtube', id: 'c', currency }],
        performance,
        rates,
        tree: [{ id: 'gmv', metric: 'gmv', unit: 'money' }],
      },
      'gmv',
    );

  test('is what came between them at the rate of the later day: of 1000 → 1010 it is 72', () => {
    expect(grown('CNY', total(MONDAY - 1, 1000), total(SUNDAY, 1010))).toBeCloseTo(72, 9);
    const own = { currency: 'CNY' };
    expect(grown('USD', total(MONDAY - 1, 1000, own), total(SUNDAY, 1010, own))).toBeCloseTo(72, 9);
  });
  test('falls where it fell, and not where only the rate did', () => {
    expect(grown('CNY', total(MONDAY - 1, 1010), total(SUNDAY, 1000))).toBeCloseTo(-72, 9);
  });
  test('in two currencies is the difference of what each was worth', () => {
    const [before, after] = [total(MONDAY - 1, 10, { currency: 'EUR' }), total(SUNDAY, 100)];
    expect(grown('CNY', before, after)).toBeCloseTo(640, 9);
  });
  test('in the reporting currency is the plain difference', () => {
    expect(grown('USD', total(MONDAY - 1, 1000), total(SUNDAY, 1010))).toBe(10);
  });
});

describe('what went back of an order', () => {
  const order = (sku: string, amount: number, more: RowValues): RowValues => ({
    ...{ id: 'O1', date: MONDAY, platform: 'youtube', currency: 'USD', sku, amount },
    ...more,
  });
  const refunded = (...orders: RowValues[]): number | null => actual({ orders }, 'refunds');

  test('is what one of its lines names for all of them', () => {
    const lines = [
      order('a', 20, { status: 'refunded', refund: 50 }),
      order('b', 30, { status: 'refunded' }),
      order('c', 0, { status: 'refunded', refund: 0 }),
    ];
    expect(refunded(...lines)).toBe(50);
    expect(refunded(...[...lines].reverse())).toBe(50);
  });
  test('is all of it where no line names a sum', () => {
    expect(
      refunded(order('a', 20, { status: 'refunded' }), order('b', 30, { status: 'refunded', refund: 0 })),
    ).toBe(50);
  });
  test('is a line as a whole beside a small sum of another one, and not beside one that holds both', () => {
    const whole = order('b', 30, { status: 'refunded' });
    expect(refunded(order('a', 20, { status: 'paid', refund: 5 }), whole)).toBe(35);
    expect(refunded(order('a', 20, { status: 'paid', refund: 30 }), whole)).toBe(30);
  });
  test('is that of one order of one platform, and nothing of a cancelled line', () => {
    const one = order('a', 20, { status: 'refunded', refund: 20 });
    expect(refunded(one, order('a', 7, { id: 'O2', status: 'refunded' }))).toBe(27);
    expect(refunded(one, order('a', 7, { platform: 'tiktok', status: 'refunded' }))).toBe(27);
    expect(refunded(order('b', 7, { status: 'refunded' }), { ...one, status: 'cancelled' })).toBe(7);
  });
});

describe('a content id that two platforms have', () => {
  const accounts = [
    { platform: 'youtube', id: 'a', name: 'Ann', market: 'US', currency: 'USD' },
    { platform: 'tiktok', id: 'b', name: 'Bo', market: 'TH', currency: 'USD' },
  ];
  const content = [
    { id: '7', title: '7', platform: 'youtube', account: 'a', published: MONDAY },
    { id: '7', title: '7', platform: 'tiktok', account: 'b', published: MONDAY },
    { id: '8', title: '8', platform: 'tiktok', account: 'b', published: MONDAY },
  ];
  const money = (rows: Readonly<Record<string, readonly RowValues[]>>, column: string): unknown[] => {
    const { refresh } = build({ accounts, content, ...rows });
    const updates = refresh.find(({ sheet }) => sheet === 'content')?.updates ?? [];
    return content.map((_, at) => updates.find(({ index }) => index === at)?.values[column] ?? null);
  };
  const row = { date: MONDAY, currency: 'USD', amount: 30, content: '7' };

  test.each([
    ['youtube', [30, null, null]],
    ['tiktok', [null, 30, null]],
    ['', [null, null, null]],
  ])('belongs to the one of the row’s platform (%s)', (platform, expected) => {
    expect(money({ costs: [{ ...row, platform, component: 'ads' }] }, 'cost')).toEqual(expected);
    expect(money({ orders: [{ ...row, platform }] }, 'gmv')).toEqual(expected);
  });
  test('one that only another platform has is still found', () => {
    expect(
      money({ costs: [{ ...row, content: '8', platform: 'tiktok_shop', component: 'ads' }] }, 'cost'),
    ).toEqual([null, null, 30]);
    expect(money({ orders: [{ ...row, content: '8', platform: 'tiktok_shop' }] }, 'gmv')).toEqual([
      null,
      null,
      30,
    ]);
  });
  test('counts on the account that the row names, and on its content', () => {
    const costs = [{ ...row, content: '8', platform: 'youtube', account: 'a', component: 'ads' }];
    const { refresh } = build({ accounts, content, costs });
    const borne = refresh.find(({ sheet }) => sheet === 'accounts')?.updates;
    expect(borne?.map(({ index, values }) => [index, values.cost])).toEqual([[0, 30]]);
    expect(money({ costs }, 'cost')).toEqual([null, null, 30]);
  });
});
