import type { Cell, Issue } from '../kpi/issue.ts';
import { textOfCell } from '../workbook/cells.ts';
import { choiceKey, choiceWord } from '../workbook/choices.ts';
import { CONTENT_STATUSES, FORMATS, PLATFORMS } from '../workbook/sheets/choices.ts';
import { sheetTemplate } from '../workbook/sheets/index.ts';
import { cells, type RowValues, type Table, type TableChange } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import { twinOf } from '../workbook/twin-platforms.ts';
import type { ContentRows } from './content-rows.ts';
import { choiceReader } from './keys.ts';
import type { ExportRows } from './read-export.ts';
import type { Recognition } from './recognise.ts';

export type ContentInput = {
  readonly rows: ExportRows;
  readonly recognition: Recognition;
  readonly account: string;
  readonly content: Table;
  readonly accounts: Table;
  /** What `content` has of the account. */
  readonly known: ContentRows;
  /** Identifiers of the sheet that get another one, by that. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly language: Language;
};

const isEmpty = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

// What platforms call the forms of their posts.
const FORMS: readonly (readonly [key: string, words: RegExp])[] = [
  ['carousel', /carousel|album|轮播/i],
  ['story', /stor(?:y|ies)|快拍/i],
  ['live', /live|直播/i],
  ['image', /image|photo|图/i],
  ['short_video', /reel|short|短视频/i],
];

/** A post's form in the words of the sheet; nothing for one that no form is. */
function formOf(cell: Cell | undefined, language: Language): Cell {
  const text = textOfCell(cell);
  const key = choiceKey(FORMATS, text) ?? FORMS.find(([, words]) => words.test(text))?.[0];
  return key === undefined ? null : choiceWord(FORMATS, key, language);
}

/** How the cells of a column of the sheet are written: dropdowns in its words, what is none of them not at all. */
function wordsIn(key: string, language: Language): (cell: Cell) => Cell {
  if (key === 'format') return (cell) => formOf(cell, language);
  const choices = sheetTemplate('content').columns.find((column) => column.key === key)?.choices;
  if (choices === undefined) return (cell) => cell;
  return (cell) => {
    const known = choiceKey(choices, cell);
    return known === null ? null : choiceWord(choices, known, language);
  };
}

/**
 * What an import changes in the `content` sheet: new content is added as published, empty cells of known content are
 * filled, and what people typed stays. Content is known by platform, account and id, as the facts are;
 * what the platform's twin has stays with it.
 * @param input Rows of the file, its account, and the sheet as read.
 * @returns Rows to add and cells to fill.
 */
export function planContent(input: ContentInput): TableChange {
  const { rows, recognition, account, content, known, language } = input;
  const { platform } = recognition;
  const fixed: [string, Cell][] = [
    ['platform', choiceWord(PLATFORMS, platform, language)],
    ['account', account],
    ['status', choiceWord(CONTENT_STATUSES, 'published', language)],
    ['format', formOf(recognition.format.form, language)],
  ];
  const fields = Object.entries(rows.content).map(([key, column]): [string, readonly Cell[]] => [
    key,
    column.map(wordsIn(key, language)),
  ]);
  const appends: RowValues[] = [];
  const updates: { index: number; values: RowValues }[] = [];
  for (let row = 0; row < rows.ids.length; row++) {
    const id = rows.ids[row]!;
    const before = input.renamed.get(id);
    const index = known.own.get(before ?? id) ?? known.homes.get(id)?.row;
    const values: Record<string, Cell> = before === undefined ? {} : { id };
    const offer = (key: string, value: Cell | undefined): void => {
      if (value === null || value === undefined) return;
      if (index === undefined || isEmpty(content.columns[key]?.[index])) values[key] = value;
    };
    for (const [key, value] of fixed) offer(key, value);
    for (const [key, column] of fields) offer(key, column[row]);
    if (index === undefined) appends.push({ id, ...values });
    else if (Object.keys(values).length > 0) updates.push({ index, values });
  }
  return { sheet: 'content', appends, updates };
}

/** Name of an account as people gave it; its id where they gave none. */
function nameOf(account: string, { accounts, recognition }: ContentInput): string {
  const platformOf = choiceReader(PLATFORMS);
  const [ids, platforms, names] = [
    cells(accounts, 'id'),
    cells(accounts, 'platform'),
    cells(accounts, 'name'),
  ];
  const row = ids.findIndex(
    (id, index) =>
      textOfCell(id).toLowerCase() === account.toLowerCase() &&
      platformOf(platforms[index]) === recognition.platform,
  );
  return textOfCell(names[row]) || account;
}

/**
 * Content of a file that the workbook has under another account: most likely the file is that one's.
 * @param input Rows of the file, its account, and the sheets as read.
 * @returns A warning CONTENT_OF_OTHER_ACCOUNT for each such account, with its name and the count.
 */
export function contentOfOthers(input: ContentInput): Issue[] {
  const issues: Issue[] = [];
  for (const [account, ids] of input.known.others) {
    const count = input.rows.ids.filter((id) => ids.has(id)).length;
    if (count === 0) continue;
    issues.push({ code: 'CONTENT_OF_OTHER_ACCOUNT', values: { count, account: nameOf(account, input) } });
  }
  return issues;
}

/**
 * Content of a file that the workbook has on the platform's twin.
 * @param input Rows of the file, and the sheets as read.
 * @returns At most two: CONTENT_JOINED (its figures go there), CONTENT_ON_BOTH (the workbook has it on both).
 */
export function contentOfTwins({ rows, recognition, known, language }: ContentInput): Issue[] {
  const count = (ids: { has(id: string): boolean }): number => rows.ids.filter((id) => ids.has(id)).length;
  const [joined, doubled] = [count(known.homes), count(known.doubled)];
  const word = (platform: string): string => choiceWord(PLATFORMS, platform, language);
  const [own, twin] = [word(recognition.platform), word(twinOf(recognition.platform) ?? '')];
  const issues: Issue[] = [];
  if (joined > 0) issues.push({ code: 'CONTENT_JOINED', values: { count: joined, platform: twin } });
  if (doubled > 0) issues.push({ code: 'CONTENT_ON_BOTH', values: { count: doubled, platform: own, twin } });
  return issues;
}

/**
 * Adds the account of an import where it is new; its owner, market and time zone are for people to fill.
 * @param input The account, and the sheet as read.
 * @returns A row to add, or nothing.
 */
export function planAccount({ rows, recognition, account, accounts, language }: ContentInput): TableChange {
  const { platform } = recognition;
  const platformOf = choiceReader(PLATFORMS);
  const ids = cells(accounts, 'id');
  const platforms = cells(accounts, 'platform');
  for (let row = 0; row < accounts.rows; row++) {
    if (textOfCell(ids[row]) === account && platformOf(platforms[row]) === platform) {
      return { sheet: 'accounts', appends: [], updates: [] };
    }
  }
  const row: RowValues = {
    platform: choiceWord(PLATFORMS, platform, language),
    id: account,
    name: textOfCell(rows.fields.account_name?.[0]) || account,
    ...(rows.currency === null ? {} : { currency: rows.currency }),
  };
  return { sheet: 'accounts', appends: [row], updates: [] };
}
