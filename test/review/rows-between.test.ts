/** Rows that people put between others: headings, remarks, and rows that are not filled yet. */
import type { Review } from '../../src/review/model.ts';
import { treeRefresh } from '../../src/review/refresh.ts';
import { signalOf } from '../../src/review/signal.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { build, fact, MONDAY, type Rows, SUNDAY, tableOf } from './support.ts';

const tree: RowValues[] = [
  { id: 'root', metric: 'gmv', unit: 'money', operator: 'sum', name: 'GMV', owner: 'Ana' },
  { id: 'a', parent: 'root', metric: 'gmv', unit: 'money', name: 'GMV of A', account: 'a', guardrail: 'r' },
  { id: 'b', parent: 'root', metric: 'gmv', unit: 'money', name: 'GMV of B', account: 'b', weight: 2 },
  {
    id: 'r',
    parent: 'root',
    kind: 'influence',
    metric: 'refund_rate',
    name: 'Refund rate',
    direction: 'down',
  },
];
const accounts = ['a', 'b'].map((id) => ({
  platform: 'youtube',
  id,
  name: id.toUpperCase(),
  currency: 'USD',
}));
const gmv = (id: string, back: number): RowValues =>
  fact(`${id}1`, MONDAY - 7 * back, SUNDAY - 7 * back, {
    ...{ gmv: 1000 - 90 * back, views: 50 + back, refunds: 10, account: id },
  });
const rows: Rows = {
  ...{ tree, accounts },
  performance: Array.from({ length: 14 }, (_, back) => [gmv('a', back), gmv('b', back)]).flat(),
  targets: ['root', 'a', 'b'].map((node) => ({ node, from: MONDAY, to: SUNDAY, target: 1500 })),
  content: [{ id: 'a1', platform: 'youtube', account: 'a', title: 'One', published: MONDAY - 70 }],
};
const figuresOf = ({ tree: lines, headline, trends, why, people, guards, findings }: Review) => ({
  ...{ lines, headline, trends, why, people, guards, findings },
});

test('a heading in the tree is no KPI and changes no figure', () => {
  const [root, ...others] = tree as [RowValues, ...RowValues[]];
  const plain = build(rows);
  const headed = build({ ...rows, tree: [{ name: 'Sales' }, root, { name: 'Accounts' }, ...others] });
  expect(headed.review.tree).toHaveLength(4);
  expect(figuresOf(headed.review)).toEqual(figuresOf(plain.review));
});

test('rows without an id in other sheets change nothing either', () => {
  const blank = { ...rows };
  for (const key of ['accounts', 'content', 'targets'] as const) {
    blank[key] = [{ name: 'Later', title: 'Later' }, ...(rows[key] ?? [])];
  }
  expect(figuresOf(build(blank).review)).toEqual(figuresOf(build(rows).review));
});

test('a tree with two goals still has a line for each KPI, in the order of the sheet', () => {
  const { review } = build({ ...rows, tree: [{ name: 'Sales' }, ...tree, { ...tree[0], id: 'second' }] });
  expect(review.tree.map(({ id }) => id)).toEqual(['root', 'a', 'b', 'r', 'second']);
  expect(review.tree[0]?.actual.value).toBe(2000);
  expect(review.why.goal).toBeNull();
});

test('figures of the week are written beside KPIs alone', () => {
  const table = tableOf('tree', [{ name: 'Sales' }, ...tree]);
  const { updates } = treeRefresh(table, build(rows).review.tree);
  expect(updates.map(({ index }) => index)).not.toContain(0);
  expect(updates.find(({ index }) => index === 1)?.values).toMatchObject({ target: 1500, actual: 2000 });
});

describe('the signal of a KPI', () => {
  const weeks = [10, 12, 11, 9, 10, 11, 12, 10, 9, 11, 10, 11];

  test('needs ten weeks and the last one', () => {
    const nothing = { signal: 'not_enough_data', assurance: null, lower: null, upper: null };
    expect(signalOf(weeks.slice(0, 9), 'up', 5)).toEqual(nothing);
    expect(signalOf([...weeks, null], 'up', 5)).toEqual(nothing);
  });

  test('of every other week has no limits: nothing tells how far such a KPI moves from week to week', () => {
    const apart = weeks.flatMap((value) => [null, value]);
    const none = { signal: 'none', assurance: null, lower: null, upper: null };
    expect(signalOf(apart, 'up', 5)).toEqual(none);
    expect(signalOf([...apart, 30], 'up', 5)).not.toEqual(none);
  });

  test('is for the better or the worse by the direction of the KPI, and so is what its limits assure', () => {
    const up = signalOf([...weeks, 100], 'up', 1);
    const down = signalOf([...weeks, 100], 'down', 1);
    expect(up.signal).not.toBe('none');
    expect(down.signal).not.toBe(up.signal);
    expect([signalOf(weeks, 'up', 1).assurance, signalOf(weeks, 'down', 1).assurance]).toEqual([
      'always',
      'never',
    ]);
    expect(signalOf(weeks, 'up', null).assurance).toBeNull();
  });
});
