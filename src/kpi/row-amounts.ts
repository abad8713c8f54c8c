import { type FactIndex, rateChange } from './facts.ts';
import type { SpanClasses } from './span-classes.ts';

/** Some of an item's rows have the measure. */
export const SOME = 1;
/** Some of them have it not. */
export const NOT_ALL = 2;

/** What the rows tell of a measure. */
export type RowAmounts = {
  /** Activity by row; NaN where it is not measured. Of no meaning in rows without a class. */
  readonly amounts: Float64Array;
  /** By item: whether its rows have the measure, as a sum of `SOME` and `NOT_ALL`; 0 for an item without any. */
  readonly presence: Uint8Array;
};

/**
 * A measure's activity by row: what a period fact says, or the growth since the snapshot before.
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
  const amounts = new Float64Array(of.length);
  const presence = new Uint8Array(contentIds.length);
  for (let row = 0; row < of.length; row++) {
    if ((of[row] as number) < 0) continue;
    const last = before[row] as number;
    let amount = cells[row] as number;
    if (last >= 0) {
      const then = cells[last] as number;
      amount -= money === undefined ? then : then * rateChange(money, row, last);
    }
    amounts[row] = amount;
    const item = itemOf[row] as number;
    presence[item] = (presence[item] as number) | (amount - amount === 0 ? SOME : NOT_ALL);
  }
  return { amounts, presence };
};
