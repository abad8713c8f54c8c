/** Small documents for tests, written as rows of cells. */
import type {
  CellState,
  CustomFunctions,
  DocumentState,
  JsonObject,
  SheetState,
} from '../../../src/local/document/model.ts';

export type Entry = string | number | boolean | null | CellState;

/** A text that begins with `=` is a formula; `text()` keeps it a text. */
export function cell(entry: Entry): CellState | undefined {
  if (entry === null) return undefined;
  if (typeof entry === 'number') return { value: { numberValue: entry } };
  if (typeof entry === 'boolean') return { value: { boolValue: entry } };
  if (typeof entry === 'object') return entry;
  return entry.startsWith('=') ? { value: { formulaValue: entry } } : { value: { stringValue: entry } };
}

export function text(value: string, format?: JsonObject): CellState {
  return { value: { stringValue: value }, ...(format ? { format } : {}) };
}

export function dated(serial: number, pattern = 'yyyy-mm-dd'): CellState {
  return { value: { numberValue: serial }, format: { numberFormat: { type: 'DATE', pattern } } };
}

export function sheet(
  sheetId: number,
  title: string,
  rows: Entry[][],
  more: Partial<SheetState> = {},
): SheetState {
  return {
    sheetId,
    title,
    rowCount: 1000,
    columnCount: 26,
    cells: rows.map((row) => row.map(cell)),
    rows: [],
    columns: [],
    merges: [],
    conditionalFormats: [],
    bandedRanges: [],
    protectedRanges: [],
    charts: [],
    rowGroups: [],
    columnGroups: [],
    ...more,
  };
}

export function document(sheets: SheetState[], more: Partial<DocumentState> = {}): DocumentState {
  return {
    spreadsheetId: 'book',
    title: 'Book',
    locale: 'en_US',
    timeZone: 'Asia/Shanghai',
    sheets,
    namedRanges: [],
    metadata: [],
    revision: 1,
    ...more,
  };
}

type Body = (...args: never[]) => unknown;

/** Custom functions with plain bodies; `calls` collects what each call was given. */
export function functions(
  bodies: Record<string, Body>,
  calls: [string, ...unknown[]][] = [],
): CustomFunctions {
  return {
    list: Object.keys(bodies).map((name) => ({ name, description: name, parameters: [] })),
    call(name, args) {
      calls.push([name, ...args]);
      try {
        return { ok: true, value: bodies[name]!(...(args as never[])) };
      } catch (error) {
        return { ok: false, message: (error as Error).message };
      }
    },
  };
}
