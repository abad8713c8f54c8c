/** Section 3 by account and platform: new and closed accounts count, and the lines add up to the change. */
import type { KpiNode } from '../../src/review/nodes.ts';
import { renderWhy } from '../../src/review/render/why.ts';
import { segmentTable } from '../../src/review/sections/segments.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { shown } from './shown.ts';
import { build, fact, MONDAY, nodeOf, type Rows, SUNDAY } from './support.ts';

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

test('a rate moves by what its parts’ own rates did and by the shift of volume between them', () => {
  const goal = nodeOf({ metric: 'cvr', name: 'CVR' });
  /** Views and CVR of each platform in both weeks; the whole goes from 2 % to 3.5 %. */
  const weeks: Record<string, Record<string, readonly [number, number]>> = {
    youtube: { views: [100, 50], cvr: [0.01, 0.02] },
    tiktok: { views: [100, 150], cvr: [0.03, 0.04] },
  };
  const figure = ({ metric, filter }: KpiNode, from: number) => ({
    ...{ value: weeks[filter.platform]?.[metric]?.[from === MONDAY ? 1 : 0] ?? null, days: 7, of: 7 },
  });
  const periods = { week: { from: MONDAY, to: SUNDAY }, weekBefore: { from: MONDAY - 7, to: MONDAY - 1 } };
  const segments = ['youtube', 'tiktok'].map((platform) => ({
    ...{ id: platform, name: platform, owner: '' },
    node: { ...goal, filter: { ...goal.filter, platform } },
  }));
  const table = segmentTable(goal, segments, 0.015, { figures: { figure }, periods } as never);
  expect([table.volume, table.rate, table.rest]).toEqual(['views', 'cvr', null]);
  expect(table.whole?.before).toBeCloseTo(0.02, 12);
  expect(table.whole?.after).toBeCloseTo(0.035, 12);
  expect(table.lines.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(0.015, 12);
  for (const { effect, rateEffect, mixEffect, volume, rate, share } of table.lines) {
    expect((rateEffect ?? 0) + (mixEffect ?? 0)).toBeCloseTo(effect, 12);
    expect([volume, rate]).toEqual([null, null]);
    expect(share).toBeCloseTo(effect / 0.015, 12);
  }
  const still = segmentTable(goal, segments, 0, { figures: { figure }, periods } as never);
  expect(still.lines.map(({ share }) => share)).toEqual([null, null]);
  expect(segmentTable(goal, [], 0.015, { figures: { figure }, periods } as never).whole).toBeNull();
});

describe('an amount is taken apart into volume and rate', () => {
  type Weeks = Readonly<Record<string, readonly [before: number | null, after: number | null]>>;
  const goal = nodeOf({ metric: 'gmv', name: 'GMV' });
  const periods = { week: { from: MONDAY, to: SUNDAY }, weekBefore: { from: MONDAY - 7, to: MONDAY - 1 } };
  const tableOf = (weeks: Weeks) => {
    const figure = ({ metric }: KpiNode, from: number) => ({
      ...{ value: weeks[metric]?.[from === MONDAY ? 1 : 0] ?? null, days: 7, of: 7 },
    });
    const segments = [{ id: 'youtube', name: 'YouTube', owner: '', node: goal }];
    return segmentTable(goal, segments, 200, { figures: { figure }, periods } as never);
  };

  test('as twice the views and half as much again of each do', () => {
    const { lines, whole } = tableOf({ gmv: [100, 300], views: [1000, 2000], gpm: [100, 150] });
    const [volume, rate] = [Math.log(2) / Math.log(3), Math.log(1.5) / Math.log(3)];
    expect(lines[0]?.volume).toBeCloseTo(200 * volume, 9);
    expect(lines[0]?.rate).toBeCloseTo(200 * rate, 9);
    expect(whole).toMatchObject({ before: 100, after: 150 });
  });

  test('by nothing where nobody was reached in one of the weeks: no rate of it is known', () => {
    const { lines, whole } = tableOf({ gmv: [100, 300], views: [0, 2000], gpm: [null, 150] });
    expect(lines).toMatchObject([
      { effect: 200, volume: null, rate: null, rateEffect: null, mixEffect: null },
    ]);
    expect(whole).toBeNull();
  });
});
