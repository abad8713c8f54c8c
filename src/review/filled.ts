import type { Review } from './model.ts';

type Known = Pick<Review, 'tree' | 'coverage'>;

/** How many files of its period a review has: none, some, or every day of every account. */
export type Filled = 'none' | 'part' | 'all';

/** Whether all files of a review are in. */
export function isCovered({ coverage }: Pick<Review, 'coverage'>): boolean {
  return coverage.length > 0 && coverage.every(({ missing }) => missing.length === 0);
}

/** Whether the goal has a figure; what is below it may have one of no file, such as a constant or a typed cost. */
function hasGoal({ tree }: Pick<Review, 'tree'>): boolean {
  return tree[0] !== undefined && tree[0].actual.value !== null;
}

/**
 * How many files of its period a review has.
 * @example filledOf({ tree: [], coverage: [] }) //=> 'none'
 */
export function filledOf(review: Known): Filled {
  if (isCovered(review)) return 'all';
  return hasGoal(review) || review.coverage.some(({ days }) => days > 0) ? 'part' : 'none';
}

/** Whether a review has a goal and cannot say how it did before files are in that somebody can bring. */
export function awaitsFiles(review: Known): boolean {
  return review.tree.length > 0 && review.coverage.some(({ isAwaited }) => isAwaited) && !hasGoal(review);
}
