import type { Cell } from '../kpi/issue.ts';
import { textOfCell } from '../workbook/cells.ts';
import { choiceKey } from '../workbook/choices.ts';
import { PLATFORMS } from '../workbook/sheets/choices.ts';
import { cells, type Table } from '../workbook/table.ts';
import type { ExportFormat } from './format.ts';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const DATE = [
  String.raw`\d{4}[-_.]\d{1,2}[-_.]\d{1,2}(?!\d)`,
  String.raw`\d{1,2}[-_.]\d{1,2}[-_.]20\d{2}`,
  String.raw`20\d{6}`,
  String.raw`20\d{2}年\d{1,2}月(?:\d{1,2}日)?`,
  String.raw`(?<![a-z])${MONTH}[-_. ]\d{1,2}[-_., ]+20\d{2}`,
  String.raw`\d{1,2}[-_. ]${MONTH}[-_. ]20\d{2}`,
].join('|');
const DATES = new RegExp(`(?:${DATE})(?:[-_ ~]*(?:(?:to|至|到)[-_ ~]*)?(?:${DATE}))?`, 'g');
/** What stands for the dates of a name while a platform's words are looked for: some count only before them. */
const DATES_WORD = '<dates>';
const COPY = /\s*(?:\(\d+\)|[-_ ]\d{1,2}|(?: - |[-_ ])?(?:copy|副本))$/;

/** Words of a platform, joined as its downloads join them; not within another word. */
function patternOf(words: string): RegExp {
  const folded = words.toLowerCase().split(' ').join('[\\s_.+]*');
  return new RegExp(`(?<![a-z])${folded}(?![a-z])`, 'g');
}

/**
 * The account that a file name speaks of: the name without folder, extension, dates, copy numbers and the platform's
 * own words, in lower case.
 * @param fileName Name of the file, with or without folders.
 * @param format Format of the file, whose words say nothing about the account.
 * @returns The account; the platform's key when nothing remains, or only the number of a download.
 * @example accountOfFileName('Art-Channel (1).csv', YOUTUBE_CONTENT) //=> 'art-channel'
 * @example accountOfFileName('Table data.csv', YOUTUBE_CONTENT) //=> 'youtube'
 */
export function accountOfFileName(fileName: string, format: ExportFormat): string {
  const whole = nameOf(fileName);
  let name = whole.replace(DATES, ` ${DATES_WORD} `);
  const longestFirst = [...format.fileWords].sort((a, b) => b.length - a.length);
  for (const words of longestFirst.filter((each) => !each.startsWith('=')))
    name = name.replace(patternOf(words), ' ');
  name = name.split(DATES_WORD).join(' ');
  const isShortened = name !== whole;
  for (let before = ''; before !== name; ) {
    before = name;
    name = name
      .replace(/\s+/g, ' ')
      .replace(/^[\s_.,~()+-]+|[\s_.,~(+-]+$/g, '')
      .replace(COPY, '');
  }
  const isNumber = isShortened && !/\p{L}/u.test(name);
  return name === '' || isNumber || format.fileWords.includes(`=${name}`) ? format.platform : name;
}

function nameOf(fileName: string): string {
  const base = fileName.normalize('NFC').split(/[\\/]/).pop()!.toLowerCase();
  return base.replace(/\.(csv|tsv|txt|xlsx|zip)$/, '');
}

const OWNER =
  /^(?:(?:shop|store|page|account|creator|seller|channel)(?: name)?|user ?name|(?:店铺|主页|账号|达人|频道|店)(?:名称|名|昵称)?|nama toko|tên (?:shop|cửa hàng))\s*[:：](.*)$/is;

/**
 * Whose file it is, as lines above its headers say: "Shop name: Lamps", in one cell or two.
 * @param rows The rows above the headers.
 * @returns The name; null where none says it.
 * @example ownerAbove([['Shop name: Lamps']]) //=> 'Lamps'
 */
export function ownerAbove(rows: readonly (readonly string[])[]): string | null {
  for (const row of rows) {
    for (const [place, cell] of row.entries()) {
      const said = OWNER.exec(cell.trim())?.[1]?.trim();
      const name = said === '' ? (row[place + 1] ?? '').trim() : said;
      if (name && !name.includes('\n')) return name.slice(0, 200);
    }
  }
  return null;
}

/** The account that holds at least half of the file's rows that the workbook knows; null when there is none. */
function accountOfIds(ids: readonly string[], table: Table, platform: string | null): string | null {
  const inFile = new Set(ids);
  const idCells = cells(table, 'id');
  const platforms = cells(table, 'platform');
  const accounts = cells(table, 'account');
  const counts = new Map<string, number>();
  let known = 0;
  for (let row = 0; row < table.rows; row++) {
    if (!inFile.has(textOfCell(idCells[row]))) continue;
    const rowPlatform = choiceKey(PLATFORMS, platforms[row]);
    const account = textOfCell(accounts[row]);
    if ((rowPlatform !== null && platform !== null && rowPlatform !== platform) || account === '') continue;
    known++;
    counts.set(account, (counts.get(account) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [account, count] of counts) {
    if (count * 2 >= known && count > (best === null ? 0 : counts.get(best)!)) best = account;
  }
  return best;
}

/** The known account of a platform that people call by a name; the name itself where none is. */
function accountNamed(name: string, accounts: Table, platform: string): string {
  const wanted = name.toLowerCase();
  const names = cells(accounts, 'name');
  const platforms = cells(accounts, 'platform');
  const row = names.findIndex(
    (cell, index) =>
      textOfCell(cell).toLowerCase() === wanted && choiceKey(PLATFORMS, platforms[index]) === platform,
  );
  return textOfCell(cells(accounts, 'id')[row]) || name;
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

/** Accounts of a platform that the workbook has. */
function accountsOf(accounts: Table, platform: string): string[] {
  const platforms = cells(accounts, 'platform');
  const ids = cells(accounts, 'id').filter((_, row) => choiceKey(PLATFORMS, platforms[row]) === platform);
  return [...new Set(ids.map((id) => textOfCell(id)).filter((id) => id !== ''))];
}

/** The longest known account that a name holds as a word of its own; null where it holds none. */
function knownIn(name: string, known: readonly string[]): string | null {
  const isWord = (account: string): boolean => {
    const folded = account.normalize('NFC').toLowerCase();
    return name.split(folded).some((before, place, parts) => {
      const after = parts[place + 1];
      return after !== undefined && !/[a-z0-9]$/.test(before) && !/^[a-z0-9]/.test(after);
    });
  };
  return known.filter(isWord).sort((a, b) => b.length - a.length)[0] ?? null;
}

/**
 * The account that a file's name stands for: a known one that it holds; else what the name says beside the platform's own
 * words, which may be a new channel; else the only one of the platform.
 */
function accountByName(fileName: string, format: ExportFormat, known: readonly string[]): string {
  const said = accountOfFileName(fileName, format);
  const only = known.length === 1 && said === format.platform ? known[0]! : null;
  return knownIn(nameOf(fileName), known) ?? only ?? said;
}

/** The one account that the rows name; null where they name none or several. */
function accountOfRows(cells: readonly Cell[] = []): string | null {
  const found = new Set(cells.map((cell) => textOfCell(cell)).filter((text) => text !== ''));
  return found.size === 1 ? [...found][0]! : null;
}

/**
 * The account that a file belongs to: the one that the person named; else the one that its rows name; else the one that
 * has at least half of the content or orders that the workbook already knows; else the name that the file itself gives;
 * else a known one that the file name holds; else what the file name says beside the platform's words; else the only one
 * of the platform that the workbook has.
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
  /** Names of the account in its rows, or above its headers. */
  readonly names?: readonly Cell[] | undefined;
  /** Identifiers of its orders, the sheet `orders`, and the platform of all of them; null where rows name their own. */
  readonly orders?:
    | { readonly ids: readonly string[]; readonly table: Table; readonly platform: string | null }
    | undefined;
  readonly platform: string;
  readonly format: ExportFormat;
  readonly accounts: Table;
  readonly content: Table;
}): string {
  const { format, platform, orders } = input;
  const name = accountOfRows(input.names);
  const account =
    input.given?.trim() ||
    accountOfRows(input.named) ||
    accountOfIds(input.ids, input.content, platform) ||
    (orders === undefined ? null : accountOfIds(orders.ids, orders.table, orders.platform)) ||
    (name === null ? null : accountNamed(name, input.accounts, platform)) ||
    accountByName(input.fileName, { ...format, platform }, accountsOf(input.accounts, platform));
  return knownSpelling(account, input.accounts, platform);
}
