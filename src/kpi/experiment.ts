import { normalQuantile, normalTwoSided } from './distributions.ts';
import {
  absent,
  type Fault,
  faultAt,
  faultOf,
  finite,
  type Input,
  isFault,
  isNumber,
  numberOf,
} from './fault.ts';
import { welch } from './welch.ts';

/** Items that an arm must have before sets of content are compared. */
export const MIN_ITEMS = 5;
const STOP_FACTOR = 2.25;

export type ProportionTest = {
  /** Rate of B − rate of A. */
  readonly difference: number;
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  readonly low: number;
  readonly high: number;
};

const proportionFault = (conversions: number, visitors: number): Fault | null => {
  if (visitors <= 0) return faultOf('NEEDS_POSITIVE');
  if (conversions < 0) return faultOf('NOT_NEGATIVE');
  if (!Number.isInteger(conversions) || !Number.isInteger(visitors)) return faultOf('NOT_WHOLE');
  return conversions > visitors ? faultOf('CONVERSIONS_ABOVE_VISITORS') : null;
};

/**
 * Two conversion rates of a randomised split: z with the pooled standard error, interval with the unpooled one.
 * (Not for sets of content: views of one video are not independent; see `itemTest`.)
 * @param conversionsA 0 … visitors. @param visitorsA > 0. @param confidence of the interval, 0.95 unless told.
 * @returns null where a count is missing; NOT_A_NUMBER; NOT_NEGATIVE; NEEDS_POSITIVE; NOT_WHOLE (a rate where the
 *   count belongs); CONVERSIONS_ABOVE_VISITORS; TOO_LARGE; NO_VARIATION where nobody, or everybody, converted on both sides: 0 ÷ 0 is no z.
 * Source: two-proportion z test.
 * @example proportionTest(144, 1200, 192, 1200) //=> difference 0.04, z 2.8237, p 0.004747
 */
export const proportionTest = (
  conversionsA: Input,
  visitorsA: Input,
  conversionsB: Input,
  visitorsB: Input,
  confidence = 0.95,
): ProportionTest | null | Fault => {
  const [xA, nA, xB, nB] = [
    numberOf(conversionsA),
    numberOf(visitorsA),
    numberOf(conversionsB),
    numberOf(visitorsB),
  ];
  if (!isNumber(xA) || !isNumber(nA) || !isNumber(xB) || !isNumber(nB)) return absent(xA, nA, xB, nB);
  const fault = proportionFault(xA, nA) ?? proportionFault(xB, nB);
  if (fault) return fault;
  if (xA + xB === 0 || (xA === nA && xB === nB)) return faultOf('NO_VARIATION');
  const [a, b] = [xA / nA, xB / nB];
  const pooled = (xA + xB) / (nA + nB);
  const pooledError = Math.sqrt(pooled * (1 - pooled) * (1 / nA + 1 / nB));
  const z = (b - a) / pooledError;
  const error = Math.sqrt((a * (1 - a)) / nA + (b * (1 - b)) / nB);
  const reach = normalQuantile((1 + confidence) / 2) * error;
  if (!Number.isFinite(z) || !Number.isFinite(reach)) return faultOf('TOO_LARGE');
  return { difference: b - a, z, p: normalTwoSided(z), low: b - a - reach, high: b - a + reach };
};

/**
 * Visitors that each arm needs to tell two rates apart, not yet rounded up.
 * @param rateA, rateB strictly between 0 and 1. @param alpha two-sided error, 0.05 unless told. @param power 0.8.
 * @returns null where a rate is missing; NOT_A_NUMBER; RATE_NOT_FRACTION; RATES_EQUAL; OUT_OF_RANGE for a power so low
 *   that alpha alone exceeds it; TOO_LARGE.
 * Source: sample size for two proportions, pooled variance under the null (Fleiss).
 * @example exactSampleSize(0.2, 0.25) //=> 1093.74
 */
export const exactSampleSize = (
  rateA: Input,
  rateB: Input,
  alpha: Input = 0.05,
  power: Input = 0.8,
): number | null | Fault => {
  const [a, b, error, strength] = [numberOf(rateA), numberOf(rateB), numberOf(alpha), numberOf(power)];
  if (!isNumber(a) || !isNumber(b) || !isNumber(error) || !isNumber(strength))
    return absent(a, b, error, strength);
  if ([a, b, error, strength].some((share) => share <= 0 || share >= 1)) return faultOf('RATE_NOT_FRACTION');
  if (a === b) return faultOf('RATES_EQUAL');
  const middle = (a + b) / 2;
  const underNull = -normalQuantile(error / 2) * Math.sqrt(2 * middle * (1 - middle));
  const underOther = normalQuantile(strength) * Math.sqrt(a * (1 - a) + b * (1 - b));
  if (underNull + underOther <= 0) return faultOf('OUT_OF_RANGE'); // squared, it would be a size all the same
  return finite(((underNull + underOther) / (a - b)) ** 2);
};

/**
 * Visitors that each arm needs, rounded up. Parameters and faults as for `exactSampleSize`.
 * @example sampleSize(0.2, 0.25) //=> 1094
 */
export const sampleSize = (
  rateA: Input,
  rateB: Input,
  alpha: Input = 0.05,
  power: Input = 0.8,
): number | null | Fault => {
  const size = exactSampleSize(rateA, rateB, alpha, power);
  return isNumber(size) ? Math.ceil(size) : size;
};

/**
 * Where a test with visitors planned beforehand stands: nothing is said before both arms have theirs, since a p-value
 * that is looked at again and again falls below any bound at some time.
 * @param planned visitors of each arm, from `sampleSize`, > 0. Others as for `proportionTest`.
 * @param alpha two-sided error, 0.05 unless told.
 * @returns "running" until both arms have their visitors, then the winner or "none"; faults as of `proportionTest`.
 * Source: fixed-horizon testing; on what peeking does to it, Miller 2010.
 * @example plannedState(144, 1200, 192, 1200, 1094) //=> 'B'
 */
export const plannedState = (
  conversionsA: Input,
  visitorsA: Input,
  conversionsB: Input,
  visitorsB: Input,
  planned: Input,
  alpha = 0.05,
): SequentialState | null | Fault => {
  const n = numberOf(planned);
  const test = proportionTest(conversionsA, visitorsA, conversionsB, visitorsB);
  if (!isNumber(n)) return n;
  if (n <= 0) return faultOf('NEEDS_POSITIVE');
  const isSame = isFault(test) && test.fault === 'NO_VARIATION';
  if (test === null || (isFault(test) && !isSame)) return test;
  if (Math.min(visitorsA as number, visitorsB as number) < n) return 'running';
  if (isFault(test) || test.p > alpha) return 'none';
  return test.difference > 0 ? 'B' : 'A';
};

/** "A" or "B" has won; "none": all planned conversions are in without a winner; "running": go on. */
export type SequentialState = 'A' | 'B' | 'none' | 'running';

/**
 * A rule that may be looked at after every conversion: stop when one arm leads by 2.25 · √N conversions, or at N.
 * @param conversionsA, conversionsB so far, of equal traffic. @param planned N, total conversions fixed beforehand, > 0.
 * @returns null where a count is missing; NOT_A_NUMBER; NOT_NEGATIVE; NEEDS_POSITIVE.
 * Source: the two-sided simple sequential test (Miller 2015).
 * @example sequentialState(100, 150, 400) //=> 'B'
 */
export const sequentialState = (
  conversionsA: Input,
  conversionsB: Input,
  planned: Input,
): SequentialState | null | Fault => {
  const [a, b, n] = [numberOf(conversionsA), numberOf(conversionsB), numberOf(planned)];
  if (!isNumber(a) || !isNumber(b) || !isNumber(n)) return absent(a, b, n);
  if (a < 0 || b < 0) return faultOf('NOT_NEGATIVE');
  if (n <= 0) return faultOf('NEEDS_POSITIVE');
  const lead = STOP_FACTOR * Math.sqrt(n);
  if (b - a >= lead) return 'B';
  if (a - b >= lead) return 'A';
  return a + b >= n ? 'none' : 'running';
};

export type ItemTest = {
  /** Typical rate of B ÷ typical rate of A (geometric means). */
  readonly ratio: number;
  readonly t: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
};

const logsOf = (rates: readonly Input[]): number[] | Fault => {
  const logs: number[] = [];
  for (let i = 0; i < rates.length; i++) {
    const rate = numberOf(rates[i]);
    if (isFault(rate)) return faultAt(rate.fault, i);
    if (rate === null) continue;
    if (rate <= 0) return faultAt('NEEDS_POSITIVE', i);
    logs.push(Math.log(rate));
  }
  return logs;
};

/**
 * Two sets of content (five videos against five), item by item, since views of one item are not independent.
 * @param ratesA, ratesB the rate of each item, > 0; empty ones are left out; at least 5 items an arm.
 * @returns NOT_ENOUGH_DATA for fewer; NO_VARIATION where the rates vary within neither set; NEEDS_POSITIVE;
 *   NOT_A_NUMBER (with the position, as NEEDS_POSITIVE); TOO_LARGE.
 * Source: Welch's t on logarithms; the interval is of the ratio.
 * @example itemTest([0.01, 0.02, 0.03, 0.02, 0.01], [0.02, 0.04, 0.06, 0.04, 0.02]).ratio //=> 2
 */
export const itemTest = (
  ratesA: readonly Input[],
  ratesB: readonly Input[],
  confidence = 0.95,
): ItemTest | Fault => {
  const [a, b] = [logsOf(ratesA), logsOf(ratesB)];
  if (isFault(a)) return a;
  if (isFault(b)) return b;
  if (a.length < MIN_ITEMS || b.length < MIN_ITEMS) return faultOf('NOT_ENOUGH_DATA');
  const test = welch(a, b, confidence);
  if (!test) return faultOf('NO_VARIATION');
  const result = {
    ratio: Math.exp(test.difference),
    t: test.t,
    p: test.p,
    low: Math.exp(test.low),
    high: Math.exp(test.high),
  };
  return Object.values(result).every(Number.isFinite) ? result : faultOf('TOO_LARGE');
};
