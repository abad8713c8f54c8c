import type {
  DocumentState,
  Json,
  JsonObject,
  MetadataState,
  NamedRangeState,
  SheetState,
} from '../document/model.ts';
import { DEFAULT_FORMAT, SPREADSHEET_THEME } from './defaults.ts';
import { below, type FieldMask, keepFields } from './field-mask.ts';
import { gridData } from './grid-data.ts';
import { gridRange, intersects, wholeSheet } from './grid-range.ts';
import { metadataResource } from './metadata.ts';
import type { SheetRange } from './ranges.ts';
import { printed } from './schema/stored-json.ts';
import { tableResource } from './table-resource.ts';
import type { Calculation } from './view.ts';

export type ResourceOptions = {
  mask: FieldMask;
  includeGridData: boolean;
  /** The parts to return; without them everything. */
  ranges?: readonly SheetRange[];
};

/** A sheet's properties as the API prints them. */
export const sheetProperties = (sheet: SheetState, index: number): JsonObject => {
  const grid: JsonObject = { rowCount: sheet.rowCount, columnCount: sheet.columnCount };
  if (sheet.frozenRowCount) grid.frozenRowCount = sheet.frozenRowCount;
  if (sheet.frozenColumnCount) grid.frozenColumnCount = sheet.frozenColumnCount;
  if (sheet.hideGridlines) grid.hideGridlines = true;
  if (sheet.rowGroupControlAfter) grid.rowGroupControlAfter = true;
  if (sheet.columnGroupControlAfter) grid.columnGroupControlAfter = true;
  const made: JsonObject = {
    sheetId: sheet.sheetId,
    title: sheet.title,
    index,
    sheetType: sheet.holdsChart ? 'OBJECT' : 'GRID',
    ...(sheet.holdsChart ? {} : { gridProperties: grid }),
  };
  if (sheet.hidden) made.hidden = true;
  if (sheet.tabColor) {
    made.tabColor = sheet.tabColor;
    made.tabColorStyle = sheet.tabThemeColor
      ? { themeColor: sheet.tabThemeColor }
      : { rgbColor: sheet.tabColor };
  }
  if (sheet.rightToLeft) made.rightToLeft = true;
  return made;
};

/** A chart or slicer as the API prints it; a chart that is its whole sheet names that instead of a place on it. */
export const embeddedResource = (sheet: SheetState, object: JsonObject): JsonObject =>
  printed(sheet.holdsChart ? { ...object, position: { sheetId: sheet.sheetId } } : object) as JsonObject;

/** A named range as the API prints it. */
export const namedRangeResource = (item: NamedRangeState): JsonObject => {
  const range = gridRange(item.sheetId, item.range);
  if (item.openRows) {
    delete range.endRowIndex;
    if (range.startRowIndex === 0) delete range.startRowIndex;
  }
  if (item.openColumns) {
    delete range.endColumnIndex;
    if (range.startColumnIndex === 0) delete range.startColumnIndex;
  }
  return { namedRangeId: item.namedRangeId, name: item.name, range: printed(range) };
};

const spreadsheetProperties = (document: DocumentState): JsonObject => ({
  title: document.title,
  locale: document.locale,
  autoRecalc: document.autoRecalc ?? 'ON_CHANGE',
  timeZone: document.timeZone,
  defaultFormat: DEFAULT_FORMAT,
  ...(document.iterativeCalculationSettings
    ? { iterativeCalculationSettings: document.iterativeCalculationSettings }
    : {}),
  spreadsheetTheme: SPREADSHEET_THEME,
});

/** The spreadsheet as `spreadsheets.get` answers it; only what the mask asks for is made. */
export const spreadsheetResource = (
  document: DocumentState,
  calculation: Calculation,
  options: ResourceOptions,
): JsonObject => {
  const { mask } = options;
  const made: JsonObject = {
    spreadsheetId: document.spreadsheetId,
    properties: spreadsheetProperties(document),
  };
  if (below(mask, 'sheets')) {
    made.sheets = document.sheets.flatMap((sheet, index) => {
      const ranges = options.ranges?.filter((range) => range.sheet.sheetId === sheet.sheetId);
      if (ranges?.length === 0) return [];
      return [
        sheetResource(document, sheet, index, calculation, { ...options, ...(ranges ? { ranges } : {}) }),
      ];
    });
  }
  if (document.namedRanges.length > 0) made.namedRanges = document.namedRanges.map(namedRangeResource);
  made.spreadsheetUrl = `https://docs.google.com/spreadsheets/d/${document.spreadsheetId}/edit`;
  put(
    made,
    'developerMetadata',
    metadataAt(document, (item) => item.location.type === 'SPREADSHEET'),
  );
  return keepFields(made, mask) as JsonObject;
};

const put = (target: JsonObject, key: string, list: readonly Json[]): void => {
  if (list.length > 0) target[key] = [...list];
};

const metadataAt = (document: DocumentState, at: (item: MetadataState) => boolean): JsonObject[] =>
  document.metadata.filter(at).map(metadataResource);

const sheetResource = (
  document: DocumentState,
  sheet: SheetState,
  index: number,
  calculation: Calculation,
  options: ResourceOptions,
): JsonObject => {
  const mask = below(options.mask, 'sheets') ?? true;
  const made: JsonObject = { properties: sheetProperties(sheet, index) };
  const dataMask = below(mask, 'data');
  if (options.includeGridData && dataMask && !sheet.holdsChart) {
    const rects = options.ranges?.map((range) => range.rect) ?? [wholeSheet(sheet)];
    made.data = rects.map((rect) => gridData(document, sheet, rect, calculation, dataMask));
  }
  const areas = options.ranges?.map((range) => range.rect);
  const merges = areas
    ? sheet.merges.filter((rect) => areas.some((area) => intersects(area, rect)))
    : sheet.merges;
  put(
    made,
    'merges',
    merges.map((rect) => printed(gridRange(sheet.sheetId, rect))),
  );
  put(made, 'conditionalFormats', sheet.conditionalFormats.map(printed));
  put(made, 'filterViews', (sheet.filterViews ?? []).map(printed));
  put(
    made,
    'protectedRanges',
    sheet.protectedRanges.map((item) => printed({ ...item, requestingUserCanEdit: true })),
  );
  if (sheet.basicFilter) made.basicFilter = printed(sheet.basicFilter);
  put(
    made,
    'charts',
    sheet.charts.map((chart) => embeddedResource(sheet, chart as unknown as JsonObject)),
  );
  put(
    made,
    'slicers',
    (sheet.slicers ?? []).map((slicer) => embeddedResource(sheet, slicer)),
  );
  put(
    made,
    'tables',
    (sheet.tables ?? []).map((table) => tableResource(document, sheet, table)),
  );
  put(made, 'bandedRanges', sheet.bandedRanges.map(printed));
  put(
    made,
    'developerMetadata',
    metadataAt(document, ({ location }) => location.type === 'SHEET' && location.sheetId === sheet.sheetId),
  );
  put(made, 'rowGroups', sheet.rowGroups.map(printed));
  put(made, 'columnGroups', sheet.columnGroups.map(printed));
  return made;
};
