/** Computed columns of a long sheet in the local host: after one cell changed, until all of them are there. */
import { createDocument } from '../src/local/document/store.ts';
import { createMachine, type Machine } from '../src/local/machine.ts';
import { columnLetters } from '../src/workbook/a1.ts';
import { sheetTemplate } from '../src/workbook/sheets/index.ts';
import type { RowValues } from '../src/workbook/table.ts';
import { type ColumnTemplate, MODULES } from '../src/workbook/template.ts';

const TODAY = 46_349;

/** Something of the column's type, another one in each row. */
function sampleValue({ key, type, choices, rule }: ColumnTemplate, row: number): string | number | boolean {
  if (key === 'link') return `https://shop.example/p?item=${row}`;
  // Conversions stay below visitors, answers behind comments.
  if (/^(visitors|planned_n)/.test(key)) return 5000 + (row % 97);
  if (key === 'answered') return TODAY - 1 + (row % 7) / 10;
  if (choices !== undefined) return choices[row % choices.length]?.key ?? '';
  if (type === 'date' || type === 'datetime') return TODAY - 40 + (row % 60);
  if (type === 'boolean') return row % 2 === 0;
  if (type === 'percent' || (rule !== undefined && 'high' in rule)) return 0.2 + (row % 50) / 100;
  return type === 'text' || type === 'id' ? `${key}-${row}` : 1 + (row % 977);
}

function rowsOf(key: string, count: number): RowValues[] {
  const columns = sheetTemplate(key).columns.filter(({ formula }) => formula === undefined);
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(columns.map((column) => [column.key, sampleValue(column, row)])),
  );
}

function must(machine: Machine, name: string, request: object): void {
  const reply = machine.callFromSidebar(name, [request]);
  const answer = reply.ok ? (reply.value as { ok: boolean; sentence?: string }) : { ok: false };
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
}

/** First column that people type numbers or dates into and that a formula takes. */
function edited(columns: readonly ColumnTemplate[]): number {
  const taken = new Set<string>();
  for (const { formula } of columns) {
    formula?.((key, sheet) => {
      if (sheet === undefined) taken.add(key);
      return '$A$1:$A';
    }, 'en');
  }
  return columns.findIndex(
    ({ key, formula, type }) => taken.has(key) && formula === undefined && type !== 'choice' && type !== 'id',
  );
}

export type Recalculation = {
  /** Computed columns of the sheet. */
  readonly columns: number;
  readonly milliseconds: readonly number[];
};

/**
 * Changes a cell of a sheet again and again, and reads its computed columns. The whole workbook is recalculated.
 * @param files The built add-on.
 * @param key The sheet.
 * @param count Its rows.
 * @param runs How often, after a first time that does not count.
 */
export function recalculations(
  files: Record<string, string>,
  key: string,
  count: number,
  runs: number,
): Recalculation {
  const document = createDocument({ timeZone: 'Asia/Shanghai', spreadsheetId: 'bench' });
  const user = { email: 'ana@example.com', locale: 'en' };
  const machine = createMachine({ files, user, now: new Date('2026-11-22T10:00:00Z'), document });
  machine.open();
  must(machine, 'setUp', { language: 'en', modules: [...MODULES] });
  must(machine, 'loadRows', { tables: [{ sheet: key, rows: rowsOf(key, count) }] });
  const { titles, columns } = sheetTemplate(key);
  // The check of a link says nothing where the link is right, as all of these are.
  const letters = columns.flatMap(({ key: name, formula }, i) =>
    formula === undefined || name === 'utm_check' ? [] : [columnLetters(i)],
  );
  const ranges = letters.map((letter) => `'${titles.en}'!${letter}2:${letter}${count + 1}`);
  const cell = `'${titles.en}'!${columnLetters(edited(columns))}2`;
  const milliseconds = Array.from({ length: runs + 1 }, (_, run) => {
    const start = performance.now();
    machine.api.valuesUpdate('bench', cell, { values: [[TODAY + run]] }, { valueInputOption: 'RAW' });
    for (const range of ranges) {
      const { values = [] } = machine.api.valuesGet('bench', range, {}) as { values?: unknown[][] };
      if (values.length < count / 2) throw new Error(`${range} shows ${values.length} rows`);
    }
    return performance.now() - start;
  });
  return { columns: letters.length, milliseconds: milliseconds.slice(1) };
}
