import { yearBeforeByDate } from '../../kpi/calendar.ts';
import type { Figures } from '../figures.ts';
import type { Figure, ToDate, Trend, TrendPoint } from '../model.ts';
import type { KpiNode, KpiTree } from '../nodes.ts';
import type { LabelledSpan, ReviewPeriods, Span } from '../periods.ts';
import type { Plans } from '../plan.ts';
import { reachOf } from '../reach.ts';
import { wholeValue } from '../whole-figure.ts';

function firstLevel(kpis: KpiTree): KpiNode[] {
  const root = kpis.nodes.find((node) => node !== undefined && node.parent === '');
  if (root === undefined) return [];
  const below = kpis.nodes.filter((node): node is KpiNode => node?.parent === root.id);
  return [root, ...below];
}

/** As many first days as both years cover, and the change over these. */
function likeForLike(
  node: KpiNode,
  figures: Figures,
  { from, to }: Span,
): Pick<ToDate, 'yoy' | 'comparedDays'> {
  const nothing = { yoy: null, comparedDays: 0 };
  const before = yearBeforeByDate(from);
  const days = to - from + 1;
  const firstDays = (start: number, count: number): Figure => figures.figure(node, start, start + count - 1);
  const count = Math.min(firstDays(from, days).days, firstDays(before, days).days);
  if (count === 0) return nothing;
  const [now, then] = [firstDays(from, count), firstDays(before, count)];
  // Days that are missing in the midst of either year cannot be matched.
  if (now.days < count || then.days < count || now.value === null || then.value === null) return nothing;
  // Against nothing, or less, there is no change in per cent.
  if (then.value <= 0) return nothing;
  return { yoy: now.value / then.value - 1, comparedDays: count };
}

function toDateOf(node: KpiNode, figures: Figures, plans: Plans, periods: ReviewPeriods): ToDate[] {
  const spans = [
    ['month', periods.monthToDate],
    ['quarter', periods.quarterToDate],
    ['year', periods.yearToDate],
  ] as const;
  return spans.map(([period, span]) => {
    const { figure, plan, attainment } = reachOf(node, span, figures, plans);
    return { period, figure, plan, attainment, ...likeForLike(node, figures, span) };
  });
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
    spans.map(({ label, from, to }) => {
      const figure = figures.figure(node, from, to);
      // A period with a missing day is a gap; the month that still runs counts up to the week's end.
      const value = wholeValue(figure);
      return {
        label,
        value,
        estimated: value !== null && figure.estimated,
        plan: plans.planOf(node, from, to),
      };
    });
  return firstLevel(kpis).map((node) => ({
    id: node.id,
    name: node.name,
    unit: node.unit,
    toDate: toDateOf(node, figures, plans, periods),
    weeks: points(node, periods.sixWeeks),
    months: points(node, periods.twelveMonths),
  }));
}
