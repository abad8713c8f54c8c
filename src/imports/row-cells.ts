import type { TextTable } from '../files/table.ts';
import type { Cell } from '../kpi/issue.ts';
import { type CellContext, EXPECTED, readCell, trimId } from './cells.ts';
import { readYearless, timeOfTikTokId, walkYearless } from './dates.ts';
import type { CellType, ExportFormat } from './format.ts';
import { areIdsRounded, isRounded } from './identifiers.ts';
import type { MappedColumn } from './recognise.ts';
import { isBlankRow } from './totals.ts';

/** Why a row is not taken; without a column where the row as a whole is at fault. */
export type Fault = {
  readonly code: string;
  readonly found: string;
  readonly expected: string;
  readonly at?: MappedColumn;
};
/** Cells of a row by field of the format. */
export type Values = Record<string, Cell>;
export type RowRead =
  | { readonly values: Values; readonly fault?: undefined }
  | { readonly values?: undefined; readonly fault: Fault };

const NOT_READABLE: Readonly<Record<CellType, string>> = {
  id: 'CONTENT_ID_WRONG',
  text: 'CELL_NOT_NUMBER',
  count: 'CELL_NOT_COUNT',
  decimal: 'CELL_NOT_NUMBER',
  money: 'CELL_NOT_NUMBER',
  percent: 'CELL_NOT_NUMBER',
  rate: 'CELL_NOT_NUMBER',
  duration: 'CELL_NOT_DURATION',
  date: 'CELL_NOT_DATE',
};

/**
 * Cells that a row may have. Where every row has more than the header, the platform ends its rows with a comma; where
 * one has, a comma of its text shifted the others.
 */
function widthOf(rows: TextTable['rows'], headers: readonly string[]): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (const cells of rows) if (!isBlankRow(cells)) shortest = Math.min(shortest, cells.length);
  return Number.isFinite(shortest) ? Math.max(headers.length, shortest) : headers.length;
}

/** Code of what is wrong with a cell's value; null when nothing is. */
function faultOfValue(value: Cell | undefined, { column }: MappedColumn): string | null {
  if (value === undefined) return NOT_READABLE[column.type];
  return typeof value === 'number' && value < 0 && !column.net ? 'CELL_NEGATIVE' : null;
}

/** What is wrong with a cell: where only the other decimal mark reads it, that is the reason. */
function unreadable(code: string, found: string, at: MappedColumn, context: CellContext): Fault {
  const { type } = at.column;
  const mark = context.mark === '.' ? ',' : '.';
  const isMixed = code === 'CELL_NOT_COUNT' || code === 'CELL_NOT_NUMBER';
  if (isMixed && readCell(type, found, { ...context, mark }) !== undefined)
    return { code: 'CELL_MARKS_MIXED', found, expected: mark, at };
  return { code, found, expected: EXPECTED[type], at };
}

type SectionOf = {
  readonly format: ExportFormat;
  readonly columns: readonly MappedColumn[];
  /** What the cells of each column leave open. */
  readonly contexts: readonly CellContext[];
  readonly headers: readonly string[];
  /** Rows below the headers. */
  readonly rows: TextTable['rows'];
  /** A day that no row is after; null where none is known. */
  readonly latest: number | null;
};

/** Reads the cells of a section's rows. */
export class RowCells {
  private readonly format: ExportFormat;
  private readonly columns: readonly MappedColumn[];
  private readonly contexts: readonly CellContext[];
  private readonly rows: TextTable['rows'];
  private readonly latest: number | null;
  private readonly width: number;
  private readonly idPattern: RegExp;
  private readonly rounded: ReadonlySet<MappedColumn>;
  /** Days without a year by row, of the columns that have them in order. */
  private readonly walked = new Map<MappedColumn, readonly (number | undefined)[]>();

  constructor({ format, columns, contexts, headers, rows, latest }: SectionOf) {
    this.format = format;
    this.columns = columns;
    this.contexts = contexts;
    this.rows = rows;
    this.latest = latest;
    this.width = widthOf(rows, headers);
    this.idPattern = new RegExp(format.idPattern);
    this.rounded = new Set(columns.filter((at) => this.isCut(at)));
  }

  /**
   * Reads a row.
   * @param offset Which of the rows, from 0.
   * @returns Values by field; or the first fault.
   */
  read(offset: number): RowRead {
    const cells = this.rows[offset]!;
    if (cells.length > this.width) {
      const found = String(cells.length);
      return { fault: { code: 'ROW_TOO_LONG', found, expected: String(this.width) } };
    }
    const values: Values = {};
    for (let i = 0; i < this.columns.length; i++) {
      const at = this.columns[i]!;
      const found = cells[at.index] ?? '';
      const value = readCell(at.column.type, found, this.contexts[i]!);
      values[at.column.field] = value ?? null;
      const fault = at.column.type === 'id' ? this.faultOfId(values, at) : null;
      if (fault !== null) return { fault };
      const code = faultOfValue(value, at);
      if (code === null) continue;
      const year =
        at.column.type === 'date' && value === undefined ? this.repaired(found, offset, at) : undefined;
      if (year === undefined) return { fault: unreadable(code, found, at, this.contexts[i]!) };
      values[at.column.field] = year;
    }
    return { values };
  }

  private isContentId({ column: { field } }: MappedColumn): boolean {
    return field === (this.format.goal === 'content' ? 'id' : 'content');
  }

  /** Whether Excel cut a column's identifiers; a shop's own short numbers may well end in zeros. */
  private isCut(at: MappedColumn): boolean {
    if (at.column.type !== 'id') return false;
    const texts = this.rows.map((cells) => cells[at.index] ?? '');
    return areIdsRounded(texts, this.isContentId(at) ? 16 : 18);
  }

  /** Checks an identifier, and takes it out of the link that it may stand in. */
  private faultOfId(values: Values, at: MappedColumn): Fault | null {
    const { field } = at.column;
    const text = values[field];
    if (typeof text !== 'string') return null;
    const expected = this.format.idExample;
    if (isRounded(text) || (this.rounded.has(at) && /^\d{16,}$/.test(text))) {
      return { code: 'ID_ROUNDED', found: text, expected, at };
    }
    if (!this.isContentId(at)) return null;
    const parts = this.idPattern.exec(text);
    if (parts === null) {
      // Costs of what is no content, such as a product card, name none.
      if (this.format.goal === 'costs') values[field] = null;
      return this.format.goal === 'costs' ? null : { code: 'CONTENT_ID_WRONG', found: text, expected, at };
    }
    values[field] = parts[1] ?? text;
    const account = this.format.accountPattern && new RegExp(this.format.accountPattern).exec(text)?.[1];
    if (account) values.account = account;
    return null;
  }

  /** A date without its year, which the row's identifier or the last possible day shows. */
  private repaired(text: string, offset: number, at: MappedColumn): number | undefined {
    const id = this.columns.find(({ column }) => column.field === 'id');
    const parts = id && this.idPattern.exec(trimId(this.rows[offset]![id.index] ?? ''));
    const made = timeOfTikTokId(parts?.[1] ?? '');
    if (made !== null) return readYearless(text, made, false);
    if (this.latest === null) return undefined;
    return this.walkedDays(at, this.latest)[offset] ?? readYearless(text, this.latest, true);
  }

  /** The year of a row's day follows from those around it; most files never ask. */
  private walkedDays(at: MappedColumn, latest: number): readonly (number | undefined)[] {
    let days = this.walked.get(at);
    if (days === undefined) {
      const texts = this.rows.map((cells) => cells[at.index] ?? '');
      days = walkYearless(texts, latest);
      this.walked.set(at, days);
    }
    return days;
  }
}
