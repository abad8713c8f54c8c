import { columnLetters } from '../../workbook/a1.ts';
import { cut } from '../../workbook/cells.ts';
import { COLORS, valueCell } from '../../workbook/formats.ts';
import type { CellData, CellFormat, RowData } from '../../workbook/sheets-api.ts';

/** Columns of a review tab, in their order; the first is hidden and carries the row keys. */
export const COLUMNS = [
  { key: 'key', width: 60 },
  { key: 'name', width: 260 },
  { key: 'owner', width: 150 },
  { key: 'c1', width: 108 },
  { key: 'c2', width: 144 },
  { key: 'c3', width: 92 },
  { key: 'c4', width: 84 },
  { key: 'c5', width: 84 },
  { key: 'c6', width: 84 },
  { key: 'c7', width: 96 },
  { key: 'c8', width: 96 },
  { key: 'c9', width: 84 },
  { key: 'c10', width: 96 },
  { key: 'c11', width: 84 },
  { key: 'c12', width: 190 },
  { key: 'c13', width: 112 },
  { key: 'text', width: 220 },
] as const;

export type ColumnKey = (typeof COLUMNS)[number]['key'];

/** Position of a column in a tab as it is written; people may have moved it since. */
export function columnAt(key: ColumnKey): number {
  return COLUMNS.findIndex((column) => column.key === key);
}

/** Positions that code refers to by name. */
export const AT = { key: 0, name: 1, owner: 2, first: 3, last: 15, text: 16 } as const;

/** Height of a row of one line, for charts beside rows. */
export const ROW_PIXELS = 21;

/** Key of rows that people do not fill, though their text stands where others are filled. */
const TITLE_KEY = 'title';
const SECTION_KEY = 'section';

export type Cell = {
  readonly value: string | number | null;
  readonly format?: CellFormat;
  /** What the cell offers to choose from; another word is marked, not refused. */
  readonly choices?: readonly string[];
  /** Name of the figure for findings, which point to the cell. */
  readonly mark?: string;
  /** Points to the cell of a mark, with its address and a link; empty where the tab has no such cell. */
  readonly pointsTo?: string;
};

/** Column, title and alignment; by default figures right and words left. */
export type HeaderTitle = readonly [column: number, title: string, align?: 'LEFT' | 'CENTER' | 'RIGHT'];

export type Merge = { readonly row: number; readonly from: number; readonly to: number };

/** What a row of a chart shows: a figure or its plan, or the columns of a waterfall over their unseen base. */
export type SeriesRole = 'figure' | 'plan' | 'base' | 'total' | 'up' | 'down';

export type ChartPlan = {
  readonly title: string;
  /** Figures stand beside each other with the plan as a line; the parts of a waterfall on each other. */
  readonly kind: 'trend' | 'waterfall';
  /** Row of the labels and of each series, and the columns they span (end excluded). */
  readonly labels: number;
  readonly series: readonly { readonly row: number; readonly role: SeriesRole }[];
  readonly from: number;
  readonly to: number;
  readonly anchorRow: number;
  readonly anchorColumn: number;
  readonly width: number;
  readonly height: number;
};

const TEXT: CellFormat = { verticalAlignment: 'TOP', wrapStrategy: 'WRAP', horizontalAlignment: 'LEFT' };

export function textCell(value: string, format: CellFormat = {}): Cell {
  return { value, format: { ...TEXT, ...format } };
}

/** A number with its pattern, right-aligned; nothing measured is an empty cell. */
export function numberCell(value: number | null, pattern: string, format: CellFormat = {}): Cell {
  const numberFormat = { type: pattern.includes('%') ? 'PERCENT' : 'NUMBER', pattern };
  return {
    value,
    format: { numberFormat, horizontalAlignment: 'RIGHT', verticalAlignment: 'TOP', ...format },
  };
}

/** A cell that people fill. */
export function inputCell(value: string | number | null, format: CellFormat = {}): Cell {
  return { value, format: { ...TEXT, backgroundColor: COLORS.input, ...format } };
}

/** The rows of a review tab while they are put together. */
export class Grid {
  readonly rows: { key: string; cells: Map<number, Cell> }[] = [];
  readonly merges: Merge[] = [];
  readonly charts: ChartPlan[] = [];
  readonly heights = new Map<number, number>();
  /** Rows that only a chart reads. */
  readonly hidden: number[] = [];

  /** Adds a row and returns its position. */
  add(cells: readonly (readonly [number, Cell])[], key = ''): number {
    this.rows.push({ key, cells: new Map(cells) });
    return this.rows.length - 1;
  }

  blank(count = 1): void {
    for (let i = 0; i < count; i++) this.add([]);
  }

  /** A row with one text from the name column to the last, wrapped. */
  line(text: string, format: CellFormat = {}, key = '', mark?: string): number {
    const cell = textCell(text, format);
    const row = this.add([[AT.name, mark === undefined ? cell : { ...cell, mark }]], key);
    this.merges.push({ row, from: AT.name, to: AT.text + 1 });
    return row;
  }

  /** The heading of a section, across the page. */
  section(title: string): void {
    this.blank();
    const format: CellFormat = {
      backgroundColor: COLORS.section,
      textFormat: { bold: true, fontSize: 11, foregroundColor: COLORS.header },
    };
    const cells: [number, Cell][] = [];
    for (let column: number = AT.name; column <= AT.text; column++) {
      cells.push([
        column,
        textCell(column === AT.name ? title : '', { ...format, wrapStrategy: 'OVERFLOW_CELL' }),
      ]);
    }
    this.add(cells, SECTION_KEY);
  }

  /** A small heading within a section. */
  heading(title: string): void {
    const format: CellFormat = { textFormat: { bold: true }, wrapStrategy: 'OVERFLOW_CELL' };
    this.add([[AT.name, textCell(title, format)]], TITLE_KEY);
  }

  /** Header row of a table, underlined from its first to its last column: words left, figures right. */
  header(titles: readonly HeaderTitle[]): number {
    const cells = new Map<number, Cell>();
    const last = Math.max(...titles.map(([column]) => column));
    const format: CellFormat = {
      verticalAlignment: 'BOTTOM',
      textFormat: { bold: true, foregroundColor: COLORS.quiet },
      borders: { bottom: { style: 'SOLID', color: COLORS.line } },
    };
    for (let column: number = AT.name; column <= last; column++) cells.set(column, textCell('', format));
    for (const [column, title, align] of titles) {
      const isFigure = column >= AT.first && column <= AT.last;
      const horizontalAlignment = align ?? (isFigure ? 'RIGHT' : 'LEFT');
      cells.set(column, textCell(title, { ...format, horizontalAlignment }));
    }
    return this.add([...cells], TITLE_KEY);
  }

  /** A record takes no more text: its cells do not look as if they did. */
  closeInputs(): void {
    for (const { cells } of this.rows) {
      for (const [column, cell] of cells) {
        if (cell.format?.backgroundColor !== COLORS.input) continue;
        const { backgroundColor: _, ...format } = cell.format;
        cells.set(column, { ...cell, format, choices: [] });
      }
    }
  }

  /** Addresses of the marked cells, such as `G14`. */
  private addresses(): Map<string, string> {
    const found = new Map<string, string>();
    this.rows.forEach(({ cells }, row) => {
      for (const [column, { mark }] of cells) {
        if (mark !== undefined) found.set(mark, `${columnLetters(column)}${row + 1}`);
      }
    });
    return found;
  }

  /**
   * The rows as the API wants them.
   * @param sheetId Id of the tab, for links within it.
   */
  toRows(sheetId: number): RowData[] {
    const addresses = this.addresses();
    const finished = (cell: Cell | undefined): Cell | undefined =>
      cell?.pointsTo === undefined ? cell : pointer(cell, addresses.get(cell.pointsTo), sheetId);
    return this.rows.map(({ key, cells }) => ({
      values: COLUMNS.map((_, column) =>
        cellData(column === AT.key ? keyCell(key) : finished(cells.get(column))),
      ),
    }));
  }
}

function pointer(cell: Cell, address: string | undefined, sheetId: number): Cell {
  if (address === undefined) return cell;
  const link = { uri: `#gid=${sheetId}&range=${address}` };
  const textFormat = { ...cell.format?.textFormat, foregroundColor: COLORS.link, underline: true, link };
  return { value: address, format: { ...cell.format, textFormat } };
}

function keyCell(key: string): Cell | undefined {
  return key === '' ? undefined : { value: key };
}

/** Google takes no longer list. */
const MOST_CHOICES = 500;

function offered(choices: readonly string[] = []): Pick<CellData, 'dataValidation'> {
  if (choices.length === 0 || choices.length > MOST_CHOICES) return {};
  const values = choices.map((userEnteredValue) => ({ userEnteredValue }));
  return {
    dataValidation: { condition: { type: 'ONE_OF_LIST', values }, showCustomUi: true, strict: false },
  };
}

function cellData(cell: Cell | undefined): CellData {
  if (cell === undefined) return {};
  return {
    // Names that make up a sentence may each fill a cell.
    ...valueCell(typeof cell.value === 'string' ? cut(cell.value) : cell.value),
    ...(cell.format === undefined ? {} : { userEnteredFormat: cell.format }),
    ...offered(cell.choices),
  };
}
