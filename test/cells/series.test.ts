/** The published weekly figures through the built functions, and what missing days do to them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialOfIsoDate } from '../../src/kpi/calendar.ts';
import { bare, column, expectCells, plain, sentenceOf } from './support.ts';

const run = bare();
const lines = readFileSync(join(__dirname, '../kpi/golden/daily-page-views.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1);
const golden = lines.map((line) => line.split(',') as [string, string]);
const serial = (day: string): number => serialOfIsoDate(day)!;
const dates = column(...golden.map(([day]) => serial(day)), '', '');
const values = column(...golden.map(([, views]) => Number(views)), '', '');

test('six weeks to 2021-09-25 and the year before', () => {
  const rows = plain(run.KPI_TRAILING_WEEKS!(dates, values, '2021-09-25')) as unknown[][];
  expect(rows).toEqual([
    [serial('2021-08-21'), 496725868, 429282793],
    [serial('2021-08-28'), 499671126, 439825733],
    [serial('2021-09-04'), 464148871, 453443686],
    [serial('2021-09-11'), 457477195, 402629589],
    [serial('2021-09-18'), 460207741, 383456304],
    [serial('2021-09-25'), 470759324, 383306638],
  ]);
  expect(plain(run.KPI_TRAILING_WEEKS!(dates, values, '2021-09-25', 2))).toEqual(rows.slice(4));
});

test('twelve months to August 2021', () => {
  const rows = plain(run.KPI_TRAILING_MONTHS!(dates, values, serial('2021-09-25'))) as unknown[][];
  const months = [
    1708890199, 1807907694, 1820822982, 1922478407, 2318880564, 1969227848, 2117874905, 2036021000,
    2057839090, 2051219932, 2274329968, 2207577942,
  ];
  expect(rows.map((row) => row[1])).toEqual(months);
  expect([rows[0]?.[0], rows[11]?.[0]]).toEqual(['2020-09', '2021-08']);
  expect(plain(run.KPI_TRAILING_MONTHS!(dates, values, '2021-08-31', 1))).toEqual([rows[11]]);
});

describe('to date', () => {
  test('at 2021-09-25', () => {
    const rows = plain(run.KPI_TO_DATE!(dates, values, '2021-09-25')) as (string | number)[][];
    expect(rows.map(([label]) => label)).toEqual(['WoW', 'YoY', 'MTD', 'QTD', 'YTD']);
    expectCells(
      rows.slice(0, 4).map((row) => row[3]),
      [0.0229278694, 0.2281533303, 0.1534821198, 0.2268637106],
      1e-9,
    );
    expect(rows.map((row) => row[1])).toEqual([470759324, 470759324, 1632139558, 6114047468, 18665110807]);
    expect(rows.slice(0, 4).map((row) => row.slice(4))).toEqual([
      [7, 7],
      [7, 7],
      [25, 25],
      [87, 87],
    ]);
  });

  test('at 2021-01-09, nine days are compared with five only when told to', () => {
    const likeForLike = plain(run.KPI_TO_DATE!(dates, values, '2021-01-09')) as (string | number)[][];
    expectCells([likeForLike[0]?.[3], likeForLike[1]?.[3]], [0.1384817127, 0.3449410665], 1e-9);
    const [, , mtd, , ytd] = likeForLike;
    expect((ytd![3] as number).toFixed(4)).toBe('0.4230');
    expect(ytd?.slice(4)).toEqual([9, 5]);
    expect(ytd?.slice(1)).toEqual(mtd?.slice(1));
    for (const no of [false, 0, 'FALSE']) {
      const rows = plain(run.KPI_TO_DATE!(dates, values, '2021-01-09', 12, no)) as (string | number)[][];
      expect((rows[4]![3] as number).toFixed(4)).toBe('1.4324');
      expect(rows[4]?.slice(4)).toEqual([9, 5]);
    }
  });

  test('a fiscal year that ends in March begins in April', () => {
    const rows = plain(run.KPI_TO_DATE!(dates, values, '2021-05-02', 3)) as (string | number)[][];
    expect(rows[4]?.slice(4)).toEqual([32, 32]);
    expect(rows[3]?.slice(4)).toEqual([32, 32]);
  });
});

test('a missing day empties its week and its month; an empty cell is a missing day', () => {
  const holes = values.map(([value], i) => [golden[i]?.[0] === '2021-09-15' ? '' : value]);
  const weeks = plain(run.KPI_TRAILING_WEEKS!(dates, holes, '2021-09-25')) as unknown[][];
  expect(weeks.map((row) => row[1] === '')).toEqual([false, false, false, false, true, false]);
  const months = plain(run.KPI_TRAILING_MONTHS!(dates, holes, '2021-09-30', 2)) as unknown[][];
  expect(months.map((row) => row[1] === '')).toEqual([false, true]);
});

test('without a last day there is nothing to show', () => {
  expect(plain(run.KPI_TRAILING_WEEKS!(dates, values, ''))).toEqual([['', '', '']]);
  expect(plain(run.KPI_TRAILING_MONTHS!(dates, values))).toEqual([['', '', '']]);
  expect(plain(run.KPI_TO_DATE!(dates, values))).toEqual([['', '', '', '', '', '']]);
});

test('a header is passed over, a bad cell empties its week alone, a single value goes with every day', () => {
  const from = serial('2026-11-02');
  const days = column('Date', ...Array.from({ length: 14 }, (_, i) => from + i));
  const ones = column('GMV', ...new Array(14).fill(1));
  expect(plain(run.KPI_TRAILING_WEEKS!(days, ones, from + 13, 2))).toEqual([
    [from + 6, 7, ''],
    [from + 13, 7, ''],
  ]);
  for (const bad of ['#N/A', 'many', true]) {
    const values = ones.map((row, i) => (i === 3 ? [bad] : row));
    expect(plain(run.KPI_TRAILING_WEEKS!(days, values, from + 13, 2))).toEqual([
      [from + 6, '', ''],
      [from + 13, 7, ''],
    ]);
    const [week] = plain(run.KPI_TO_DATE!(days, values, from + 13)) as unknown[][];
    expect(week).toEqual(['WoW', 7, 6, 0, 7, 6]); // of the six days that both weeks have
  }
  expect(plain(run.KPI_TRAILING_WEEKS!(days.slice(1), 2, from + 13, 1))).toEqual([[from + 13, 14, '']]);
});

test('like for like is yes or no in both languages', () => {
  const change = (word: unknown): unknown =>
    (plain(run.KPI_TO_DATE!(dates, values, '2021-01-09', '', word)) as number[][])[4]![3]!.toFixed(4);
  for (const yes of [true, 1, 'TRUE', 'yes', '是', ' Ｙes'])
    expect([yes, change(yes)]).toEqual([yes, '0.4230']);
  for (const no of [false, 0, 'no', '否', 'false']) expect([no, change(no)]).toEqual([no, '1.4324']);
});

const NO_DATE = 'This is not a date: use a date cell or text such as 2026-11-22.';
const COUNT = 'The number of periods must be a whole number from 1 to 520.';

test.each([
  ['KPI_TRAILING_WEEKS', [column(44000, 'soon'), column(1, 2), 44001], `Value 2 of the range: ${NO_DATE}`],
  [
    'KPI_TRAILING_WEEKS',
    [column('Day', 44000, 44001), column('GMV', '', 'many'), 44001],
    'Value 3 of the range: This is not a number.',
  ],
  ['KPI_TRAILING_WEEKS', [column(44000, 44001, 44002), column(1, 2), 44001], 'The ranges differ in length.'],
  ['KPI_TRAILING_WEEKS', [column(44000), column(1), 44001, 0], COUNT],
  ['KPI_TRAILING_MONTHS', [column(44000), column(1), 44001, 2.5], COUNT],
  ['KPI_TRAILING_MONTHS', [column(44000), column(1), 44001, 'x'], 'This is not a number.'],
  ['KPI_TO_DATE', [column(44000), column(1), true], NO_DATE],
  [
    'KPI_TO_DATE',
    [column(44000), column(1), 44001, 13],
    'The month in which the fiscal year ends must be a whole number from 1 to 12.',
  ],
  ['KPI_TO_DATE', [column(44000), column(1), 44001, '', 'maybe'], 'Like for like must be TRUE or FALSE.'],
])('%s(%j) is refused', (name, args, sentence) => {
  expect(sentenceOf(() => run[name]!(...args))).toBe(sentence);
});
