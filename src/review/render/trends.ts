import { say } from '../../text/index.ts';
import { COLORS, unitFormat } from '../../workbook/formats.ts';
import type { Review, Trend, TrendPoint } from '../model.ts';
import { AT, type Cell, type Grid, type HeaderTitle, numberCell, textCell } from './grid.ts';

const CHART_ROWS = 13;
const CHART_HEIGHT = 260;

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

type Where = { readonly column: number; readonly width: number; readonly row: number };

function chart(grid: Grid, title: string, place: Place, count: number, where: Where): void {
  grid.charts.push({
    title,
    labels: place.labels,
    series: [
      { row: place.value, plan: false },
      ...(place.plan === null ? [] : [{ row: place.plan, plan: true }]),
    ],
    from: AT.first,
    to: AT.first + count,
    anchorRow: where.row,
    anchorColumn: where.column,
    width: where.width,
    height: CHART_HEIGHT,
  });
}

/** Section 4: six weeks and twelve months in figures, and the goal as two charts with its plan. */
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
  const weeks = table(grid, review, say(language, 'TREND_WEEKS'), 'weeks');
  grid.blank();
  const months = table(grid, review, say(language, 'TREND_MONTHS'), 'months');
  const row = grid.rows.length + 1;
  grid.blank(CHART_ROWS);
  if (hasWeeks && weeks !== null) {
    const title = say(language, 'CHART_WEEKS', { name: root.name });
    chart(grid, title, weeks, root.weeks.length, { row, column: AT.name, width: 640 });
  }
  if (hasMonths && months !== null) {
    const title = say(language, 'CHART_MONTHS', { name: root.name });
    chart(grid, title, months, root.months.length, { row, column: 7, width: 760 });
  }
}
