const BLOCKS = ['▁', '▂', '▃', '▅', '▇'] as const;
const GAP = '·';

/**
 * A trend as block characters, which survive xlsx, mail and every locale.
 * @param values Oldest first; null is a gap.
 * @returns One character a value, from the lowest block for the smallest to the highest for the largest; '' where
 *   nothing was measured.
 * @example blocks([1, 2, null, 5]) //=> '▁▂·▇'
 */
export function blocks(values: readonly (number | null)[]): string {
  const measured = values.filter((value): value is number => value !== null);
  if (measured.length === 0) return '';
  const low = Math.min(...measured);
  const span = Math.max(...measured) - low;
  return values
    .map((value) => {
      if (value === null) return GAP;
      const step =
        span === 0 ? 2 : Math.min(BLOCKS.length - 1, Math.floor(((value - low) / span) * BLOCKS.length));
      return BLOCKS[step];
    })
    .join('');
}
