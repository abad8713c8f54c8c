import type { Cell } from '../kpi/issue.ts';
import { textOfCell } from '../workbook/cells.ts';
import { PLATFORMS } from '../workbook/sheets/choices.ts';
import { cells, type Table } from '../workbook/table.ts';
import { twinOf } from '../workbook/twin-platforms.ts';
import { choiceReader } from './keys.ts';

/** Content that the workbook has on the twin of a file's platform: its figures go there. */
export type Home = { readonly platform: string; readonly account: string; readonly row: number };

/** What the content sheet has of a platform, or of none yet, and of its twin. */
export type ContentRows = {
  /** Rows of the account by id; one without an account serves where the account has none of its own. */
  readonly own: ReadonlyMap<string, number>;
  /** Ids by the account that has them, of all other accounts. */
  readonly others: ReadonlyMap<string, ReadonlySet<string>>;
  /** By id what only the twin has. */
  readonly homes: ReadonlyMap<string, Home>;
  /** Ids that both have: their figures count twice. */
  readonly doubled: ReadonlySet<string>;
};

const isEmpty = (cell: Cell | undefined): boolean => textOfCell(cell) === '';

/**
 * Looks up what the content sheet has of an account.
 * @param content The sheet as read.
 * @param platform Key of the file's platform.
 * @param account Id of the file's account.
 * @returns Rows and ids of the platform, and of its twin.
 */
export function contentRowsOf(content: Table, platform: string, account: string): ContentRows {
  const keyOf = choiceReader(PLATFORMS);
  const [ids, platforms] = [cells(content, 'id'), cells(content, 'platform')];
  const accounts = cells(content, 'account');
  const wanted = account.toLowerCase();
  const twin = twinOf(platform);
  const own = new Map<string, number>();
  const unowned = new Map<string, number>();
  const others = new Map<string, Set<string>>();
  const homes = new Map<string, Home>();
  for (let row = 0; row < content.rows; row++) {
    const id = textOfCell(ids[row]);
    if (id === '') continue;
    const owner = textOfCell(accounts[row]);
    if (!isEmpty(platforms[row]) && keyOf(platforms[row]) !== platform) {
      const isTwin = twin !== null && owner !== '' && keyOf(platforms[row]) === twin;
      if (isTwin && !homes.has(id)) homes.set(id, { platform: twin, account: owner, row });
      continue;
    }
    const same = owner.toLowerCase() === wanted;
    if (!same && owner !== '') others.set(owner, (others.get(owner) ?? new Set()).add(id));
    const rows = same ? own : unowned;
    if ((same || owner === '') && !rows.has(id)) rows.set(id, row);
  }
  const doubled = new Set([...own.keys()].filter((id) => homes.has(id)));
  const all = new Map([...unowned, ...own]);
  for (const id of all.keys()) homes.delete(id);
  return { own: all, others, homes, doubled };
}
