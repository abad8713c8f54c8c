import { metricName } from '../../kpi/metrics.ts';
import { say, type TextCode } from '../../text/index.ts';
import { COLORS, unitFormat } from '../../workbook/formats.ts';
import type { CellFormat } from '../../workbook/sheets-api.ts';
import type { Language } from '../../workbook/template.ts';
import type { Review, Status } from '../model.ts';
import type { ExperimentLine } from '../model-sections.ts';
import { columnWord, dayCell, pointsCell, STATUS_FORMAT } from './cells.ts';
import { AT, type Cell, type Grid, numberCell, textCell } from './grid.ts';

const RESULTS: Readonly<Record<ExperimentLine['state'], readonly [TextCode, Status]>> = {
  A: ['TEST_A', 'green'],
  B: ['TEST_B', 'green'],
  none: ['TEST_NO_DIFFERENCE', 'none'],
  running: ['TEST_RUNNING', 'amber'],
  unknown: ['TEST_NO_COUNTS', 'none'],
};

const QUIET: CellFormat = { textFormat: { foregroundColor: COLORS.quiet } };

function resultCell({ state, kind }: ExperimentLine, language: Language): Cell {
  const [code, status] = RESULTS[state];
  const text = say(language, kind === 'pairs' ? 'TEST_PAIRS' : code);
  return textCell(text, { ...STATUS_FORMAT[status], horizontalAlignment: 'CENTER' });
}

function decisionCell({ decision, isDue }: ExperimentLine, language: Language): Cell {
  if (!isDue) return textCell(columnWord('experiments', 'decision', decision, language));
  const textFormat = { foregroundColor: COLORS.redText, bold: true };
  return textCell(say(language, 'TEST_DUE'), { textFormat });
}

/** A p-value on the way decides nothing, and does not look as if it did. */
function pCell({ p, state }: ExperimentLine): Cell {
  return numberCell(p, '0.0000', state === 'running' ? QUIET : {});
}

function lineCells(line: ExperimentLine, language: Language): [number, Cell][] {
  const rate = (value: number | null): Cell => numberCell(value, unitFormat('percent', value).pattern);
  const mark = `experiment:${line.id}:difference`;
  return [
    [AT.name, textCell(line.hypothesis || line.id)],
    [AT.owner, textCell(line.owner, { wrapStrategy: 'CLIP' })],
    [3, resultCell(line, language)],
    [4, decisionCell(line, language)],
    [5, { ...pointsCell(line.difference, line.rateA, language), mark }],
    [6, rate(line.rateA)],
    [7, rate(line.rateB)],
    [8, pCell(line)],
    [9, numberCell(line.progress, '0%')],
    [10, dayCell(line.start, 'CENTER')],
    [11, dayCell(line.end, 'CENTER')],
    [12, textCell(columnWord('experiments', 'variable', line.variable, language))],
    [13, textCell(metricName(line.metric, language))],
    [14, textCell(line.armA)],
    [15, textCell(line.armB)],
  ];
}

function header(grid: Grid, language: Language): void {
  grid.header([
    [AT.name, say(language, 'COL_HYPOTHESIS')],
    [AT.owner, say(language, 'COL_OWNER')],
    [3, say(language, 'COL_RESULT'), 'CENTER'],
    [4, say(language, 'COL_DECISION'), 'LEFT'],
    [5, say(language, 'COL_DIFFERENCE')],
    [6, say(language, 'COL_RATE_A')],
    [7, say(language, 'COL_RATE_B')],
    [8, say(language, 'COL_P_VALUE')],
    [9, say(language, 'COL_PROGRESS')],
    [10, say(language, 'COL_START'), 'CENTER'],
    [11, say(language, 'COL_END'), 'CENTER'],
    [12, say(language, 'COL_VARIABLE'), 'LEFT'],
    [13, say(language, 'COL_METRIC'), 'LEFT'],
    [14, say(language, 'COL_ARM_A'), 'LEFT'],
    [15, say(language, 'COL_ARM_B'), 'LEFT'],
  ]);
}

/** Section 9: tests that were decided or still run; nothing at all where there are none. */
export function renderExperiments(grid: Grid, review: Review): void {
  const { language, experiments } = review;
  if (experiments.length === 0) return;
  grid.section(say(language, 'SECTION_EXPERIMENTS'));
  header(grid, language);
  for (const line of experiments) grid.add(lineCells(line, language));
  if (experiments.some(({ kind }) => kind === 'pairs')) grid.line(say(language, 'TEST_PAIRS_HOW'), QUIET);
}
