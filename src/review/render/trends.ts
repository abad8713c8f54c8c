import { say } from '../../text/index.ts';
import { COLORS, unitFormat } from '../../workbook/formats.ts';
import type { Review, Trend, TrendPoint } from '../model.ts';
import { voiceOf } from '../voice.ts';
import { AT, type Cell, type Grid, type HeaderTitle, numberCell, ROW_PIXELS, textCell } from './grid.ts';
import { renderToDate } from './to-date.ts';

/** The block of the weeks is at least so many rows high, that the charts beside it can be read. */
const CHART_ROWS = 11;
/** First column right of the six weeks, and the one right of the first chart. */
const WEEKS_CHART = { column: 9, width: 365 };
const MONTHS_CHART = { column: 13, width: 505 };

function pointCells(points: readonly TrendPoint[], pick: 'value' | 'plan', unit: string): [number, Cell][] {
  const { pattern } = unitFormat(unit, points[points.length - 1]?.[pick] ?? null);
  return points.map((point, i) => [AT.first + i, numberCell(point[pick], pattern)]);
}

type Place = { labels: number; value: number; plan: number | null };

/** A table of periods: a row of labels, then actual and, where there is one, plan of each KPI; returns the rows of each by its id. */
function table(grid: Grid, review: Review, title: string, pick: 'weeks' | 'months'): Map<string, Place> {
  const places = new Map<string, Place>();
  const first = review.trends[0];
  if (first === undefined) return places;
  // Beside the figures themselves it would stand on the axes of the charts.
  const isShared = (i: number): boolean => review.trends.some((trend) => trend[pick][i]?.estimated === true);
  grid.heading(title);
  const labels = grid.header([
    [AT.name, say(voiceOf(review), 'COL_KPI')],
    ...first[pick].map(({ label }, i): HeaderTitle => [AT.first + i, isShared(i) ? `≈ ${label}` : label]),
  ]);
  for (const trend of review.trends) {
    const value = grid.add([
      [AT.name, textCell(trend.name)],
      ...pointCells(trend[pick], 'value', trend.unit),
    ]);
    const plan = planRow(grid, review, trend, pick);
    places.set(trend.id, { labels, value, plan });
  }
  return places;
}

function planRow(grid: Grid, review: Review, trend: Trend, pick: 'weeks' | 'months'): number | null {
  if (trend[pick].every((point) => point.plan === null)) return null;
  const quiet = { textFormat: { foregroundColor: COLORS.quiet } };
  const name = say(voiceOf(review), 'TREND_PLAN', { name: trend.name });
  return grid.add([[AT.name, textCell(name, quiet)], ...pointCells(trend[pick], 'plan', trend.unit)]);
}

type Where = { readonly column: number; readonly width: number };

/** Columns of the chart: empty periods before the first figure are left out. */
function charted(points: readonly TrendPoint[]): { from: number; to: number } {
  const first = Math.max(
    0,
    points.findIndex((point) => point.value !== null),
  );
  return { from: AT.first + first, to: AT.first + points.length };
}

function chart(
  grid: Grid,
  title: string,
  place: Place,
  points: readonly TrendPoint[],
  block: Block,
  where: Where,
): void {
  grid.charts.push({
    title,
    kind: 'trend',
    labels: place.labels,
    series: [
      { row: place.value, role: 'figure' },
      ...(place.plan === null ? [] : [{ row: place.plan, role: 'plan' as const }]),
    ],
    ...charted(points),
    anchorRow: block.from,
    anchorColumn: where.column,
    width: where.width,
    height: (block.to - block.from) * ROW_PIXELS,
  });
}

/** Rows beside which the charts stand. */
type Block = { readonly from: number; readonly to: number };

/** Two KPIs stand beside each other, each with its weeks and its months. */
const PLACES = [
  { weeks: { column: 1, width: 400 }, months: { column: 3, width: 550 } },
  { weeks: { column: 9, width: 360 }, months: { column: 13, width: 530 } },
] as const;
const SMALL_ROWS = 9;

/** Charts of the first-level KPIs, in bands below the tables. */
function smallCharts(grid: Grid, review: Review, rows: Rows): void {
  const others = review.trends.slice(1).filter(({ months }) => months.some(({ value }) => value !== null));
  others.forEach((trend, i) => {
    const place = PLACES[i % PLACES.length] ?? PLACES[0];
    if (i % PLACES.length === 0) grid.blank(SMALL_ROWS + 1);
    const to = grid.rows.length;
    const block = { from: to - SMALL_ROWS, to };
    const [weeks, months] = [rows.weeks.get(trend.id), rows.months.get(trend.id)];
    const { name } = trend;
    if (weeks !== undefined) {
      chart(grid, say(voiceOf(review), 'CHART_WEEKS', { name }), weeks, trend.weeks, block, place.weeks);
    }
    if (months !== undefined) {
      chart(grid, say(voiceOf(review), 'CHART_MONTHS', { name }), months, trend.months, block, place.months);
    }
  });
}

type Rows = { readonly weeks: ReadonlyMap<string, Place>; readonly months: ReadonlyMap<string, Place> };

/** Section 4: to date, six weeks and twelve months in figures, and each as charts with its plan. */
export function renderTrends(grid: Grid, review: Review): void {
  const root = review.trends[0];
  if (root === undefined) return;
  grid.section(say(voiceOf(review), 'SECTION_TRENDS'));
  const hasWeeks = root.weeks.some((point) => point.value !== null);
  const hasMonths = root.months.some((point) => point.value !== null);
  if (!hasWeeks && !hasMonths) {
    grid.line(say(voiceOf(review), 'TRENDS_NONE'), { textFormat: { foregroundColor: COLORS.quiet } });
    return;
  }
  renderToDate(grid, review);
  const from = grid.rows.length;
  const weeks = table(grid, review, say(voiceOf(review), 'TREND_WEEKS'), 'weeks');
  grid.blank(Math.max(1, from + CHART_ROWS - grid.rows.length));
  const block = { from, to: grid.rows.length };
  const months = table(grid, review, say(voiceOf(review), 'TREND_MONTHS'), 'months');
  const [rootWeeks, rootMonths] = [weeks.get(root.id), months.get(root.id)];
  const values = { name: root.name };
  if (hasWeeks && rootWeeks !== undefined) {
    chart(grid, say(voiceOf(review), 'CHART_WEEKS', values), rootWeeks, root.weeks, block, WEEKS_CHART);
  }
  if (hasMonths && rootMonths !== undefined) {
    chart(grid, say(voiceOf(review), 'CHART_MONTHS', values), rootMonths, root.months, block, MONTHS_CHART);
  }
  smallCharts(grid, review, { weeks, months });
}
