import { formatDay } from '../../text/format.ts';
import { say, type TextCode } from '../../text/index.ts';
import { choiceWord } from '../../workbook/choices.ts';
import { FORMATS } from '../../workbook/sheets/choices.ts';
import type { ContentLine, Review } from '../model.ts';
import { AT, type Cell, type Grid, numberCell, textCell } from './grid.ts';

const HEADER: readonly (readonly [number, TextCode])[] = [
  [AT.name, 'COL_TITLE'],
  [AT.owner, 'COL_FORMAT'],
  [3, 'COL_PUBLISHED'],
  [4, 'COL_VIEWS'],
  [5, 'COL_INDEX'],
  [6, 'COL_MEDIAN'],
  [7, 'COL_GMV'],
  [8, 'COL_COST'],
  [9, 'COL_ROI'],
  [AT.text, 'COL_ACCOUNT'],
];

function lineCells(line: ContentLine, review: Review): [number, Cell][] {
  const { language } = review;
  return [
    [AT.name, textCell(line.title, { wrapStrategy: 'CLIP' })],
    [AT.owner, textCell(choiceWord(FORMATS, line.format, language))],
    [
      3,
      textCell(line.published === null ? '' : formatDay(line.published, language), {
        horizontalAlignment: 'RIGHT',
      }),
    ],
    [4, numberCell(line.views, '#,##0')],
    [5, numberCell(line.index, '0.00"×"')],
    [6, numberCell(line.baseline, '#,##0')],
    [7, numberCell(line.gmv, '#,##0.00')],
    [8, numberCell(line.cost, '#,##0.00')],
    [9, numberCell(line.roi, '0.0%')],
    [AT.text, textCell(line.account, { wrapStrategy: 'CLIP' })],
  ];
}

function list(grid: Grid, review: Review, title: TextCode, lines: readonly ContentLine[]): void {
  if (lines.length === 0) return;
  const { language } = review;
  grid.heading(say(language, title));
  grid.header(HEADER.map(([column, code]): [number, string] => [column, say(language, code)]));
  for (const line of lines) grid.add(lineCells(line, review));
  grid.blank();
}

function accounts(grid: Grid, review: Review): void {
  const { language, content } = review;
  if (content.accounts.length === 0) return;
  grid.heading(say(language, 'CONTENT_ACCOUNTS'));
  grid.header([
    [AT.name, say(language, 'COL_ACCOUNT')],
    [7, say(language, 'COL_GMV')],
    [8, say(language, 'COL_COST')],
    [9, say(language, 'COL_ROI')],
  ]);
  for (const line of content.accounts) {
    grid.add([
      [AT.name, textCell(line.account)],
      [7, numberCell(line.gmv, '#,##0.00')],
      [8, numberCell(line.cost, '#,##0.00')],
      [9, numberCell(line.roi, '0.0%')],
    ]);
  }
}

/** Section 5: best and weakest content against its own baseline, cold starts apart, and money by account. */
export function renderContent(grid: Grid, review: Review): void {
  const { language, content } = review;
  grid.section(say(language, 'SECTION_CONTENT'));
  if (content.basis === 'none') {
    grid.line(say(language, 'CONTENT_NONE'));
    return;
  }
  const isWeek = content.basis === 'week';
  list(grid, review, isWeek ? 'CONTENT_BEST' : 'CONTENT_BEST_LIFETIME', content.best);
  list(grid, review, isWeek ? 'CONTENT_WEAKEST' : 'CONTENT_WEAKEST_LIFETIME', content.weakest);
  list(grid, review, 'CONTENT_COLD', content.coldStart);
  accounts(grid, review);
}
