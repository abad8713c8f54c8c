import { isoDate } from '../kpi/calendar.ts';
import type { Issue } from '../kpi/issue.ts';
import type { Days } from './format.ts';
import type { ExportRows } from './read-export.ts';

/**
 * Refuses an as-of day that is still to come: the next real file would be filed before it, and its days with it.
 * @param asOf As-of day, serial day.
 * @param today Today in the spreadsheet's zone, serial day.
 * @returns The issue AS_OF_IN_FUTURE; null when the day may be.
 */
export function refuseAsOf(asOf: number, today: number): Issue | null {
  if (asOf <= today) return null;
  return { code: 'AS_OF_IN_FUTURE', found: isoDate(asOf), expected: isoDate(today - 1) };
}

function publishedAfter({ content, rowNumbers }: ExportRows, asOf: number): Issue[] {
  let count = 0;
  let first = -1;
  (content.published ?? []).forEach((cell, row) => {
    if (typeof cell !== 'number' || Math.floor(cell) <= asOf) return;
    count++;
    if (first < 0) first = row;
  });
  if (count === 0) return [];
  return [{ code: 'PUBLISHED_AFTER_AS_OF', values: { count, row: rowNumbers[first] ?? 0 } }];
}

/**
 * What speaks for a wrong as-of day.
 * @param rows Rows of the file.
 * @param asOf As-of day, serial day.
 * @param today Today in the spreadsheet's zone, serial day.
 * @param days Where the format has its days from.
 * @returns Warnings: AS_OF_TODAY (the day is not over), PUBLISHED_AFTER_AS_OF (content that is younger).
 */
export function doubtAsOf(rows: ExportRows, asOf: number, today: number, days: Days): Issue[] {
  if (days === 'row') return []; // each row says its own day
  const isToday: Issue[] = asOf === today ? [{ code: 'AS_OF_TODAY', expected: isoDate(today - 1) }] : [];
  return [...isToday, ...publishedAfter(rows, asOf)];
}
