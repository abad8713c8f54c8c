/** The sample team's review against sums over its rows, computed here in the plainest way. */
import type { Cell } from '../../src/kpi/issue.ts';
import { sampleTables } from '../../src/sample/index.ts';
import { NODES } from '../../src/sample/tree.ts';
import { LANGUAGES } from '../../src/workbook/template.ts';
import { build, line, type Rows } from './support.ts';

const LAST_DAY = 46236; // 2026-08-02
const MONDAY = LAST_DAY - 6;

type Row = Readonly<Record<string, Cell>>;

const rowsOf = (seed: number, story: boolean, language: (typeof LANGUAGES)[number]): Rows => {
  const { tables } = sampleTables({ seed, lastDay: LAST_DAY, story, language });
  return Object.fromEntries(tables.map(({ sheet, rows }) => [sheet, rows]));
};

const number = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : 0);

function rateOf(rates: readonly Row[], currency: string, day: number): number {
  if (currency === 'USD') return 1;
  const known = rates
    .filter((rate) => rate.currency === currency)
    .sort((a, b) => number(a.date) - number(b.date));
  return number((known.filter((rate) => number(rate.date) <= day).at(-1) ?? known[0])?.rate);
}

/** Sum of a measure over the facts of a platform within days, money in the reporting currency. */
function sumOf(rows: Rows, measure: string, platform: string | null, from: number, to: number): number {
  const currencies = new Map((rows.accounts ?? []).map((account) => [account.id, String(account.currency)]));
  let total = 0;
  for (const row of rows.performance ?? []) {
    if (platform !== null && row.platform !== platform) continue;
    if (number(row.from) < from || number(row.to) > to) continue;
    const currency = String(row.currency ?? currencies.get(String(row.account)) ?? 'USD');
    total +=
      number(row[measure]) * (measure === 'gmv' ? rateOf(rows.rates ?? [], currency, number(row.to)) : 1);
  }
  return total;
}

describe.each([
  [1, true, 'en'],
  [20, false, 'en'],
] as const)('seed %i, story %s, %s', (seed, story, language) => {
  const rows = rowsOf(seed, story, language);
  const built = build(rows, { language, monday: MONDAY, today: LAST_DAY + 1 });

  test('has a line for every KPI, no issue, and every day', () => {
    expect(built.issues).toEqual([]);
    expect(built.review.tree.map(({ id }) => id).sort()).toEqual(NODES.map(({ id }) => id).sort());
    expect(built.review.coverage.every(({ days, of }) => days === of)).toBe(true);
    expect(built.review.notes.map(({ code }) => code)).toEqual([
      'NOTE_SINCE', // half a year of data has no year before
      'NOTE_COVERAGE_ALL',
      'NOTE_ESTIMATED', // month and quarter share out the weeks over their borders
      'NOTE_METHODS',
    ]);
    expect(built.review.tree.filter(({ actual }) => actual.value === null)).toEqual([]);
  });

  test.each([
    ['gmv', 'gmv', null],
    ['gmv.tiktok', 'gmv', 'tiktok_shop'],
    ['gmv.youtube', 'gmv', 'youtube'],
    ['tiktok.product_impressions', 'product_impressions', 'tiktok_shop'],
  ])('%s is the sum of its rows, this week and the one before', (id, measure, platform) => {
    const week = sumOf(rows, measure, platform, MONDAY, LAST_DAY);
    const before = sumOf(rows, measure, platform, MONDAY - 7, MONDAY - 1);
    expect(week).toBeGreaterThan(0);
    expect((line(built, id).actual.value ?? 0) / week).toBeCloseTo(1, 9);
    expect(line(built, id).wow).toBeCloseTo(week / before - 1, 9);
  });

  test.each([
    ['tiktok.ctr', 'product_clicks', 'product_impressions'],
    ['tiktok.ctor', 'orders', 'product_clicks'],
    ['tiktok.aov', 'gmv', 'orders'],
  ])('%s is a quotient of sums', (id, above, below) => {
    const sum = (measure: string) => sumOf(rows, measure, 'tiktok_shop', MONDAY, LAST_DAY);
    expect(line(built, id).actual.value).toBeCloseTo(sum(above) / sum(below), 9);
  });

  test('the plan of the week is that of its days, and the score lies within its bounds', () => {
    const target = (rows.targets ?? [])
      .filter(({ node, from, to }) => node === 'gmv' && number(from) <= MONDAY && number(to) >= LAST_DAY)
      .at(-1);
    const { plan } = line(built, 'gmv');
    if (target !== undefined) {
      const days = number(target.to) - number(target.from) + 1;
      expect(plan).toBeCloseTo((number(target.target) * 7) / days, 6);
    }
    expect(plan).toBeGreaterThan(0);
    expect(built.review.headline.score).toBeGreaterThan(0);
    expect(built.review.headline.score).toBeLessThanOrEqual(1.5);
  });

  test('effects of the parts make the change of the goal', () => {
    const change =
      sumOf(rows, 'gmv', null, MONDAY, LAST_DAY) - sumOf(rows, 'gmv', null, MONDAY - 7, MONDAY - 1);
    const parts = built.review.tree.filter(({ parent }) => parent === 'gmv').map(({ effect }) => effect ?? 0);
    expect(parts.reduce((sum, effect) => sum + effect, 0)).toBeCloseTo(change, 4);
  });
});

test('both languages give the same figures, without an issue', () => {
  const [en, zh] = LANGUAGES.map((language) =>
    build(rowsOf(3, true, language), { language, monday: MONDAY, today: LAST_DAY + 1 }),
  );
  const figures = (built: typeof en) =>
    built?.review.tree.map(({ name: _name, owner: _owner, ...rest }) => rest);
  expect([en?.issues, zh?.issues]).toEqual([[], []]);
  expect(figures(zh)).toEqual(figures(en));
  expect(zh?.review.content.best.map(({ id }) => id)).toEqual(en?.review.content.best.map(({ id }) => id));
});
