import type { Review } from '../model.ts';
import type { Grid } from './grid.ts';

/** Section 6. */
export function renderWeak(_grid: Grid, _review: Review): void {}
