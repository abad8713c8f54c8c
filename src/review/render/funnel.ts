import type { Review } from '../model.ts';
import type { Grid } from './grid.ts';

/** Section 5. */
export function renderFunnel(_grid: Grid, _review: Review): void {}
