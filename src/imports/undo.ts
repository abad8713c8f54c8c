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
import { pushTo } from './keys.ts';
import { isMarked, marksOf } from './undo-marks.ts';

/**
 * What an import did to a row: with `before` it changed it, without it added it; without `after` it took it out. One
 * with `marks` is of many rows that it added.
 */
export type UndoEntry = {
  readonly sheet: string;
  /** Of a row that was changed; one that was added is found by what was written. */
  readonly key?: RowValues;
  readonly before?: RowValues;
  readonly after?: RowValues;
  /** Says of rows that were added what stood in them. */
  readonly marks?: string;
};

/** Columns by which a row is found again, wherever people moved it; other sheets go by all that was written. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  accounts: ['platform', 'id'],
  content: ['platform', 'account', 'id'],
  performance: ['platform', 'account', 'content', 'from', 'to', 'kind'],
  orders: ['platform', 'id', 'sku', 'content'],
  costs: ['import', 'platform', 'account', 'content', 'component', 'note', 'from', 'date'],
  products: ['sku'],
  imports: ['id'],
};

/**
 * Rows of these carry the id of their import, so that those that were added need no entry of their own. Those of costs
 * have one all the same: people work in that sheet, and what they changed since stays.
 */
const marksImports = (sheet: string): boolean =>
  sheet !== 'costs' && sheetTemplate(sheet).columns.some(({ key }) => key === 'import');

/** People type into these, too, but their rows are too many for an entry each. */
const keepsMarks = (sheet: string): boolean => sheet === 'orders';

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
 * @returns An entry for each row that was changed or taken out, and for each that was added and cannot be told by the
 *   import's id; of orders that were added, what tells whether they were changed since.
 */
export function undoEntries(changes: readonly TableChange[], tables: Tables): UndoEntry[] {
  return changes.flatMap(({ sheet, appends, updates, removals = [] }) => {
    if (UNTOUCHED.has(sheet)) return [];
    const table = tables[sheet] ?? emptyTable(sheet, sheet);
    const changed = updates.map(({ index, values }): UndoEntry => {
      const key = keyOf(sheet, { ...rowAt(table, index, KEYS[sheet] ?? Object.keys(values)), ...values });
      return { sheet, key, before: rowAt(table, index, Object.keys(values)), after: values };
    });
    const own = sheetTemplate(sheet).columns.filter(({ formula }) => formula === undefined);
    const keys = own.map(({ key }) => key);
    const removed = removals.map((index): UndoEntry => ({ sheet, before: rowAt(table, index, keys) }));
    if (keepsMarks(sheet)) {
      const marks = marksOf(sheet, appends).map((text): UndoEntry => ({ sheet, marks: text }));
      return [...changed, ...removed, ...marks];
    }
    // The log keeps its row, which says that the import was undone; spans of others that it cut come back.
    if (marksImports(sheet) || sheet === 'imports') return [...changed, ...removed];
    return [...changed, ...removed, ...appends.map((after): UndoEntry => ({ sheet, after }))];
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

type Find = (key: RowValues, after: RowValues) => number | undefined;

/**
 * Rows of a table by their key, each found once: of twins the one that is as the import left it, else the last, which is
 * where rows are added.
 */
function finder(table: Table, keys: readonly string[]): Find {
  const found = new Map<string, number[]>();
  for (let index = table.rows - 1; index >= 0; index--) {
    const text = textOf(rowAt(table, index, keys), keys);
    pushTo(found, text, index);
  }
  return (key, after) => {
    const twins = found.get(textOf(key, keys)) ?? [];
    const place = twins.findIndex((index) => isStill(table, index, after));
    return twins.splice(Math.max(place, 0), 1)[0];
  };
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

type Work = {
  readonly updates: TableChange['updates'][number][];
  readonly appends: RowValues[];
  readonly removed: number[];
  kept: number;
};

function undoRow(
  before: RowValues | undefined,
  after: RowValues,
  index: number,
  table: Table,
  work: Work,
): void {
  if (before === undefined) {
    if (isUntouched(table, index, after)) work.removed.push(index);
    else work.kept += 1;
  } else if (isStill(table, index, after)) work.updates.push({ index, values: before });
  else work.kept += 1;
}

function undoSheet(table: Table, entries: readonly UndoEntry[], importId: string): Work {
  const work: Work = { updates: [], appends: [], removed: [], kept: 0 };
  const finders = new Map<string, Find>();
  const touched = new Set<number>();
  const marks: string[] = [];
  for (const { sheet, key: known, before, after, marks: text } of entries) {
    if (text !== undefined) {
      marks.push(text);
      continue;
    }
    if (after === undefined) {
      if (before !== undefined) work.appends.push(before);
      continue;
    }
    const key = known ?? keyOf(sheet, after);
    const keys = Object.keys(key);
    const find = finders.get(keys.join()) ?? finder(table, keys);
    finders.set(keys.join(), find);
    const index = find(key, after);
    if (index === undefined) continue;
    touched.add(index);
    undoRow(before, after, index, table, work);
  }
  if (marksImports(table.key)) {
    const isWritten = marks.length === 0 ? () => true : isMarked(table, marks);
    cells(table, 'import').forEach((cell, index) => {
      if (cell !== importId || touched.has(index)) return;
      if (isWritten(index)) work.removed.push(index);
      else work.kept += 1;
    });
  }
  return work;
}

/**
 * Plans to undo an import: rows that it added go, rows that it changed are as they were before, rows that it took out
 * come back at the end. What people have changed since stays.
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
    const { updates, appends } = work;
    if (updates.length + appends.length > 0) changes.push({ sheet, appends, updates });
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
