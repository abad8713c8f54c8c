import type { Cell } from '../kpi/issue.ts';
import { textOfCell } from '../workbook/cells.ts';
import { choiceKey } from '../workbook/choices.ts';
import { PLATFORMS } from '../workbook/sheets/choices.ts';
import { cells, type Table } from '../workbook/table.ts';
import type { ExportFormat } from './format.ts';

const DATE = /(?:\d{4}[-_.]\d{2}[-_.]\d{2}|\d{2}[-_.]\d{2}[-_.]\d{4}|20\d{6})/g;
const COPY = /\s*(?:\(\d+\)|[-_ ]\d{1,2}|(?: - |[-_ ])?(?:copy|副本))$/;

/**
 * The account that a file name speaks of: the name without folder, extension, dates, copy numbers and the platform's
 * own words, in lower case.
 * @param fileName Name of the file, with or without folders.
 * @param format Format of the file, whose words say nothing about the account.
 * @returns The account; the platform's key when nothing remains.
 * @example accountOfFileName('Art-Channel (1).csv', YOUTUBE_CONTENT) //=> 'art-channel'
 * @example accountOfFileName('Table data.csv', YOUTUBE_CONTENT) //=> 'youtube'
 */
export function accountOfFileName(fileName: string, format: ExportFormat): string {
  const base = fileName.normalize('NFC').split(/[\\/]/).pop()!.toLowerCase();
  let name = base.replace(/\.(csv|tsv|txt|xlsx|zip)$/, '').replace(DATE, ' ');
  for (const word of format.fileWords) name = name.split(word).join(' ');
  for (let before = ''; before !== name; ) {
    before = name;
    name = name
      .replace(/\s+/g, ' ')
      .replace(/^[\s_.,~-]+|[\s_.,~-]+$/g, '')
      .replace(COPY, '');
  }
  return name === '' ? format.platform : name;
}

/** The account that holds at least half of the file's content that the workbook knows; null when there is none. */
function accountOfContent(ids: readonly string[], content: Table, platform: string): string | null {
  const inFile = new Set(ids);
  const idCells = cells(content, 'id');
  const platforms = cells(content, 'platform');
  const accounts = cells(content, 'account');
  const counts = new Map<string, number>();
  let known = 0;
  for (let row = 0; row < content.rows; row++) {
    if (!inFile.has(textOfCell(idCells[row]))) continue;
    const rowPlatform = choiceKey(PLATFORMS, platforms[row]);
    const account = textOfCell(accounts[row]);
    if ((rowPlatform !== null && rowPlatform !== platform) || account === '') continue;
    known++;
    counts.set(account, (counts.get(account) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [account, count] of counts) {
    if (count * 2 >= known && count > (best === null ? 0 : counts.get(best)!)) best = account;
  }
  return best;
}

/** The spelling that the workbook has for an account, or the given one. */
function knownSpelling(account: string, accounts: Table, platform: string): string {
  const platforms = cells(accounts, 'platform');
  const ids = cells(accounts, 'id');
  const wanted = account.toLowerCase();
  for (let row = 0; row < accounts.rows; row++) {
    const id = textOfCell(ids[row]);
    if (id.toLowerCase() === wanted && choiceKey(PLATFORMS, platforms[row]) === platform) return id;
  }
  return account;
}

/** The workbook's account of a platform, where it has just one. */
function onlyAccount(accounts: Table, platform: string): string | null {
  const platforms = cells(accounts, 'platform');
  const ids = cells(accounts, 'id').filter((_, row) => choiceKey(PLATFORMS, platforms[row]) === platform);
  const found = new Set(ids.map((id) => textOfCell(id)).filter((id) => id !== ''));
  return found.size === 1 ? [...found][0]! : null;
}

/** The one account that the rows name; null where they name none or several. */
function accountOfRows(cells: readonly Cell[] = []): string | null {
  const found = new Set(cells.map((cell) => textOfCell(cell)).filter((text) => text !== ''));
  return found.size === 1 ? [...found][0]! : null;
}

/**
 * The account that a file belongs to: the one that the person named; else the one that its rows name; else the one that
 * has at least half of the content that the workbook already knows; else what the file name says; else the only one of
 * the platform that the workbook has.
 * @param input What is known of the file (`given` is what the person named, if anything), and the sheets as read.
 * @returns Id of the account, spelled as the workbook spells it; never empty.
 */
export function chooseAccount(input: {
  readonly given: string | undefined;
  readonly fileName: string;
  /** Identifiers of the file's content. */
  readonly ids: readonly string[];
  /** Accounts that its rows name. */
  readonly named?: readonly Cell[] | undefined;
  readonly platform: string;
  readonly format: ExportFormat;
  readonly accounts: Table;
  readonly content: Table;
}): string {
  const { format, platform } = input;
  const fromName = accountOfFileName(input.fileName, format);
  const isNamed = fromName !== format.platform;
  const account =
    input.given?.trim() ||
    accountOfRows(input.named) ||
    accountOfContent(input.ids, input.content, platform) ||
    (isNamed ? fromName : (onlyAccount(input.accounts, platform) ?? fromName));
  return knownSpelling(account, input.accounts, platform);
}
