/** The workbook's sheets as tables of a database in memory. */
import { type DuckDBAppender, type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { CHOICES, type Language, rowsOf, type SheetTable, TABLES } from './sheets.ts';
import type { SheetCell, SheetRows } from './xlsx-cells.ts';

export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;
export type Database = {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Row[]>;
  close(): void;
};

function append(appender: DuckDBAppender, { value }: SheetCell, type: string, place: string): void {
  if (value === null) appender.appendNull();
  else if (type === 'VARCHAR') appender.appendVarchar(String(value));
  else if (typeof value !== 'number') throw new Error(`${place} is no number: ${value}`);
  else if (type === 'DOUBLE') appender.appendDouble(value);
  else if (Number.isInteger(value)) appender.appendInteger(value);
  else throw new Error(`${place} is no whole number: ${value}`);
}

async function load(
  connection: DuckDBConnection,
  table: SheetTable,
  rows: SheetRows,
  language: Language,
): Promise<void> {
  const columns = table.columns.map(([name, type]) => `${name} ${type}`);
  await connection.run(`CREATE TABLE ${table.name} (row_number INTEGER, ${columns.join(', ')})`);
  const appender = await connection.createAppender(table.name);
  for (const [number, cells] of rowsOf(table, rows, language)) {
    appender.appendInteger(number);
    cells.forEach((cell, i) => {
      const [name = '', type = ''] = table.columns[i] ?? [];
      append(appender, cell, type, `${table.name} ${name} ${number}`);
    });
    appender.endRow();
  }
  appender.closeSync();
}

/** Words of one language become those of the queries. */
async function translate(connection: DuckDBConnection, language: Language): Promise<void> {
  const columns = ['performance.kind', 'tree.operator', 'tree.kind', 'orders.status', 'costs.rule'];
  for (const place of [...columns, 'comments.sentiment']) {
    const [table, column] = place.split('.');
    for (const [word, en, zh] of CHOICES) {
      const own = language === 'en' ? en : zh;
      await connection.run(`UPDATE ${table} SET ${column} = '${word}' WHERE ${column} = '${own}'`);
    }
  }
}

/**
 * Loads the sheets of a workbook.
 * @param sheets Rows by title.
 * @param language Language of its titles, headers and words.
 */
export async function databaseOf(
  sheets: ReadonlyMap<string, SheetRows>,
  language: Language,
): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  for (const table of TABLES) {
    const rows = sheets.get(table.titles[language]);
    if (rows === undefined) throw new Error(`No sheet ${table.titles[language]}`);
    await load(connection, table, rows, language);
  }
  await translate(connection, language);
  return {
    async run(sql) {
      await connection.run(sql);
    },
    async rows(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader
        .getRowObjectsJS()
        .map(
          (row) =>
            Object.fromEntries(
              Object.entries(row).map(([name, value]) => [
                name,
                typeof value === 'bigint' ? Number(value) : value,
              ]),
            ) as Row,
        );
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
