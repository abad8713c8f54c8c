import type { DocumentState, SheetState } from './model.ts';

export const DEFAULT_ROWS = 1000;
export const DEFAULT_COLUMNS = 26;
export const DEFAULT_ROW_PIXELS = 21;
export const DEFAULT_COLUMN_PIXELS = 100;
/** Google's ceiling for the cells of all sheets of a spreadsheet together. */
export const MAX_CELLS = 10_000_000;
/** Google's ceiling for the characters of one cell. */
export const MAX_CELL_CHARACTERS = 50_000;
export const MAX_COLUMNS = 18_278;

const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A spreadsheet id of the shape that Google's have: 44 letters, digits, `-` and `_`, the first `1`. */
export const newSpreadsheetId = (random: () => number = Math.random): string => {
  let id = '1';
  while (id.length < 44) id += ID_LETTERS[Math.floor(random() * ID_LETTERS.length)];
  return id;
};

/** A positive 31-bit integer, as Google gives to sheets, charts, protected ranges and metadata. */
export const newId = (random: () => number): number => 1 + Math.floor(random() * 2147483646);

/** An empty sheet. */
export const createSheet = (
  sheetId: number,
  title: string,
  rowCount = DEFAULT_ROWS,
  columnCount = DEFAULT_COLUMNS,
): SheetState => ({
  sheetId,
  title,
  rowCount,
  columnCount,
  cells: [],
  rows: [],
  columns: [],
  merges: [],
  conditionalFormats: [],
  bandedRanges: [],
  protectedRanges: [],
  charts: [],
  rowGroups: [],
  columnGroups: [],
});

export type NewDocument = {
  title?: string;
  /** Such as `en_US`. */
  locale?: string;
  /** IANA name. */
  timeZone?: string;
  spreadsheetId?: string;
};

/**
 * A new spreadsheet as Google makes one: a sheet "Sheet1" with id 0, 1000 rows and 26 columns.
 * @example createDocument({ title: 'KPI', locale: 'zh_CN', timeZone: 'Asia/Shanghai' })
 */
export const createDocument = (given: NewDocument = {}): DocumentState => ({
  spreadsheetId: given.spreadsheetId ?? newSpreadsheetId(),
  title: given.title ?? 'Untitled spreadsheet',
  locale: given.locale ?? 'en_US',
  timeZone: given.timeZone ?? 'Etc/GMT',
  sheets: [createSheet(0, 'Sheet1')],
  namedRanges: [],
  metadata: [],
  revision: 1,
});
