import { type Fault, faultOf, finite, type Input, isFault, isNumber, numberOf } from './fault.ts';

/** A rate's change, apart by segment. */
export type MixRate = {
  /** Effect of each segment's own rate. */
  readonly rate: readonly number[];
  /** Effect of each segment's share of the whole. */
  readonly mix: readonly number[];
  /** The whole's rate in each period. */
  readonly before: number;
  readonly after: number;
};

type Side = { readonly shares: readonly number[]; readonly rates: readonly (number | null)[] };

const sharesOf = (weights: readonly Input[], rates: readonly Input[]): Side | null | Fault => {
  const numbers = weights.map(numberOf);
  const values = rates.map(numberOf);
  const fault = [...numbers, ...values].find(isFault);
  if (fault) return fault;
  const amounts = numbers.map((weight) => (isNumber(weight) ? weight : 0));
  if (amounts.some((weight) => weight < 0)) return faultOf('NOT_NEGATIVE');
  const total = amounts.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return faultOf('ZERO_DENOMINATOR');
  if (!Number.isFinite(total)) return faultOf('OUT_OF_RANGE');
  if (values.some((rate, i) => rate === null && amounts[i] !== 0)) return null;
  return {
    shares: amounts.map((weight) => weight / total),
    rates: values.map((rate) => (isNumber(rate) ? rate : null)),
  };
};

const rateOfWhole = ({ shares, rates }: Side): number =>
  shares.reduce((sum, share, i) => sum + share * (rates[i] ?? 0), 0);

/**
 * Takes the change of a rate (a CTR, a completion rate) apart into what each segment's own rate did and what the
 * shift of weight between segments did, by midpoints, so that nothing is left over.
 * @param weightsBefore the rate's denominator by segment (impressions), ≥ 0. @param ratesBefore the segment's rate.
 * @param weightsAfter the same in the second period. @param ratesAfter likewise. A segment of weight 0 needs no rate.
 * @returns effects in the unit of the rates, Σ rate + Σ mix = after − before; null where a rate is not measured;
 *   DIFFERENT_LENGTHS; NOT_NEGATIVE; ZERO_DENOMINATOR where a period has no weight at all.
 * Source: Kitagawa 1955, components of a difference between two rates.
 * @example three channels, CTR 5.05 % → 4.9021 % //=> rate (bp) −1.814, 9.681, 0; mix (bp) −18.993, −3.587, −0.074
 */
export const mixAndRate = (
  weightsBefore: readonly Input[],
  ratesBefore: readonly Input[],
  weightsAfter: readonly Input[],
  ratesAfter: readonly Input[],
): MixRate | null | Fault => {
  const count = weightsBefore.length;
  if ([ratesBefore, weightsAfter, ratesAfter].some((column) => column.length !== count)) {
    return faultOf('DIFFERENT_LENGTHS');
  }
  const first = sharesOf(weightsBefore, ratesBefore);
  const second = sharesOf(weightsAfter, ratesAfter);
  if (isFault(first)) return first;
  if (isFault(second)) return second;
  if (first === null || second === null) return null;
  const [before, after] = [finite(rateOfWhole(first)), finite(rateOfWhole(second))];
  if (!isNumber(before) || !isNumber(after)) return faultOf('OUT_OF_RANGE');
  const middle = before / 2 + after / 2;
  const rate: number[] = [];
  const mix: number[] = [];
  for (let i = 0; i < count; i++) {
    const [w0, w1] = [first.shares[i] as number, second.shares[i] as number];
    // A segment that was not there has no rate of its own: all of its effect is mix.
    const r0 = first.rates[i] ?? second.rates[i] ?? 0;
    const r1 = second.rates[i] ?? r0;
    rate.push(((w0 + w1) / 2) * (r1 - r0));
    mix.push((w1 - w0) * (r0 / 2 + r1 / 2 - middle));
  }
  if (![...rate, ...mix].every(Number.isFinite)) return faultOf('OUT_OF_RANGE');
  return { rate, mix, before, after };
};
