import type { Cell } from '../../kpi/issue.ts';
import { textOfCell } from '../../workbook/cells.ts';
import { choiceKey } from '../../workbook/choices.ts';
import { currencyOfCell } from '../../workbook/currencies.ts';
import { ACCOUNT_STATES } from '../../workbook/sheets/accounts.ts';
import { PLATFORMS } from '../../workbook/sheets/choices.ts';
import { cells, type Table } from '../../workbook/table.ts';
import { accountKey } from '../keys.ts';

export type AccountInfo = {
  readonly platform: string;
  readonly id: string;
  readonly name: string;
  readonly market: string;
  readonly currency: string;
  /** Who answers for it, as typed: people or roles. */
  readonly owner: string;
  /** Nobody exports files of a closed account any more, and none are missed. */
  readonly isClosed: boolean;
};

/** Key of a platform, or the word that a person typed for another one. */
export function platformOf(cell: Cell | undefined): string {
  return choiceKey(PLATFORMS, cell) ?? textOfCell(cell);
}

/**
 * The accounts of a workbook.
 * @param table The sheet `accounts`.
 * @returns By key of the account; of two rows of an account the later one counts.
 */
export function readAccounts(table: Table): Map<string, AccountInfo> {
  const found = new Map<string, AccountInfo>();
  for (let row = 0; row < table.rows; row++) {
    const at = (column: string): string => textOfCell(cells(table, column)[row]);
    const platform = platformOf(cells(table, 'platform')[row]);
    const id = at('id');
    if (id === '') continue;
    found.set(accountKey(platform, id), {
      platform,
      id,
      name: at('name') || id,
      market: at('market'),
      currency: currencyOfCell(cells(table, 'currency')[row]),
      owner: at('owner'),
      isClosed: choiceKey(ACCOUNT_STATES, cells(table, 'state')[row]) === 'closed',
    });
  }
  return found;
}
