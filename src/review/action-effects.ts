import { mean, variance } from '../kpi/statistics.ts';
import type { Figures } from './figures.ts';
import type { KpiNode } from './nodes.ts';
import { wholeFigure } from './whole-figure.ts';

/** Weeks on either side that are compared: enough to even out one, few enough to be about the action. */
export const EFFECT_WEEKS = 4;
/** Weeks before the action that tell how far the KPI moves by itself. */
const USUAL_WEEKS = 12;

export type MeasuredEffect = {
  readonly measured: number;
  /** Standard error; null where the weeks before are too few to tell. */
  readonly error: number | null;
};

/**
 * What became of an action's KPI: the mean of the whole weeks after the week in which it was agreed, less the mean of
 * those up to it; four on each side at most.
 * @param node The action's KPI.
 * @param agreed Monday of the week in which it was agreed.
 * @param last Monday of the reviewed week, which is the last one that counts.
 * @param figures Figures of any period.
 * @returns In the KPI's unit; null where no week after it is whole yet, or none before.
 * Source: interrupted comparison of two means; it says what happened, not that the action did it.
 */
export function measuredEffect(
  node: KpiNode,
  agreed: number,
  last: number,
  figures: Figures,
): MeasuredEffect | null {
  const weeks = (first: number, count: number): number[] =>
    Array.from({ length: count }, (_, i) => first + 7 * i).flatMap((from) => {
      if (from > last) return [];
      return wholeFigure(figures, node, { from, to: from + 6 }) ?? [];
    });
  const [earlier, later] = [
    weeks(agreed - 7 * (EFFECT_WEEKS - 1), EFFECT_WEEKS),
    weeks(agreed + 7, EFFECT_WEEKS),
  ];
  const [before, after] = [mean(earlier), mean(later)];
  if (before === null || after === null) return null;
  const spread = variance(weeks(agreed - 7 * (USUAL_WEEKS - 1), USUAL_WEEKS));
  const error = spread === null ? null : Math.sqrt(spread * (1 / earlier.length + 1 / later.length));
  return { measured: after - before, error };
}
