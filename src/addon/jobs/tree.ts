import { isoDate, isoWeekLabel } from '../../kpi/calendar.ts';
import { TREE_FIELDS, type TreeRow } from '../../kpi/tree-fields.ts';
import { platformOf } from '../../review/facts.ts';
import { presentNeeds } from '../../review/needs.ts';
import { periodOf } from '../../review/period.ts';
import { treeFigures } from '../../review/tree-figures.ts';
import { textOfCell } from '../../workbook/cells.ts';
import type { Wanted } from '../../workbook/read.ts';
import { cells, emptyTable, type Table } from '../../workbook/table.ts';
import { teamIn } from '../../workbook/team.ts';
import {
  readTargetRows,
  readTreeRows,
  type TargetRow,
  treeChoices,
  treeLabels,
  treeValues,
} from '../../workbook/tree-rows.ts';
import type { Gateway } from '../gateway.ts';
import type { OpenedTree, TreeFigures, TreeState } from '../tree-api.ts';
import { type JobContext, openJob } from './context.ts';
import { lastWholeWeek } from './review.ts';

/** What an editor of the tree offers beside it. */
export const TREE_SURROUNDINGS: Wanted = {
  team: ['name', 'role'],
  accounts: ['platform', 'id', 'name', 'market'],
};
const TARGET_COLUMNS = ['node', 'from', 'to', 'baseline', 'target', 'low', 'high', 'locked', 'how'];

/** Targets that an editor shows: those that have not ended; of a KPI of which all have, the latest. */
function shownTargets(all: readonly TargetRow[], rows: readonly TreeRow[], today: string): TargetRow[] {
  const ids = new Set(rows.map(({ id }) => String(id ?? '')));
  const own = all.filter(({ node }) => ids.has(node));
  const open = new Set(own.filter(({ to }) => to >= today).map(({ node }) => node));
  const latest = new Map(own.map((target) => [target.node, target]));
  return own.filter((target) =>
    open.has(target.node) ? target.to >= today : latest.get(target.node) === target,
  );
}

function accountsIn(table: Table): TreeState['accounts'] {
  return cells(table, 'id').flatMap((cell, row) => {
    const id = textOfCell(cell);
    const name = textOfCell(cells(table, 'name')[row]) || id;
    return id === '' ? [] : [{ platform: platformOf(cells(table, 'platform')[row] ?? null), id, name }];
  });
}

/**
 * The tree with what an editor offers beside it.
 * @param context What was read.
 * @param rows KPIs of the tree.
 * @param targets All targets.
 */
export function treeState(
  { tables, settings, now }: JobContext,
  rows: readonly TreeRow[],
  targets: readonly TargetRow[],
): TreeState {
  const table = (key: string): Table => tables[key] ?? emptyTable(key, key);
  const today = isoDate(now.day);
  const quarter = periodOf('quarter', now.day, settings.fiscalYearEnd);
  const markets = [
    ...cells(table('accounts'), 'market').map(textOfCell),
    ...rows.map(({ market }) => textOfCell(market)),
  ];
  return {
    rows,
    targets: shownTargets(targets, rows, today),
    team: teamIn(table('team')),
    accounts: accountsIn(table('accounts')),
    markets: [...new Set(markets)].filter((market) => market !== '').sort(),
    currency: settings.currency,
    green: settings.green,
    amber: settings.amber,
    today,
    quarter: { from: isoDate(quarter.from), to: isoDate(quarter.to) },
    lastWeek: isoWeekLabel(lastWholeWeek(now.day)),
  };
}

/**
 * Reads the KPI tree for an editor: one metadata read, one values read, and no facts.
 * @param gateway Access to the document.
 * @returns The tree; throws a Refusal where its sheet is missing.
 */
export function readTreeJob(gateway: Gateway): OpenedTree {
  const map = gateway.readMap();
  const beside: Wanted = { ...TREE_SURROUNDINGS, targets: TARGET_COLUMNS };
  const there = Object.entries(beside).filter(([key]) => map.sheets.has(key));
  const wanted: Wanted = { tree: [...TREE_FIELDS], ...Object.fromEntries(there) };
  const context = openJob(gateway, wanted, undefined, map);
  const { tables, settings } = context;
  const { rows } = readTreeRows(tables.tree as Table);
  const targets = readTargetRows(tables.targets ?? emptyTable('targets', 'targets'));
  const { language } = settings;
  return {
    ...treeState(context, rows, targets),
    labels: treeLabels(language),
    choices: treeChoices(language),
  };
}

/** Sheets that reviews read and that say nothing of the figures of a KPI. */
const UNNEEDED: ReadonlySet<string> = new Set(['actions', 'team', 'assets', 'experiments', 'policies']);

/** Rows of an editor as the sheet that they may become. */
function tableOf(rows: readonly TreeRow[], { settings }: JobContext): Table {
  const values = rows.map((row) => treeValues(row, settings.language));
  const columns = TREE_FIELDS.map((field) => [field, values.map((row) => row[field] ?? null)]);
  return { key: 'tree', title: 'tree', rows: rows.length, columns: Object.fromEntries(columns) };
}

/**
 * Figures of the last whole week and of the weeks before, for KPIs as an editor has them: one metadata read, one values
 * read.
 * @param gateway Access to the document.
 * @param rows KPIs, saved or not.
 */
export function treeFiguresJob(gateway: Gateway, rows: readonly TreeRow[]): TreeFigures {
  const map = gateway.readMap();
  const needs = Object.entries(presentNeeds(map.sheets)).filter(
    ([key]) => !UNNEEDED.has(key) && key !== 'tree',
  );
  const context = openJob(gateway, Object.fromEntries(needs), undefined, map);
  const { tables, address, settings, now } = context;
  return treeFigures({
    tables: { ...tables, tree: tableOf(rows, context) },
    address,
    settings,
    monday: lastWholeWeek(now.day),
    now: now.serial,
  });
}
