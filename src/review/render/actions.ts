import { serialOfIsoDate } from '../../kpi/calendar.ts';
import { say, type TextCode } from '../../text/index.ts';
import { choiceWord } from '../../workbook/choices.ts';
import { COLORS } from '../../workbook/formats.ts';
import { ACTION_STATUSES } from '../../workbook/sheets/choices.ts';
import { sheetTemplate } from '../../workbook/sheets/index.ts';
import type { ActionLine, Review } from '../model.ts';
import { actionKey } from '../row-key.ts';
import { AT, type Cell, type Grid, type HeaderTitle, inputCell } from './grid.ts';

/** Empty rows that wait for this week's actions. */
const EMPTY_ROWS = 5;
/** First and last column of the action's text, merged. */
const ACTION_FROM = 6;

const HEADER: readonly (readonly [number, TextCode, 'LEFT' | 'CENTER' | 'RIGHT'])[] = [
  [AT.name, 'COL_FINDING', 'LEFT'],
  [AT.owner, 'COL_OWNER', 'LEFT'],
  [3, 'COL_DUE', 'RIGHT'],
  [4, 'COL_STATUS', 'CENTER'],
  [5, 'COL_AGE', 'RIGHT'],
  [ACTION_FROM, 'COL_ACTION', 'LEFT'],
];

function header(grid: Grid, review: Review): void {
  const { language } = review;
  grid.header(HEADER.map(([column, code, align]): HeaderTitle => [column, say(language, code), align]));
}

function dueCell(due: string | null): Cell {
  const serial = due === null ? null : serialOfIsoDate(due);
  return inputCell(serial, {
    numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' },
    horizontalAlignment: 'RIGHT',
  });
}

function statusCell(action: ActionLine, review: Review): Cell {
  const word = choiceWord(ACTION_STATUSES, action.status, review.language);
  if (!action.overdue) return inputCell(word, { horizontalAlignment: 'CENTER' });
  return inputCell(`${word} ${say(review.language, 'OVERDUE')}`, {
    horizontalAlignment: 'CENTER',
    textFormat: { foregroundColor: COLORS.redText, bold: true },
  });
}

function actionRow(grid: Grid, action: ActionLine, review: Review): void {
  const row = grid.add(
    [
      [AT.name, inputCell(action.finding === '' ? null : action.finding)],
      [AT.owner, inputCell(action.owner === '' ? null : action.owner)],
      [3, dueCell(action.due)],
      [4, statusCell(action, review)],
      [5, { value: action.ageWeeks, format: { horizontalAlignment: 'RIGHT', verticalAlignment: 'TOP' } }],
      [ACTION_FROM, inputCell(action.action === '' ? null : action.action)],
    ],
    actionKey(action),
  );
  grid.merges.push({ row, from: ACTION_FROM, to: AT.text + 1 });
}

function emptyRow(grid: Grid, number: number): void {
  const row = grid.add(
    [
      [AT.name, inputCell(null)],
      [AT.owner, inputCell(null)],
      [3, dueCell(null)],
      [4, inputCell(null)],
      [ACTION_FROM, inputCell(null)],
    ],
    `new:${number}`,
  );
  grid.merges.push({ row, from: ACTION_FROM, to: AT.text + 1 });
}

/** Section 11: what is open from earlier weeks, and this week's actions with empty rows to fill. */
export function renderActions(grid: Grid, review: Review): void {
  const { language, actions } = review;
  grid.section(say(language, 'SECTION_ACTIONS'));
  if (actions.last.length === 0) grid.line(say(language, 'ACTIONS_NONE'));
  else {
    grid.heading(say(language, 'ACTIONS_LAST'));
    header(grid, review);
    for (const action of actions.last) actionRow(grid, action, review);
  }
  grid.blank();
  grid.heading(say(language, 'ACTIONS_NOW', { sheet: sheetTemplate('actions').titles[language] }));
  header(grid, review);
  for (const action of actions.now) actionRow(grid, action, review);
  if (review.state === 'closed') return;
  for (let number = 1; number <= EMPTY_ROWS; number++) emptyRow(grid, number);
}
