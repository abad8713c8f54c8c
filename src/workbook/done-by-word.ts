import type { Cell } from '../kpi/issue.ts';
import { choiceKey } from './choices.ts';
import { ACTION_STATUSES, CONTENT_STATUSES } from './sheets/choices.ts';

const WORDS = [...ACTION_STATUSES, ...CONTENT_STATUSES];

/**
 * What a status word, of an action or of content, says of being done.
 * @param cell Cell with the word, in any language.
 * @returns TRUE or FALSE; "aside" for what nobody waits for any more; null for anything else.
 * @example doneByWord('暂停') //=> 'aside'
 */
export function doneByWord(cell: Cell | undefined): boolean | 'aside' | null {
  const key = choiceKey(WORDS, cell);
  if (key === null) return null;
  if (key === 'dropped' || key === 'paused') return 'aside';
  return key === 'done' || key === 'published';
}
