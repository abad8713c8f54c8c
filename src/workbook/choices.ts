import type { Cell } from '../kpi/issue.ts';
import { type Choice, LANGUAGES, type Language } from './template.ts';

const wordsOf = new WeakMap<readonly Choice[], ReadonlyMap<string, string>>();

/** Chinese input methods type full-width letters and signs; they mean the same. */
function usual(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase();
}

/** Key by word, made once for each column's choices: a sheet asks for every one of its rows. */
function keysOf(choices: readonly Choice[]): ReadonlyMap<string, string> {
  const known = wordsOf.get(choices);
  if (known) return known;
  const keys = new Map<string, string>();
  for (const { key, words } of choices) {
    for (const word of [key, ...LANGUAGES.map((language) => words[language])]) {
      // As the dropdown writes it, too: then no cell of a long column has to be folded.
      for (const form of [usual(word), word]) if (!keys.has(form)) keys.set(form, key);
    }
  }
  wordsOf.set(choices, keys);
  return keys;
}

/**
 * What a dropdown cell means: people may have set up the workbook in one language and typed in another.
 * @param choices Values of the column.
 * @param cell Cell as read.
 * @returns Key of the choice, by its key or its word in any language, without regard to case, outer spaces and
 *   full-width forms; null for an empty cell and for anything else.
 * @example choiceKey(FACT_KINDS, '累计值') //=> 'cumulative'
 */
export function choiceKey(choices: readonly Choice[], cell: Cell | undefined): string | null {
  if (typeof cell !== 'string') return null;
  const keys = keysOf(choices);
  return keys.get(cell) ?? keys.get(usual(cell)) ?? null;
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
