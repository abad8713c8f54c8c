import type { Cell, Issue } from '../kpi/issue.ts';
import { isRatio, metricOf } from '../kpi/metrics.ts';
import { parseTree } from '../kpi/parse-tree.ts';
import { amberFor } from '../kpi/status.ts';
import type { Tree } from '../kpi/tree.ts';
import { formatNumber } from '../text/format.ts';
import { listed } from '../text/row.ts';
import type { Address } from '../workbook/address.ts';
import { numberOfCell, textOfCell } from '../workbook/cells.ts';
import { choiceKey } from '../workbook/choices.ts';
import { columnChoices } from '../workbook/column-choices.ts';
import type { Settings } from '../workbook/settings.ts';
import { cells, type Table } from '../workbook/table.ts';
import type { Filter } from './filter.ts';

export type KpiNode = {
  readonly row: number;
  readonly id: string;
  readonly parent: string;
  readonly name: string;
  readonly kind: string;
  readonly metric: string;
  readonly source: 'performance' | 'orders';
  readonly filter: Filter;
  readonly unit: string;
  /** The unit that the row or its metric names; empty where neither does, and for a constant. */
  readonly namedUnit: string;
  readonly direction: 'up' | 'down' | 'down-ratio';
  /** How attainment is measured: against the target, from a baseline to it, or within a band. */
  readonly method: 'ratio' | 'baseline' | 'band';
  /** Grows through a period, so that its plan is shared out by days. */
  readonly accumulates: boolean;
  readonly weight: number;
  readonly green: number;
  readonly amber: number;
  readonly owner: string;
  readonly guardrail: string;
};

export type KpiTree = {
  /** By row; undefined for an empty row. */
  readonly nodes: readonly (KpiNode | undefined)[];
  /** null where the rows make no tree; the issues say why. */
  readonly tree: Tree | null;
  readonly issues: readonly Issue[];
};

/** The goal at the top of a tree; undefined where the rows make none. */
export function rootOf({ tree, nodes }: Pick<KpiTree, 'tree' | 'nodes'>): KpiNode | undefined {
  return tree === null ? undefined : nodes[tree.root];
}

/** Whether a KPI counts the GMV that the platforms report, and not that of orders. */
export function isReportedGmv(node: KpiNode | undefined): boolean {
  return node?.metric === 'gmv' && node.source === 'performance';
}

/** Rows of what makes a KPI; none for a leaf, nor for a KPI that nobody put into the tree. */
export function operandsAt({ children }: Tree, row: number): readonly number[] {
  return children[row] ?? [];
}

/**
 * The KPI tree of a workbook.
 * @param table The sheet `tree`.
 * @param settings Default thresholds.
 * @param address Names cells for issues.
 */
export function readTree(table: Table, settings: Settings, address: Address): KpiTree {
  const issues: Issue[] = [];
  const cell = (column: string, row: number): Cell => cells(table, column)[row] ?? null;
  const text = (column: string, row: number): string => textOfCell(cell(column, row));
  const key = (column: string, row: number): string =>
    choiceKey(columnChoices('tree', column), cell(column, row)) ?? '';
  /** As `key`, for a column in which nothing but its choices can be meant. */
  const onlyKey = (column: string, row: number): string => {
    const found = key(column, row);
    if (found === '' && text(column, row) !== '') {
      const expected = listed(
        columnChoices('tree', column).map(({ words }) => words[settings.language]),
        settings.language,
      );
      issues.push({
        code: 'BAD_CHOICE',
        at: address('tree', column, row),
        found: text(column, row),
        expected,
      });
    }
    return found;
  };
  const number = (column: string, row: number, fallback: number): number => {
    const value = numberOfCell(cell(column, row));
    if (value === undefined) {
      issues.push({ code: 'BAD_NUMBER', at: address('tree', column, row), found: text(column, row) });
    }
    return value ?? fallback;
  };
  const filterAt = (row: number): Filter => ({
    platform: key('platform', row) || text('platform', row),
    market: text('market', row),
    account: text('account', row),
    format: key('format', row) || text('format', row),
  });
  const thresholdsAt = (row: number): Pick<KpiNode, 'green' | 'amber'> => {
    const green = number('green', row, settings.green);
    const amber = number('amber', row, amberFor(green, settings.amber));
    // What could not be read has an issue already.
    const isRead = numberOfCell(cell('green', row)) !== undefined;
    if (isRead && amber > green) {
      const percent = (share: number): string => formatNumber(share, 'percent', settings.language);
      const limits = { found: percent(amber), expected: percent(green) };
      issues.push({ code: 'THRESHOLDS_NOT_ORDERED', at: address('tree', 'amber', row), ...limits });
    }
    return { green, amber };
  };
  const nodeAt = (row: number): KpiNode | undefined => {
    const id = text('id', row);
    if (id === '') return undefined;
    const metricKey = text('metric', row);
    const metric = metricOf(metricKey);
    if (metricKey !== '' && metric === undefined) {
      issues.push({ code: 'UNKNOWN_METRIC', at: address('tree', 'metric', row), found: metricKey });
    }
    const kind = onlyKey('kind', row);
    const namedUnit = onlyKey('unit', row) || (metric?.unit ?? '');
    return {
      row,
      id,
      parent: text('parent', row),
      name: text('name', row) || id,
      kind,
      metric: metric === undefined ? '' : metricKey,
      source: onlyKey('source', row) === 'orders' ? 'orders' : 'performance',
      filter: filterAt(row),
      unit: namedUnit || 'count',
      namedUnit: kind === 'constant' ? '' : namedUnit,
      direction: (onlyKey('direction', row) || 'up') as KpiNode['direction'],
      method: (onlyKey('method', row) || 'ratio') as KpiNode['method'],
      accumulates: metric === undefined ? key('operator', row) !== 'ratio' : !isRatio(metric),
      weight: number('weight', row, 1),
      ...thresholdsAt(row),
      owner: text('owner', row),
      guardrail: text('guardrail', row),
    };
  };
  const nodes = Array.from({ length: table.rows }, (_, row) => nodeAt(row));
  const rows = nodes.map((_, row) => [
    cell('id', row),
    cell('parent', row),
    key('operator', row) || cell('operator', row),
    cell('coefficient', row),
    key('kind', row),
  ]);
  const parsed = parseTree(rows, (row, column) => address('tree', column, row));
  return { nodes, tree: parsed.tree, issues: [...issues, ...parsed.issues] };
}
