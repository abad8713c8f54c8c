import { buildReview } from '../../src/review/build.ts';
import type { Review } from '../../src/review/model.ts';
import { type SampleData, sampleTables } from '../../src/sample/index.ts';
import { address, type Rows, tablesOf } from '../review/support.ts';

/** Sunday 2026-11-22. */
export const LAST_DAY = 46348;

export function sampleOf(seed: number, story: boolean, weeks: number): SampleData {
  return sampleTables({ seed, lastDay: LAST_DAY, story, language: 'en', weeks });
}

/**
 * Reviews of the sample's weeks.
 * @param data The sample; it is read once.
 * @returns A function of weeks back from the last one, and of what the weeks before have said.
 */
export function reviewsOf(data: SampleData): (back: number, said: ReadonlyMap<string, number>) => Review {
  const rows = Object.fromEntries(data.tables.map((table) => [table.sheet, table.rows])) as Rows;
  const tables = tablesOf(rows);
  return (back, said) => {
    const monday = LAST_DAY - 6 - 7 * back;
    const [today, now] = [monday + 7, monday + 7.4];
    const input = { tables, address, monday, today, now, said, issues: [], explanations: new Map() };
    return buildReview({ ...input, state: 'draft' }).review;
  };
}
