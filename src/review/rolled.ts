import { isNumber } from '../kpi/fault.ts';
import { combine, type NodeValue } from '../kpi/roll-up.ts';
import type { Figures } from './figures.ts';
import type { Figure } from './model.ts';
import { type KpiNode, type KpiTree, operandsAt } from './nodes.ts';

/**
 * Figures in which a KPI without a metric of its own has what the KPIs below make of it, on as many days as all of
 * them cover, and a constant is 1 (its coefficient says how much it counts).
 * @param figures What was measured.
 * @param kpis The tree.
 */
export function rolledFigures(figures: Figures, kpis: KpiTree): Figures {
  const { nodes, tree } = kpis;
  if (tree === null) return figures;
  const partsOf = ({ row }: KpiNode): KpiNode[] =>
    operandsAt(tree, row).map((operand) => nodes[operand] as KpiNode);
  const isMade = (node: KpiNode): boolean =>
    node.metric === '' && node.kind !== 'influence' && operandsAt(tree, node.row).length > 0;
  /** What a node's operator makes of its parts, each as `measure` says; null where one is not measured. */
  const madeOf = (node: KpiNode, measure: (part: KpiNode, i: number) => number | null): number | null => {
    const values: NodeValue[] = [];
    partsOf(node).forEach((part, i) => {
      values[part.row] = measure(part, i);
    });
    const made = combine(tree, node.row, values);
    return isNumber(made) ? made : null;
  };
  const isConstant = (node: KpiNode): boolean => node.metric === '' && tree.constants[node.row] === true;
  const figure = (node: KpiNode, from: number, to: number): Figure => {
    const own = figures.figure(node, from, to);
    if (isConstant(node)) return { ...own, value: 1, days: own.of };
    if (!isMade(node)) return own;
    const found = partsOf(node).map((part) => figure(part, from, to));
    const value = madeOf(node, (_, i) => (found[i] as Figure).value);
    return {
      value,
      days: Math.min(...found.map(({ days }) => days)),
      of: own.of,
      estimated: value !== null && found.some(({ estimated }) => estimated),
    };
  };
  const lifetime = (node: KpiNode): number | null => {
    if (isConstant(node)) return 1;
    return isMade(node) ? madeOf(node, lifetime) : figures.lifetime(node);
  };
  const shares = (node: KpiNode, from: number, to: number): Float64Array => {
    if (isConstant(node)) return new Float64Array(to - from + 1).fill(1);
    if (!isMade(node)) return figures.shares(node, from, to);
    const found = partsOf(node).map((part) => shares(part, from, to));
    return new Float64Array(to - from + 1).map((_, day) =>
      Math.min(...found.map((part) => part[day] as number)),
    );
  };
  return { ...figures, figure, shares, lifetime };
}
