import type { Cell } from '../kpi/issue.ts';
import { dayOfCellText, textOfCell } from '../workbook/cells.ts';
import { choiceKey, choiceWord } from '../workbook/choices.ts';
import { ACTION_STATUSES } from '../workbook/sheets/choices.ts';
import { cells, type RowValues, type Table, type TableChange } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import { AT } from './render/grid.ts';
import { readActionKey, type ShownAction } from './row-key.ts';

/** Columns of the tab, as read; the first carries the hidden row keys. */
export type TabColumns = readonly (readonly Cell[])[];

/** Text that people typed into a review tab. */
export type Typed = {
  /** By node id. */
  readonly explanations: ReadonlyMap<string, string>;
  /** What goes to the sheet `actions`. */
  readonly actions: TableChange;
};

const ACTION_COLUMN = 6;

function typedAction(tab: TabColumns, row: number): ShownAction {
  const text = (column: number): string => textOfCell(tab[column]?.[row]);
  // An overdue action carries a mark behind its status word.
  const status = text(4).split(' ■')[0] ?? '';
  return {
    finding: text(AT.name),
    owner: text(AT.owner),
    due: dueOf(tab[3]?.[row]),
    status: choiceKey(ACTION_STATUSES, status) ?? 'open',
    action: text(ACTION_COLUMN),
  };
}

/** A day, or the text of what is none: nothing that someone typed is lost. */
function dueOf(cell: Cell | undefined): number | string | null {
  const day = dayOfCellText(cell ?? null);
  return day === undefined ? textOfCell(cell) : day;
}

function valuesOf(typed: ShownAction, language: Language): RowValues {
  return {
    finding: typed.finding === '' ? null : typed.finding,
    action: typed.action === '' ? null : typed.action,
    owner: typed.owner === '' ? null : typed.owner,
    due: typed.due,
    status: choiceWord(ACTION_STATUSES, typed.status, language),
  };
}

function plain(cell: Cell | undefined, key: string): string | number | null {
  if (key === 'due') return dueOf(cell);
  if (key === 'status') return choiceKey(ACTION_STATUSES, cell) ?? 'open';
  const text = textOfCell(cell);
  return text === '' ? null : text;
}

/** Only what someone changed in the tab: an action that was edited in the sheet keeps those cells. */
function differences(
  values: RowValues,
  changed: ReadonlySet<string>,
  table: Table,
  index: number,
): RowValues {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) => changed.has(key) && plain(value, key) !== plain(cells(table, key)[index], key),
    ),
  );
}

/** Actions that people added in the sheet get an id, by which their rows in tabs are known, and a week. */
function withoutId(actions: Table, label: string, first: number): { index: number; values: RowValues }[] {
  const isFilled = (key: string, index: number): boolean => textOfCell(cells(actions, key)[index]) !== '';
  let number = first;
  return cells(actions, 'id').flatMap((_, index) => {
    if (isFilled('id', index) || !(isFilled('action', index) || isFilled('finding', index))) return [];
    const week = isFilled('week', index) ? {} : { week: label };
    return [{ index, values: { id: `${label}-${number++}`, ...week } }];
  });
}

function nextNumber(table: Table, label: string): number {
  const numbers = cells(table, 'id')
    .map((id) => textOfCell(id))
    .filter((id) => id.startsWith(`${label}-`))
    .map((id) => Number(id.slice(label.length + 1)) || 0);
  return Math.max(0, ...numbers) + 1;
}

/**
 * What people typed into a draft: explanations beside the KPIs, changes of listed actions, and new actions.
 * @param tab Columns of the tab as read; empty where there is no tab yet.
 * @param actions The sheet `actions`.
 * @param label Label of the week.
 * @param language Language of the workbook.
 */
export function takeOver(tab: TabColumns, actions: Table, label: string, language: Language): Typed {
  const explanations = new Map<string, string>();
  const appends: RowValues[] = [];
  const first = nextNumber(actions, label);
  const updates = withoutId(actions, label, first);
  let number = first + updates.length;
  const indexOf = new Map(cells(actions, 'id').map((id, index) => [textOfCell(id), index]));
  indexOf.delete('');
  (tab[AT.key] ?? []).forEach((cell, row) => {
    const [kind, ...rest] = textOfCell(cell).split(':');
    const id = rest.join(':');
    if (kind === 'kpi') {
      const text = textOfCell(tab[AT.text]?.[row]);
      if (text !== '') explanations.set(id, text);
    } else if (kind === 'action') {
      const typed = typedAction(tab, row);
      const { id: action, changed } = readActionKey(id, typed);
      const index = indexOf.get(action);
      if (index === undefined) return;
      const values = differences(valuesOf(typed, language), changed, actions, index);
      if (Object.keys(values).length > 0) updates.push({ index, values });
    } else if (kind === 'new') {
      const typed = typedAction(tab, row);
      if (typed.finding === '' && typed.action === '') return;
      appends.push({ id: `${label}-${number++}`, week: label, ...valuesOf(typed, language) });
    }
  });
  return { explanations, actions: { sheet: 'actions', appends, updates } };
}

/** The sheet `actions` as it will be after a change, so that the review shows what was just typed. */
export function withChange(table: Table, change: TableChange): Table {
  const keys = new Set([...Object.keys(table.columns), ...change.appends.flatMap((row) => Object.keys(row))]);
  const columns: Record<string, Cell[]> = {};
  for (const key of keys) {
    const column = [...cells(table, key)];
    for (const { index, values } of change.updates) if (key in values) column[index] = values[key] ?? null;
    columns[key] = [...column, ...change.appends.map((row) => row[key] ?? null)];
  }
  return { ...table, rows: table.rows + change.appends.length, columns };
}
