import { say } from '../../text/index.ts';
import { choiceWord } from '../../workbook/choices.ts';
import { COLORS } from '../../workbook/formats.ts';
import { PLATFORMS } from '../../workbook/sheets/choices.ts';
import type { CellFormat } from '../../workbook/sheets-api.ts';
import type { Review } from '../model.ts';
import type { PublishingLine } from '../model-sections.ts';
import { voiceOf } from '../voice.ts';
import { dayCell } from './cells.ts';
import { AT, type Cell, type Grid, numberCell, textCell } from './grid.ts';

const COUNT = '#,##0';
const SHOWN = 10;
const CLIPPED: CellFormat = { wrapStrategy: 'CLIP' };
const QUIET: CellFormat = { textFormat: { foregroundColor: COLORS.quiet } };
const RED: CellFormat = { textFormat: { foregroundColor: COLORS.redText, bold: true } };

function lineCells(line: PublishingLine, name: string, mark: string, review: Review): [number, Cell][] {
  const { planned, onTime, late, missing, unplanned } = line;
  return [
    [AT.name, textCell(name, CLIPPED)],
    [AT.owner, textCell(choiceWord(PLATFORMS, line.platform, review.language), CLIPPED)],
    [3, numberCell(planned, COUNT)],
    [4, numberCell(onTime, COUNT)],
    [5, numberCell(late, COUNT)],
    [6, missing === 0 ? numberCell(0, COUNT) : numberCell(missing, `"■ "${COUNT}`, RED)],
    [7, numberCell(unplanned, COUNT)],
    [8, { ...numberCell(line.adherence, '0.0%'), mark }],
  ];
}

function accounts(grid: Grid, review: Review): void {
  const { publishing } = review;
  grid.header([
    [AT.name, say(voiceOf(review), 'COL_ACCOUNT')],
    [AT.owner, say(voiceOf(review), 'COL_PLATFORM')],
    [3, say(voiceOf(review), 'COL_ITEMS_PLANNED')],
    [4, say(voiceOf(review), 'COL_ON_TIME')],
    [5, say(voiceOf(review), 'COL_LATE')],
    [6, say(voiceOf(review), 'COL_MISSING')],
    [7, say(voiceOf(review), 'COL_UNPLANNED')],
    [8, say(voiceOf(review), 'COL_ADHERENCE')],
  ]);
  for (const line of publishing.lines) {
    const mark = `publishing:${line.platform}:${line.account}:adherence`;
    grid.add(lineCells(line, line.account || say(voiceOf(review), 'NO_ACCOUNT'), mark, review));
  }
  const name = say(voiceOf(review), 'ALL_ACCOUNTS');
  const bold = { textFormat: { bold: true } };
  const total = lineCells(publishing.total, name, 'publishing:total:adherence', review);
  grid.add(total.map(([at, cell]) => [at, { ...cell, format: { ...bold, ...cell.format } }]));
  const { unknown } = publishing.total;
  if (unknown > 0) grid.line(say(voiceOf(review), 'PLAN_UNKNOWN', { count: unknown }), QUIET);
}

function overdue(grid: Grid, review: Review): void {
  const { publishing } = review;
  const count = publishing.overdue.length;
  if (count === 0) return;
  grid.blank();
  grid.heading(say(voiceOf(review), 'PLAN_OVERDUE', { count }));
  grid.header([
    [AT.name, say(voiceOf(review), 'COL_TITLE')],
    [AT.owner, say(voiceOf(review), 'COL_ACCOUNT')],
    [3, say(voiceOf(review), 'COL_OWNER'), 'LEFT'],
    [4, say(voiceOf(review), 'COL_PLANNED_FOR')],
    [5, say(voiceOf(review), 'COL_DAYS_LATE')],
  ]);
  for (const { title, owner, account, planned, days } of publishing.overdue.slice(0, SHOWN)) {
    grid.add([
      [AT.name, textCell(title, CLIPPED)],
      [AT.owner, textCell(account, CLIPPED)],
      [3, textCell(owner, CLIPPED)],
      [4, dayCell(planned)],
      [5, numberCell(days, COUNT)],
    ]);
  }
  if (count > SHOWN) grid.line(say(voiceOf(review), 'PLAN_OVERDUE_MORE', { count: count - SHOWN }), QUIET);
}

/** Section 10: planned against published content by account, and what is overdue. */
export function renderPublishing(grid: Grid, review: Review): void {
  const { publishing } = review;
  grid.section(say(voiceOf(review), 'SECTION_PUBLISHING'));
  if (publishing.lines.length === 0) grid.line(say(voiceOf(review), 'PLAN_NONE'), QUIET);
  else accounts(grid, review);
  overdue(grid, review);
}
