import type { Figure } from '../scripts/figures.ts';

/**
 * Prints a line for people, which `npm run proof` shows.
 * @param name How the line begins.
 * @param text What was tried, with its counts.
 * @param part Of what, where several tests tell of the same.
 */
export function tellFigure(name: Figure, text: string, part?: string): void {
  process.stdout.write(`${name}${part === undefined ? '' : `, ${part}`}: ${text}\n`);
}
