import { type Facts, rateChange } from './facts.ts';
import type { SpanList } from './span-list.ts';

/**
 * A measure by span: what a period fact says, or the growth between two snapshots.
 * @param facts the rows. @param spans from which rows each span is. @param measure its key.
 * @returns NaN where it is not measured; undefined where the facts have none of that key.
 */
export const spanAmounts = (
  { measures, money }: Facts,
  { row: rows, before: rowsBefore, length }: SpanList,
  measure: string,
): Float64Array | undefined => {
  const cells = measures[measure]?.all;
  if (cells === undefined) return undefined;
  const converted = money?.keys.has(measure) ? money : undefined;
  const amounts = new Float64Array(length);
  for (let s = 0; s < length; s++) {
    const row = rows[s] as number;
    const before = rowsBefore[s] as number;
    const now = cells[row] as number;
    if (before < 0) amounts[s] = now;
    else {
      const then = cells[before] as number;
      amounts[s] = now - (converted === undefined ? then : then * rateChange(converted, row, before));
    }
  }
  return amounts;
};
