import { accountKey, accountParts } from '../keys.ts';
import type { ContentInfo } from './contents.ts';

/** Keys of accounts by what names their content: its id, and its platform with its id. */
export type Owners = ReadonlyMap<string, string | null>;

/**
 * Account's keys by content; what several accounts have names none.
 * @param contents By key of the content.
 */
export function accountsByContent(contents: ReadonlyMap<string, ContentInfo>): Owners {
  const found = new Map<string, string | null>();
  const learn = (name: string, account: string): void => {
    const known = found.get(name);
    found.set(name, known !== undefined && known !== account ? null : account);
  };
  for (const [key, { account }] of contents) {
    const content = key.slice(account.length + 1);
    learn(content, account);
    learn(accountKey(accountParts(account).platform, content), account);
  }
  return found;
}

/** Key of the account that has a piece of content: that of the row's own platform, else the only one. */
export function ownerOf(owners: Owners, platform: string, content: string): string | null {
  return owners.get(accountKey(platform, content)) ?? owners.get(content) ?? null;
}
