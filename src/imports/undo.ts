import type { Cell } from '../kpi/issue.ts';
import { sheetTemplate } from '../workbook/sheets/index.ts';
import {
  cells,
  emptyTable,
  type RowValues,
  type Table,
  type TableChange,
  type Tables,
} from '../workbook/table.ts';

/** What an import did to a row: with `before` it changed it, without it added it. */
export type UndoEntry = {
  readonly sheet: string;
  /** Of a row that was changed; one that was added is found by what was written. */
  readonly key?: RowValues;
  readonly before?: RowValues;
  readonly after: RowValues;
};

/** Columns by which a row is found again, wherever people moved it; other sheets go by all that was written. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  accounts: ['platform', 'id'],
  content: ['platform', 'account', 'id'],
  performance: ['platform', 'account', 'content', 'from', 'to', 'kind'],
  orders: ['platform', 'id', 'sku'],
  products: ['sku'],
  imports: ['id'],
};

/** Rows of these carry the id of their import, so that those that were added need no entry of their own. */
const marksImports = (sheet: string): boolean =>
  sheetTemplate(sheet).columns.some(({ key }) => key === 'import');

const UNTOUCHED = new Set(['settings', 'tree']);

function rowAt(table: Table, index: number, keys: readonly string[]): RowValues {
  return Object.fromEntries(keys.map((key) => [key, cells(table, key)[index] ?? null]));
}

function keyOf(sheet: string, row: RowValues): RowValues {
  const keys = KEYS[sheet];
  if (keys === undefined) return row;
  return Object.fromEntries(keys.map((key) => [key, row[key] ?? null]));
}

/**
 * What is to be kept of an import so that it can be undone.
 * @param changes Changes of the import.
 * @param tables The sheets as they were before.
 * @returns An entry for each row that was changed, and for each that was added without the import's id.
 */
export function undoEntries(changes: readonly TableChange[], tables: Tables): UndoEntry[] {
  return changes.flatMap(({ sheet, appends, updates }) => {
    if (UNTOUCHED.has(sheet)) return [];
    const table = tables[sheet] ?? emptyTable(sheet, sheet);
    const changed = updates.map(({ index, values }): UndoEntry => {
      const key = keyOf(sheet, { ...rowAt(table, index, KEYS[sheet] ?? Object.keys(values)), ...values });
      return { sheet, key, before: rowAt(table, index, Object.keys(values)), after: values };
    });
    // The log keeps its row, which says that the import was undone; spans of others that it cut come back.
    if (marksImports(sheet) || sheet === 'imports') return changed;
    return [...changed, ...appends.map((after): UndoEntry => ({ sheet, after }))];
  });
}

export type UndoPlan = {
  readonly changes: readonly TableChange[];
  /** Rows to take out, by sheet: indexes of data rows from 0, ascending. */
  readonly removals: ReadonlyMap<string, readonly number[]>;
  /** Rows that somebody has changed since, and that stay as they are. */
  readonly kept: number;
};

const same = (one: Cell | undefined, other: Cell | undefined): boolean =>
  (one ?? null) === (other ?? null) ||
  (typeof one === 'number' && typeof other === 'number' && Math.abs(one - other) <= 1e-9 * Math.abs(other));

const isStill = (table: Table, index: number, values: RowValues): boolean =>
  Object.entries(values).every(([key, value]) => same(cells(table, key)[index], value));

const textOf = (row: RowValues, keys: readonly string[]): string =>
  JSON.stringify(keys.map((key) => row[key] ?? null));

/** Rows of a table by their key; of twins the last one, which is where rows are added. */
function finder(table: Table, keys: readonly string[]): (key: RowValues) => number | undefined {
  const found = new Map<string, number>();
  for (let index = 0; index < table.rows; index++) found.set(textOf(rowAt(table, index, keys), keys), index);
  return (key) => found.get(textOf(key, keys));
}

/** Whether people have typed into a row that the import made, beside what it wrote. */
function isUntouched(table: Table, index: number, after: RowValues): boolean {
  const template = sheetTemplate(table.key);
  const own = template.columns.filter(({ formula, managed }) => formula === undefined && managed !== true);
  return own.every(({ key, default: usual }) => {
    const cell = cells(table, key)[index] ?? null;
    return same(cell, after[key]) || (after[key] === undefined && (cell === null || usual !== undefined));
  });
}

type Work = { readonly updates: TableChange['updates'][number][]; readonly removed: number[]; kept: number };

function undoEntry(entry: UndoEntry, index: number | undefined, table: Table, work: Work): void {
  if (index === undefined) return;
  if (entry.before === undefined) {
    if (isUntouched(table, index, entry.after)) work.removed.push(index);
    else work.kept += 1;
  } else if (isStill(table, index, entry.after)) work.updates.push({ index, values: entry.before });
  else work.kept += 1;
}

function undoSheet(table: Table, entries: readonly UndoEntry[], importId: string): Work {
  const work: Work = { updates: [], removed: [], kept: 0 };
  const finders = new Map<string, (key: RowValues) => number | undefined>();
  const touched = new Set<number>();
  for (const entry of entries) {
    const key = entry.key ?? keyOf(entry.sheet, entry.after);
    const keys = Object.keys(key);
    const find = finders.get(keys.join()) ?? finder(table, keys);
    finders.set(keys.join(), find);
    const index = find(key);
    if (index !== undefined) touched.add(index);
    undoEntry(entry, index, table, work);
  }
  if (marksImports(table.key)) {
    cells(table, 'import').forEach((cell, index) => {
      if (cell === importId && !touched.has(index)) work.removed.push(index);
    });
  }
  return work;
}

/**
 * Plans to undo an import: rows that it added go, rows that it changed are as they were before. What people have
 * changed since stays.
 * @param importId The import.
 * @param entries What was kept of it.
 * @param tables The sheets as they are now.
 * @param now Serial day with time, for the log.
 * @returns Changes and removals of one batch; updates come first, since removals shift rows.
 */
export function planUndo(
  importId: string,
  entries: readonly UndoEntry[],
  tables: Tables,
  now: number,
): UndoPlan {
  const changes: TableChange[] = [];
  const removals = new Map<string, readonly number[]>();
  let kept = 0;
  for (const [sheet, table] of Object.entries(tables)) {
    if (UNTOUCHED.has(sheet)) continue;
    const own = entries.filter((entry) => entry.sheet === sheet);
    const work = undoSheet(table, own, importId);
    kept += work.kept;
    if (work.updates.length > 0) changes.push({ sheet, appends: [], updates: work.updates });
    if (work.removed.length > 0)
      removals.set(
        sheet,
        [...work.removed].sort((a, b) => a - b),
      );
  }
  const log = tables.imports ?? emptyTable('imports', 'imports');
  const logged = cells(log, 'id').flatMap((id, index) =>
    id === importId ? [{ index, values: { undone: now } }] : [],
  );
  changes.push({ sheet: 'imports', appends: [], updates: logged });
  return { changes, removals, kept };
}
