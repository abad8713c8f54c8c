/** Money joined to content: shared costs handed out by hand-made figures, orders credited by attribution model. */
import fc from 'fast-check';
import { renderContent } from '../../src/review/render/content.ts';
import { say } from '../../src/text/index.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { LANGUAGES } from '../../src/workbook/template.ts';
import { shown } from './shown.ts';
import { build, day, fact, line, MONDAY, type Rows, SUNDAY } from './support.ts';

const A = { platform: 'youtube', id: 'a', name: 'Ann', market: 'US', currency: 'USD' };
const B = { platform: 'youtube', id: 'b', name: 'Bo', market: 'TH', currency: 'USD' };
const C = { platform: 'instagram', id: 'c', name: 'Cy', market: 'US', currency: 'USD' };
const item = (account: typeof A, id: string): RowValues => ({
  id,
  title: id,
  platform: account.platform,
  account: account.id,
  format: 'short_video',
  published: MONDAY,
});
const content = [item(A, 'x'), item(A, 'y'), item(B, 'z'), item(C, 'p'), item(C, 'q')];
const performance = [
  fact('x', MONDAY, SUNDAY, { gmv: 300, views: 100 }),
  fact('y', MONDAY, SUNDAY, { gmv: 100, views: 300 }),
  fact('z', MONDAY, SUNDAY, { gmv: 100, views: 100, account: 'b' }),
];
const cost = (amount: number, more: RowValues): RowValues => ({
  date: MONDAY,
  component: 'tools',
  currency: 'USD',
  amount,
  ...more,
});

type Built = ReturnType<typeof build>;
/** What the jobs write into a sheet, by id. */
function written({ refresh }: Built, sheet: string, rows: readonly RowValues[]): Map<unknown, RowValues> {
  const change = refresh.find((each) => each.sheet === sheet);
  return new Map(change?.updates.map(({ index, values }) => [rows[index]?.id, values]));
}
function moneyOf(rows: Rows, sheet: 'content' | 'accounts', column: string): Record<string, unknown> {
  const all = { accounts: [A, B, C], content, performance, ...rows };
  const found = written(build(all), sheet, all[sheet]);
  return Object.fromEntries([...found].map(([id, values]) => [String(id), values[column] ?? null]));
}

describe('shared costs', () => {
  const costs = [
    cost(500, { allocation: 'gmv', market: '' }),
    cost(40, { allocation: 'views', platform: 'youtube', account: 'a' }),
    cost(90, { allocation: 'content', platform: 'youtube' }),
    cost(7, { allocation: 'fixed', platform: 'youtube', account: 'a' }),
    cost(1000, { allocation: 'fixed' }),
    cost(10, { content: 'x' }),
  ];

  test('accounts bear their part: 500 by GMV is 400 and 100, 90 by items is 60 and 30', () => {
    expect(moneyOf({ costs }, 'accounts', 'cost')).toMatchObject({ a: 400 + 40 + 60 + 7 + 10, b: 100 + 30 });
  });
  test('content bears its part of the account’s, by the rule of the row', () => {
    const { x, y, z } = moneyOf({ costs }, 'content', 'cost');
    expect(x).toBeCloseTo(300 + 10 + 30 + 10, 9);
    expect(y).toBeCloseTo(100 + 30 + 30, 9);
    expect(z).toBeCloseTo(100 + 30, 9);
  });
  test('a row without a rule is shared by GMV; one that is not to be shared stays where it is booked', () => {
    expect(moneyOf({ costs: [cost(500, {})] }, 'accounts', 'cost')).toMatchObject({ a: 400, b: 100 });
    expect(moneyOf({ costs: costs.slice(3, 5) }, 'accounts', 'cost')).toEqual(
      expect.objectContaining({ a: 7 }),
    );
    expect(moneyOf({ costs: costs.slice(3, 5) }, 'content', 'cost').x).toBeNull();
  });
  test('the month of the cost decides, and a month without figures takes those to date', () => {
    const june = [
      fact('x', day('2026-06-01'), day('2026-06-30'), { gmv: 10, views: 1 }),
      fact('y', day('2026-06-01'), day('2026-06-30'), { gmv: 30, views: 1 }),
    ];
    const in_june = [cost(8, { date: day('2026-06-15'), platform: 'youtube', account: 'a' })];
    const of = (costs: RowValues[]) =>
      moneyOf({ costs, performance: [...performance, ...june] }, 'content', 'cost');
    expect(of(in_june)).toMatchObject({ x: 2, y: 6 });
    // To date x has 310 of 440, y 130.
    const none = of([cost(44, { date: day('2026-03-15'), platform: 'youtube', account: 'a' })]);
    expect(none.x).toBeCloseTo(31, 9);
    expect(none.y).toBeCloseTo(13, 9);
  });
  test('a cost of several days is borne by its days: a quarter of 20 July – 16 August lies in the week', () => {
    const spans = [
      cost(280, {
        from: MONDAY - 7,
        date: SUNDAY + 14,
        platform: 'youtube',
        account: 'a',
        component: 'ads',
        allocation: 'fixed',
      }),
    ];
    const tree = [
      { id: 'cost', metric: 'cost', unit: 'money' },
      { id: 'ads', parent: 'cost', kind: 'influence', metric: 'ad_spend', unit: 'money' },
    ];
    const all = { accounts: [A, B, C], content, performance, tree, costs: spans };
    const of = (monday: number) => line(build(all, { monday, today: SUNDAY + 20 }), 'ads').actual.value;
    expect([-14, -7, 0, 7, 14, 21].map((days) => of(MONDAY + days))).toEqual([null, 70, 70, 70, 70, null]);
    expect(line(build(all), 'cost').actual.value).toBe(70);
    const { review } = build(all);
    expect(review.content.accounts.find(({ account }) => account === 'Ann')?.cost).toBe(70);
    expect(moneyOf({ costs: spans }, 'accounts', 'cost').a).toBeCloseTo(140, 9);
    const first = { ...spans[0]!, date: SUNDAY, from: SUNDAY + 20 };
    expect(moneyOf({ costs: [first] }, 'accounts', 'cost').a).toBe(280);
  });
  test('what is dated after the reviewed week is no part of the cost and GMV to date', () => {
    const own = { platform: 'youtube', account: 'a' };
    const later = [
      cost(10, own),
      cost(30, { ...own, date: SUNDAY }),
      cost(500, { ...own, date: SUNDAY + 1 }),
    ];
    expect(moneyOf({ costs: later }, 'accounts', 'cost').a).toBe(40);
    const order = { id: 'o', platform: 'instagram', account: 'c', currency: 'USD', units: 1, amount: 20 };
    const orders = [
      { ...order, date: SUNDAY },
      { ...order, id: 'p', date: SUNDAY + 1 },
    ];
    expect(moneyOf({ orders }, 'accounts', 'gmv').c).toBe(20);
  });
  test('each month of a cost of several days is shared by that month’s figures', () => {
    const june = [fact('z', day('2026-06-01'), day('2026-06-30'), { gmv: 10, views: 1, account: 'b' })];
    // 60 days of 1 each: 30 of June go to b alone, 30 of July by 400 and 100.
    const costs = [cost(60, { from: day('2026-06-01'), date: day('2026-07-30'), platform: 'youtube' })];
    const borne = moneyOf({ costs, performance: [...performance, ...june] }, 'accounts', 'cost');
    expect(borne.a).toBeCloseTo(24, 9);
    expect(borne.b).toBeCloseTo(36, 9);
  });
  test('what is handed out adds up to what was booked', () => {
    const amount = fc.integer({ min: 1, max: 1e6 });
    const rule = fc.constantFrom('gmv', 'views', 'content', null);
    const scope = fc.constantFrom<RowValues>(
      {},
      { platform: 'youtube' },
      { platform: 'youtube', account: 'a' },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, rule, scope), { minLength: 1, maxLength: 6 }), (rows) => {
        const booked = rows.map(([money, allocation, where]) => cost(money, { allocation, ...where }));
        const total = rows.reduce((sum, [money]) => sum + money, 0);
        for (const sheet of ['accounts', 'content'] as const) {
          const parts = Object.values(moneyOf({ costs: booked, accounts: [A, B] }, sheet, 'cost'));
          const sum = parts.reduce<number>((all, part) => all + Number(part ?? 0), 0);
          expect(Math.abs(sum - total) / total).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 60, seed: 20261126 },
    );
  });
});

describe('when content has paid back', () => {
  const month = fact('x', MONDAY - 7, SUNDAY, { gmv: 140 });
  const week = fact('x', MONDAY - 7, MONDAY - 1, { gmv: 70 });
  const paidBack = (spent: number, ...facts: RowValues[]) => {
    const costs = [cost(spent, { content: 'x', date: MONDAY - 7 })];
    return moneyOf({ performance: facts, costs }, 'content', 'paid_back').x;
  };

  test('is the end of the first file that brings its GMV up to its cost', () => {
    expect([paidBack(60, week), paidBack(100, week), paidBack(100, month)]).toEqual([
      MONDAY - 1,
      null,
      SUNDAY,
    ]);
  });
  test('takes what a longer file has beyond a shorter one within it as come by its end, never before', () => {
    const both = [month, week];
    expect([60, 100, 140, 141].map((spent) => paidBack(spent, ...both))).toEqual([
      ...[MONDAY - 1, SUNDAY, SUNDAY, null],
    ]);
  });
});

describe('orders', () => {
  const order = (amount: number, more: RowValues): RowValues => ({
    date: MONDAY,
    platform: 'instagram',
    account: 'c',
    currency: 'USD',
    amount,
    ...more,
  });
  const orders = [
    order(100, { content: 'p > q' }),
    order(30, { utm_content: 'q' }),
    order(50, { content: 'p', utm_content: 'q' }),
    order(20, { content: 'somebody else’s' }),
  ];
  const byModel = (model: string, rows = orders) =>
    moneyOf({ orders: rows, settings: [{ key: 'attribution', value: model }] }, 'content', 'gmv');

  test.each([
    ['last', { p: 50, q: 130 }],
    ['first', { p: 150, q: 30 }],
    ['linear', { p: 100, q: 80 }],
    ['position', { p: 100, q: 80 }],
    ['nonsense', { p: 50, q: 130 }],
  ])('the platform’s content id comes before the link’s; %s', (model, gmv) => {
    expect(byModel(model)).toMatchObject(gmv);
  });
  test('a content id that nobody knows gives way to the link’s', () => {
    expect(byModel('last', [order(10, { content: 'unknown', utm_content: 'q' })])).toMatchObject({ q: 10 });
  });
  test('what was refunded is taken off: the amount, or all of a refunded order', () => {
    const refunded = [
      order(100, { content: 'p', refund: 30, status: 'paid' }),
      order(50, { content: 'q', status: 'refunded' }),
      order(20, { content: 'q', status: 'completed' }),
    ];
    expect(byModel('last', refunded)).toMatchObject({ p: 70, q: 20 });
  });
  test('three lines of one order are one order', () => {
    const lines = ['S1', 'S2', 'S3'].map((sku) => order(10, { id: 'A1', sku }));
    const tree = [{ id: 'n', metric: 'orders', source: 'orders' }];
    const all = [...lines, order(5, { id: 'A2' }), order(5, {}), order(5, {})];
    const built = build({ accounts: [A, B, C], content, performance, orders: all, tree });
    expect(line(built, 'n').actual.value).toBe(4);
  });
  test('by position the first and the last of a path have 40 % each', () => {
    expect(byModel('position', [order(100, { content: 'p > q > x > p' })])).toMatchObject({ p: 80, q: 10 });
  });
  test.each(LANGUAGES)('what leads to no content is a line of its own (%s)', (language) => {
    const { review } = build({ accounts: [A, B, C], content, performance, orders }, { language });
    expect(review.content.orders).toEqual({ gmv: 200, untraced: 20 });
    expect(review.content.accounts.find(({ account }) => account === 'Cy')?.gmv).toBe(200);
  });
  test.each(LANGUAGES)(
    'a goal that counts what platforms report says so beside the orders (%s)',
    (language) => {
      const said = (goal: object) => {
        const tree = [{ id: 'root', unit: 'money', name: 'GMV', ...goal }] as RowValues[];
        const { review } = build({ accounts: [A, B, C], content, performance, orders, tree }, { language });
        return shown(renderContent, review).values.flat();
      };
      const sentence = say(language, 'CONTENT_REPORTED');
      expect(said({ metric: 'gmv' })).toContain(sentence);
      expect(said({ metric: 'gmv', source: 'orders' })).not.toContain(sentence);
      expect(said({ metric: 'orders' })).not.toContain(sentence);
    },
  );
  test('where the files measure GMV, orders are not added to it', () => {
    const own = [{ ...order(999, { content: 'x' }), platform: 'youtube', account: 'a' }];
    expect(moneyOf({ orders: own }, 'content', 'gmv').x).toBe(300);
  });
});
