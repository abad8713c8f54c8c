import type { Review } from '../model.ts';
import type { Grid } from './grid.ts';

/** Section 9. */
export function renderExperiments(_grid: Grid, _review: Review): void {}
