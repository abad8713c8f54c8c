import { type Language, say } from '../text/index.ts';
import { CELL_LIMIT } from '../workbook/cells.ts';

/** What Google says of a person's rights and permissions, in its one language, and what that means. */
const MEANINGS = [
  [/The caller does not have permission/, 'NO_EDIT_RIGHT'],
  [/protected cell or object/, 'CELLS_PROTECTED'],
  [/above the limit of 10000000 cells/, 'WORKBOOK_FULL'],
  [/more than the maximum of 50000 characters/, 'TEXT_TOO_LONG'],
  [
    /Specified permissions are not sufficient|insufficient authentication scopes|Authorization is required|You do not have permission to call/,
    'PERMISSION_LACKING',
  ],
] as const;

/**
 * The sentence for what a service of Google answered.
 * @param language Language of the reader.
 * @param message In Google's words, which are given as they are where their meaning is not known.
 */
export function serviceSentence(language: Language, message: string): string {
  const [, code = 'SERVICE_FAILED'] = MEANINGS.find(([words]) => words.test(message)) ?? [];
  // Of several scopes that would do, the add-on's manifest has the last.
  const scope = /^.*auth\/([\w.]+)/s.exec(message)?.[1] ?? 'spreadsheets';
  return say(language, code, { message, scope, most: CELL_LIMIT });
}
