import { dayOfCellText, textOfCell } from '../workbook/cells.ts';
import { choiceKey } from '../workbook/choices.ts';
import { ACTION_STATUSES } from '../workbook/sheets/choices.ts';
import { cells, type RowValues, type Table, type TableChange } from '../workbook/table.ts';
import { agreedWeek, isClosed } from './action-age.ts';
import { EFFECT_WEEKS } from './action-effects.ts';
import { withChange } from './take-over.ts';

function isClosedAt(table: Table, index: number): boolean {
  return isClosed(choiceKey(ACTION_STATUSES, cells(table, 'status')[index]) ?? '');
}

/**
 * When an action may have been closed that was so before the sheet had the column: its due date, if that is over, or
 * the end of the week after it was agreed. Null for one that may have been closed just now.
 */
function formerDay(table: Table, index: number, today: number, fiscalYearEnd: number): number | null {
  const agreed = agreedWeek(textOfCell(cells(table, 'week')[index]), fiscalYearEnd);
  if (agreed === null || today - agreed <= 7 * (EFFECT_WEEKS + 1)) return null;
  const due = dayOfCellText(cells(table, 'due')[index] ?? null);
  return typeof due === 'number' && due < today ? due : agreed + 13;
}

function withValues(change: TableChange, index: number, rows: number, values: RowValues): TableChange {
  if (index < rows) return { ...change, updates: [...change.updates, { index, values }] };
  const appends = change.appends.map((row, i) => (i === index - rows ? { ...row, ...values } : row));
  return { ...change, appends };
}

/**
 * Adds to a change of the sheet `actions` the day on which each action was closed: today for one that is done or dropped
 * and has none, wherever that was said; nothing any more for one that was opened again in a tab.
 * @param actions The sheet as it was read.
 * @param change What is going to be changed.
 * @param today Serial day.
 * @param fiscalYearEnd Last month of the fiscal year, 1–12.
 * @returns The change itself for a sheet of an earlier version, which has no column for it.
 */
export function withClosingDays(
  actions: Table,
  change: TableChange,
  today: number,
  fiscalYearEnd: number,
): TableChange {
  if (actions.columns.closed === undefined) return change;
  const after = withChange(actions, change);
  const isFirst = cells(actions, 'closed').every((cell) => cell === null);
  let dated = change;
  for (let index = 0; index < after.rows; index++) {
    const isEmpty = (cells(after, 'closed')[index] ?? null) === null;
    const [was, is] = [index < actions.rows && isClosedAt(actions, index), isClosedAt(after, index)];
    if (is !== isEmpty || (!is && !was)) continue;
    const former = is && was && isFirst ? formerDay(after, index, today, fiscalYearEnd) : null;
    dated = withValues(dated, index, actions.rows, { closed: is ? (former ?? today) : null });
  }
  return dated;
}
