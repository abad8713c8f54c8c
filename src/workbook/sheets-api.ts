/**
 * The part of the Sheets API v4 that the add-on speaks, as plain JSON. The add-on hands these objects to the
 * advanced service as they are; nothing here touches a service.
 */

export type Color = { readonly red?: number; readonly green?: number; readonly blue?: number };

export type GridRange = {
  readonly sheetId: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
};

export type ExtendedValue = {
  readonly numberValue?: number;
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly formulaValue?: string;
};

export type TextFormat = {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly link?: { readonly uri: string };
  readonly fontSize?: number;
  readonly foregroundColor?: Color;
};

export type Border = { readonly style: string; readonly color?: Color };

export type CellFormat = {
  readonly numberFormat?: { readonly type: string; readonly pattern?: string };
  readonly backgroundColor?: Color;
  readonly horizontalAlignment?: 'LEFT' | 'CENTER' | 'RIGHT';
  readonly verticalAlignment?: 'TOP' | 'MIDDLE' | 'BOTTOM';
  readonly wrapStrategy?: 'OVERFLOW_CELL' | 'CLIP' | 'WRAP';
  readonly textFormat?: TextFormat;
  readonly borders?: { readonly top?: Border; readonly bottom?: Border };
};

export type CellData = {
  readonly userEnteredValue?: ExtendedValue;
  readonly userEnteredFormat?: CellFormat;
  readonly note?: string;
  readonly dataValidation?: ValidationRule;
};

export type RowData = { readonly values: readonly CellData[] };

export type DimensionRange = {
  readonly sheetId: number;
  readonly dimension: 'ROWS' | 'COLUMNS';
  readonly startIndex: number;
  readonly endIndex: number;
};

export type ConditionValue = { readonly userEnteredValue: string };
export type BooleanCondition = { readonly type: string; readonly values?: readonly ConditionValue[] };

export type ValidationRule = {
  readonly condition: BooleanCondition;
  readonly showCustomUi?: boolean;
  readonly strict?: boolean;
  readonly inputMessage?: string;
};

export type SheetProperties = {
  readonly sheetId?: number;
  readonly title?: string;
  readonly index?: number;
  readonly hidden?: boolean;
  readonly tabColor?: Color;
  readonly gridProperties?: {
    readonly rowCount?: number;
    readonly columnCount?: number;
    readonly frozenRowCount?: number;
    readonly frozenColumnCount?: number;
    readonly hideGridlines?: boolean;
  };
};

export type DeveloperMetadata = {
  readonly metadataId?: number;
  readonly metadataKey: string;
  readonly metadataValue: string;
  readonly visibility: 'DOCUMENT';
  readonly location: { readonly sheetId: number } | { readonly dimensionRange: DimensionRange };
};

export type ChartData = { readonly sourceRange: { readonly sources: readonly GridRange[] } };
export type BasicChartSpec = {
  readonly chartType: 'LINE' | 'COLUMN' | 'COMBO';
  readonly legendPosition: 'BOTTOM_LEGEND' | 'NO_LEGEND';
  readonly stackedType?: 'STACKED';
  readonly headerCount: number;
  readonly axis?: readonly { readonly position: string; readonly title?: string }[];
  readonly domains: readonly { readonly domain: ChartData }[];
  readonly series: readonly {
    readonly series: ChartData;
    readonly targetAxis?: 'LEFT_AXIS';
    readonly type?: 'LINE' | 'COLUMN';
    readonly color?: Color;
  }[];
};

export type EmbeddedChart = {
  readonly chartId?: number;
  readonly spec: {
    readonly title: string;
    readonly basicChart: BasicChartSpec;
    /** Rows that are hidden are drawn too; without it they are not. */
    readonly hiddenDimensionStrategy?: 'SHOW_ALL';
  };
  readonly position: {
    readonly overlayPosition: {
      readonly anchorCell: {
        readonly sheetId: number;
        readonly rowIndex: number;
        readonly columnIndex: number;
      };
      readonly widthPixels: number;
      readonly heightPixels: number;
    };
  };
};

/** A filter over header and rows; what people filter and sort by is handed on as it was read. */
export type BasicFilter = {
  readonly range: GridRange;
  readonly filterSpecs?: readonly unknown[];
  readonly sortSpecs?: readonly unknown[];
};

/** Rows in two colours by turns. */
export type BandedRange = {
  readonly bandedRangeId: number;
  readonly range: GridRange;
  readonly rowProperties?: { readonly firstBandColor: Color; readonly secondBandColor: Color };
};

/** One request of a `batchUpdate`; exactly one field is set. */
export type SheetsRequest =
  | { readonly addSheet: { readonly properties: SheetProperties } }
  | {
      readonly duplicateSheet: {
        readonly sourceSheetId: number;
        readonly insertSheetIndex: number;
        readonly newSheetName: string;
      };
    }
  | { readonly updateSheetProperties: { readonly properties: SheetProperties; readonly fields: string } }
  | {
      readonly updateCells: {
        readonly rows?: readonly RowData[];
        readonly fields: string;
        readonly range?: GridRange;
        readonly start?: {
          readonly sheetId: number;
          readonly rowIndex: number;
          readonly columnIndex: number;
        };
      };
    }
  | { readonly repeatCell: { readonly range: GridRange; readonly cell: CellData; readonly fields: string } }
  | {
      readonly setDataValidation: {
        readonly range: GridRange;
        readonly rule: ValidationRule;
      };
    }
  | {
      readonly updateDimensionProperties: {
        readonly range: DimensionRange;
        readonly properties: { readonly pixelSize?: number; readonly hiddenByUser?: boolean };
        readonly fields: string;
      };
    }
  | {
      readonly appendDimension: {
        readonly sheetId: number;
        readonly dimension: 'ROWS' | 'COLUMNS';
        readonly length: number;
      };
    }
  | { readonly deleteSheet: { readonly sheetId: number } }
  | {
      readonly copyPaste: {
        readonly source: GridRange;
        readonly destination: GridRange;
        readonly pasteType: 'PASTE_VALUES';
        readonly pasteOrientation: 'NORMAL';
      };
    }
  | { readonly deleteDimension: { readonly range: DimensionRange } }
  | { readonly insertDimension: { readonly range: DimensionRange; readonly inheritFromBefore: boolean } }
  | { readonly moveDimension: { readonly source: DimensionRange; readonly destinationIndex: number } }
  | {
      readonly addConditionalFormatRule: {
        readonly rule: {
          readonly ranges: readonly GridRange[];
          readonly booleanRule: { readonly condition: BooleanCondition; readonly format: CellFormat };
        };
        readonly index: number;
      };
    }
  | { readonly createDeveloperMetadata: { readonly developerMetadata: DeveloperMetadata } }
  | {
      readonly updateDeveloperMetadata: {
        readonly dataFilters: readonly DataFilter[];
        readonly developerMetadata: { readonly metadataValue: string };
        readonly fields: string;
      };
    }
  | { readonly deleteDeveloperMetadata: { readonly dataFilter: DataFilter } }
  | { readonly mergeCells: { readonly range: GridRange; readonly mergeType: 'MERGE_ALL' } }
  | { readonly unmergeCells: { readonly range: GridRange } }
  | { readonly setBasicFilter: { readonly filter: BasicFilter } }
  | { readonly addBanding: { readonly bandedRange: Omit<BandedRange, 'bandedRangeId'> } }
  | { readonly updateBanding: { readonly bandedRange: BandedRange; readonly fields: string } }
  | { readonly addNamedRange: { readonly namedRange: { readonly name: string; readonly range: GridRange } } }
  | {
      readonly updateNamedRange: {
        readonly namedRange: { readonly namedRangeId: string; readonly range: GridRange };
        readonly fields: 'range';
      };
    }
  | {
      readonly addProtectedRange: {
        readonly protectedRange: {
          readonly range: GridRange;
          readonly description: string;
          readonly warningOnly: boolean;
        };
      };
    }
  | { readonly autoResizeDimensions: { readonly dimensions: DimensionRange } }
  | { readonly addChart: { readonly chart: EmbeddedChart } }
  | { readonly deleteEmbeddedObject: { readonly objectId: number } };

export type DataFilter =
  | {
      readonly developerMetadataLookup: {
        readonly metadataKey: string;
        readonly metadataValue?: string;
        readonly locationType?: 'COLUMN' | 'SHEET';
      };
    }
  | { readonly developerMetadataLookup: { readonly metadataId: number } }
  | { readonly gridRange: GridRange };

/** Body of `values.batchGetByDataFilter`. */
export type ValuesRequest = {
  readonly dataFilters: readonly DataFilter[];
  readonly majorDimension: 'ROWS' | 'COLUMNS';
  readonly valueRenderOption: 'UNFORMATTED_VALUE' | 'FORMULA';
  readonly dateTimeRenderOption: 'SERIAL_NUMBER';
};

export type ValueRange = { readonly range?: string; readonly values?: readonly (readonly unknown[])[] };

export type MatchedValueRange = {
  readonly valueRange?: ValueRange;
  readonly dataFilters?: readonly unknown[];
};

export type ValuesResponse = { readonly valueRanges?: readonly MatchedValueRange[] };

export type MetadataEntry = {
  readonly metadataId?: number;
  readonly metadataKey?: string;
  readonly metadataValue?: string;
};

/** The part of `spreadsheets.get` that METADATA_FIELDS asks for. */
export type SpreadsheetResponse = {
  readonly spreadsheetUrl?: string;
  readonly properties?: { readonly title?: string; readonly locale?: string; readonly timeZone?: string };
  readonly namedRanges?: readonly {
    readonly namedRangeId?: string;
    readonly name?: string;
    readonly range?: GridRange;
  }[];
  readonly sheets?: readonly {
    readonly properties?: SheetProperties;
    readonly developerMetadata?: readonly MetadataEntry[];
    readonly basicFilter?: BasicFilter;
    readonly bandedRanges?: readonly BandedRange[];
    readonly protectedRanges?: readonly { readonly protectedRangeId?: number }[];
    readonly charts?: readonly { readonly chartId?: number }[];
    readonly merges?: readonly GridRange[];
    readonly data?: readonly {
      readonly columnMetadata?: readonly { readonly developerMetadata?: readonly MetadataEntry[] }[];
    }[];
  }[];
};

/** Field mask of the one metadata read. */
export const METADATA_FIELDS =
  'spreadsheetUrl,properties(title,locale,timeZone),namedRanges(namedRangeId,name,range),' +
  'sheets(properties(sheetId,title,index,hidden,gridProperties(rowCount,columnCount,frozenColumnCount)),' +
  'developerMetadata(metadataId,metadataKey,metadataValue),charts(chartId),' +
  'basicFilter(range,filterSpecs,sortSpecs),bandedRanges(bandedRangeId,range),' +
  'protectedRanges(protectedRangeId),merges,' +
  'data(columnMetadata(developerMetadata(metadataId,metadataKey,metadataValue))))';
