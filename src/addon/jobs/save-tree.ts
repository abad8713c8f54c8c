import { parseRows } from '../../kpi/edited-tree.ts';
import { type MergedTree, mergeTrees } from '../../kpi/merge-trees.ts';
import { idOf, rowKeys, type TreeRow } from '../../kpi/tree-fields.ts';
import type { WorkbookMap } from '../../workbook/map.ts';
import type { Wanted } from '../../workbook/read.ts';
import { renameChanges } from '../../workbook/rename-kpis.ts';
import { moveRows, wholeOrder } from '../../workbook/row-order.ts';
import { asOfChange } from '../../workbook/settings.ts';
import type { SheetsRequest } from '../../workbook/sheets-api.ts';
import { withStaleDrafts } from '../../workbook/stale-drafts.ts';
import type { RowValues, Table, TableChange } from '../../workbook/table.ts';
import {
  readTargets,
  readTreeRows,
  type TargetRow,
  targetValues,
  treeValues,
} from '../../workbook/tree-rows.ts';
import { removeRows } from '../../workbook/undo-sheet.ts';
import { unitWord } from '../../workbook/units.ts';
import type { Gateway } from '../gateway.ts';
import { Refusal } from '../refusal.ts';
import type { TreeConflict, TreeEdit, TreeState } from '../tree-api.ts';
import {
  issueChange,
  type JobContext,
  manyChanges,
  openJob,
  refuseBrokenSheets,
  writeSeen,
} from './context.ts';
import { TREE_SURROUNDINGS, treeState } from './tree.ts';
import { printOf, withdrawnPlaces } from './withdraw-targets.ts';

const WRITTEN: Wanted = { tree: 'all', targets: 'all' };
const NEEDS: Wanted = { ...TREE_SURROUNDINGS, ...WRITTEN, issues: 'all' };
/** Sheets that name KPIs by their ID. */
const NAMING: Wanted = { actions: ['node'], content: ['node'], team: ['name', 'role', 'nodes'] };

export type SaveOutcome =
  | { readonly conflicts: readonly TreeConflict[]; readonly present: TreeState }
  | {
      readonly conflicts?: undefined;
      readonly isChanged: boolean;
      readonly changed: number;
      readonly added: number;
      readonly removed: number;
      /** Targets that were added. */
      readonly targets: readonly TargetRow[];
      readonly state: TreeState;
      /** Where everything was before. */
      readonly map: WorkbookMap;
    };

/** A tree that is none is never written. */
function refuseFaults(rows: readonly TreeRow[]): void {
  const fault = parseRows(rows).faults.find(({ isStructural }) => isStructural);
  if (fault !== undefined) throw new Refusal({ ...fault.issue, code: `EDIT_${fault.issue.code}` });
}

/** Where rows are given IDs anew, the sheets that name them are read as well. */
function needsOf({ base, rows }: TreeEdit, there: { has(key: string): boolean }): Wanted {
  const ids = new Map(rowKeys(base).map((key, i) => [key, idOf(base[i] as TreeRow)]));
  const isRenamed = rows.some(({ was, row }) => ids.has(was) && ids.get(was) !== idOf(row));
  const naming = isRenamed ? Object.entries(NAMING).filter(([key]) => there.has(key)) : [];
  return { ...NEEDS, ...Object.fromEntries(naming) };
}

type Sheet = ReturnType<typeof readTreeRows> & { readonly table: Table };

/** Changed cells of rows that are there, and rows that are added below. */
function treeChange({ rows, places }: Sheet, merged: MergedTree, { settings }: JobContext): TableChange {
  const keys = rowKeys(rows);
  const updates: { index: number; values: RowValues }[] = [];
  const appends: RowValues[] = [];
  for (const { was, row } of merged.rows) {
    const at = was === '' ? -1 : keys.indexOf(was);
    const values = treeValues(row, settings.language, rows[at]);
    if (at < 0) appends.push(values);
    else if (Object.keys(values).length > 0) updates.push({ index: places[at] as number, values });
  }
  return { sheet: 'tree', appends, updates };
}

/** Rows go to their places as wholes, and those that are gone are deleted from where they are then. */
function orderRequests(
  { map }: JobContext,
  { rows, places, table }: Sheet,
  merged: MergedTree,
): SheetsRequest[] {
  const sheet = map.sheets.get('tree');
  if (sheet === undefined) return [];
  const keys = rowKeys(rows);
  const placeOf = new Map(keys.map((key, i) => [key, places[i] as number]));
  let next = table.rows;
  const wanted = merged.rows.map(({ was }) => (was === '' ? next++ : (placeOf.get(was) as number)));
  const kept = new Set(merged.rows.map(({ was }) => was));
  const gone = new Set(keys.filter((key) => !kept.has(key)).map((key) => placeOf.get(key)));
  const order = wholeOrder(next, wanted);
  const removed = order.flatMap((place, position) => (gone.has(place) ? [position] : []));
  const grown = { ...sheet, rowCount: Math.max(sheet.rowCount, next + 1) };
  return [...moveRows(sheet, order), ...(removed.length === 0 ? [] : removeRows(grown, removed))];
}

/** Targets that are not there yet; one that is sent again after a lost answer is. */
function newTargets(
  { targets }: TreeEdit,
  known: readonly TargetRow[],
  merged: MergedTree,
): readonly TargetRow[] {
  const ids = new Set(merged.rows.map(({ row }) => idOf(row)));
  const unknown = targets.find(({ node }) => !ids.has(node));
  if (unknown !== undefined) throw new Refusal({ code: 'TARGET_WITHOUT_KPI', found: unknown.node });
  const prints = new Set(known.map(printOf));
  return targets.filter((target) => !prints.has(printOf(target)));
}

function targetChange(
  targets: readonly TargetRow[],
  merged: MergedTree,
  context: JobContext,
  who: string,
): TableChange {
  const { settings, now } = context;
  const units = new Map(merged.rows.map(({ row }) => [idOf(row), row.unit]));
  const appends = targets.map((target) => {
    const unit = units.get(target.node) ?? null;
    const word = unit === null ? null : unitWord(String(unit), settings.language);
    return targetValues(target, settings.language, { unit: word, who, day: now.day });
  });
  return { sheet: 'targets', appends, updates: [] };
}

/** Keys of rows that get a target: who takes such a row away takes the target's KPI. */
function touchedBy({ rows, targets }: TreeEdit): ReadonlySet<string> {
  const nodes = new Set(targets.map(({ node }) => node));
  return new Set(rows.filter(({ row }) => nodes.has(idOf(row))).map(({ was }) => was));
}

function write(
  gateway: Gateway,
  context: JobContext,
  sheet: Sheet,
  merged: MergedTree,
  targets: TableChange,
  withdrawn: readonly number[],
) {
  const { map, tables, now } = context;
  const tree = treeChange(sheet, merged, context);
  const place = map.sheets.get('targets');
  const removal = place === undefined || withdrawn.length === 0 ? [] : removeRows(place, withdrawn);
  const order = [...orderRequests(context, sheet, merged), ...removal];
  const changes = [tree, targets, ...renameChanges(tables, merged.renamed)];
  const isChanged =
    order.length > 0 || changes.some(({ appends, updates }) => appends.length + updates.length > 0);
  const all = isChanged
    ? [...changes, issueChange(context, []), asOfChange(tables.settings, now.serial)]
    : [];
  const stale = isChanged ? withStaleDrafts(map).requests : [];
  writeSeen(gateway, map, [...manyChanges(gateway, context, all), ...order, ...stale]);
  return { isChanged, changed: tree.updates.length, added: tree.appends.length };
}

/**
 * Saves what an editor made of the KPI tree, together with what others changed meanwhile: one metadata read, one values
 * read, one atomic batch. Of rows that are there only changed cells are written.
 * @param gateway Access to the document.
 * @param edit The tree as the editor read it, its rows, and targets to be added; or, as an undo, to be taken away.
 * @param who Name for the targets; empty where nobody knows it.
 * @returns What was done and the tree after it; or conflicts, with the tree as it is now and nothing written. Throws a
 *   Refusal for rows that are no tree, and for sheets or columns that are missing.
 */
export function saveTreeJob(gateway: Gateway, edit: TreeEdit, who: string): SaveOutcome {
  const map = gateway.readMap();
  const context = openJob(gateway, needsOf(edit, map.sheets), undefined, map);
  refuseBrokenSheets(context, WRITTEN);
  // What the editor made by itself, with new IDs carried to the rows that name them.
  refuseFaults(mergeTrees(edit.base, edit.rows, edit.base).rows.map(({ row }) => row));
  const { tables } = context;
  const table = tables.tree as Table;
  const sheet: Sheet = { ...readTreeRows(table), table };
  const { rows: known, places } = readTargets(tables.targets as Table);
  const merged = mergeTrees(edit.base, edit.rows, sheet.rows, { touched: touchedBy(edit) });
  const [conflict] = merged.conflicts;
  if (conflict !== undefined && edit.withdrawn !== undefined) {
    throw new Refusal({ code: 'TREE_UNDO_CHANGED', found: conflict.name });
  }
  if (conflict !== undefined) {
    return { conflicts: merged.conflicts, present: treeState(context, sheet.rows, known) };
  }
  const rows = merged.rows.map(({ row }) => row);
  refuseFaults(rows);
  const added = newTargets(edit, known, merged);
  const nameOf = (node: string) => String(rows.find((row) => idOf(row) === node)?.name ?? node);
  const withdrawn = withdrawnPlaces(edit.withdrawn ?? [], known, places, nameOf);
  const change = targetChange(added, merged, context, who);
  const done = write(gateway, context, sheet, merged, change, withdrawn);
  const removed = sheet.rows.length - merged.rows.filter(({ was }) => was !== '').length;
  const carried = known.flatMap((target, i) =>
    withdrawn.includes(places[i] as number)
      ? []
      : [{ ...target, node: merged.renamed.get(target.node) ?? target.node }],
  );
  return { ...done, removed, map, targets: added, state: treeState(context, rows, [...carried, ...added]) };
}
