import type { Cell } from '../kpi/issue.ts';
import { COLUMN_METADATA, type SheetPlace, type WorkbookMap } from './map.ts';
import { sheetTemplate } from './sheets/index.ts';
import type { DataFilter, GridRange, ValueRange, ValuesRequest, ValuesResponse } from './sheets-api.ts';
import { emptyTable, type Table, type Tables } from './table.ts';

/** The columns that a job needs, by sheet key; `'all'` means every column of the template that is not computed. */
export type Wanted = Readonly<Record<string, readonly string[] | 'all'>>;

type WantedColumn = { readonly sheet: string; readonly column: string };

/** Reading a computed column would wait for its recalculation, and its cells say nothing that the others do not. */
function enteredColumns(sheet: string): string[] {
  return sheetTemplate(sheet)
    .columns.filter((column) => column.formula === undefined)
    .map((column) => column.key);
}

function wantedColumns(map: WorkbookMap, wanted: Wanted): WantedColumn[] {
  return Object.entries(wanted).flatMap(([sheet, columns]) => {
    const place = map.sheets.get(sheet);
    if (place === undefined) return [];
    const keys = columns === 'all' ? enteredColumns(sheet) : columns;
    return keys.filter((key) => place.columns.has(key)).map((column) => ({ sheet, column }));
  });
}

/**
 * The body of the one values read of a job. Columns are asked for by their metadata, so that a column that someone
 * moves between the two reads is still the right one.
 * @param map Where everything is.
 * @param wanted Columns by sheet key.
 * @param ranges Further ranges to read in the same call, such as a review tab.
 */
export function valuesRequest(
  map: WorkbookMap,
  wanted: Wanted,
  ranges: readonly GridRange[] = [],
): ValuesRequest {
  const filters: DataFilter[] = wantedColumns(map, wanted).map(({ sheet, column }) => ({
    developerMetadataLookup: {
      metadataKey: COLUMN_METADATA,
      metadataValue: `${sheet}.${column}`,
      locationType: 'COLUMN',
    },
  }));
  return {
    dataFilters: [...filters, ...ranges.map((gridRange) => ({ gridRange }))],
    majorDimension: 'COLUMNS',
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  };
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** `'It''s'!A1:A9` → `It's`. */
function titleOfRange(range: string): string {
  const bang = range.lastIndexOf('!');
  const title = bang < 0 ? '' : range.slice(0, bang);
  return title.startsWith("'") ? title.slice(1, -1).replace(/''/g, "'") : title;
}

function lookupValue(filter: unknown): string | undefined {
  return (filter as { developerMetadataLookup?: { metadataValue?: string } }).developerMetadataLookup
    ?.metadataValue;
}

function filterRange(filter: unknown): GridRange | undefined {
  return (filter as { gridRange?: GridRange }).gridRange;
}

function columnCells(range: ValueRange | undefined): Cell[] {
  return (range?.values?.[0] ?? []).slice(1).map(cellOf);
}

function trimmedLength(column: readonly Cell[]): number {
  let length = column.length;
  while (length > 0 && column[length - 1] === null) length--;
  return length;
}

function padded(column: Cell[], rows: number): readonly Cell[] {
  while (column.length < rows) column.push(null);
  return column.length > rows ? column.slice(0, rows) : column;
}

/**
 * The answer of the values read as plain columns.
 * @param map Where everything is.
 * @param wanted What was asked for.
 * @param response Answer of `values.batchGetByDataFilter`.
 * @returns A table for every wanted sheet; one that the workbook does not have is empty.
 */
export function readTables(map: WorkbookMap, wanted: Wanted, response: ValuesResponse): Tables {
  const found = new Map<string, Record<string, Cell[]>>();
  for (const matched of response.valueRanges ?? []) {
    const title = titleOfRange(matched.valueRange?.range ?? '');
    for (const filter of matched.dataFilters ?? []) {
      const [sheet = '', column = ''] = lookupValue(filter)?.split('.') ?? [];
      // A copied tab carries the same metadata: only the stamped sheet counts.
      if (map.sheets.get(sheet)?.title !== title) continue;
      const columns = found.get(sheet) ?? {};
      columns[column] = columnCells(matched.valueRange);
      found.set(sheet, columns);
    }
  }
  const tables: Record<string, Table> = {};
  for (const key of Object.keys(wanted)) {
    const place = map.sheets.get(key);
    tables[key] = place === undefined ? emptyTable(key, key) : tableOf(place, found.get(key) ?? {});
  }
  return tables;
}

function tableOf(place: SheetPlace, columns: Record<string, Cell[]>): Table {
  const rows = Math.max(0, ...Object.values(columns).map(trimmedLength));
  const padding: Record<string, readonly Cell[]> = {};
  for (const [key, column] of Object.entries(columns)) padding[key] = padded(column, rows);
  return { key: place.key, title: place.title, rows, columns: padding };
}

/**
 * The cells of a further range of the same read, as columns.
 * @param sheetId Sheet of the range that was asked for.
 * @param response Answer of `values.batchGetByDataFilter`.
 */
export function readRange(sheetId: number, response: ValuesResponse): readonly (readonly Cell[])[] {
  const matched = response.valueRanges?.find((each) =>
    each.dataFilters?.some((filter) => filterRange(filter)?.sheetId === sheetId),
  );
  return (matched?.valueRange?.values ?? []).map((column) => column.map(cellOf));
}
