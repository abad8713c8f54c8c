import { KIND_NONE } from '../../kpi/facts.ts';
import { EXPECTED_FOR, type Imported } from '../imported.ts';
import type { ContentInfo } from './contents.ts';
import type { Items } from './items.ts';

/**
 * Accounts on which something happened in the eight weeks up to the end of the reviewed period.
 * @param items Accounts of the rows.
 * @param rows Kind and last day of each row.
 * @param contents Content by key.
 * @param files Files of these weeks, by key of the account.
 * @param end Last day of the period.
 */
export function activeAccounts(
  { accountNames, accounts }: Items,
  { kinds, to }: { readonly kinds: Uint8Array; readonly to: Float64Array },
  contents: ReadonlyMap<string, ContentInfo>,
  files: Imported,
  end: number,
): Set<string> {
  const active = new Set(files.keys());
  const since = end - EXPECTED_FOR;
  const isActive = new Uint8Array(accountNames.length);
  for (let row = 0; row < to.length; row++) {
    if (kinds[row] !== KIND_NONE && (to[row] as number) > since) isActive[accounts[row] as number] = 1;
  }
  for (const [account, name] of accountNames.entries()) if (isActive[account] === 1) active.add(name);
  for (const { published, account } of contents.values()) {
    if (published !== null && published > since && published <= end) active.add(account);
  }
  return active;
}
