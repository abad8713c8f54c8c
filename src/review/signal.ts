import { type Assurance, assuranceOf, MIN_POINTS, xmr } from '../kpi/xmr.ts';
import type { TreeLine } from './model.ts';
import type { KpiNode } from './nodes.ts';

export type SignalOf = Pick<TreeLine, 'signal' | 'assurance' | 'lower' | 'upper'>;

/** What the limits say of the plan. */
function assurance(
  limits: { readonly lower: number; readonly upper: number },
  plan: number | null,
  direction: 'up' | 'down',
): Assurance | null {
  return plan === null ? null : assuranceOf(limits, plan, direction);
}

/**
 * Whether the last week stands out from the weeks before it, and whether the KPI as it is will meet its plan.
 * @param values Weekly figures, oldest first; null where a day is missing.
 * @param direction Direction of the KPI.
 * @param plan Plan of a week.
 * @returns What the last point's signal means; `not_enough_data` with fewer than ten weeks or none for the last one,
 *   and then no limits.
 */
export function signalOf(
  values: readonly (number | null)[],
  direction: KpiNode['direction'],
  plan: number | null,
): SignalOf {
  const measured = values.filter((value) => value !== null).length;
  const nothing = { signal: 'not_enough_data', assurance: null, lower: null, upper: null } as const;
  if (measured < MIN_POINTS || values[values.length - 1] === null) return nothing;
  const way = direction === 'up' ? 'up' : 'down';
  const points = xmr(values, { direction: way });
  const last = points[points.length - 1];
  const limits = last?.limits ?? null;
  return {
    signal: last?.meaning ?? 'none',
    assurance: limits === null ? null : assurance(limits, plan, way),
    lower: limits?.lower ?? null,
    upper: limits?.upper ?? null,
  };
}
