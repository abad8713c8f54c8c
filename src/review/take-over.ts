import type { Cell } from '../kpi/issue.ts';
import { dayOfCellText, numberOfCell, textOfCell } from '../workbook/cells.ts';
import { choiceKey, choiceWord } from '../workbook/choices.ts';
import { ACTION_STATUSES } from '../workbook/sheets/choices.ts';
import { cells, emptyTable, type RowValues, type Table, type TableChange } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import { ACTION_AT, ACTION_COLUMNS, type ActionField, type ShownAction } from './action-columns.ts';
import { kpiIdOf, type NamedKpi } from './action-kpis.ts';
import { AT } from './render/grid.ts';
import { readActionKey } from './row-key.ts';
import type { TabColumns } from './tab.ts';

/** What people typed into a review tab. */
export type Typed = {
  /** By node id. */
  readonly explanations: ReadonlyMap<string, string>;
  /** Names that the tab shows, by node id. */
  readonly names: ReadonlyMap<string, string>;
  /** What goes to the sheet `actions`. */
  readonly actions: TableChange;
  /** Words of people's own in place of a status, which is left as it was; `row` is the tab's, from 0. */
  readonly unknown: readonly { readonly row: number; readonly found: string }[];
};

function cellOf(tab: TabColumns, row: number, wanted: ActionField): Cell | undefined {
  return tab[ACTION_AT[wanted]]?.[row];
}

/** The word of a status cell; an overdue action carries a mark behind it. */
function statusText(tab: TabColumns, row: number): string {
  return textOfCell(cellOf(tab, row, 'status')).replace(/ ■.*/s, '');
}

/** What is typed in place of a status and is none; empty where it is one, or where nothing stands. */
function unknownStatus(tab: TabColumns, row: number): string {
  const text = statusText(tab, row);
  return choiceKey(ACTION_STATUSES, text) === null ? text : '';
}

function shownAction(tab: TabColumns, row: number): ShownAction {
  const cell = (wanted: ActionField): Cell | undefined => cellOf(tab, row, wanted);
  return {
    finding: textOfCell(cell('finding')),
    owner: textOfCell(cell('owner')),
    due: dueOf(cell('due')),
    status: choiceKey(ACTION_STATUSES, statusText(tab, row)) ?? 'open',
    action: textOfCell(cell('action')),
    node: textOfCell(cell('node')),
    expected: numberOf(cell('expected')),
  };
}

type Kpis = readonly (readonly NamedKpi[])[];

/** People choose a KPI by its name, or type its id. */
function withKpi(shown: ShownAction, kpis: Kpis): ShownAction {
  return { ...shown, node: kpiIdOf(shown.node, kpis) };
}

/** KPIs as the tab names them, and as the sheet does now. */
function kpisOf(tab: TabColumns, lines: readonly TabRow[], tree: Table): Kpis {
  const first = lines.findIndex(({ kind }) => kind === 'kpi');
  const end = lines.findIndex(({ kind }, index) => index > first && kind !== 'kpi');
  // Former KPIs, below a title of their own, may have the names of others.
  const shown = first < 0 ? [] : lines.slice(first, end < 0 ? lines.length : end);
  const ids = cells(tree, 'id').map((id) => textOfCell(id));
  return [
    shown.map(({ id, row }) => ({ id, name: textOfCell(tab[AT.name]?.[row]) })),
    ids.map((id, row) => ({ id, name: textOfCell(cells(tree, 'name')[row]) })).filter(({ id }) => id !== ''),
  ];
}

/** A status alone says nothing of what to do, and every listed action has one. */
function isFilled(shown: Omit<ShownAction, 'status'>): boolean {
  const { finding, owner, due, action, node, expected } = shown;
  return [finding, owner, due, action, node, expected].some((value) => value !== null && value !== '');
}

/** A day, or the text of what is none: nothing that someone typed is lost. */
function dueOf(cell: Cell | undefined): number | string | null {
  const day = dayOfCellText(cell ?? null);
  return day === undefined ? textOfCell(cell) : day;
}

/** A number, or the text of what is none. */
function numberOf(cell: Cell | undefined): number | string | null {
  const number = numberOfCell(cell);
  return number === undefined ? textOfCell(cell) : number;
}

function valuesOf(typed: ShownAction, language: Language): RowValues {
  return {
    finding: typed.finding === '' ? null : typed.finding,
    action: typed.action === '' ? null : typed.action,
    owner: typed.owner === '' ? null : typed.owner,
    due: typed.due,
    node: typed.node === '' ? null : typed.node,
    expected: typed.expected,
    status: choiceWord(ACTION_STATUSES, typed.status, language),
  };
}

function plain(cell: Cell | undefined, key: string): string | number | null {
  if (key === 'due') return dueOf(cell);
  if (key === 'expected') return numberOf(cell);
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
  const text = (key: string, index: number): string => textOfCell(cells(actions, key)[index]);
  let number = first;
  return cells(actions, 'id').flatMap((_, index) => {
    const isEmpty = ACTION_COLUMNS.every(({ field }) => field === 'status' || text(field, index) === '');
    if (text('id', index) !== '' || isEmpty) return [];
    const week = text('week', index) !== '' ? {} : { week: label };
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

type TabRow = { readonly row: number; readonly kind: string; readonly id: string };

/** Rows that can hold what people typed; a row that someone inserted below an action is a new action, too. */
function filledRows(tab: TabColumns): TabRow[] {
  const rows: TabRow[] = [];
  const count = Math.max(0, ...tab.map((column) => column?.length ?? 0));
  let isAmongActions = false;
  for (let row = 0; row < count; row++) {
    const key = textOfCell(tab[AT.key]?.[row]);
    const kind = key.replace(/:.*/s, '');
    const isInserted: boolean = isAmongActions && kind === '' && isFilled(shownAction(tab, row));
    if (kind !== '' || isInserted)
      rows.push({ row, kind: isInserted ? 'new' : kind, id: key.slice(kind.length + 1) });
    isAmongActions = kind === 'action' || kind === 'new' || isInserted;
  }
  return rows;
}

/** Fields that were changed in the tab, of the columns that it still has. */
function changeOf(tab: TabColumns, { row, id }: TabRow, language: Language, kpis: Kpis) {
  const typed = shownAction(tab, row);
  const shown = withKpi(typed, kpis);
  const { id: action, changed } = readActionKey(id, shown);
  // A word that the sheet itself has in place of an id is no change.
  const asTyped = readActionKey(id, typed).changed;
  const isUnknown = unknownStatus(tab, row) !== '';
  const there = ACTION_COLUMNS.filter(
    ({ field, at }) =>
      changed.has(field) && asTyped.has(field) && tab[at] !== undefined && !(isUnknown && field === 'status'),
  );
  return {
    action,
    changed: new Set<string>(there.map(({ field }) => field)),
    values: valuesOf(shown, language),
  };
}

/**
 * What people typed into a draft: explanations beside the KPIs, changes of listed actions, and new actions.
 * @param tab Columns of the tab; none where there is no tab yet.
 * @param actions The sheet `actions`.
 * @param label Label of the week.
 * @param language Language of the workbook.
 * @param tree The sheet `tree`, whose KPIs may have been renamed since.
 */
export function takeOver(
  tab: TabColumns,
  actions: Table,
  label: string,
  language: Language,
  tree: Table = emptyTable('tree', 'tree'),
): Typed {
  const explanations = new Map<string, string>();
  const names = new Map<string, string>();
  const appends: RowValues[] = [];
  const unknown: { row: number; found: string }[] = [];
  const first = nextNumber(actions, label);
  const updates = withoutId(actions, label, first);
  let number = first + updates.length;
  const indexOf = new Map(cells(actions, 'id').map((id, index) => [textOfCell(id), index]));
  indexOf.delete('');
  const lines = filledRows(tab);
  const kpis = kpisOf(tab, lines, tree);
  for (const line of lines) {
    const found = line.kind === 'action' || line.kind === 'new' ? unknownStatus(tab, line.row) : '';
    if (found !== '') unknown.push({ row: line.row, found });
    if (line.kind === 'kpi') {
      const text = textOfCell(tab[AT.text]?.[line.row]);
      if (text !== '') explanations.set(line.id, text);
      names.set(line.id, textOfCell(tab[AT.name]?.[line.row]));
    } else if (line.kind === 'action') {
      const { action, changed, values: shown } = changeOf(tab, line, language, kpis);
      const index = indexOf.get(action);
      if (index === undefined) continue;
      const values = differences(shown, changed, actions, index);
      if (Object.keys(values).length > 0) updates.push({ index, values });
    } else if (line.kind === 'new') {
      const shown = withKpi(shownAction(tab, line.row), kpis);
      if (!isFilled(shown)) continue;
      appends.push({ id: `${label}-${number++}`, week: label, ...valuesOf(shown, language) });
    }
  }
  return { explanations, names, actions: { sheet: 'actions', appends, updates }, unknown };
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
