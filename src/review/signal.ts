import { MIN_POINTS, xmr } from '../kpi/xmr.ts';
import type { TreeLine } from './model.ts';
import type { KpiNode } from './nodes.ts';

/**
 * Whether the last week stands out from the weeks before it.
 * @param values Weekly figures, oldest first; null where a day is missing.
 * @param direction Direction of the KPI.
 * @returns What the last point's signal means; `not_enough_data` with fewer than ten weeks or none for the last one.
 */
export function signalOf(
  values: readonly (number | null)[],
  direction: KpiNode['direction'],
): TreeLine['signal'] {
  const measured = values.filter((value) => value !== null).length;
  if (measured < MIN_POINTS || values[values.length - 1] === null) return 'not_enough_data';
  const points = xmr(values, { direction: direction === 'up' ? 'up' : 'down' });
  return points[points.length - 1]?.meaning ?? 'none';
}
