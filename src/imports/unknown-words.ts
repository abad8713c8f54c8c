import type { Issue } from '../kpi/issue.ts';
import { textOfCell } from '../workbook/cells.ts';
import { choiceKey } from '../workbook/choices.ts';
import { sheetTemplate } from '../workbook/sheets/index.ts';
import type { Language } from '../workbook/template.ts';
import type { ExportRows } from './read-export.ts';
import type { Recognition } from './recognise.ts';

/** So many words are named; more say no more. */
const NAMED = 5;

/** Dropdowns whose words are taken as they stand; other words of a file are understood by rules of their own. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  costs: ['component', 'allocation'],
  comments: ['sentiment', 'severity'],
};

/**
 * Words of a file that stand for none of a dropdown's choices.
 * @param rows Rows of the file.
 * @param recognition What the file is.
 * @param language Language of the workbook's dropdowns.
 * @returns An issue WORD_UNKNOWN for each such column, with the words and what would be right.
 */
export function unknownWords(rows: ExportRows, recognition: Recognition, language: Language): Issue[] {
  const { goal } = recognition.format;
  return (COLUMNS[goal] ?? []).flatMap((field): Issue[] => {
    const choices = sheetTemplate(goal).columns.find(({ key }) => key === field)?.choices ?? [];
    const words = (rows.fields[field] ?? []).map(textOfCell).filter((word) => word !== '');
    const unknown = [...new Set(words)].filter((word) => choiceKey(choices, word) === null);
    if (unknown.length === 0) return [];
    const between = language === 'zh-CN' ? '、' : ', ';
    const column = recognition.columns.find((mapped) => mapped.column.field === field)?.header ?? field;
    const found = unknown.slice(0, NAMED).join(between) + (unknown.length > NAMED ? ' …' : '');
    const expected = choices.map((choice) => choice.words[language]).join(between);
    return [{ code: 'WORD_UNKNOWN', found, expected, values: { column } }];
  });
}
