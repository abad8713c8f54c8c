import { absent, type Fault, finite, type Input, isNumber, numberOf } from './fault.ts';

/**
 * A quotient of two totals, per one or per thousand.
 * @param numerator total over the rows in scope (never a mean of row rates).
 * @param denominator total over the same rows.
 * @param per 1 unless told; 1000 for GPM and the like.
 * @returns null where one is not measured or the denominator is 0; NOT_A_NUMBER; TOO_LARGE.
 * Source: ratio of totals: a mean of row rates would weigh small rows like large ones.
 * @example rate(2926.18, 123045, 1000) //=> 23.7813…
 */
export const rate = (numerator: Input, denominator: Input, per: Input = 1): number | null | Fault => {
  const n = numberOf(numerator);
  const d = numberOf(denominator);
  const factor = numberOf(per);
  if (!isNumber(n) || !isNumber(d) || !isNumber(factor)) return absent(n, d, factor);
  return d === 0 ? null : finite((n / d) * factor);
};
