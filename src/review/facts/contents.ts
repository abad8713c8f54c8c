import type { Cell } from '../../kpi/issue.ts';
import { remembered } from '../../kpi/remembered.ts';
import { dayOfCellText, textOfCell } from '../../workbook/cells.ts';
import { choiceKey } from '../../workbook/choices.ts';
import { isExample } from '../../workbook/examples.ts';
import { CONTENT_STATUSES, FORMATS } from '../../workbook/sheets/choices.ts';
import { cells, type Table } from '../../workbook/table.ts';
import { accountKey, contentKey } from '../keys.ts';
import { platformOf } from './accounts.ts';
import { eachOnce } from './each-once.ts';

/** What is known of a piece of content, beside its figures. */
export type ContentInfo = {
  /** Key of its account. */
  readonly account: string;
  readonly title: string;
  readonly format: string;
  readonly market: string;
  /** Serial day; null where not known. */
  readonly published: number | null;
  readonly status: string;
  /** Its row in the sheet `content`, from 0. */
  readonly row: number;
};

/**
 * The content of a workbook; rows that only show how the sheet is filled are none.
 * @param table The sheet `content`.
 * @returns By key of the content.
 */
export function readContents(table: Table): Map<string, ContentInfo> {
  const column = (key: string) => cells(table, key);
  const [ids, platforms, accounts] = [column('id'), column('platform'), column('account')];
  const [titles, formats, markets] = [column('title'), column('format'), column('market')];
  const [published, statuses] = [column('published'), column('status')];
  const platform = eachOnce(platformOf);
  const accountsIn = remembered((name: string) => eachOnce((cell) => accountKey(name, textOfCell(cell))));
  const accountAt = (onPlatform: Cell | undefined, cell: Cell | undefined): string =>
    accountsIn(platform(onPlatform))(cell);
  const format = eachOnce((cell) => choiceKey(FORMATS, cell) ?? textOfCell(cell));
  const status = eachOnce((cell) => choiceKey(CONTENT_STATUSES, cell) ?? '');
  const found = new Map<string, ContentInfo>();
  for (let row = 0; row < table.rows; row++) {
    const id = textOfCell(ids[row]);
    if (id === '' || isExample(id)) continue;
    const account = accountAt(platforms[row], accounts[row]);
    found.set(contentKey(account, id), {
      account,
      title: textOfCell(titles[row]) || id,
      format: format(formats[row]),
      market: textOfCell(markets[row]),
      published: dayOfCellText(published[row] ?? null) ?? null,
      status: status(statuses[row]),
      row,
    });
  }
  return found;
}

/** Markets that content names itself, in lower case, by key of the account. */
export function marketsByAccount(contents: ReadonlyMap<string, ContentInfo>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { market, account } of contents.values()) {
    if (market === '') continue;
    const markets = found.get(account) ?? new Set<string>();
    found.set(account, markets.add(market.toLowerCase()));
  }
  return found;
}
