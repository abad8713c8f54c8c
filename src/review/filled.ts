import type { Review } from './model.ts';

/** How much of its period a review knows: no KPI has a figure, some days of some account lack, or none. */
export type Filled = 'none' | 'part' | 'all';

/** Whether all files of a review are in: every account has every day. */
export function isCovered({ coverage }: Pick<Review, 'coverage'>): boolean {
  return coverage.length > 0 && coverage.every(({ missing }) => missing.length === 0);
}

/** Whether a KPI has a figure of the period. */
export function isMeasured({ tree }: Pick<Review, 'tree'>): boolean {
  return tree.some(({ actual }) => actual.value !== null);
}

/** Whether a review says nothing yet, and will once files are in. */
export function awaitsFigures(review: Pick<Review, 'tree' | 'coverage'>): boolean {
  return !isMeasured(review) && !isCovered(review);
}

/**
 * How much of its period a review knows.
 * @example filledOf({ tree: [], coverage: [] }) //=> 'none'
 */
export function filledOf(review: Pick<Review, 'tree' | 'coverage'>): Filled {
  if (!isMeasured(review)) return 'none';
  return isCovered(review) ? 'all' : 'part';
}
