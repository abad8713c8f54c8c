import { say } from '../text/index.ts';
import { listed } from '../text/row.ts';
import { textOfCell } from '../workbook/cells.ts';
import { cells, type Table, type Tables } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import { accountLabel } from './account-label.ts';
import { platformOf, readAccounts } from './facts/accounts.ts';
import { readImported } from './imported.ts';
import { accountKey, accountParts } from './keys.ts';
import type { Period } from './period.ts';

/** What `lackingFiles` reads: cheap enough for whoever opens the sidebar. */
export const LACKING_NEEDS = {
  accounts: ['platform', 'id', 'name', 'state'],
  imports: ['format', 'platform', 'account', 'from', 'to', 'undone'],
} as const;

/** By the import log alone; before a first file nothing is waited for. */
function accountsIn(accounts: Table, log: Table, end: number, language: Language): string[] {
  const known = readAccounts(accounts);
  const keyAt = (row: number): string =>
    accountKey(platformOf(cells(log, 'platform')[row]), textOfCell(cells(log, 'account')[row]));
  const { recent, others } = readImported(log, keyAt, end);
  const isOpen = (key: string): boolean => known.get(key)?.isClosed !== true;
  const nameOf = (key: string): string => known.get(key)?.name ?? accountParts(key).id;
  if (recent.size === 0) {
    // Of an account that only ever had orders and the like no file with days is waited for.
    const isWaited = (key: string): boolean => isOpen(key) && others.get(key)?.isAll !== true;
    return log.rows === 0 ? [] : [...known.keys()].filter(isWaited).map(nameOf);
  }
  return [...recent].flatMap(([key, kinds]) => {
    const late = [...kinds].filter(([, { latest }]) => isOpen(key) && latest < end);
    return late.map(([kind]) =>
      accountLabel(language, { account: nameOf(key), ...(kinds.size > 1 ? { kind } : {}) }),
    );
  });
}

/**
 * Which accounts' files the review of a period still lacks.
 * @param tables Sheets `accounts` and `imports`.
 * @param period The period.
 * @param language Language of the sentence.
 * @returns A sentence; empty where none is lacking.
 */
export function lackingFiles(
  { accounts, imports }: Tables,
  { label: period, to }: Period,
  language: Language,
): string {
  if (accounts === undefined || imports === undefined) return '';
  const names = listed(accountsIn(accounts, imports, to, language), language);
  return names === '' ? '' : say(language, 'PERIOD_LACKS', { period, accounts: names });
}
