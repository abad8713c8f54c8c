import type { JsonObject } from '../../../src/local/document/model.ts';
import { batch, cells, type Host, host, read, refusal, sheetOf, write } from './host.ts';

const overlay = (rowIndex: number, columnIndex: number) => ({
  overlayPosition: { anchorCell: { sheetId: 0, rowIndex, columnIndex } },
});
const source = (column: number) => ({ sourceRange: { sources: [cells(0, 4, column, column + 1)] } });
const spec = {
  title: 'Sales',
  basicChart: {
    chartType: 'COLUMN',
    domains: [{ domain: source(0) }],
    series: [{ series: source(1) }, { series: source(2) }],
  },
};
const chartOf = (at: Host): JsonObject => (sheetOf(at, 'sheets.charts').charts as JsonObject[])[0]!;

describe('charts', () => {
  test('a chart without domains and series is refused', () => {
    const chart = { spec: { basicChart: { chartType: 'LINE' } }, position: overlay(0, 0) };
    expect(refusal(() => batch(host(), { addChart: { chart } }))).toBe(
      'INVALID_ARGUMENT Invalid requests[0].addChart: basicChart must have at least one domain or series.',
    );
  });

  test('a specification is replaced as a whole', () => {
    const at = host();
    batch(at, { addChart: { chart: { chartId: 5, spec, position: overlay(0, 0) } } });
    expect(refusal(() => batch(at, { updateChartSpec: { chartId: 5, spec: { title: 'New' } } }))).toBe(
      'INVALID_ARGUMENT Invalid requests[0].updateChartSpec: One of basicChart, pieChart, bubbleChart, candelstickChart, histogramChart, or orgChart must be set on chartSpec.',
    );
  });

  test('a series whose column is deleted goes, the chart stays', () => {
    const at = host();
    batch(at, { addChart: { chart: { spec, position: overlay(0, 5) } } });
    const range = { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 3 };
    batch(at, { deleteDimension: { range } });
    const basic = (chartOf(at).spec as JsonObject).basicChart as {
      domains: object[];
      series?: object[];
    };
    expect([basic.domains.length, basic.series]).toEqual([1, undefined]);
  });

  test('a chart on a sheet of its own has no grid', () => {
    const at = host();
    const [reply] = batch(at, { addChart: { chart: { spec, position: { newSheet: true } } } });
    const properties = sheetOf(at, 'sheets.properties', 1).properties as JsonObject;
    expect(properties).toEqual({
      sheetId: expect.any(Number),
      title: 'Chart1',
      index: 1,
      sheetType: 'OBJECT',
    });
    expect(reply).toMatchObject({ addChart: { chart: { position: { sheetId: properties.sheetId } } } });
    expect(refusal(() => at.api.valuesGet(at.id, 'Chart1!A1'))).toBe(
      'INVALID_ARGUMENT Unable to parse range: Chart1!A1',
    );
    batch(at, { deleteSheet: { sheetId: properties.sheetId } });
    expect(sheetOf(at, 'sheets.charts')).toEqual({});
  });

  test('its border has a colour', () => {
    const at = host();
    batch(
      at,
      { addChart: { chart: { chartId: 5, spec, position: overlay(0, 0), border: { color: { red: 1 } } } } },
      {
        updateEmbeddedObjectBorder: {
          objectId: 5,
          border: { colorStyle: { rgbColor: { green: 1 } } },
          fields: 'colorStyle',
        },
      },
    );
    expect(chartOf(at).border).toEqual({ color: { green: 1 }, colorStyle: { rgbColor: { green: 1 } } });
  });
});

describe('slicers', () => {
  const slicer = (slicerId: number) => ({
    addSlicer: {
      slicer: {
        slicerId,
        spec: { dataRange: cells(0, 4, 0, 3), columnIndex: 2, title: 'By market' },
        position: overlay(1, 4),
      },
    },
  });
  const slicerOf = (at: Host) => (sheetOf(at, 'sheets.slicers').slicers as JsonObject[])[0]!;

  test('are added, changed, moved with their cells and deleted', () => {
    const at = host();
    const [reply] = batch(at, slicer(8));
    expect((reply!.addSlicer as JsonObject).slicer).toEqual(slicerOf(at));
    batch(
      at,
      { updateSlicerSpec: { slicerId: 8, spec: { title: 'By shop' }, fields: 'title' } },
      {
        insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } },
      },
    );
    expect(slicerOf(at)).toMatchObject({
      slicerId: 8,
      spec: { title: 'By shop', columnIndex: 2, dataRange: { startRowIndex: 2, endRowIndex: 6 } },
      position: { overlayPosition: { anchorCell: { rowIndex: 3, columnIndex: 4 } } },
    });
    batch(at, { deleteEmbeddedObject: { objectId: 8 } });
    expect(sheetOf(at, 'sheets.slicers')).toEqual({});
    expect(refusal(() => batch(at, { deleteEmbeddedObject: { objectId: 8 } }))).toBe(
      'INVALID_ARGUMENT Invalid requests[0].deleteEmbeddedObject: No embedded object with id: 8',
    );
  });

  test('share their ids with charts', () => {
    const at = host();
    batch(at, { addChart: { chart: { chartId: 8, spec, position: overlay(0, 0) } } });
    expect(refusal(() => batch(at, slicer(8)))).toContain('Embedded object with id 8 already exists.');
  });
});

describe('tables', () => {
  const list = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Open' }] } };
  const add = (columnProperties: object[]) => ({
    addTable: { table: { tableId: 't', name: 'Deals', range: cells(0, 4, 0, 3), columnProperties } },
  });
  const filled = (): Host => {
    const at = host();
    write(at, 'A1:C4', [
      ['Name', 'Amount', 'Status'],
      ['a', 1, 'maybe'],
      ['b', 2, 'TRUE'],
    ]);
    return at;
  };
  const tableOf = (at: Host) => (sheetOf(at, 'sheets.tables').tables as JsonObject[])[0]!;

  test('have an entry for every column; one typed without a name is given one, in its header, too', () => {
    const at = filled();
    const [reply] = batch(at, add([{ columnIndex: 2, columnType: 'DROPDOWN', dataValidationRule: list }]));
    expect((reply!.addTable as JsonObject).table).toEqual({
      tableId: 't',
      name: 'Deals',
      range: { startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 3 },
      columnProperties: [
        { columnName: 'Name' },
        { columnIndex: 1, columnName: 'Amount' },
        { columnIndex: 2, columnName: 'Column 1', columnType: 'DROPDOWN', dataValidationRule: list },
      ],
    });
    expect(read(at, 'C1')).toEqual([['Column 1']]);
  });

  test('take the name that is typed into a header, and follow their columns', () => {
    const at = filled();
    batch(at, add([{ columnIndex: 1, columnName: 'Amount', columnType: 'DOUBLE' }]));
    write(at, 'A1', [['Shop']]);
    const range = { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 };
    batch(at, { insertDimension: { range } });
    expect(tableOf(at).columnProperties).toEqual([
      { columnName: 'Shop' },
      { columnIndex: 1 },
      { columnIndex: 2, columnName: 'Amount', columnType: 'DOUBLE' },
      { columnIndex: 3, columnName: 'Status' },
    ]);
  });

  test('an update replaces the columns as a whole; booleans make texts and empty cells false', () => {
    const at = filled();
    batch(at, add([{ columnIndex: 1, columnName: 'Amount', columnType: 'CURRENCY' }]), {
      updateTable: {
        table: {
          tableId: 't',
          columnProperties: [{ columnIndex: 2, columnName: 'Done', columnType: 'BOOLEAN' }],
        },
        fields: 'columnProperties',
      },
    });
    expect(tableOf(at).columnProperties).toEqual([
      { columnName: 'Name' },
      { columnIndex: 1, columnName: 'Amount' },
      { columnIndex: 2, columnName: 'Done', columnType: 'BOOLEAN' },
    ]);
    expect(read(at, 'C1:C4')).toEqual([['Done'], ['FALSE'], ['FALSE'], ['FALSE']]);
  });

  test('rows are appended below what is filled, and the table grows', () => {
    const at = filled();
    write(at, 'A6', [['below']]);
    batch(at, add([]));
    const row = (text: string) => ({ values: [{ userEnteredValue: { stringValue: text } }] });
    batch(at, {
      appendCells: { sheetId: 0, tableId: 't', rows: [row('c'), row('d')], fields: 'userEnteredValue' },
    });
    expect(read(at, 'A3:A7')).toEqual([['b'], ['c'], ['d'], [], ['below']]);
    expect(tableOf(at).range).toMatchObject({ endRowIndex: 5 });
  });

  test('are deleted with the rules over their cells', () => {
    const at = filled();
    const rule = {
      ranges: [cells(1, 4, 1, 2)],
      booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
    };
    batch(at, { addConditionalFormatRule: { rule } }, add([]));
    expect(sheetOf(at, 'sheets.conditionalFormats').conditionalFormats).toHaveLength(1);
    batch(at, { deleteTable: { tableId: 't' } });
    expect(sheetOf(at, 'sheets(tables,conditionalFormats)')).toEqual({});
    expect(read(at, 'A1')).toEqual([['Name']]);
  });

  test.each<[object, string]>([
    [
      add([{ columnIndex: 1, columnType: 'DROPDOWN' }]),
      'addTable: Condition must be set for dropdown column type.',
    ],
    [
      add([{ columnIndex: 1, columnType: 'DOUBLE', dataValidationRule: list }]),
      'addTable: Cannot set condition for non-dropdown column type.',
    ],
    [
      {
        updateTable: {
          table: { tableId: 'u', columnProperties: [{ columnType: 'TEXT' }] },
          fields: 'columnProperties',
        },
      },
      'updateTable: Table header row cell must have a value.',
    ],
    [
      { addBanding: { bandedRange: { range: cells(9, 11, 0, 1), rowProperties: {} } } },
      'addBanding: You cannot add alternating background colors to a range that already has alternating background colors.',
    ],
  ])('refusals: %j', (request, message) => {
    const at = filled();
    batch(at, { addTable: { table: { tableId: 'u', range: cells(8, 12, 0, 2) } } });
    expect(refusal(() => batch(at, request))).toBe(`INVALID_ARGUMENT Invalid requests[0].${message}`);
  });
});

test.each<[object, string]>([
  [
    { addDataSource: { dataSource: {} } },
    'PERMISSION_DENIED The request scopes are not sufficient for performing this operation. Please include bigquery.readonly scope.',
  ],
  [
    { deleteDataSource: { dataSourceId: 'x' } },
    "INVALID_ARGUMENT Invalid requests[0].deleteDataSource: The data source ID doesn't exist.",
  ],
  [{ refreshDataSource: { isAll: true } }, 'not refused'],
])('data sources: %j', (request, message) => {
  expect(refusal(() => batch(host(), request))).toBe(message);
});
