/** Section 4 as it is drawn, from its plain data. */
import type { ToDate, Trend } from '../../src/review/model.ts';
import { Grid } from '../../src/review/render/grid.ts';
import { renderTrends } from '../../src/review/render/trends.ts';
import { shown } from './shown.ts';

const point = (value: number | null, plan: number | null = null) => ({
  ...{ label: 'P', value, estimated: false, plan },
});
const toDate = (more: Partial<ToDate> = {}): ToDate => ({
  ...{ period: 'month', figure: { value: 90, days: 20, of: 31, estimated: false } },
  ...{ plan: 100, attainment: 0.9, yoy: 0.25, comparedDays: 20, ...more },
});
const trend = (id: string, more: Partial<Trend> = {}): Trend => ({
  ...{ id, name: id.toUpperCase(), unit: 'count', toDate: [toDate()] },
  ...{ weeks: [point(null), point(5, 6)], months: [point(20, 25), point(30, 25)], ...more },
});
const reviewOf = (...trends: Trend[]) =>
  ({ language: 'en', currency: 'USD', period: { kind: 'week' }, trends }) as never;
const charts = (...trends: Trend[]) => {
  const grid = new Grid();
  renderTrends(grid, reviewOf(...trends));
  return grid.charts.map(({ title, series, anchorColumn }) => ({
    title,
    column: anchorColumn,
    rows: series.map(({ row }) => grid.rows[row]?.cells.get(1)?.value),
  }));
};

test('the goal has a chart of its weeks and one of its months, each drawn from its own figures and plan', () => {
  expect(charts(trend('gmv'))).toEqual([
    { title: 'GMV: six weeks', column: 9, rows: ['GMV', 'GMV, plan'] },
    { title: 'GMV: twelve months', column: 13, rows: ['GMV', 'GMV, plan'] },
  ]);
});

test('a goal without a figure in these weeks has the chart of its months alone, and the other way round', () => {
  const titles = (more: Partial<Trend>) => charts(trend('gmv', more)).map(({ title }) => title);
  expect(titles({ weeks: [point(null), point(null)] })).toEqual(['GMV: twelve months']);
  expect(titles({ months: [point(null), point(null)] })).toEqual(['GMV: six weeks']);
});

test('the KPIs below it stand two in a band, each with its own rows; one that nobody measured has no chart', () => {
  const none = trend('none', { months: [point(null)] });
  const planless = trend('c', { weeks: [point(1)], months: [point(2)] });
  const below = charts(trend('gmv'), trend('a'), none, trend('b'), planless).slice(2);
  expect(below.map(({ title, column }) => [title, column])).toEqual([
    ['A: six weeks', 1],
    ['A: twelve months', 3],
    ['B: six weeks', 9],
    ['B: twelve months', 13],
    ['C: six weeks', 1],
    ['C: twelve months', 3],
  ]);
  expect(below.map(({ rows }) => rows)).toEqual([
    ...[['A', 'A, plan'], ['A', 'A, plan'], ['B', 'B, plan'], ['B', 'B, plan'], ['C'], ['C']],
  ]);
});

test('a figure to date says how many days it has, and how many both years have where these are fewer', () => {
  const days = (more: Partial<ToDate>) =>
    shown(renderTrends, reviewOf(trend('gmv', { toDate: [toDate(more)] }))).values.find(
      ([name]) => name === 'GMV',
    );
  expect(days({})).toEqual(['GMV', null, 90, 0.9, 0.25, '20 of 31']);
  expect(days({ comparedDays: 12 })).toEqual(['GMV', null, 90, 0.9, 0.25, '20 of 31 · 12 compared']);
  expect(days({ yoy: null, comparedDays: 0 })).toEqual(['GMV', null, 90, 0.9, null, '20 of 31']);
});
