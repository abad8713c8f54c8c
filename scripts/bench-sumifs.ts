/** The weekly table of a review built with the spreadsheet's own SUMIFS, in the local engine. */
import { createDocument } from '../src/local/document/store.ts';
import { createMachine } from '../src/local/machine.ts';
import { columnLetters } from '../src/workbook/a1.ts';
import { cells, type Table, type Tables } from '../src/workbook/table.ts';
import { LAST_DAY } from './bench-workbook.ts';

const MEASURED = ['views', 'gmv', 'orders', 'product_clicks', 'product_impressions'] as const;
const WEEKS = 26;

type Api = ReturnType<typeof createMachine>['api'];

function write(api: Api, id: string, range: string, values: readonly unknown[][]): void {
  api.valuesUpdate(id, range, { values }, { valueInputOption: 'USER_ENTERED' });
}

/** Rows as an export of weeks has them: a formula cannot take the difference of two snapshots. */
function dataRows(table: Table): unknown[][] {
  const keys = ['platform', 'account', 'from', 'to', ...MEASURED];
  return Array.from({ length: table.rows }, (_, row) =>
    keys.map((key) => cells(table, key)[row] ?? (key === 'from' ? Number(cells(table, 'to')[row]) - 6 : '')),
  );
}

/** A line for each account and measure, a column for each week. */
function formulas(accounts: Table, rows: number): unknown[][] {
  const weeks = Array.from({ length: WEEKS }, (_, i) => LAST_DAY - 6 - 7 * (WEEKS - 1 - i));
  const column = (letter: string): string => `data!$${letter}$1:$${letter}$${rows}`;
  const lines = cells(accounts, 'id').flatMap((id) =>
    MEASURED.map((_, i) => {
      const sums = column(columnLetters(4 + i));
      return [
        id,
        ...weeks.map((_, week) => {
          const head = `${columnLetters(week + 1)}$1`;
          const days = `${column('C')},">="&${head},${column('D')},"<="&${head}+6`;
          return `=SUMIFS(${sums},${column('B')},$A${'ROW'},${days})`;
        }),
      ];
    }),
  );
  return [
    ['', ...weeks],
    ...lines.map((line, row) =>
      line.map((cell) => (typeof cell === 'string' ? cell.replace('ROW', String(row + 2)) : cell)),
    ),
  ];
}

/**
 * Writes the rows, then the formulas, reads them, and reads them again after one cell changed.
 * @param tables The workbook.
 * @param files The built add-on, which the local host opens with a document.
 * @returns Milliseconds of both, and how many formulas there were.
 */
export function sumifsTable(
  tables: Tables,
  files: Record<string, string>,
): { formulas: number; made: number; again: number } {
  const id = 'bench';
  const document = createDocument({ timeZone: 'UTC', spreadsheetId: id });
  const user = { email: 'ana@example.com', locale: 'en' };
  const machine = createMachine({ files, user, now: new Date('2026-11-22T10:00:00Z'), document });
  const { api } = machine;
  const data = dataRows(tables.performance as Table);
  const table = formulas(tables.accounts as Table, data.length);
  const addSheet = (title: string, rowCount: number, columnCount: number) => ({
    addSheet: { properties: { title, gridProperties: { rowCount, columnCount } } },
  });
  api.batchUpdate(id, {
    requests: [
      addSheet('data', data.length, 4 + MEASURED.length),
      addSheet('weeks', table.length, WEEKS + 1),
    ],
  });
  write(api, id, `data!A1:${columnLetters(3 + MEASURED.length)}${data.length}`, data);
  const range = `weeks!A1:${columnLetters(WEEKS)}${table.length}`;
  const read = (): void => {
    const { values = [] } = api.valuesGet(id, range, { valueRenderOption: 'UNFORMATTED_VALUE' }) as {
      values?: unknown[][];
    };
    if (typeof values[1]?.[1] !== 'number') throw new Error(`no sum but ${JSON.stringify(values[1]?.[1])}`);
  };
  const timed = (work: () => void): number => {
    const start = performance.now();
    work();
    read();
    return Math.round(performance.now() - start);
  };
  const made = timed(() => write(api, id, range, table));
  const again = timed(() => write(api, id, 'data!E1', [[1]]));
  return { formulas: (table.length - 1) * WEEKS, made, again };
}
