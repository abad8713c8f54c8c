import { cells as enCells } from './en/cells.ts';
import { general as enGeneral } from './en/general.ts';
import { imports as enImports } from './en/imports.ts';
import { review as enReview } from './en/review.ts';
import { fill } from './fill.ts';
import { cells as zhCells } from './zh-CN/cells.ts';
import { general as zhGeneral } from './zh-CN/general.ts';
import { imports as zhImports } from './zh-CN/imports.ts';
import { review as zhReview } from './zh-CN/review.ts';

const TABLES = {
  en: { ...enGeneral, ...enCells, ...enImports, ...enReview },
  'zh-CN': { ...zhGeneral, ...zhCells, ...zhImports, ...zhReview },
} as const;

export type Language = keyof typeof TABLES;
export type TextCode = keyof (typeof TABLES)['en'];

/**
 * A sentence in a language.
 * @param language Language of the reader.
 * @param code Code of the sentence.
 * @param values Fillings of its placeholders, formatted already.
 * @example say('en', 'REVIEW_WRITTEN', { period: '2026-W47' }) //=> 'The review 2026-W47 is in its tab.'
 */
export function say(
  language: Language,
  code: TextCode,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(TABLES[language][code], values);
}

/** Whether a code has a sentence; codes of issues come from the domain as plain text. */
export function isTextCode(code: string): code is TextCode {
  return Object.keys(TABLES.en).includes(code);
}
