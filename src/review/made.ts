import { isNumber } from '../kpi/fault.ts';
import { combine } from '../kpi/roll-up.ts';
import type { Figures } from './figures.ts';
import type { Figure } from './model.ts';
import type { KpiNode, KpiTree } from './nodes.ts';

/** A KPI of the kind "formula" without a metric is what the KPIs below it make. */
function isMade(node: KpiNode): boolean {
  return node.kind === 'formula' && node.metric === '';
}

/**
 * Figures in which KPIs that no metric measures, such as profit, are made from the KPIs below them.
 * @param figures Figures of what is measured.
 * @param kpis The tree.
 * @returns The same for measured KPIs. A made one has the fewest covered days of its parts, is estimated where one of
 *   them is, and has no value where one has none.
 */
export function withMade(figures: Figures, { nodes, tree }: KpiTree): Figures {
  if (tree === null || !nodes.some((node) => node !== undefined && isMade(node))) return figures;
  const make = (row: number, partOf: (child: KpiNode) => number | null): number | null => {
    const values: (number | null)[] = [];
    for (const child of tree.children[row] ?? []) {
      const node = nodes[child];
      values[child] = node === undefined ? null : partOf(node);
    }
    const value = combine(tree, row, values);
    return isNumber(value) ? value : null;
  };
  const figure = (node: KpiNode, from: number, to: number): Figure => {
    if (!isMade(node)) return figures.figure(node, from, to);
    const below = new Map<KpiNode, Figure>();
    const value = make(node.row, (child) => {
      const found = figure(child, from, to);
      below.set(child, found);
      return found.value;
    });
    const parts = [...below.values()];
    const of = to - from + 1;
    const days = Math.min(of, ...parts.map((part) => part.days));
    return { value, days, of, estimated: value !== null && parts.some((part) => part.estimated) };
  };
  const lifetime = (node: KpiNode): number | null =>
    isMade(node) ? make(node.row, lifetime) : figures.lifetime(node);
  return { ...figures, figure, lifetime };
}
