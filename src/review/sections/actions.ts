import { isoDate, weekOfLabel, weekStart } from '../../kpi/calendar.ts';
import type { Cell } from '../../kpi/issue.ts';
import { dayOfCellText, numberOfCell, textOfCell } from '../../workbook/cells.ts';
import { choiceKey } from '../../workbook/choices.ts';
import { ACTION_STATUSES } from '../../workbook/sheets/choices.ts';
import { cells, type Table } from '../../workbook/table.ts';
import { weekOfCell } from '../../workbook/weeks.ts';
import type { ActionLine } from '../model.ts';
import { kindOfLabel, type Period } from '../period.ts';

function statusOf(cell: Cell | undefined): ActionLine['status'] {
  return (choiceKey(ACTION_STATUSES, cell) ?? 'open') as ActionLine['status'];
}

function isClosed(status: ActionLine['status']): boolean {
  return status === 'done' || status === 'dropped';
}

/** What became of the KPI of an action since: its unit, and the measured effect. */
export type EffectOf = (node: string, week: string) => Pick<ActionLine, 'unit' | 'measured' | 'error'>;

const NO_EFFECTS: EffectOf = () => ({ unit: 'count', measured: null, error: null });

/** Every action of the workbook, as data; `index` is its data row. */
export function readActions(
  table: Table,
  today: number,
  monday: number,
  effectOf: EffectOf = NO_EFFECTS,
): (ActionLine & { index: number })[] {
  const text = (column: string, row: number): string => textOfCell(cells(table, column)[row]);
  return Array.from({ length: table.rows }, (_, index) => {
    const due = dayOfCellText(cells(table, 'due')[index] ?? null);
    const isLate = typeof due === 'number' && due < today;
    const status = statusOf(cells(table, 'status')[index]);
    const written = text('week', index);
    // An action may be of a month or a quarter that was reviewed.
    const isLong = kindOfLabel(written) !== null;
    const week = isLong ? written : (weekOfCell(cells(table, 'week')[index], monday) ?? written);
    const start = weekOfLabel(week);
    const { unit, ...measured } = effectOf(text('node', index), week);
    // What nobody has begun has done nothing.
    const effect = status === 'open' ? { unit, measured: null, error: null } : { unit, ...measured };
    return {
      index,
      id: text('id', index),
      week,
      node: text('node', index),
      finding: text('finding', index),
      action: text('action', index),
      owner: text('owner', index),
      due: typeof due === 'number' ? isoDate(due) : text('due', index) || null,
      status,
      overdue: isLate && !isClosed(status),
      ageWeeks: start === null ? 0 : Math.max(0, (monday - start) / 7),
      expected: numberOfCell(cells(table, 'expected')[index] ?? null) ?? null,
      ...effect,
    };
  }).filter(
    ({ action, finding, owner, due }) => action !== '' || finding !== '' || owner !== '' || due !== null,
  );
}

/**
 * Section 11: what is open from earlier weeks, what was closed of last week's, and this week's own actions.
 * @param table The sheet `actions`.
 * @param period What is reviewed.
 * @param today Day on which the review is made.
 * @param effectOf What became of an action's KPI.
 */
export function actionsSection(
  table: Table,
  period: Period,
  today: number,
  effectOf: EffectOf = NO_EFFECTS,
): { last: ActionLine[]; now: ActionLine[] } {
  const { kind, label, from, to } = period;
  const all = readActions(table, today, weekStart(to), effectOf).map(({ index: _, ...action }) => action);
  const startOf = ({ week }: ActionLine): number | null => weekOfLabel(week);
  const isEarlier = (action: ActionLine): boolean => {
    const start = startOf(action);
    // Nobody knows how old it is, but open it is.
    if (start === null) return !isClosed(action.status);
    return kind === 'week' ? start < from : start <= to;
  };
  /** What was closed last week, or within the month that is reviewed. */
  const isNew = (action: ActionLine): boolean =>
    kind === 'week' ? action.ageWeeks <= 1 : (startOf(action) ?? from) >= from;
  const last = all
    .filter((action) => action.week !== label && isEarlier(action))
    .filter((action) => !isClosed(action.status) || isNew(action))
    .sort((a, b) => Number(b.overdue) - Number(a.overdue) || b.ageWeeks - a.ageWeeks);
  return { last, now: all.filter((action) => action.week === label) };
}
