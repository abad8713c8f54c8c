import type { calls } from '../src/text/en/calls.ts';
import type { Trouble } from './server.ts';

/** Says a sentence that every page has. */
export type CallSay = (
  code: keyof typeof calls,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** What went wrong, and a hint where there is one. */
export function troubleText(words: CallSay, trouble: Trouble): { sentence: string; hint?: string } {
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
