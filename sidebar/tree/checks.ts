import { checkFactors, type Quantity } from '../../src/kpi/check-factors.ts';
import { checkSegments, checkUnits, type Filter } from '../../src/kpi/check-tree.ts';
import { parseRows } from '../../src/kpi/edited-tree.ts';
import type { Issue } from '../../src/kpi/issue.ts';
import { isRatio, metricOf } from '../../src/kpi/metrics.ts';
import { amberFor } from '../../src/kpi/status.ts';
import type { Tree } from '../../src/kpi/tree.ts';
import { idOf, type TreeField, type TreeRow } from '../../src/kpi/tree-fields.ts';
import type { TreeCode } from './words.ts';

/** Something wrong with a KPI, beside the field that mends it. */
export type Fault = {
  readonly field: TreeField;
  readonly code: TreeCode;
  readonly values: Readonly<Record<string, string | number>>;
  /** It cannot be saved like this. */
  readonly isStructural: boolean;
};

export type Checked = {
  /** null where the rows make no tree. */
  readonly tree: Tree | null;
  /** By row. */
  readonly faults: ReadonlyMap<number, readonly Fault[]>;
};

const FIELDS: Readonly<Record<string, TreeField>> = {
  NODE_WITHOUT_ID: 'id',
  DUPLICATE_ID: 'id',
  UNKNOWN_PARENT: 'parent',
  SECOND_ROOT: 'parent',
  CYCLE: 'parent',
  BAD_COEFFICIENT: 'coefficient',
};

/** What can be calculated all the same: the field beside which it is told, and the sentence. */
const FURTHER: Readonly<Record<string, readonly [TreeField, TreeCode]>> = {
  UNIT_CLASH: ['unit', 'UI_TREE_UNIT_CLASH'],
  FACTOR_CLASH: ['metric', 'UI_TREE_FACTOR_CLASH'],
  OPERANDS_CLASH: ['operator', 'UI_TREE_OPERANDS_CLASH'],
};

/** The sheet and the catalogue of metrics have a word each for the same unit. */
export const sheetUnit = (unit: string): string => (unit === 'times' ? 'ratio' : unit);
export const shownUnit = (unit: string): string => (unit === 'ratio' ? 'times' : unit);

/** The unit of a KPI, by the key that the sheet has; empty for one that names none. */
export function unitOf({ unit, metric }: TreeRow): string {
  return String(unit ?? '') || sheetUnit(metricOf(String(metric ?? ''))?.unit ?? '');
}

function filterOf({ kind, metric, platform, market, account, format }: TreeRow): Filter | null {
  if (kind !== 'segment' && metric === null) return null;
  const named = Object.entries({ metric, platform, market, account, format }).filter(
    ([, cell]) => cell !== null,
  );
  return Object.fromEntries(named.map(([dimension, cell]) => [dimension, String(cell).toLowerCase()]));
}

/** What a KPI counts; without a metric only its unit is known. */
function quantityOf(row: TreeRow): Quantity {
  const metric = metricOf(String(row.metric ?? ''));
  const isTotal = metric === undefined ? null : !isRatio(metric);
  return row.kind === 'constant' ? { unit: null, isTotal: null } : { unit: unitOf(row) || null, isTotal };
}

function furtherIssues(tree: Tree, rows: readonly TreeRow[]): readonly Issue[] {
  const quantities = rows.map(quantityOf);
  return [
    ...checkUnits(
      tree,
      quantities.map(({ unit }) => unit),
    ),
    ...checkFactors(tree, quantities),
    ...checkSegments(tree, rows.map(filterOf)),
  ];
}

function thresholdFault({ green, amber }: TreeRow, usual: { green: number; amber: number }): Fault[] {
  const high = green ?? usual.green;
  const low = amber ?? amberFor(Number(high), usual.amber);
  if (typeof high !== 'number' || typeof low !== 'number' || low <= high) return [];
  return [{ field: 'amber', code: 'UI_TREE_THRESHOLDS', values: {}, isStructural: false }];
}

/**
 * Looks at the tree as it is being edited.
 * @param rows Its KPIs.
 * @param usual Thresholds of a KPI that names none.
 */
export function checkRows(rows: readonly TreeRow[], usual: { green: number; amber: number }): Checked {
  const { tree, faults } = parseRows(rows);
  const found = new Map<number, Fault[]>();
  const add = (row: number, fault: Fault): void => {
    found.set(row, [...(found.get(row) ?? []), fault]);
  };
  for (const { row, issue, isStructural } of faults) {
    if (issue.code === 'TREE_EMPTY') continue;
    const values = { ...issue.values, found: issue.found ?? '', expected: issue.expected ?? '' };
    add(row, {
      field: FIELDS[issue.code] ?? 'operator',
      code: `EDIT_${issue.code}` as TreeCode,
      values,
      isStructural,
    });
  }
  const names = new Map(rows.map((row) => [idOf(row), String(row.name ?? '').trim() || idOf(row)]));
  const named = (value: unknown): string => names.get(String(value)) ?? String(value ?? '');
  for (const issue of tree === null ? [] : furtherIssues(tree, rows)) {
    const [field, code] = FURTHER[issue.code] ?? ['platform', 'UI_TREE_OVERLAP'];
    const { row = 0, above, with: other } = issue.values ?? {};
    const found = code === 'UI_TREE_UNIT_CLASH' ? (issue.found ?? '') : named(issue.found);
    const values = { found, expected: issue.expected ?? '', above: named(above), with: named(other) };
    add(Number(row), { field, code, values, isStructural: false });
  }
  rows.forEach((row, i) => {
    for (const fault of thresholdFault(row, usual)) add(i, fault);
  });
  return { tree, faults: found };
}
