import type { Cell } from '../kpi/issue.ts';
import { textOfCell } from '../workbook/cells.ts';
import { choiceWord } from '../workbook/choices.ts';
import { CONTENT_STATUSES, PLATFORMS } from '../workbook/sheets/choices.ts';
import { cells, type RowValues, type Table, type TableChange } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import { choiceReader } from './keys.ts';
import type { ExportRows } from './read-export.ts';
import type { Recognition } from './recognise.ts';

export type ContentInput = {
  readonly rows: ExportRows;
  readonly recognition: Recognition;
  readonly account: string;
  readonly content: Table;
  readonly accounts: Table;
  readonly language: Language;
};

const isEmpty = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** Rows of the content sheet by id, of this platform or of none yet. */
function knownContent(content: Table, platform: string): Map<string, number> {
  const platformOf = choiceReader(PLATFORMS);
  const ids = cells(content, 'id');
  const platforms = cells(content, 'platform');
  const known = new Map<string, number>();
  for (let row = 0; row < content.rows; row++) {
    const id = textOfCell(ids[row]);
    if (id === '' || known.has(id)) continue;
    if (isEmpty(platforms[row]) || platformOf(platforms[row]) === platform) known.set(id, row);
  }
  return known;
}

/**
 * What an import changes in the `content` sheet: new content is added as published, empty cells of known content are
 * filled, and what people typed stays.
 */
export function planContent({ rows, recognition, account, content, language }: ContentInput): TableChange {
  const { platform } = recognition.format;
  const fixed: [string, Cell][] = [
    ['platform', choiceWord(PLATFORMS, platform, language)],
    ['account', account],
    ['status', choiceWord(CONTENT_STATUSES, 'published', language)],
  ];
  const fields = Object.entries(rows.content);
  const known = knownContent(content, platform);
  const appends: RowValues[] = [];
  const updates: { index: number; values: RowValues }[] = [];
  for (let row = 0; row < rows.ids.length; row++) {
    const id = rows.ids[row]!;
    const index = known.get(id);
    const values: Record<string, Cell> = {};
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

/** Adds the account of an import where it is new; its owner, market and time zone are for people to fill. */
export function planAccount({ recognition, account, accounts, language }: ContentInput): TableChange {
  const { platform } = recognition.format;
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
    name: account,
    ...(recognition.currency === null ? {} : { currency: recognition.currency }),
  };
  return { sheet: 'accounts', appends: [row], updates: [] };
}
