import fc from 'fast-check';
import type { JsonObject } from '../../../src/local/document/model.ts';

/** The size of the sheet that the requests are for. */
export const ROWS = 7;
export const COLUMNS = 6;

const span = (limit: number) =>
  fc
    .tuple(fc.nat(limit - 1), fc.integer({ min: 1, max: 3 }))
    .map(([start, size]) => [start, Math.min(limit, start + size)] as const);
const area = fc.tuple(span(ROWS), span(COLUMNS)).map(([rows, columns]) => ({
  sheetId: 0,
  startRowIndex: rows[0],
  endRowIndex: rows[1],
  startColumnIndex: columns[0],
  endColumnIndex: columns[1],
}));
const dimension = fc.constantFrom('ROWS', 'COLUMNS');
const along = fc
  .tuple(dimension, span(COLUMNS))
  .map(([name, [startIndex, endIndex]]) => ({ sheetId: 0, dimension: name, startIndex, endIndex }));
const cell = fc
  .tuple(fc.nat(ROWS - 1), fc.nat(COLUMNS - 1))
  .map(([rowIndex, columnIndex]) => ({ sheetId: 0, rowIndex, columnIndex }));
/** Few groups, so that they are found again. */
const group = dimension.map((name) => ({ sheetId: 0, dimension: name, startIndex: 1, endIndex: 3 }));
/** Few ids, so that what was added is found again. */
const id = fc.constantFrom(1, 2);
const textId = id.map((number) => `id-${number}`);
const name = fc.constantFrom('one', 'two', 'three');

const value = fc.oneof(
  fc.integer({ min: -9, max: 99 }).map((numberValue) => ({ numberValue })),
  fc.constantFrom('', 'text', 'a, b', ' 直播  9 ').map((stringValue) => ({ stringValue })),
  fc.boolean().map((boolValue) => ({ boolValue })),
  fc
    .constantFrom('=A1', '=SUM($B$2:C4)', '=Sheet1!A:A', '=IF(D3>1,"A1",2:3)')
    .map((formulaValue) => ({ formulaValue })),
);
const format = fc.constantFrom<JsonObject>(
  { textFormat: { bold: true } },
  { backgroundColor: { red: 1 } },
  {},
);
const row = fc.array(value, { maxLength: 3 }).map((values) => ({
  values: values.map((userEnteredValue) => ({ userEnteredValue, note: 'n' })),
}));
const border = fc.constantFrom({ style: 'SOLID', color: { red: 1 } }, { style: 'NONE' });
const rule = area.map((range) => ({
  ranges: [range],
  booleanRule: {
    condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$C3>1' }] },
    format: { textFormat: { italic: true } },
  },
}));
const filter = fc.tuple(area, fc.boolean()).map(([range, hides]) => ({
  range,
  ...(hides ? { criteria: { [range.startColumnIndex]: { hiddenValues: ['', 'text'] } } } : {}),
}));
const band = fc
  .tuple(area, fc.constantFrom({ red: 1 }, { green: 1 }))
  .map(([range, firstBandColor]) => ({ range, rowProperties: { firstBandColor } }));
const spec = area.map((range) => ({
  basicChart: { chartType: 'LINE', series: [{ series: { sourceRange: { sources: [range] } } }] },
}));
const position = cell.map((anchorCell) => ({ overlayPosition: { anchorCell } }));
const lookup = fc.constant({ developerMetadataLookup: { metadataKey: 'k' } });
const table = fc.tuple(area, textId, name).map(([range, tableId, title]) => ({
  range,
  tableId,
  name: `table_${title}`,
  columnProperties: [{ columnName: 'first', columnType: 'BOOLEAN' }],
}));

type Kinds = Readonly<Record<string, fc.Arbitrary<object>>>;

const ofSheets: Kinds = {
  addSheet: fc.constant({ properties: { gridProperties: { rowCount: 3, columnCount: 2 } } }),
  deleteSheet: id.map((sheetId) => ({ sheetId })),
  duplicateSheet: fc.tuple(id, name).map(([newSheetId, newSheetName]) => ({
    sourceSheetId: 0,
    newSheetId,
    newSheetName,
  })),
  updateSheetProperties: fc.oneof(
    fc
      .constantFrom('Sheet1', 'Plan 2026')
      .map((title) => ({ properties: { sheetId: 0, title }, fields: 'title' })),
    fc.nat(3).map((index) => ({ properties: { sheetId: 0, index }, fields: 'index' })),
    fc.nat(2).map((frozenRowCount) => ({
      properties: { sheetId: 0, gridProperties: { frozenRowCount } },
      fields: 'gridProperties.frozenRowCount',
    })),
  ),
  updateSpreadsheetProperties: fc
    .constantFrom('de_DE', 'en_US')
    .map((locale) => ({ properties: { locale }, fields: 'locale' })),
};

const ofCells: Kinds = {
  updateCells: fc
    .tuple(area, row)
    .map(([range, one]) => ({ range, rows: [one], fields: 'userEnteredValue,note' })),
  repeatCell: fc.tuple(area, value, format).map(([range, userEnteredValue, userEnteredFormat]) => ({
    range,
    cell: { userEnteredValue, userEnteredFormat },
    fields: 'userEnteredValue,userEnteredFormat.textFormat',
  })),
  appendCells: row.map((one) => ({ sheetId: 0, rows: [one], fields: '*' })),
  setDataValidation: fc.tuple(area, fc.boolean()).map(([range, set]) => ({
    range,
    ...(set
      ? { rule: { condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=B2:B5' }] } } }
      : {}),
  })),
  updateBorders: fc
    .tuple(area, border, border)
    .map(([range, top, innerVertical]) => ({ range, top, innerVertical })),
  mergeCells: fc
    .tuple(area, fc.constantFrom('MERGE_ALL', 'MERGE_ROWS', 'MERGE_COLUMNS'))
    .map(([range, mergeType]) => ({ range, mergeType })),
  unmergeCells: area.map((range) => ({ range })),
  sortRange: area.map((range) => ({
    range,
    sortSpecs: [{ dimensionIndex: range.startColumnIndex, sortOrder: 'DESCENDING' }],
  })),
  randomizeRange: area.map((range) => ({ range })),
  autoFill: fc.oneof(
    area.map((range) => ({ range })),
    fc.tuple(area, dimension, fc.integer({ min: -2, max: 2 })).map(([source, along_, fillLength]) => ({
      sourceAndDestination: { source, dimension: along_, fillLength },
    })),
  ),
  copyPaste: fc
    .tuple(area, area, fc.constantFrom('PASTE_NORMAL', 'PASTE_VALUES', 'PASTE_FORMAT', 'PASTE_FORMULA'))
    .map(([source, destination, pasteType]) => ({ source, destination, pasteType })),
  cutPaste: fc.tuple(area, cell).map(([source, destination]) => ({ source, destination })),
  pasteData: cell.map((coordinate) => ({ coordinate, data: '1,=A1\ntext', delimiter: ',' })),
  insertRange: fc.tuple(area, dimension).map(([range, shiftDimension]) => ({ range, shiftDimension })),
  deleteRange: fc.tuple(area, dimension).map(([range, shiftDimension]) => ({ range, shiftDimension })),
  findReplace: fc
    .constantFrom('t', '9', '直')
    .map((find) => ({ find, replacement: '7', allSheets: true, includeFormulas: true })),
  trimWhitespace: area.map((range) => ({ range })),
  deleteDuplicates: area.map((range) => ({ range })),
  textToColumns: area.map((range) => ({
    source: { ...range, endColumnIndex: range.startColumnIndex + 1 },
    delimiterType: 'COMMA',
  })),
};

const ofDimensions: Kinds = {
  insertDimension: fc
    .tuple(along, fc.boolean())
    .map(([range, inheritFromBefore]) => ({ range, inheritFromBefore })),
  deleteDimension: along.map((range) => ({ range })),
  moveDimension: fc
    .tuple(along, fc.nat(COLUMNS))
    .map(([source, destinationIndex]) => ({ source, destinationIndex })),
  appendDimension: dimension.map((along_) => ({ sheetId: 0, dimension: along_, length: 1 })),
  updateDimensionProperties: fc
    .tuple(along, fc.boolean())
    .map(([range, hiddenByUser]) => ({ range, properties: { hiddenByUser }, fields: 'hiddenByUser' })),
  autoResizeDimensions: along.map((dimensions) => ({ dimensions })),
  addDimensionGroup: fc.oneof(group, along).map((range) => ({ range })),
  deleteDimensionGroup: along.map((range) => ({ range })),
  updateDimensionGroup: group.map((range) => ({
    dimensionGroup: { range, depth: 1, collapsed: true },
    fields: 'collapsed',
  })),
};

const ofObjects: Kinds = {
  addNamedRange: fc
    .tuple(area, name, textId)
    .map(([range, title, namedRangeId]) => ({ namedRange: { name: title, range, namedRangeId } })),
  updateNamedRange: fc
    .tuple(area, textId)
    .map(([range, namedRangeId]) => ({ namedRange: { range, namedRangeId }, fields: 'range' })),
  deleteNamedRange: textId.map((namedRangeId) => ({ namedRangeId })),
  addProtectedRange: fc
    .tuple(area, id)
    .map(([range, protectedRangeId]) => ({ protectedRange: { range, protectedRangeId, warningOnly: true } })),
  updateProtectedRange: id.map((protectedRangeId) => ({
    protectedRange: { protectedRangeId, description: 'd' },
    fields: 'description',
  })),
  deleteProtectedRange: id.map((protectedRangeId) => ({ protectedRangeId })),
  addConditionalFormatRule: rule.map((one) => ({ rule: one, index: 0 })),
  updateConditionalFormatRule: rule.map((one) => ({ rule: one, index: 0, sheetId: 0 })),
  deleteConditionalFormatRule: fc.nat(1).map((index) => ({ sheetId: 0, index })),
  addBanding: fc.tuple(band, id).map(([one, bandedRangeId]) => ({ bandedRange: { ...one, bandedRangeId } })),
  updateBanding: fc.tuple(band, id).map(([one, bandedRangeId]) => ({
    bandedRange: { ...one, bandedRangeId },
    fields: 'rowProperties',
  })),
  deleteBanding: id.map((bandedRangeId) => ({ bandedRangeId })),
  createDeveloperMetadata: fc.tuple(along, id).map(([{ dimension: axis, startIndex }, metadataId]) => ({
    developerMetadata: {
      metadataId,
      metadataKey: 'k',
      visibility: 'DOCUMENT',
      location: { dimensionRange: { sheetId: 0, dimension: axis, startIndex, endIndex: startIndex + 1 } },
    },
  })),
  updateDeveloperMetadata: lookup.map((dataFilter) => ({
    dataFilters: [dataFilter],
    developerMetadata: { metadataValue: 'v' },
    fields: 'metadataValue',
  })),
  deleteDeveloperMetadata: lookup.map((dataFilter) => ({ dataFilter })),
  addChart: fc.tuple(spec, position, id, fc.boolean()).map(([one, place, chartId, alone]) => ({
    chart: { chartId, spec: one, position: alone ? { newSheet: true } : place },
  })),
  updateChartSpec: fc.tuple(spec, id).map(([one, chartId]) => ({ chartId, spec: one })),
  addSlicer: fc
    .tuple(area, position, id)
    .map(([dataRange, place, slicerId]) => ({ slicer: { slicerId, spec: { dataRange }, position: place } })),
  updateSlicerSpec: id.map((slicerId) => ({ slicerId, spec: { title: 's' }, fields: 'title' })),
  deleteEmbeddedObject: id.map((objectId) => ({ objectId })),
  updateEmbeddedObjectPosition: fc
    .tuple(position, id)
    .map(([newPosition, objectId]) => ({ objectId, newPosition, fields: 'anchorCell' })),
  updateEmbeddedObjectBorder: id.map((objectId) => ({
    objectId,
    border: { color: { blue: 1 } },
    fields: 'color',
  })),
  addTable: table.map((one) => ({ table: one })),
  updateTable: table.map(({ tableId, columnProperties }) => ({
    table: { tableId, columnProperties },
    fields: 'columnProperties',
  })),
  deleteTable: textId.map((tableId) => ({ tableId })),
  setBasicFilter: filter.map((one) => ({ filter: one })),
  clearBasicFilter: fc.constant({ sheetId: 0 }),
  addFilterView: fc.tuple(filter, id).map(([one, filterViewId]) => ({ filter: { ...one, filterViewId } })),
  duplicateFilterView: id.map((filterId) => ({ filterId })),
  updateFilterView: id.map((filterViewId) => ({ filter: { filterViewId, title: 'v' }, fields: 'title' })),
  deleteFilterView: id.map((filterId) => ({ filterId })),
};

/** Kinds that are always refused, and why, are none of a law's business but that they change nothing. */
const ofDataSources: Kinds = {
  addDataSource: fc.constant({ dataSource: {} }),
  updateDataSource: fc.constant({ dataSource: {}, fields: '*' }),
  deleteDataSource: fc.constant({ dataSourceId: 'x' }),
  refreshDataSource: fc.constant({ isAll: true }),
  cancelDataSourceRefresh: fc.constant({ isAll: true }),
};

const all: Kinds = { ...ofSheets, ...ofCells, ...ofDimensions, ...ofObjects, ...ofDataSources };

/** Every kind of request that there are arbitrary ones of. */
export const KINDS: readonly string[] = Object.keys(all);

/** Requests of every kind; some are refused by a given document, which laws must allow for. Those with values weigh more. */
export const anyRequest: fc.Arbitrary<object> = fc.oneof(
  ...Object.entries(all).map(([kind, body]) => ({
    weight: kind === 'updateCells' ? 12 : kind.startsWith('add') ? 3 : 1,
    arbitrary: body.map((one) => ({ [kind]: one })),
  })),
);
