/** Cells of a sheet in the engine's data, whose formats stand as rectangles. */
import type { Border, SheetData, Style, WorkbookData } from '@odoo/o-spreadsheet';
import { parseCells } from '../../document/a1.ts';

type Area = { startRow: number; endRow: number; id: number };
/** By column, from top to bottom. */
type Areas = Map<number, Area[]>;

export type EngineCell = {
  content: string;
  format: string;
  style: Style | undefined;
  border: Border | undefined;
};

export class CellLookup {
  private readonly data: WorkbookData;
  private readonly sheet: SheetData;
  private readonly contents = new Map<string, string>();
  private readonly styles: Areas;
  private readonly formats: Areas;
  private readonly borders: Areas;

  constructor(data: WorkbookData, sheet: SheetData) {
    this.data = data;
    this.sheet = sheet;
    this.styles = areasOf(sheet.styles);
    this.formats = areasOf(sheet.formats);
    this.borders = areasOf(sheet.borders);
    for (const [name, content] of Object.entries(sheet.cells)) {
      const { startRow, startColumn } = parseCells(name)!;
      this.contents.set(`${startRow},${startColumn}`, String(content ?? ''));
    }
  }

  at(row: number, col: number): EngineCell {
    const style = find(this.styles, row, col);
    const format = find(this.formats, row, col);
    const border = find(this.borders, row, col);
    return {
      content: this.contents.get(`${row},${col}`) ?? '',
      format: format === undefined ? '' : this.data.formats[format]!,
      style: style === undefined ? undefined : this.data.styles[style],
      border: border === undefined ? undefined : this.data.borders[border],
    };
  }

  /** Every place inside this sheet that holds something here or there. */
  placesWith(other: CellLookup): { row: number; col: number }[] {
    const keys = new Set<string>();
    for (const lookup of [this, other]) {
      for (const key of lookup.contents.keys()) keys.add(key);
      for (const areas of [lookup.styles, lookup.formats, lookup.borders]) addPlaces(areas, keys);
    }
    const places = [...keys].map((key) => {
      const [row, col] = key.split(',').map(Number);
      return { row: row!, col: col! };
    });
    return places.filter(({ row, col }) => row < this.sheet.rowNumber && col < this.sheet.colNumber);
  }
}

function areasOf(zones: Record<string, number>): Areas {
  const areas: Areas = new Map();
  for (const [name, id] of Object.entries(zones)) {
    const {
      startRow = 0,
      endRow = startRow + 1,
      startColumn = 0,
      endColumn = startColumn + 1,
    } = parseCells(name)!;
    for (let col = startColumn; col < endColumn; col++) {
      const list = areas.get(col) ?? [];
      areas.set(col, list);
      list.push({ startRow, endRow, id });
    }
  }
  return areas;
}

function find(areas: Areas, row: number, col: number): number | undefined {
  return areas.get(col)?.find(({ startRow, endRow }) => row >= startRow && row < endRow)?.id;
}

function addPlaces(areas: Areas, keys: Set<string>): void {
  for (const [col, list] of areas) {
    for (const { startRow, endRow } of list) {
      for (let row = startRow; row < endRow; row++) keys.add(`${row},${col}`);
    }
  }
}
