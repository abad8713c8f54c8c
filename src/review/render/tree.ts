import { say, type TextCode } from '../../text/index.ts';
import { COLORS, unitFormat } from '../../workbook/formats.ts';
import type { CellFormat } from '../../workbook/sheets-api.ts';
import { blocks } from '../blocks.ts';
import type { Review, TreeLine } from '../model.ts';
import { voiceOf } from '../voice.ts';
import { figureCell, signed, statusCell } from './cells.ts';
import { AT, type Cell, type Grid, inputCell, numberCell, textCell } from './grid.ts';

const SIGNAL_TEXT: Readonly<Record<TreeLine['signal'], TextCode>> = {
  improvement: 'SIGNAL_IMPROVEMENT',
  concern: 'SIGNAL_CONCERN',
  none: 'SIGNAL_NONE',
  not_enough_data: 'SIGNAL_NOT_ENOUGH',
};

/** Where no week can be told yet, totals to date stand in place of the effects, under a header that says so. */
function showsTotals(review: Review): boolean {
  return review.tree.every((line) => line.actual.value === null);
}

function quietNumber(value: number | null, pattern: string): Cell {
  return numberCell(value, pattern, { textFormat: { foregroundColor: COLORS.quiet } });
}

/** Most processes meet their plan by luck; only the others are worth a word. */
const ASSURANCE_TEXT: Readonly<Partial<Record<NonNullable<TreeLine['assurance']>, TextCode>>> = {
  always: 'ASSURANCE_always',
  never: 'ASSURANCE_never',
};

/** What the last week says of the process, and what the process says of the plan. */
function signalCell(line: TreeLine, review: Review): Cell {
  const isCall = line.signal === 'improvement' || line.signal === 'concern' || line.assurance === 'never';
  const looks: CellFormat = isCall
    ? { textFormat: { bold: true } }
    : { textFormat: { foregroundColor: COLORS.quiet } };
  const signal = say(voiceOf(review), SIGNAL_TEXT[line.signal]);
  const assurance = line.assurance === null ? undefined : ASSURANCE_TEXT[line.assurance];
  const text =
    assurance === undefined
      ? signal
      : `${signal}${review.language === 'zh-CN' ? '，' : ', '}${say(voiceOf(review), assurance)}`;
  return {
    ...textCell(text, { ...looks, horizontalAlignment: 'RIGHT', wrapStrategy: 'CLIP' }),
    mark: `tree:${line.id}:signal`,
  };
}

/** @param effects Pattern of the effects; null where totals stand in their place. */
function lineCells(line: TreeLine, review: Review, effects: string | null): [number, Cell][] {
  const { language } = review;
  const { pattern } = unitFormat(line.unit, line.actual.value ?? line.lifetime);
  const indent = '\u00a0'.repeat(line.depth * 4);
  return [
    [AT.name, textCell(indent + line.name, line.depth === 0 ? { textFormat: { bold: true } } : {})],
    [AT.owner, textCell(line.owner, { wrapStrategy: 'CLIP' })],
    [3, { ...figureCell(line.actual, line.unit), mark: `tree:${line.id}:actual` }],
    [4, numberCell(line.plan, pattern)],
    [5, { ...numberCell(line.attainment, '0.0%'), mark: `tree:${line.id}:attainment` }],
    [6, statusCell(line.status, language)],
    [7, numberCell(line.wow, '+0.0%;-0.0%;0.0%')],
    [8, numberCell(line.yoy, '+0.0%;-0.0%;0.0%')],
    [9, { ...textCell(blocks(line.weeks), { horizontalAlignment: 'RIGHT' }), mark: `tree:${line.id}:trend` }],
    [10, figureCell(line.mtd, line.unit)],
    [11, numberCell(line.mtdAttainment, '0.0%')],
    [12, { ...figureCell(line.qtd, line.unit), mark: `tree:${line.id}:qtd` }],
    [13, numberCell(line.qtdAttainment, '0.0%')],
    [14, signalCell(line, review)],
    [15, effects === null ? quietNumber(line.lifetime, pattern) : numberCell(line.effect, effects)],
    [AT.text, inputCell(line.explanation === '' ? null : line.explanation)],
  ];
}

/** Section 2: every KPI of the tree with owner, plan, status, comparisons and trend. */
export function renderTree(grid: Grid, review: Review): void {
  const rootUnit = review.tree[0]?.unit ?? 'count';
  const effects = showsTotals(review) ? null : signed(unitFormat(rootUnit).pattern);
  grid.section(say(voiceOf(review), 'SECTION_TREE'));
  grid.header([
    [AT.name, say(voiceOf(review), 'COL_KPI')],
    [AT.owner, say(voiceOf(review), 'COL_OWNER')],
    [3, say(voiceOf(review), 'COL_ACTUAL')],
    [4, say(voiceOf(review), 'COL_PLAN')],
    [5, say(voiceOf(review), 'COL_ATTAINMENT')],
    [6, say(voiceOf(review), 'COL_STATUS'), 'CENTER'],
    [7, say(voiceOf(review), 'COL_WOW')],
    [8, say(voiceOf(review), 'COL_YOY')],
    [9, say(voiceOf(review), 'COL_TREND')],
    [10, say(voiceOf(review), 'COL_MTD')],
    [11, say(voiceOf(review), 'COL_MTD_PLAN')],
    [12, say(voiceOf(review), 'COL_QTD')],
    [13, say(voiceOf(review), 'COL_QTD_PLAN')],
    [14, say(voiceOf(review), 'COL_SIGNAL')],
    [15, say(voiceOf(review), effects === null ? 'COL_LIFETIME' : 'COL_EFFECT')],
    // The figures beside it end where its column begins.
    [AT.text, say(voiceOf(review), 'COL_EXPLANATION'), 'CENTER'],
  ]);
  for (const line of review.tree) {
    grid.add(lineCells(line, review, effects), `kpi:${line.id}`);
    if (line.unexplained !== null) grid.add(unexplainedCells(line, review));
  }
}

function unexplainedCells(line: TreeLine, review: Review): [number, Cell][] {
  const quiet: CellFormat = { textFormat: { italic: true, foregroundColor: COLORS.quiet } };
  const name = say(voiceOf(review), 'UNEXPLAINED', { name: line.name });
  return [
    [AT.name, textCell('\u00a0'.repeat((line.depth + 1) * 4) + name, quiet)],
    [
      3,
      {
        ...numberCell(line.unexplained, unitFormat(line.unit).pattern, quiet),
        mark: `tree:${line.id}:unexplained`,
      },
    ],
  ];
}
