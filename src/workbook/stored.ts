// What the add-on keeps in a workbook beside the cells of its sheets, and how it goes again.
import { freeSheetId } from './ids.ts';
import { mapWorkbook } from './map.ts';
import {
  AUTOMATION_METADATA,
  COLUMN_METADATA,
  MAPPING_METADATA,
  PICTURE_NAME,
  REVIEW_METADATA,
  SHEET_METADATA,
  UPLOAD_METADATA,
} from './marks.ts';
import { SHEETS } from './sheets/index.ts';
import type { MetadataEntry, SheetsRequest, SpreadsheetResponse } from './sheets-api.ts';
import { STAGING_SHEET_ID } from './staging.ts';
import { TURN_METADATA } from './turn.ts';
import { UNDO_SHEET_ID } from './undo-sheet.ts';

/** Keys of all developer metadata that the add-on writes. */
export const METADATA_KEYS: readonly string[] = [
  COLUMN_METADATA,
  SHEET_METADATA,
  REVIEW_METADATA,
  MAPPING_METADATA,
  UPLOAD_METADATA,
  AUTOMATION_METADATA,
  TURN_METADATA,
];

const TEMPLATE_NAMES: ReadonlySet<string> = new Set(
  SHEETS.flatMap(({ names = [] }) => names.map(({ name }) => name)),
);

/** What a workbook holds of the add-on. */
export type Stored = {
  /** Keys of the developer metadata that are there, and how many entries there are of all. */
  readonly keys: readonly string[];
  readonly marks: number;
  /** Hidden sheets of the add-on's own: what the last import did, and what is on its way. */
  readonly hidden: readonly number[];
  /** Template sheets and reviews, by their marks. */
  readonly sheets: readonly number[];
  /** Ids of the names that say where pictures stand, and of those that the template sheets' formulas use. */
  readonly pictures: readonly string[];
  readonly names: readonly string[];
  /** Tabs that people see, and the ids of all. */
  readonly shown: readonly number[];
  readonly taken: ReadonlySet<number>;
};

function entriesIn({ sheets = [] }: SpreadsheetResponse): MetadataEntry[] {
  const all = sheets.flatMap(({ developerMetadata = [], data = [] }) => [
    ...developerMetadata,
    ...(data[0]?.columnMetadata ?? []).flatMap((column) => column.developerMetadata ?? []),
  ]);
  return all.filter(({ metadataKey = '' }) => METADATA_KEYS.includes(metadataKey));
}

function namesIn({ namedRanges = [] }: SpreadsheetResponse, isWanted: (name: string) => boolean): string[] {
  return namedRanges.flatMap(({ name = '', namedRangeId }) =>
    namedRangeId !== undefined && isWanted(name) ? [namedRangeId] : [],
  );
}

/**
 * What a workbook holds of the add-on, by its marks alone.
 * @param response Answer of `spreadsheets.get` with METADATA_FIELDS.
 */
export function storedIn(response: SpreadsheetResponse): Stored {
  const { sheets, reviews, uploads } = mapWorkbook(response);
  const tabs = (response.sheets ?? []).map(({ properties }) => properties);
  const taken = new Set(tabs.map((tab) => tab?.sheetId ?? 0));
  const entries = entriesIn(response);
  const own = [UNDO_SHEET_ID, STAGING_SHEET_ID].filter((id) => taken.has(id));
  return {
    keys: METADATA_KEYS.filter((key) => entries.some(({ metadataKey }) => metadataKey === key)),
    marks: entries.length,
    hidden: [...new Set([...own, ...uploads.map(({ sheetId }) => sheetId)])],
    sheets: [...[...sheets.values()], ...reviews].map(({ sheetId }) => sheetId),
    pictures: namesIn(response, (name) => name.startsWith(PICTURE_NAME)),
    names: namesIn(response, (name) => TEMPLATE_NAMES.has(name)),
    shown: tabs.filter((tab) => tab?.hidden !== true).map((tab) => tab?.sheetId ?? 0),
    taken,
  };
}

/** Google refuses to take the last tab that people see. */
function blankFor({ shown, taken }: Stored, gone: readonly number[]): SheetsRequest[] {
  if (shown.some((id) => !gone.includes(id))) return [];
  return [{ addSheet: { properties: { sheetId: freeSheetId('blank', taken) } } }];
}

/**
 * The requests that take everything of the add-on out of a workbook, as one batch.
 * @param stored What is there.
 * @param withSheets Whether its sheets and reviews go as well, with all that people typed there; else they stay as
 *   ordinary sheets.
 * @returns No request where nothing is there.
 */
export function removeRequests(stored: Stored, withSheets: boolean): SheetsRequest[] {
  const sheets = withSheets ? stored.sheets : [];
  const names = [...stored.pictures, ...(withSheets ? stored.names : [])];
  const gone = [...sheets, ...stored.hidden];
  return [
    ...names.map((namedRangeId): SheetsRequest => ({ deleteNamedRange: { namedRangeId } })),
    ...stored.keys.map(
      (metadataKey): SheetsRequest => ({
        deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey } } },
      }),
    ),
    ...(gone.length === 0 ? [] : blankFor(stored, gone)),
    ...gone.map((sheetId): SheetsRequest => ({ deleteSheet: { sheetId } })),
  ];
}
