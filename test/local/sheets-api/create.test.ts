import type { JsonObject } from '../../../src/local/document/model.ts';
import { host, refusal } from './host.ts';

/** Below everything else: a merge keeps one value. */
const merge = { startRowIndex: 5, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 2 };
const range = { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };

test('a spreadsheet is made with all that its body describes', () => {
  const { api } = host();
  const made = api.spreadsheetsCreate({
    properties: { title: 'Plan', autoRecalc: 'HOUR' },
    sheets: [
      {
        properties: { title: 'Figures', gridProperties: { rowCount: 9, columnCount: 4, frozenRowCount: 1 } },
        data: [
          {
            startRow: 1,
            startColumn: 1,
            rowData: [{ values: [{ userEnteredValue: { numberValue: 5 }, note: 'five' }] }],
            columnMetadata: [{ pixelSize: 50 }],
          },
        ],
        merges: [merge],
        conditionalFormats: [
          {
            ranges: [range],
            booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
          },
        ],
        basicFilter: { range },
        protectedRanges: [{ range, warningOnly: true }],
        bandedRanges: [{ range, rowProperties: { firstBandColor: { red: 1 } } }],
        rowGroups: [{ range: { dimension: 'ROWS', startIndex: 2, endIndex: 4 } }],
      },
      { properties: { title: 'Other', sheetId: 7 } },
    ],
    namedRanges: [{ name: 'top', range: { ...range, sheetId: 7 } }],
    developerMetadata: [{ metadataKey: 'k', visibility: 'DOCUMENT', location: { spreadsheet: true } }],
  });
  const id = made.spreadsheetId as string;
  expect(api.valuesGet(id, 'B2').values).toEqual([['5']]);
  const read = api.spreadsheetsGet(id, { includeGridData: true });
  const [figures, other] = read.sheets as JsonObject[];
  expect((read.properties as JsonObject).autoRecalc).toBe('HOUR');
  expect(figures).toMatchObject({
    properties: { title: 'Figures', gridProperties: { rowCount: 9, columnCount: 4, frozenRowCount: 1 } },
    merges: [merge],
    basicFilter: { range },
    protectedRanges: [{ range, warningOnly: true }],
    rowGroups: [{ depth: 1 }],
  });
  expect([
    (figures!.conditionalFormats as object[]).length,
    (figures!.bandedRanges as object[]).length,
    (figures!.data as { columnMetadata: object[] }[])[0]!.columnMetadata[1],
  ]).toEqual([1, 1, { pixelSize: 50 }]);
  expect(other).toMatchObject({ properties: { sheetId: 7, title: 'Other', index: 1 } });
  expect(read).toMatchObject({
    namedRanges: [{ name: 'top', range: { sheetId: 7 } }],
    developerMetadata: [{ metadataKey: 'k' }],
  });
});

test.each<[object, string]>([
  [{ properties: { locale: 'xx_YY' } }, 'INVALID_ARGUMENT Invalid properties: Unsupported locale: xx_YY'],
  [
    { properties: { timeZone: 'Mars/Olympus' } },
    'INVALID_ARGUMENT Invalid properties: Invalid time zone: Mars/Olympus',
  ],
  [
    { sheets: [{ data: [{ rowData: [{ values: [{ pivotTable: {} }] }] }] }] },
    'UNIMPLEMENTED Invalid requests[1].updateCells: CellData.pivotTable is not served by this host.',
  ],
  [{ dataSources: [{}] }, 'UNIMPLEMENTED Data sources are not served by this host.'],
])('%j is refused, and no document is made', (body, message) => {
  const { api, store } = host();
  expect(refusal(() => api.spreadsheetsCreate(body))).toBe(message);
  expect(store.list()).toHaveLength(1);
});
