import type { JsonObject } from '../../../src/local/document/model.ts';
import { HANDLERS } from '../../../src/local/sheets-api/requests/table.ts';
import { fieldsOf } from '../../../src/local/sheets-api/schema/schema.ts';
import { batch, cells, type Host, host, read, refusal, sheetOf, write } from './host.ts';

const letters = (at: Host): void => {
  write(at, 'A1:C3', [
    ['a1', 'b1', 'c1'],
    ['a2', 'b2', 'c2'],
    ['a3', 'b3', 'c3'],
  ]);
};
const formulas = (at: Host, range: string) => read(at, range, { valueRenderOption: 'FORMULA' });
const formula = (formulaValue: string) => ({ userEnteredValue: { formulaValue } });

test('sheets are added, moved, renamed and deleted; formulas follow names', () => {
  const at = host({ seed: 5 });
  const [added] = batch(
    at,
    {
      addSheet: {
        properties: {
          title: 'Plan',
          sheetId: 11,
          index: 0,
          hidden: true,
          gridProperties: { rowCount: 5, columnCount: 3, frozenRowCount: 1 },
        },
      },
    },
    {
      updateCells: {
        start: { sheetId: 0 },
        rows: [{ values: [formula('=Plan!A1'), formula("='Plan'!B2")] }],
        fields: 'userEnteredValue',
      },
    },
    { updateSheetProperties: { properties: { sheetId: 11, title: '2026-W47' }, fields: 'title' } },
  );
  expect(added).toEqual({
    addSheet: {
      properties: {
        sheetId: 11,
        title: 'Plan',
        index: 0,
        sheetType: 'GRID',
        gridProperties: { rowCount: 5, columnCount: 3, frozenRowCount: 1 },
        hidden: true,
      },
    },
  });
  expect(formulas(at, 'Sheet1!A1:B1')).toEqual([["='2026-W47'!A1", "='2026-W47'!B2"]]);
  batch(at, { deleteSheet: { sheetId: 11 } });
  expect(formulas(at, 'Sheet1!A1:B1')).toEqual([['=#REF!', '=#REF!']]);
});

test('a duplicate has what the sheet has, under ids of its own', () => {
  const at = host();
  letters(at);
  batch(
    at,
    {
      addProtectedRange: {
        protectedRange: { protectedRangeId: 3, range: cells(0, 1, 0, 1), warningOnly: true },
      },
    },
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataId: 3,
          metadataKey: 'k',
          visibility: 'DOCUMENT',
          location: { dimensionRange: { dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } },
        },
      },
    },
    { duplicateSheet: { sourceSheetId: 0, newSheetId: 8, newSheetName: 'Copy', insertSheetIndex: 1 } },
    {
      updateCells: {
        start: { sheetId: 8 },
        rows: [{ values: [{ userEnteredValue: { stringValue: 'new' } }] }],
        fields: 'userEnteredValue',
      },
    },
  );
  expect(read(at, 'Sheet1!A1')).toEqual([['a1']]);
  expect(read(at, 'Copy!A1:B1')).toEqual([['new', 'b1']]);
  const document = at.store.get(at.id)!;
  expect(document.sheets[1]?.protectedRanges[0]).toMatchObject({ range: { sheetId: 8 }, warningOnly: true });
  expect(document.sheets[1]?.protectedRanges[0]?.protectedRangeId).not.toBe(3);
  expect(document.metadata.map((item) => item.location)).toEqual([
    { type: 'COLUMN', sheetId: 0, index: 1 },
    { type: 'COLUMN', sheetId: 8, index: 1 },
  ]);
});

test('updateCells clears within its range what it does not name, by the fields of its mask', () => {
  const at = host();
  letters(at);
  batch(at, {
    updateCells: {
      range: cells(0, 2, 0, 2),
      rows: [{ values: [{ userEnteredValue: { numberValue: 1 } }] }],
      fields: 'userEnteredValue',
    },
  });
  expect(read(at, 'A1:C3')).toEqual([
    ['1', '', 'c1'],
    ['', '', 'c2'],
    ['a3', 'b3', 'c3'],
  ]);
});

test('formats change by path, colours in both of their forms', () => {
  const at = host();
  const format = (userEnteredFormat: JsonObject, fields: string) =>
    batch(at, { repeatCell: { range: cells(0, 1, 0, 1), cell: { userEnteredFormat }, fields } });
  format(
    { textFormat: { bold: true, fontSize: 12 }, backgroundColor: { red: 1, green: 0 } },
    'userEnteredFormat',
  );
  format({ textFormat: { italic: true } }, 'userEnteredFormat.textFormat.italic');
  format({ backgroundColorStyle: { rgbColor: { blue: 0.5 } } }, 'userEnteredFormat.backgroundColorStyle');
  format({}, 'userEnteredFormat(textFormat/fontSize)');
  expect(sheetOf(at, 'sheets.data.rowData.values.userEnteredFormat')).toEqual({
    data: [
      {
        rowData: [
          {
            values: [
              {
                userEnteredFormat: {
                  textFormat: { bold: true, italic: true },
                  backgroundColor: { blue: 0.49803922 },
                  backgroundColorStyle: { rgbColor: { blue: 0.49803922 } },
                },
              },
            ],
          },
        ],
      },
    ],
  });
});

test('a repeated formula moves its references along', () => {
  const at = host();
  batch(at, {
    repeatCell: { range: cells(1, 3, 1, 3), cell: formula('=A1*$A$1'), fields: 'userEnteredValue' },
  });
  expect(formulas(at, 'B2:C3')).toEqual([
    ['=A1*$A$1', '=B1*$A$1'],
    ['=A2*$A$1', '=B2*$A$1'],
  ]);
});

test('appended cells go below the last filled row and grow the sheet', () => {
  const at = host({ rows: 3, columns: 3 });
  letters(at);
  batch(at, {
    appendCells: {
      sheetId: 0,
      rows: [{ values: [{ userEnteredValue: { boolValue: true } }] }],
      fields: 'userEnteredValue',
    },
  });
  expect(read(at, 'A3:A')).toEqual([['a3'], ['TRUE']]);
});

test('rules, filters, bands, groups and charts follow inserted columns', () => {
  const at = host({ rows: 10, columns: 6 });
  const range = cells(0, 10, 1, 4);
  batch(
    at,
    {
      addConditionalFormatRule: {
        rule: {
          ranges: [range],
          booleanRule: {
            condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$C1>2' }] },
            format: {},
          },
        },
      },
    },
    {
      setBasicFilter: {
        filter: { range, filterSpecs: [{ columnIndex: 2, filterCriteria: { hiddenValues: ['x'] } }] },
      },
    },
    {
      addBanding: { bandedRange: { bandedRangeId: 2, range, rowProperties: { firstBandColor: { red: 1 } } } },
    },
    { addDimensionGroup: { range: { dimension: 'COLUMNS', startIndex: 2, endIndex: 4 } } },
    {
      addChart: {
        chart: {
          chartId: 6,
          spec: {
            title: 'T',
            basicChart: {
              chartType: 'COLUMN',
              stackedType: 'STACKED',
              series: [{ series: { sourceRange: { sources: [cells(0, 10, 2, 3)] } } }],
            },
          },
          position: { overlayPosition: { anchorCell: { rowIndex: 2, columnIndex: 5 } } },
        },
      },
    },
    { insertDimension: { range: { dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } },
  );
  const moved = { startRowIndex: 0, endRowIndex: 10, startColumnIndex: 2, endColumnIndex: 5 };
  const sheet = sheetOf(at, 'sheets(conditionalFormats,basicFilter,bandedRanges,columnGroups,charts)');
  expect(sheet.conditionalFormats).toMatchObject([
    { ranges: [moved], booleanRule: { condition: { values: [{ userEnteredValue: '=$D1>2' }] } } },
  ]);
  expect(sheet.basicFilter).toEqual({
    range: moved,
    criteria: { 3: { hiddenValues: ['x'] } },
    filterSpecs: [{ columnIndex: 3, filterCriteria: { hiddenValues: ['x'] } }],
  });
  expect(sheet.bandedRanges).toMatchObject([{ bandedRangeId: 2, range: moved }]);
  expect(sheet.columnGroups).toEqual([
    { range: { dimension: 'COLUMNS', startIndex: 3, endIndex: 5 }, depth: 1 },
  ]);
  expect(sheet.charts).toMatchObject([
    {
      chartId: 6,
      spec: {
        basicChart: {
          series: [{ series: { sourceRange: { sources: [{ startColumnIndex: 3, endColumnIndex: 4 }] } } }],
        },
      },
      position: {
        overlayPosition: { anchorCell: { rowIndex: 2, columnIndex: 6 }, widthPixels: 600, heightPixels: 371 },
      },
    },
  ]);
});

test('a filter hides the rows that it leaves out, until it is cleared', () => {
  const at = host({ rows: 4, columns: 1 });
  write(at, 'A1:A4', [['head'], ['keep'], ['drop'], ['keep']]);
  const hidden = () =>
    (sheetOf(at, 'sheets.data.rowMetadata.hiddenByFilter').data as JsonObject[])[0]?.rowMetadata;
  batch(at, {
    setBasicFilter: { filter: { range: cells(0, 4, 0, 1), criteria: { 0: { hiddenValues: ['drop'] } } } },
  });
  expect(hidden()).toEqual([{}, {}, { hiddenByFilter: true }, {}]);
  batch(at, { clearBasicFilter: { sheetId: 0 } });
  expect(hidden()).toEqual([{}, {}, {}, {}]);
});

test('find and replace counts what it changed', () => {
  const at = host();
  write(at, 'A1:B2', [
    ['plan', 'Plan plan'],
    [7, 'other'],
  ]);
  expect(batch(at, { findReplace: { find: 'PLAN', replacement: 'goal', allSheets: true } })).toEqual([
    { findReplace: { valuesChanged: 2, rowsChanged: 1, sheetsChanged: 1, occurrencesChanged: 3 } },
  ]);
  expect(read(at, 'A1:B2')).toEqual([
    ['goal', 'goal goal'],
    ['7', 'other'],
  ]);
});

test('new rows look like the row that they inherit from', () => {
  const at = host({ rows: 3, columns: 1 });
  const bold = { userEnteredFormat: { textFormat: { bold: true } } };
  batch(
    at,
    {
      updateCells: {
        start: {},
        rows: [{ values: [{ ...bold, userEnteredValue: { numberValue: 1 }, note: 'n' }] }],
        fields: '*',
      },
    },
    {
      insertDimension: { range: { dimension: 'ROWS', startIndex: 1, endIndex: 2 }, inheritFromBefore: true },
    },
  );
  expect(at.store.get(at.id)?.sheets[0]?.cells[1]).toEqual([{ format: { textFormat: { bold: true } } }]);
});

test('groups nest, merge and come apart', () => {
  const at = host({ rows: 10, columns: 2 });
  const range = (startIndex: number, endIndex: number) => ({
    range: { dimension: 'ROWS', startIndex, endIndex },
  });
  batch(
    at,
    { addDimensionGroup: range(1, 5) },
    { addDimensionGroup: range(2, 4) },
    { addDimensionGroup: range(5, 7) },
  );
  const groups = () =>
    (sheetOf(at, 'sheets.rowGroups').rowGroups as JsonObject[] | undefined)?.map((group) => {
      const { startIndex, endIndex } = group.range as { startIndex: number; endIndex: number };
      return [startIndex, endIndex, group.depth];
    });
  expect(groups()).toEqual([
    [1, 7, 1],
    [2, 4, 2],
  ]);
  batch(at, { deleteDimensionGroup: range(1, 3) });
  expect(groups()).toEqual([
    [2, 7, 1],
    [3, 4, 2],
  ]);
});

test('a named range without an end grows with its sheet', () => {
  const at = host({ rows: 3, columns: 3 });
  batch(
    at,
    { addNamedRange: { namedRange: { name: 'second', range: { startColumnIndex: 1, endColumnIndex: 2 } } } },
    { appendDimension: { dimension: 'ROWS', length: 2 } },
  );
  expect(at.api.valuesGet(at.id, 'second').range).toBe('Sheet1!B1:B5');
  expect(
    (at.api.spreadsheetsGet(at.id, { fields: 'namedRanges.range' }).namedRanges as JsonObject[])[0]?.range,
  ).toEqual({
    startColumnIndex: 1,
    endColumnIndex: 2,
  });
});

test('every kind of request is served', () => {
  expect(Object.keys(HANDLERS).sort()).toEqual([...fieldsOf('Request').keys()].sort());
});

test.each<[string, object, string]>([
  [
    'pivot tables',
    { updateCells: { start: {}, rows: [{ values: [{ pivotTable: {} }] }], fields: 'pivotTable' } },
    'Invalid requests[0].updateCells: CellData.pivotTable is not served by this host.',
  ],
  [
    'filters by colors',
    { setBasicFilter: { filter: { range: {}, criteria: { 0: { visibleBackgroundColor: { red: 1 } } } } } },
    'Invalid requests[0].setBasicFilter: Filters by colors are not served by this host.',
  ],
  [
    'sorting by colors',
    { sortRange: { range: {}, sortSpecs: [{ backgroundColor: { red: 1 } }] } },
    'Invalid requests[0].sortRange: Sorting by colors is not served by this host.',
  ],
  [
    'pasting HTML',
    { pasteData: { coordinate: {}, data: '<p>a</p>', html: true } },
    'Invalid requests[0].pasteData: Pasting HTML is not served by this host.',
  ],
])('%s are refused, not passed over', (_, request, message) => {
  expect(refusal(() => batch(host(), request))).toBe(`UNIMPLEMENTED ${message}`);
});

test('a sheet whose new index is left out goes to the end', () => {
  const at = host();
  batch(
    at,
    { addSheet: { properties: { sheetId: 1, title: 'B' } } },
    { addSheet: { properties: { sheetId: 2, title: 'C' } } },
    { updateSheetProperties: { properties: { sheetId: 0 }, fields: 'index' } },
    { updateSheetProperties: { properties: { sheetId: 2, index: 0 }, fields: 'index' } },
  );
  expect(at.store.get(at.id)!.sheets.map((sheet) => sheet.title)).toEqual(['C', 'B', 'Sheet1']);
});
