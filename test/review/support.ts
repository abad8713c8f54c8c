import { serialOfIsoDate } from '../../src/kpi/calendar.ts';
import type { Cell } from '../../src/kpi/issue.ts';
import { type BuiltReview, buildReview } from '../../src/review/build.ts';
import type { TreeLine } from '../../src/review/model.ts';
import { REVIEW_NEEDS } from '../../src/review/needs.ts';
import type { KpiNode } from '../../src/review/nodes.ts';
import { readTree } from '../../src/review/nodes.ts';
import { addressIn } from '../../src/workbook/address.ts';
import { choiceKey, choiceWord } from '../../src/workbook/choices.ts';
import { readSettings } from '../../src/workbook/settings.ts';
import { SHEETS, sheetTemplate } from '../../src/workbook/sheets/index.ts';
import { SETTINGS } from '../../src/workbook/sheets/settings.ts';
import type { RowValues, Table, Tables } from '../../src/workbook/table.ts';
import type { Language } from '../../src/workbook/template.ts';
import { mapOf } from '../workbook/support.ts';

export const day = (iso: string): number => serialOfIsoDate(iso) as number;
/** Monday of 2026-W31. */
export const MONDAY = day('2026-07-27');
export const SUNDAY = MONDAY + 6;

export const address = addressIn(mapOf(...SHEETS.map(({ key }) => ({ key }))));

export type Rows = Readonly<Record<string, readonly RowValues[]>>;

/** A sheet as it would be read, its dropdowns in the words of a language. */
export function tableOf(key: string, rows: readonly RowValues[], language: Language = 'en'): Table {
  const { titles, columns } = sheetTemplate(key);
  const cells = columns.map(({ key: column, choices = [] }): [string, Cell[]] => [
    column,
    rows.map((row) => {
      const value = row[column] ?? null;
      const choice = choiceKey(choices, value);
      return choice === null ? value : choiceWord(choices, choice, language);
    }),
  ]);
  return { key, title: titles[language], rows: rows.length, columns: Object.fromEntries(cells) };
}

function settingsRows(changes: readonly RowValues[], language: Language): RowValues[] {
  return SETTINGS.map(({ key, value }) => ({
    key,
    value: changes.find((change) => change.key === key)?.value ?? (key === 'language' ? language : value),
  }));
}

export function tablesOf(rows: Rows, language: Language = 'en'): Tables {
  const all = { ...rows, settings: settingsRows(rows.settings ?? [], language) } as Rows;
  return Object.fromEntries(SHEETS.map(({ key }) => [key, tableOf(key, all[key] ?? [], language)]));
}

/** With nothing but what the job reads: a column that the review needs and nobody reads would show here. */
function asRead(tables: Tables): Tables {
  return Object.fromEntries(
    Object.entries(tables).map(([key, table]) => {
      const wanted: readonly string[] | 'all' =
        key === 'settings' ? ['key', 'value'] : (REVIEW_NEEDS[key] ?? []);
      const columns = Object.entries(table.columns).filter(
        ([column]) => wanted === 'all' || wanted.includes(column),
      );
      return [key, { ...table, columns: Object.fromEntries(columns) }];
    }),
  );
}

export type BuildOptions = {
  language?: Language;
  monday?: number;
  kind?: 'week' | 'month' | 'quarter';
  today?: number;
  state?: 'draft' | 'closed';
  explanations?: ReadonlyMap<string, string>;
};

export function build(rows: Rows, options: BuildOptions = {}): BuiltReview {
  const { language = 'en', monday = MONDAY } = options;
  const today = options.today ?? monday + 7;
  return buildReview({
    tables: asRead(tablesOf(rows, language)),
    address,
    monday,
    kind: options.kind,
    today,
    now: today + 0.4,
    state: options.state ?? 'draft',
    explanations: options.explanations ?? new Map(),
    issues: [],
  });
}

export function line({ review }: BuiltReview, id: string): TreeLine {
  const found = review.tree.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No KPI ${id}`);
  return found;
}

/** A node with the given cells of the sheet `tree`. */
export function nodeOf(row: RowValues): KpiNode {
  const { settings } = readSettings(tableOf('settings', []), (sheet) => ({ sheet }));
  const [node] = readTree(tableOf('tree', [{ id: 'n', ...row }]), settings, address).nodes;
  if (node === undefined) throw new Error('No node');
  return node;
}

/** Activity of an item from a day to a day. */
export const fact = (content: string, from: number, to: number, more: RowValues): RowValues => ({
  content,
  platform: 'youtube',
  account: 'a',
  from,
  to,
  kind: 'period',
  ...more,
});
