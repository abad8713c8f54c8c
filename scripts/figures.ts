/** Lines of tests and scripts that tell a figure on which the add-on may be trusted: what `npm run proof` prints. */

/** How a line begins that a test prints; `test/figures.ts` prints them. */
export const FIGURES = [
  'faults',
  'rivals',
  'hands',
  'weeks',
  'story',
  'quiet',
  'figures',
  'hostile',
  'permissions',
  'endpoints',
  'regular expressions',
  'first run',
] as const;
export type Figure = (typeof FIGURES)[number];

const LINE = new RegExp(`^(?:${FIGURES.join('|')})\\b[^:]*: `);

/**
 * Whether a line of an output tells a figure: JSON, what a test tried, how many tests there were, or rules that are held.
 * @example isFigure('quiet: 5 teams × 20 weeks, 2 call-outs') //=> true
 */
export const isFigure = (line: string): boolean =>
  LINE.test(line) || /^(?:\{"|Tests: |FAIL )|\d rules are held by a test$/.test(line);
