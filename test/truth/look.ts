import type { Comparison } from './compare.ts';
import type { Database, Row } from './database.ts';
import type { Section } from './tab.ts';
import type { Titles } from './titles.ts';

/** Compares a section of the tab, cell by cell, with the database. */
export type Look = (section: Section, db: Database, t: Titles, check: Comparison) => Promise<void>;

/** Rows of a query by one of its columns. */
export const by = (rows: readonly Row[], column: string): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [String(row[column]), row]));
