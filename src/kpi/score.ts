import { type Fault, faultOf, finite, type Input, isFault, isNumber, numberOf } from './fault.ts';

export const DEFAULT_CAP = 1.5;

/** "N/A" and error codes in a column of attainments say that a KPI has no value this time. */
const hasNoValue = (cell: Input): boolean =>
  isFault(cell) ||
  (typeof cell === 'string' && (cell.startsWith('#') || cell.trim().toUpperCase() === 'N/A'));

/**
 * Weighted score of several KPIs: Σ weight · min(attainment, cap) ÷ Σ weight over the KPIs that have a value.
 * @param attainments 1 = on target; empty, "N/A", fault or "#CODE" = no value, and the other weights count for more.
 * @param weights ≥ 0 in any scale, one for each attainment (an empty one is 0); all alike unless given.
 * @param cap highest attainment that one KPI brings in, 1.5 unless told, so that one KPI cannot hide the rest.
 * @returns null where no KPI with a weight has a value; NOT_A_NUMBER for other text; NOT_NEGATIVE for a weight
 *   below 0; DIFFERENT_LENGTHS; OUT_OF_RANGE.
 * Source: weighted additive scoring with capped components, as in the balanced scorecard.
 * @example score([1, 0.5, null], [60, 20, 20]) //=> 0.875
 */
export const score = (
  attainments: readonly Input[],
  weights?: readonly Input[],
  cap = DEFAULT_CAP,
): number | null | Fault => {
  if (weights && weights.length !== attainments.length) return faultOf('DIFFERENT_LENGTHS');
  let total = 0;
  let weightTotal = 0;
  for (let i = 0; i < attainments.length; i++) {
    const value = hasNoValue(attainments[i]) ? null : numberOf(attainments[i]);
    const weight = weights ? (numberOf(weights[i]) ?? 0) : 1;
    if (isFault(value)) return value;
    if (isFault(weight)) return weight;
    if (weight < 0) return faultOf('NOT_NEGATIVE');
    if (!isNumber(value)) continue;
    total += weight * Math.min(value, cap);
    weightTotal += weight;
  }
  if (!Number.isFinite(weightTotal)) return faultOf('OUT_OF_RANGE');
  return weightTotal === 0 ? null : finite(total / weightTotal);
};
