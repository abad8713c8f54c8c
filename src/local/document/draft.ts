import { isBare, storedCell } from './cell.ts';
import type { DocumentState, SheetState, StoredCell } from './model.ts';

type Row = (StoredCell | undefined)[];
const NO_CELLS: Row = [];

/**
 * A document being changed. The state it began from stays as it is: sheets and rows are copied when first written,
 * everything else is shared. Dropping the draft undoes all of it.
 *
 * Whoever writes through a draft may assign fields of `document` and of sheets from `edit()`, and elements of rows
 * from `row()`; objects within cells and within lists are replaced, never changed.
 */
export class Draft {
  readonly document: DocumentState;
  private readonly sheets = new Set<SheetState>();
  private readonly rows = new Set<Row>();
  /** The row written last: most cells are written row by row. */
  private latest: Row | undefined;

  constructor(base: DocumentState) {
    this.document = { ...base, sheets: base.sheets.slice() };
  }

  sheet(sheetId: number): SheetState | undefined {
    return this.document.sheets.find((sheet) => sheet.sheetId === sheetId);
  }

  /** The sheet's own copy for writing. Throws where there is no such sheet. */
  edit(sheetId: number): SheetState {
    const at = this.document.sheets.findIndex((sheet) => sheet.sheetId === sheetId);
    const sheet = this.document.sheets[at];
    if (!sheet) throw new Error(`no sheet ${sheetId}`);
    if (this.sheets.has(sheet)) return sheet;
    const copy: SheetState = {
      ...sheet,
      cells: sheet.cells.slice(),
      rows: sheet.rows.slice(),
      columns: sheet.columns.slice(),
    };
    this.sheets.add(copy);
    this.document.sheets[at] = copy;
    return copy;
  }

  /** Takes in a sheet made by the caller, who gives up every other use of it. */
  insert(sheet: SheetState, index: number): void {
    this.sheets.add(sheet);
    this.document.sheets.splice(index, 0, sheet);
  }

  /** To be called when rows come to stand in two sheets: from then on they are copied when written. */
  shareRows(): void {
    this.rows.clear();
    this.latest = undefined;
  }

  /** A row's own copy for writing; `sheet` comes from `edit()`. */
  row(sheet: SheetState, index: number): Row {
    while (sheet.cells.length <= index) sheet.cells.push(NO_CELLS);
    const row = sheet.cells[index] ?? NO_CELLS;
    if (row === this.latest) return row;
    this.latest = this.rows.has(row) ? row : this.ownRow(sheet, index, row);
    return this.latest;
  }

  private ownRow(sheet: SheetState, index: number, row: Row): Row {
    const copy = row.slice();
    this.rows.add(copy);
    sheet.cells[index] = copy;
    return copy;
  }

  setCell(sheet: SheetState, row: number, column: number, cell: StoredCell | undefined): void {
    if (cell === undefined && sheet.cells[row]?.[column] === undefined) return;
    const cells = this.row(sheet, row);
    while (cells.length < column) cells.push(undefined);
    cells[column] = isBare(cell) ? cell : storedCell(cell);
  }

  /** The state as it is now, for looking at: what is written later does not show in it. */
  snapshot(): DocumentState {
    this.shareRows();
    const sheets = this.document.sheets.map((sheet) =>
      this.sheets.has(sheet) ? { ...sheet, cells: sheet.cells.slice() } : sheet,
    );
    return { ...this.document, sheets };
  }

  /** The finished state, one revision on. */
  finish(): DocumentState {
    return { ...this.document, revision: this.document.revision + 1 };
  }
}
