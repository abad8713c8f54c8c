import { isoDate, weekStart } from '../../kpi/calendar.ts';
import type { Cell } from '../../kpi/issue.ts';
import { dayOfCellText, numberOfCell, textOfCell } from '../../workbook/cells.ts';
import { choiceKey } from '../../workbook/choices.ts';
import { ACTION_STATUSES } from '../../workbook/sheets/choices.ts';
import { cells, type Table } from '../../workbook/table.ts';
import { weekOfCell } from '../../workbook/weeks.ts';
import { agreedWeek, isClosed, isEarlier, isStillShown } from '../action-age.ts';
import type { ActionLine } from '../model.ts';
import { kindOfLabel, type Period } from '../period.ts';

function statusOf(cell: Cell | undefined): ActionLine['status'] {
  return (choiceKey(ACTION_STATUSES, cell) ?? 'open') as ActionLine['status'];
}

/** What became of the KPI of an action since the week in which it was agreed: its unit, and the measured effect. */
export type EffectOf = (
  node: string,
  agreed: number | null,
) => Pick<ActionLine, 'unit' | 'measured' | 'error'>;

const NO_EFFECTS: EffectOf = () => ({ unit: 'count', measured: null, error: null });

/** An action and its data row; `agreed` and `closed` are serial days, null where nobody knows. */
type FoundAction = ActionLine & {
  readonly index: number;
  readonly agreed: number | null;
  readonly closed: number | null;
};

type ActionTimes = {
  readonly today: number;
  /** Of the last week that is reviewed. */
  readonly monday: number;
  /** Last month of the fiscal year, 1–12. */
  readonly fiscalYearEnd: number;
};

/** Weeks since an action was agreed; of one that is closed, up to then. */
function ageOf(agreed: number | null, closed: number | null, monday: number): number {
  if (agreed === null) return 0;
  const last = closed === null ? monday : Math.min(monday, weekStart(closed));
  return Math.max(0, (last - agreed) / 7);
}

/** Every action of the workbook, as data. */
export function readActions(
  table: Table,
  { today, monday, fiscalYearEnd }: ActionTimes,
  effectOf: EffectOf,
): FoundAction[] {
  const text = (column: string, row: number): string => textOfCell(cells(table, column)[row]);
  return Array.from({ length: table.rows }, (_, index) => {
    const due = dayOfCellText(cells(table, 'due')[index] ?? null);
    const isLate = typeof due === 'number' && due < today;
    const status = statusOf(cells(table, 'status')[index]);
    const written = text('week', index);
    // An action may be of a month or a quarter that was reviewed.
    const isLong = kindOfLabel(written) !== null;
    const week = isLong ? written : (weekOfCell(cells(table, 'week')[index], monday) ?? written);
    const agreed = agreedWeek(week, fiscalYearEnd);
    const closed = dayOfCellText(cells(table, 'closed')[index] ?? null) ?? null;
    const { unit, ...measured } = effectOf(text('node', index), agreed);
    // What nobody has begun has done nothing.
    const effect = status === 'open' ? { unit, measured: null, error: null } : { unit, ...measured };
    return {
      index,
      agreed,
      closed: typeof closed === 'number' ? closed : null,
      id: text('id', index),
      week,
      node: text('node', index),
      finding: text('finding', index),
      action: text('action', index),
      owner: text('owner', index),
      due: typeof due === 'number' ? isoDate(due) : text('due', index) || null,
      status,
      overdue: isLate && !isClosed(status),
      ageWeeks: ageOf(agreed, isClosed(status) && typeof closed === 'number' ? closed : null, monday),
      expected: numberOfCell(cells(table, 'expected')[index]) ?? null,
      ...effect,
    };
  }).filter(
    ({ action, finding, owner, node, due, expected }) =>
      [action, finding, owner, node].some((text) => text !== '') || due !== null || expected !== null,
  );
}

function lineOf({ index: _, agreed: __, closed: ___, ...line }: FoundAction): ActionLine {
  return line;
}

/**
 * Section 11: what is open from earlier reviews, what was closed of them and may still show its effect, and this week's
 * own actions.
 * @param table The sheet `actions`.
 * @param period What is reviewed.
 * @param today Day on which the review is made.
 * @param effectOf What became of an action's KPI.
 * @param fiscalYearEnd Last month of the fiscal year, 1–12.
 */
export function actionsSection(
  table: Table,
  period: Period,
  today: number,
  effectOf: EffectOf = NO_EFFECTS,
  fiscalYearEnd = 12,
): { last: ActionLine[]; now: ActionLine[] } {
  const all = readActions(table, { today, monday: weekStart(period.to), fiscalYearEnd }, effectOf);
  const last = all
    .filter(({ week }) => week !== period.label)
    .filter((action) => isEarlier(action, period) && isStillShown(action, period))
    .sort((a, b) => Number(b.overdue) - Number(a.overdue) || b.ageWeeks - a.ageWeeks);
  return {
    last: last.map(lineOf),
    now: all.filter(({ week }) => week === period.label).map(lineOf),
  };
}
