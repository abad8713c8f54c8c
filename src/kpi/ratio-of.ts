import { type Fault, faultOf } from './fault.ts';
import { isRatio, type Metric, metricOf, type Ratio } from './metrics.ts';

/** Sums by measure key; null or absent is "not measured", which is not 0. */
export type Sums = Readonly<Record<string, number | null | undefined>>;

/** Columns by measure key, all of one length. */
export type MeasureColumns = Readonly<Record<string, ArrayLike<number | null> | undefined>>;

/** The numerator's terms that were measured: what an engagement rate of this platform is made of. */
export const termsReported = (ratio: Ratio, sums: Sums): readonly string[] =>
  ratio.numerator.filter((key) => typeof sums[key] === 'number');

const numeratorOf = (ratio: Ratio, sums: Sums): number | null => {
  const terms = termsReported(ratio, sums);
  if (terms.length === 0 || (!ratio.partial && terms.length < ratio.numerator.length)) return null;
  let total = 0;
  for (const key of terms) total += sums[key] as number;
  for (const key of ratio.less) {
    const value = sums[key];
    if (typeof value !== 'number') return null;
    total -= value;
  }
  return total;
};

const quotient = (ratio: Ratio, sums: Sums): number | null => {
  const numerator = numeratorOf(ratio, sums);
  const denominator = sums[ratio.denominator];
  if (numerator === null || typeof denominator !== 'number' || denominator === 0) return null;
  const value = (numerator / denominator) * ratio.per;
  return Number.isFinite(value) ? value : null;
};

/**
 * The value of a metric from sums: a measure's own sum, or a ratio's sum of numerators ÷ sum of denominators.
 * @param key a metric's key.
 * @param sums totals over the rows in scope.
 * @returns null where an input is not measured or the denominator is 0; UNKNOWN_METRIC for an unknown key.
 * @example ratioOf('product_gpm', { gmv: 1032720, product_impressions: 6019 }) //=> 171576.67…
 */
export const ratioOf = (key: string, sums: Sums): number | null | Fault => {
  const metric = metricOf(key);
  if (!metric) return faultOf('UNKNOWN_METRIC');
  return isRatio(metric) ? quotient(metric, sums) : (sums[key] ?? null);
};

/** Each once: the cost of an ROI is above the line and below it. */
const keysOf = (metric: Metric): ReadonlySet<string> =>
  new Set(isRatio(metric) ? [...metric.numerator, ...metric.less, metric.denominator] : [metric.key]);

const isMeasured = (ratio: Ratio, columns: MeasureColumns, row: number): boolean => {
  const has = (key: string): boolean => typeof columns[key]?.[row] === 'number';
  const numerator = ratio.partial ? ratio.numerator.some(has) : ratio.numerator.every(has);
  return numerator && has(ratio.denominator) && ratio.less.every(has);
};

/**
 * A metric over rows. A ratio takes only the rows that have both its sides: views of a platform that reports no
 * completions would dilute the completion rate of the ones that do.
 * @param rows positions in the columns.
 * @returns as `ratioOf`.
 * @example ratioOver('completion_rate', { completed_views: [50, null], views: [100, 900] }, [0, 1]) //=> 0.5
 */
export const ratioOver = (
  key: string,
  columns: MeasureColumns,
  rows: Iterable<number>,
): number | null | Fault => {
  const metric = metricOf(key);
  if (!metric) return faultOf('UNKNOWN_METRIC');
  const keys = keysOf(metric);
  const sums: Record<string, number | null> = {};
  for (const row of rows) {
    if (isRatio(metric) && !isMeasured(metric, columns, row)) continue;
    for (const term of keys) {
      const value = columns[term]?.[row];
      if (typeof value === 'number') sums[term] = (sums[term] ?? 0) + value;
    }
  }
  return ratioOf(key, sums);
};
