import { addressIn } from '../../src/workbook/address.ts';
import { columnIssues, mapWorkbook } from '../../src/workbook/map.ts';
import { readRange, readTables, valuesRequest } from '../../src/workbook/read.ts';
import { mapOf, response } from './support.ts';

describe('the map of a workbook', () => {
  test('finds sheets by their stamp and columns by their metadata, whatever their titles and places', () => {
    const map = mapOf({ key: 'rates', title: 'FX', columns: ['rate', undefined, 'date', 'currency'] });
    expect(map.sheets.get('rates')).toMatchObject({ title: 'FX', sheetId: 1, version: 1, columnCount: 4 });
    expect([...(map.sheets.get('rates')?.columns ?? [])]).toEqual([
      ['rate', 0],
      ['date', 2],
      ['currency', 3],
    ]);
    expect(map.issues).toEqual([]);
    expect([map.title, map.locale, map.timeZone]).toEqual(['Team', 'en_US', 'Asia/Shanghai']);
  });

  test('leaves copies alone, in any order of the tabs', () => {
    const map = mapOf(
      { key: 'rates', title: 'Copy', sheetId: 8, stampedId: 3 },
      { key: 'rates', sheetId: 3 },
    );
    expect(map.sheets.get('rates')?.sheetId).toBe(3);
    expect(map.tabs.map(({ sheetId }) => sheetId)).toEqual([8, 3]);
  });

  test('names missing and doubled columns, in the language of the workbook', () => {
    const map = mapOf({ key: 'rates', title: 'FX', columns: ['date', 'date', 'rate'] }, { key: 'team' });
    expect(map.issues.map(({ code, at, values }) => [code, at?.sheet, values?.column])).toEqual([
      ['COLUMN_MISSING', 'FX', 'currency'],
      ['COLUMN_DOUBLED', 'FX', 'date'],
    ]);
    expect(columnIssues(map, 'zh-CN').map(({ values }) => values?.column)).toEqual(['币种', '生效日期']);
    expect(columnIssues(map, 'en', ['team'])).toEqual([]);
    expect(columnIssues(map, 'en', ['rates'])).toHaveLength(2);
  });

  test('finds review tabs with state and charts', () => {
    const { reviews } = mapWorkbook(
      response([], ['2026-W31:draft:900', '2026-W30:closed:901', '2026-W29:draft:7']),
    );
    expect(reviews.map(({ period, state, chartIds }) => [period, state, chartIds])).toEqual([
      ['2026-W31', 'draft', [5]],
      ['2026-W30', 'closed', [5]],
    ]);
  });

  test('an empty answer is an empty workbook', () => {
    expect(mapWorkbook({})).toMatchObject({
      title: '',
      timeZone: 'Etc/GMT',
      tabs: [],
      issues: [],
      reviews: [],
    });
  });
});

describe('addresses', () => {
  const address = addressIn(
    mapOf({ key: 'rates', title: 'FX', columns: [...new Array(26).fill(undefined), 'rate'] }),
  );
  test.each([
    ['rates', 'rate', 0, { sheet: 'FX', cell: 'AA2' }],
    ['rates', 'rate', 41, { sheet: 'FX', cell: 'AA43' }],
    ['rates', 'date', 0, { sheet: 'FX' }],
    ['costs', 'date', 0, { sheet: 'costs' }],
  ])('%s.%s, row %i', (sheet, column, row, expected) => {
    expect(address(sheet, column, row)).toEqual(expected);
  });
});

describe('reading', () => {
  const map = mapOf(
    { key: 'rates', title: "It's FX!", columns: ['date', 'currency', 'rate'] },
    { key: 'accounts' },
  );
  const matched = (range: string, values: unknown[], column: string) => ({
    valueRange: { range, values: [values] },
    dataFilters: [{ developerMetadataLookup: { metadataKey: 'kpi.column', metadataValue: column } }],
  });

  test('asks for the wanted columns alone; "all" leaves computed ones out', () => {
    const { dataFilters, majorDimension, dateTimeRenderOption } = valuesRequest(
      map,
      { rates: ['rate', 'nothing'], costs: 'all' },
      [{ sheetId: 9 }],
    );
    expect(dataFilters).toEqual([
      {
        developerMetadataLookup: {
          metadataKey: 'kpi.column',
          metadataValue: 'rates.rate',
          locationType: 'COLUMN',
        },
      },
      { gridRange: { sheetId: 9 } },
    ]);
    expect([majorDimension, dateTimeRenderOption]).toEqual(['COLUMNS', 'SERIAL_NUMBER']);
    const tree = valuesRequest(mapOf({ key: 'tree' }), { tree: 'all' }).dataFilters;
    expect(JSON.stringify(tree)).not.toMatch(/tree\.(attainment|status)/);
  });

  test('gives columns of one length, without header, empty cells as null, and nothing of a copied tab', () => {
    const tables = readTables(
      map,
      { rates: 'all', costs: ['date'] },
      {
        valueRanges: [
          matched("'It''s FX!'!A1:A1000", ['From', 46000, '', 46001], 'rates.date'),
          matched("'Copy of FX'!A1:A1000", ['From', 1, 2, 3, 4, 5], 'rates.date'),
          matched("'It''s FX!'!B1:B1000", ['Currency', 'EUR', 'THB', 'IDR', '', ''], 'rates.currency'),
        ],
      },
    );
    expect(tables.rates).toEqual({
      key: 'rates',
      title: "It's FX!",
      rows: 3,
      columns: { date: [46000, null, 46001], currency: ['EUR', 'THB', 'IDR'] },
    });
    expect(tables.costs).toEqual({ key: 'costs', title: 'costs', rows: 0, columns: {} });
  });

  test('further ranges are read by their sheet', () => {
    const answer = {
      valueRanges: [
        {
          valueRange: {
            values: [
              ['k', ''],
              [1, true],
            ],
          },
          dataFilters: [{ gridRange: { sheetId: 9 } }],
        },
      ],
    };
    expect(readRange(9, answer)).toEqual([
      ['k', null],
      [1, true],
    ]);
    expect(readRange(8, answer)).toEqual([]);
  });
});
