import { ratioOver } from '../../src/kpi/ratio-of.ts';
import type { SampleData } from '../../src/sample/index.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import {
  FIRST_DAY,
  factsInUsd,
  grouped,
  LAST_DAY,
  number,
  rowsOf,
  SEEDS,
  sample,
  sum,
  text,
  total,
  usdOf,
  WEEKS,
} from './support.ts';

const CASES = SEEDS.slice(0, 3).flatMap((seed) =>
  [true, false].map((story): [number, boolean] => [seed, story]),
);

const ids = (data: SampleData, sheet: string, key: string): Set<string> =>
  new Set(rowsOf(data, sheet).map((row) => text(row[key])));

function unknown(data: SampleData, sheet: string, key: string, known: ReadonlySet<string>): string[] {
  return rowsOf(data, sheet)
    .flatMap((row) => text(row[key]).split(', '))
    .filter((id) => id !== '' && !known.has(id));
}

/** Pairs that one row must keep: the first is never more than the second. */
const AT_MOST: readonly (readonly [string, string])[] = [
  ['clicks', 'impressions'],
  ['completed_views', 'views'],
  ['engaged_views', 'views'],
  ['likes', 'views'],
  ['product_clicks', 'product_impressions'],
  ['orders', 'product_clicks'],
  ['orders', 'units'],
  ['orders', 'views'],
];

describe.each(CASES)('seed %d, story %s', (seed, story) => {
  const data = sample(seed, story);

  test('a row of performance does not contradict itself', () => {
    const wrong = rowsOf(data, 'performance').filter(
      (row) =>
        AT_MOST.some(([less, more]) => less in row && more in row && number(row[less]) > number(row[more])) ||
        row.to !== number(row.from) + 6 ||
        (number(row.from) - FIRST_DAY) % 7 !== 0 ||
        number(row.gmv) > 0 !== number(row.orders) > 0,
    );
    expect(wrong).toEqual([]);
  });

  test('performance and orders agree, item by item and week by week', () => {
    const weekOf = (day: number): number => FIRST_DAY + Math.floor((day - FIRST_DAY) / 7) * 7;
    const sold = grouped(
      rowsOf(data, 'orders').filter((row) => text(row.content) + text(row.utm_content) !== ''),
      (row) => `${text(row.content)}${text(row.utm_content)} ${weekOf(number(row.date))}`,
    );
    const wrong = rowsOf(data, 'performance').filter((row) => {
      const orders = sold.get(`${text(row.content)} ${number(row.from)}`) ?? [];
      return (
        row.orders !== orders.length ||
        row.units !== total(orders, 'units') ||
        Math.abs(number(row.gmv) - total(orders, 'amount')) > 0.005 ||
        orders.some((order) => ['platform', 'account', 'currency'].some((key) => order[key] !== row[key]))
      );
    });
    expect(wrong).toEqual([]);
    const known = new Set(
      rowsOf(data, 'performance').map((row) => `${text(row.content)} ${number(row.from)}`),
    );
    expect([...sold.keys()].filter((key) => !known.has(key))).toEqual([]);
  });

  test('nothing happens before its publication or outside the weeks', () => {
    const published = new Map(rowsOf(data, 'content').map((row) => [text(row.id), number(row.published)]));
    const publishedAt = (row: RowValues): number =>
      published.get(text(row.content) + text(row.utm_content)) ?? Number.POSITIVE_INFINITY;
    const attributed = rowsOf(data, 'orders').filter(
      (row) => text(row.content) + text(row.utm_content) !== '',
    );
    const comments = rowsOf(data, 'comments');
    const early = [
      ...rowsOf(data, 'performance').filter((row) => number(row.to) + 1 <= publishedAt(row)),
      ...attributed.filter((row) => number(row.date) < Math.floor(publishedAt(row))),
      ...comments.filter((row) => number(row.posted) <= publishedAt(row)),
      ...comments.filter((row) => 'answered' in row && number(row.answered) <= number(row.posted)),
    ];
    expect(early).toEqual([]);
    const last = [
      ...rowsOf(data, 'orders').map((row) => number(row.date)),
      ...comments.flatMap((row) => [number(row.posted), number(row.answered)]),
    ];
    expect(Math.max(...last)).toBeLessThan(LAST_DAY + 1);
    expect(Math.min(...rowsOf(data, 'orders').map((row) => number(row.date)))).toBeGreaterThanOrEqual(
      FIRST_DAY,
    );
  });

  test('keys are unique and references lead somewhere', () => {
    for (const [sheet, key] of [
      ['content', 'id'],
      ['orders', 'id'],
      ['tree', 'id'],
      ['imports', 'id'],
      ['products', 'sku'],
      ['actions', 'id'],
    ] as const) {
      expect(ids(data, sheet, key).size).toBe(rowsOf(data, sheet).length);
    }
    const facts = rowsOf(data, 'performance');
    expect(grouped(facts, (row) => `${text(row.content)} ${number(row.from)}`).size).toBe(facts.length);
    const content = ids(data, 'content', 'id');
    const nodes = ids(data, 'tree', 'id');
    const people = ids(data, 'team', 'name');
    const references: readonly [string, string, ReadonlySet<string>][] = [
      ...(['performance', 'costs', 'comments'] as const).map(
        (sheet): [string, string, ReadonlySet<string>] => [sheet, 'content', content],
      ),
      ['orders', 'content', content],
      ['orders', 'utm_content', content],
      ['assets', 'used_by', content],
      ...['content', 'performance', 'orders', 'costs', 'comments', 'imports', 'tree'].map(
        (sheet): [string, string, ReadonlySet<string>] => [sheet, 'account', ids(data, 'accounts', 'id')],
      ),
      ['content', 'product', ids(data, 'products', 'sku')],
      ['orders', 'sku', ids(data, 'products', 'sku')],
      ['performance', 'import', ids(data, 'imports', 'id')],
      ['orders', 'import', ids(data, 'imports', 'id')],
      ...(['targets', 'actions', 'content'] as const).map((sheet): [string, string, ReadonlySet<string>] => [
        sheet,
        'node',
        nodes,
      ]),
      ['tree', 'parent', nodes],
      ['tree', 'guardrail', nodes],
      ['team', 'nodes', nodes],
      ...(['tree', 'actions', 'comments', 'accounts'] as const).map(
        (sheet): [string, string, ReadonlySet<string>] => [sheet, 'owner', people],
      ),
      ...['planner', 'editor', 'writer', 'operator', 'reviewer'].map(
        (key): [string, string, ReadonlySet<string>] => ['content', key, people],
      ),
    ];
    for (const [sheet, key, known] of references)
      expect([sheet, key, unknown(data, sheet, key, known)]).toEqual([sheet, key, []]);
  });

  test('every day of every account is covered, and the log counts its rows', () => {
    const taken = grouped([...rowsOf(data, 'performance'), ...rowsOf(data, 'orders')], (row) =>
      text(row.import),
    );
    for (const entry of rowsOf(data, 'imports')) {
      const rows = taken.get(text(entry.id)) ?? [];
      expect(entry.taken).toBe(rows.length);
      expect(rows.every((row) => row.account === entry.account)).toBe(true);
    }
    const weekly = rowsOf(data, 'imports').filter((entry) => entry.format !== 'sample.orders');
    for (const [, entries] of grouped(weekly, (entry) => text(entry.account))) {
      expect(entries.map((entry) => entry.from)).toEqual(
        Array.from({ length: WEEKS }, (_, week) => FIRST_DAY + week * 7),
      );
    }
  });

  test('the tree closes on the data in every week', () => {
    const facts = factsInUsd(data);
    const keys = [...new Set(facts.flatMap((row) => Object.keys(row)))];
    const columns = Object.fromEntries(
      keys.map((key) => [
        key,
        facts.map((row) => (typeof row[key] === 'number' ? (row[key] as number) : null)),
      ]),
    );
    const tree = rowsOf(data, 'tree').filter((node) => node.kind !== 'influence');
    const weeks = grouped(
      facts.map((row, index) => ({ ...row, index })),
      (row) => String(row.from),
    );
    const valueIn = (node: RowValues, from: number): number => {
      const inScope = (weeks.get(String(from)) ?? [])
        .filter((row) => node.platform === undefined || row.platform === node.platform)
        .map((row) => number(row.index));
      return ratioOver(text(node.metric), columns, inScope) as number;
    };
    for (let from = FIRST_DAY; from <= LAST_DAY; from += 7) {
      for (const parent of tree.filter((node) => node.operator !== undefined)) {
        const parts = tree.filter((node) => node.parent === parent.id).map((node) => valueIn(node, from));
        const made =
          parent.operator === 'sum' ? sum(parts) : parts.reduce((product, part) => product * part, 1);
        expect(made / valueIn(parent, from)).toBeCloseTo(1, 9);
      }
    }
  });

  test('no platform and no account carries everything, and content pays', () => {
    const usd = usdOf(data);
    const worth = (rows: readonly RowValues[], key: string, day: string): number =>
      sum(rows.map((row) => number(row[key]) * usd(row.currency, row[day])));
    const facts = rowsOf(data, 'performance');
    const gmv = worth(facts, 'gmv', 'to');
    for (const [, rows] of grouped(facts, (row) => text(row.platform)))
      expect(worth(rows, 'gmv', 'to')).toBeLessThan(gmv * 0.65);
    const costs = worth(rowsOf(data, 'costs'), 'amount', 'date');
    expect(gmv / costs).toBeGreaterThan(1.5);
    expect(gmv / costs).toBeLessThan(5);
  });
});
