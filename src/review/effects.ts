import { type Effects, effectsOf } from '../kpi/variance.ts';
import type { Figures } from './figures.ts';
import type { KpiTree } from './nodes.ts';
import type { ReviewPeriods, Span } from './periods.ts';
import { wholeFigure } from './whole-figure.ts';

/** Values by row of the nodes whose figure covers every day of a span; null for the others. */
export function wholeValues(kpis: KpiTree, figures: Figures, span: Span): (number | null)[] {
  return kpis.nodes.map((node) => (node === undefined ? null : wholeFigure(figures, node, span)));
}

/**
 * What each KPI's change on the week before did to the goal; nothing where a week has missing days.
 * @returns By row of the tree; null where there is no tree.
 */
export function weekEffects(kpis: KpiTree, figures: Figures, periods: ReviewPeriods): Effects | null {
  if (kpis.tree === null) return null;
  const before = wholeValues(kpis, figures, periods.weekBefore);
  return effectsOf(kpis.tree, before, wholeValues(kpis, figures, periods.week));
}

/** Names of the KPIs whose change was shared among their children by Shapley. */
export function shapleyNames({ nodes }: KpiTree, effects: Effects | null): string[] {
  const methods = effects?.methods ?? [];
  return nodes.flatMap((node, row) => (methods[row] === 'shapley' && node !== undefined ? [node.name] : []));
}
