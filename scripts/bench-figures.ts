/** Figures of a bench, as its lines show them. */

/** The value in the middle; 0 of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Three digits: more of them no two runs share. */
export const short = (value: number): number => Number(value.toPrecision(3));
