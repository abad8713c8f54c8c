import type { TextTable } from '../files/table.ts';
import type { Cell, Issue } from '../kpi/issue.ts';
import { columnLetters } from '../workbook/a1.ts';
import { type DateOrder, dateOrderOf } from '../workbook/dates.ts';
import { decimalMarkOf } from '../workbook/numbers.ts';
import { type CellContext, EXPECTED, readCell, trimId } from './cells.ts';
import { checkRatios, checkTotal } from './checks.ts';
import type { CellType } from './format.ts';
import type { MappedColumn, Recognition } from './recognise.ts';

/** A row that was not taken, and why. */
export type RejectedRow = {
  /** Row of the file's table, from 1, as a spreadsheet shows it. */
  readonly row: number;
  /** Header as in the file; empty when the row as a whole is at fault. */
  readonly column: string;
  /** Cell in A1 form, such as `C17`; the row's first cell when the row as a whole is at fault. */
  readonly cell: string;
  readonly code: string;
  readonly found: string;
  readonly expected: string;
  /** The whole row as CSV. */
  readonly raw: string;
};

/** Rows of an export as columns of equal length: index i of each belongs to one row. */
export type ExportRows = {
  readonly ids: readonly string[];
  /** Row of the file's table, from 1. */
  readonly rowNumbers: readonly number[];
  /** Columns of the `content` sheet by key, without `id`; dates are serial numbers, durations seconds. */
  readonly content: Readonly<Record<string, readonly Cell[]>>;
  /** Columns of the `performance` sheet by key; null = not measured. */
  readonly measures: Readonly<Record<string, readonly (number | null)[]>>;
  /** Rows that say once more exactly what an earlier row said. */
  readonly repeated: number;
  readonly rejected: readonly RejectedRow[];
  /** Total rows and blank rows. */
  readonly skipped: number;
  readonly warnings: readonly Issue[];
};

type Fault = Pick<RejectedRow, 'code' | 'found' | 'expected'> & { readonly at?: MappedColumn };

const NOT_READABLE: Readonly<Record<CellType, string>> = {
  id: 'CONTENT_ID_WRONG',
  text: 'CELL_NOT_NUMBER',
  count: 'CELL_NOT_COUNT',
  decimal: 'CELL_NOT_NUMBER',
  money: 'CELL_NOT_NUMBER',
  percent: 'CELL_NOT_NUMBER',
  fraction: 'CELL_NOT_NUMBER',
  duration: 'CELL_NOT_DURATION',
  date: 'CELL_NOT_DATE',
};

const NUMERIC: readonly CellType[] = ['count', 'decimal', 'money', 'percent', 'fraction'];

const csvCell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** A cell of a sheet holds 50,000 characters at most. */
const RAW_LIMIT = 20_000;

function* textsOf(table: TextTable, headerRow: number, columns: readonly MappedColumn[]): Generator<string> {
  for (let row = headerRow + 1; row < table.rows.length; row++) {
    for (const { index } of columns) yield (table.rows[row]![index] ?? '').trim();
  }
}

/** Decides for the whole file what single cells leave open. */
function contextsOf(table: TextTable, { columns, headerRow }: Recognition): CellContext[] {
  const numeric = columns.filter(({ column }) => NUMERIC.includes(column.type));
  const mark = decimalMarkOf(textsOf(table, headerRow, numeric));
  return columns.map((mapped) => {
    const isDate = mapped.column.type === 'date';
    const order: DateOrder = isDate ? dateOrderOf(textsOf(table, headerRow, [mapped])) : null;
    return { mark, order };
  });
}

/**
 * Cells that a row may have. Where every row has more than the header, the platform ends its rows with a comma; where
 * one has, a comma of its text shifted the others.
 */
function widthOf(table: TextTable, headerRow: number): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let row = headerRow + 1; row < table.rows.length; row++) {
    const cells = table.rows[row]!;
    if (cells.some((cell) => cell.trim() !== '')) shortest = Math.min(shortest, cells.length);
  }
  const width = table.rows[headerRow]!.length;
  return Number.isFinite(shortest) ? Math.max(width, shortest) : width;
}

/** Code of what is wrong with a cell's value; null when nothing is. */
function faultOfValue(value: Cell | undefined, { column }: MappedColumn): string | null {
  if (value === undefined) return NOT_READABLE[column.type];
  if (value === null) return column.required ? 'CELL_EMPTY' : null;
  return typeof value === 'number' && value < 0 && !column.net ? 'CELL_NEGATIVE' : null;
}

/** Collects the rows of one table. */
class Reader {
  readonly rejected: RejectedRow[] = [];
  readonly ids: string[] = [];
  readonly rowNumbers: number[] = [];
  /** Cells by column of the file, in the order of `columns`. */
  readonly values: Cell[][];
  repeated = 0;
  skipped = 0;
  totalRow: readonly string[] | null = null;

  private readonly columns: readonly MappedColumn[];
  private readonly contexts: readonly CellContext[];
  private readonly recognition: Recognition;
  private readonly width: number;
  private readonly idIndex: number;
  private readonly idPattern: RegExp;
  private readonly places = new Map<string, number>();

  constructor(table: TextTable, recognition: Recognition) {
    this.recognition = recognition;
    this.columns = recognition.columns;
    this.contexts = contextsOf(table, recognition);
    this.values = this.columns.map(() => []);
    this.width = widthOf(table, recognition.headerRow);
    this.idIndex = this.columns.find(({ column }) => column.field === 'id')!.index;
    this.idPattern = new RegExp(recognition.format.idPattern);
  }

  read(cells: readonly string[], row: number): void {
    const id = trimId(cells[this.idIndex] ?? '');
    if (this.recognition.format.totals.includes(id.toLowerCase())) {
      this.totalRow ??= cells;
      this.skipped++;
    } else if (cells.every((cell) => cell.trim() === '')) {
      this.skipped++;
    } else {
      const values = this.valuesOf(cells, id);
      const fault = Array.isArray(values) ? this.take(id, values, row) : values;
      if (fault) this.reject(cells, row, fault);
    }
  }

  private valuesOf(cells: readonly string[], id: string): Cell[] | Fault {
    if (cells.length > this.width) {
      return { code: 'ROW_TOO_LONG', found: String(cells.length), expected: String(this.width) };
    }
    const idColumn = this.columns.find(({ column }) => column.field === 'id')!;
    const { idExample } = this.recognition.format;
    if (id === '') return { code: 'CONTENT_ID_MISSING', found: '', expected: idExample, at: idColumn };
    if (!this.idPattern.test(id))
      return { code: 'CONTENT_ID_WRONG', found: id, expected: idExample, at: idColumn };
    const values: Cell[] = [];
    for (let i = 0; i < this.columns.length; i++) {
      const at = this.columns[i]!;
      const found = cells[at.index] ?? '';
      const value = readCell(at.column.type, found, this.contexts[i]!);
      const code = faultOfValue(value, at);
      if (code !== null) return { code, found, expected: EXPECTED[at.column.type], at };
      values.push(value ?? null);
    }
    return values;
  }

  /** Keeps a row, unless its content had a row before. */
  private take(id: string, values: readonly Cell[], row: number): Fault | null {
    const place = this.places.get(id);
    if (place === undefined) {
      this.places.set(id, this.ids.length);
      this.ids.push(id);
      this.rowNumbers.push(row);
      for (const [column, value] of values.entries()) this.values[column]!.push(value);
      return null;
    }
    const different = values.findIndex((value, column) => value !== this.values[column]![place]);
    if (different < 0) {
      this.repeated++;
      return null;
    }
    const at = this.columns[different]!;
    return {
      code: 'CONTENT_TWICE',
      found: String(values[different] ?? ''),
      expected: `${String(this.values[different]![place] ?? '')} (${columnLetters(at.index)}${this.rowNumbers[place]})`,
      at,
    };
  }

  private reject(cells: readonly string[], row: number, { at, ...fault }: Fault): void {
    this.rejected.push({
      row,
      column: at?.header ?? '',
      cell: columnLetters(at?.index ?? 0) + row,
      ...fault,
      raw: cells.map(csvCell).join(',').slice(0, RAW_LIMIT),
    });
  }

  /** The kept cells of a field of the format; undefined when the file does not have it. */
  column(field: string): readonly Cell[] | undefined {
    const index = this.columns.findIndex(({ column }) => column.field === field);
    return index < 0 ? undefined : this.values[index];
  }
}

/** A measure that the file gives only as a rate. A base of zero is zero, though its rate is then left blank. */
function derive(factors: readonly (readonly Cell[])[]): (number | null)[] {
  return factors[0]!.map((base, row) => {
    if (base === 0) return 0;
    let product = 1;
    for (const factor of factors) {
      const value = factor[row];
      if (typeof value !== 'number') return null;
      product *= value;
    }
    return Math.round(Number(product.toPrecision(12))); // 0.5 must not become 0.49999999999999994
  });
}

function measuresOf(reader: Reader, { format, columns }: Recognition): Record<string, (number | null)[]> {
  const measures: Record<string, (number | null)[]> = {};
  for (const [index, { column }] of columns.entries()) {
    if (column.target === 'measure') measures[column.field] = reader.values[index] as (number | null)[];
  }
  for (const { measure, product } of format.derived) {
    const factors = product.map((field) => reader.column(field));
    if (factors.every((factor) => factor !== undefined)) measures[measure] = derive(factors);
  }
  return measures;
}

function contentOf(reader: Reader, { columns }: Recognition): Record<string, readonly Cell[]> {
  const content: Record<string, readonly Cell[]> = {};
  for (const [index, { column }] of columns.entries()) {
    if (column.target === 'content' && column.field !== 'id') content[column.field] = reader.values[index]!;
  }
  return content;
}

/**
 * Reads the rows of a recognised export. A row with a cell that cannot be read is rejected as a whole: half a row
 * would look like a fall. Rows read are `ids.length + repeated + rejected.length`.
 * @param table The file's table that `recognition.table` names.
 * @param recognition Format and columns, from `recognise`.
 * @returns Rows as columns, rejected rows with their reason, and warnings: EXPORT_ROWS_MISSING (the rows' sum is more
 *   than 0.5 % below the file's own total), EXPORT_ROW_LIMIT (the file is as long as the platform makes them),
 *   EXPORT_RATIO_DIFFERS (figures of the file contradict each other), ROWS_REPEATED.
 */
export function readExport(table: TextTable, recognition: Recognition): ExportRows {
  const reader = new Reader(table, recognition);
  for (let row = recognition.headerRow + 1; row < table.rows.length; row++) {
    reader.read(table.rows[row]!, row + 1);
  }
  const field = (name: string): readonly Cell[] | undefined => reader.column(name);
  const read = reader.ids.length + reader.repeated + reader.rejected.length;
  const warnings: Issue[] = [
    ...checkTotal(recognition, reader.totalRow, field, read),
    ...checkRatios(recognition, field, reader.rowNumbers),
  ];
  if (reader.repeated > 0) warnings.push({ code: 'ROWS_REPEATED', values: { count: reader.repeated } });
  return {
    ids: reader.ids,
    rowNumbers: reader.rowNumbers,
    content: contentOf(reader, recognition),
    measures: measuresOf(reader, recognition),
    repeated: reader.repeated,
    rejected: reader.rejected,
    skipped: reader.skipped,
    warnings,
  };
}
