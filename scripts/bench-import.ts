/** Importing a long file: read, checked and compared with a workbook that has most of it already. */
import type { TextTable } from '../src/files/table.ts';
import { planImport } from '../src/imports/plan.ts';
import { readExport } from '../src/imports/read-export.ts';
import { recognise } from '../src/imports/recognise.ts';
import { sheetTemplate } from '../src/workbook/sheets/index.ts';
import { emptyTable, type RowValues, type Table, type Tables } from '../src/workbook/table.ts';

const DAY = 46_349;
const HEADERS = [
  'Content',
  'Video title',
  'Video publish time',
  'Duration',
  'Likes',
  'Shares',
  'Average view duration',
  'Views',
  'Watch time (hours)',
  'Subscribers',
  'Impressions',
  'Impressions click-through rate (%)',
];

const idOf = (row: number): string => `v${String(row).padStart(10, '0')}`;

/** YouTube Studio's table by content. */
export function longFile(rows: number): TextTable {
  const lines = Array.from({ length: rows }, (_, i) => [
    idOf(i),
    `Title ${i}`,
    'Jan 5, 2026',
    String(20 + (i % 60)),
    String(i % 97),
    String(i % 13),
    '0:00:21',
    String(100 + (i % 9973)),
    String(((100 + (i % 9973)) * 21) / 3600),
    String(i % 7),
    String(2000 + (i % 99_991)),
    '',
  ]);
  return { name: 'Table data.csv', rows: [HEADERS, ...lines] };
}

function tableOf(key: string, rows: readonly RowValues[]): Table {
  const columns = sheetTemplate(key).columns.map(
    (column) => [column.key, rows.map((row) => row[column.key] ?? null)] as const,
  );
  return { key, title: key, rows: rows.length, columns: Object.fromEntries(columns) };
}

/** A workbook that has every second row of the file, as of the same day. */
export function workbookWith(rows: number): Tables {
  const known = Array.from({ length: rows / 2 }, (_, i) => i * 2);
  const account = { platform: 'YouTube', account: 'art' };
  const facts = known.map((i) => ({
    ...account,
    content: idOf(i),
    to: DAY,
    kind: 'Total to date',
    views: 100 + (i % 9973),
    likes: i % 5,
  }));
  const content = known.map((i) => ({ ...account, id: idOf(i), title: `Title ${i}` }));
  const empty = Object.fromEntries(['imports', 'issues'].map((key) => [key, emptyTable(key, key)]));
  return {
    ...empty,
    accounts: tableOf('accounts', [{ platform: 'YouTube', id: 'art' }]),
    content: tableOf('content', content),
    performance: tableOf('performance', facts),
  };
}

/** From text cells to the changes of the workbook. */
export function importLong(file: TextTable, tables: Tables): { taken: number; updated: number } {
  const recognition = recognise([file]);
  if ('issue' in recognition) throw new Error(recognition.issue.code);
  const planned = planImport({
    fileName: file.name,
    exportRows: readExport(file, recognition, DAY + 1),
    recognition,
    asOf: DAY,
    account: 'art',
    tables,
    language: 'en',
    who: 'bench',
    now: DAY + 1.4,
    importId: 'bench-1',
    sentence: ({ code }) => code,
  });
  if ('issue' in planned) throw new Error(planned.issue.code);
  const { taken, updated } = planned.result;
  return { taken, updated };
}

/** Every cell of the file and of the workbook looked at once. */
export function passOver(file: TextTable, tables: Tables): number {
  let sum = 0;
  for (const row of file.rows) for (const cell of row) sum += Number(cell) || cell.length;
  for (const table of Object.values(tables)) {
    for (const column of Object.values(table.columns)) {
      for (const cell of column) if (typeof cell === 'number') sum += cell;
    }
  }
  return sum;
}

/** The same upsert with an object a row and a Map, without any check. */
export function rowObjects(file: TextTable, tables: Tables): number {
  const [headers = [], ...lines] = file.rows;
  const rows = lines.map((line) => Object.fromEntries(headers.map((header, i) => [header, line[i] ?? ''])));
  const table = tables.performance as Table;
  const known = new Map<string, Record<string, unknown>>();
  for (let row = 0; row < table.rows; row++) {
    const values = Object.fromEntries(
      Object.entries(table.columns).map(([key, column]) => [key, column[row]]),
    );
    known.set(`${values.platform} ${values.account} ${values.content} ${values.to} ${values.kind}`, values);
  }
  let changed = 0;
  for (const row of rows) {
    const before = known.get(`YouTube art ${row.Content} ${DAY} Total to date`);
    const values = { views: Number(row.Views), likes: Number(row.Likes), shares: Number(row.Shares) };
    if (before === undefined || before.views !== values.views || before.likes !== values.likes) changed += 1;
  }
  return changed;
}
