/** Importing a long file: read, checked and compared with a workbook that has most of it already. */
import type { TextTable } from '../src/files/table.ts';
import { type ImportPlan, planImport } from '../src/imports/plan.ts';
import { readExport } from '../src/imports/read-export.ts';
import { recognise } from '../src/imports/recognise.ts';
import { sheetTemplate } from '../src/workbook/sheets/index.ts';
import { emptyTable, type RowValues, type Table, type Tables } from '../src/workbook/table.ts';

export const DAY = 46_349;
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

export const idOf = (row: number): string => `v${String(row).padStart(10, '0')}`;

/** YouTube Studio's table by content, from the n-th on; of those before `known` every second one has other likes. */
export function longFile(rows: number, first = 0, known = 0): TextTable {
  const lines = Array.from({ length: rows }, (_, line) => {
    const i = first + line;
    return [
      idOf(i),
      `Title ${i}`,
      'Jan 5, 2026',
      String(20 + (i % 60)),
      String((i % 97) + (i < known && i % 2 === 0 ? 1 : 0)),
      String(i % 13),
      '0:00:21',
      String(100 + (i % 9973)),
      String(((100 + (i % 9973)) * 21) / 3600),
      String(i % 7),
      String(2000 + (i % 99_991)),
      '',
    ];
  });
  return { name: 'Table data.csv', rows: [HEADERS, ...lines] };
}

export function tableOf(key: string, rows: readonly RowValues[]): Table {
  const columns = sheetTemplate(key).columns.map(
    (column) => [column.key, rows.map((row) => row[column.key] ?? null)] as const,
  );
  return { key, title: key, rows: rows.length, columns: Object.fromEntries(columns) };
}

/** A table as the bytes of a CSV file. */
export function csvOf({ rows }: TextTable): Uint8Array {
  const cell = (text: string): string => (/[",]/.test(text) ? `"${text}"` : text);
  return new TextEncoder().encode(rows.map((row) => row.map(cell).join(',')).join('\r\n'));
}

/** A workbook that has the first rows, as of the same day. */
export function workbookWith(rows: number): Tables {
  const known = Array.from({ length: rows }, (_, i) => i);
  const account = { platform: 'YouTube', account: 'art' };
  const facts = known.map((i) => ({
    ...account,
    content: idOf(i),
    to: DAY,
    kind: 'Total to date',
    published: 46_027,
    duration: 20 + (i % 60),
    likes: i % 97,
    shares: i % 13,
    avg_watch_seconds: 21,
    views: 100 + (i % 9973),
    watch_hours: ((100 + (i % 9973)) * 21) / 3600,
    impressions: 2000 + (i % 99_991),
  }));
  const content = known.map((i) => ({ ...account, id: idOf(i), title: `Title ${i}`, published: 46_027 }));
  const empty = Object.fromEntries(['imports', 'issues'].map((key) => [key, emptyTable(key, key)]));
  return {
    ...empty,
    accounts: tableOf('accounts', [{ platform: 'YouTube', id: 'art', currency: 'USD' }]),
    content: tableOf('content', content),
    performance: tableOf('performance', facts),
  };
}

/** From text cells to the changes of the workbook. */
export function importLong(file: TextTable, tables: Tables): ImportPlan {
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
    reporting: 'USD',
    who: 'bench',
    now: DAY + 1.4,
    importId: 'bench-1',
    sentence: ({ code }) => code,
  });
  if ('issue' in planned) throw new Error(planned.issue.code);
  return planned;
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

function objectsOf(file: TextTable): Record<string, string>[] {
  const [headers = [], ...lines] = file.rows;
  return lines.map((line) => Object.fromEntries(headers.map((header, i) => [header, line[i] ?? ''])));
}

function rowsBy(table: Table, keyOf: (row: Record<string, unknown>) => string) {
  const known = new Map<string, Record<string, unknown>>();
  for (let row = 0; row < table.rows; row++) {
    const cells = Object.entries(table.columns).map(([key, column]) => [key, column[row]]);
    const values = Object.fromEntries(cells);
    known.set(keyOf(values), values);
  }
  return known;
}

/** The same upsert with an object a row and a Map, without any check. */
export function rowObjects(file: TextTable, tables: Tables): number {
  const known = rowsBy(
    tables.performance as Table,
    (row) => `${row.platform} ${row.account} ${row.content} ${row.to} ${row.kind}`,
  );
  let changed = 0;
  for (const row of objectsOf(file)) {
    const before = known.get(`YouTube art ${row.Content} ${DAY} Total to date`);
    const values = { views: Number(row.Views), likes: Number(row.Likes), shares: Number(row.Shares) };
    if (before === undefined || before.views !== values.views || before.likes !== values.likes) changed += 1;
  }
  return changed;
}

/** As `rowObjects`, of orders. */
export function orderObjects(file: TextTable, tables: Tables): number {
  const known = rowsBy(tables.orders as Table, (row) => `${row.platform} ${row.id} ${row.sku}`);
  let changed = 0;
  for (const row of objectsOf(file)) {
    const before = known.get(`${row.Platform} ${row['Order ID']} ${row.SKU}`);
    if (before?.amount !== Number(row.Amount) || before.units !== Number(row.Quantity)) changed += 1;
  }
  return changed;
}
