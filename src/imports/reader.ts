import type { TextTable } from '../files/table.ts';
import type { Cell } from '../kpi/issue.ts';
import { columnLetters } from '../workbook/a1.ts';
import { cut } from '../workbook/cells.ts';
import { currencyOfCell } from '../workbook/currencies.ts';
import type { DateOrder } from '../workbook/dates.ts';
import { Amounts, OWN_CURRENCY } from './amounts.ts';
import { EXPECTED } from './cells.ts';
import { contextsOf } from './contexts.ts';
import { readExportDate } from './dates.ts';
import type { ExportFormat, Goal } from './format.ts';
import { idOfTime } from './identifiers.ts';
import type { MappedColumn, Recognition, Section } from './recognise.ts';
import { type Fault, RowCells, type RowRead, type Values } from './row-cells.ts';
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

const csvCell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** Lines of an order may be equal in all they say, and are added up later. */
const EVERY_ROW: readonly Goal[] = ['none', 'orders'];

/** A cell of a sheet holds 50,000 characters at most. */
const RAW_LIMIT = 20_000;
/** What a sentence can say of a cell. */
const FOUND_LIMIT = 500;

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
  private amounts: Amounts | null = null;
  private isTotal: (cells: readonly string[]) => boolean = () => false;
  private before: Values = {};
  private readonly format: ExportFormat;
  private readonly recognition: Recognition;
  private readonly latest: number | null;
  private readonly order: DateOrder;
  private readonly yen: string | null;
  private readonly places = new Map<string, number>();
  private readonly twins = new Map<string, number>();

  /**
   * @param recognition Format of the file.
   * @param latest A day that no row of the file is after; null where none is known.
   * @param order How to read dates that leave day and month open.
   * @param yen What the sign ¥ stands for.
   */
  constructor(recognition: Recognition, latest: number | null, order: DateOrder, yen: string | null) {
    this.recognition = recognition;
    this.format = recognition.format;
    this.latest = latest;
    this.order = order;
    this.yen = yen;
    for (const { columns } of [recognition, ...recognition.more]) {
      for (const { column } of columns) this.fields[column.field] = [];
    }
    for (const { field } of this.format.derived) this.fields[field] ??= [];
    for (const field of this.format.identity) this.fields[field] ??= [];
    if (this.format.accountPattern) this.fields.account ??= [];
    if (OWN_CURRENCY.includes(this.format.goal)) this.fields.currency ??= [];
    this.fields.open_sign = [];
    this.kept = Object.entries(this.fields);
  }

  /** Reads the rows below the headers of a section, up to the next one. */
  readSection(table: TextTable, section: Section, end: number): void {
    const rows = table.rows.slice(section.headerRow + 1, end);
    this.isTotal = totalsOf(section, this.format, rows);
    this.columns = section.columns;
    this.amounts = new Amounts(rows, this.columns, this.recognition, this.yen);
    const contexts = contextsOf(rows, this.columns, this.recognition, this.order);
    contexts.forEach(({ guessed }, place) => {
      if (guessed === undefined) return;
      const serial = readExportDate(guessed, this.order) ?? 0;
      this.guessed ??= { header: this.columns[place]!.header, text: guessed, serial };
    });
    const { format, columns, latest } = this;
    const headers = table.rows[section.headerRow]!;
    const reader = new RowCells({ format, columns, contexts, headers, rows, latest });
    rows.forEach((cells, offset) => {
      this.read(cells, section.headerRow + offset + 2, () => reader.read(offset));
    });
  }

  private read(cells: readonly string[], row: number, valuesOf: () => RowRead): void {
    if (isBlankRow(cells)) this.skipped++;
    else if (this.isTotal(cells)) {
      this.totalRow ??= cells;
      this.skipped++;
    } else if (this.format.stacked && cells.filter((cell) => cell.trim() !== '').length === 1) {
      this.skipped++; // title of the table that follows
    } else {
      const { values, fault: unreadable } = valuesOf();
      const fault =
        unreadable ??
        this.faultOfCurrency(values, cells) ??
        this.missingCell(this.completed(values), cells) ??
        this.take(values, row);
      if (fault) this.reject(cells, row, fault);
    }
  }

  /** Says in which currency a row is, as far as the row does; or that one of its amounts is in another. */
  private faultOfCurrency(values: Values, cells: readonly string[]): Fault | null {
    const amounts = this.amounts!;
    const stray = amounts.strayIn(cells, currencyOfCell(values.currency));
    if (stray !== null) {
      const found = (cells[stray.at.index] ?? '').trim();
      return { code: 'CELL_OTHER_CURRENCY', found, ...stray };
    }
    if (OWN_CURRENCY.includes(this.format.goal)) values.currency ??= amounts.currencyOf(cells);
    if (!values.currency && amounts.isOpen(cells)) values.open_sign = '¥';
    return null;
  }

  /** Fills in what the format leaves out: an order's further lines, an identifier that is made of others. */
  private completed(values: Values): Values {
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
    return values;
  }

  private missingCell(values: Values, cells: readonly string[]): Fault | null {
    for (const at of this.columns) {
      if (!at.column.required || values[at.column.field] !== null) continue;
      const isContent = at.column.field === 'id' && this.format.goal === 'content';
      const found = (cells[at.index] ?? '').trim();
      if (found !== '') return { code: 'CELL_NO_VALUE', found, expected: EXPECTED[at.column.type], at };
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
