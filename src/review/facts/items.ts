import type { Cell } from '../../kpi/issue.ts';
import { textOfCell } from '../../workbook/cells.ts';
import { cells, type Table } from '../../workbook/table.ts';
import { accountKey, accountParts } from '../keys.ts';
import { ACCOUNT_ITEM } from './account-days.ts';
import { platformOf } from './accounts.ts';
import { eachOnce } from './each-once.ts';

/** Accounts and content that rows name, as positions in lists of names. */
export type Items = {
  /** Keys of accounts. */
  readonly accountNames: readonly string[];
  /** Account by row. */
  readonly accounts: Int32Array;
  readonly contentIds: readonly string[];
  /** Account by item. */
  readonly accountOf: readonly number[];
  /** Item by row; −1 where the row names none. */
  readonly contents: Int32Array;
};

/** The position of what a cell names. */
type PositionOf = (cell: Cell | undefined) => number;

/** Positions of things by cell, each thing once: `12` and ` 12` are one id. */
function positions(add: (text: string) => number): PositionOf {
  const byText = new Map<string, number>();
  const byCell = new Map<Cell | undefined, number>();
  return (cell) => {
    const known = byCell.get(cell);
    if (known !== undefined) return known;
    const text = textOfCell(cell);
    const position = byText.get(text) ?? add(text);
    byText.set(text, position);
    byCell.set(cell, position);
    return position;
  };
}

/** Account by row; the rows of a file stand together. */
function readAccountOf(table: Table, names: string[]): Int32Array {
  const [platforms, ids] = [cells(table, 'platform'), cells(table, 'account')];
  const found = new Int32Array(table.rows);
  const platformAt = eachOnce(platformOf);
  const ofPlatform = new Map<string, PositionOf>();
  const accountAt = (platform: string, id: Cell | undefined): number => {
    const known = ofPlatform.get(platform) ?? positions((text) => names.push(accountKey(platform, text)) - 1);
    ofPlatform.set(platform, known);
    return known(id);
  };
  let lastPlatform: Cell | undefined;
  let lastId: Cell | undefined;
  let last = -1;
  for (let row = 0; row < found.length; row++) {
    const platform = platforms[row];
    const id = ids[row];
    if (last < 0 || platform !== lastPlatform || id !== lastId) {
      last = accountAt(platformAt(platform), id);
      lastPlatform = platform;
      lastId = id;
    }
    found[row] = last;
  }
  return found;
}

/**
 * The accounts and content of facts.
 * @param table The sheet `performance`.
 */
export function readItems(table: Table): Items {
  const accountNames: string[] = [];
  const accounts = readAccountOf(table, accountNames);
  const ids = cells(table, 'content');
  const contentIds: string[] = [];
  const accountOf: number[] = [];
  const ofAccount = accountNames.map((name, account) =>
    positions((text) => {
      // Figures of a whole account are an item of their own; those of nobody are none.
      if (text === ACCOUNT_ITEM && accountParts(name).id === '') return -1;
      accountOf.push(account);
      return contentIds.push(text) - 1;
    }),
  );
  const contents = new Int32Array(table.rows);
  for (let row = 0; row < contents.length; row++) {
    contents[row] = (ofAccount[accounts[row] as number] as PositionOf)(ids[row]);
  }
  return { accountNames, accounts, contentIds, accountOf, contents };
}
