import type { Figures } from './figures.ts';
import type { Figure } from './model.ts';
import type { KpiNode } from './nodes.ts';
import type { Span } from './periods.ts';

/** The value of a figure; null where a day of its period was not measured. */
export function wholeValue({ value, days, of }: Pick<Figure, 'value' | 'days' | 'of'>): number | null {
  return days === of ? value : null;
}

/** The figure of a KPI in a span; null where a day of it was not measured. */
export function wholeFigure(
  figures: Pick<Figures, 'figure'>,
  node: KpiNode,
  { from, to }: Span,
): number | null {
  return wholeValue(figures.figure(node, from, to));
}
