/** Targets that cannot hold together: every KPI below is reached, and the one above is missed. */
import type { RowValues } from '../../src/workbook/table.ts';
import { build, day, fact, MONDAY, SUNDAY } from './support.ts';

const TREE: RowValues[] = [
  { id: 'gmv', operator: 'sum', metric: 'gmv', unit: 'money', name: 'GMV', owner: 'Ana' },
  { id: 'a', parent: 'gmv', operator: 'product', metric: 'gmv', unit: 'money', name: 'GMV A', account: 'a' },
  { id: 'orders', parent: 'a', metric: 'orders', name: 'Orders', unit: 'count' },
  { id: 'aov', parent: 'a', metric: 'aov', name: 'AOV', unit: 'money' },
  { id: 'b', parent: 'gmv', metric: 'gmv', unit: 'money', name: 'GMV B', account: 'b' },
];

function told(plans: Readonly<Record<string, number | null>>, tree = TREE, language: 'en' | 'zh-CN' = 'en') {
  const targets = Object.entries(plans).map(([node, target]) => ({ node, from: MONDAY, to: SUNDAY, target }));
  const { review } = build({ tree, targets }, { language });
  expect(review.findings.map(({ code }) => code)).not.toContain('targets_apart');
  return review.guards.filter(({ kind }) => kind === 'targets_apart');
}

test('a goal whose parts fall short is told of, with what they make and who answers', () => {
  expect(told({ gmv: 1000, a: 500, b: 300 })).toEqual([
    {
      ...{ kind: 'targets_apart', status: 'amber', subject: 'gmv', name: 'GMV', owner: 'Ana' },
      ...{ found: expect.closeTo(800, 9), limit: 1000, unit: 'money' },
      text: 'If every KPI right below GMV just reaches its target, GMV comes to USD 800.00, 80.0% of its own target of USD 1,000.',
    },
  ]);
  expect(told({ gmv: 1000, a: 500, b: 300 }, TREE, 'zh-CN')[0]?.text).toMatch(
    /^即使 GMV 的下级 KPI 全部刚好达标，GMV 也只是 .*800.*，为其目标 .*1,000.* 的 80\.0%。$/,
  );
});

test('factors are multiplied, and what has no target of its own has what its parts make', () => {
  expect(told({ a: 500, orders: 10, aov: 40 })).toMatchObject([
    { subject: 'a', found: expect.closeTo(400, 9), limit: 500 },
  ]);
  expect(told({ gmv: 1000, orders: 10, aov: 40, b: 300 })).toMatchObject([
    { subject: 'gmv', found: expect.closeTo(700, 9) },
  ]);
  // With one of its own it counts as that, and each place where they part is told once.
  expect(told({ gmv: 1000, a: 700, orders: 10, aov: 40, b: 300 })).toMatchObject([{ subject: 'a' }]);
});

test('a reserve, round figures and parts without targets are none', () => {
  expect(told({ gmv: 1000, a: 900, b: 300 })).toEqual([]);
  expect(told({ gmv: 1000, a: 650, b: 300 })).toEqual([]);
  expect(told({ gmv: 1000, a: 649, b: 300 })).toHaveLength(1);
  expect(told({ gmv: 1000, b: 300 })).toEqual([]);
  expect(told({ a: 500, b: 300 })).toEqual([]);
  expect(told({ gmv: 0, a: 500, b: 300 })).toEqual([]);
});

test('where less is better, parts that come to more miss it', () => {
  const costs = TREE.map((row) => (row.id === 'gmv' ? { ...row, direction: 'down' } : row));
  expect(told({ gmv: 1000, a: 900, b: 300 }, costs)).toMatchObject([
    { subject: 'gmv', found: expect.closeTo(1200, 9) },
  ]);
  expect(told({ gmv: 1000, a: 500, b: 300 }, costs)).toEqual([]);
});

test('a constant counts as its coefficient', () => {
  const tree: RowValues[] = [
    { id: 'gmv', operator: 'product', metric: 'gmv', unit: 'money', name: 'GMV' },
    { id: 'orders', parent: 'gmv', metric: 'orders', name: 'Orders', unit: 'count' },
    { id: 'price', parent: 'gmv', kind: 'constant', coefficient: 20, name: 'Price' },
  ];
  expect(told({ gmv: 1000, orders: 30 }, tree)).toMatchObject([{ found: expect.closeTo(600, 9) }]);
  expect(told({ gmv: 1000, orders: 50 }, tree)).toEqual([]);
});

test('a KPI without a tree around it, and a tree that cannot be drawn, have nothing to add up', () => {
  expect(told({ gmv: 1000 }, [{ id: 'gmv', metric: 'gmv', unit: 'money', name: 'GMV' }])).toEqual([]);
  expect(told({ gmv: 1000 }, [{ id: 'gmv', parent: 'gmv', name: 'GMV' }])).toEqual([]);
});

describe('targets that add up in themselves', () => {
  const PRODUCT: RowValues[] = [
    { id: 'gmv', operator: 'product', metric: 'gmv', unit: 'money', name: 'GMV' },
    { id: 'orders', parent: 'gmv', metric: 'orders', name: 'Orders', unit: 'count' },
    { id: 'aov', parent: 'gmv', metric: 'aov', name: 'AOV', unit: 'money' },
  ];
  /** A hundred orders a day at another value of an order each month. */
  const monthly = (months: readonly (readonly [first: string, last: string, aov: number])[], part = 1) =>
    months.flatMap(([first, last, aov]) => {
      const [from, to] = [day(first), day(last)];
      const orders = (to - from + 1) * 100;
      return [
        { node: 'gmv', from, to, target: orders * aov },
        { node: 'orders', from, to, target: orders * part },
        { node: 'aov', from, to, target: aov },
      ];
    });
  const apart = (targets: RowValues[], options: Parameters<typeof build>[1] = {}) =>
    build({ tree: PRODUCT, targets }, options).review.guards.filter(({ kind }) => kind === 'targets_apart');

  test('do so in the week between two of them, too', () => {
    const months = [
      ['2026-07-01', '2026-07-31', 40],
      ['2026-08-01', '2026-08-31', 30],
    ] as const;
    expect(apart(monthly(months))).toEqual([]);
    expect(apart(monthly(months, 0.8))).toMatchObject([{ text: expect.stringContaining(' 80.0% of ') }]);
  });

  test('and in the quarter', () => {
    const months = [
      ['2026-04-01', '2026-04-30', 40],
      ['2026-05-01', '2026-05-31', 36],
      ['2026-06-01', '2026-06-30', 32],
    ] as const;
    const quarter = { kind: 'quarter', monday: day('2026-04-01'), today: day('2026-07-01') } as const;
    expect(apart(monthly(months), quarter)).toEqual([]);
    expect(apart(monthly(months, 0.8), quarter)).toHaveLength(1);
  });
});

test('what the KPIs below do not make when they are measured is no part of their targets', () => {
  const accounts = ['a', 'b', 'c'].map((id) => ({
    platform: 'youtube',
    id,
    name: id.toUpperCase(),
    currency: 'USD',
  }));
  const tree = [TREE[0], { ...TREE[1], operator: null }, TREE[4]] as RowValues[];
  const plans = { gmv: 1200, a: 625, b: 375 };
  const targets = Object.entries(plans).map(([node, target]) => ({ node, from: MONDAY, to: SUNDAY, target }));
  const apart = (back: number, c: number) =>
    build({
      ...{ accounts, tree, targets },
      performance: Object.entries({ a: 500, b: 300, c }).map(([account, gmv]) =>
        fact(`${account}1`, MONDAY - 7 * back, SUNDAY - 7 * back, { gmv, views: 10, account }),
      ),
    }).review.guards.filter(({ kind }) => kind === 'targets_apart');
  // A third account, of which the tree does not speak, goes on.
  expect(apart(0, 200)).toEqual([]);
  expect(apart(3, 200)).toEqual([]);
  expect(apart(0, 10)).toHaveLength(1);
});
