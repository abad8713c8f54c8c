import { createDocument, createSheet, newId } from '../document/create.ts';
import type { DocumentState, Json, JsonObject } from '../document/model.ts';
import { applyRequests } from './batch.ts';
import { SheetsApiError } from './errors.ts';
import type { RequestContext } from './requests/context.ts';

type Requests = JsonObject[];
const list = (value: Json | undefined): JsonObject[] => (value ?? []) as JsonObject[];

const CELL_FIELDS = 'userEnteredValue,userEnteredFormat,note,dataValidation,textFormatRuns,pivotTable';
/** Lists of a sheet that requests of one kind add to it, by the field that the request holds the item in. */
const ADDED: Readonly<Record<string, readonly [request: string, field: string]>> = {
  filterViews: ['addFilterView', 'filter'],
  protectedRanges: ['addProtectedRange', 'protectedRange'],
  charts: ['addChart', 'chart'],
  bandedRanges: ['addBanding', 'bandedRange'],
  slicers: ['addSlicer', 'slicer'],
  tables: ['addTable', 'table'],
  developerMetadata: ['createDeveloperMetadata', 'developerMetadata'],
};

/** The sizes that grid data gives to rows or columns, each as a request. */
const sizes = (
  sheetId: number,
  dimension: 'ROWS' | 'COLUMNS',
  from: number,
  given: Json | undefined,
): Requests =>
  list(given).flatMap((properties, i) => {
    const fields = ['pixelSize', 'hiddenByUser'].filter((name) => properties[name] !== undefined);
    if (fields.length === 0) return [];
    const range = { sheetId, dimension, startIndex: from + i, endIndex: from + i + 1 };
    return [{ updateDimensionProperties: { range, properties, fields: fields.join(',') } }];
  });

const gridRequests = (sheetId: number, data: JsonObject): Requests => {
  const rowIndex = (data.startRow as number | undefined) ?? 0;
  const columnIndex = (data.startColumn as number | undefined) ?? 0;
  const rows = list(data.rowData);
  const cells = { start: { sheetId, rowIndex, columnIndex }, rows, fields: CELL_FIELDS };
  return [
    ...(rows.length > 0 ? [{ updateCells: cells }] : []),
    ...sizes(sheetId, 'ROWS', rowIndex, data.rowMetadata),
    ...sizes(sheetId, 'COLUMNS', columnIndex, data.columnMetadata),
  ];
};

/** What a sheet of the body holds beside its properties, as requests. */
const contentRequests = (sheetId: number, sheet: JsonObject): Requests => [
  ...list(sheet.data).flatMap((data) => gridRequests(sheetId, data)),
  ...list(sheet.merges).map((range) => ({ mergeCells: { range } })),
  ...list(sheet.conditionalFormats).map((rule, index) => ({ addConditionalFormatRule: { rule, index } })),
  ...(sheet.basicFilter === undefined ? [] : [{ setBasicFilter: { filter: sheet.basicFilter } }]),
  ...[...list(sheet.rowGroups), ...list(sheet.columnGroups)].map((group) => ({
    addDimensionGroup: { range: group.range as Json },
  })),
  ...Object.entries(ADDED).flatMap(([key, [request, field]]) =>
    list(sheet[key]).map((item) => ({ [request]: { [field]: item } })),
  ),
];

/**
 * A new document as the body of `spreadsheets.create` describes it: its properties, its sheets with all that is on
 * them in place of the one that each new document has, its named ranges and metadata.
 * @param given A Spreadsheet, checked against the schema; its properties are known to be good.
 */
export const documentFrom = (given: JsonObject, context: RequestContext): DocumentState => {
  const properties = (given.properties ?? {}) as JsonObject;
  const document = createDocument(properties as { title?: string; locale?: string; timeZone?: string });
  if (typeof properties.autoRecalc === 'string') document.autoRecalc = properties.autoRecalc;
  if (properties.iterativeCalculationSettings !== undefined)
    document.iterativeCalculationSettings = properties.iterativeCalculationSettings as JsonObject;
  if (list(given.dataSources).length > 0)
    throw new SheetsApiError('UNIMPLEMENTED', 'Data sources are not served by this host.');
  const sheets = list(given.sheets).map((sheet, i) => {
    const own = (sheet.properties ?? {}) as JsonObject;
    const sheetId = (own.sheetId as number | undefined) ?? (i === 0 ? 0 : newId(context.random));
    return { sheet, sheetId, properties: { title: `Sheet${i + 1}`, ...own, sheetId } };
  });
  const requests: Requests = [
    ...sheets.map(({ properties: own }) => ({ addSheet: { properties: own } })),
    ...sheets.flatMap(({ sheet, sheetId }) => contentRequests(sheetId, sheet)),
    ...list(given.namedRanges).map((namedRange) => ({ addNamedRange: { namedRange } })),
    ...list(given.developerMetadata).map((developerMetadata) => ({
      createDeveloperMetadata: { developerMetadata },
    })),
  ];
  if (requests.length === 0) return document;
  // The sheet that every new document has makes room for those given.
  if (sheets.length > 0) document.sheets = [createSheet(-1, '\u0000')];
  const made = applyRequests(document, requests, context).document;
  return { ...made, sheets: made.sheets.filter((sheet) => sheet.sheetId !== -1), revision: 1 };
};
