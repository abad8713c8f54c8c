import { type FactIndex, type Money, rateChange } from './facts.ts';
import type { SpanClasses } from './span-classes.ts';

/** Some of an item's rows have the measure. */
export const SOME = 1;
/** Some of them have it not. */
export const NOT_ALL = 2;

/** What the rows tell of a measure. */
export type RowAmounts = {
  readonly cells: Float64Array;
  /** How it was converted, where it is money. */
  readonly money: Money | undefined;
  /** By item: whether its rows have the measure, as a sum of `SOME` and `NOT_ALL`; 0 for an item without any. */
  readonly presence: Uint8Array;
};

/**
 * A row's activity: what a period fact says, or the growth since the snapshot before. (It is computed each time it is
 * needed: to keep it would cost more.)
 * @param before row of that snapshot; −1 where there is none.
 */
export const amountAt = (
  cells: Float64Array,
  money: Money | undefined,
  row: number,
  before: number,
): number => {
  const now = cells[row] as number;
  if (before < 0) return now;
  const then = cells[before] as number;
  return now - (money === undefined ? then : then * rateChange(money, row, before));
};

/**
 * Which items have a measure.
 * @param index from `indexFacts`. @param classes from `spanClasses` of the same index.
 * @param measure its key.
 * @returns undefined where the facts have no measure of that key.
 */
export const rowAmounts = (
  { facts, itemOf, contentIds }: FactIndex,
  { of, before }: SpanClasses,
  measure: string,
): RowAmounts | undefined => {
  const cells = facts.measures[measure]?.all;
  if (cells === undefined) return undefined;
  const money = facts.money?.keys.has(measure) ? facts.money : undefined;
  const presence = new Uint8Array(contentIds.length);
  for (let row = 0; row < of.length; row++) {
    if ((of[row] as number) < 0) continue;
    const amount = amountAt(cells, money, row, before[row] as number);
    const item = itemOf[row] as number;
    presence[item] = (presence[item] as number) | (amount - amount === 0 ? SOME : NOT_ALL);
  }
  return { cells, money, presence };
};
