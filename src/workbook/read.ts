import { isoDate } from '../kpi/calendar.ts';
import type { Cell, Issue } from '../kpi/issue.ts';
import { columnLetters } from './a1.ts';
import { isErrorCell } from './cells.ts';
import { type Habits, habitsOf } from './habits.ts';
import { headerFault } from './header-row.ts';
import type { SheetPlace, WorkbookMap } from './map.ts';
import { COLUMN_METADATA } from './marks.ts';
import { sheetTemplate } from './sheets/index.ts';
import type { DataFilter, GridRange, ValueRange, ValuesRequest, ValuesResponse } from './sheets-api.ts';
import { type Entered, emptyTable, type Table, type Tables } from './table.ts';
import { typedColumn } from './typed.ts';

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

/** Asks for a column by its mark, or by its place where it has none yet. */
function columnFilter(map: WorkbookMap, { sheet, column }: WantedColumn): DataFilter {
  const place = map.sheets.get(sheet);
  const position = place?.columns.get(column);
  if (place?.unmarked.has(column) && position !== undefined) {
    const { sheetId } = place;
    return { gridRange: { sheetId, startColumnIndex: position, endColumnIndex: position + 1 } };
  }
  return {
    developerMetadataLookup: {
      metadataKey: COLUMN_METADATA,
      metadataValue: `${sheet}.${column}`,
      locationType: 'COLUMN',
    },
  };
}

/**
 * The body of the one values read of a job. Columns are asked for by their metadata, so that a column that someone
 * moves between the two reads is still the right one.
 * @param map Where everything is.
 * @param wanted Columns by sheet key.
 * @param ranges Further ranges to read in the same call, such as a review tab.
 * @returns Body for `values.batchGetByDataFilter`, without filters where nothing is to be read.
 */
export function valuesRequest(
  map: WorkbookMap,
  wanted: Wanted,
  ranges: readonly GridRange[] = [],
): ValuesRequest {
  const filters = wantedColumns(map, wanted).map((column) => columnFilter(map, column));
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

/** Which column a filter asked for. Google leaves zeros out of what it sends back. */
function columnOf(map: WorkbookMap, filter: unknown): WantedColumn | undefined {
  const [sheet = '', column = ''] = lookupValue(filter)?.split('.') ?? [];
  if (sheet !== '') return { sheet, column };
  const range = filterRange(filter);
  if (range?.endColumnIndex === undefined) return undefined;
  for (const place of map.sheets.values()) {
    if (place.sheetId !== (range.sheetId ?? 0)) continue;
    const found = [...place.unmarked].find((key) => place.columns.get(key) === (range.startColumnIndex ?? 0));
    return found === undefined ? undefined : { sheet: place.key, column: found };
  }
  return undefined;
}

/** Header and cells below it. */
function columnCells(range: ValueRange | undefined): Cell[] {
  return (range?.values?.[0] ?? []).map(cellOf);
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

/** Columns of an answer by sheet and key, with their headers. */
function columnsIn(map: WorkbookMap, response: ValuesResponse): Map<string, Record<string, Cell[]>> {
  const found = new Map<string, Record<string, Cell[]>>();
  for (const matched of response.valueRanges ?? []) {
    const title = titleOfRange(matched.valueRange?.range ?? '');
    for (const filter of matched.dataFilters ?? []) {
      const { sheet, column } = columnOf(map, filter) ?? { sheet: '', column: '' };
      // A copied tab carries the same metadata: only the stamped sheet counts.
      if (map.sheets.get(sheet)?.title !== title) continue;
      const columns = found.get(sheet) ?? {};
      // Of a column that is there twice, the first counts, as it does in the map.
      columns[column] ??= columnCells(matched.valueRange);
      found.set(sheet, columns);
    }
  }
  return found;
}

/**
 * The answer of the values read as plain columns.
 * @param map Where everything is.
 * @param wanted What was asked for.
 * @param response Answer of `values.batchGetByDataFilter`.
 * @returns A table for every wanted sheet; one that the workbook does not have is empty.
 */
export function readTables(map: WorkbookMap, wanted: Wanted, response: ValuesResponse): Tables {
  const found = columnsIn(map, response);
  const habits = habitsOf(map.locale);
  const tables: Record<string, Table> = {};
  for (const key of Object.keys(wanted)) {
    const place = map.sheets.get(key);
    tables[key] = place === undefined ? emptyTable(key, key) : tableOf(place, found.get(key) ?? {}, habits);
  }
  return tables;
}

/**
 * The answer of a read of formulas as columns.
 * @param map Where everything is; headers are in the first row.
 * @param response Answer of `values.batchGetByDataFilter` with `valueRenderOption` FORMULA.
 */
export function readEntered(map: WorkbookMap, response: ValuesResponse): Entered {
  const entered: Record<string, Record<string, readonly Cell[]>> = {};
  for (const [sheet, columns] of columnsIn(map, response)) {
    const cells = Object.entries(columns).map(([key, column]) => [key, column.slice(1)] as const);
    entered[sheet] = Object.fromEntries(cells);
  }
  return entered;
}

/** At most so many cells of one column are named one by one. */
const ISSUE_LIMIT = 50;

function errorRows(column: readonly Cell[]): number[] {
  const rows: number[] = [];
  for (let row = 0; row < column.length && rows.length < ISSUE_LIMIT; row++) {
    if (isErrorCell(column[row] ?? null)) rows.push(row);
  }
  return rows;
}

function cellIssues(
  { title, columns }: SheetPlace,
  key: string,
  raw: readonly Cell[],
  read: readonly Cell[],
  guessed: readonly number[],
): Issue[] {
  const at = (row: number) => ({
    sheet: title,
    cell: `${columnLetters(columns.get(key) ?? 0)}${row + 2}`,
  });
  return [
    ...errorRows(raw).map((row) => ({ code: 'CELL_ERROR', at: at(row), found: String(raw[row]) })),
    ...guessed.slice(0, ISSUE_LIMIT).map((row) => ({
      code: 'DATE_GUESSED',
      at: at(row),
      found: String(raw[row]),
      expected: isoDate(Number(read[row])),
    })),
  ];
}

function tableOf(place: SheetPlace, whole: Record<string, Cell[]>, habits: Habits): Table {
  const types = new Map(sheetTemplate(place.key).columns.map(({ key, type }) => [key, type]));
  const fault = headerFault(place, whole);
  // Without headers the first row is one of data: nobody writes by it, but what it says counts.
  const first = fault?.code === 'HEADER_LOST' ? 0 : 1;
  const raw = Object.entries(whole).map(([key, column]) => [key, column.slice(first)] as const);
  const rows = Math.max(0, ...raw.map(([, column]) => trimmedLength(column)));
  const columns: Record<string, readonly Cell[]> = {};
  const issues: Issue[] = [];
  for (const [key, column] of raw) {
    const cells = padded(column, rows);
    const typed = typedColumn(types.get(key) ?? 'text', cells, habits);
    columns[key] = typed.cells;
    // The list of issues quotes what was found elsewhere.
    if (place.key !== 'issues') issues.push(...cellIssues(place, key, cells, typed.cells, typed.guessed));
  }
  return {
    key: place.key,
    title: place.title,
    rows,
    columns,
    ...(issues.length === 0 ? {} : { issues }),
    ...(fault === undefined ? {} : { headerFault: fault }),
  };
}

/**
 * The cells of a further range of the same read, as columns.
 * @param sheetId Sheet of the range that was asked for.
 * @param response Answer of `values.batchGetByDataFilter`.
 * @returns Columns of cells (rows, where the read asked for rows); none where the range was not read.
 */
export function readRange(sheetId: number, response: ValuesResponse): readonly (readonly Cell[])[] {
  const matched = response.valueRanges?.find((each) =>
    each.dataFilters?.some((filter) => {
      const range = filterRange(filter);
      // A column without its mark was asked for by its place, down to whatever its last row is.
      const isColumn = range?.endColumnIndex !== undefined && range.endRowIndex === undefined;
      return range !== undefined && !isColumn && (range.sheetId ?? 0) === sheetId;
    }),
  );
  return (matched?.valueRange?.values ?? []).map((column) => column.map(cellOf));
}
