import { textOfCell } from '../workbook/cells.ts';
import { currencyOfCell } from '../workbook/currencies.ts';
import { PLATFORMS } from '../workbook/sheets/choices.ts';
import { cells, type Table } from '../workbook/table.ts';
import { twinOf } from '../workbook/twin-platforms.ts';
import { choiceReader } from './keys.ts';

/**
 * Content of a platform that the workbook has.
 * @param content The sheet `content`.
 * @param platform Key of the platform.
 * @returns The account of each by its id; empty for content without one.
 */
export function knownContent(content: Table, platform: string): Map<string, string> {
  const platformOf = choiceReader(PLATFORMS);
  const platforms = cells(content, 'platform');
  const accounts = cells(content, 'account');
  const found = new Map<string, string>();
  const twin = twinOf(platform);
  cells(content, 'id').forEach((id, row) => {
    const own = platformOf(platforms[row]);
    // Videos of a twin platform are of one id.
    if (own === platform || (own !== null && own === twin && !found.has(textOfCell(id))))
      found.set(textOfCell(id), textOfCell(accounts[row]));
  });
  return found;
}

/**
 * The currencies of accounts.
 * @param accounts The sheet `accounts`.
 * @returns A function of a platform's key and an account's id: ISO code; empty where none is known.
 */
export function accountCurrencies(accounts: Table): (platform: string, account: string) => string {
  const platformOf = choiceReader(PLATFORMS);
  const [platforms, currencies] = [cells(accounts, 'platform'), cells(accounts, 'currency')];
  const found = new Map<string, string>();
  cells(accounts, 'id').forEach((id, row) => {
    const key = `${platformOf(platforms[row])} ${textOfCell(id).toLowerCase()}`;
    found.set(key, currencyOfCell(currencies[row]));
  });
  return (platform, account) => found.get(`${platform} ${account.toLowerCase()}`) ?? '';
}
