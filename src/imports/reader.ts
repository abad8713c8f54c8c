import type { TextTable } from '../files/table.ts';
import type { Cell } from '../kpi/issue.ts';
import { columnLetters } from '../workbook/a1.ts';
import type { DateOrder } from '../workbook/dates.ts';
import { type CellContext, cut, EXPECTED, readCell, trimId } from './cells.ts';
import { contextsOf, currencyOfCells } from './contexts.ts';
import { readExportDate, readYearless, timeOfTikTokId } from './dates.ts';
import type { CellType, ExportFormat, Goal } from './format.ts';
import { readHeader } from './header.ts';
import { areIdsRounded, idOfTime, isRounded } from './identifiers.ts';
import type { MappedColumn, Recognition, Section } from './recognise.ts';
import { isBlankRow, totalsOf } from './totals.ts';

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

type Fault = Pick<RejectedRow, 'code' | 'found' | 'expected'> & { readonly at?: MappedColumn };
type Values = Record<string, Cell>;

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

const csvCell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** Lines of an order may be equal in all they say, and are added up later. */
const EVERY_ROW: readonly Goal[] = ['none', 'orders'];

/** Rows of these may each be in a currency of their own. */
const OWN_CURRENCY: readonly Goal[] = ['orders', 'costs'];

/** A cell of a sheet holds 50,000 characters at most. */
const RAW_LIMIT = 20_000;
/** What a sentence can say of a cell. */
const FOUND_LIMIT = 500;

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

/** Collects the rows of one table. */
export class Reader {
  readonly rejected: RejectedRow[] = [];
  /** What tells each kept row from the others; of content its identifier. */
  readonly ids: string[] = [];
  readonly rowNumbers: number[] = [];
  /** Kept cells by field. */
  readonly fields: Record<string, Cell[]> = {};
  repeated = 0;
  skipped = 0;
  totalRow: readonly string[] | null = null;
  /** A date of the file that was read as the workbook's people write dates. */
  guessed: { readonly header: string; readonly text: string; readonly serial: number } | null = null;

  private readonly kept: readonly (readonly [string, Cell[]])[];
  private columns: readonly MappedColumn[] = [];
  private amounts: readonly MappedColumn[] = [];
  private contexts: readonly CellContext[] = [];
  private isTotal: (cells: readonly string[]) => boolean = () => false;
  private width = 0;
  private before: Values = {};
  private roundedIds = false;
  private readonly format: ExportFormat;
  private readonly recognition: Recognition;
  private readonly latest: number | null;
  private readonly order: DateOrder;
  private readonly idPattern: RegExp;
  private readonly places = new Map<string, number>();
  private readonly twins = new Map<string, number>();

  /**
   * @param recognition Format of the file.
   * @param latest A day that no row of the file is after; null where none is known.
   * @param order How to read dates that leave day and month open.
   */
  constructor(recognition: Recognition, latest: number | null, order: DateOrder) {
    this.recognition = recognition;
    this.format = recognition.format;
    this.latest = latest;
    this.order = order;
    this.idPattern = new RegExp(this.format.idPattern);
    for (const { columns } of [recognition, ...recognition.more]) {
      for (const { column } of columns) this.fields[column.field] = [];
    }
    for (const { field } of this.format.derived) this.fields[field] ??= [];
    for (const field of this.format.identity) this.fields[field] ??= [];
    if (this.format.accountPattern) this.fields.account ??= [];
    if (OWN_CURRENCY.includes(this.format.goal)) this.fields.currency ??= [];
    this.kept = Object.entries(this.fields);
  }

  /** Reads the rows below the headers of a section, up to the next one. */
  readSection(table: TextTable, section: Section, end: number): void {
    const rows = table.rows.slice(section.headerRow + 1, end);
    this.isTotal = totalsOf(section, this.format, rows);
    this.columns = section.columns;
    // What a header says of its currency holds for the sign below it, which several may share.
    this.amounts = this.columns.filter(({ header }) => readHeader(header).currency === null);
    this.contexts = contextsOf(rows, this.columns, this.recognition, this.order);
    this.contexts.forEach(({ guessed }, place) => {
      if (guessed === undefined) return;
      const serial = readExportDate(guessed, this.order) ?? 0;
      this.guessed ??= { header: this.columns[place]!.header, text: guessed, serial };
    });
    this.width = widthOf(rows, table.rows[section.headerRow]!);
    const id = this.columns.find(({ column }) => column.field === 'id');
    this.roundedIds = id !== undefined && areIdsRounded(rows.map((cells) => cells[id.index] ?? ''));
    rows.forEach((cells, offset) => {
      this.read(cells, section.headerRow + offset + 2);
    });
  }

  private read(cells: readonly string[], row: number): void {
    if (isBlankRow(cells)) this.skipped++;
    else if (this.isTotal(cells)) {
      this.totalRow ??= cells;
      this.skipped++;
    } else if (this.format.stacked && cells.filter((cell) => cell.trim() !== '').length === 1) {
      this.skipped++; // title of the table that follows
    } else {
      const values = this.valuesOf(cells);
      const fault = values.fault ?? this.take(values.values, row);
      if (fault) this.reject(cells, row, fault);
    }
  }

  private valuesOf(
    cells: readonly string[],
  ): { readonly values: Values; readonly fault?: undefined } | { readonly fault: Fault } {
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
      const year = at.column.type === 'date' && value === undefined ? this.repaired(found, cells) : undefined;
      if (year === undefined) return { fault: { code, found, expected: EXPECTED[at.column.type], at } };
      values[at.column.field] = year;
    }
    if (OWN_CURRENCY.includes(this.format.goal)) values.currency ??= currencyOfCells([cells], this.amounts);
    this.complete(values);
    const missing = this.missingCell(values);
    return missing === null ? { values } : { fault: missing };
  }

  /** Checks an identifier, and takes it out of the link that it may stand in. */
  private faultOfId(values: Values, at: MappedColumn): Fault | null {
    const { field } = at.column;
    const text = values[field];
    if (typeof text !== 'string') return null;
    const expected = this.format.idExample;
    if (isRounded(text) || (field === 'id' && this.roundedIds)) {
      return { code: 'ID_ROUNDED', found: text, expected, at };
    }
    const isContent = field === (this.format.goal === 'content' ? 'id' : 'content');
    if (!isContent) return null;
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
  private repaired(text: string, cells: readonly string[]): number | undefined {
    const id = this.columns.find(({ column }) => column.field === 'id');
    const parts = id && this.idPattern.exec(trimId(cells[id.index] ?? ''));
    const made = timeOfTikTokId(parts?.[1] ?? '');
    if (made !== null) return readYearless(text, made, false);
    return this.latest === null ? undefined : readYearless(text, this.latest, true);
  }

  /** Fills in what the format leaves out: an order's further lines, an identifier that is made of others. */
  private complete(values: Values): void {
    const [first = ''] = this.format.identity;
    if (this.format.carried.length > 0) {
      for (const field of this.format.carried) {
        if (values[first] === this.before[first]) values[field] ??= this.before[field] ?? null;
      }
      this.before = values;
    }
    for (const field of this.format.instead) values.sku ??= values[field] ?? null;
    if (this.format.goal === 'content' && this.fields.id !== undefined && values.id === undefined) {
      values.id = typeof values.published === 'number' ? idOfTime(values.published) : null;
    }
  }

  private missingCell(values: Values): Fault | null {
    for (const at of this.columns) {
      if (!at.column.required || values[at.column.field] !== null) continue;
      const isContent = at.column.field === 'id' && this.format.goal === 'content';
      if (!isContent) return { code: 'CELL_EMPTY', found: '', expected: EXPECTED[at.column.type], at };
      return { code: 'CONTENT_ID_MISSING', found: '', expected: this.format.idExample, at };
    }
    if (this.format.goal !== 'products' || values.sku) return null;
    return { code: 'CELL_EMPTY', found: '', expected: EXPECTED.id, at: this.columns[0]! };
  }

  /** What a row is about. Two costs that say the same of themselves are two costs: the later ones are numbered. */
  private idOf(values: Values): string {
    const id = this.format.identity.map((field) => String(values[field] ?? '')).join('\u001f');
    if (this.format.goal !== 'costs') return id;
    const count = (this.twins.get(id) ?? 0) + 1;
    this.twins.set(id, count);
    return count === 1 ? id : `${id}\u001f${count}`;
  }

  /** Keeps a row, unless what it is about had a row before. */
  private take(values: Values, row: number): Fault | null {
    const other = this.ofOtherAccount(values);
    if (other !== null) return other;
    const id = this.idOf(values);
    const place = this.places.get(id);
    if (place === undefined || EVERY_ROW.includes(this.format.goal)) {
      this.places.set(id, this.ids.length);
      this.ids.push(id);
      this.rowNumbers.push(row);
      for (const [field, column] of this.kept) column.push(values[field] ?? null);
      return null;
    }
    const at = this.columns.find(({ column: { field } }) => values[field] !== this.fields[field]![place]);
    if (at === undefined) {
      this.repeated++;
      return null;
    }
    const earlier = this.fields[at.column.field]![place];
    return {
      code: this.format.goal === 'content' ? 'CONTENT_TWICE' : 'ROW_TWICE',
      found: String(values[at.column.field] ?? ''),
      expected: `${String(earlier ?? '')} (${columnLetters(at.index)}${this.rowNumbers[place]})`,
      at,
    };
  }

  /** Figures of a file belong to one account, that of its first row. */
  private ofOtherAccount({ account }: Values): Fault | null {
    if (this.format.goal !== 'content' || typeof account !== 'string') return null;
    const first = this.fields.account?.find((cell) => cell !== null) ?? account;
    if (first === account) return null;
    const at = this.columns.find(({ column }) => column.field === 'account');
    return { code: 'ROW_OF_OTHER_ACCOUNT', found: account, expected: String(first), ...(at ? { at } : {}) };
  }

  private reject(cells: readonly string[], row: number, { at, ...fault }: Fault): void {
    this.rejected.push({
      row,
      column: at?.header ?? '',
      cell: columnLetters(at?.index ?? 0) + row,
      ...fault,
      found: cut(fault.found, FOUND_LIMIT),
      expected: cut(fault.expected, FOUND_LIMIT),
      raw: cut(cells.map(csvCell).join(','), RAW_LIMIT),
    });
  }
}
