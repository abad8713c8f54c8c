import type { Cell } from '../../src/kpi/issue.ts';
import { type SampleData, sampleTables } from '../../src/sample/index.ts';
import type { RowValues } from '../../src/workbook/table.ts';

/** Sunday 2026-11-22. */
export const LAST_DAY = 46348;
export const WEEKS = 26;
export const FIRST_DAY = LAST_DAY - WEEKS * 7 + 1;
export const SEEDS: readonly number[] = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 99999];

const made = new Map<string, SampleData>();

/** Sample data in English, made once per seed and kind. */
export function sample(seed: number, story: boolean): SampleData {
  const key = `${seed} ${story}`;
  const known = made.get(key) ?? sampleTables({ seed, lastDay: LAST_DAY, story, language: 'en' });
  made.set(key, known);
  return known;
}

export function rowsOf(data: SampleData, sheet: string): readonly RowValues[] {
  return data.tables.find((table) => table.sheet === sheet)?.rows ?? [];
}

export const number = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : 0);
export const text = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '');
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const total = (rows: readonly RowValues[], key: string): number =>
  sum(rows.map((row) => number(row[key])));

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) /
    2
  );
}

export function grouped(
  rows: readonly RowValues[],
  keyOf: (row: RowValues) => string,
): Map<string, RowValues[]> {
  const groups = new Map<string, RowValues[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? [];
    group.push(row);
    groups.set(keyOf(row), group);
  }
  return groups;
}

/** Value of one unit of a currency in USD on a day, from the rows of the sheet of rates. */
export function usdOf(data: SampleData): (currency: Cell | undefined, day: Cell | undefined) => number {
  const rates = grouped(rowsOf(data, 'rates'), (row) => text(row.currency));
  return (currency, day) => {
    const known = (rates.get(text(currency)) ?? []).filter((row) => number(row.date) <= number(day));
    return currency === 'USD' ? 1 : number(known[known.length - 1]?.rate);
  };
}

/** Performance rows with amounts in USD. */
export function factsInUsd(data: SampleData): RowValues[] {
  const usd = usdOf(data);
  return rowsOf(data, 'performance').map((row) => ({
    ...row,
    gmv: number(row.gmv) * usd(row.currency, row.to),
  }));
}
