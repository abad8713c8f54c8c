import type { Cell } from '../kpi/issue.ts';
import { cells, type RowValues, type Table } from './table.ts';
import type { SheetTemplate } from './template.ts';

/**
 * What people filled of a row, as one text; what the add-on fills does not count.
 * @param template The row's sheet.
 * @param at Value of a column by its key.
 */
export function fingerprint(template: SheetTemplate, at: (key: string) => Cell | undefined): string {
  return template.columns
    .filter((column) => column.formula === undefined && column.managed !== true)
    .map((column) => String(at(column.key) ?? ''))
    .join('\0');
}

/**
 * Whether a sheet holds these rows and no others, such as those of a run whose answer was lost.
 * @param table The sheet.
 * @param template Its template.
 * @param rows Rows in their order.
 * @example holdsRows(tables.tree, sheetTemplate('tree'), rows) //=> true
 */
export function holdsRows(table: Table, template: SheetTemplate, rows: readonly RowValues[]): boolean {
  if (table.rows !== rows.length) return false;
  return rows.every((row, index) => {
    const there = fingerprint(template, (key) => cells(table, key)[index]);
    return there === fingerprint(template, (key) => row[key]);
  });
}

/**
 * Those of some rows that a sheet does not hold yet.
 * @param table The sheet.
 * @param rows Rows that are to be added.
 * @param keys Columns by which a row is the same.
 */
export function newRows(
  table: Table,
  rows: readonly RowValues[],
  keys: readonly string[],
): readonly RowValues[] {
  const printOf = (at: (key: string) => Cell | undefined): string =>
    keys.map((key) => String(at(key) ?? '')).join('\0');
  const known = new Set(Array.from({ length: table.rows }, (_, i) => printOf((key) => cells(table, key)[i])));
  return rows.filter((row) => !known.has(printOf((key) => row[key])));
}
