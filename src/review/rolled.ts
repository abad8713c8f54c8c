import { isNumber } from '../kpi/fault.ts';
import { combine, type NodeValue } from '../kpi/roll-up.ts';
import type { Figures } from './figures.ts';
import type { Figure } from './model.ts';
import type { KpiNode, KpiTree } from './nodes.ts';

/** What a node's operator makes of its children, each as `measure` says; null where one is not measured. */
function madeOf(
  { nodes, tree }: KpiTree,
  row: number,
  measure: (node: KpiNode) => number | null,
): number | null {
  if (tree === null) return null;
  const values: NodeValue[] = [];
  for (const child of tree.children[row] ?? []) {
    const node = nodes[child];
    values[child] = node === undefined ? null : measure(node);
  }
  const made = combine(tree, row, values);
  return isNumber(made) ? made : null;
}

/**
 * Figures in which a KPI without a metric of its own has what the KPIs below make of it, on as many days as all of
 * them cover, and a constant is 1 (its coefficient says how much it counts).
 * @param figures What was measured.
 * @param kpis The tree.
 */
export function rolledFigures(figures: Figures, kpis: KpiTree): Figures {
  const { nodes, tree } = kpis;
  if (tree === null) return figures;
  const isMade = (node: KpiNode): boolean =>
    node.metric === '' && node.kind !== 'influence' && (tree.children[node.row] ?? []).length > 0;
  const isConstant = (node: KpiNode): boolean => node.metric === '' && tree.constants[node.row] === true;
  const figure = (node: KpiNode, from: number, to: number): Figure => {
    const own = figures.figure(node, from, to);
    if (isConstant(node)) return { ...own, value: 1, days: own.of };
    if (!isMade(node)) return own;
    const parts = (tree.children[node.row] ?? []).flatMap((child) => nodes[child] ?? []);
    const found = parts.map((part) => figure(part, from, to));
    const value = madeOf(kpis, node.row, (part) => found[parts.indexOf(part)]?.value ?? null);
    return {
      value,
      days: Math.min(...found.map(({ days }) => days)),
      of: own.of,
      estimated: value !== null && found.some(({ estimated }) => estimated),
    };
  };
  const lifetime = (node: KpiNode): number | null => {
    if (isConstant(node)) return 1;
    return isMade(node) ? madeOf(kpis, node.row, lifetime) : figures.lifetime(node);
  };
  const shares = (node: KpiNode, from: number, to: number): Float64Array => {
    if (isConstant(node)) return new Float64Array(to - from + 1).fill(1);
    if (!isMade(node)) return figures.shares(node, from, to);
    const parts = (tree.children[node.row] ?? []).flatMap((child) => nodes[child] ?? []);
    const found = parts.map((part) => shares(part, from, to));
    return new Float64Array(to - from + 1).map((_, day) => Math.min(...found.map((part) => part[day] ?? 0)));
  };
  return { ...figures, figure, shares, lifetime };
}
