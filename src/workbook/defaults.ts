import { choiceWord } from './choices.ts';
import type { RowValues } from './table.ts';
import type { Language, SheetTemplate } from './template.ts';

/**
 * A row that is added, with the template's defaults where it says nothing; a value of `null` says that the cell is to
 * be empty.
 * @param template Sheet of the row.
 * @param row Values by column key.
 * @param language Language of dropdown words.
 * @returns The row itself where it has all that has a default.
 * @example withDefaults(ACTIONS, { action: 'Call' }, 'en') //=> { action: 'Call', status: 'Open' }
 */
export function withDefaults(template: SheetTemplate, row: RowValues, language: Language): RowValues {
  const lacking = template.columns.filter((column) => column.default !== undefined && !(column.key in row));
  if (lacking.length === 0) return row;
  const values = lacking.map(({ key, choices, default: value = null }) => {
    const isWord = choices !== undefined && typeof value === 'string';
    return [key, isWord ? choiceWord(choices, value, language) : value] as const;
  });
  return { ...row, ...Object.fromEntries(values) };
}
