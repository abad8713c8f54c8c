import type { Figures } from '../figures.ts';
import type { Figure, Trend, TrendPoint } from '../model.ts';
import type { KpiNode, KpiTree } from '../nodes.ts';
import type { LabelledSpan, ReviewPeriods } from '../periods.ts';
import type { Plans } from '../plan.ts';

function firstLevel(kpis: KpiTree): KpiNode[] {
  const root = kpis.nodes.find((node) => node !== undefined && node.parent === '');
  if (root === undefined) return [];
  const below = kpis.nodes.filter((node): node is KpiNode => node?.parent === root.id);
  return [root, ...below];
}

/** A period with a missing day is a gap; the month that still runs counts up to the week's end. */
function shown(figure: Figure): number | null {
  return figure.days === figure.of ? figure.value : null;
}

/**
 * Section 4: six weeks and twelve months of the goal and its first-level KPIs, with plan.
 * @param kpis The tree.
 * @param figures Figures of any period.
 * @param plans Plans of any period.
 * @param periods Periods of the review.
 */
export function trendSection(kpis: KpiTree, figures: Figures, plans: Plans, periods: ReviewPeriods): Trend[] {
  const points = (node: KpiNode, spans: readonly LabelledSpan[]): TrendPoint[] =>
    spans.map(({ label, from, to }) => ({
      label,
      value: shown(figures.figure(node, from, to)),
      plan: plans.planOf(node, from, to),
    }));
  return firstLevel(kpis).map((node) => ({
    id: node.id,
    name: node.name,
    unit: node.unit,
    weeks: points(node, periods.sixWeeks),
    months: points(node, periods.twelveMonths),
  }));
}
