import { type Fault, faultOf, type Input, isFault, isNumber, numberOf } from './fault.ts';
import { largestOf } from './statistics.ts';

/** A shared cost, handed out. */
export type Allocation = {
  readonly amounts: readonly number[];
  /** What found no taker: nobody to give it to, or fixed shares that leave some over. */
  readonly unallocated: number;
};

const basisOf = (cells: readonly Input[]): number[] | Fault => {
  const basis: number[] = [];
  for (const cell of cells) {
    const value = numberOf(cell);
    if (isFault(value)) return value;
    basis.push(Math.max(0, value ?? 0)); // GMV below 0 after refunds takes no share
  }
  return basis;
};

/**
 * Hands a shared cost out in proportion to a basis (GMV, views, number of items). Where the basis is 0 throughout,
 * everyone gets the same.
 * @param cost money. @param basis one for each taker; empty or below 0 counts as 0.
 * @returns amounts that add up to the cost; null for no cost; NOT_A_NUMBER.
 * Source: cost allocation in proportion to a driver.
 * @example allocate(100, [3, 1]) //=> amounts [75, 25], unallocated 0
 */
export const allocate = (cost: Input, basis: readonly Input[]): Allocation | null | Fault => {
  const amount = numberOf(cost);
  if (!isNumber(amount)) return amount;
  const shares = basisOf(basis);
  if (isFault(shares)) return shares;
  if (shares.length === 0) return { amounts: [], unallocated: amount };
  const largest = largestOf(shares);
  // Relative to the largest, so that no sum is too large for a double.
  const relative = shares.map((share) => (largest === 0 ? 1 : share / largest));
  const total = relative.reduce((sum, share) => sum + share, 0);
  return { amounts: relative.map((share) => amount * (share / total)), unallocated: 0 };
};

/**
 * Hands a shared cost out by fixed shares, which may leave some of it over.
 * @param shares fractions ≥ 0 that add up to at most 1.
 * @returns as `allocate`; NOT_NEGATIVE; SHARES_ABOVE_ONE.
 * Source: cost allocation by agreed percentages.
 * @example allocateFixed(100, [0.5, 0.2]) //=> amounts [50, 20], unallocated 30
 */
export const allocateFixed = (cost: Input, shares: readonly Input[]): Allocation | null | Fault => {
  const amount = numberOf(cost);
  if (!isNumber(amount)) return amount;
  const fixed = shares.map((share) => numberOf(share) ?? 0);
  const fault = fixed.find(isFault);
  if (fault) return fault;
  const numbers = fixed.filter(isNumber);
  if (numbers.some((share) => share < 0)) return faultOf('NOT_NEGATIVE');
  const total = numbers.reduce((sum, share) => sum + share, 0);
  if (total > 1 + 1e-9) return faultOf('SHARES_ABOVE_ONE');
  return { amounts: numbers.map((share) => amount * share), unallocated: amount * Math.max(0, 1 - total) };
};
