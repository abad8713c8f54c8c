import type { Issue } from '../kpi/issue.ts';
import { SHEETS } from './sheets/index.ts';
import type { MetadataEntry, SpreadsheetResponse } from './sheets-api.ts';
import type { Language } from './template.ts';

/** Key of the developer metadata on template columns; its value is `sheet.column`. */
export const COLUMN_METADATA = 'kpi.column';
/** Key of the developer metadata on template sheets; its value is `key:version:sheetId`. */
export const SHEET_METADATA = 'kpi.sheet';
/** Key of the developer metadata on review tabs; its value is `period:state:sheetId`. */
export const REVIEW_METADATA = 'kpi.review';

export type SheetPlace = {
  readonly key: string;
  readonly version: number;
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Position of each template column by its key, from 0. */
  readonly columns: ReadonlyMap<string, number>;
};

export type ReviewState = 'draft' | 'closed';

export type ReviewPlace = {
  readonly period: string;
  readonly state: ReviewState;
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly chartIds: readonly number[];
};

/** Where everything is in a workbook, from one metadata read. */
export type WorkbookMap = {
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly url: string;
  readonly sheets: ReadonlyMap<string, SheetPlace>;
  readonly reviews: readonly ReviewPlace[];
  /** Titles and ids that are taken, of all tabs. */
  readonly tabs: readonly { readonly sheetId: number; readonly title: string }[];
  readonly issues: readonly Issue[];
};

type SheetJson = NonNullable<SpreadsheetResponse['sheets']>[number];

function metadataValue(entries: readonly MetadataEntry[] | undefined, key: string): string | undefined {
  return entries?.find((entry) => entry.metadataKey === key)?.metadataValue;
}

/** Splits `a:b:id`; a copy of a tab carries the id of the tab that it was copied from, and is none of ours. */
function ownStamp(sheet: SheetJson, key: string): readonly [string, string] | undefined {
  const [first, second, id] = metadataValue(sheet.developerMetadata, key)?.split(':') ?? [];
  if (first === undefined || second === undefined) return undefined;
  return Number(id) === (sheet.properties?.sheetId ?? 0) ? [first, second] : undefined;
}

function columnsOf(sheet: SheetJson, key: string): { places: Map<string, number>; doubled: string[] } {
  const places = new Map<string, number>();
  const doubled: string[] = [];
  const columns = sheet.data?.[0]?.columnMetadata ?? [];
  columns.forEach((column, index) => {
    for (const entry of column.developerMetadata ?? []) {
      if (entry.metadataKey !== COLUMN_METADATA || !entry.metadataValue?.startsWith(`${key}.`)) continue;
      const name = entry.metadataValue.slice(key.length + 1);
      if (places.has(name)) doubled.push(name);
      else places.set(name, index);
    }
  });
  return { places, doubled };
}

function sheetPlace(sheet: SheetJson, key: string, version: string): SheetPlace & { doubled: string[] } {
  const { places, doubled } = columnsOf(sheet, key);
  return {
    key,
    version: Number(version),
    sheetId: sheet.properties?.sheetId ?? 0,
    title: sheet.properties?.title ?? '',
    rowCount: sheet.properties?.gridProperties?.rowCount ?? 0,
    columnCount: sheet.properties?.gridProperties?.columnCount ?? 0,
    columns: places,
    doubled,
  };
}

function reviewPlace(sheet: SheetJson, period: string, state: string): ReviewPlace {
  return {
    period,
    state: state === 'closed' ? 'closed' : 'draft',
    sheetId: sheet.properties?.sheetId ?? 0,
    title: sheet.properties?.title ?? '',
    rowCount: sheet.properties?.gridProperties?.rowCount ?? 0,
    columnCount: sheet.properties?.gridProperties?.columnCount ?? 0,
    chartIds: (sheet.charts ?? []).map((chart) => chart.chartId ?? 0),
  };
}

function missingColumns(place: SheetPlace): Issue[] {
  const template = SHEETS.find((sheet) => sheet.key === place.key);
  return (template?.columns ?? [])
    .filter((column) => !place.columns.has(column.key))
    .map((column) => ({
      code: 'COLUMN_MISSING',
      at: { sheet: place.title },
      expected: column.key,
      values: { column: column.key },
    }));
}

/**
 * What is wrong with the columns of a workbook, naming them by the headers that people know.
 * @param map Where everything is.
 * @param language Language of the workbook.
 * @param sheets Keys of the sheets to look at; all where it is not given.
 */
export function columnIssues(map: WorkbookMap, language: Language, sheets?: readonly string[]): Issue[] {
  const titles = new Set(sheets?.map((key) => map.sheets.get(key)?.title));
  return map.issues
    .filter((issue) => sheets === undefined || titles.has(issue.at?.sheet))
    .map((issue) => {
      const place = [...map.sheets.values()].find(({ title }) => title === issue.at?.sheet);
      const template = SHEETS.find(({ key }) => key === place?.key);
      const column = template?.columns.find(({ key }) => key === issue.values?.column);
      return column === undefined ? issue : { ...issue, values: { column: column.header[language] } };
    });
}

/**
 * Finds the template sheets, their columns and the review tabs of a workbook.
 * @param response Answer of `spreadsheets.get` with METADATA_FIELDS.
 * @returns The map; a column that is missing or doubled is an issue that names it.
 */
export function mapWorkbook(response: SpreadsheetResponse): WorkbookMap {
  const sheets = new Map<string, SheetPlace>();
  const reviews: ReviewPlace[] = [];
  const issues: Issue[] = [];
  for (const sheet of response.sheets ?? []) {
    const stamp = ownStamp(sheet, SHEET_METADATA);
    if (stamp !== undefined && !sheets.has(stamp[0])) {
      const { doubled, ...place } = sheetPlace(sheet, stamp[0], stamp[1]);
      sheets.set(place.key, place);
      issues.push(...missingColumns(place));
      for (const column of doubled) {
        issues.push({
          code: 'COLUMN_DOUBLED',
          at: { sheet: place.title },
          found: column,
          values: { column },
        });
      }
    }
    const review = ownStamp(sheet, REVIEW_METADATA);
    if (review !== undefined) reviews.push(reviewPlace(sheet, review[0], review[1]));
  }
  return {
    title: response.properties?.title ?? '',
    locale: response.properties?.locale ?? 'en_US',
    timeZone: response.properties?.timeZone ?? 'Etc/GMT',
    url: response.spreadsheetUrl ?? '',
    sheets,
    reviews,
    tabs: (response.sheets ?? []).map((sheet) => ({
      sheetId: sheet.properties?.sheetId ?? 0,
      title: sheet.properties?.title ?? '',
    })),
    issues,
  };
}
