import { say, type TextCode, type Voice } from '../text/index.ts';
import type { FileKind } from './file-kinds.ts';
import type { AccountCoverage } from './model.ts';

const KIND_WORDS: Readonly<Record<FileKind, TextCode>> = {
  content: 'FILES_CONTENT',
  live: 'FILES_LIVE',
  days: 'FILES_DAYS',
};

/**
 * An account as sentences name it, with the kind of its files where it has several.
 * @param voice Who speaks.
 * @param coverage The account and the kind.
 * @example accountLabel('en', { account: 'Shop SG', kind: 'live', … }) //=> 'Shop SG · LIVE'
 */
export function accountLabel(
  voice: Voice,
  { account, kind }: Pick<AccountCoverage, 'account' | 'kind'>,
): string {
  return kind === undefined ? account : `${account} · ${say(voice, KIND_WORDS[kind])}`;
}
