import { type Fault, faultOf, finite, type Input, isFault, isNumber, numberOf } from './fault.ts';
import { largestOf } from './statistics.ts';

/** A rate's change, apart by segment. */
export type MixRate = {
  /** Effect of each segment's own rate; why there is none, or null, for a segment that is left out. */
  readonly rate: readonly (number | null | Fault)[];
  /** Effect of each segment's share of the whole, likewise. */
  readonly mix: readonly (number | null | Fault)[];
  /** The whole's rate in each period, over the segments that are not left out; null where none is left. */
  readonly before: number | null;
  readonly after: number | null;
};

/** A segment in both periods: weight and rate; a rate is null where it is not needed. */
type Segment = readonly [w0: number, r0: number | null, w1: number, r1: number | null];

/** A segment that can be counted; null where it is empty. */
const segmentOf = (cells: readonly Input[]): Segment | null | Fault => {
  const values = cells.map(numberOf);
  const fault = values.find(isFault);
  if (fault) return fault;
  if (values.every((value) => value === null)) return null;
  const [w0, r0, w1, r1] = values.map((value) => (isNumber(value) ? value : null));
  const [before, after] = [w0 ?? 0, w1 ?? 0];
  if (before < 0 || after < 0) return faultOf('NOT_NEGATIVE');
  // Nothing in a period means that the segment was not there; half of it, that it was not measured.
  const isHalf = (weight: number | null | undefined, rate: number | null | undefined): boolean =>
    (weight ?? null) === null ? rate !== null : weight !== 0 && rate === null;
  return isHalf(w0, r0) || isHalf(w1, r1) ? faultOf('NOT_MEASURED') : [before, r0 ?? null, after, r1 ?? null];
};

/** Weights as shares of their total; null where there is no weight at all. */
const sharesOf = (weights: readonly number[]): number[] | null => {
  const largest = largestOf(weights, 0); // divided by it first: a total may be too large for a double
  if (largest === 0) return null;
  const total = weights.reduce((sum, weight) => sum + weight / largest, 0);
  return weights.map((weight) => weight / largest / total);
};

const wholeOf = (shares: readonly number[], rates: readonly (number | null)[]): number | Fault =>
  finite(shares.reduce((sum, share, i) => sum + share * (rates[i] ?? 0), 0));

/** Rate and mix effect of each segment, and the whole's rates. */
type Parts = {
  readonly effects: readonly (readonly [rate: number, mix: number])[];
  readonly before: number | null;
  readonly after: number | null;
};

const partsOf = (segments: readonly Segment[]): Parts | Fault => {
  if (segments.length === 0) return { effects: [], before: null, after: null };
  const [first, second] = [sharesOf(segments.map(([w0]) => w0)), sharesOf(segments.map(([, , w1]) => w1))];
  if (!first || !second) return faultOf('ZERO_DENOMINATOR');
  const before = wholeOf(
    first,
    segments.map(([, r0]) => r0),
  );
  const after = wholeOf(
    second,
    segments.map(([, , , r1]) => r1),
  );
  if (!isNumber(before) || !isNumber(after)) return faultOf('TOO_LARGE');
  const middle = before / 2 + after / 2;
  const effects = segments.map(([, rateBefore, , rateAfter], i): readonly [number, number] => {
    const [s0, s1] = [first[i] as number, second[i] as number];
    // A segment that was not there has no rate of its own: all of its effect is mix.
    const r0 = rateBefore ?? rateAfter ?? 0;
    const r1 = rateAfter ?? r0;
    return [((s0 + s1) / 2) * (r1 - r0) + 0, (s1 - s0) * (r0 / 2 + r1 / 2 - middle) + 0]; // −0 becomes 0
  });
  return effects.flat().every(Number.isFinite) ? { effects, before, after } : faultOf('TOO_LARGE');
};

/**
 * Takes the change of a rate (a CTR, a completion rate) apart into what each segment's own rate did and what the
 * shift of weight between segments did, by midpoints, so that nothing is left over.
 * @param weightsBefore the rate's denominator by segment (impressions), ≥ 0. @param ratesBefore the segment's rate.
 * @param weightsAfter the same in the second period. @param ratesAfter likewise. A segment of weight 0 needs no rate.
 * @returns effects in the unit of the rates, Σ rate + Σ mix = after − before. A segment that cannot be counted (NOT_A_NUMBER,
 *   NOT_NEGATIVE, NOT_MEASURED for a weight or a rate without the other, null for an empty one) is left out of both periods, so that the others are parts of
 *   the whole without it. For everything: DIFFERENT_LENGTHS; ZERO_DENOMINATOR where a period has no weight at all;
 *   TOO_LARGE.
 * Source: Kitagawa 1955, components of a difference between two rates.
 * @example three channels, CTR 5.05 % → 4.9021 % //=> rate (bp) −1.814, 9.681, 0; mix (bp) −18.993, −3.587, −0.074
 */
export const mixAndRate = (
  weightsBefore: readonly Input[],
  ratesBefore: readonly Input[],
  weightsAfter: readonly Input[],
  ratesAfter: readonly Input[],
): MixRate | Fault => {
  const columns = [weightsBefore, ratesBefore, weightsAfter, ratesAfter];
  if (columns.some((cells) => cells.length !== weightsBefore.length)) return faultOf('DIFFERENT_LENGTHS');
  const segments = weightsBefore.map((_, row) => segmentOf(columns.map((cells) => cells[row])));
  const counted = segments.filter((segment): segment is Segment => Array.isArray(segment));
  const parts = partsOf(counted);
  if (isFault(parts)) return parts;
  let position = 0;
  const effects = segments.map((segment) =>
    Array.isArray(segment) ? (parts.effects[position++] as readonly [number, number]) : segment,
  );
  const at = (side: 0 | 1): MixRate['rate'] =>
    effects.map((effect) => (Array.isArray(effect) ? (effect[side] as number) : (effect as null | Fault)));
  return { rate: at(0), mix: at(1), before: parts.before, after: parts.after };
};
