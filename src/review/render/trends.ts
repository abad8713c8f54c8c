import { say } from '../../text/index.ts';
import { COLORS, unitFormat } from '../../workbook/formats.ts';
import type { Review, Trend, TrendPoint } from '../model.ts';
import { AT, type Cell, type Grid, type HeaderTitle, numberCell, ROW_PIXELS, textCell } from './grid.ts';

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

/** A table of periods: a row of labels, then actual and, where there is one, plan of each KPI; returns the first KPI's rows. */
function table(grid: Grid, review: Review, title: string, pick: 'weeks' | 'months'): Place | null {
  const first = review.trends[0];
  if (first === undefined) return null;
  grid.heading(title);
  const labels = grid.header([
    [AT.name, say(review.language, 'COL_KPI')],
    ...first[pick].map((point, i): HeaderTitle => [AT.first + i, point.label]),
  ]);
  let place: Place | null = null;
  for (const trend of review.trends) {
    const value = grid.add([
      [AT.name, textCell(trend.name)],
      ...pointCells(trend[pick], 'value', trend.unit),
    ]);
    const plan = planRow(grid, review, trend, pick);
    place ??= { labels, value, plan };
  }
  return place;
}

function planRow(grid: Grid, review: Review, trend: Trend, pick: 'weeks' | 'months'): number | null {
  if (trend[pick].every((point) => point.plan === null)) return null;
  const quiet = { textFormat: { foregroundColor: COLORS.quiet } };
  const name = say(review.language, 'TREND_PLAN', { name: trend.name });
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

/** Section 4: six weeks and twelve months in figures; beside the weeks, the goal as two charts with its plan. */
export function renderTrends(grid: Grid, review: Review): void {
  const root = review.trends[0];
  if (root === undefined) return;
  const { language } = review;
  grid.section(say(language, 'SECTION_TRENDS'));
  const hasWeeks = root.weeks.some((point) => point.value !== null);
  const hasMonths = root.months.some((point) => point.value !== null);
  if (!hasWeeks && !hasMonths) {
    grid.line(say(language, 'TRENDS_NONE'), { textFormat: { foregroundColor: COLORS.quiet } });
    return;
  }
  const from = grid.rows.length;
  const weeks = table(grid, review, say(language, 'TREND_WEEKS'), 'weeks');
  grid.blank(Math.max(1, from + CHART_ROWS - grid.rows.length));
  const block = { from, to: grid.rows.length };
  const months = table(grid, review, say(language, 'TREND_MONTHS'), 'months');
  if (hasWeeks && weeks !== null) {
    const title = say(language, 'CHART_WEEKS', { name: root.name });
    chart(grid, title, weeks, root.weeks, block, WEEKS_CHART);
  }
  if (hasMonths && months !== null) {
    const title = say(language, 'CHART_MONTHS', { name: root.name });
    chart(grid, title, months, root.months, block, MONTHS_CHART);
  }
}
