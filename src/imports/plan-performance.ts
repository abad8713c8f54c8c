import { dayOfCellText, textOfCell } from '../workbook/cells.ts';
import { choiceWord } from '../workbook/choices.ts';
import { FACT_KINDS, PLATFORMS } from '../workbook/sheets/choices.ts';
import { cells, type RowValues, type Table, type TableChange } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import { choiceReader } from './keys.ts';
import type { ExportRows } from './read-export.ts';
import type { Recognition } from './recognise.ts';

export type FactsInput = {
  readonly rows: ExportRows;
  readonly recognition: Recognition;
  readonly account: string;
  /** As-of day of cumulative figures. */
  readonly to: number;
  readonly performance: Table;
  readonly language: Language;
  readonly importId: string;
};

export type FactsPlan = {
  readonly change: TableChange;
  readonly taken: number;
  readonly updated: number;
  readonly unchanged: number;
};

/** Rows of the sheet with the same platform, account, from, to and kind, by content id. */
function existingRows({ recognition, account, to, performance: table }: FactsInput): Map<string, number> {
  const { platform, kind } = recognition.format;
  const platformOf = choiceReader(PLATFORMS);
  const kindOf = choiceReader(FACT_KINDS);
  const content = cells(table, 'content');
  const platforms = cells(table, 'platform');
  const accounts = cells(table, 'account');
  const froms = cells(table, 'from');
  const tos = cells(table, 'to');
  const kinds = cells(table, 'kind');
  const wanted = account.toLowerCase();
  const found = new Map<string, number>();
  for (let row = 0; row < table.rows; row++) {
    if (dayOfCellText(tos[row]) !== to || dayOfCellText(froms[row]) !== null) continue;
    if (kindOf(kinds[row]) !== kind || platformOf(platforms[row]) !== platform) continue;
    if (textOfCell(accounts[row]).toLowerCase() !== wanted) continue;
    const id = textOfCell(content[row]);
    if (!found.has(id)) found.set(id, row);
  }
  return found;
}

/**
 * What an import changes in the `performance` sheet. A row with the same platform, account, content, from, to and kind
 * is updated where its figures differ; a figure that the file does not have leaves the cell as it is.
 * @param input Rows of the file, their account and day, and the sheet as read.
 * @returns Rows to add and cells to change, with how many rows of the file were taken, updated and unchanged.
 */
export function planFacts(input: FactsInput): FactsPlan {
  const { rows, recognition, performance: table, language, importId } = input;
  const { platform, kind } = recognition.format;
  const measures = Object.entries(rows.measures).map(([key, values]) => ({
    key,
    values,
    current: cells(table, key),
  }));
  const currencies = cells(table, 'currency');
  const existing = existingRows(input);
  const shared = {
    platform: choiceWord(PLATFORMS, platform, language),
    account: input.account,
    to: input.to,
    kind: choiceWord(FACT_KINDS, kind, language),
    ...(recognition.currency === null ? {} : { currency: recognition.currency }),
  };
  const appends: RowValues[] = [];
  const updates: { index: number; values: RowValues }[] = [];
  let unchanged = rows.repeated;
  for (let row = 0; row < rows.ids.length; row++) {
    const id = rows.ids[row]!;
    const index = existing.get(id);
    const values: Record<string, string | number> = {};
    for (const { key, values: column, current } of measures) {
      const value = column[row];
      if (value !== null && value !== undefined && (index === undefined || current[index] !== value)) {
        values[key] = value;
      }
    }
    if (index === undefined) {
      appends.push({ content: id, ...shared, ...values, import: importId });
      continue;
    }
    if (recognition.currency !== null && textOfCell(currencies[index]) !== recognition.currency) {
      values.currency = recognition.currency;
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
