import { bareValue, cellOf, isBare, isFilled } from '../document/cell.ts';
import { formulaCells } from '../document/formula-cells.ts';
import type {
  CalculatedValues,
  Calculator,
  CellState,
  DocumentState,
  ExtendedValue,
  JsonObject,
  Rect,
  SheetState,
  StoredCell,
} from '../document/model.ts';

const reaches = new WeakMap<SheetState, ReadonlyMap<number, number>>();

/**
 * The columns of a finished state that formulas stand in or may spill to, with the first row where they do; looked for
 * once a state. A result spills over empty cells alone: in the row of its formula it ends before the next filled one.
 */
function reachOf(sheet: SheetState): ReadonlyMap<number, number> {
  const known = reaches.get(sheet);
  if (known) return known;
  const reach = new Map<number, number>();
  for (const { row, column } of formulaCells(sheet)) {
    let end = column + 1;
    while (end < sheet.columnCount && !isFilled(sheet.cells[row]?.[end])) end += 1;
    for (let each = column; each < end; each += 1) if (!reach.has(each)) reach.set(each, row);
  }
  reaches.set(sheet, reach);
  return reach;
}

function isReached(sheet: SheetState, { endRow, startColumn, endColumn }: Rect): boolean {
  for (const [column, row] of reachOf(sheet)) {
    if (column >= startColumn && column < endColumn && row < endRow) return true;
  }
  return false;
}

const EVERYWHERE: Rect = {
  ...{ startRow: 0, endRow: Number.MAX_SAFE_INTEGER },
  ...{ startColumn: 0, endColumn: Number.MAX_SAFE_INTEGER },
};

/** Calculates a document's formulas when a value is asked for; the calculator keeps what is still true. */
export class Calculation {
  readonly calculator: Calculator | undefined;
  /** The moment, in milliseconds since 1970. */
  readonly now: () => number;

  constructor(calculator: Calculator | undefined, now: () => number) {
    this.calculator = calculator;
    this.now = now;
  }

  of(document: DocumentState): CalculatedValues {
    return this.calculator?.calculate(document) ?? new Map();
  }

  /**
   * The values of one sheet as they show.
   * @param rect What will be looked at: where no formula reaches it, none is calculated.
   */
  view(document: DocumentState, sheet: SheetState, rect: Rect = EVERYWHERE): SheetView {
    if (!isReached(sheet, rect)) return new SheetView(sheet, undefined);
    const calculated = this.of(document).get(sheet.sheetId);
    return new SheetView(sheet, calculated, this.calculator?.formats?.(document).get(sheet.sheetId));
  }
}

/** A sheet with what its cells show. */
export class SheetView {
  readonly sheet: SheetState;
  private readonly calculated: (ExtendedValue | undefined)[][] | undefined;
  private readonly formats: (JsonObject | undefined)[][] | undefined;

  constructor(
    sheet: SheetState,
    calculated: (ExtendedValue | undefined)[][] | undefined,
    formats?: (JsonObject | undefined)[][],
  ) {
    this.sheet = sheet;
    this.calculated = calculated;
    this.formats = formats;
  }

  /** The cell as it is kept, which may be its bare value. */
  stored(row: number, column: number): StoredCell | undefined {
    return this.sheet.cells[row]?.[column];
  }

  cell(row: number, column: number): CellState | undefined {
    return cellOf(this.sheet.cells[row]?.[column]);
  }

  /** The format that the cell is shown with: its own, and where that says nothing of numbers, its result's. */
  format(row: number, column: number): JsonObject | undefined {
    const own = this.cell(row, column)?.format;
    const numberFormat = this.formats?.[row]?.[column];
    return numberFormat && !own?.numberFormat ? { ...own, numberFormat } : own;
  }

  /** What the cell shows: its value, its formula's result, or what another formula spills into it. */
  effective(row: number, column: number): ExtendedValue | undefined {
    const stored = this.sheet.cells[row]?.[column];
    if (isBare(stored)) return bareValue(stored);
    const entered = stored?.value;
    if (entered !== undefined && entered.formulaValue === undefined) return entered;
    return this.calculated?.[row]?.[column];
  }

  /** Rows that may hold something, counted from the top. */
  get height(): number {
    return Math.max(this.sheet.cells.length, this.calculated?.length ?? 0);
  }

  width(row: number): number {
    return Math.max(this.sheet.cells[row]?.length ?? 0, this.calculated?.[row]?.length ?? 0);
  }
}
