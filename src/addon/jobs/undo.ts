import { planUndo, type UndoEntry, undoEntries } from '../../imports/undo.ts';
import { CELL_LIMIT } from '../../workbook/cells.ts';
import type { WorkbookMap } from '../../workbook/map.ts';
import { readRange, type Wanted } from '../../workbook/read.ts';
import { asOfChange } from '../../workbook/settings.ts';
import type { GridRange, SheetsRequest } from '../../workbook/sheets-api.ts';
import { withStaleDrafts } from '../../workbook/stale-drafts.ts';
import { cells, type TableChange, type Tables } from '../../workbook/table.ts';
import { dropUndo, hasUndo, keepUndo, removeRows, UNDO_SHEET_ID } from '../../workbook/undo-sheet.ts';
import type { Gateway } from '../gateway.ts';
import { Refusal } from '../refusal.ts';
import { manyChanges, openJob, refuseBrokenSheets, writeSeen } from './context.ts';

/** A row that was changed is known as such even where its values do not fit: else it would pass for one that was added. */
function recordsOf(entry: UndoEntry): string[] {
  const record = JSON.stringify(entry);
  // Of an entry that fits into no cell the row stays as the import left it.
  if (record.length < CELL_LIMIT) return [record];
  const { sheet, key, before, after } = entry;
  return before === undefined || after === undefined
    ? []
    : [JSON.stringify({ sheet, key, before: {}, after: {} })];
}

/** First record of the hidden sheet. */
type Head = { readonly id: string; readonly sheets: readonly string[] };

/**
 * Requests that keep what an import does, so that it can be undone; they belong into its batch.
 * @param map Where everything is.
 * @param importId The import.
 * @param changes What it changes.
 * @param tables The sheets as they were read.
 */
export function undoRequests(
  map: WorkbookMap,
  importId: string,
  changes: readonly TableChange[],
  tables: Tables,
): SheetsRequest[] {
  const sheets = [...new Set(changes.map(({ sheet }) => sheet))];
  const head: Head = { id: importId, sheets };
  const records = undoEntries(changes, tables).flatMap(recordsOf);
  return keepUndo(map, { id: JSON.stringify(head), records });
}

/**
 * The import that the hidden sheet is of.
 * @param cell Its first cell.
 * @returns Id of the import; empty where it cannot be read.
 */
export function importIdIn(cell: unknown): string {
  try {
    const { id } = JSON.parse(String(cell)) as Partial<Head>;
    return typeof id === 'string' ? id : '';
  } catch {
    return '';
  }
}

function recordOf(gateway: Gateway, map: WorkbookMap): { head: Head; entries: UndoEntry[] } {
  if (!hasUndo(map)) throw new Refusal({ code: 'UNDO_NOTHING' });
  const range: GridRange = { sheetId: UNDO_SHEET_ID };
  const { response } = openJob(gateway, {}, () => [range], map);
  const [head, ...records] = (readRange(UNDO_SHEET_ID, response)[0] ?? []).map(String);
  try {
    return {
      head: JSON.parse(head ?? '') as Head,
      entries: records.map((record) => JSON.parse(record) as UndoEntry),
    };
  } catch {
    // Somebody wrote into the hidden sheet: what an import did is not known any more.
    throw new Refusal({ code: 'UNDO_NOTHING' });
  }
}

export type SheetCount = { readonly title: string; readonly rows: number };

export type UndoOutcome = {
  readonly file: string;
  /** Rows by the title of their sheet. */
  readonly removed: readonly SheetCount[];
  readonly restored: readonly SheetCount[];
  readonly kept: number;
};

/**
 * Undoes the last import: two values reads, the first of what was kept, and one atomic batch.
 * @param gateway Access to the document.
 * @param map Where everything is.
 * @returns How many rows went, are as before, and stayed because people changed them since; throws a Refusal where there
 *   is nothing to undo, or a sheet or column is missing.
 */
export function undoJob(gateway: Gateway, map: WorkbookMap): { outcome: UndoOutcome; map: WorkbookMap } {
  const { head, entries } = recordOf(gateway, map);
  const wanted: Wanted = Object.fromEntries(
    [...head.sheets, 'imports'].map((sheet) => [sheet, 'all'] as const),
  );
  const context = openJob(gateway, wanted, () => [], map);
  refuseBrokenSheets(context, wanted);
  const { tables, now } = context;
  const plan = planUndo(head.id, entries, tables, now.serial);
  const changes = [...plan.changes, asOfChange(tables.settings, now.serial)];
  const removals = [...plan.removals].flatMap(([sheet, rows]) => {
    const place = map.sheets.get(sheet);
    return place === undefined ? [] : removeRows(place, rows);
  });
  const drafts = withStaleDrafts(map);
  writeSeen(gateway, map, [
    ...manyChanges(gateway, context, changes),
    ...removals,
    ...dropUndo(map),
    ...drafts.requests,
  ]);
  const log = tables.imports;
  const row = log === undefined ? -1 : cells(log, 'id').indexOf(head.id);
  const counted = (sheets: readonly (readonly [string, number])[]): SheetCount[] =>
    sheets.flatMap(([key, rows]) => {
      const title = map.sheets.get(key)?.title ?? key;
      return rows === 0 || key === 'issues' || key === 'imports' ? [] : [{ title, rows }];
    });
  return {
    outcome: {
      file: log === undefined || row < 0 ? '' : String(cells(log, 'file')[row] ?? ''),
      removed: counted([...plan.removals].map(([sheet, rows]) => [sheet, rows.length])),
      restored: counted(
        plan.changes.map(({ sheet, appends, updates }) => [sheet, appends.length + updates.length]),
      ),
      kept: plan.kept,
    },
    map: drafts.map,
  };
}
