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

/** Keys of a metric's measures, each once: the cost of an ROI is above the line and below it. */
export const keysOf = (metric: Metric): readonly string[] =>
  isRatio(metric) ? [...new Set([...metric.numerator, ...metric.less, metric.denominator])] : [metric.key];

/** Sums of a metric's terms by group of items. */
export type GroupSums = {
  readonly metric: string;
  /** By term, and of each by group; NaN where nothing was measured. */
  readonly terms: ReadonlyMap<string, Float64Array>;
};

/** 1 for the items that have both sides of a ratio, with each of its terms in a column; NaN is "not measured". */
const itemsWithBoth = (
  ratio: Ratio,
  columns: ReadonlyMap<string, Float64Array>,
  count: number,
): Uint8Array => {
  const taken = new Uint8Array(count);
  const setWhere = (key: string, has: boolean, value: 0 | 1): void => {
    const column = columns.get(key) as Float64Array;
    for (let item = 0; item < count; item++) if (Number.isNaN(column[item]) !== has) taken[item] = value;
  };
  for (const key of ratio.numerator) setWhere(key, true, 1);
  const needed = [...(ratio.partial ? [] : ratio.numerator), ...ratio.less, ratio.denominator];
  for (const key of needed) setWhere(key, false, 0);
  return taken;
};

/**
 * Sums of a metric's terms by group. A ratio takes only the items that have both its sides: views of a platform that
 * reports no completions would dilute the completion rate of the ones that do.
 * @param key a metric's key.
 * @param amounts a measure of each item; NaN is "not measured".
 * @param groups group of each item, from 0.
 * @param count how many groups there are.
 * @returns sums that of several groups can be added, see `ratioOfGroups`; no terms for an unknown key.
 */
export const sumsByGroup = (
  key: string,
  amounts: (measure: string) => Float64Array,
  groups: ArrayLike<number>,
  count: number,
): GroupSums => {
  const metric = metricOf(key);
  const keys = metric === undefined ? [] : keysOf(metric);
  const columns = new Map(keys.map((term) => [term, amounts(term)] as const));
  const terms = new Map(keys.map((term) => [term, new Float64Array(count).fill(Number.NaN)] as const));
  const taken =
    metric !== undefined && isRatio(metric) ? itemsWithBoth(metric, columns, groups.length) : null;
  for (const [term, column] of columns) {
    const sums = terms.get(term) as Float64Array;
    for (let item = 0; item < groups.length; item++) {
      const value = column[item] as number;
      if (Number.isNaN(value) || taken?.[item] === 0) continue;
      const group = groups[item] as number;
      const sum = sums[group] as number;
      sums[group] = Number.isNaN(sum) ? value : sum + value;
    }
  }
  return { metric: key, terms };
};

/**
 * Sums of one metric of different items, put together.
 * @param a from `sumsByGroup`. @param b of the same metric and as many groups.
 */
export const addGroupSums = (a: GroupSums, b: GroupSums): GroupSums => {
  const terms = new Map(a.terms);
  for (const [term, column] of b.terms) {
    const other = terms.get(term);
    const sum = (value: number, group: number): number => {
      const more = other?.[group] ?? Number.NaN;
      if (Number.isNaN(more)) return value;
      return Number.isNaN(value) ? more : value + more;
    };
    terms.set(term, column.map(sum));
  }
  return { metric: a.metric, terms };
};

/**
 * A metric over some of the groups.
 * @param sums from `sumsByGroup`.
 * @param groups which ones.
 * @returns as `ratioOf`.
 */
export const ratioOfGroups = (
  { metric, terms }: GroupSums,
  groups: readonly number[],
): number | null | Fault => {
  const sums: Record<string, number | null> = {};
  for (const [term, column] of terms) {
    for (const group of groups) {
      const value = column[group] as number;
      if (!Number.isNaN(value)) sums[term] = (sums[term] ?? 0) + value;
    }
  }
  return ratioOf(metric, sums);
};

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
