import type { Cell, Issue } from '../kpi/issue.ts';
import { dayOfCellText, textOfCell } from '../workbook/cells.ts';
import { choiceWord } from '../workbook/choices.ts';
import { FACT_KINDS, PLATFORMS } from '../workbook/sheets/choices.ts';
import { cells, type RowValues, type Table, type TableChange } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import type { ContentRows } from './content-rows.ts';
import { Kept } from './kept.ts';
import { choiceReader } from './keys.ts';
import type { LaterAsOf } from './match-costs.ts';
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
  /** Content of the sheet that gets another identifier, by that. */
  readonly renamed: ReadonlyMap<string, string>;
  /** As-of day of the import of a row, where it is later than the file's. */
  readonly later: LaterAsOf;
  readonly language: Language;
  readonly importId: string;
};

export type FactsPlan = {
  readonly change: TableChange;
  readonly taken: number;
  readonly updated: number;
  readonly unchanged: number;
  /** What people are to know of, such as what newer files had set and was kept. */
  readonly notes: readonly Issue[];
};

type Owner = { readonly platform: string; readonly account: string };

const ownerKey = ({ platform, account }: Owner): string => `${platform}\u001f${account.toLowerCase()}`;

const keyOf = (owner: string, id: string, from: number | null, to: number): string =>
  `${owner}\u001f${from ?? ''}\u001f${to}\u001f${id}`;

/** Rows of the sheet that may be those of the file. */
type Existing = {
  /** By owner, content id and days. */
  readonly byDays: ReadonlyMap<string, number>;
  /** By content id, of what gets another one. */
  readonly renamed: ReadonlyMap<string, number>;
};

/** Rows of the owners of the file's content, and of its kind. */
function existingRows(input: FactsInput, owners: ReadonlySet<string>): Existing {
  const { recognition, performance: table } = input;
  const platformOf = choiceReader(PLATFORMS);
  const kindOf = choiceReader(FACT_KINDS);
  const content = cells(table, 'content');
  const platforms = cells(table, 'platform');
  const accounts = cells(table, 'account');
  const froms = cells(table, 'from');
  const tos = cells(table, 'to');
  const kinds = cells(table, 'kind');
  const old = new Set(input.renamed.values());
  const [byDays, renamed] = [new Map<string, number>(), new Map<string, number>()];
  for (let row = 0; row < table.rows; row++) {
    const platform = platformOf(platforms[row]);
    if (platform === null || kindOf(kinds[row]) !== recognition.format.kind) continue;
    const owner = ownerKey({ platform, account: textOfCell(accounts[row]) });
    if (!owners.has(owner)) continue;
    const [from, to] = [dayOfCellText(froms[row]), dayOfCellText(tos[row])];
    if (from === undefined || typeof to !== 'number') continue;
    const id = textOfCell(content[row]);
    const key = keyOf(owner, id, from, to);
    if (!byDays.has(key)) byDays.set(key, row);
    if (old.has(id)) renamed.set(id, row);
  }
  return { byDays, renamed };
}

/**
 * What an import changes in the `performance` sheet. A row with the same platform, account, content, from, to and kind
 * is updated where its figures differ; a figure that the file does not have leaves the cell as it is, and what a newer
 * file has set stays. Days of an account stand there without a content id; figures of content that the platform's twin
 * has go there.
 * @param input Rows of the file, their account and days, and the sheet as read.
 * @returns Rows to add and cells to change, with how many rows of the file were taken, updated and unchanged, and the
 *   note NEWER_FILE_KEPT.
 */
export function planFacts(input: FactsInput): FactsPlan {
  const { rows, recognition, performance: table, language, importId, spans, later } = input;
  const { platform, format } = recognition;
  const measures = Object.entries(rows.measures).map(([key, values]) => ({
    key,
    values,
    current: cells(table, key),
  }));
  const currencies = cells(table, 'currency');
  const imports = cells(table, 'import');
  const own: Owner = { platform, account: input.account };
  const ownerOf = (id: string): Owner => input.known.homes.get(id) ?? own;
  const existing = existingRows(input, new Set([own, ...rows.ids.map(ownerOf)].map(ownerKey)));
  const currency = rows.currency === null ? {} : { currency: rows.currency };
  const word = choiceWord(FACT_KINDS, format.kind, language);
  const appends: RowValues[] = [];
  const updates: { index: number; values: RowValues }[] = [];
  const kept = new Kept();
  let unchanged = rows.repeated;

  const append = (id: string, row: number): void => {
    const { platform: place, account } = ownerOf(id);
    const from = spans.from[row] ?? null;
    // One object a row, filled in order: a hundred thousand copies would take longer than all the rest.
    const values: Record<string, Cell> = id === '' ? {} : { content: id };
    values.platform = choiceWord(PLATFORMS, place, language);
    Object.assign(values, { account, kind: word }, currency);
    if (from !== null) values.from = from;
    values.to = spans.to[row]!;
    let figures = 0;
    for (const { key, values: column } of measures) {
      const value = column[row];
      if (value === null || value === undefined) continue;
      values[key] = value;
      figures++;
    }
    values.import = importId;
    if (id === '' && figures === 0)
      unchanged++; // a day without figures says nothing of an account
    else appends.push(values);
  };

  const update = (index: number, fixed: RowValues, row: number): void => {
    const newer = later(textOfCell(imports[index]));
    const values: Record<string, Cell> = { ...fixed };
    let isKept = false;
    const offer = (key: string, value: Cell | undefined, current: Cell | undefined): void => {
      if (value === null || value === undefined || value === current) return;
      if (newer === null || textOfCell(current) === '') values[key] = value;
      else isKept = true;
    };
    for (const { key, values: column, current } of measures) offer(key, column[row], current[index]);
    offer('currency', rows.currency, textOfCell(currencies[index]));
    if (newer !== null && isKept) kept.add(newer);
    if (Object.keys(values).length === 0) unchanged++;
    else updates.push({ index, values: newer === null ? { ...values, import: importId } : values });
  };

  for (let row = 0; row < rows.ids.length; row++) {
    const id = format.goal === 'content' ? rows.ids[row]! : '';
    const [from, to] = [spans.from[row] ?? null, spans.to[row]!];
    const before = existing.renamed.get(input.renamed.get(id) ?? '');
    const index = before ?? existing.byDays.get(keyOf(ownerKey(ownerOf(id)), id, from, to));
    if (index === undefined) append(id, row);
    else update(index, before === undefined ? {} : { content: id, from, to }, row);
  }
  return {
    change: { sheet: 'performance', appends, updates },
    taken: appends.length,
    updated: updates.length,
    unchanged,
    notes: kept.notes(),
  };
}
