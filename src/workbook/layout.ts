import { columnLetters } from './a1.ts';
import type { SheetPlace } from './map.ts';
import type { ColumnReference, ColumnRule } from './template.ts';

/** Where a sheet and its columns are, or will be once a batch is through. */
export type LaidOut = Pick<SheetPlace, 'sheetId' | 'title' | 'columns'>;
export type Layout = ReadonlyMap<string, LaidOut>;

function quotedTitle(title: string): string {
  return `'${title.replace(/'/g, "''")}'`;
}

/**
 * The column that a rule takes its values from, as a formula of a data validation.
 * @param layout Where the sheets are.
 * @param rule Rule of a column.
 * @returns Such as `='Team'!$A$2:$A`; undefined for other rules, and where the workbook has no such column.
 */
export function listFormula(layout: Layout, rule: ColumnRule | undefined): string | undefined {
  if (rule === undefined || !('oneOf' in rule)) return undefined;
  const [key, column] = rule.oneOf;
  const sheet = layout.get(key);
  const position = sheet?.columns.get(column);
  if (sheet === undefined || position === undefined) return undefined;
  return `=${quotedTitle(sheet.title)}!${openRange(position)}`;
}

function openRange(position: number): string {
  const letters = columnLetters(position);
  return `$${letters}$2:$${letters}`;
}

function wholeRange(position: number): string {
  const letters = columnLetters(position);
  return `$${letters}$1:$${letters}`;
}

/**
 * Names columns in the formulas of a sheet, header included, by the places that they have in this workbook.
 * @param layout Where the sheets are.
 * @param own Key of the sheet that holds the formula.
 * @returns A function of column key and, for other sheets, sheet key; it throws a RangeError for a column that the
 *   layout does not have, which is a fault of a template.
 * @example referencesIn(layout, 'tree')('name', 'team') //=> "'Team'!$A$1:$A"
 */
export function referencesIn(layout: Layout, own: string): ColumnReference {
  return (column, key = own) => {
    const sheet = layout.get(key);
    const position = sheet?.columns.get(column);
    if (sheet === undefined || position === undefined) throw new RangeError(`No column "${key}.${column}"`);
    return key === own ? wholeRange(position) : `${quotedTitle(sheet.title)}!${wholeRange(position)}`;
  };
}
