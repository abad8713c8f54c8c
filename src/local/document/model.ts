/**
 * The local host's spreadsheet as plain JSON: the one truth that the Sheets API, the Apps Script services, the
 * calculator and the workbench share. Shapes inside cells (values, formats, validation) are the Sheets API's own.
 *
 * A state in the store is never changed: a change makes a new state that shares what stayed the same (`draft.ts`).
 * Stored GridRange and DimensionRange JSON always names its `sheetId`, 0 too.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export type ErrorValue = { type: string; message?: string };
/** What was entered (`formulaValue`) or what a cell shows (never `formulaValue`). Exactly one field is set. */
export type ExtendedValue = {
  numberValue?: number;
  stringValue?: string;
  boolValue?: boolean;
  formulaValue?: string;
  errorValue?: ErrorValue;
};

export type CellState = {
  /** `userEnteredValue` of the API. */
  value?: ExtendedValue;
  /** `userEnteredFormat` of the API. */
  format?: JsonObject;
  note?: string;
  /** `dataValidation` of the API. */
  validation?: JsonObject;
  /** `textFormatRuns` of the API. */
  textFormatRuns?: JsonObject[];
};

/** A cell as a sheet keeps it: one that has a value and nothing else is the bare value (`cell.ts` reads and makes it). */
export type StoredCell = CellState | number | string | boolean;

/** Half-open, zero-based, always fully bounded here (open ends are resolved when a request comes in). */
export type Rect = { startRow: number; endRow: number; startColumn: number; endColumn: number };

export type DimensionState = { pixelSize?: number; hiddenByUser?: boolean; hiddenByFilter?: boolean };

export type ChartState = { chartId: number; spec: JsonObject; position: JsonObject; border?: JsonObject };

/** A picture over the cells, which the Sheets API knows nothing of. */
export type ImageState = {
  imageId: number;
  /** `EmbeddedObjectPosition` of the API, with its `overlayPosition` alone. */
  position: JsonObject;
  contentType: string;
  base64: string;
  /** Pixels of the picture itself. */
  width: number;
  height: number;
  altTitle: string;
  altDescription: string;
};

export type SheetState = {
  sheetId: number;
  title: string;
  hidden?: boolean;
  rightToLeft?: boolean;
  /** `tabColor` of the API, also where it is the theme's. */
  tabColor?: JsonObject;
  /** `tabColorStyle.themeColor` of the API. */
  tabThemeColor?: string;
  rowCount: number;
  columnCount: number;
  frozenRowCount?: number;
  frozenColumnCount?: number;
  hideGridlines?: boolean;
  /** `cells[row]?.[column]`; a missing row or cell is empty. */
  cells: (StoredCell | undefined)[][];
  /** By index; missing is the default size and shown. */
  rows: (DimensionState | undefined)[];
  columns: (DimensionState | undefined)[];
  merges: Rect[];
  /** `conditionalFormats` of the API, in priority order; their ranges are GridRange JSON. */
  conditionalFormats: JsonObject[];
  /** `basicFilter` of the API. */
  basicFilter?: JsonObject;
  bandedRanges: JsonObject[];
  protectedRanges: JsonObject[];
  charts: ChartState[];
  /** Lowest first. */
  images?: ImageState[];
  rowGroups: JsonObject[];
  columnGroups: JsonObject[];
  rowGroupControlAfter?: boolean;
  columnGroupControlAfter?: boolean;
  filterViews?: JsonObject[];
  /** `slicers` of the API; their positions and ranges are as charts'. */
  slicers?: JsonObject[];
  /** `tables` of the API, their ranges bounded. */
  tables?: JsonObject[];
  /** A sheet that is one chart (`sheetType` `OBJECT` of the API): it has no grid. */
  holdsChart?: true;
};

export type NamedRangeState = {
  namedRangeId: string;
  name: string;
  sheetId: number;
  range: Rect;
  /** The range was given without an end (such as `A:A`) and grows with its sheet. */
  openRows?: boolean;
  openColumns?: boolean;
};

/** Developer metadata; it follows its row or column when others are inserted, moved or deleted. */
export type MetadataState = {
  metadataId: number;
  metadataKey: string;
  metadataValue: string;
  visibility: 'DOCUMENT' | 'PROJECT';
  location:
    | { type: 'SPREADSHEET' }
    | { type: 'SHEET'; sheetId: number }
    | { type: 'ROW' | 'COLUMN'; sheetId: number; index: number };
};

export type DocumentState = {
  /** Opaque, as Google's ids are. */
  spreadsheetId: string;
  title: string;
  /** Such as `en_US`, `zh_CN`, `de_DE`. */
  locale: string;
  /** IANA name, such as `Asia/Shanghai`. */
  timeZone: string;
  /** In tab order. */
  sheets: SheetState[];
  namedRanges: NamedRangeState[];
  metadata: MetadataState[];
  autoRecalc?: string;
  iterativeCalculationSettings?: JsonObject;
  /** One more with every change; what was calculated for an older revision is stale. */
  revision: number;
};

/** Values that formulas and their spills show, by sheet id, then `[row]?.[column]`. Cells without a formula are left out. */
export type CalculatedValues = Map<number, (ExtendedValue | undefined)[][]>;

/** Number formats (`{ type, pattern }` of the API) that results take over from what formulas read, as values are. */
export type CalculatedFormats = Map<number, (JsonObject | undefined)[][]>;

/** Evaluates every formula of a document; implemented by `src/local/engine`. */
export type Calculator = {
  calculate(document: DocumentState): CalculatedValues;
  /** `numberFormat` of results that are dates or times, for cells without one of their own. */
  formats?(document: DocumentState): CalculatedFormats;
};

/**
 * An argument of a custom function as a cell hands it over: `{ serial }` is a cell with a date or time format, which
 * Apps Script gets as a `Date`.
 */
export type CustomFunctionInput = string | number | boolean | { serial: number };
export type CustomFunctionResult = { ok: true; value: unknown } | { ok: false; message: string };

/** The custom functions of the built add-on; implemented by `src/local/apps-script`, used by the calculator. */
export type CustomFunctions = {
  readonly list: readonly {
    name: string;
    description: string;
    parameters: readonly { name: string; text: string }[];
  }[];
  /** A range argument comes as rows of cells, a single cell or literal as one value; the answer is a value or rows. */
  call(
    name: string,
    args: readonly (CustomFunctionInput | CustomFunctionInput[][])[],
    document: DocumentState,
  ): CustomFunctionResult;
};
