import type { Cell } from '../kpi/issue.ts';
import { dayOfCellText, textOfCell } from '../workbook/cells.ts';
import { choiceWord } from '../workbook/choices.ts';
import { FACT_KINDS, PLATFORMS } from '../workbook/sheets/choices.ts';
import { cells, type RowValues, type Table, type TableChange } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import type { ContentRows } from './content-rows.ts';
import { choiceReader } from './keys.ts';
import type { ExportRows } from './read-export.ts';
import type { Recognition } from './recognise.ts';
import type { Spans } from './spans.ts';

export type FactsInput = {
  readonly rows: ExportRows;
  readonly recognition: Recognition;
  readonly account: string;
  readonly spans: Spans;
  readonly performance: Table;
  /** What the workbook has of the file's content. */
  readonly known: ContentRows;
  readonly language: Language;
  readonly importId: string;
};

export type FactsPlan = {
  readonly change: TableChange;
  readonly taken: number;
  readonly updated: number;
  readonly unchanged: number;
};

type Owner = { readonly platform: string; readonly account: string };

const ownerKey = ({ platform, account }: Owner): string => `${platform}\u001f${account.toLowerCase()}`;

const keyOf = (owner: string, id: string, from: number | null, to: number): string =>
  `${owner}\u001f${from ?? ''}\u001f${to}\u001f${id}`;

/** Rows of the sheet of the owners of the file's content and of its kind, by owner, content id and days. */
function existingRows({ recognition, performance: table }: FactsInput, owners: ReadonlySet<string>) {
  const platformOf = choiceReader(PLATFORMS);
  const kindOf = choiceReader(FACT_KINDS);
  const content = cells(table, 'content');
  const platforms = cells(table, 'platform');
  const accounts = cells(table, 'account');
  const froms = cells(table, 'from');
  const tos = cells(table, 'to');
  const kinds = cells(table, 'kind');
  const found = new Map<string, number>();
  for (let row = 0; row < table.rows; row++) {
    const platform = platformOf(platforms[row]);
    if (platform === null || kindOf(kinds[row]) !== recognition.format.kind) continue;
    const owner = ownerKey({ platform, account: textOfCell(accounts[row]) });
    if (!owners.has(owner)) continue;
    const [from, to] = [dayOfCellText(froms[row]), dayOfCellText(tos[row])];
    if (from === undefined || typeof to !== 'number') continue;
    const key = keyOf(owner, textOfCell(content[row]), from, to);
    if (!found.has(key)) found.set(key, row);
  }
  return found;
}

/**
 * What an import changes in the `performance` sheet. A row with the same platform, account, content, from, to and kind
 * is updated where its figures differ; a figure that the file does not have leaves the cell as it is. Days of an
 * account stand there without a content id; figures of content that the platform's twin has go there.
 * @param input Rows of the file, their account and days, and the sheet as read.
 * @returns Rows to add and cells to change, with how many rows of the file were taken, updated and unchanged.
 */
export function planFacts(input: FactsInput): FactsPlan {
  const { rows, recognition, performance: table, language, importId, spans } = input;
  const { platform, format } = recognition;
  const measures = Object.entries(rows.measures).map(([key, values]) => ({
    key,
    values,
    current: cells(table, key),
  }));
  const currencies = cells(table, 'currency');
  const own: Owner = { platform, account: input.account };
  const ownerOf = (id: string): Owner => input.known.homes.get(id) ?? own;
  const owners = new Set([own, ...rows.ids.map(ownerOf)].map(ownerKey));
  const existing = existingRows(input, owners);
  const currency = rows.currency === null ? {} : { currency: rows.currency };
  const word = choiceWord(FACT_KINDS, format.kind, language);
  const appends: RowValues[] = [];
  const updates: { index: number; values: RowValues }[] = [];
  let unchanged = rows.repeated;
  for (let row = 0; row < rows.ids.length; row++) {
    const id = format.goal === 'content' ? rows.ids[row]! : '';
    const [from, to] = [spans.from[row] ?? null, spans.to[row]!];
    const owner = ownerOf(id);
    const index = existing.get(keyOf(ownerKey(owner), id, from, to));
    const values: Record<string, Cell> = {};
    if (index === undefined) {
      // One object a row, filled in order: a hundred thousand copies would take longer than all the rest.
      if (id !== '') values.content = id;
      values.platform = choiceWord(PLATFORMS, owner.platform, language);
      Object.assign(values, { account: owner.account, kind: word }, currency);
      if (from !== null) values.from = from;
      values.to = to;
    }
    let figures = 0;
    for (const { key, values: column, current } of measures) {
      const value = column[row];
      if (value !== null && value !== undefined && (index === undefined || current[index] !== value)) {
        values[key] = value;
        figures++;
      }
    }
    if (index === undefined && id === '' && figures === 0) {
      unchanged++; // a day without figures says nothing of an account
      continue;
    }
    if (index === undefined) {
      values.import = importId;
      appends.push(values);
      continue;
    }
    if (rows.currency !== null && textOfCell(currencies[index]) !== rows.currency) {
      values.currency = rows.currency;
    }
    if (Object.keys(values).length === 0) unchanged++;
    else updates.push({ index, values: { ...values, import: importId } });
  }
  return {
    change: { sheet: 'performance', appends, updates },
    taken: appends.length,
    updated: updates.length,
    unchanged,
  };
}
