import type { Facts } from './facts.ts';
import { amountAt } from './row-amounts.ts';
import type { SpanList } from './span-list.ts';

/**
 * A measure by span: what a period fact says, or the growth between two snapshots.
 * @param facts the rows. @param spans from which rows each span is. @param measure its key.
 * @returns NaN where it is not measured; undefined where the facts have none of that key.
 */
export const spanAmounts = (
  { measures, money }: Facts,
  { row: rows, before, length }: SpanList,
  measure: string,
): Float64Array | undefined => {
  const cells = measures[measure]?.all;
  if (cells === undefined) return undefined;
  const converted = money?.keys.has(measure) ? money : undefined;
  const amounts = new Float64Array(length);
  for (let s = 0; s < length; s++) {
    amounts[s] = amountAt(cells, converted, rows[s] as number, before[s] as number);
  }
  return amounts;
};
