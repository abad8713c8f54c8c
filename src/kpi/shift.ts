import type { Input } from './fault.ts';
import { isNumber, numberOf } from './fault.ts';
import { mean, median } from './statistics.ts';

/** Periods before the shift that must be measured. */
export const MIN_SHIFT_PERIODS = 8;
/** A shift is looked for in the last period, and in the last two together: what builds up is not seen in one alone. */
const LENGTHS = [1, 2] as const;
/** Mean moving range ÷ this is a standard deviation, of neighbours that do not depend on each other. */
const RANGE_TO_SIGMA = 1.128;
const MAD_TO_SIGMA = 1.4826;
/** Nothing that people do is steadier than this: it keeps a few equal values from making any change a wonder. */
const LEAST_SIGMA = 0.02;

/** Counts never vary less than so much of what chance does to them. */
const LEAST_EXCESS = 0.5;

/** How far the last period, or the last two, are from what is usual. */
export type Shift = {
  /** Standard deviations; below 0 for less than usual. */
  readonly z: number;
  /** Change against the usual, a fraction: −0.4 is 40 % less. */
  readonly change: number;
  readonly usual: number;
  /** Value of the last period, or the mean of the last two. */
  readonly value: number;
  /** 1 or 2: periods that are shifted. */
  readonly length: number;
  /** Periods that the usual is of. */
  readonly periods: number;
};

/** Between values that are too far apart for a double there is no change to tell. */
const finiteShift = (shift: Shift): Shift | null =>
  Object.values(shift).every(Number.isFinite) ? shift : null;

const larger = (a: Shift | null, b: Shift | null): Shift | null => {
  if (a === null || b === null) return a ?? b;
  return Math.abs(b.z) > Math.abs(a.z) ? b : a;
};

/** Mean moving range of neighbours as a standard deviation; of two values at least. */
const rangeSigma = (values: readonly number[]): number => {
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] as number)));
  return (mean(ranges) as number) / RANGE_TO_SIGMA;
};

const spreadOf = (values: readonly number[], centre: number): number => {
  const mad = median(values.map((value) => Math.abs(value - centre))) as number;
  return Math.max(rangeSigma(values), MAD_TO_SIGMA * mad);
};

const shiftOfLast = (values: readonly number[], length: number): Shift | null => {
  const base = values.slice(0, -length).map(Math.log);
  if (base.length < MIN_SHIFT_PERIODS) return null;
  const last = mean(values.slice(-length).map(Math.log)) as number;
  const usual = median(base) as number;
  const sigma = Math.max(spreadOf(base, usual), LEAST_SIGMA) / Math.sqrt(length);
  const change = Math.expm1(last - usual);
  return finiteShift({
    ...{ z: (last - usual) / sigma, change, usual: Math.exp(usual), value: Math.exp(last) },
    ...{ length, periods: base.length },
  });
};

/** A fall to 0, which has no logarithm: against what is usual, zeros before counted, with the spread of the values. */
const fallOfLast = (values: readonly number[], length: number): Shift | null => {
  const base = values.slice(0, -length);
  const usual = median(base) ?? 0;
  if (base.length < MIN_SHIFT_PERIODS || usual <= 0) return null;
  const value = mean(values.slice(-length)) as number;
  const sigma = Math.max(spreadOf(base, usual), LEAST_SIGMA * usual) / Math.sqrt(length);
  return finiteShift({
    ...{ z: (value - usual) / sigma, change: value / usual - 1, usual, value },
    ...{ length, periods: base.length },
  });
};

/**
 * How far a KPI's last period or two are from its own past. Amounts grow and fall by factors, so logarithms are
 * compared; the usual is a median, and the spread the larger of moving range and median deviation, so that neither an
 * outlier nor a slow drift makes a wonder. A last period of 0 is compared as it is, since 0 is no factor of anything.
 * @param cells values by period, oldest first; empty, non-numeric and negative ones are not measured, nor are zeros
 *   where the last period has more.
 * @returns the clearer of both shifts; null with fewer than 8 measured periods before, or none for the last one, or a
 *   change too large for a double.
 * Source: XmR spread (Wheeler) with a median centre; median absolute deviation (Hampel 1974).
 * @example shiftOf([10, 11, 9, 10, 11, 9, 10, 10, 5]) //=> change −0.5, length 1
 */
export const shiftOf = (cells: readonly Input[]): Shift | null => {
  const read = cells.map(numberOf);
  const lastTwo = read.slice(-2);
  const isZero = read[read.length - 1] === 0;
  const isMeasured = (value: unknown): value is number =>
    isNumber(value) && (value > 0 || (isZero && value === 0));
  if (!isMeasured(read[read.length - 1])) return null;
  const values = read.filter(isMeasured);
  const isAlike = (value: unknown): boolean => isMeasured(value) && (value === 0) === isZero;
  const lengths = LENGTHS.filter((length) => lastTwo.slice(-length).every(isAlike));
  const ofLast = isZero ? fallOfLast : shiftOfLast;
  return lengths.map((length) => ofLast(values, length)).reduce(larger, null);
};

type Counts = { readonly events: number; readonly trials: number };

const together = (counts: readonly Counts[]): Counts =>
  counts.reduce((sum, each) => ({ events: sum.events + each.events, trials: sum.trials + each.trials }), {
    events: 0,
    trials: 0,
  });

const rateShiftOfLast = (counts: readonly Counts[], length: number): Shift | null => {
  const base = counts.slice(0, -length);
  const [before, last] = [together(base), together(counts.slice(-length))];
  if (base.length < MIN_SHIFT_PERIODS || before.events <= 0) return null;
  const usual = before.events / before.trials;
  const rate = last.events / last.trials;
  const sigmaAt = (trials: number): number => Math.sqrt(usual / trials);
  // More than chance of counting moves a rate from week to week, or less where orders come evenly.
  const scores = base.map(({ events, trials }) => (events / trials - usual) / sigmaAt(trials));
  const excess = Math.max(LEAST_EXCESS, spreadOf(scores, median(scores) as number));
  const sigma = Math.hypot(sigmaAt(last.trials) * excess, sigmaAt(before.trials) * excess);
  return finiteShift({
    ...{ z: (rate - usual) / sigma, change: rate / usual - 1, usual, value: rate },
    ...{ length, periods: base.length },
  });
};

/**
 * How far a rate's last period or two are from its own past, with what chance alone does to counts of such a size: six
 * orders instead of ten say less than 600 instead of 1,000.
 * @param events numerator by period (orders), oldest first, ≥ 0. @param trials denominator (clicks), > 0.
 * @returns the clearer of both shifts; null with fewer than 8 periods that have both, or none for the last one, or a
 *   change too large for a double.
 * Source: u-chart with Laney's correction for overdispersion (Laney 2002).
 * @example rateShiftOf([10, 12, 9, 11, 10, 8, 10, 11, 2], [1000, …]) //=> change −0.8, z below −2
 */
export const rateShiftOf = (events: readonly Input[], trials: readonly Input[]): Shift | null => {
  const counts = events.map((cell, i): Counts | null => {
    const [count, of] = [numberOf(cell), numberOf(trials[i] ?? null)];
    return isNumber(count) && isNumber(of) && count >= 0 && of > 0 ? { events: count, trials: of } : null;
  });
  const measured = counts.filter((each): each is Counts => each !== null);
  const lengths = LENGTHS.filter((length) => counts.slice(-length).every((each) => each !== null));
  return lengths.map((length) => rateShiftOfLast(measured, length)).reduce(larger, null);
};
