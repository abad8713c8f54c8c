/** How much is tried, and what is told of it. */
import type { Figure } from '../../scripts/figures.ts';
import { tellFigure } from '../figures.ts';

/** `FAULTS=all` tries everything, which takes minutes; else a share is drawn, another one for another `FAULTS_SEED`. */
export const ALL = process.env.FAULTS === 'all';
export const SEED = Number(process.env.FAULTS_SEED ?? 20261126);

/**
 * A line for people, with what was tried of what as JSON at its end.
 * @param counts How much of each.
 * @param possible How much there is of all.
 * @param part Of what, where several tests tell of the same.
 */
export function tell(
  name: Figure,
  what: string,
  counts: Readonly<Record<string, number>>,
  possible: number,
  part?: string,
): void {
  const sum = Object.values(counts).reduce((total, count) => total + count, 0);
  const { length } = Object.keys(counts);
  const json = JSON.stringify({ [what]: sum, possible, seed: ALL ? null : SEED, counts });
  tellFigure(name, `${sum} ${what}, ${length} jobs ${json}`, part);
}
