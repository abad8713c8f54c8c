/** What a job asks of Google's services where nothing fails. */
import type { Reference } from './explore.ts';

export type Calls = {
  readonly calls: number;
  /** Reads of the spreadsheet: of its metadata, and of values. */
  readonly reads: number;
  /** Changes of the spreadsheet, each of which is made as a whole or not at all. */
  readonly writes: number;
  readonly by: Readonly<Record<string, number>>;
};

const READ = /^Sheets\.Spreadsheets\.(?:get|Values\.batchGetByDataFilter)$/;
const WRITE = /^Sheets\.Spreadsheets\.(?:Values\.)?batchUpdate$/;

/** The calls of all executions of a job, by method in the order in which they first come. */
export function countCalls({ calls }: Pick<Reference, 'calls'>): Calls {
  const all = calls.flat();
  const by: Record<string, number> = {};
  for (const method of all) by[method] = (by[method] ?? 0) + 1;
  const like = (pattern: RegExp): number => all.filter((method) => pattern.test(method)).length;
  return { calls: all.length, reads: like(READ), writes: like(WRITE), by };
}
