/** Section 3 by account and platform: new and closed accounts count, and the lines add up to the change. */
import { renderWhy } from '../../src/review/render/why.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { shown } from './shown.ts';
import { build, fact, MONDAY, type Rows, SUNDAY } from './support.ts';

const account = (id: string, name: string, more: RowValues = {}) => ({
  ...{ platform: 'youtube', id, name, currency: 'USD', ...more },
});
const tree = [
  { id: 'root', metric: 'gmv', unit: 'money', operator: 'sum', name: 'GMV' },
  { id: 'x', parent: 'root', metric: 'gmv', unit: 'money', name: 'GMV of A', account: 'a' },
];
const gmv = (id: string, back: number, amount: number, platform = 'youtube'): RowValues =>
  fact(`${id}1`, MONDAY - 7 * back, SUNDAY - 7 * back, { gmv: amount, views: 10, account: id, platform });

const accounts = [
  account('a', 'Anna’s'),
  account('b', 'Ben’s', { state: 'closed' }),
  account('c', 'Cy’s', { platform: 'tiktok' }),
];
const rows: Rows = {
  ...{ accounts, tree },
  performance: [gmv('a', 1, 1000), gmv('b', 1, 600), gmv('a', 0, 950), gmv('c', 0, 200, 'tiktok')],
};
const tables = (from: Rows) => {
  const { why, headline } = build(from).review;
  const effects = (table: typeof why.accounts) =>
    table.lines.map(({ name, before, after, effect }) => [name, before, after, effect]);
  return {
    goal: why.goal,
    accounts: effects(why.accounts),
    platforms: effects(why.platforms),
    why,
    headline,
  };
};

test('a closed account takes what it had, and a new one brings all it has', () => {
  const found = tables(rows);
  expect(found.goal).toMatchObject({ before: 1600, after: 1150 });
  expect(found.accounts).toEqual([
    ['Ben’s', 600, 0, -600],
    ['Cy’s', 0, 200, 200],
    ['Anna’s', 1000, 950, -50],
  ]);
  expect(found.platforms).toEqual([
    ['YouTube', 1600, 950, -650],
    ['TikTok', 0, 200, 200],
  ]);
  expect([found.why.accounts.rest, found.why.platforms.rest]).toEqual([null, null]);
});

test('the headline names the account that lost most, also where it was closed', () => {
  expect(tables(rows).headline.sentences[1]?.text).toContain(
    'the account that lost most is Ben’s, −USD 600.00',
  );
});

test('what no listed account did is one more line, and the lines add up', () => {
  const found = tables({ ...rows, accounts: accounts.slice(0, 2) });
  expect(found.accounts).toEqual([
    ['Ben’s', 600, 0, -600],
    ['Anna’s', 1000, 950, -50],
  ]);
  expect(found.why.accounts.rest).toBeCloseTo(200, 9);
  const { review } = build({ ...rows, accounts: accounts.slice(0, 2) });
  const lines = shown(renderWhy, review).values.map((row) => row.filter((cell) => cell !== null));
  expect(lines).toContainEqual(['Other', 200, expect.closeTo(200 / -450, 9)]);
});
