// Formulas of computed columns. Ranges begin at the header: one that began below it would slip by a row, and so would
// all results, as soon as someone inserts a row right under the header.
import { quoted } from './a1.ts';
import type { ColumnReference, ColumnTemplate, Language } from './template.ts';

/**
 * The value of a setting, in a formula: found by its key, so that settings may be sorted, moved and renamed.
 * @param at Names columns.
 * @param key Key of the setting.
 * @returns Part of a formula; empty where the workbook lacks the setting.
 * @example settingIn(at, 'as_of')
 *   //=> `IFERROR(INDEX('Settings'!$B$1:$B;MATCH("as_of";'Settings'!$D$1:$D;0));"")`
 */
export function settingIn(at: ColumnReference, key: string): string {
  return `IFERROR(INDEX(${at('value', 'settings')};MATCH(${quoted(key)};${at('key', 'settings')};0));"")`;
}

/**
 * What stands in the header cell of a computed column: its title, with the total where it has one, stacked on the
 * results without the one of the header's own row.
 * @param column Column of the template, with a formula.
 * @param language Language of the title.
 * @param at Names the columns that the formula takes.
 * @returns The formula; sorting, filtering, and inserting rows or columns leave it right.
 */
export function computedHeader(column: ColumnTemplate, language: Language, at: ColumnReference): string {
  const references: string[] = [];
  const noting: ColumnReference = (key, sheet) => {
    const reference = at(key, sheet);
    if (sheet === undefined) references.push(reference);
    return reference;
  };
  const results = column.formula?.(noting, language) ?? '';
  const rows = `CHOOSEROWS(${results};SEQUENCE(ROWS(${references[0] ?? '$A$1:$A'})-1;1;2))`;
  const title = quoted(column.header[language]);
  const total = `&CHAR(10)&"Σ "&ROUND(SUM(${rows});0)`;
  return `=VSTACK(${title}${column.total ? total : ''};${rows})`;
}
