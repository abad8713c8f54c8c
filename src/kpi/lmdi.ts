import { type Fault, faultOf, finite, isFault } from './fault.ts';
import { logarithmicMean } from './logarithmic-mean.ts';

/** A total as the sum over categories of products of factors: one row of factors for each category. */
export type Factors = readonly (readonly number[])[];

const productOf = (factors: readonly number[]): number =>
  factors.reduce((product, factor) => product * factor, 1);

const totalOf = (categories: Factors): number =>
  categories.reduce((total, factors) => total + productOf(factors), 0);

const isPositive = (categories: Factors): boolean =>
  categories.every((factors) => factors.every((factor) => Number.isFinite(factor) && factor > 0));

const sameShape = (a: Factors, b: Factors): boolean => {
  const width = a[0]?.length ?? 0;
  return a.length === b.length && width > 0 && [...a, ...b].every((factors) => factors.length === width);
};

/** Σ over categories of weight · ln(after ÷ before), for each factor. */
const weighted = (
  before: Factors,
  after: Factors,
  weightOf: (after: number, before: number) => number,
): (number | Fault)[] | Fault => {
  if (!sameShape(before, after)) return faultOf('DIFFERENT_LENGTHS');
  if (!isPositive(before) || !isPositive(after)) return faultOf('NEEDS_POSITIVE');
  const first = before[0] as readonly number[];
  return first.map((_, k) => {
    let effect = 0;
    before.forEach((factors, i) => {
      const later = after[i] as readonly number[];
      const weight = weightOf(productOf(later), productOf(factors));
      effect += weight * Math.log((later[k] as number) / (factors[k] as number));
    });
    return finite(effect);
  });
};

/**
 * By how much each factor moved a total over several categories; the effects add up to the total's change.
 * @param before factors of each category in the first period, all > 0. @param after the same for the second.
 * @returns an effect for each factor; DIFFERENT_LENGTHS; NEEDS_POSITIVE.
 * Source: LMDI-I, additive (Ang 2004).
 * @example additiveEffects([[1, 10, 2], [4, 5, 3]], [[4, 5, 3], [5, 6, 4]]) //=> [69.79006598, −9.455125793, 39.66505981]
 */
export const additiveEffects = (before: Factors, after: Factors): readonly (number | Fault)[] | Fault =>
  weighted(before, after, logarithmicMean);

/**
 * By which factor each factor multiplied a total over several categories; the product of them is the total's ratio.
 * Parameters and faults as for `additiveEffects`.
 * Source: LMDI-I, multiplicative (Ang 2004).
 * @example multiplicativeEffects([[1, 10, 2], [4, 5, 3]], [[4, 5, 3], [5, 6, 4]]) //=> [1.761117821, 0.926191306, 1.379410116]
 */
export const multiplicativeEffects = (
  before: Factors,
  after: Factors,
): readonly (number | Fault)[] | Fault => {
  const whole = logarithmicMean(totalOf(after), totalOf(before));
  const logs = weighted(before, after, (later, earlier) => logarithmicMean(later, earlier) / whole);
  return isFault(logs) ? logs : logs.map((log) => (isFault(log) ? log : finite(Math.exp(log))));
};
