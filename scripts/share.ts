/**
 * A share as it is typed.
 * @param text Of an option.
 * @returns The number; undefined for what is not above 0 and at most 1.
 * @example shareOf('0.1') //=> 0.1
 */
export function shareOf(text: string): number | undefined {
  const share = Number(text);
  return share > 0 && share <= 1 ? share : undefined;
}
