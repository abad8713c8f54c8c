import { type Language, say, type TextCode } from '../src/text/index.ts';
import type { Trouble } from './server.ts';

/** Says a sentence in the language of the sidebar. */
export type Say = (code: TextCode, values?: Readonly<Record<string, string | number>>) => string;

/** Language of the browser, used until the spreadsheet has one. */
export function browserLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

export function sayIn(language: Language): Say {
  return (code, values) => say(language, code, values);
}

/**
 * A sentence with a count, in the singular where the language has one.
 * @param one Code for a count of one.
 * @param many Code for all other counts; its placeholder is `{count}`.
 * @param values Fillings of further placeholders.
 */
export function sayCount(
  language: Language,
  count: number,
  one: TextCode,
  many: TextCode,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return say(language, count === 1 ? one : many, { ...values, count: formatCount(language, count) });
}

/** @example formatCount('en', 12345) //=> '12,345' */
export function formatCount(language: Language, count: number): string {
  return new Intl.NumberFormat(language).format(count);
}

/** What went wrong, and a hint where there is one. */
export function troubleText(words: Say, trouble: Trouble): { sentence: string; hint?: string } {
  switch (trouble.kind) {
    case 'said':
      return { sentence: trouble.sentence };
    case 'empty':
      return { sentence: words('UI_EMPTY_ANSWER'), hint: words('UI_ACCOUNTS_HINT') };
    case 'authorisation':
      return { sentence: words('UI_NO_AUTHORISATION'), hint: words('UI_ACCOUNTS_HINT') };
    case 'connection':
      return { sentence: words('UI_NO_CONNECTION') };
    case 'silent':
      return { sentence: words('UI_NO_ANSWER') };
    case 'outside':
      return { sentence: words('UI_NOT_IN_SHEETS') };
    case 'failed':
      return { sentence: words('UI_CALL_FAILED', { message: trouble.message }) };
  }
}
