/** Stands between the parts of a key; no platform, account or content id holds a control character. */
const BETWEEN = '\u001f';

/** Key of an account: two platforms may have accounts of one id. */
export function accountKey(platform: string, account: string): string {
  return platform + BETWEEN + account;
}

/** The parts of an account's key. */
export function accountParts(key: string): { readonly platform: string; readonly id: string } {
  const end = key.indexOf(BETWEEN);
  return { platform: key.slice(0, end), id: key.slice(end + 1) };
}

/** Key of a piece of content: its account's key, and its id. */
export function contentKey(account: string, content: string): string {
  return account + BETWEEN + content;
}

/** Account's key of a content's key. */
export function accountOfContent(key: string): string {
  return key.slice(0, key.lastIndexOf(BETWEEN));
}
