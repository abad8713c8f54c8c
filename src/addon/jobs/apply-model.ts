import { isoDate, serialOfIsoDate } from '../../kpi/calendar.ts';
import { platformOf } from '../../review/facts.ts';
import { type ModelGoal, type ModelTargets, modelTargets } from '../../review/model-targets.ts';
import { presentNeeds } from '../../review/needs.ts';
import { withChange } from '../../review/take-over.ts';
import { textOfCell } from '../../workbook/cells.ts';
import { changeRequests } from '../../workbook/changes.ts';
import { choiceKey } from '../../workbook/choices.ts';
import { columnChoices } from '../../workbook/column-choices.ts';
import type { WorkbookMap } from '../../workbook/map.ts';
import { modelOf } from '../../workbook/models/index.ts';
import type { Model } from '../../workbook/models/model.ts';
import { fullRow } from '../../workbook/models/rows.ts';
import type { Wanted } from '../../workbook/read.ts';
import { holdsRows, newRows } from '../../workbook/same-rows.ts';
import { asOfChange } from '../../workbook/settings.ts';
import { sheetTemplate } from '../../workbook/sheets/index.ts';
import type { SheetsRequest } from '../../workbook/sheets-api.ts';
import { withStaleDrafts } from '../../workbook/stale-drafts.ts';
import { cells, emptyTable, type RowValues, type Table, type TableChange } from '../../workbook/table.ts';
import { freeTitle } from '../../workbook/titles.ts';
import type { Gateway } from '../gateway.ts';
import { Refusal } from '../refusal.ts';
import { issueChange, type JobContext, openJob, refuseBrokenSheets, writeSeen } from './context.ts';
import { lastWholeWeek } from './review.ts';

const WRITTEN: Wanted = { tree: 'all', targets: 'all' };
const NEEDS: Wanted = {
  accounts: ['platform', 'id'],
  team: ['name', 'role'],
  issues: 'all',
  ...WRITTEN,
};
/** Baselines are made from what reviews are made from. */
const needsWithGoal = ({ sheets }: WorkbookMap): Wanted => ({
  ...presentNeeds(sheets),
  team: NEEDS.team ?? [],
  issues: NEEDS.issues ?? [],
  ...WRITTEN,
});

export type ModelRequest = {
  readonly model: string;
  readonly rootTarget?: number | undefined;
  readonly growth?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly replace?: boolean | undefined;
};

export type ModelOutcome = {
  readonly title: string;
  readonly sheet: string;
  /** KPIs that were written. */
  readonly kpis: number;
  /** Title of the tab that keeps the former tree; empty where there was none. */
  readonly kept: string;
  /** null where no goal was given. */
  readonly targets: ModelTargets | null;
  /** Where everything was before. */
  readonly map: WorkbookMap;
};

function modelOrRefuse(key: string): Model {
  const model = modelOf(key);
  if (model === undefined) throw new Refusal({ code: 'BAD_REQUEST', values: { detail: `model ${key}` } });
  return model;
}

function goalOf({ rootTarget, growth, from = '', to = '' }: ModelRequest): ModelGoal | null {
  const [first, last] = [serialOfIsoDate(from), serialOfIsoDate(to)];
  if (first === null || last === null) return null;
  if (growth !== undefined) return { growth, from: first, to: last };
  return rootTarget === undefined ? null : { rootTarget, from: first, to: last };
}

/** A target is the same whoever sets it, and whenever. */
const TARGET_KEYS = ['node', 'from', 'to', 'baseline', 'target', 'low', 'high'] as const;

/** The first person of each role. */
function peopleIn(table: Table): ReadonlyMap<string, string> {
  const roles = columnChoices('team', 'role');
  const people = new Map<string, string>();
  cells(table, 'role').forEach((cell, row) => {
    const role = choiceKey(roles, cell);
    const name = textOfCell(cells(table, 'name')[row]);
    if (role !== null && name !== '' && !people.has(role)) people.set(role, name);
  });
  return people;
}

function platformsIn(table: Table): string[] {
  return [...new Set(cells(table, 'platform').map(platformOf))].filter((platform) => platform !== '');
}

function rowsOf({ tables, settings }: JobContext, model: Model): RowValues[] {
  const people = peopleIn(tables.team as Table);
  const platforms = model.choose?.(platformsIn(tables.accounts as Table)) ?? [];
  return model.nodes(platforms).map((node) => fullRow(node, settings.language, people));
}

/**
 * The former tree stays as a copy of its tab, with all that people added to it; a copy is none of the add-on's sheets.
 * Its rows are then emptied over their whole width, since cells beside them are about KPIs that go.
 */
function keepRequests({ map, tables, now }: JobContext): { title: string; requests: SheetsRequest[] } {
  const place = map.sheets.get('tree');
  const rows = tables.tree?.rows ?? 0;
  if (place === undefined || rows === 0) return { title: '', requests: [] };
  const { sheetId, columnCount } = place;
  const taken = new Set(map.tabs.map(({ title }) => title));
  const title = freeTitle(`${place.title} ${isoDate(now.day)}`, taken);
  const range = {
    sheetId,
    startRowIndex: 1,
    endRowIndex: rows + 1,
    startColumnIndex: 0,
    endColumnIndex: columnCount,
  };
  return {
    title,
    requests: [
      { duplicateSheet: { sourceSheetId: sheetId, insertSheetIndex: map.tabs.length, newSheetName: title } },
      { updateCells: { range, fields: 'userEnteredValue' } },
    ],
  };
}

/**
 * Writes the KPI tree of a model into the sheet `tree`, with targets where a goal is given: one metadata read, one values
 * read, one atomic batch. Rows of `targets` are only added.
 * @param gateway Access to the document.
 * @param request Key of the model; the goal as an amount or as growth, with its first and last day; whether a tree that
 *   is there may be replaced.
 * @param who Name for the targets; empty where nobody knows it.
 * @returns What was written; throws a Refusal for a model that is unknown, a tree that may not be replaced, and sheets or
 *   columns that are missing.
 */
export function applyModelJob(gateway: Gateway, request: ModelRequest, who: string): ModelOutcome {
  const model = modelOrRefuse(request.model);
  const goal = goalOf(request);
  const there = gateway.readMap();
  const context = openJob(gateway, goal === null ? NEEDS : needsWithGoal(there), undefined, there);
  refuseBrokenSheets(context, WRITTEN);
  const { map, tables, settings, address, now } = context;
  const sheet = map.sheets.get('tree')?.title ?? '';
  const hasTree = (tables.tree?.rows ?? 0) > 0;
  if (hasTree && request.replace !== true) throw new Refusal({ code: 'TREE_NOT_EMPTY', at: { sheet } });
  const tree: TableChange = { sheet: 'tree', appends: rowsOf(context, model), updates: [] };
  const free = { ...tables, tree: emptyTable('tree', sheet) };
  const targets =
    goal === null
      ? null
      : modelTargets({
          tables: { ...free, tree: withChange(free.tree, tree) },
          address,
          settings,
          monday: lastWholeWeek(now.day),
          now: now.serial,
          who,
          goal,
          visits: model.visits,
        });
  // Of a run whose answer was lost everything is there: the tree is not kept beside itself, nor is a target set twice.
  const isThere = holdsRows(tables.tree as Table, sheetTemplate('tree'), tree.appends);
  const kept = isThere ? { title: '', requests: [] } : keepRequests(context);
  const added = newRows(tables.targets as Table, targets?.rows ?? [], TARGET_KEYS);
  const changes = [
    ...(isThere ? [] : [tree]),
    { sheet: 'targets', appends: added, updates: [] },
    issueChange(context, []),
    asOfChange(tables.settings, now.serial),
  ];
  writeSeen(gateway, map, [
    ...kept.requests,
    ...changeRequests(map, free, changes, settings.language),
    ...withStaleDrafts(map).requests,
  ]);
  const title = model.title[settings.language];
  return { title, sheet, kpis: tree.appends.length, kept: kept.title, targets, map };
}
