import { isBlank } from '../kpi/fault.ts';
import type { Issue } from '../kpi/issue.ts';
import type { Address } from '../workbook/address.ts';
import { dayOfCellText, numberOfCell, textOfCell } from '../workbook/cells.ts';
import { cells, type Table } from '../workbook/table.ts';
import type { KpiNode } from './nodes.ts';

type Target = { readonly from: number; readonly to: number; readonly target: number };

/** Plans by node, from the rows of the sheet `targets`. */
export type Plans = {
  /**
   * Plan of a node for a period: for what accumulates the targets by days, for rates the rate of the period's last
   * day; null where a day has no target.
   */
  planOf(node: KpiNode, from: number, to: number): number | null;
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

function sharedByDays(targets: readonly Target[], from: number, to: number): number | null {
  const days = new Map<Target, number>();
  for (let day = from; day <= to; day++) {
    const target = targetOn(targets, day);
    if (target === undefined) return null;
    days.set(target, (days.get(target) ?? 0) + 1);
  }
  let plan = 0;
  for (const [{ from: start, to: end, target }, count] of days) plan += (target * count) / (end - start + 1);
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
  for (let row = 0; row < table.rows; row++) {
    const node = textOfCell(cells(table, 'node')[row]);
    const cell = cells(table, 'target')[row] ?? null;
    if (node === '' || isBlank(cell)) continue;
    const target = numberOfCell(cell);
    if (typeof target !== 'number') {
      issues.push({ code: 'BAD_NUMBER', at: address('targets', 'target', row), found: String(cell) });
      continue;
    }
    const from = day('from', row);
    const to = day('to', row);
    if (from === null || to === null || to < from) continue;
    byNode.set(node, [...(byNode.get(node) ?? []), { from, to, target }]);
  }
  return {
    issues,
    planOf(node, from, to) {
      const targets = byNode.get(node.id) ?? [];
      if (targets.length === 0) return null;
      return node.accumulates ? sharedByDays(targets, from, to) : (targetOn(targets, to)?.target ?? null);
    },
  };
}
