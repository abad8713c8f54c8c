import type { Issue } from '../kpi/issue.ts';
import {
  AUTOMATION_METADATA,
  COLUMN_METADATA,
  MAPPING_METADATA,
  PICTURE_NAME,
  REVIEW_COLUMNS,
  REVIEW_METADATA,
  SHEET_METADATA,
  UPLOAD_METADATA,
} from './marks.ts';
import { SHEETS } from './sheets/index.ts';
import type { BandedRange, BasicFilter, GridRange, SpreadsheetResponse } from './sheets-api.ts';
import { isWordOf, LANGUAGES, type Language, type SheetTemplate } from './template.ts';

export type SheetPlace = {
  readonly key: string;
  readonly version: number;
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Position of each template column by its key, from 0. */
  readonly columns: ReadonlyMap<string, number>;
  /** Keys of the columns that carry no mark yet and were found by their headers. */
  readonly unmarked: ReadonlySet<string>;
  readonly filter: BasicFilter | undefined;
  readonly bands: readonly BandedRange[];
  readonly isProtected: boolean;
  readonly merges: readonly GridRange[];
};

export type ReviewState = 'draft' | 'closed';

export type ReviewPlace = {
  readonly period: string;
  readonly state: ReviewState;
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Columns that people froze; a tab of ours has none. */
  readonly frozenColumns: number;
  readonly chartIds: readonly number[];
  /** Row, from 0, at which the picture of the KPI tree begins, and the name that marks it; undefined where there is none. */
  readonly picture?: { readonly row: number; readonly namedRangeId: string } | undefined;
  /** Position of each of the tab's columns by its key, from 0. */
  readonly columns: ReadonlyMap<string, number>;
  /** ISO days on which it was written first and last; empty where they are not known. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** How many of its files are in: none, part or all; empty where that is not known. */
  readonly filled: string;
  /** Value of its metadata. */
  readonly stamp: string;
};

export type TabPlace = {
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
};

/** Where everything is in a workbook, from one metadata read. */
export type WorkbookMap = {
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly url: string;
  readonly sheets: ReadonlyMap<string, SheetPlace>;
  readonly reviews: readonly ReviewPlace[];
  /** Titles and ids that are taken, and sizes, of all tabs, in their order. */
  readonly tabs: readonly TabPlace[];
  /** Rows that reading a marked column takes, by its mark: a copy of a tab has the same marks, and is read with it. */
  readonly markedRows: ReadonlyMap<string, number>;
  /** Names of ranges, in lower case. */
  readonly names: ReadonlySet<string>;
  /** How to read files that no format knows, as JSON, the latest first. */
  readonly mappings: readonly string[];
  /** Hidden sheets of files on their way, each with the serial moment at which its upload began. */
  readonly uploads: readonly { readonly sheetId: number; readonly since: number }[];
  /** What the hourly trigger remembers, as JSON, and the id of its metadata; undefined where there is nothing. */
  readonly automation?: { readonly metadataId: number; readonly value: string } | undefined;
  /** What is wrong with columns. */
  readonly issues: readonly Issue[];
  /** Tabs that are titled like a template that the workbook lacks, and carry no mark of their own. */
  readonly lost: readonly SheetPlace[];
  /** What was found by titles and headers, since its marks were lost. */
  readonly restored: readonly Issue[];
};

type SheetJson = NonNullable<SpreadsheetResponse['sheets']>[number];

/** Splits `a:b:id…`; a copy of a tab carries the id of the tab that it was copied from, and is none of ours. */
function ownStamp(sheet: SheetJson, key: string): readonly string[] | undefined {
  return sheet.developerMetadata
    ?.filter(({ metadataKey }) => metadataKey === key)
    .map(({ metadataValue = '' }) => metadataValue.split(':'))
    .find(([, , id]) => id !== undefined && Number(id) === (sheet.properties?.sheetId ?? 0));
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

function sheetPlace(sheet: SheetJson, key: string, version: number): SheetPlace & { doubled: string[] } {
  const { places, doubled } = columnsOf(sheet, key);
  return {
    key,
    version,
    sheetId: sheet.properties?.sheetId ?? 0,
    title: sheet.properties?.title ?? '',
    rowCount: sheet.properties?.gridProperties?.rowCount ?? 0,
    columnCount: sheet.properties?.gridProperties?.columnCount ?? 0,
    columns: places,
    unmarked: new Set(),
    filter: sheet.basicFilter,
    bands: sheet.bandedRanges ?? [],
    isProtected: (sheet.protectedRanges ?? []).length > 0,
    merges: sheet.merges ?? [],
    doubled,
  };
}

type Pictures = ReadonlyMap<number, NonNullable<ReviewPlace['picture']>>;

/** By sheet: where the picture of the KPI tree begins. */
function picturesIn({ namedRanges = [] }: SpreadsheetResponse): Pictures {
  const pictures = namedRanges.filter(({ name }) => name?.startsWith(PICTURE_NAME));
  return new Map(
    pictures.map(({ range, namedRangeId = '' }) => [
      range?.sheetId ?? 0,
      { row: range?.startRowIndex ?? 0, namedRangeId },
    ]),
  );
}

function reviewPlace(sheet: SheetJson, stamp: readonly string[], pictures: Pictures): ReviewPlace {
  const [period = '', state, , firstDay = '', lastDay = '', filled = ''] = stamp;
  return {
    period,
    state: state === 'closed' ? 'closed' : 'draft',
    sheetId: sheet.properties?.sheetId ?? 0,
    title: sheet.properties?.title ?? '',
    rowCount: sheet.properties?.gridProperties?.rowCount ?? 0,
    columnCount: sheet.properties?.gridProperties?.columnCount ?? 0,
    frozenColumns: sheet.properties?.gridProperties?.frozenColumnCount ?? 0,
    chartIds: (sheet.charts ?? []).map((chart) => chart.chartId ?? 0),
    picture: pictures.get(sheet.properties?.sheetId ?? 0),
    columns: columnsOf(sheet, REVIEW_COLUMNS).places,
    firstDay,
    lastDay,
    filled,
    stamp: stamp.join(':'),
  };
}

/**
 * The columns that a sheet lacks.
 * @param place Where the sheet and its columns are.
 * @returns An issue COLUMN_MISSING for each column of its template that is not there.
 */
export function missingColumns(place: SheetPlace): Issue[] {
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
 * A column that a sheet has more than once.
 * @param sheet Title of the sheet.
 * @param column Key of the column.
 * @returns The issue COLUMN_DOUBLED.
 */
export function doubledColumn(sheet: string, column: string): Issue {
  return { code: 'COLUMN_DOUBLED', at: { sheet }, found: column, values: { column } };
}

/**
 * What is wrong with the columns of a workbook, naming them by the headers that people know.
 * @param map Where everything is.
 * @param language Language of the workbook.
 * @param sheets Keys of the sheets to look at; all where it is not given.
 * @returns Issues COLUMN_MISSING and COLUMN_DOUBLED.
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
 * The language of a workbook that has lost its settings, by the titles of its sheets.
 * @param map Where everything is.
 * @returns The language that most titles are in; undefined where none is a template's.
 */
export function titleLanguage({ sheets }: WorkbookMap): Language | undefined {
  const count = (language: Language): number =>
    SHEETS.filter(({ key, titles }) => sheets.get(key)?.title === titles[language]).length;
  const [best] = [...LANGUAGES].sort((a, b) => count(b) - count(a));
  return best !== undefined && count(best) > 0 ? best : undefined;
}

function templateTitled(title: string): SheetTemplate | undefined {
  return SHEETS.find((sheet) => isWordOf(sheet.titles, title));
}

type Found = Pick<WorkbookMap, 'sheets' | 'reviews' | 'issues' | 'lost'>;

function findTabs(tabs: readonly SheetJson[], pictures: Pictures): Found {
  const sheets = new Map<string, SheetPlace>();
  const reviews: ReviewPlace[] = [];
  const issues: Issue[] = [];
  const lost: SheetPlace[] = [];
  for (const tab of tabs) {
    const stamp = ownStamp(tab, SHEET_METADATA);
    const review = ownStamp(tab, REVIEW_METADATA);
    const [key = '', version] = stamp ?? [];
    if (stamp !== undefined && !sheets.has(key)) {
      const { doubled, ...place } = sheetPlace(tab, key, Number(version));
      sheets.set(place.key, place);
      issues.push(...missingColumns(place), ...doubled.map((column) => doubledColumn(place.title, column)));
    }
    if (review !== undefined) reviews.push(reviewPlace(tab, review, pictures));
    const template = templateTitled(tab.properties?.title ?? '');
    if (stamp !== undefined || review !== undefined || template === undefined) continue;
    const { doubled: _, ...place } = sheetPlace(tab, template.key, template.version);
    lost.push(place);
  }
  return { sheets, reviews, issues, lost: lost.filter(({ key }) => !sheets.has(key)) };
}

function markedRows(tabs: readonly SheetJson[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (const { data, properties } of tabs) {
    for (const { developerMetadata = [] } of data?.[0]?.columnMetadata ?? []) {
      for (const { metadataKey, metadataValue = '' } of developerMetadata) {
        if (metadataKey !== COLUMN_METADATA) continue;
        const before = rows.get(metadataValue) ?? 0;
        rows.set(metadataValue, before + (properties?.gridProperties?.rowCount ?? 0));
      }
    }
  }
  return rows;
}

function mappingsOf(tabs: readonly SheetJson[]): string[] {
  const found = tabs
    .flatMap(({ developerMetadata = [] }) => developerMetadata)
    .filter(({ metadataKey }) => metadataKey === MAPPING_METADATA)
    .sort((a, b) => (b.metadataId ?? 0) - (a.metadataId ?? 0))
    .map(({ metadataValue = '' }) => metadataValue);
  return [...new Set(found)];
}

function uploadsOf(tabs: readonly SheetJson[]): WorkbookMap['uploads'] {
  return tabs.flatMap(({ properties, developerMetadata = [] }) => {
    const mark = developerMetadata.find(({ metadataKey }) => metadataKey === UPLOAD_METADATA);
    return mark === undefined
      ? []
      : [{ sheetId: properties?.sheetId ?? 0, since: Number(mark.metadataValue) }];
  });
}

function automationOf(tabs: readonly SheetJson[]): WorkbookMap['automation'] {
  const settings = tabs.find((tab) => ownStamp(tab, SHEET_METADATA)?.[0] === 'settings');
  const [found] = (settings?.developerMetadata ?? [])
    .filter(({ metadataKey }) => metadataKey === AUTOMATION_METADATA)
    .sort((a, b) => (a.metadataId ?? 0) - (b.metadataId ?? 0));
  return found?.metadataId === undefined
    ? undefined
    : { metadataId: found.metadataId, value: found.metadataValue ?? '' };
}

/**
 * Finds the template sheets, their columns and the review tabs of a workbook.
 * @param response Answer of `spreadsheets.get` with METADATA_FIELDS.
 * @returns The map; a column that is missing or doubled is an issue that names it.
 */
export function mapWorkbook(response: SpreadsheetResponse): WorkbookMap {
  const tabs = response.sheets ?? [];
  return {
    title: response.properties?.title ?? '',
    locale: response.properties?.locale ?? 'en_US',
    timeZone: response.properties?.timeZone ?? 'Etc/GMT',
    url: response.spreadsheetUrl ?? '',
    ...findTabs(tabs, picturesIn(response)),
    tabs: tabs.map(({ properties }) => ({
      sheetId: properties?.sheetId ?? 0,
      title: properties?.title ?? '',
      rowCount: properties?.gridProperties?.rowCount ?? 0,
      columnCount: properties?.gridProperties?.columnCount ?? 0,
    })),
    markedRows: markedRows(tabs),
    names: new Set((response.namedRanges ?? []).map(({ name = '' }) => name.toLowerCase())),
    mappings: mappingsOf(tabs),
    uploads: uploadsOf(tabs),
    automation: automationOf(tabs),
    restored: [],
  };
}
