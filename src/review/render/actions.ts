import { say } from '../../text/index.ts';
import { choiceWord } from '../../workbook/choices.ts';
import { COLORS, unitFormat } from '../../workbook/formats.ts';
import { ACTION_STATUSES } from '../../workbook/sheets/choices.ts';
import { sheetTemplate } from '../../workbook/sheets/index.ts';
import { ACTION_COLUMNS, type ActionField } from '../action-columns.ts';
import type { ActionLine, Review } from '../model.ts';
import { actionKey, dueOfLine } from '../row-key.ts';
import { voiceOf } from '../voice.ts';
import { signed } from './cells.ts';
import { AT, type Cell, columnAt, type Grid, type HeaderTitle, inputCell, numberCell } from './grid.ts';

/** Empty rows that wait for this week's actions. */
const EMPTY_ROWS = 5;
/** First column of the action's text, which is merged up to the effects. */
const TEXT_FROM = ACTION_COLUMNS.find(({ field }) => field === 'action')?.at ?? AT.text;
/** Column of the weeks since an action was agreed, which nobody fills. */
const AGE_AT = columnAt('c3');
/** Effects stand right of the action's text. */
const EXPECTED_AT = columnAt('c13');
const MEASURED_AT = AT.text;

/** Days of what an age is counted in, about. */
const DAYS = { week: 7, month: 30.4, quarter: 91.3 } as const;

function header(grid: Grid, review: Review): void {
  const filled = ACTION_COLUMNS.map(
    ({ at, title, align }): HeaderTitle => [at, say(voiceOf(review), title), align],
  );
  grid.header([
    ...filled,
    [AGE_AT, say(voiceOf(review), 'COL_AGE'), 'CENTER'],
    [EXPECTED_AT, say(voiceOf(review), 'COL_EXPECTED'), 'RIGHT'],
    [MEASURED_AT, say(voiceOf(review), 'COL_MEASURED'), 'RIGHT'],
  ]);
}

function dueCell(due: string | number | null): Cell {
  return inputCell(due, {
    numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' },
    horizontalAlignment: 'RIGHT',
  });
}

function statusCell(action: ActionLine, review: Review): Cell {
  const word = choiceWord(ACTION_STATUSES, action.status, review.language);
  if (!action.overdue) return inputCell(word, { horizontalAlignment: 'CENTER' });
  return inputCell(`${word} ${say(voiceOf(review), 'OVERDUE')}`, {
    horizontalAlignment: 'CENTER',
    textFormat: { foregroundColor: COLORS.redText, bold: true },
  });
}

/** A row to fill: an input cell in each column, the action's text over all that is left of the row. */
function addRow(
  grid: Grid,
  cells: Readonly<Record<ActionField, Cell>>,
  key: string,
  computed: readonly (readonly [number, Cell])[] = [],
): void {
  const row = grid.add(
    [...ACTION_COLUMNS.map(({ field, at }) => [at, cells[field]] as const), ...computed],
    key,
  );
  grid.merges.push({ row, from: TEXT_FROM, to: EXPECTED_AT });
}

function actionRow(grid: Grid, action: ActionLine, review: Review): void {
  const cells = {
    finding: inputCell(action.finding === '' ? null : action.finding),
    owner: inputCell(action.owner === '' ? null : action.owner),
    due: dueCell(dueOfLine(action)),
    status: statusCell(action, review),
    action: inputCell(action.action === '' ? null : action.action),
  };
  const age = {
    value: Math.floor((action.ageWeeks * 7) / DAYS[review.period.kind]),
    format: { horizontalAlignment: 'CENTER', verticalAlignment: 'TOP' },
  } as const;
  const { pattern } = unitFormat(action.unit, action.measured ?? action.expected);
  addRow(grid, cells, actionKey(action), [
    [AGE_AT, age],
    [EXPECTED_AT, numberCell(action.expected, signed(pattern))],
    [MEASURED_AT, { ...numberCell(action.measured, signed(pattern)), mark: `action:${action.id}` }],
  ]);
}

function emptyRow(grid: Grid, number: number): void {
  const empty = inputCell(null);
  const cells = { finding: empty, owner: empty, due: dueCell(null), status: empty, action: empty };
  addRow(grid, cells, `new:${number}`);
}

/** Section 11: what is open from earlier weeks, and this week's actions with empty rows to fill. */
export function renderActions(grid: Grid, review: Review): void {
  const { language, actions } = review;
  grid.section(say(voiceOf(review), 'SECTION_ACTIONS'));
  if (actions.last.length === 0) grid.line(say(voiceOf(review), 'ACTIONS_NONE'));
  else {
    grid.heading(say(voiceOf(review), 'ACTIONS_LAST'));
    header(grid, review);
    for (const action of actions.last) actionRow(grid, action, review);
  }
  grid.blank();
  grid.heading(say(voiceOf(review), 'ACTIONS_NOW', { sheet: sheetTemplate('actions').titles[language] }));
  header(grid, review);
  for (const action of actions.now) actionRow(grid, action, review);
  if (review.state === 'closed') return;
  for (let number = 1; number <= EMPTY_ROWS; number++) emptyRow(grid, number);
}
