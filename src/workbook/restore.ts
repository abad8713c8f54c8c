// People copy sheets between files, and the hidden marks by which columns are known get lost on the way. Then titles
// and headers say what they are, in whatever language, and the marks are set again.
import type { Cell, Issue } from '../kpi/issue.ts';
import { textOfCell } from './cells.ts';
import { doubledColumn, missingColumns, type SheetPlace, type WorkbookMap } from './map.ts';
import { markColumn, markSheet } from './marks.ts';
import { readRange } from './read.ts';
import { sheetTemplate } from './sheets/index.ts';
import type { SheetsRequest, ValuesRequest, ValuesResponse } from './sheets-api.ts';
import { isWordOf } from './template.ts';

export type Restoration = {
  /** The map with all that was found; `restored` says what. */
  readonly map: WorkbookMap;
  /** Sets the marks again: the first requests of the job's batch. */
  readonly requests: readonly SheetsRequest[];
  /** COLUMN_RESTORED and SHEET_RESTORED, for the sheet of data issues. */
  readonly issues: readonly Issue[];
};

/** A sheet as its headers complete it. */
type Completed = {
  readonly place: SheetPlace;
  /** Headers of the columns that were found, as people see them. */
  readonly headers: readonly string[];
  /** Keys whose header stands over several columns, so that none is known to be the right one. */
  readonly doubled: readonly string[];
};

function isIncomplete(place: SheetPlace): boolean {
  return sheetTemplate(place.key).columns.some((column) => !place.columns.has(column.key));
}

function incompleteSheets(map: WorkbookMap): SheetPlace[] {
  return [...map.sheets.values(), ...map.lost].filter(
    (place) => map.lost.includes(place) || isIncomplete(place),
  );
}

/**
 * The one further read of a workbook in which marks are missing: the headers of the sheets concerned.
 * @param map Where everything is, from `mapWorkbook`.
 * @returns Body for `values.batchGetByDataFilter`; undefined where nothing is missing, as it nearly always is.
 */
export function headersRequest(map: WorkbookMap): ValuesRequest | undefined {
  const places = incompleteSheets(map);
  if (places.length === 0) return undefined;
  return {
    dataFilters: places.map(({ sheetId }) => ({ gridRange: { sheetId, startRowIndex: 0, endRowIndex: 1 } })),
    majorDimension: 'ROWS',
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  };
}

/** The title of a header cell; below that of some computed columns stands their total. */
function titleIn(cell: Cell): string {
  return textOfCell(cell).split('\n')[0] ?? '';
}

function complete(place: SheetPlace, headers: readonly Cell[]): Completed {
  const taken = new Set(place.columns.values());
  const found = new Map<string, number>();
  const doubled: string[] = [];
  for (const column of sheetTemplate(place.key).columns) {
    if (place.columns.has(column.key)) continue;
    const positions = headers.flatMap((cell, index) =>
      !taken.has(index) && isWordOf(column.header, titleIn(cell)) ? [index] : [],
    );
    const [position] = positions;
    if (positions.length > 1) doubled.push(column.key);
    else if (position !== undefined) found.set(column.key, position);
  }
  return {
    place: { ...place, columns: new Map([...place.columns, ...found]), unmarked: new Set(found.keys()) },
    headers: [...found.values()].map((position) => titleIn(headers[position] ?? null)),
    doubled,
  };
}

function columnMarks({ key, sheetId, columns, unmarked }: SheetPlace): SheetsRequest[] {
  return [...unmarked].flatMap((column) => {
    const position = columns.get(column);
    return position === undefined ? [] : [markColumn(sheetId, key, column, position)];
  });
}

function columnsFound({ place, headers }: Completed): Issue[] {
  if (headers.length === 0) return [];
  return [{ code: 'COLUMN_RESTORED', at: { sheet: place.title }, found: headers.join(', ') }];
}

function faultsOf({ place, doubled }: Completed): Issue[] {
  const missing = missingColumns(place).filter(({ expected = '' }) => !doubled.includes(expected));
  return [...missing, ...doubled.map((column) => doubledColumn(place.title, column))];
}

/** A tab that is only titled like a template is a person's own, unless all columns that people fill are there. */
function isTemplate({ place }: Completed): boolean {
  return sheetTemplate(place.key).columns.every(
    (column) => column.formula !== undefined || place.columns.has(column.key),
  );
}

/**
 * Finds sheets and columns that lost their marks, by titles and headers in any language.
 * @param map Where everything is, from `mapWorkbook`.
 * @param headers Answer of the read that `headersRequest` asks for; empty where it asks for none.
 * @returns The completed map, with the requests that set the marks again. A column whose header is not found stays
 *   missing; one whose header is found twice is doubled.
 * @example restoreColumns(map, {}) //=> { map, requests: [], issues: [] } where nothing is missing
 */
export function restoreColumns(map: WorkbookMap, headers: ValuesResponse): Restoration {
  const sheets = new Map(map.sheets);
  const requests: SheetsRequest[] = [];
  const restored: Issue[] = [];
  let faults = map.issues;
  for (const lost of incompleteSheets(map)) {
    const completed = complete(lost, readRange(lost.sheetId, headers)[0] ?? []);
    const { place } = completed;
    const isLost = map.lost.includes(lost);
    if (isLost && (sheets.has(place.key) || !isTemplate(completed))) continue;
    sheets.set(place.key, place);
    requests.push(...columnMarks(place));
    restored.push(...columnsFound(completed));
    if (isLost) {
      requests.push(markSheet(place.sheetId, place.key, place.version));
      restored.push({ code: 'SHEET_RESTORED', at: { sheet: place.title } });
    }
    const others = faults.filter(({ code, at }) => code !== 'COLUMN_MISSING' || at?.sheet !== place.title);
    faults = [...others, ...faultsOf(completed)];
  }
  return { map: { ...map, sheets, issues: faults, restored }, requests, issues: restored };
}
