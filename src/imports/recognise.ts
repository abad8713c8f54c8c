import type { TextTable } from '../files/table.ts';
import type { Issue } from '../kpi/issue.ts';
import { cutOffRow, hasRows } from './cut-off.ts';
import type { ColumnFormat, ExportFormat } from './format.ts';
import { FORMATS } from './formats.ts';
import { readHeader } from './header.ts';

/** A column of the file that the format knows. */
export type MappedColumn = {
  readonly column: ColumnFormat;
  /** Place in the row, from 0. */
  readonly index: number;
  /** Header as it stands in the file. */
  readonly header: string;
};

/** What a file is, and where its columns stand. */
export type Recognition = {
  readonly format: ExportFormat;
  /** Which of the file's tables, from 0. */
  readonly table: number;
  /** Which of the table's rows holds the headers, from 0. */
  readonly headerRow: number;
  readonly columns: readonly MappedColumn[];
  /** Currency of the file's amounts where a header names it. */
  readonly currency: string | null;
  /** Headers that nothing is taken from, as they stand in the file. */
  readonly ignoredColumns: readonly string[];
};

type Candidate = Recognition & { readonly missing: readonly ColumnFormat[]; readonly rowsBelow: number };

/** Headers stand within the first rows; files with a preamble have had at most six lines before them. */
const ROWS_LOOKED_AT = 30;

type HeaderRow = { readonly texts: readonly string[]; readonly names: readonly string[] };

/** The place of a column: that of its most preferred alias which the file has. */
function placeOf(column: ColumnFormat, names: readonly string[]): number {
  for (const alias of column.aliases) {
    const index = names.indexOf(readHeader(alias).name);
    if (index >= 0) return index;
  }
  return -1;
}

function currencyOf(row: HeaderRow, columns: readonly MappedColumn[]): string | null {
  for (const { column, index } of columns) {
    const currency = column.type === 'money' ? readHeader(row.texts[index] ?? '').currency : null;
    if (currency !== null) return currency;
  }
  return null;
}

function matchRow(
  format: ExportFormat,
  row: HeaderRow,
  place: Pick<Candidate, 'table' | 'headerRow' | 'rowsBelow'>,
): Candidate {
  const columns: MappedColumn[] = [];
  const missing: ColumnFormat[] = [];
  for (const column of format.columns) {
    const index = placeOf(column, row.names);
    if (index >= 0) columns.push({ column, index, header: (row.texts[index] ?? '').trim() });
    else if (column.required) missing.push(column);
  }
  const used = new Set(columns.map(({ index }) => index));
  const ignoredColumns = row.texts.filter((text, index) => !used.has(index) && text.trim() !== '');
  return { format, ...place, columns, currency: currencyOf(row, columns), ignoredColumns, missing };
}

function isBetter(one: Candidate, other: Candidate | null): boolean {
  if (other === null) return true;
  const whole = one.missing.length === 0;
  if (whole !== (other.missing.length === 0)) return whole;
  if (one.columns.length !== other.columns.length) return one.columns.length > other.columns.length;
  return one.rowsBelow > other.rowsBelow;
}

function bestCandidate(tables: readonly TextTable[]): Candidate | null {
  let best: Candidate | null = null;
  tables.forEach((table, tableIndex) => {
    const last = Math.min(table.rows.length, ROWS_LOOKED_AT);
    for (let headerRow = 0; headerRow < last; headerRow++) {
      const texts = table.rows[headerRow]!;
      const row = { texts, names: texts.map((text) => readHeader(text).name) };
      const place = { table: tableIndex, headerRow, rowsBelow: table.rows.length - headerRow - 1 };
      for (const format of FORMATS) {
        const candidate = matchRow(format, row, place);
        if (candidate.columns.length > 0 && isBetter(candidate, best)) best = candidate;
      }
    }
  });
  return best;
}

function unknown(tables: readonly TextTable[]): { readonly issue: Issue } {
  const first = tables.flatMap((table) => table.rows.slice(0, 1))[0] ?? [];
  return { issue: { code: 'EXPORT_UNKNOWN', found: first.slice(0, 6).join(' · ').slice(0, 200) } };
}

/**
 * Finds out which export a file is: by its headers, whatever their row, order, language and currency.
 * @param tables Tables of the file.
 * @returns The format with the place of its columns; or an issue: EXPORT_UNKNOWN, EXPORT_COLUMNS_MISSING (says what the
 *   file looks most like and what it lacks), EXPORT_NO_ROWS, FILE_TRUNCATED (ends within a row).
 * @example recognise([{ name: 'Table data.csv', rows: [['Content', 'Views'], ['F3HVs95pagk', '7']] }])
 *   //=> { format: { key: 'youtube.content', … }, table: 0, headerRow: 0, columns: […], … }
 */
export function recognise(tables: readonly TextTable[]): Recognition | { readonly issue: Issue } {
  const best = bestCandidate(tables);
  if (best === null || (best.missing.length > 0 && best.columns.length < 2)) return unknown(tables);
  const { missing, rowsBelow: _, ...recognition } = best;
  if (missing.length > 0) {
    const columns = missing.map((column) => column.aliases[0]).join(', ');
    return {
      issue: { code: 'EXPORT_COLUMNS_MISSING', values: { format: best.format.name, missing: columns } },
    };
  }
  const table = tables[best.table]!;
  const cutOff = cutOffRow(table, recognition);
  if (cutOff !== null) return { issue: { code: 'FILE_TRUNCATED', values: { row: cutOff } } };
  return hasRows(table, recognition) ? recognition : { issue: { code: 'EXPORT_NO_ROWS' } };
}
