import { demoMachine } from '../../browser/workbench-addon.ts';
import { type TestGrid, testGrid } from './grid.ts';

let machine: ReturnType<typeof demoMachine>;
let grid: TestGrid;

beforeEach(() => {
  machine = demoMachine();
  grid = testGrid(machine);
});

function batch(requests: readonly object[]): void {
  const path = `/v4/spreadsheets/${machine.document().spreadsheetId}:batchUpdate`;
  const { status, body } = machine.api.call('POST', path, new URLSearchParams(), { requests } as never);
  if (status !== 200) throw new Error(JSON.stringify(body));
}

const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 3 };
const columns = { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 3 };
const rows = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 };
const red = { rgbColor: { red: 1 } };
const source = (startColumnIndex: number) => ({
  sourceRange: {
    sources: [
      {
        sheetId: 0,
        startRowIndex: 0,
        endRowIndex: 3,
        startColumnIndex,
        endColumnIndex: startColumnIndex + 1,
      },
    ],
  },
});
const chart = (sheetId: number) => ({
  addChart: {
    chart: {
      spec: {
        title: 'Actual',
        basicChart: {
          chartType: 'COLUMN',
          headerCount: 1,
          domains: [{ domain: source(0) }],
          series: [{ series: source(1), targetAxis: 'LEFT_AXIS' }],
        },
      },
      position: { overlayPosition: { anchorCell: { sheetId, rowIndex: 8, columnIndex: 1 } } },
    },
  },
});
const sheetProperties = (properties: object, fields: string) => ({
  updateSheetProperties: { properties: { sheetId: 0, ...properties }, fields },
});
const format = (userEnteredFormat: object) => ({
  repeatCell: { range, cell: { userEnteredFormat }, fields: 'userEnteredFormat' },
});
const rule = (color: object) => ({
  addConditionalFormatRule: {
    index: 0,
    rule: {
      ranges: [range],
      booleanRule: {
        condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '5' }] },
        format: { backgroundColorStyle: color },
      },
    },
  },
});

/** What an add-on does to a spreadsheet: the grid follows each without loading everything again. */
const CHANGES: Record<string, object[]> = {
  'formats and borders': [
    format({
      textFormat: { bold: true, foregroundColorStyle: red },
      borders: { top: { style: 'SOLID', colorStyle: red } },
    }),
  ],
  'number formats': [format({ numberFormat: { type: 'PERCENT', pattern: '0.0%' } })],
  validation: [
    {
      setDataValidation: {
        range,
        rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'a' }] }, showCustomUi: true },
      },
    },
  ],
  'conditional formats in order': [rule(red), rule({ rgbColor: { blue: 1 } })],
  'a chart': [chart(0)],
  merges: [{ mergeCells: { range: { ...range, startRowIndex: 7, endRowIndex: 9 }, mergeType: 'MERGE_ALL' } }],
  widths: [
    { updateDimensionProperties: { range: columns, properties: { pixelSize: 200 }, fields: 'pixelSize' } },
  ],
  heights: [
    { updateDimensionProperties: { range: rows, properties: { pixelSize: 60 }, fields: 'pixelSize' } },
  ],
  'hidden columns': [
    {
      updateDimensionProperties: {
        range: columns,
        properties: { hiddenByUser: true },
        fields: 'hiddenByUser',
      },
    },
  ],
  'inserted rows': [{ insertDimension: { range: rows } }],
  'deleted columns': [{ deleteDimension: { range: columns } }],
  'moved columns': [{ moveDimension: { source: columns, destinationIndex: 5 } }],
  'more rows': [{ appendDimension: { sheetId: 0, dimension: 'ROWS', length: 5 } }],
  'frozen rows': [
    sheetProperties(
      { gridProperties: { frozenRowCount: 2, frozenColumnCount: 1 } },
      'gridProperties(frozenRowCount,frozenColumnCount)',
    ),
  ],
  'title and colour': [sheetProperties({ title: 'Renamed', tabColorStyle: red }, 'title,tabColorStyle')],
  'a hidden sheet': [sheetProperties({ hidden: true }, 'hidden')],
  'a new sheet with everything': [
    {
      addSheet: {
        properties: {
          sheetId: 47,
          title: '2026-W47',
          index: 1,
          tabColorStyle: red,
          gridProperties: { rowCount: 50, columnCount: 8, frozenRowCount: 1, hideGridlines: true },
        },
      },
    },
    {
      updateCells: {
        start: { sheetId: 47, rowIndex: 0, columnIndex: 0 },
        rows: [
          {
            values: [
              {
                userEnteredValue: { stringValue: 'Review' },
                userEnteredFormat: { textFormat: { bold: true } },
              },
            ],
          },
          {
            values: [
              { userEnteredValue: { formulaValue: "='KPI tree'!B2*2" } },
              { userEnteredValue: { numberValue: 5 } },
            ],
          },
        ],
        fields: '*',
      },
    },
    {
      mergeCells: {
        range: { sheetId: 47, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 4 },
        mergeType: 'MERGE_ALL',
      },
    },
    {
      updateDimensionProperties: {
        range: { ...columns, sheetId: 47 },
        properties: { pixelSize: 40 },
        fields: 'pixelSize',
      },
    },
    {
      addBanding: {
        bandedRange: {
          range: { ...range, sheetId: 47 },
          rowProperties: { firstBandColorStyle: red, secondBandColorStyle: red },
        },
      },
    },
    chart(47),
  ],
  'a copy of a sheet': [
    { duplicateSheet: { sourceSheetId: 0, newSheetId: 48, newSheetName: 'Copy', insertSheetIndex: 1 } },
  ],
  'a deleted sheet': [{ deleteSheet: { sheetId: 2 } }],
};

test.each(Object.entries(CHANGES))('%s: the grid follows, and back', (_, requests) => {
  batch(requests);
  const there = grid.compare();
  expect(there.grid).toEqual(there.document);
  grid.session.undo();
  const back = grid.compare();
  expect(back.grid).toEqual(back.document);
  expect(grid.reloads).toBe(0);
});

test('banding of a sheet that is there, and sheets in another order, are loaded anew', () => {
  batch([
    {
      addBanding: {
        bandedRange: { range, rowProperties: { firstBandColorStyle: red, secondBandColorStyle: red } },
      },
    },
  ]);
  expect(grid.reloads).toBe(1);
  batch([sheetProperties({ index: 3 }, 'index')]);
  expect(grid.reloads).toBe(2);
});
