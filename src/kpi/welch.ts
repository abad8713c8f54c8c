import { studentQuantile, studentTwoSided } from './distributions.ts';
import { mean, variance } from './statistics.ts';

/** Difference of two means (second − first) that need not have one variance. */
export type Welch = {
  readonly difference: number;
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  readonly low: number;
  readonly high: number;
};

/**
 * Welch's t test.
 * @param confidence of the interval, 0.95 unless told.
 * @returns null where a group has fewer than two values, or neither varies by more than rounding.
 * Source: Welch 1947, with Satterthwaite's degrees of freedom.
 * @example welch([1, 2, 3], [2, 3, 4]) //=> difference 1, t 1.2247, df 4, p 0.2879
 */
export const welch = (
  first: readonly number[],
  second: readonly number[],
  confidence = 0.95,
): Welch | null => {
  const [meanA, meanB, varianceA, varianceB] = [mean(first), mean(second), variance(first), variance(second)];
  if (meanA === null || meanB === null || varianceA === null || varianceB === null) return null;
  const [a, b] = [varianceA / first.length, varianceB / second.length];
  const error = Math.sqrt(a + b);
  const df = (a + b) ** 2 / (a ** 2 / (first.length - 1) + b ** 2 / (second.length - 1));
  const difference = meanB - meanA;
  // What rounding alone makes of equal values is no variation.
  if (error < 10 * Number.EPSILON * Math.max(Math.abs(meanA), Math.abs(meanB))) return null;
  const t = difference / error;
  if (!Number.isFinite(t) || !Number.isFinite(df) || df <= 0) return null;
  const reach = studentQuantile(confidence, df) * error;
  return { difference, t, df, p: studentTwoSided(t, df), low: difference - reach, high: difference + reach };
};
