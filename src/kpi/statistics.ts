/**
 * Mean of numbers; null of none.
 * @example mean([1, 2, 6]) //=> 3
 */
export const mean = (values: readonly number[]): number | null => {
  const count = values.length;
  if (count === 0) return null;
  const total = values.reduce((sum, value) => sum + value, 0);
  // A sum may be too large for a double where the mean is not.
  return Number.isFinite(total) ? total / count : values.reduce((sum, value) => sum + value / count, 0);
};

/**
 * The largest of some numbers, at least `floor`; a column may be too long to be spread over `Math.max`.
 * @example largestOf([3, 7], 0) //=> 7
 */
export const largestOf = (values: readonly number[], floor = -Infinity): number =>
  values.reduce((largest, value) => Math.max(largest, value), floor);

/**
 * Sample variance (n − 1); null of fewer than two, or where it is too large for a double.
 * @example variance([1, 2, 6]) //=> 7
 */
export const variance = (values: readonly number[]): number | null => {
  if (values.length < 2) return null;
  // From the first value, so that equal values have none at all: their rounded mean may differ from them.
  const shifted = values.map((value) => value - (values[0] as number));
  const centre = mean(shifted) as number;
  const result = shifted.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
  return Number.isFinite(result) ? result : null;
};

/**
 * Quantile with linear interpolation between the ordered values, as PERCENTILE in Sheets.
 * @param share 0–1. @returns null of no values.
 * Source: Hyndman and Fan 1996, type 7.
 * @example quantile([1, 2, 3, 4], 0.9) //=> 3.7
 */
export const quantile = (values: readonly number[], share: number): number | null => {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const position = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
  const below = sorted[Math.floor(position)] as number;
  const above = sorted[Math.ceil(position)] as number;
  const part = position - Math.floor(position);
  const range = above - below;
  // The range may be too large for a double where the quantile is not.
  return Number.isFinite(range) ? below + range * part : below * (1 - part) + above * part;
};

/**
 * Median; null of no values.
 * @example median([5, 1, 3]) //=> 3
 */
export const median = (values: readonly number[]): number | null => quantile(values, 0.5);
