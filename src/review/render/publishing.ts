import type { Review } from '../model.ts';
import type { Grid } from './grid.ts';

/** Section 10. */
export function renderPublishing(_grid: Grid, _review: Review): void {}
