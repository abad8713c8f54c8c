import { isoDate } from '../kpi/calendar.ts';
import type { Issue } from '../kpi/issue.ts';

/** Counts the rows of a file that keep what a newer one had set. */
export class Kept {
  private count = 0;
  private asOf = 0;

  /** @param newer As-of day of the newer file. */
  add(newer: number): void {
    this.count++;
    this.asOf = Math.max(this.asOf, newer);
  }

  /** The note NEWER_FILE_KEPT, where there is such a row. */
  notes(): Issue[] {
    if (this.count === 0) return [];
    return [{ code: 'NEWER_FILE_KEPT', expected: isoDate(this.asOf), values: { count: this.count } }];
  }
}
