import type { Cell, Issue } from '../kpi/issue.ts';

/** A sheet as plain columns. Index 0 is sheet row 2; every column has `rows` cells, `null` where empty. */
export type Table = {
  /** Key of the template, such as `performance`. */
  readonly key: string;
  /** Title as people see it now. */
  readonly title: string;
  /** Number of rows up to the last filled cell of the columns read. */
  readonly rows: number;
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
  /** What was met on reading and needs no reader to be known: failed formulas, dates that could be two days. */
  readonly issues?: readonly Issue[];
  /** Why its rows cannot be told from its headers. */
  readonly headerFault?: Issue;
};

export type Tables = Readonly<Record<string, Table>>;

/**
 * Columns as they were entered, by sheet and column key: formulas as their texts, and what is typed as it stands. Index
 * 0 is sheet row 2; a column may be shorter than its table.
 */
export type Entered = Readonly<Record<string, Readonly<Record<string, readonly Cell[]>>>>;

/** Values of a row by column key; `null` empties the cell, a missing key leaves it as it is. Dates are serial numbers. */
export type RowValues = Readonly<Record<string, Cell>>;

/** What a job wants to change in one template sheet. */
export type TableChange = {
  readonly sheet: string;
  /** Written below the last filled row. */
  readonly appends: readonly RowValues[];
  /** `index` counts data rows from 0 (sheet row = index + 2). */
  readonly updates: readonly { readonly index: number; readonly values: RowValues }[];
  /** Data rows to take out, after everything else; `index` as of `updates`. */
  readonly removals?: readonly number[];
};

/** Columns that were not read, of which one serves a table: readers ask for them cell by cell. */
const NOT_READ = new WeakMap<Table, readonly Cell[]>();

function notRead(table: Table): readonly Cell[] {
  const column = NOT_READ.get(table) ?? new Array<Cell>(table.rows).fill(null);
  NOT_READ.set(table, column);
  return column;
}

/**
 * A column of a table.
 * @param table Table as read.
 * @param key Column key.
 * @returns Its cells; a column that was not read is all empty.
 */
export function cells(table: Table, key: string): readonly Cell[] {
  return table.columns[key] ?? notRead(table);
}

/**
 * A table without rows, for sheets that do not exist in a workbook.
 * @param key Key of the template.
 * @param title Title to name it by.
 * @returns The table.
 */
export function emptyTable(key: string, title: string): Table {
  return { key, title, rows: 0, columns: {} };
}
