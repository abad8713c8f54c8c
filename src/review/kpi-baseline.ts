import type { Figures } from './figures.ts';
import type { KpiNode } from './nodes.ts';
import type { Span } from './periods.ts';
import { wholeFigure } from './whole-figure.ts';

/** So many weeks make the baseline of targets, and so far back they are looked for. */
const WEEKS = 4;
const LOOK_BACK = 13;
export const BASELINE_DAYS = 7 * WEEKS;

/**
 * The latest four weeks in a row on whose every day the goal is known.
 * @param root The goal. @param monday Monday of the last whole week.
 * @returns The weeks; null where there are none.
 */
export function baselineWeeks(figures: Figures, root: KpiNode, monday: number): Span | null {
  for (let back = 0; back + WEEKS <= LOOK_BACK; back++) {
    const to = monday + 6 - 7 * back;
    const span = { from: to - BASELINE_DAYS + 1, to };
    if (wholeFigure(figures, root, span) !== null) return span;
  }
  return null;
}
