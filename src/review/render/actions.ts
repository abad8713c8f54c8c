import { say } from '../../text/index.ts';
import { choiceWord } from '../../workbook/choices.ts';
import { COLORS, unitFormat } from '../../workbook/formats.ts';
import { ACTION_STATUSES } from '../../workbook/sheets/choices.ts';
import { sheetTemplate } from '../../workbook/sheets/index.ts';
import { ACTION_AT, ACTION_COLUMNS, type ActionField } from '../action-columns.ts';
import { kpiWord } from '../action-kpis.ts';
import type { ActionLine, Review } from '../model.ts';
import { actionKey, dueOfLine } from '../row-key.ts';
import { voiceOf } from '../voice.ts';
import { signed } from './cells.ts';
import { AT, type Cell, columnAt, type Grid, type HeaderTitle, inputCell, numberCell } from './grid.ts';

/** Empty rows that wait for this week's actions. */
const EMPTY_ROWS = 5;
/** Column of the weeks since an action was agreed, which nobody fills. */
const AGE_AT = columnAt('c3');
/** The measured effect stands right of the expected one. */
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
    [MEASURED_AT, say(voiceOf(review), 'COL_MEASURED'), 'RIGHT'],
  ]);
}

function dueCell(due: string | number | null): Cell {
  return inputCell(due, {
    numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' },
    horizontalAlignment: 'RIGHT',
  });
}

/** A KPI by its name; the sheet `actions` and the row's key have its id. */
function nodeCell(node: string, { tree }: Review): Cell {
  const choices = tree.map(({ id }) => kpiWord(id, tree));
  return { ...inputCell(node === '' ? null : kpiWord(node, tree)), choices };
}

function ownerCell(owner: string, { team }: Review): Cell {
  return { ...inputCell(owner === '' ? null : owner), choices: team };
}

function statusWords({ language }: Review): string[] {
  return ACTION_STATUSES.map(({ words }) => words[language]);
}

function statusCell(action: ActionLine, review: Review): Cell {
  const word = choiceWord(ACTION_STATUSES, action.status, review.language);
  const choices = statusWords(review);
  if (!action.overdue) return { ...inputCell(word, { horizontalAlignment: 'CENTER' }), choices };
  const marked = `${word} ${say(voiceOf(review), 'OVERDUE')}`;
  const cell = inputCell(marked, {
    horizontalAlignment: 'CENTER',
    textFormat: { foregroundColor: COLORS.redText, bold: true },
  });
  return { ...cell, choices: [marked, ...choices] };
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
  // The action's text is merged from its column up to that of the KPI.
  grid.merges.push({ row, from: ACTION_AT.action, to: ACTION_AT.node });
}

function actionRow(grid: Grid, action: ActionLine, review: Review): void {
  const { pattern } = unitFormat(action.unit, action.measured ?? action.expected);
  const cells = {
    finding: inputCell(action.finding === '' ? null : action.finding),
    owner: ownerCell(action.owner, review),
    due: dueCell(dueOfLine(action)),
    status: statusCell(action, review),
    action: inputCell(action.action === '' ? null : action.action),
    node: nodeCell(action.node, review),
    expected: inputCell(action.expected, numberCell(null, signed(pattern)).format),
  };
  const age = {
    value: Math.floor((action.ageWeeks * 7) / DAYS[review.period.kind]),
    format: { horizontalAlignment: 'CENTER', verticalAlignment: 'TOP' },
  } as const;
  addRow(grid, cells, actionKey(action), [
    [AGE_AT, age],
    [MEASURED_AT, { ...numberCell(action.measured, signed(pattern)), mark: `action:${action.id}` }],
  ]);
}

function emptyRow(grid: Grid, number: number, review: Review): void {
  const empty = inputCell(null);
  const cells = {
    ...{ finding: empty, owner: ownerCell('', review), due: dueCell(null), action: empty },
    status: { ...inputCell(null, { horizontalAlignment: 'CENTER' }), choices: statusWords(review) },
    node: nodeCell('', review),
    expected: inputCell(null, { horizontalAlignment: 'RIGHT' }),
  };
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
  const isClosed = review.state === 'closed';
  const sheet = sheetTemplate('actions').titles[language];
  const title = isClosed
    ? say(voiceOf(review), 'ACTIONS_AGREED')
    : say(voiceOf(review), 'ACTIONS_NOW', { sheet });
  grid.heading(title);
  header(grid, review);
  for (const action of actions.now) actionRow(grid, action, review);
  if (isClosed) return;
  for (let number = 1; number <= EMPTY_ROWS; number++) emptyRow(grid, number, review);
}
