import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isoDate, serialOfIsoDate } from '../../src/kpi/calendar.ts';
import type { Cell } from '../../src/kpi/issue.ts';
import {
  type Comparison,
  type DailySeries,
  dailySeries,
  toDate,
  totalOf,
  trailingMonths,
  trailingWeeks,
  wholeTotal,
} from '../../src/kpi/series.ts';
import { anyCell, expectFinite } from './cells.ts';

const lines = readFileSync(join(__dirname, 'golden/daily-page-views.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1);
const rows = lines.map((line): [string, number] => [
  line.split(',')[0] as string,
  Number(line.split(',')[1]),
]);
const seriesOf = (entries: readonly (readonly [Cell, Cell])[]): DailySeries =>
  dailySeries(
    entries.map(([date]) => date),
    entries.map(([, value]) => value),
  ) as DailySeries;
const golden = seriesOf(rows);
const day = (text: string): number => serialOfIsoDate(text) as number;
const pick = (comparisons: readonly Comparison[], label: string): Comparison =>
  comparisons.find((row) => row.label === label) as Comparison;

test('golden: six weeks to 2021-09-25 and the year before', () => {
  const weeks = trailingWeeks(golden, day('2021-09-25'));
  expect(weeks.map((week) => week.value)).toEqual([
    496725868, 499671126, 464148871, 457477195, 460207741, 470759324,
  ]);
  expect(weeks.map((week) => week.yearBefore)).toEqual([
    429282793, 439825733, 453443686, 402629589, 383456304, 383306638,
  ]);
  expect([isoDate(weeks[0]?.start as number), isoDate(weeks[5]?.end as number)]).toEqual([
    '2021-08-15',
    '2021-09-25',
  ]);
});

test('golden: twelve months to August 2021', () => {
  const months = trailingMonths(golden, day('2021-09-25'));
  expect(months.map((month) => month.value)).toEqual([
    1708890199, 1807907694, 1820822982, 1922478407, 2318880564, 1969227848, 2117874905, 2036021000,
    2057839090, 2051219932, 2274329968, 2207577942,
  ]);
  expect(isoDate(months[0]?.start as number)).toBe('2020-09-01');
  expect(trailingMonths(golden, day('2021-08-31'), 1)[0]?.value).toBe(2207577942);
  expect(trailingMonths(golden, day('2021-08-30'), 1)[0]?.value).toBe(2274329968);
});

test('golden: WoW, YoY, MTD, QTD and YTD at 2021-09-25', () => {
  const comparisons = toDate(golden, day('2021-09-25'));
  expect((pick(comparisons, 'WoW').change as number) * 100).toBeCloseTo(2.29278694, 7);
  expect((pick(comparisons, 'YoY').change as number) * 100).toBeCloseTo(22.81533303, 7);
  expect(pick(comparisons, 'MTD').value).toBe(1632139558);
  expect((pick(comparisons, 'MTD').change as number) * 100).toBeCloseTo(15.34821198, 7);
  expect(pick(comparisons, 'QTD').value).toBe(6114047468);
  expect((pick(comparisons, 'QTD').change as number) * 100).toBeCloseTo(22.68637106, 7);
  expect(pick(comparisons, 'YTD').value).toBe(18665110807);
  expect([pick(comparisons, 'YTD').days, pick(comparisons, 'YTD').daysCompared]).toEqual([268, 264]);
});

test('golden: the year to date at 2021-01-09 is like for like, with its coverage', () => {
  const comparisons = toDate(golden, day('2021-01-09'));
  expect((pick(comparisons, 'WoW').change as number) * 100).toBeCloseTo(13.84817127, 7);
  expect((pick(comparisons, 'YoY').change as number) * 100).toBeCloseTo(34.49410665, 7);
  const ytd = pick(comparisons, 'YTD');
  expect((ytd.change as number) * 100).toBeCloseTo(42.3, 2);
  expect([ytd.days, ytd.daysCompared]).toEqual([9, 5]);
  expect((ytd.comparable as number) / (ytd.before as number) - 1).toBe(ytd.change);
  const asPublished = pick(toDate(golden, day('2021-01-09'), 12, false), 'YTD');
  expect((asPublished.change as number) * 100).toBeCloseTo(143.24, 2);
  expect([asPublished.days, asPublished.daysCompared]).toEqual([9, 5]);
});

test('a week or month with a missing day is null', () => {
  const holed = seriesOf(rows.filter(([date]) => date !== '2021-09-20'));
  expect(trailingWeeks(holed, day('2021-09-25')).map((week) => week.value)[5]).toBeNull();
  expect(trailingMonths(holed, day('2021-09-30'), 1)[0]?.value).toBeNull();
  expect(trailingWeeks(golden, day('2020-01-11'), 1)[0]?.yearBefore).toBeNull();
  const week = pick(toDate(holed, day('2021-09-25')), 'WoW');
  expect([week.days, week.daysCompared]).toEqual([6, 6]);
});

test('the total of the measured days, and of a whole period', () => {
  const series = new Map([
    [1, 5],
    [3, 2],
    [4, 0],
  ]);
  expect([totalOf(series, 1, 3), totalOf(series, 4, 4)]).toEqual([
    { value: 7, days: 2 },
    { value: 0, days: 1 },
  ]);
  for (const [from, to] of [
    [2, 2],
    [5, 9],
    [3, 1],
  ] as const)
    expect(totalOf(series, from, to)).toEqual({ value: null, days: 0 });
  expect([wholeTotal(series, 3, 4), wholeTotal(series, 1, 3), wholeTotal(series, 1, 1)]).toEqual([
    2,
    null,
    5,
  ]);
  const huge = new Map([
    [1, 1e308],
    [2, 1e308],
  ]);
  expect(totalOf(huge, 1, 2)).toEqual({ value: null, days: 2 });
});

test('as many weeks and months as are asked for, six and twelve unless told, and ten years of weeks at most', () => {
  const end = day('2021-09-25');
  expect([trailingWeeks(golden, end).length, trailingMonths(golden, end).length]).toEqual([6, 12]);
  for (const [asked, given] of [
    [0, 0],
    [-3, 0],
    [Number.NaN, 0],
    [2.9, 2],
    [521, 520],
  ] as const) {
    expect(trailingWeeks(new Map(), end, asked)).toHaveLength(given);
    expect(trailingMonths(new Map(), end, asked)).toHaveLength(given);
  }
  expect(trailingWeeks(golden, end + 0.9, 1)).toEqual(trailingWeeks(golden, end, 1));
  expect(trailingMonths(golden, day('2021-08-31') + 0.9, 1)[0]?.value).toBe(2207577942);
  const [august] = trailingMonths(golden, day('2021-08-31'), 1);
  expect([august?.start, august?.end]).toEqual([day('2021-08-01'), day('2021-08-31')]);
  const before = trailingMonths(golden, day('2020-08-31'), 1)[0]?.value;
  expect([before === null, august?.yearBefore]).toEqual([false, before]);
});

test('each comparison is of its own days', () => {
  // One a day: what is compared is how many days each side has.
  const first = day('2024-01-01');
  const series = new Map(Array.from({ length: 1100 }, (_, i) => [first + i, i < 366 ? 1 : 2]));
  const told = (asOf: string, month?: number) =>
    toDate(series, day(asOf) + 0.5, month).map(({ label, days, value, before, change }) => [
      ...[label, days, value, before, change],
    ]);
  expect(told('2025-05-15')).toEqual([
    ['WoW', 7, 14, 14, 0],
    ['YoY', 7, 14, 7, 1],
    ['MTD', 15, 30, 15, 1],
    ['QTD', 45, 90, 45, 1],
    // 31 + 28 + 31 + 30 + 15 days; 29 February 2024 has no counterpart.
    ['YTD', 135, 270, 135, 1],
  ]);
  // A fiscal year that ends in March began on 1 April, as its quarter did.
  expect(told('2025-05-15', 3).slice(3)).toEqual([
    ['QTD', 45, 90, 45, 1],
    ['YTD', 45, 90, 45, 1],
  ]);
});

test('rows of one day add up; an empty value is not measured', () => {
  const series = seriesOf([
    ['2026-11-16', 1],
    [46342.5, 2],
    ['2026-11-17', ''],
    ['', 9],
  ]);
  expect([...series]).toEqual([[46342, 3]]);
  expect(dailySeries(['2026-11-16', 'soon'], [1, 2])).toEqual({ fault: 'NOT_A_DATE', position: 1 });
  expect(dailySeries(['Day', '2026-11-16'], ['GMV', 'many'])).toEqual({ fault: 'NOT_A_NUMBER', position: 1 });
  expect(dailySeries([1], [])).toEqual({ fault: 'DIFFERENT_LENGTHS' });
});

test('a bad cell is a day that was not measured, and a header is no row', () => {
  const series = dailySeries(
    ['Day', '', 5, 5, 6, 7, 'Total', true],
    ['GMV', 'note', 1, '#N/A', 2, { fault: 'NEEDS_BASELINE' }, '', 'x'],
  ) as DailySeries;
  expect([...series]).toEqual([[6, 2]]);
});

test('29 February is compared with no day', () => {
  const dates = ['2023-02-27', '2023-02-28', '2024-02-27', '2024-02-28', '2024-02-29'];
  const series = seriesOf(dates.map((date) => [date, 10]));
  const mtd = pick(toDate(series, day('2024-02-29')), 'MTD');
  expect([mtd.value, mtd.before, mtd.comparable, mtd.days, mtd.daysCompared]).toEqual([30, 20, 20, 3, 2]);
});

test('nothing now is no change, like for like or not', () => {
  const series = seriesOf([['2026-11-09', 5]]);
  for (const likeForLike of [true, false]) {
    const week = pick(toDate(series, day('2026-11-16'), 12, likeForLike), 'WoW');
    expect([week.value, week.change, week.days]).toEqual([null, null, 0]);
  }
});

test('no change from nothing, and fiscal years', () => {
  const series = seriesOf([
    ['2026-11-16', 5],
    ['2026-11-09', 0],
  ]);
  expect(pick(toDate(series, day('2026-11-16')), 'WoW').change).toBeNull();
  expect(pick(toDate(series, day('2026-11-16')), 'YTD').daysCompared).toBe(0);
  expect(pick(toDate(series, day('2026-11-16'), 10), 'QTD').value).toBe(5);
  expect(pick(toDate(golden, day('2021-09-25'), 3), 'YTD').days).toBe(178);
});

test('any cells', () => {
  const entries = fc.array(fc.tuple(anyCell, anyCell), { maxLength: 10 });
  fc.assert(
    fc.property(
      entries,
      fc.integer({ min: -1000, max: 60_000 }),
      fc.boolean(),
      (cells, asOf, likeForLike) => {
        const series = dailySeries(
          cells.map(([date]) => date),
          cells.map(([, value]) => value),
        );
        if (!(series instanceof Map)) return;
        expectFinite(toDate(series, asOf, 12, likeForLike));
        expectFinite(trailingWeeks(series, asOf, 2));
        expectFinite(trailingMonths(series, asOf, 2));
      },
    ),
    { seed: 9, numRuns: 1000 },
  );
});
