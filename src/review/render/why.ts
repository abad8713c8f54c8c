import type { Review } from '../model.ts';
import type { Grid } from './grid.ts';

/** Section 3. */
export function renderWhy(_grid: Grid, _review: Review): void {}
