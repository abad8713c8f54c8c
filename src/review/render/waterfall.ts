import { say, type TextCode } from '../../text/index.ts';
import { COLORS, unitFormat } from '../../workbook/formats.ts';
import type { CellFormat } from '../../workbook/sheets-api.ts';
import type { Review } from '../model.ts';
import type { WaterfallStep } from '../model-sections.ts';
import { voiceOf } from '../voice.ts';
import { AT, type Grid, numberCell, ROW_PIXELS, type SeriesRole, textCell } from './grid.ts';

/** Beside the drivers: first column, width, and the least rows that let the chart be read. */
const COLUMN = 7;
const WIDTH = 900;
const ROWS = 14;

const SIGNS = { total: '', up: '▲ ', down: '▼ ' } as const;
const SMALL: CellFormat = { textFormat: { fontSize: 8, foregroundColor: COLORS.quiet } };

const height = ({ from, to }: WaterfallStep): number => Math.abs(to - from);

type Part = {
  readonly role: SeriesRole;
  readonly title: TextCode;
  readonly value: (step: WaterfallStep) => number | null;
};

const only =
  (kind: WaterfallStep['kind']) =>
  (step: WaterfallStep): number | null =>
    step.kind === kind ? height(step) : null;

/** What stands on what: an unseen base carries each step. */
const PARTS: readonly Part[] = [
  {
    role: 'base',
    title: 'WHY_BASE',
    value: (step) => (step.kind === 'total' ? null : Math.min(step.from, step.to)),
  },
  { role: 'total', title: 'WHY_TOTAL', value: only('total') },
  { role: 'up', title: 'WHY_UP', value: only('up') },
  { role: 'down', title: 'WHY_DOWN', value: only('down') },
];

/**
 * The waterfall of the goal's change, with the figures that it is drawn from below the drivers.
 * @param top Row at which the chart begins.
 */
export function renderWaterfall(grid: Grid, review: Review, top: number): void {
  const { why } = review;
  const { waterfall: steps, goal } = why;
  const [first, last] = [steps[0], steps[steps.length - 1]];
  if (first === undefined || last === undefined || goal === null) return;
  grid.blank(Math.max(1, top + ROWS - grid.rows.length));
  const bottom = grid.rows.length;
  const { pattern } = unitFormat(goal.unit);
  const labels = grid.add([
    [AT.name, textCell(say(voiceOf(review), 'WHY_STEPS'), SMALL)],
    ...steps.map(({ label, kind }, i) => [AT.first + i, textCell(SIGNS[kind] + label, SMALL)] as const),
  ]);
  const series = PARTS.map(({ role, title, value }) => ({
    role,
    row: grid.add([
      [AT.name, textCell(say(voiceOf(review), title), SMALL)],
      ...steps.map((step, i) => [AT.first + i, numberCell(value(step), pattern, SMALL)] as const),
    ]),
  }));
  // The chart says it all: its figures are for whoever wants to see them.
  grid.hidden.push(labels, ...series.map(({ row }) => row));
  grid.charts.push({
    title: say(voiceOf(review), 'WHY_CHART', { name: goal.name, from: first.label, to: last.label }),
    kind: 'waterfall',
    labels,
    series,
    from: AT.first,
    to: AT.first + steps.length,
    anchorRow: top,
    anchorColumn: COLUMN,
    width: WIDTH,
    height: (bottom - top) * ROW_PIXELS,
  });
}
