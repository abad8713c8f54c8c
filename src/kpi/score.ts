import {
  type Fault,
  faultAt,
  faultOf,
  finite,
  type Input,
  isFault,
  isNotAvailable,
  isNumber,
  numberOf,
} from './fault.ts';

export const DEFAULT_CAP = 1.5;

/** "N/A" and error codes in a column of attainments say that a KPI has no value this time. */
const hasNoValue = (cell: Input): boolean =>
  isFault(cell) || isNotAvailable(cell) || (typeof cell === 'string' && cell.startsWith('#'));

/**
 * Weighted score of several KPIs: Σ weight · min(attainment, cap) ÷ Σ weight over the KPIs that have a value.
 * @param attainments 1 = on target; empty, "N/A", fault or "#CODE" = no value, and the other weights count for more.
 * @param weights ≥ 0 in any scale, one for each attainment (an empty one is 0); all alike unless given.
 * @param cap highest attainment that one KPI brings in, > 0, 1.5 unless told, so that one KPI cannot hide the rest.
 * @returns null where no KPI with a weight has a value; NOT_A_NUMBER for other text and NOT_NEGATIVE for a
 *   weight below 0, with the position; DIFFERENT_LENGTHS; NEEDS_POSITIVE for the cap; TOO_LARGE.
 * Source: weighted additive scoring with capped components, as in the balanced scorecard.
 * @example score([1, 0.5, null], [60, 20, 20]) //=> 0.875
 */
export const score = (
  attainments: readonly Input[],
  weights?: readonly Input[],
  cap = DEFAULT_CAP,
): number | null | Fault => {
  if (weights && weights.length !== attainments.length) return faultOf('DIFFERENT_LENGTHS');
  if (cap <= 0) return faultOf('NEEDS_POSITIVE');
  let total = 0;
  let weightTotal = 0;
  for (let i = 0; i < attainments.length; i++) {
    const value = hasNoValue(attainments[i]) ? null : numberOf(attainments[i]);
    const weight = weights ? (numberOf(weights[i]) ?? 0) : 1;
    const fault = [value, weight].find(isFault);
    if (fault) return faultAt(fault.fault, i);
    if ((weight as number) < 0) return faultAt('NOT_NEGATIVE', i);
    if (!isNumber(value) || !isNumber(weight)) continue;
    total += weight * Math.min(value, cap);
    weightTotal += weight;
  }
  if (!Number.isFinite(weightTotal)) return faultOf('TOO_LARGE');
  return weightTotal === 0 ? null : finite(total / weightTotal);
};
