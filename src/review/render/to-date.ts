import { say, type TextCode } from '../../text/index.ts';
import { COLORS } from '../../workbook/formats.ts';
import type { Review, ToDate, Trend } from '../model.ts';
import { voiceOf } from '../voice.ts';
import { figureCell } from './cells.ts';
import { AT, type Cell, type Grid, type HeaderTitle, numberCell, textCell } from './grid.ts';

const TITLES: Readonly<Record<ToDate['period'], TextCode>> = {
  month: 'COL_MTD',
  quarter: 'COL_QTD',
  year: 'COL_YTD',
};
/** Columns that each period takes: figure, against plan, against the year before, and the days. */
const WIDTH = 4;

function titles(trend: Trend, review: Review): HeaderTitle[] {
  return trend.toDate.flatMap(({ period }, i): HeaderTitle[] => {
    const at = AT.first + i * WIDTH;
    return [
      [at, say(voiceOf(review), TITLES[period])],
      [at + 1, say(voiceOf(review), 'COL_MTD_PLAN')],
      [at + 2, say(voiceOf(review), 'COL_YOY')],
      [at + 3, say(voiceOf(review), 'COL_DAYS')],
    ];
  });
}

/** Days that the figure has, and the days that both years have, where these are fewer. */
function daysText({ figure, comparedDays, yoy }: ToDate, review: Review): string {
  const days = say(voiceOf(review), 'DAYS_OF', { days: figure.days, of: figure.of });
  if (yoy === null || comparedDays === figure.days) return days;
  return `${days} · ${say(voiceOf(review), 'DAYS_COMPARED', { days: comparedDays })}`;
}

function cells(each: ToDate, unit: string, at: number, review: Review): [number, Cell][] {
  const quiet = { textFormat: { foregroundColor: COLORS.quiet }, horizontalAlignment: 'RIGHT' } as const;
  return [
    [at, figureCell(each.figure, unit)],
    [at + 1, numberCell(each.attainment, '0.0%')],
    [at + 2, numberCell(each.yoy, '+0.0%;-0.0%;0.0%')],
    [at + 3, textCell(daysText(each, review), { ...quiet, wrapStrategy: 'CLIP' })],
  ];
}

/** Month, quarter and year to date of the goal and its first-level KPIs, like for like with the year before. */
export function renderToDate(grid: Grid, review: Review, root: Trend): void {
  grid.heading(say(voiceOf(review), 'TO_DATE'));
  grid.header([[AT.name, say(voiceOf(review), 'COL_KPI')], ...titles(root, review)]);
  for (const { name, unit, toDate } of review.trends) {
    const all = toDate.flatMap((each, i) => cells(each, unit, AT.first + i * WIDTH, review));
    grid.add([[AT.name, textCell(name)], ...all]);
  }
  grid.blank();
}
