import type { Review } from '../model.ts';
import type { Grid } from './grid.ts';

/** Section 8. */
export function renderGuards(_grid: Grid, _review: Review): void {}
