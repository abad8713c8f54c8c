import { attainment, bandAttainment, baselineAttainment } from '../kpi/attainment.ts';
import { type Fault, isNumber } from '../kpi/fault.ts';
import type { Figures } from './figures.ts';
import type { Figure } from './model.ts';
import type { KpiNode } from './nodes.ts';
import type { Span } from './periods.ts';
import type { Plans, PlanValue } from './plan.ts';

/** A KPI in a period, held against what it was to reach. */
export type Reach = {
  readonly figure: Figure;
  /** null for a band, which has no single target. */
  readonly plan: number | null;
  readonly baseline: number | null;
  /** By the node's method and direction; null without figure or plan. */
  readonly attainment: number | null;
};

function measured(
  node: KpiNode,
  value: number,
  at: (value: PlanValue) => number | null,
): number | null | Fault {
  switch (node.method) {
    case 'band':
      return bandAttainment(value, at('low'), at('high'));
    case 'baseline':
      return baselineAttainment(value, at('target'), at('baseline'));
    default:
      return attainment(value, at('target'), node.direction);
  }
}

/**
 * What a KPI reached in a period. While files are missing, what accumulates is held against the plan of the days that
 * are covered: of a day on which one of five accounts has no data, four fifths of its plan.
 * @param node The KPI.
 * @param span The period.
 * @param figures Figures of any period.
 * @param plans Plans of any period.
 */
export function reachOf(node: KpiNode, span: Span, figures: Figures, plans: Plans): Reach {
  const figure = figures.figure(node, span.from, span.to);
  const isPart = node.accumulates && figure.days > 0 && figure.days < figure.of;
  const shares = isPart ? figures.shares(node, span.from, span.to) : undefined;
  const at = (value: PlanValue): number | null => plans.planOf(node, span.from, span.to, value, shares);
  const result = figure.value === null ? null : measured(node, figure.value, at);
  return {
    figure,
    plan: node.method === 'band' ? null : at('target'),
    baseline: node.method === 'baseline' ? at('baseline') : null,
    attainment: isNumber(result) ? result : null,
  };
}
