import type { Review } from '../model.ts';
import type { Grid } from './grid.ts';

/** Section 7. */
export function renderPeople(_grid: Grid, _review: Review): void {}
