import { batch, cells, host, refusal } from './host.ts';

/** A request that is refused, the words that it is refused with, and requests that prepare for it. */
type Row = [request: object, message: string, ...before: object[]];

const corner = cells(0, 1, 0, 1);
const block = cells(0, 3, 0, 3);
const second = { addSheet: { properties: { sheetId: 2, title: 'Second' } } };
const rows = (startIndex: number, endIndex: number) => ({
  sheetId: 0,
  dimension: 'ROWS',
  startIndex,
  endIndex,
});
const frozen = (frozenRowCount: number) => ({
  updateSheetProperties: {
    properties: { gridProperties: { frozenRowCount } },
    fields: 'gridProperties.frozenRowCount',
  },
});
const merge = (range: object) => ({ mergeCells: { range, mergeType: 'MERGE_ALL' } });
const overlay = { overlayPosition: { anchorCell: { sheetId: 0 } } };
const source = { sourceRange: { sources: [corner] } };
const chart = {
  spec: { basicChart: { chartType: 'LINE', domains: [{ domain: source }] } },
  position: overlay,
};
const slicer = { addSlicer: { slicer: { slicerId: 7, spec: { dataRange: block }, position: overlay } } };
const table = (more: object = {}) => ({
  addTable: { table: { tableId: 't', name: 'T', range: block, ...more } },
});
const metadata = (developerMetadata: object) => ({ createDeveloperMetadata: { developerMetadata } });
const kept = { metadataKey: 'k', visibility: 'DOCUMENT' };
const dimension = (dimensionRange: object) => metadata({ ...kept, location: { dimensionRange } });
const rule = (more: object = {}) => ({
  addConditionalFormatRule: {
    rule: { ranges: [corner], booleanRule: { condition: { type: 'NOT_BLANK' }, format: {} }, ...more },
  },
});
const band = (more: object = {}) => ({
  addBanding: {
    bandedRange: { bandedRangeId: 3, range: block, rowProperties: { firstBandColor: { red: 1 } }, ...more },
  },
});
const protection = (more: object = {}) => ({
  addProtectedRange: { protectedRange: { protectedRangeId: 4, range: corner, ...more } },
});
const view = (more: object = {}) => ({
  addFilterView: { filter: { filterViewId: 5, range: block, ...more } },
});
const named = (more: object = {}) => ({
  addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Name', range: corner, ...more } },
});
const sheet = (properties: object, fields: string) => ({ updateSheetProperties: { properties, fields } });
const cell = (data: object, fields = '*') => ({ repeatCell: { range: corner, cell: data, fields } });
const DEEP = Array.from({ length: 8 }, () => ({ addDimensionGroup: { range: rows(0, 2) } }));

const SHEETS: Row[] = [
  [{ addSheet: { properties: { sheetId: -1 } } }, 'Sheet id must be non-negative.'],
  [{ addSheet: { properties: { index: 5 } } }, 'Sheet index 5 is out of bounds; there are 1 sheets.'],
  [{ addSheet: { properties: { sheetType: 'OBJECT' } } }, 'Cannot add a sheet of type OBJECT.'],
  [
    { addSheet: { properties: { gridProperties: { rowCount: 1, columnCount: 18_279 } } } },
    'above the limit of 18278 columns.',
  ],
  [sheet({ title: '' }, 'title'), 'The sheet name cannot be empty.'],
  [sheet({ sheetId: 9 }, 'title'), 'No sheet with id: 9'],
  [sheet({}, 'sheetId'), 'sheetId is read-only.'],
  [sheet({ gridProperties: { frozenRowCount: -1 } }, 'gridProperties.frozenRowCount'), 'must be >= 0'],
  [
    { deleteSheet: { sheetId: 0 } },
    "You can't remove all the visible sheets in a document.",
    second,
    sheet({ sheetId: 2, hidden: true }, 'hidden'),
  ],
  [{ deleteSheet: { sheetId: 9 } }, 'No sheet with id: 9', second],
  [{ duplicateSheet: { sourceSheetId: 9 } }, 'No sheet with id: 9'],
  [{ updateSpreadsheetProperties: { properties: {}, fields: 'title' } }, 'title cannot be empty.'],
  [
    { updateSpreadsheetProperties: { properties: { timeZone: 'Mars/Base' }, fields: 'timeZone' } },
    'Invalid time zone: Mars/Base',
  ],
  [
    { updateSpreadsheetProperties: { properties: { locale: 'nowhere' }, fields: 'locale' } },
    'Unsupported locale: nowhere',
  ],
];

const DIMENSIONS: Row[] = [
  [{ deleteDimension: { range: { sheetId: 0 } } }, 'range.dimension is required.'],
  [{ deleteDimension: { range: rows(3, 2) } }, 'range.endIndex[2] must be > range.startIndex[3]'],
  [
    { moveDimension: { source: rows(5, 2000), destinationIndex: 0 } },
    'source.endIndex[2000] is after last row in grid[999]',
  ],
  [
    { moveDimension: { source: rows(0, 1), destinationIndex: 2000 } },
    'destinationIndex[2000] is after last row',
  ],
  [
    { insertDimension: { range: rows(0, 1), inheritFromBefore: true } },
    'Cannot inherit from before when inserting at index 0.',
  ],
  [{ deleteDimension: { range: rows(999, 1001) } }, "Cannot delete a row that doesn't exist."],
  [
    { deleteDimension: { range: rows(2, 1000) } },
    'Sorry, it is not possible to delete all non-frozen rows.',
    frozen(2),
  ],
  [{ appendDimension: { sheetId: 0, dimension: 'ROWS' } }, 'length must be > 0'],
  [{ appendDimension: { sheetId: 0, length: 1 } }, 'dimension is required.'],
  [
    { updateDimensionProperties: { range: rows(0, 1), properties: { pixelSize: 1 }, fields: 'pixelSize' } },
    'pixelSize[1] must be >= 2',
  ],
  [
    { updateDimensionProperties: { dataSourceSheetRange: {}, properties: {}, fields: 'hiddenByUser' } },
    'Sheets of data sources are not served by this host.',
  ],
  [
    { autoResizeDimensions: { dataSourceSheetDimensions: {} } },
    'Sheets of data sources are not served by this host.',
  ],
  [{ insertRange: { range: corner } }, 'shiftDimension must be specified.'],
  [{ addDimensionGroup: { range: rows(0, 2) } }, 'Cannot create a group deeper than 8 levels.', ...DEEP],
  [{ deleteDimensionGroup: { range: rows(0, 2) } }, 'No dimension group exists at the given range.'],
  [
    {
      updateDimensionGroup: {
        dimensionGroup: { range: rows(0, 2), depth: 1, collapsed: true },
        fields: 'collapsed',
      },
    },
    'No dimension group exists at the given range and depth.',
  ],
];

const CELLS: Row[] = [
  [cell({ userEnteredValue: { formulaValue: '1+1' } }), 'Formulas must start with "=".'],
  [cell({ userEnteredValue: { errorValue: { type: 'N_A' } } }), 'ExtendedValue.errorValue is read-only.'],
  [cell({}, 'effectiveValue'), 'Invalid field: effectiveValue. The field is read-only.'],
  [cell({ pivotTable: {} }), 'CellData.pivotTable is not served by this host.'],
  [{ updateCells: { rows: [], fields: '*' } }, 'Must specify either a range or start coordinate.'],
  [{ appendCells: { tableId: 'none', rows: [], fields: '*' } }, 'No table with id: none'],
  [
    { updateCells: { start: { sheetId: 0, rowIndex: -1 }, rows: [], fields: '*' } },
    'GridCoordinate.rowIndex[-1] must be >= 0',
  ],
  [
    { repeatCell: { range: cells(3, 2, 0, 1), cell: {}, fields: '*' } },
    'GridRange.endRowIndex[2] must be greater than',
  ],
  [merge(cells(0, 2, 0, 1)), "You can't merge frozen and non-frozen rows.", frozen(1)],
  [
    merge(cells(0, 1, 0, 2)),
    "You can't merge frozen and non-frozen columns.",
    sheet({ gridProperties: { frozenColumnCount: 1 } }, 'gridProperties.frozenColumnCount'),
  ],
  [merge(cells(1, 4, 0, 1)), 'You must select all cells in a merged range', merge(cells(0, 2, 0, 2))],
  [{ unmergeCells: { range: corner } }, 'You must select all cells in a merged range', merge(block)],
  [
    { cutPaste: { source: block, destination: { sheetId: 0, rowIndex: 999 }, pasteType: 'PASTE_NORMAL' } },
    'The pasted range exceeds grid limits. Max rows: 1000, max columns: 26',
  ],
  [
    { copyPaste: { source: block, destination: cells(999, 1000, 0, 1), pasteType: 'PASTE_NORMAL' } },
    'The pasted range exceeds grid limits. Max rows: 1000, max columns: 26',
  ],
  [{ pasteData: { coordinate: {}, data: 'x', html: true } }, 'Pasting HTML is not served by this host.'],
  [{ pasteData: { coordinate: {}, data: 'x', delimiter: '' } }, 'delimiter must be specified.'],
  [{ autoFill: { sourceAndDestination: { source: corner, fillLength: 1 } } }, 'dimension is required.'],
  [
    { autoFill: { sourceAndDestination: { source: corner, dimension: 'ROWS', fillLength: 2000 } } },
    'fillLength[2000] reaches beyond the grid',
  ],
  [{ sortRange: { range: block } }, 'Must specify at least one sort spec.'],
  [
    { sortRange: { range: block, sortSpecs: [{ dimensionIndex: 7 }] } },
    'sortSpecs.dimensionIndex[7] is outside of the range to sort.',
  ],
  [
    { sortRange: { range: block, sortSpecs: [{ foregroundColor: {} }] } },
    'Sorting by colors is not served by this host.',
  ],
  [
    { sortRange: { range: block, sortSpecs: [{ dimensionIndex: 0 }] } },
    "You can't sort a range with vertically merged cells.",
    merge(cells(0, 2, 0, 1)),
  ],
  [{ findReplace: { find: 'x' } }, 'Must specify a range, a sheetId or allSheets.'],
  [{ findReplace: { allSheets: true } }, 'find must be specified.'],
  [{ findReplace: { find: '(', searchByRegex: true, allSheets: true } }, 'Invalid regular expression: ('],
  [
    { deleteDuplicates: { range: block, comparisonColumns: [rows(0, 1)] } },
    'comparisonColumns must be columns within the range.',
  ],
  [{ textToColumns: { source: corner, delimiterType: 'CUSTOM' } }, 'delimiter must be specified.'],
  [{ textToColumns: { source: block } }, 'source must span exactly one column.'],
];

const RULES: Row[] = [
  [rule({ ranges: [] }), 'No ranges specified on conditional format.'],
  [rule({ ranges: [corner, { sheetId: 2 }] }), 'All ranges must be on the same sheet.', second],
  [
    { addConditionalFormatRule: { rule: { ranges: [corner] } } },
    'Must specify a booleanRule or a gradientRule.',
  ],
  [rule({ booleanRule: { format: {} } }), 'BooleanCondition.type is required.'],
  [
    { addConditionalFormatRule: { ...rule().addConditionalFormatRule, index: 3 } },
    'index[3] is out of bounds; there are 0 rules.',
  ],
  [
    { updateConditionalFormatRule: { sheetId: 0, index: 0, newIndex: 4 } },
    'newIndex[4] is out of bounds.',
    rule(),
  ],
  [{ deleteBanding: { bandedRangeId: 8 } }, 'No banded range with id: 8'],
  [
    { addBanding: { bandedRange: { range: block } } },
    'Must specify either rowProperties or columnProperties.',
  ],
  [band({ bandedRangeId: 9 }), 'You cannot add alternating background colors', band()],
  [band({ range: cells(5, 6, 5, 6) }), 'Banded range with id 3 already exists.', band()],
  [protection({ tableId: 't' }), 'ProtectedRange.tableId is not served by this host.'],
  [{ addProtectedRange: { protectedRange: { namedRangeId: 'x' } } }, 'No named range with id: x'],
  [{ addProtectedRange: { protectedRange: {} } }, 'Must specify a range or namedRangeId to protect.'],
  [
    protection({ warningOnly: true, editors: { users: ['a@example.com'] } }),
    'warningOnly and editors cannot both be set.',
  ],
  [{ deleteProtectedRange: { protectedRangeId: 8 } }, 'No protected range with id: 8'],
  [protection(), 'Protected range with id 4 already exists.', protection()],
  [view({ namedRangeId: 'x' }), 'No named range with id: x'],
  [view({ tableId: 't' }), 'Filters of tables are not served by this host.'],
  [view({ criteria: { 9: {} } }), "columnIndex[9] is outside of the filter's range."],
  [
    view({ criteria: { 0: { visibleBackgroundColor: {} } } }),
    'Filters by colors are not served by this host.',
  ],
  [{ deleteFilterView: { filterId: 8 } }, 'No filter view with id: 8'],
  [view(), 'Filter view with id 5 already exists.', view()],
  [named({ name: 'not a name' }), 'The name given to this range is invalid.'],
  [named({ name: 'Other' }), 'Named range with id n already exists.', named()],
];

const OBJECTS: Row[] = [
  [{ addChart: { chart: { spec: {}, position: overlay } } }, 'One of basicChart, pieChart'],
  [
    { addChart: { chart: { ...chart, spec: { ...chart.spec, dataSourceChartProperties: {} } } } },
    'Charts of data sources are not served by this host.',
  ],
  [
    { addChart: { chart: { spec: { basicChart: { domains: [{ domain: source }] } }, position: overlay } } },
    'BasicChartSpec.chartType is required.',
  ],
  [{ addChart: { chart: { spec: chart.spec } } }, 'Must specify a chart position.'],
  [{ addChart: { chart: { ...chart, chartId: 7 } } }, 'Embedded object with id 7 already exists.', slicer],
  [{ updateChartSpec: { chartId: 7, spec: chart.spec } }, 'No embedded object with id: 7', slicer],
  [{ deleteEmbeddedObject: { objectId: 8 } }, 'No embedded object with id: 8'],
  [
    { updateEmbeddedObjectPosition: { objectId: 7, newPosition: { newSheet: true }, fields: '*' } },
    'Slicers cannot be moved to a new sheet.',
    slicer,
  ],
  [
    { updateEmbeddedObjectBorder: { objectId: 7, border: {}, fields: '*' } },
    'Slicers have no border.',
    slicer,
  ],
  [{ addSlicer: { slicer: { spec: {}, position: overlay } } }, 'SlicerSpec.dataRange is required.'],
  [
    { addSlicer: { slicer: { spec: { dataRange: block, columnIndex: 3 }, position: overlay } } },
    'SlicerSpec.columnIndex[3] is outside of the data range.',
  ],
  [{ addSlicer: { slicer: { spec: { dataRange: block } } } }, 'Must specify a slicer position.'],
  [
    { updateSlicerSpec: { slicerId: 6, spec: {}, fields: 'title' } },
    'No embedded object with id: 6',
    { addChart: { chart: { ...chart, chartId: 6 } } },
  ],
  [{ addTable: { table: {} } }, 'Table.range is required.'],
  [table({ tableId: 'u', name: 'U' }), 'You cannot add alternating background colors', table()],
  [table({ range: cells(5, 8, 5, 8) }), 'Table with id t already exists.', table()],
  [
    table({ tableId: 'u', range: cells(5, 8, 5, 8) }),
    'A table or named range with the name "T" already exists.',
    table(),
  ],
  [table({ columnProperties: [{ columnIndex: 3 }] }), 'columnIndex[3] is outside of the table.'],
  [
    table({ columnProperties: [{ columnIndex: 0 }, { columnIndex: 0 }] }),
    'columnIndex[0] is specified more than once.',
  ],
  [
    table({ columnProperties: [{ columnIndex: 0, columnType: 'DROPDOWN' }] }),
    'Condition must be set for dropdown column type.',
  ],
  [
    table({
      columnProperties: [
        { columnIndex: 0, columnType: 'TEXT', dataValidationRule: { condition: { type: 'BOOLEAN' } } },
      ],
    }),
    'Cannot set condition for non-dropdown column type.',
  ],
  [{ deleteTable: { tableId: 'x' } }, 'No table with id: x'],
  [
    { updateTable: { table: { tableId: 't', range: { sheetId: 2 } }, fields: 'range' } },
    'A table cannot be moved to another sheet.',
    table(),
    second,
  ],
  [
    {
      updateTable: {
        table: { tableId: 't', columnProperties: [{ columnIndex: 0 }] },
        fields: 'columnProperties',
      },
    },
    'Table header row cell must have a value.',
    table(),
  ],
  [{ addDataSource: { dataSource: {} } }, 'The request scopes are not sufficient'],
  [{ deleteDataSource: { dataSourceId: 'x' } }, "The data source ID doesn't exist."],
];

const METADATA: Row[] = [
  [metadata({ metadataKey: 'k' }), 'Developer metadata must always have visibility specified.'],
  [metadata({ visibility: 'DOCUMENT' }), 'Developer metadata must always have a key specified.'],
  [
    metadata({ ...kept, metadataId: -1, location: { spreadsheet: true } }),
    'developerMetadata.metadataId must be positive.',
  ],
  [metadata(kept), 'Developer metadata must always have a location specified.'],
  [dimension({ sheetId: 0, startIndex: 0, endIndex: 1 }), 'No dimension specified.'],
  [
    dimension({ dimension: 'ROWS', startIndex: 0 }),
    'DimensionRange must specify both a startIndex and an endIndex.',
  ],
  [dimension(rows(0, 2)), 'DimensionRange must represent a single row or column.'],
  [dimension(rows(1000, 1001)), 'DimensionRange.startIndex[1000] is after last row in grid[999]'],
  [
    { updateDeveloperMetadata: { developerMetadata: {}, fields: 'metadataValue' } },
    'Must specify at least one data filter.',
  ],
  [{ deleteDeveloperMetadata: {} }, 'Must specify a data filter.'],
  [
    {
      deleteDeveloperMetadata: {
        dataFilter: {
          developerMetadataLookup: {
            metadataLocation: { spreadsheet: true },
            locationMatchingStrategy: 'INTERSECTING_LOCATION',
          },
        },
      },
    },
    'DeveloperMetadataLookup.spreadsheet is true',
    metadata({ ...kept, location: { spreadsheet: true } }),
  ],
];

test.each<Row>([...SHEETS, ...DIMENSIONS, ...CELLS, ...RULES, ...OBJECTS, ...METADATA])(
  '%j is refused: %s',
  (request, message, ...before) => {
    const at = host();
    if (before.length > 0) batch(at, ...before);
    const answer = refusal(() => batch(at, request));
    expect(answer).toMatch(/^[A-Z_]+ (?:Invalid requests\[0\]\.|The request scopes)/);
    expect(answer).toContain(message);
  },
);

test('a sheet that is a chart is given no grid', () => {
  const at = host();
  batch(at, { addChart: { chart: { ...chart, position: { newSheet: true } } } });
  const { sheetId } = at.store.get(at.id)!.sheets[1]!;
  const properties = { sheetId, gridProperties: { rowCount: 5 } };
  expect(refusal(() => batch(at, sheet(properties, 'gridProperties')))).toContain('has no grid.');
});
