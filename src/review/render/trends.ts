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

/** A table of periods: a row of labels, then actual and, where there is one, plan of each KPI; returns the rows of each. */
function table(
  grid: Grid,
  review: Review,
  root: Trend,
  title: string,
  pick: 'weeks' | 'months',
): readonly Place[] {
  // Beside the figures themselves it would stand on the axes of the charts.
  const isShared = (i: number): boolean => review.trends.some((trend) => trend[pick][i]?.estimated === true);
  grid.heading(title);
  const labels = grid.header([
    [AT.name, say(voiceOf(review), 'COL_KPI')],
    ...root[pick].map(({ label }, i): HeaderTitle => [AT.first + i, isShared(i) ? `≈ ${label}` : label]),
  ]);
  return review.trends.map((trend) => {
    const value = grid.add([
      [AT.name, textCell(trend.name)],
      ...pointCells(trend[pick], 'value', trend.unit),
    ]);
    return { labels, value, plan: planRow(grid, review, trend, pick) };
  });
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
const LEFT = { weeks: { column: 1, width: 400 }, months: { column: 3, width: 550 } };
const RIGHT = { weeks: { column: 9, width: 360 }, months: { column: 13, width: 530 } };
const SMALL_ROWS = 9;

/** Charts of the first-level KPIs, in bands below the tables. */
function smallCharts(grid: Grid, review: Review, drawn: readonly Drawn[]): void {
  const others = drawn.filter(({ trend }) => trend.months.some(({ value }) => value !== null));
  others.forEach(({ trend, weeks, months }, i) => {
    const isLeft = i % 2 === 0;
    const place = isLeft ? LEFT : RIGHT;
    if (isLeft) grid.blank(SMALL_ROWS + 1);
    const to = grid.rows.length;
    const block = { from: to - SMALL_ROWS, to };
    const { name } = trend;
    chart(grid, say(voiceOf(review), 'CHART_WEEKS', { name }), weeks, trend.weeks, block, place.weeks);
    chart(grid, say(voiceOf(review), 'CHART_MONTHS', { name }), months, trend.months, block, place.months);
  });
}

/** A KPI and its rows in both tables. */
type Drawn = { readonly trend: Trend; readonly weeks: Place; readonly months: Place };

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
  renderToDate(grid, review, root);
  const from = grid.rows.length;
  const weeks = table(grid, review, root, say(voiceOf(review), 'TREND_WEEKS'), 'weeks');
  grid.blank(Math.max(1, from + CHART_ROWS - grid.rows.length));
  const block = { from, to: grid.rows.length };
  const months = table(grid, review, root, say(voiceOf(review), 'TREND_MONTHS'), 'months');
  const [own, ...others] = review.trends.map(
    (trend, i): Drawn => ({ trend, weeks: weeks[i] as Place, months: months[i] as Place }),
  ) as [Drawn, ...Drawn[]];
  const values = { name: root.name };
  if (hasWeeks) {
    chart(grid, say(voiceOf(review), 'CHART_WEEKS', values), own.weeks, root.weeks, block, WEEKS_CHART);
  }
  if (hasMonths) {
    chart(grid, say(voiceOf(review), 'CHART_MONTHS', values), own.months, root.months, block, MONTHS_CHART);
  }
  smallCharts(grid, review, others);
}
