import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileTables, readFileTables } from '../../src/files/read-file.ts';
import { type ImportInput, type ImportPlan, planImport } from '../../src/imports/plan.ts';
import { type ExportRows, readExport } from '../../src/imports/read-export.ts';
import { type Recognition, recognise } from '../../src/imports/recognise.ts';
import type { Cell, Issue } from '../../src/kpi/issue.ts';
import { issueSentence } from '../../src/text/issue.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import type { Table, TableChange, Tables } from '../../src/workbook/table.ts';

export const AS_OF = 46235; // 2026-08-01
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Real exports lie beside the repository where someone has them. */
export const REAL_FOLDER = join(__dirname, '../../../shared/exports/youtube-studio');
export const realFiles = (): string[] =>
  existsSync(REAL_FOLDER) ? readdirSync(REAL_FOLDER).filter((name) => name.endsWith('.csv')) : [];
export const readReal = (name: string): Uint8Array => new Uint8Array(readFileSync(join(REAL_FOLDER, name)));

export function tablesOf(content: Uint8Array | string, name = 'Table data.csv'): FileTables {
  const read = readFileTables(typeof content === 'string' ? utf8(content) : content, name);
  if ('issue' in read) throw new Error(`Not read: ${JSON.stringify(read.issue)}`);
  return read;
}

const FIXTURES = join(__dirname, 'fixtures');
export const fixtureNames = (): string[] => readdirSync(FIXTURES).sort();
export const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FIXTURES, name)));

export function recognised(
  content: Uint8Array | string,
  { name = 'Table data.csv', latest = null }: { name?: string; latest?: number | null } = {},
): { recognition: Recognition; rows: ExportRows } {
  const { tables } = tablesOf(content, name);
  const recognition = recognise(tables);
  if ('issue' in recognition) throw new Error(`Not recognised: ${JSON.stringify(recognition.issue)}`);
  return { recognition, rows: readExport(tables[recognition.table]!, recognition, latest) };
}

export const sentence = (issue: Issue): string => issueSentence('en', issue);

export function planned(
  content: Uint8Array | string,
  options: Partial<ImportInput> = {},
): ReturnType<typeof planImport> {
  const latest = options.asOf ?? AS_OF;
  const { recognition, rows } = recognised(content, { name: options.fileName ?? 'Table data.csv', latest });
  return planImport({
    fileName: 'art-channel.csv',
    exportRows: rows,
    recognition,
    asOf: AS_OF,
    tables: {},
    language: 'en',
    reporting: 'USD',
    who: 'ana@example.com',
    now: (options.asOf ?? AS_OF) + 1.375,
    importId: 'import-1',
    sentence,
    ...options,
  });
}

export function plan(content: Uint8Array | string, options: Partial<ImportInput> = {}): ImportPlan {
  const made = planned(content, options);
  if ('issue' in made) throw new Error(`Not planned: ${JSON.stringify(made.issue)}`);
  return made;
}

const emptyColumns = (key: string): Record<string, Cell[]> =>
  Object.fromEntries(sheetTemplate(key).columns.map((column) => [column.key, []]));

/** The tables after a plan's changes, as a workbook would hand them over at the next reading. */
export function apply(tables: Tables, changes: readonly TableChange[]): Tables {
  const result: Record<string, Table> = { ...tables };
  for (const { sheet, appends, updates, removals = [] } of changes) {
    const before = result[sheet];
    const rows = before?.rows ?? 0;
    const columns = emptyColumns(sheet);
    for (const [key, column] of Object.entries(columns)) {
      for (let row = 0; row < rows; row++) column.push(before?.columns[key]?.[row] ?? null);
    }
    const write = (index: number, values: Readonly<Record<string, Cell>>): void => {
      for (const [key, value] of Object.entries(values)) {
        const column = columns[key];
        if (column === undefined) throw new Error(`Sheet ${sheet} has no column ${key}`);
        column[index] = value;
      }
    };
    for (const { index, values } of updates) write(index, values);
    appends.forEach((values, offset) => {
      for (const column of Object.values(columns)) column.push(null);
      write(rows + offset, values);
    });
    for (const column of Object.values(columns)) {
      for (const index of [...removals].sort((a, b) => b - a)) column.splice(index, 1);
    }
    result[sheet] = { key: sheet, title: sheet, rows: rows + appends.length - removals.length, columns };
  }
  return result;
}

export const change = ({ changes }: ImportPlan, sheet: string): TableChange =>
  changes.find((each) => each.sheet === sheet) ?? { sheet, appends: [], updates: [] };

/** Counts of a result, without its lists. */
export function counts({ result }: ImportPlan): Record<string, number> {
  const { read, taken, updated, unchanged, rejected, skipped } = result;
  return { read, taken, updated, unchanged, rejected: rejected.length, skipped };
}
