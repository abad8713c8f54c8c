import { ratioOver } from '../../src/kpi/ratio-of.ts';
import type { SampleData, StoryFact, StoryKey } from '../../src/sample/index.ts';
import { STORY } from '../../src/sample/index.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import {
  FIRST_DAY,
  factsInUsd,
  grouped,
  LAST_DAY,
  median,
  number,
  rowsOf,
  SEEDS,
  sample,
  sum,
  text,
  total,
  WEEKS,
} from './support.ts';

/** Each planted fact is measured here from the rows alone, by the simplest computation that shows it. */

const SHOPS = ['velmoo_us', 'velmoo_id', 'velmoo_th'];
const LAST_WEEK = LAST_DAY - 6;
const BANDS = [8, 12, 16, 20];

function factOf(data: SampleData, key: StoryKey): StoryFact {
  const found = data.story.find((fact) => fact.key === key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
}

/** A ratio of sums of the last week against the median of the weeks that no story touches. */
function lastWeekChange(data: SampleData, account: string, over: string, under: string): number {
  const own = rowsOf(data, 'performance').filter((row) => row.account === account && over in row);
  const rate = (from: number): number => {
    const week = own.filter((row) => row.from === from);
    return total(week, over) / total(week, under);
  };
  const before = Array.from({ length: WEEKS - 2 }, (_, week) => rate(FIRST_DAY + week * 7));
  return rate(LAST_WEEK) / median(before);
}

/** Views of each item that is at least `age` days old against the median of its account and format. */
function reaches(data: SampleData, age: number): { row: RowValues; reach: number }[] {
  const facts = grouped(rowsOf(data, 'performance'), (row) => text(row.content));
  const items = rowsOf(data, 'content')
    .filter((row) => number(row.published) >= FIRST_DAY && number(row.published) < LAST_DAY + 1 - age)
    .map((row) => ({ ...row, seen: total(facts.get(text(row.id)) ?? [], 'views') }));
  return [...grouped(items, (row) => `${text(row.account)} ${text(row.format)}`).values()].flatMap(
    (group) => {
      const usual = median(group.map((row) => number(row.seen)));
      return group.map((row) => ({ row, reach: number(row.seen) / usual }));
    },
  );
}

function bandEffects(data: SampleData): Map<number, number> {
  const items = reaches(data, 14).filter(({ reach }) => reach > 0);
  const hourOf = (row: RowValues): number => Math.floor((number(row.published) % 1) * 24 + 1e-6);
  return new Map(
    BANDS.map((from) => {
      const logs = items
        .filter(({ row }) => hourOf(row) >= from && hourOf(row) < from + 4)
        .map(({ reach }) => Math.log(reach));
      return [from, sum(logs) / logs.length];
    }),
  );
}

/** Target of the current quarter by week, as a multiple of the best week the KPI had. */
function targetsAgainstBest(data: SampleData): Map<string, number> {
  const facts = factsInUsd(data);
  const keys = [...new Set(facts.flatMap((row) => Object.keys(row)))];
  const columns = Object.fromEntries(
    keys.map((key) => [
      key,
      facts.map((row) => (typeof row[key] === 'number' ? (row[key] as number) : null)),
    ]),
  );
  const nodes = rowsOf(data, 'tree').filter((node) => node.source === 'performance');
  return new Map(
    nodes.map((node) => {
      const values = Array.from({ length: WEEKS }, (_, week) => {
        const rows = facts.flatMap((row, index) =>
          row.from === FIRST_DAY + week * 7 &&
          (node.platform === undefined || row.platform === node.platform) &&
          (node.account === undefined || row.account === node.account)
            ? [index]
            : [],
        );
        return ratioOver(text(node.metric), columns, rows) as number;
      });
      const target = rowsOf(data, 'targets')
        .filter((row) => row.node === node.id)
        .at(-1);
      const days = number(target?.to) - number(target?.from) + 1;
      const adds = ['gmv', 'views', 'product_impressions'].includes(text(node.metric));
      return [text(node.id), (number(target?.target) * (adds ? 7 / days : 1)) / Math.max(...values)];
    }),
  );
}

const overdue = (data: SampleData): readonly RowValues[] =>
  rowsOf(data, 'comments').filter(
    (row) => row.sentiment === 'negative' && !('answered' in row) && number(row.posted) < LAST_DAY,
  );

/** Assets whose licence had run out when content that uses them was published. */
function outOfLicence(data: SampleData): { asset: string; content: string[]; days: number }[] {
  const published = new Map(rowsOf(data, 'content').map((row) => [text(row.id), number(row.published)]));
  return rowsOf(data, 'assets').flatMap((row) => {
    const until = number(row.valid_until);
    const content = text(row.used_by)
      .split(', ')
      .filter((id) => (published.get(id) ?? 0) >= until + 1);
    return content.length > 0 ? [{ asset: text(row.asset), content, days: LAST_DAY - until }] : [];
  });
}

describe.each(SEEDS)('with a story, seed %d', (seed) => {
  const data = sample(seed, true);

  test('every kind of fact is planted once', () => {
    expect(data.story.map((fact) => fact.key)).toEqual(STORY.map((row) => row.key));
  });

  test('conversion drops on one shop and on no other', () => {
    const fact = factOf(data, 'conversion_drop');
    expect(fact.to - fact.from + 1 === 7 || fact.to - fact.from + 1 === 14).toBe(true);
    for (const account of SHOPS) {
      const change = lastWeekChange(data, account, 'orders', 'product_clicks');
      if (account !== fact.account) expect(change).toBeGreaterThan(0.75);
      else expect(Math.abs(change - (1 - fact.size))).toBeLessThan(0.15);
    }
    expect(lastWeekChange(data, text(fact.account), 'product_clicks', 'product_impressions')).toBeGreaterThan(
      0.8,
    );
  });

  test('completion is gamed on another shop', () => {
    const fact = factOf(data, 'gamed_completion');
    expect(fact.account).not.toBe(factOf(data, 'conversion_drop').account);
    for (const account of SHOPS) {
      const change = lastWeekChange(data, account, 'completed_views', 'views');
      if (account === fact.account) expect(change).toBeGreaterThan(1.2);
      else expect(Math.abs(change - 1)).toBeLessThan(0.17);
    }
    expect(lastWeekChange(data, text(fact.account), 'orders', 'views')).toBeLessThan(0.8);
    const looped = rowsOf(data, 'content').filter((row) => fact.content.includes(text(row.id)));
    expect(looped.length).toBeGreaterThan(5);
    for (const row of looped) expect(number(row.duration)).toBeLessThanOrEqual(10);
  });

  test('one item goes viral and sells its product out', () => {
    const fact = factOf(data, 'viral_stockout');
    const stars = reaches(data, 0).filter(({ reach }) => reach > 4);
    expect(stars.map(({ row }) => row.id)).toEqual(fact.content);
    expect(stars[0]?.row.product).toBe(fact.sku);
    expect(number(stars[0]?.row.published)).toBeGreaterThan(LAST_DAY - 14);
    const empty = rowsOf(data, 'products').filter((row) => row.stock === 0);
    expect(empty.map((row) => row.sku)).toEqual([fact.sku]);
    expect(number(empty[0]?.eta)).toBeGreaterThan(LAST_DAY + 7);
    const sold = rowsOf(data, 'orders').filter((row) =>
      [row.content, row.utm_content].includes(fact.content[0]),
    );
    expect(sold.length).toBeGreaterThan(12);
    for (const row of sold) expect(row.sku).toBe(fact.sku);
  });

  test('one band of hours is weak and no other', () => {
    const fact = factOf(data, 'weak_hours');
    expect(number(fact.hours?.to) - number(fact.hours?.from)).toBe(4);
    for (const [from, effect] of bandEffects(data)) {
      if (from === fact.hours?.from) expect(effect).toBeLessThan(-0.33);
      else expect(effect).toBeGreaterThan(-0.1);
    }
  });

  test('one target is out of reach and no other', () => {
    const fact = factOf(data, 'unreal_target');
    for (const [node, multiple] of targetsAgainstBest(data)) {
      if (node === fact.node) expect(Math.abs(multiple - fact.size)).toBeLessThan(0.02);
      else expect(multiple).toBeLessThan(1.05);
    }
    expect(fact.size).toBeGreaterThan(1.5);
  });

  test('bad comments wait on one account', () => {
    const fact = factOf(data, 'overdue_comments');
    expect(overdue(data)).toHaveLength(fact.size);
    for (const row of overdue(data)) expect(row.account).toBe(fact.account);
    for (const row of overdue(data)) expect(number(row.posted)).toBeGreaterThanOrEqual(fact.from - 1);
  });

  test('one licence ran out before its asset was used', () => {
    const fact = factOf(data, 'expired_licence');
    const [found, ...others] = outOfLicence(data);
    expect(others).toEqual([]);
    expect(found?.asset).toBe(fact.asset);
    expect(found?.days).toBe(fact.size);
    expect(new Set(found?.content)).toEqual(new Set(fact.content));
    expect(fact.content.length).toBeGreaterThanOrEqual(2);
  });
});

describe.each(SEEDS)('without a story, seed %d', (seed) => {
  const data = sample(seed, false);

  test('nothing is planted', () => {
    expect(data.story).toEqual([]);
    for (const account of SHOPS) {
      expect(Math.abs(lastWeekChange(data, account, 'orders', 'product_clicks') - 1)).toBeLessThan(0.25);
      expect(Math.abs(lastWeekChange(data, account, 'completed_views', 'views') - 1)).toBeLessThan(0.17);
    }
    expect(reaches(data, 0).filter(({ reach }) => reach > 4)).toEqual([]);
    for (const [, effect] of bandEffects(data)) expect(Math.abs(effect)).toBeLessThan(0.12);
    for (const [, multiple] of targetsAgainstBest(data)) expect(multiple).toBeLessThan(1);
    expect(outOfLicence(data)).toEqual([]);
    for (const row of rowsOf(data, 'assets')) expect(number(row.valid_until)).toBeGreaterThan(LAST_DAY + 60);
  });

  test('every negative comment was answered within twelve hours', () => {
    const late = rowsOf(data, 'comments').filter(
      (row) => row.sentiment === 'negative' && !(number(row.answered) - number(row.posted) < 0.5),
    );
    expect(late).toEqual([]);
    expect(
      rowsOf(data, 'comments').filter((row) => row.sentiment === 'negative' && !('answered' in row)),
    ).toEqual([]);
  });

  test('every product lasts for weeks, and open actions are not late', () => {
    for (const row of rowsOf(data, 'products')) {
      const recent = rowsOf(data, 'orders').filter(
        (order) => order.sku === row.sku && number(order.date) > LAST_DAY - 28,
      );
      expect(number(row.stock)).toBeGreaterThan((total(recent, 'units') / 28) * 35);
    }
    const open = rowsOf(data, 'actions').filter((row) => row.status === 'open' || row.status === 'doing');
    expect(open.length).toBeGreaterThan(1);
    for (const row of open) expect(number(row.due)).toBeGreaterThan(LAST_DAY);
  });
});

test('the seed chooses the places of the story', () => {
  const places = (key: StoryKey): number => {
    const facts = SEEDS.map((seed) => factOf(sample(seed, true), key));
    return new Set(facts.map((fact) => [fact.account, fact.node, fact.hours?.from, fact.asset].join())).size;
  };
  for (const { key } of STORY) expect(places(key)).toBeGreaterThanOrEqual(2);
  expect(new Set(SEEDS.map((seed) => factOf(sample(seed, true), 'conversion_drop').size)).size).toBe(
    SEEDS.length,
  );
});
