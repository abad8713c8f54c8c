import type { Cell } from '../kpi/issue.ts';
import { type Choice, LANGUAGES, type Language } from './template.ts';

/**
 * What a dropdown cell means: people may have set up the workbook in one language and typed in another.
 * @param choices Values of the column.
 * @param cell Cell as read.
 * @returns Key of the choice, by its key or its word in any language, without regard to case and outer spaces;
 *   null for an empty cell and for anything else.
 * @example choiceKey(FACT_KINDS, '累计值') //=> 'cumulative'
 */
export function choiceKey(choices: readonly Choice[], cell: Cell | undefined): string | null {
  if (typeof cell !== 'string') return null;
  const wanted = cell.trim().toLowerCase();
  if (wanted === '') return null;
  const found = choices.find(
    (each) =>
      each.key.toLowerCase() === wanted ||
      LANGUAGES.some((language) => each.words[language].toLowerCase() === wanted),
  );
  return found?.key ?? null;
}

/**
 * What stands in a dropdown cell.
 * @param choices Values of the column.
 * @param key Key of the choice.
 * @param language Language of the workbook.
 * @returns The word; the key itself where no choice has it, so that a person's own word stays as it was typed.
 * @example choiceWord(FACT_KINDS, 'cumulative', 'en') //=> 'Total to date'
 */
export function choiceWord(choices: readonly Choice[], key: string, language: Language): string {
  return choices.find((each) => each.key === key)?.words[language] ?? key;
}
