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
