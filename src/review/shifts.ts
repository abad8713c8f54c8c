import { isRatio, metricOf } from '../kpi/metrics.ts';
import { rateShiftOf, type Shift, shiftOf } from '../kpi/shift.ts';
import type { Figures } from './figures.ts';
import type { KpiNode } from './nodes.ts';
import type { Span } from './periods.ts';

/** How far the reviewed week, or it and the one before, are from a KPI's own past. */
export type Shifts = (node: KpiNode) => Shift | null;

function weekly(node: KpiNode, figures: Figures, weeks: readonly Span[]): (number | null)[] {
  return weeks.map(({ from, to }) => {
    const { value, days, of } = figures.figure(node, from, to);
    return days === of ? value : null;
  });
}

/** Counts of events and trials, where a KPI is a rate of these: chance does more to few than to many. */
function countsOf(node: KpiNode): readonly [events: KpiNode, trials: KpiNode] | null {
  const metric = metricOf(node.metric);
  if (metric === undefined || !isRatio(metric) || metric.unit !== 'percent') return null;
  const [events] = metric.numerator;
  if (events === undefined || metric.numerator.length > 1 || metric.less.length > 0) return null;
  const isCount = [events, metric.denominator].every((key) => metricOf(key)?.unit === 'count');
  if (!isCount) return null;
  return [
    { ...node, metric: events },
    { ...node, metric: metric.denominator },
  ];
}

/**
 * The shifts of KPIs, each computed once.
 * @param figures Figures of any period.
 * @param weeks Weeks for signals, oldest first, the reviewed week last; weeks with missing days are left out.
 */
export function shiftsOf(figures: Figures, weeks: readonly Span[]): Shifts {
  const known = new Map<KpiNode, Shift | null>();
  return (node) => {
    const found = known.get(node);
    if (found !== undefined) return found;
    const counts = countsOf(node);
    const shift =
      counts === null
        ? shiftOf(weekly(node, figures, weeks))
        : rateShiftOf(weekly(counts[0], figures, weeks), weekly(counts[1], figures, weeks));
    known.set(node, shift);
    return shift;
  };
}
