import { isBlank } from '../kpi/fault.ts';
import type { Issue } from '../kpi/issue.ts';
import type { Address } from '../workbook/address.ts';
import { dayOfCellText, numberOfCell, textOfCell } from '../workbook/cells.ts';
import { cells, type Table } from '../workbook/table.ts';
import type { KpiNode } from './nodes.ts';

/** What a target row says; null where a cell is empty. */
export type PlanValue = 'target' | 'baseline' | 'low' | 'high';
const VALUES: readonly PlanValue[] = ['target', 'baseline', 'low', 'high'];

type Target = { readonly from: number; readonly to: number } & Readonly<Record<PlanValue, number | null>>;

/** Plans by node, from the rows of the sheet `targets`. */
export type Plans = {
  /**
   * Plan of a node for a period: for what accumulates the targets by days, for rates the rate of the period's last
   * day; null where a day has no target.
   * @param value Which cell of the rows; the target unless told.
   * @param shares By day the share, 0–1, of its plan that counts, for what accumulates; all of it unless told. A day
   *   of which nothing counts needs no target.
   */
  planOf(
    node: KpiNode,
    from: number,
    to: number,
    value?: PlanValue,
    shares?: ArrayLike<number>,
  ): number | null;
  readonly issues: readonly Issue[];
};

/** Of the rows that hold on a day the lowest in the sheet counts: a new target is a new row. */
function targetOn(targets: readonly Target[], day: number): Target | undefined {
  for (let i = targets.length - 1; i >= 0; i--) {
    const each = targets[i];
    if (each !== undefined && each.from <= day && day <= each.to) return each;
  }
  return undefined;
}

function sharedByDays(
  targets: readonly Target[],
  from: number,
  to: number,
  value: PlanValue,
  shares: ArrayLike<number> | undefined,
): number | null {
  const days = new Map<Target, number>();
  for (let day = from; day <= to; day++) {
    const share = shares?.[day - from] ?? 1;
    if (share === 0) continue;
    const target = targetOn(targets, day);
    if (target === undefined || target[value] === null) return null;
    days.set(target, (days.get(target) ?? 0) + share);
  }
  if (days.size === 0) return null;
  let plan = 0;
  for (const [target, count] of days) {
    plan += ((target[value] as number) * count) / (target.to - target.from + 1);
  }
  return plan;
}

/**
 * Reads the targets.
 * @param table The sheet `targets`.
 * @param address Names cells for issues.
 */
export function readPlans(table: Table, address: Address): Plans {
  const byNode = new Map<string, Target[]>();
  const issues: Issue[] = [];
  const day = (column: string, row: number): number | null => {
    const cell = cells(table, column)[row] ?? null;
    const value = dayOfCellText(cell);
    if (typeof value !== 'number') {
      issues.push({ code: 'BAD_DATE', at: address('targets', column, row), found: textOfCell(cell) });
    }
    return value ?? null;
  };
  const number = (column: PlanValue, row: number): number | null => {
    const cell = cells(table, column)[row] ?? null;
    const value = numberOfCell(cell);
    if (value === undefined) {
      issues.push({ code: 'BAD_NUMBER', at: address('targets', column, row), found: String(cell) });
    }
    return value ?? null;
  };
  for (let row = 0; row < table.rows; row++) {
    const node = textOfCell(cells(table, 'node')[row]);
    if (node === '' || VALUES.every((column) => isBlank(cells(table, column)[row]))) continue;
    const values = {
      ...{ target: number('target', row), baseline: number('baseline', row) },
      ...{ low: number('low', row), high: number('high', row) },
    };
    const from = day('from', row);
    const to = day('to', row);
    if (from === null || to === null) continue;
    if (to < from) {
      issues.push({ code: 'TARGET_ENDS_FIRST', at: address('targets', 'to', row) });
      continue;
    }
    byNode.set(node, [...(byNode.get(node) ?? []), { from, to, ...values }]);
  }
  return {
    issues,
    planOf(node, from, to, value = 'target', shares) {
      const targets = byNode.get(node.id) ?? [];
      if (targets.length === 0) return null;
      return node.accumulates
        ? sharedByDays(targets, from, to, value, shares)
        : (targetOn(targets, to)?.[value] ?? null);
    },
  };
}
