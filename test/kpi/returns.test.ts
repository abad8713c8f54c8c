import fc from 'fast-check';
import { isFault } from '../../src/kpi/fault.ts';
import {
  type GroupReturn,
  type MoneyColumns,
  type Returns,
  returnsBy,
  type SharedCosts,
} from '../../src/kpi/returns.ts';
import { anyCell, expectFinite, expectNear } from './cells.ts';

const columns = (rows: readonly (readonly [string, number, number, number])[]): MoneyColumns => ({
  groups: rows.map(([group]) => group),
  days: rows.map(([, day]) => day),
  revenues: rows.map(([, , revenue]) => revenue),
  costs: rows.map(([, , , cost]) => cost),
});
const groupsOf = (result: Returns | { fault: string }): readonly GroupReturn[] => {
  if (isFault(result)) throw new Error(result.fault);
  return (result as Returns).groups;
};

test('sums first, then the quotients: ROI, ROAS, break-even and payback day by group', () => {
  const rows = {
    ...columns([
      ['a', 1, 10, 30],
      ['b', 1, 5, 5],
      ['a', 2, 20, 0],
      ['a', 3, 70, 20],
    ]),
    adSpends: [20, '', '', 5],
  };
  expect(returnsBy(rows)).toEqual({
    groups: [
      {
        ...{ group: 'a', revenue: 100, cost: 50, adSpend: 25 },
        ...{ roi: 1, roas: 4, breakEvenRoas: 1, breakEvenRevenue: 50, paybackDay: 2 },
      },
      {
        ...{ group: 'b', revenue: 5, cost: 5, adSpend: null },
        ...{ roi: 0, roas: null, breakEvenRoas: 1, breakEvenRevenue: 5, paybackDay: 1 },
      },
    ],
    unallocated: 0,
  });
  const [a] = groupsOf(returnsBy(rows, undefined, 0.4));
  expect(a).toMatchObject({
    roi: -0.2,
    roas: 4,
    breakEvenRoas: 2.5,
    breakEvenRevenue: 125,
    paybackDay: null,
  });
});

test('a margin by row: the group has the margin of its sums', () => {
  const rows = columns([
    ['a', 1, 100, 40],
    ['a', 2, 300, 0],
  ]);
  const [a] = groupsOf(returnsBy(rows, undefined, [0.5, 0.1]));
  // 80 of 400 are left: 20 %, and not the mean of 50 and 10 %.
  expect(a).toMatchObject({ roi: 1, breakEvenRoas: 5, breakEvenRevenue: 200, paybackDay: 1 });
  expect(groupsOf(returnsBy(rows, undefined, [0.5, '']))[0]).toMatchObject({
    ...{ revenue: 400, roi: null, breakEvenRoas: null, paybackDay: null },
  });
});

test('not measured is null, never 0', () => {
  const rows = { groups: ['a', 'b'], days: [1, 1], revenues: ['', 10], costs: [5, ''] };
  expect(groupsOf(returnsBy(rows))).toMatchObject([
    { revenue: null, cost: 5, roi: null, breakEvenRevenue: 5, paybackDay: null },
    { revenue: 10, cost: null, roi: null, breakEvenRevenue: null, paybackDay: null },
  ]);
});

test('money without a day has no payback day, since it may be of any', () => {
  const rows = { groups: ['a', 'a'], days: [1, ''], revenues: [10, ''], costs: [5, 50] };
  expect(groupsOf(returnsBy(rows))[0]).toMatchObject({ cost: 55, paybackDay: null });
});

const TWO: MoneyColumns = {
  groups: ['a', 'b', 'b'],
  days: [1, 1, 2],
  revenues: [300, 50, 50],
  costs: [10, 10, ''],
  views: [100, 200, 100],
  contents: ['v1', 'v2', 'v3'],
};

test.each([
  ['gmv', [85, 35], [1, 1]],
  ['views', [35, 85], [1, 2]],
  ['content', [10 + 100 / 3, 10 + 200 / 3], [1, 2]],
  ['fixed', [60, 30], [1, 1]],
] as const)('shared costs by %s', (rule, costs, paybackDays) => {
  const shares = new Map([
    ['a', 0.5],
    ['b', 0.2],
  ]);
  const result = returnsBy(TWO, {
    days: [1],
    costs: [100],
    adSpends: [50],
    rules: [rule],
    shares,
  }) as Returns;
  expect(result.groups.map(({ cost }) => cost)).toEqual(costs.map((cost) => expect.closeTo(cost, 9)));
  expect(result.groups.map(({ paybackDay }) => paybackDay)).toEqual(paybackDays);
  expect(result.unallocated).toBeCloseTo(rule === 'fixed' ? 30 : 0, 9);
  const [a] = result.groups;
  expect(a?.adSpend).toBeCloseTo(((a?.cost as number) - 10) / 2, 9);
  expect(a?.roi).toBeCloseTo(300 / (a?.cost as number) - 1, 9);
});

test('each shared cost has its own rule and its own day', () => {
  const shared: SharedCosts = { days: [1, 9], costs: [40, 60], rules: ['gmv', 'views'] };
  const [a, b] = groupsOf(returnsBy(TWO, shared));
  expect([a?.cost, b?.cost]).toEqual([10 + 30 + 15, 10 + 10 + 45]);
  const late = groupsOf(
    returnsBy({ ...TWO, revenues: [30, 0, 50] }, { days: [1], costs: [30], rules: ['views'] }),
  );
  expect(late.map(({ paybackDay }) => paybackDay)).toEqual([1, 2]);
});

test('a fixed share of a group without rows is its cost; without shares all is left over', () => {
  const shared: SharedCosts = { days: [1], costs: [100], rules: ['fixed'] };
  const given = returnsBy(TWO, { ...shared, shares: new Map([['new', 0.25]]) }) as Returns;
  expect(given.groups[2]).toMatchObject({ group: 'new', revenue: null, cost: 25, roi: null });
  expect(given.unallocated).toBe(75);
  expect(returnsBy(TWO, shared)).toMatchObject({ groups: [{ cost: 10 }, { cost: 10 }], unallocated: 100 });
  const nobody = { groups: [], days: [], revenues: [], costs: [] };
  expect(returnsBy(nobody, { ...shared, rules: ['gmv'] })).toEqual({ groups: [], unallocated: 100 });
});

test('faults', () => {
  const one = { groups: ['a'], days: [1], revenues: [1], costs: [1] };
  expect(returnsBy({ ...one, costs: [] })).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  expect(returnsBy({ ...one, views: [] })).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  expect(returnsBy(one, undefined, [1, 1])).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  expect(returnsBy({ ...one, days: ['soon'] })).toEqual({ fault: 'NOT_A_DATE' });
  expect(returnsBy({ ...one, revenues: ['x'] })).toEqual({ fault: 'NOT_A_NUMBER' });
  expect(returnsBy(one, undefined, 30)).toEqual({ fault: 'MARGIN_NOT_FRACTION' });
  expect(returnsBy(one, { days: [1], costs: [1], rules: [] })).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  expect(returnsBy(one, { days: [1], costs: ['x'], rules: ['gmv'] })).toEqual({ fault: 'NOT_A_NUMBER' });
  expect(returnsBy(one, { days: ['x'], costs: [1], rules: ['gmv'] })).toEqual({ fault: 'NOT_A_DATE' });
  expect(returnsBy(one, { days: [1], costs: [1], rules: ['luck' as 'gmv'] })).toEqual({
    fault: 'UNKNOWN_METHOD',
  });
  const shares = new Map([['a', 1.2]]);
  expect(returnsBy(one, { days: [1], costs: [1], rules: ['fixed'], shares })).toEqual({
    fault: 'SHARES_ABOVE_ONE',
  });
  expect(
    returnsBy({ ...one, groups: ['a', 'a'], days: [1, 1], revenues: [1e308, 1e308], costs: [1, 1] }),
  ).toEqual({
    fault: 'TOO_LARGE',
  });
  expect(groupsOf(returnsBy({ ...one, costs: [-1] }))[0]?.roi).toEqual({ fault: 'NOT_NEGATIVE' });
});

test('every column is as long as the others, and what is wrong in any is told', () => {
  const full = {
    ...{ groups: ['a', 'b'], days: [1, 2], revenues: [10, 20], costs: [3, 4] },
    ...{ adSpends: [1, 2], views: [5, 6], contents: ['x', 'y'] },
  };
  for (const key of ['days', 'revenues', 'costs', 'adSpends', 'views', 'contents'] as const) {
    expect(returnsBy({ ...full, [key]: full[key].slice(1) })).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  }
  const fault = { fault: 'NEEDS_BASELINE' } as const;
  for (const key of ['revenues', 'costs', 'adSpends', 'views'] as const) {
    expect(returnsBy({ ...full, [key]: [1, fault] })).toEqual(fault);
  }
  expect(returnsBy(full, undefined, [0.5, fault])).toEqual(fault);
  expect(returnsBy(full, undefined, [0.5, 1.01])).toEqual({ fault: 'MARGIN_NOT_FRACTION' });
  expect(returnsBy(full, undefined, fault)).toEqual(fault);
  const shared = {
    ...{ days: [1, 2], costs: [10, 20], adSpends: [1, 2] },
    rules: ['gmv', 'views'] as SharedCosts['rules'],
  };
  for (const key of ['costs', 'adSpends', 'rules'] as const) {
    expect(returnsBy(full, { ...shared, [key]: shared[key].slice(1) })).toEqual({
      fault: 'DIFFERENT_LENGTHS',
    });
  }
  for (const key of ['costs', 'adSpends'] as const) {
    expect(returnsBy(full, { ...shared, [key]: [1, fault] })).toEqual(fault);
  }
});

test('a margin by row is that of what was earned: none without revenue, and 1 at most', () => {
  const of = (revenues: (number | string)[], margins: (number | string)[]) => {
    const rows = { groups: ['a', 'a'], days: [1, 1], revenues, costs: [30, 10] };
    const [group] = groupsOf(returnsBy(rows, undefined, margins));
    return [group?.breakEvenRoas, group?.breakEvenRevenue];
  };
  expect(of([100, 100], [0.25, 0.75])).toEqual([2, 80]);
  expect([of([0, 0], [0.5, 0.5]), of([-5, 0], [0.5, 0.5]), of(['', ''], [0.5, 0.5])]).toEqual([
    [null, null],
    [null, null],
    [null, null],
  ]);
  // A row without revenue needs no margin; 100 of 90 after a return at no margin are all of it.
  expect(of([100, ''], [0.5, ''])).toEqual([2, 80]);
  expect(of([100, -10], [1, 0])).toEqual([1, 40]);
  expect(of([100, 0], [0, 0.5])).toEqual([
    { fault: 'MARGIN_NOT_FRACTION' },
    { fault: 'MARGIN_NOT_FRACTION' },
  ]);
});

test('a row that neither earns nor costs needs no day, and the same content counts once', () => {
  const [group] = groupsOf(
    returnsBy({ groups: ['a', 'a'], days: [3, ''], revenues: [10, 0], costs: [5, 0] }),
  );
  expect(group).toMatchObject({ paybackDay: 3 });
  for (const [revenue, cost] of [
    [1, 0],
    [0, 1],
  ] as const) {
    const rows = { groups: ['a', 'a'], days: [3, ''], revenues: [10, revenue], costs: [5, cost] };
    expect(groupsOf(returnsBy(rows))[0]?.paybackDay).toBeNull();
  }
  const shown = {
    ...{ groups: ['a', 'a', 'b', 'b'], days: [1, 1, 1, 1], revenues: [1, 1, 1, 1], costs: ['', '', '', ''] },
    contents: ['v1', 'v1', 'v2', ''],
  };
  const shared: SharedCosts = { days: [1], costs: [60], rules: ['content'] };
  expect(groupsOf(returnsBy(shown, shared)).map(({ cost }) => cost)).toEqual([30, 30]);
  // Nothing handed out is no cost of nought.
  expect(groupsOf(returnsBy(shown, { ...shared, costs: [0] })).map(({ cost }) => cost)).toEqual([null, null]);
});

const money = fc.double({ min: 0, max: 1e6, noNaN: true });
const row = fc.record({
  group: fc.constantFrom('a', 'b', 'c'),
  day: fc.integer({ min: 1, max: 9 }),
  revenue: money,
  cost: money,
});

test('no cost is lost or made: own and shared costs are those of the groups and what is left over', () => {
  const shared = fc.array(fc.tuple(money, fc.constantFrom('gmv' as const, 'views', 'content', 'fixed')), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 9 }), shared, (rows, costs) => {
      const result = returnsBy(
        columns(rows.map(({ group, day, revenue, cost }) => [group, day, revenue, cost] as const)),
        {
          days: costs.map((_, i) => i + 1),
          costs: costs.map(([cost]) => cost),
          rules: costs.map(([, rule]) => rule),
          shares: new Map([
            ['a', 0.3],
            ['z', 0.3],
          ]),
        },
      ) as Returns;
      const total = [...rows.map(({ cost }) => cost), ...costs.map(([cost]) => cost)].reduce(
        (a, b) => a + b,
        0,
      );
      const found = result.groups.reduce((sum, { cost }) => sum + (cost ?? 0), result.unallocated);
      expectNear(found, total, 1e-9 * Math.max(1, total));
    }),
    { seed: 31, numRuns: 1000 },
  );
});

test('ratios are never averaged: however rows are split or ordered, a group has the same quotients', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(row, part), { minLength: 1, maxLength: 9 }), (pairs) => {
      const whole = pairs.map(([{ group, day, revenue, cost }]) => [group, day, revenue, cost] as const);
      const halves = pairs.flatMap(([{ group, day, revenue, cost }, share]) => [
        [group, day, revenue * share, cost * (1 - share)] as const,
        [group, day, revenue * (1 - share), cost * share] as const,
      ]);
      const before = groupsOf(returnsBy({ ...columns(whole), adSpends: columns(whole).costs }));
      const after = groupsOf(returnsBy({ ...columns(halves), adSpends: columns(halves).costs }));
      before.forEach((group, i) => {
        const other = after[i] as GroupReturn;
        const [revenue, cost] = [group.revenue as number, group.cost as number];
        if (cost === 0 || !Number.isFinite(revenue / cost)) return;
        const tolerance = 1e-9 * Math.max(1, revenue / cost);
        expectNear(group.roi as number, (revenue - cost) / cost, tolerance);
        if (cost < 1e-300) return;
        expectNear(other.roi as number, group.roi as number, tolerance);
        expectNear(other.roas as number, group.roas as number, tolerance);
      });
    }),
    { seed: 32, numRuns: 1000 },
  );
});

test('at the break-even revenue the ROI is 0', () => {
  const positive = fc.double({ min: 0.01, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(
      positive,
      positive,
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (revenue, cost, margin) => {
        const [group] = groupsOf(returnsBy(columns([['a', 1, revenue, cost]]), undefined, margin));
        const needed = group?.breakEvenRevenue as number;
        const [even] = groupsOf(returnsBy(columns([['a', 1, needed, cost]]), undefined, margin));
        expectNear(even?.roi as number, 0, 1e-12);
      },
    ),
    { seed: 33, numRuns: 500 },
  );
});

test('any cells', () => {
  const cells = fc.array(anyCell, { minLength: 10, maxLength: 10 });
  const rules = fc.constantFrom<SharedCosts['rules'][number]>(
    'gmv',
    'views',
    'content',
    'fixed',
    'x' as 'gmv',
  );
  fc.assert(
    fc.property(cells, rules, fc.boolean(), ([a, b, c, d, e, f, g, h, m, s], rule, byRow) => {
      const rows = {
        groups: ['x', 'y'],
        days: [a, 2],
        revenues: [b, c],
        costs: [d, e],
        adSpends: [f, 1],
        views: [g, 1],
      };
      const shared = { days: [1], costs: [h], rules: [rule], shares: new Map([['x', s]]) };
      expectFinite(returnsBy(rows as MoneyColumns, shared as SharedCosts, byRow ? [m, 0.5] : m));
    }),
    { seed: 34, numRuns: 3000 },
  );
});
