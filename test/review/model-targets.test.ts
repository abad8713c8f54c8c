/** Targets of a model's KPIs, where its tree or the data of the last weeks are not as one expects. */
import { modelTargets } from '../../src/review/model-targets.ts';
import { readSettings } from '../../src/workbook/settings.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { address, day, fact, MONDAY, tableOf, tablesOf } from './support.ts';

const TREE: readonly RowValues[] = [
  { id: 'gmv', metric: 'gmv', unit: 'money', operator: 'product', name: 'GMV' },
  { id: 'orders', parent: 'gmv', metric: 'orders', name: 'Orders' },
  { id: 'aov', parent: 'gmv', metric: 'aov', unit: 'money', name: 'AOV' },
];
const quarter = { from: day('2026-10-01'), to: day('2026-12-31') };
const { settings } = readSettings(tableOf('settings', []), (sheet) => ({ sheet }));

type Goal = { readonly rootTarget: number } | { readonly growth: number };

const targets = (tree: readonly RowValues[], measures: RowValues, goal: Goal, who = 'Ann') =>
  modelTargets({
    tables: tablesOf({
      tree,
      accounts: [{ platform: 'youtube', id: 'a', currency: 'USD' }],
      performance: [0, 1, 2, 3].map((back) => fact('1', MONDAY - 7 * back, MONDAY + 6 - 7 * back, measures)),
    }),
    ...{ address, settings, monday: MONDAY, now: MONDAY + 7.4, who, goal: { ...quarter, ...goal } },
  });
const SOLD = { gmv: 600, orders: 20 };

test('an amount is handed down from the last four weeks, dated and signed', () => {
  const { rows, weeks, without } = targets(TREE, SOLD, { rootTarget: 12000 });
  expect([weeks, without]).toEqual([{ from: MONDAY - 21, to: MONDAY + 6 }, []]);
  expect(rows.map(({ node, baseline, how, who, when }) => [node, baseline, how, who, when])).toEqual([
    ['gmv', expect.closeTo((2400 / 28) * 92, 6), 'Typed', 'Ann', MONDAY + 7],
    ['orders', expect.closeTo((80 / 28) * 92, 6), 'Cascade', 'Ann', MONDAY + 7],
    ['aov', 30, 'Cascade', 'Ann', MONDAY + 7],
  ]);
  const [gmv, orders, aov] = rows.map(({ target }) => Number(target));
  expect(gmv).toBe(12000);
  expect(Number(orders) * Number(aov)).toBeCloseTo(12000, 6);
});

test('growth is on what the goal would be if it went on as in those weeks', () => {
  const { rows } = targets(TREE, SOLD, { growth: 0.2 });
  const [gmv] = rows;
  expect(gmv).toMatchObject({
    node: 'gmv',
    target: expect.closeTo((2400 / 28) * 92 * 1.2, 6),
    how: 'Cascade',
  });
});

test('an empty row between the KPIs changes no target', () => {
  const [root, ...parts] = TREE as [RowValues, ...RowValues[]];
  const goal = { growth: 0.2 };
  expect(targets([root, {}, ...parts], SOLD, goal)).toEqual(targets(TREE, SOLD, goal));
});

test('targets that nobody is known to have set are signed by nobody', () => {
  const { rows } = targets(TREE, SOLD, { rootTarget: 12000 }, '');
  expect(rows.map(({ who }) => who)).toEqual([null, null, null]);
});

test('a tree that cannot be calculated gets no targets', () => {
  const circle = TREE.map((row) => ({ ...row, parent: row.id === 'gmv' ? 'aov' : 'gmv' }));
  for (const tree of [circle, []]) {
    expect(targets(tree, SOLD, { growth: 0.1 })).toEqual({ rows: [], weeks: null, without: [] });
  }
});

test('a goal that only its parts make has no growth where one of them was never measured', () => {
  const tree = TREE.map((row) => (row.id === 'gmv' ? { ...row, metric: null } : row));
  const { rows, without } = targets(tree, { gmv: 600 }, { growth: 0.1 });
  expect([rows, without]).toEqual([[], ['GMV', 'Orders', 'AOV']]);
});
