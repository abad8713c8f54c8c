import fc from 'fast-check';
import { filterKey, filterOf } from '../../src/review/figures/groups.ts';
import { readExchange } from '../../src/review/money.ts';
import { readPlans } from '../../src/review/plan.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { address, build, day, fact, line, MONDAY, nodeOf, SUNDAY, tableOf } from './support.ts';

const ACCOUNTS = [
  { platform: 'youtube', id: 'a', name: 'Anna’s', market: 'US', currency: 'USD' },
  { platform: 'tiktok', id: 'b', name: 'Bo’s', market: 'TH', currency: 'THB' },
];

describe('plans', () => {
  const plans = readPlans(
    tableOf('targets', [
      { node: 'n', from: day('2026-07-01'), to: day('2026-07-31'), target: 3100 },
      { node: 'n', from: day('2026-08-01'), to: day('2026-08-31'), target: '6,200' },
      { node: 'n', from: day('2026-08-10'), to: day('2026-08-16'), target: 7 },
      { node: 'n', from: day('2026-09-30'), to: day('2026-09-01'), target: 5 },
    ]),
    address,
  );
  const sum = nodeOf({ metric: 'views' });
  const rate = nodeOf({ metric: 'cvr' });

  test('amounts are shared out by days, over the border of two targets', () => {
    expect(plans.planOf(sum, MONDAY, SUNDAY)).toBeCloseTo(5 * 100 + 2 * 200, 9);
  });
  test('rates are those of the last day', () => {
    expect([plans.planOf(rate, MONDAY, SUNDAY), plans.planOf(rate, MONDAY, MONDAY)]).toEqual([6200, 3100]);
  });
  test('of two that hold on a day the lower row counts', () => {
    expect(plans.planOf(sum, day('2026-08-10'), day('2026-08-16'))).toBeCloseTo(7, 9);
    expect(plans.planOf(sum, day('2026-08-09'), day('2026-08-10'))).toBeCloseTo(201, 9);
  });
  test('a day without a target has no plan, nor has another KPI', () => {
    expect(plans.planOf(sum, day('2026-08-30'), day('2026-09-02'))).toBeNull();
    expect(plans.planOf({ ...sum, id: 'other' }, MONDAY, SUNDAY)).toBeNull();
  });
});

describe('money', () => {
  const rates = [
    { date: day('2026-07-01'), currency: 'thb', rate: 0.03 },
    { date: day('2026-07-30'), currency: 'THB', rate: 0.025 },
    { date: day('2026-07-01'), currency: 'IDR', rate: 0 },
  ];

  test('each rate holds from its day on, the first one before, too', () => {
    const exchange = readExchange(tableOf('rates', rates), 'USD', address);
    const on = (iso: string) => exchange.rateOn('THB', day(iso));
    expect([on('2026-01-01'), on('2026-07-29'), on('2026-07-30'), on('2027-01-01')]).toEqual([
      0.03, 0.03, 0.025, 0.025,
    ]);
    expect([exchange.rateOn('USD', MONDAY), exchange.rateOn('', MONDAY)]).toEqual([1, 1]);
    expect(exchange.rateOn('IDR', MONDAY)).toBeNull();
    expect(exchange.issues().map(({ code, found, values }) => [code, found ?? values?.currency])).toEqual([
      ['BAD_NUMBER', '0'],
      ['RATE_MISSING', 'IDR'],
    ]);
  });

  test('a rate without a day holds until the first that has one', () => {
    const undated = { currency: 'EUR', rate: 1.1 };
    const exchange = readExchange(
      tableOf('rates', [...rates, { ...undated, date: MONDAY, rate: 1.2 }, undated]),
      'USD',
      address,
    );
    expect([MONDAY - 500, MONDAY - 1, MONDAY].map((on) => exchange.rateOn('EUR', on))).toEqual([
      1.1, 1.1, 1.2,
    ]);
  });

  test('amounts without a rate are left out and named, other measures of the row stay', () => {
    const built = build({
      accounts: ACCOUNTS,
      tree: [
        { id: 'gmv', metric: 'gmv', unit: 'money' },
        { id: 'v', parent: 'gmv', kind: 'influence', metric: 'views' },
      ],
      performance: [
        fact('1', MONDAY, SUNDAY, { gmv: 100, views: 10 }),
        fact('2', MONDAY, SUNDAY, { gmv: 900, views: 20, platform: 'tiktok', account: 'b' }),
        fact('3', MONDAY, SUNDAY, { gmv: 50, views: 30, currency: 'EUR' }),
      ],
      rates: [{ date: 1, currency: 'EUR', rate: 1.1 }],
    });
    expect(line(built, 'gmv').actual.value).toBeCloseTo(155, 9);
    expect(line(built, 'v').actual.value).toBe(60);
    expect(built.review.notes.map(({ text }) => text)).toContain(
      'No exchange rate from THB to USD on 2026-08-02: amounts in THB are left out. Add it to the sheet “Exchange rates”.',
    );
    expect(built.refresh[1]?.updates).toEqual([]);
  });
});

describe('filters', () => {
  const rows = {
    accounts: ACCOUNTS,
    content: [
      { id: '1', platform: 'youtube', account: 'a', format: 'live' },
      { id: '2', platform: 'youtube', account: 'a', format: 'short_video', market: 'TH' },
      { id: '3', platform: 'tiktok', account: 'b', format: 'live' },
    ],
    performance: [
      fact('1', MONDAY, SUNDAY, { views: 1 }),
      fact('2', MONDAY, SUNDAY, { views: 10 }),
      fact('3', MONDAY, SUNDAY, { views: 100, platform: 'tiktok', account: 'b' }),
    ],
    costs: [
      { date: MONDAY, platform: 'youtube', account: 'a', component: 'ads', amount: 7 },
      { date: SUNDAY, platform: 'tiktok', account: 'b', component: 'staff', amount: 30, currency: 'USD' },
      { date: SUNDAY + 1, account: 'a', component: 'ads', amount: 1000 },
    ],
    orders: [
      { date: MONDAY, platform: 'youtube', account: 'a', market: 'US', amount: 40, units: 2, status: 'paid' },
      {
        date: MONDAY,
        platform: 'youtube',
        account: 'a',
        market: 'US',
        amount: 60,
        units: 1,
        status: 'cancelled',
      },
      {
        date: SUNDAY,
        platform: 'tiktok',
        account: 'b',
        market: 'TH',
        amount: 5,
        currency: 'USD',
        units: 5,
        status: 'refunded',
        refund: 5,
      },
    ],
  };
  const value = (node: Record<string, string>) =>
    line(build({ ...rows, tree: [{ id: 'n', metric: 'views', ...node }] }), 'n').actual.value;

  test.each([
    [{}, 111],
    [{ platform: 'YouTube' }, 11],
    [{ platform: 'tiktok' }, 100],
    [{ account: 'A' }, 11],
    [{ account: 'Bo’s' }, 100],
    [{ format: 'Live' }, 101],
    [{ format: 'live', platform: 'youtube' }, 1],
    [{ market: 'th' }, 110],
    [{ market: 'US' }, 1],
    [{ market: 'TH', format: 'live' }, 100],
    [{ market: 'FR' }, null],
  ])('views of %j', (filter, expected) => expect(value(filter)).toBe(expected));

  test.each([
    [{ metric: 'cost' }, 37],
    [{ metric: 'ad_spend' }, 7],
    [{ metric: 'cost_staff' }, 30],
    [{ metric: 'cost_tools' }, null],
    [{ metric: 'cost', account: 'Anna’s' }, 7],
    [{ metric: 'gmv', source: 'orders' }, 45],
    [{ metric: 'gmv', source: 'orders', market: 'TH' }, 5],
    [{ metric: 'orders', source: 'orders' }, 2],
    [{ metric: 'units', source: 'orders' }, 7],
    [{ metric: 'refund_rate', source: 'orders' }, 5 / 45],
    [{ metric: 'roi', source: 'orders' }, 45 / 37 - 1],
    [{ metric: 'gmv' }, null],
    [{ metric: 'cost', format: 'live' }, null],
    [{ metric: 'nonsense' }, null],
  ])('money of %j', (node, expected) => {
    if (expected === null) expect(value(node)).toBeNull();
    else expect(value(node)).toBeCloseTo(expected, 9);
  });
});

describe('ratios', () => {
  test('take only rows that have both sides, also where a term is in no row at all', () => {
    const tree = [
      { id: 'n', metric: 'views' },
      { id: 'e', parent: 'n', kind: 'influence', metric: 'engagement_rate' },
      { id: 'c', parent: 'n', kind: 'influence', metric: 'completion_rate' },
    ];
    const performance = [
      fact('1', MONDAY, SUNDAY, { views: 100, likes: 5, completed_views: 40 }),
      fact('2', MONDAY, SUNDAY, { views: 900 }),
      fact('3', MONDAY, SUNDAY, { views: 100, likes: 0 }),
    ];
    const built = build({ tree, performance });
    expect([line(built, 'e').actual.value, line(built, 'c').actual.value]).toEqual([5 / 200, 0.4]);
  });

  test('in a period without rows there is no rate, and no count where no file spans it', () => {
    const performance = [fact('1', MONDAY - 7, SUNDAY - 7, { views: 100, likes: 5 })];
    const built = build({ tree: [{ id: 'n', metric: 'like_rate' }], performance });
    expect(line(built, 'n').actual).toEqual({ value: null, days: 0, of: 7, estimated: false });
  });
});

describe('coverage', () => {
  const tree = [
    { id: 'n', metric: 'views' },
    { id: 'y', parent: 'n', kind: 'influence', metric: 'views', platform: 'youtube' },
  ];
  const both = {
    accounts: ACCOUNTS,
    tree,
    performance: [
      fact('1', MONDAY - 7, SUNDAY, { views: 14 }),
      fact('2', MONDAY - 7, MONDAY + 3, { views: 110, platform: 'tiktok', account: 'b' }),
    ],
  };

  test('days count that every account has; what spans the border is shared and marked', () => {
    const built = build(both);
    expect(line(built, 'n').actual).toEqual({
      value: expect.closeTo(7 + 40, 9),
      days: 4,
      of: 7,
      estimated: true,
    });
    expect(line(built, 'y').actual).toMatchObject({ value: 7, days: 7 });
    expect(
      built.review.coverage.map(({ account, days, missing }) => [account, days, missing.length]),
    ).toEqual([
      ['Anna’s', 7, 0],
      ['Bo’s', 4, 3],
    ]);
  });

  test('orders and comments have their day: they are not marked where files reach over the border', () => {
    const built = build({
      ...both,
      tree: [
        { id: 'n', metric: 'gmv', source: 'orders' },
        { id: 's', parent: 'n', kind: 'influence', metric: 'answered_in_time_rate' },
      ],
      orders: [{ id: '1', date: MONDAY, amount: 5 }],
      comments: [{ sentiment: 'negative', posted: MONDAY + 0.5, answered: MONDAY + 0.6 }],
    });
    expect(line(built, 'n').actual).toEqual({ value: 5, days: 7, of: 7, estimated: false });
    expect(line(built, 's').actual).toEqual({ value: 1, days: 7, of: 7, estimated: false });
  });

  test('the import log covers days without a row; an undone import does not', () => {
    const log = { platform: 'tiktok', account: 'b', from: MONDAY + 4, to: SUNDAY };
    expect(line(build({ ...both, imports: [log] }), 'n').actual.days).toBe(7);
    expect(line(build({ ...both, imports: [{ ...log, undone: SUNDAY }] }), 'n').actual.days).toBe(4);
  });

  test('an account that begins within the week leaves days before it; a closed one is not waited for', () => {
    const late = {
      ...both,
      performance: [
        ...both.performance.slice(0, 1),
        fact('2', MONDAY + 2, SUNDAY, { views: 5, platform: 'tiktok', account: 'b' }),
      ],
    };
    expect(line(build(late), 'n').actual).toMatchObject({ value: 12, days: 5 });
    const gone = {
      ...both,
      performance: [
        ...both.performance.slice(0, 1),
        fact('2', MONDAY - 7, SUNDAY - 7, { views: 5, platform: 'tiktok', account: 'b' }),
      ],
    };
    expect(line(build(gone), 'n').actual).toMatchObject({ value: null, days: 0 });
    expect(build(gone).review.headline.sentences[0]?.text).toBe(
      'n cannot be told yet: no day of the week has the files of every account.',
    );
    const accounts = ACCOUNTS.map((account) =>
      account.id === 'b' ? { ...account, state: 'closed' } : account,
    );
    const closed = build({ ...gone, accounts });
    expect(line(closed, 'n').actual).toMatchObject({ value: 7, days: 7 });
    expect(closed.review.coverage.map(({ account }) => account)).toEqual(['Anna’s']);
  });

  test('later files say nothing of the week, but for the one that reaches over its end', () => {
    const snapshot = (to: number, views: number) =>
      fact('1', 0, to, { views, kind: 'cumulative', from: null });
    const week = [snapshot(MONDAY - 3, 100), snapshot(MONDAY + 4, 170)];
    const at = (performance: typeof week) => line(build({ tree, performance }), 'n');
    expect(at(week).actual).toMatchObject({ value: 50, days: 5, estimated: true });
    const filled = at([...week, snapshot(MONDAY + 11, 310)]);
    expect(filled.actual).toMatchObject({ value: 50 + 40, days: 7, estimated: true });
    expect(at([...week, snapshot(MONDAY + 11, 310), snapshot(MONDAY + 18, 999)])).toEqual(filled);
  });
});

test('plan, attainment and status of a week with missing days are those of the covered days', () => {
  const built = build({
    tree: [{ id: 'n', metric: 'views', owner: 'Ana' }],
    targets: [{ node: 'n', from: MONDAY, to: SUNDAY, target: 70 }],
    performance: [fact('1', MONDAY, MONDAY + 3, { views: 38 })],
  });
  expect(line(built, 'n')).toMatchObject({
    actual: { value: 38, days: 4 },
    plan: 40,
    attainment: 0.95,
    status: 'amber',
  });
  expect(built.refresh[0]?.updates).toEqual([{ index: 0, values: { target: 40, actual: 38 } }]);
});

test('words that are no choice of their column are named, and the row falls back or is left out', () => {
  const built = build({
    tree: [
      { id: 'n', metric: 'views', direction: 'sideways', kind: 'Metric', unit: 'eggs', platform: 'Bilibili' },
    ],
    performance: [
      fact('1', MONDAY, SUNDAY, { views: 38, platform: 'Bilibili' }),
      fact('2', MONDAY, SUNDAY, { views: 1000, platform: 'Bilibili', kind: 'monthly' }),
    ],
    content: [{ id: '1', platform: 'Bilibili', account: 'a' }],
  });
  expect(built.issues.map(({ code, at, found }) => [code, at?.cell, found])).toEqual([
    ['BAD_CHOICE', 'M2', 'eggs'],
    ['BAD_CHOICE', 'N2', 'sideways'],
    ['BAD_CHOICE', 'F3', 'monthly'],
  ]);
  expect(built.review.notes.find(({ code }) => code === 'BAD_CHOICE')?.text).toBe(
    'Sheet “KPI tree”, cell M2: “eggs” is not one of count, money, %, seconds, hours, ratio.',
  );
  expect(line(built, 'n').actual.value).toBe(38);
});

test('of a column that cannot be read fifty cells are named, not each of thousands', () => {
  const bad = (count: number, more: RowValues) =>
    build({ performance: Array.from({ length: count }, (_, i) => fact(`${i}`, MONDAY, SUNDAY, more)) })
      .issues;
  expect([bad(49, { views: 'many' }), bad(60, { views: 'many' })].map(({ length }) => length)).toEqual([
    49, 50,
  ]);
  expect(bad(60, { views: 'many', likes: 'few' })).toHaveLength(100);
  expect(bad(60, { from: 'soon' })).toHaveLength(50);
  expect(bad(60, { kind: 'odd' })).toHaveLength(50);
});

test('whatever signs the names of a filter have, its key leads back to it', () => {
  const name = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a\u001fb', '\u001f', '"', '\\'));
  const filters = fc.record({ platform: name, market: name, account: name, format: name });
  fc.assert(fc.property(filters, (filter) => expect(filterOf(filterKey(filter))).toEqual(filter)));
});
