/** What people do to drafts and to the sheets between two runs; everything they type goes into the ledger. */
import type { SheetState } from '../../src/local/document/model.ts';
import type { Machine } from '../../src/local/machine.ts';
import type { Random } from '../../src/sample/random.ts';
import { choiceWord } from '../../src/workbook/choices.ts';
import { ACTION_STATUSES } from '../../src/workbook/sheets/choices.ts';
import type { Language } from '../../src/workbook/template.ts';
import { type Tab as Sheet, tabsOf, usedRows, valueAt } from '../hands/book.ts';
import { batch } from '../start/bench.ts';
import type { Ledger } from './ledger.ts';
import { stampsOf, type Tab, type TabRow, tabOf } from './tabs.ts';

export type Team = {
  readonly machine: Machine;
  readonly language: Language;
  readonly random: Random;
  readonly ledger: Ledger;
  /** Fields of actions in which somebody has typed, with the week: two people do not fill the same one at once. */
  readonly touched: Map<string, number>;
  /** Number of the week. */
  week: number;
};

/** Does it and says so; false where the workbook has nothing that could be edited so. */
type Edit = (team: Team) => boolean;

const FIELDS = { finding: 'name', owner: 'owner', due: 'c1', action: 'c4' } as const;
type Field = keyof typeof FIELDS;
const FIELD_KEYS = Object.keys(FIELDS) as Field[];

function type(team: Team, sheet: SheetState, row: number, column: number, value: string | number): void {
  team.ledger.forget(valueAt(sheet, row, column)?.stringValue ?? '');
  const userEnteredValue = typeof value === 'number' ? { numberValue: value } : { stringValue: value };
  batch(team.machine, {
    updateCells: {
      start: { sheetId: sheet.sheetId, rowIndex: row, columnIndex: column },
      rows: [{ values: [{ userEnteredValue }] }],
      fields: 'userEnteredValue',
    },
  });
}

const rangeOf = ({ sheetId }: SheetState, dimension: 'ROWS' | 'COLUMNS', startIndex: number) => ({
  sheetId,
  dimension,
  startIndex,
  endIndex: startIndex + 1,
});

function anyDraft({ machine, random }: Team): Tab | undefined {
  const document = machine.document();
  const drafts = stampsOf(document).filter(({ state }) => state === 'draft');
  return drafts.length === 0 ? undefined : tabOf(document, random.pick(drafts).sheetId);
}

function inDraft(work: (team: Team, tab: Tab, at: (key: string) => number) => boolean): Edit {
  return (team) => {
    const tab = anyDraft(team);
    return tab !== undefined && work(team, tab, (key) => tab.columns.get(key) ?? -1);
  };
}

function inSheet(
  key: string,
  work: (team: Team, sheet: Sheet, at: (column: string) => number) => boolean,
): Edit {
  return (team) => {
    const sheet = tabsOf(team.machine.document()).find(({ template }) => template.key === key);
    return sheet !== undefined && work(team, sheet, (column) => sheet.columns.get(column) ?? -1);
  };
}

/** A field that nobody else has filled since every draft was made again for certain. */
function isFree({ touched, week }: Team, id: string, field: Field): boolean {
  const key = `${id} ${field}`;
  if ((touched.get(key) ?? -9) >= week - 2) return false;
  touched.set(key, week);
  return true;
}

const isEmpty = ({ sheet }: Tab, row: number, columns: readonly number[]): boolean =>
  columns.every((column) => valueAt(sheet, row, column) === undefined);

const someDay = ({ random }: Team): number => 46_237 + random.whole(0, 365);

function fill(team: Team, tab: Tab, row: number, at: (key: string) => number): void {
  const { random, ledger } = team;
  const place = { in: 'actions', sheetId: tab.sheet.sheetId } as const;
  type(team, tab.sheet, row, at('name'), ledger.write('Found', place));
  type(team, tab.sheet, row, at('c4'), ledger.write('Do', place));
  if (random.chance(0.5)) type(team, tab.sheet, row, at('owner'), random.pick(['Ana', 'Bo', '博']));
  if (random.chance(0.3)) type(team, tab.sheet, row, at('c1'), ledger.write('next week', place));
  else if (random.chance(0.5)) type(team, tab.sheet, row, at('c1'), someDay(team));
}

const actionRows = ({ rows }: Tab): TabRow[] =>
  rows.filter(({ kind }) => kind === 'action' || kind === 'new');

const unmerge = ({ sheet }: Tab) => ({ unmergeCells: { range: { sheetId: sheet.sheetId } } });

export const EDITS = {
  'explain a KPI': inDraft((team, tab, at) => {
    const rows = tab.rows.filter(({ kind }) => kind === 'kpi');
    if (rows.length === 0) return false;
    const { sheetId } = tab.sheet;
    const text = team.ledger.write('Because', { in: 'tab', sheetId });
    type(team, tab.sheet, team.random.pick(rows).row, at('text'), text);
    return true;
  }),
  'add an action': inDraft((team, tab, at) => {
    const columns = Object.values(FIELDS).map(at);
    const free = tab.rows.find(({ kind, row }) => kind === 'new' && isEmpty(tab, row, columns));
    if (free === undefined) return false;
    fill(team, tab, free.row, at);
    return true;
  }),
  'add an action in a row of its own': inDraft((team, tab, at) => {
    const rows = actionRows(tab);
    if (rows.length === 0) return false;
    const startIndex = team.random.pick(rows).row + 1;
    batch(team.machine, {
      insertDimension: { range: rangeOf(tab.sheet, 'ROWS', startIndex), inheritFromBefore: true },
    });
    const now = tabOf(team.machine.document(), tab.sheet.sheetId);
    if (now !== undefined) fill(team, now, startIndex, at);
    return true;
  }),
  'change an action in the tab': inDraft((team, tab, at) => {
    const rows = tab.rows.filter(({ kind }) => kind === 'action');
    if (rows.length === 0) return false;
    const { row, id } = team.random.pick(rows);
    const field = team.random.pick(FIELD_KEYS);
    if (!isFree(team, id.slice(0, id.lastIndexOf('|')), field)) return false;
    const text = team.ledger.write(`New ${field}`, { in: 'actions', sheetId: tab.sheet.sheetId });
    type(team, tab.sheet, row, at(FIELDS[field]), text);
    return true;
  }),
  'do an action': inDraft((team, tab, at) => {
    const rows = tab.rows.filter(({ kind }) => kind === 'action');
    if (rows.length === 0) return false;
    const word = choiceWord(ACTION_STATUSES, 'done', team.language);
    for (const { row } of rows) if (team.random.chance(0.6)) type(team, tab.sheet, row, at('c2'), word);
    return true;
  }),
  'sort the actions of the tab': inDraft((team, tab, at) => {
    const rows = actionRows(tab).map(({ row }) => row);
    const first = rows[0];
    if (first === undefined) return false;
    let last = first;
    while (rows.includes(last + 1)) last += 1;
    if (last === first) return false;
    const { sheetId, columnCount } = tab.sheet;
    const range = {
      sheetId,
      startRowIndex: first,
      endRowIndex: last + 1,
      startColumnIndex: 0,
      endColumnIndex: columnCount,
    };
    const sortSpecs = [
      { dimensionIndex: at('name'), sortOrder: team.random.pick(['ASCENDING', 'DESCENDING']) },
    ];
    batch(team.machine, unmerge(tab), { sortRange: { range, sortSpecs } });
    return true;
  }),
  'insert a column into the tab': inDraft((team, tab) => {
    const { sheetId, columnCount } = tab.sheet;
    if (columnCount > 20) return false;
    const column = team.random.whole(1, 6);
    batch(team.machine, {
      insertDimension: { range: rangeOf(tab.sheet, 'COLUMNS', column), inheritFromBefore: false },
    });
    const now = tabOf(team.machine.document(), sheetId);
    if (now !== undefined)
      type(
        team,
        now.sheet,
        team.random.whole(2, 20),
        column,
        team.ledger.write('Note', { in: 'tab', sheetId }),
      );
    return true;
  }),
  'move a column of the tab': inDraft((team, tab, at) => {
    const from = at(team.random.pick(['owner', 'c1', 'c4', 'text']));
    const destinationIndex = team.random.whole(1, tab.sheet.columnCount);
    if (destinationIndex === from || destinationIndex === from + 1) return false;
    batch(team.machine, unmerge(tab), {
      moveDimension: { source: rangeOf(tab.sheet, 'COLUMNS', from), destinationIndex },
    });
    return true;
  }),
  'rename the tab': inDraft((team, { sheet: { sheetId } }) => {
    const title = `Meeting ${team.week}-${team.random.whole(1, 1e6)}`;
    team.ledger.rename(sheetId, title);
    batch(team.machine, { updateSheetProperties: { properties: { sheetId, title }, fields: 'title' } });
    return true;
  }),
  'add an action in the sheet': inSheet('actions', (team, { sheet }, at) => {
    const row = usedRows(sheet);
    if (row >= sheet.rowCount) {
      batch(team.machine, { appendDimension: { sheetId: sheet.sheetId, dimension: 'ROWS', length: 5 } });
    }
    type(team, sheet, row, at('finding'), team.ledger.write('Seen', { in: 'actions' }));
    type(team, sheet, row, at('action'), team.ledger.write('Try', { in: 'actions' }));
    return true;
  }),
  'change an action in the sheet': inSheet('actions', (team, { sheet }, at) => {
    const rows = usedRows(sheet);
    if (rows < 2) return false;
    const row = team.random.whole(1, rows - 1);
    const id = valueAt(sheet, row, at('id'))?.stringValue ?? '';
    const field = team.random.pick(FIELD_KEYS);
    if (id === '' || !isFree(team, id, field)) return false;
    type(team, sheet, row, at(field), team.ledger.write(`Sheet’s ${field}`, { in: 'actions' }));
    return true;
  }),
  'do old actions in the sheet': inSheet('actions', (team, { sheet }, at) => {
    const word = choiceWord(ACTION_STATUSES, 'done', team.language);
    const rows = Array.from({ length: Math.max(0, usedRows(sheet) - 6) }, (_, n) => n + 1);
    const open = rows.filter((row) => {
      const id = valueAt(sheet, row, at('id'))?.stringValue;
      return id !== undefined && valueAt(sheet, row, at('status'))?.stringValue !== word;
    });
    for (const row of open) type(team, sheet, row, at('status'), word);
    return open.length > 0;
  }),
  'sort the actions': inSheet('actions', (team, { sheet }, at) => sortRows(team, sheet, at('finding'))),
  'sort the costs': inSheet('costs', (team, { sheet }, at) => sortRows(team, sheet, at('date'))),
  'insert a column into the sheet': inSheet('actions', (team, { sheet }) => {
    if (sheet.columnCount > 16) return false;
    batch(team.machine, {
      insertDimension: { range: rangeOf(sheet, 'COLUMNS', 4), inheritFromBefore: false },
    });
    type(team, sheet, 0, 4, team.ledger.write('Ours', { in: 'actions' }));
    return true;
  }),
  'give a KPI another id': inSheet('tree', (team, { sheet }, at) => {
    const other: Readonly<Record<string, string>> = { 'watch.views': 'seen', seen: 'watch.views' };
    for (let row = 1; row < usedRows(sheet); row++) {
      const id = other[valueAt(sheet, row, at('id'))?.stringValue ?? ''];
      if (id === undefined) continue;
      type(team, sheet, row, at('id'), id);
      return true;
    }
    return false;
  }),
} satisfies Record<string, Edit>;

function sortRows(team: Team, sheet: SheetState, column: number): boolean {
  const range = {
    sheetId: sheet.sheetId,
    startRowIndex: 1,
    endRowIndex: usedRows(sheet),
    startColumnIndex: 0,
    endColumnIndex: sheet.columnCount,
  };
  if (range.endRowIndex < 3) return false;
  const sortSpecs = [{ dimensionIndex: column, sortOrder: team.random.pick(['ASCENDING', 'DESCENDING']) }];
  batch(team.machine, { sortRange: { range, sortSpecs } });
  return true;
}

export type EditKind = keyof typeof EDITS;
export const EDIT_KINDS = Object.keys(EDITS) as EditKind[];
