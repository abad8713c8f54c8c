/** The tree table of a review as one would write it first: an object a row, a Map a period. */
import { isRatio, MEASURES, metricOf } from '../src/kpi/metrics.ts';
import { periodsOf } from '../src/review/periods.ts';
import { cells, type Table, type Tables } from '../src/workbook/table.ts';
import { LAST_DAY } from './bench-workbook.ts';

type Row = { platform: string; account: string; from: number; to: number } & Record<string, unknown>;
type Sums = Record<string, number>;

const KEYS = MEASURES.filter(({ sources }) => sources.includes('performance')).map(({ key }) => key);

function rowsOf(table: Table): Record<string, unknown>[] {
  const columns = Object.entries(table.columns);
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(columns.map(([key, column]) => [key, column[row]])),
  );
}

/** Rows of activity: totals to date less those of the file before. */
function activity(rows: readonly Record<string, unknown>[]): Row[] {
  const before = new Map<string, Record<string, unknown>>();
  const found: Row[] = [];
  for (const row of rows) {
    if (row.kind === 'Within the period') found.push(row as Row);
    else {
      const key = `${row.platform} ${row.account} ${row.content}`;
      const last = before.get(key);
      const values = KEYS.map((measure) => [measure, Number(row[measure]) - Number(last?.[measure] ?? 0)]);
      const from = last === undefined ? Number(row.to) - 6 : Number(last.to) + 1;
      found.push({ ...row, from, ...Object.fromEntries(values) } as Row);
      before.set(key, row);
    }
  }
  return found;
}

/** Sums of each period by platform and account. */
function sumsIn(rows: readonly Row[], from: number, to: number): Map<string, Sums> {
  const found = new Map<string, Sums>();
  for (const row of rows) {
    const days = Math.min(row.to, to) - Math.max(row.from, from) + 1;
    if (days <= 0) continue;
    const key = `${row.platform}|${row.account}`;
    const sums = found.get(key) ?? {};
    found.set(key, sums);
    for (const measure of KEYS) {
      const value = row[measure];
      if (typeof value === 'number') {
        sums[measure] = (sums[measure] ?? 0) + (value * days) / (row.to - row.from + 1);
      }
    }
  }
  return found;
}

/**
 * Every KPI of the tree in the periods of the tree table, without any rule for cells that are missing or wrong.
 * @returns Values by KPI and period.
 */
export function treeByRows(tables: Tables): (number | null)[][] {
  const rows = activity(rowsOf(tables.performance as Table));
  const { week, yearBefore, signalWeeks, monthToDate, quarterToDate } = periodsOf(LAST_DAY - 6, 12);
  const spans = [week, yearBefore, monthToDate, quarterToDate, ...signalWeeks];
  const periods = spans.map(({ from, to }) => sumsIn(rows, from, to));
  const tree = tables.tree as Table;
  return Array.from({ length: tree.rows }, (_, row) => {
    const at = (key: string): string => String(cells(tree, key)[row] ?? '');
    const metric = metricOf(at('metric'));
    return periods.map((sums) => {
      if (metric === undefined) return null;
      const chosen = [...sums].filter(([key]) => {
        const [platform = '', account = ''] = key.split('|');
        return ['', platform].includes(at('platform')) && ['', account].includes(at('account'));
      });
      const total = (key: string): number => chosen.reduce((sum, [, own]) => sum + (own[key] ?? 0), 0);
      if (!isRatio(metric)) return total(metric.key);
      return metric.numerator.reduce((sum, key) => sum + total(key), 0) / total(metric.denominator);
    });
  });
}
