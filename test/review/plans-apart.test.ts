/** Targets that cannot hold together: every KPI below is reached, and the one above is missed. */
import type { RowValues } from '../../src/workbook/table.ts';
import { build, MONDAY, SUNDAY } from './support.ts';

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
      ...{ found: 800, limit: 1000, unit: 'money' },
      text: 'If every KPI right below GMV just reaches its target, GMV comes to USD 800.00, 80.0% of its own target of USD 1,000.',
    },
  ]);
  expect(told({ gmv: 1000, a: 500, b: 300 }, TREE, 'zh-CN')[0]?.text).toMatch(
    /^即使 GMV 的下级 KPI 全部刚好达标，GMV 也只是 .*800.*，为其目标 .*1,000.* 的 80\.0%。$/,
  );
});

test('factors are multiplied, and what has no target of its own has what its parts make', () => {
  expect(told({ a: 500, orders: 10, aov: 40 })).toMatchObject([{ subject: 'a', found: 400, limit: 500 }]);
  expect(told({ gmv: 1000, orders: 10, aov: 40, b: 300 })).toMatchObject([{ subject: 'gmv', found: 700 }]);
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
  expect(told({ gmv: 1000, a: 900, b: 300 }, costs)).toMatchObject([{ subject: 'gmv', found: 1200 }]);
  expect(told({ gmv: 1000, a: 500, b: 300 }, costs)).toEqual([]);
});

test('a constant counts as its coefficient', () => {
  const tree: RowValues[] = [
    { id: 'gmv', operator: 'product', metric: 'gmv', unit: 'money', name: 'GMV' },
    { id: 'orders', parent: 'gmv', metric: 'orders', name: 'Orders', unit: 'count' },
    { id: 'price', parent: 'gmv', kind: 'constant', coefficient: 20, name: 'Price' },
  ];
  expect(told({ gmv: 1000, orders: 30 }, tree)).toMatchObject([{ found: 600 }]);
  expect(told({ gmv: 1000, orders: 50 }, tree)).toEqual([]);
});

test('a KPI without a tree around it, and a tree that cannot be drawn, have nothing to add up', () => {
  expect(told({ gmv: 1000 }, [{ id: 'gmv', metric: 'gmv', unit: 'money', name: 'GMV' }])).toEqual([]);
  expect(told({ gmv: 1000 }, [{ id: 'gmv', parent: 'gmv', name: 'GMV' }])).toEqual([]);
});
