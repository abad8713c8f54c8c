/** How much is tried, and what is told of it. */

/** `FAULTS=all` tries everything, which takes minutes; else a share is drawn, another one for another `FAULTS_SEED`. */
export const ALL = process.env.FAULTS === 'all';
export const SEED = Number(process.env.FAULTS_SEED ?? 20261126);

/**
 * A line for people, with what was tried of what as JSON at its end.
 * @param counts How much of each.
 * @param possible How much there is of all.
 */
export function tell(
  name: string,
  what: string,
  counts: Readonly<Record<string, number>>,
  possible: number,
): void {
  const sum = Object.values(counts).reduce((total, count) => total + count, 0);
  const { length } = Object.keys(counts);
  const json = JSON.stringify({ [what]: sum, possible, seed: ALL ? null : SEED, counts });
  process.stdout.write(`${name}: ${sum} ${what}, ${length} jobs ${json}\n`);
}
