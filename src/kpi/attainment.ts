import { absent, type Fault, faultOf, finite, type Input, isNumber, numberOf } from './fault.ts';

/**
 * How an actual is measured against a target: "up" A/T; "down" 2 − A/T; "down-ratio" T/A, the other convention for
 * lower-is-better.
 */
export type AttainmentMethod = 'up' | 'down' | 'down-ratio';

/**
 * Share of a target that is reached, by one of the three ratio methods. 1 is "on target", more is better.
 * @param actual measured value, any unit.
 * @param target in the same unit, > 0: at zero or below, a ratio says nothing (a baseline does).
 * @param method "up" unless told. "down" is additive, at most 2 while the actual is ≥ 0, and works at an actual of 0; "down-ratio"
 *   needs an actual > 0.
 * @returns null where one of them is not measured; NOT_A_NUMBER; TOO_LARGE; NEEDS_BASELINE for a target ≤ 0; ZERO_DENOMINATOR or
 *   NEEDS_POSITIVE for "down-ratio" of an actual ≤ 0; UNKNOWN_METHOD.
 * Source: target achievement ratio of balanced scorecards, with the linear inverse for costs and defects.
 * @example attainment(20, 10, 'down') //=> 0
 */
export const attainment = (
  actual: Input,
  target: Input,
  method: AttainmentMethod = 'up',
): number | null | Fault => {
  const a = numberOf(actual);
  const t = numberOf(target);
  if (!isNumber(a) || !isNumber(t)) return absent(a, t);
  if (t <= 0) return faultOf('NEEDS_BASELINE');
  switch (method) {
    case 'up':
      return finite(a / t);
    case 'down':
      return finite(2 - a / t);
    case 'down-ratio':
      if (a === 0) return faultOf('ZERO_DENOMINATOR');
      return a < 0 ? faultOf('NEEDS_POSITIVE') : finite(t / a);
    default:
      return faultOf('UNKNOWN_METHOD');
  }
};

/**
 * Share of the way from a start value to a target: one formula for rising and falling KPIs, and the one for targets
 * that are zero or negative.
 * @param baseline value at the start, in the unit of the others; must differ from the target.
 * @returns 0 at the baseline, 1 at the target; null where one is not measured; NOT_A_NUMBER; TOO_LARGE;
 *   BASELINE_IS_TARGET.
 * Source: goal attainment from a baseline, as for key results (progress = distance covered / distance to cover).
 * @example baselineAttainment(110, 120, 100) //=> 0.5
 */
export const baselineAttainment = (actual: Input, target: Input, baseline: Input): number | null | Fault => {
  const a = numberOf(actual);
  const t = numberOf(target);
  const b = numberOf(baseline);
  if (!isNumber(a) || !isNumber(t) || !isNumber(b)) return absent(a, t, b);
  return t === b ? faultOf('BASELINE_IS_TARGET') : finite((a - b) / (t - b));
};

/**
 * Attainment of a KPI that should stay within a band: 1 inside, and outside less by the distance to the nearest
 * bound in half-widths, never below 0.
 * @param low lower bound; must be below `high`.
 * @returns 0–1; null where one is not measured; NOT_A_NUMBER; BAND_NOT_ORDERED.
 * Source: desirability with linear flanks (Derringer and Suich, target-is-best).
 * @example bandAttainment(11, 6, 10) //=> 0.5
 */
export const bandAttainment = (actual: Input, low: Input, high: Input): number | null | Fault => {
  const a = numberOf(actual);
  const lo = numberOf(low);
  const hi = numberOf(high);
  if (!isNumber(a) || !isNumber(lo) || !isNumber(hi)) return absent(a, lo, hi);
  if (lo >= hi) return faultOf('BAND_NOT_ORDERED');
  const distance = Math.max(lo - a, a - hi, 0);
  if (distance === 0) return 1;
  const halfWidth = hi / 2 - lo / 2; // halved first: hi − lo may be too large for a double
  return Math.max(0, 1 - distance / halfWidth);
};
