import { addressIn } from '../../src/workbook/address.ts';
import {
  columnIssues,
  mapWorkbook,
  missingColumns,
  type SheetPlace,
  titleLanguage,
} from '../../src/workbook/map.ts';
import { readRange, readTables, valuesRequest } from '../../src/workbook/read.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import type { SpreadsheetResponse } from '../../src/workbook/sheets-api.ts';
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

describe('what Google leaves out of its answer', () => {
  const column = (metadataValue?: string) => ({
    developerMetadata: [{ metadataKey: 'kpi.column', metadataValue }],
  });
  const sheetsOf = (...sheets: object[]) => mapWorkbook({ sheets } as SpreadsheetResponse);

  test('is zero or empty, for template sheets', () => {
    const map = sheetsOf({
      developerMetadata: [
        { metadataKey: 'kpi.sheet' },
        { metadataKey: 'kpi.sheet', metadataValue: 'rates:1:0' },
      ],
      data: [{ columnMetadata: [{}, column(), column('rates.rate')] }],
    });
    expect(map.sheets.get('rates')).toMatchObject({
      ...{ sheetId: 0, title: '', rowCount: 0, columnCount: 0, bands: [], merges: [], isProtected: false },
      columns: new Map([['rate', 2]]),
    });
    expect(map.tabs).toEqual([{ sheetId: 0, title: '', rowCount: 0, columnCount: 0 }]);
    expect(map.markedRows.get('rates.rate')).toBe(0);
  });

  test('is zero or empty, for reviews and their pictures', () => {
    const { reviews } = mapWorkbook({
      sheets: [
        {
          developerMetadata: [{ metadataKey: 'kpi.review', metadataValue: '2026-W31:draft:0' }],
          charts: [{}],
        },
      ],
      namedRanges: [{ range: {} }, { name: 'KPI_PICTURE_A', range: {} }],
    } as object);
    expect(reviews).toEqual([
      {
        ...{ period: '2026-W31', state: 'draft', sheetId: 0, title: '', rowCount: 0, columnCount: 0 },
        ...{ frozenColumns: 0, chartIds: [0], picture: { row: 0, namedRangeId: '' }, columns: new Map() },
        ...{ firstDay: '', lastDay: '', filled: '', stamp: '2026-W31:draft:0' },
      },
    ]);
  });

  test('a picture whose range names no sheet stands in the first tab', () => {
    const { reviews, names } = mapWorkbook({
      ...response([], ['2026-W31:draft:900']),
      namedRanges: [{ name: 'KPI_PICTURE_A', namedRangeId: 'p' }, {}],
    } as SpreadsheetResponse);
    expect(reviews[0]?.picture).toBeUndefined();
    expect([...names]).toEqual(['kpi_picture_a', '']);
  });

  test('marks without an id or a value are the oldest and say nothing', () => {
    const map = sheetsOf({
      properties: { sheetId: 4 },
      developerMetadata: [
        { metadataKey: 'kpi.sheet', metadataValue: 'settings:1:4' },
        { metadataKey: 'kpi.mapping' },
        { metadataKey: 'kpi.mapping', metadataId: 3, metadataValue: 'newer' },
        { metadataKey: 'kpi.automation', metadataId: 9, metadataValue: 'late' },
        { metadataKey: 'kpi.automation', metadataId: 8 },
      ],
    });
    expect(map.mappings).toEqual(['newer', '']);
    expect(map.automation).toEqual({ metadataId: 8, value: '' });
    const nameless = sheetsOf({
      developerMetadata: [
        { metadataKey: 'kpi.sheet', metadataValue: 'settings:1:0' },
        { metadataKey: 'kpi.automation', metadataValue: 'on' },
        { metadataKey: 'kpi.automation', metadataValue: 'off' },
        { metadataKey: 'kpi.upload', metadataValue: '46000.5' },
      ],
    });
    expect(nameless.automation).toBeUndefined();
    expect(nameless.uploads).toEqual([{ sheetId: 0, since: 46000.5 }]);
  });
});

test("other tools' marks on columns are none of the add-on's", () => {
  const map = mapWorkbook({
    sheets: [
      {
        properties: { sheetId: 1, title: 'FX' },
        developerMetadata: [{ metadataKey: 'kpi.sheet', metadataValue: 'rates:1:1' }],
        data: [
          {
            columnMetadata: [
              { developerMetadata: [{ metadataKey: 'other', metadataValue: 'rates.rate' }] },
              { developerMetadata: [{ metadataKey: 'kpi.column', metadataValue: 'rates.rate' }] },
            ],
          },
        ],
      },
    ],
  } as SpreadsheetResponse);
  expect([...(map.sheets.get('rates')?.columns ?? [])]).toEqual([['rate', 1]]);
  expect([...map.markedRows.keys()]).toEqual(['rates.rate']);
});

test('a sheet of a template that is no longer known lacks no column', () => {
  const place = mapOf({ key: 'former', columns: ['date'] }).sheets.get('former');
  expect(place && missingColumns(place)).toEqual([]);
});

test('the language of a workbook is that of most titles; sheets that people named tell none', () => {
  const titled = (...titles: string[]) =>
    titleLanguage(mapOf(...['rates', 'team'].map((key, i) => ({ key, title: titles[i] as string }))));
  const [rates, team] = ['rates', 'team'].map((key) => sheetTemplate(key).titles);
  expect(titled(rates?.['zh-CN'] ?? '', team?.['zh-CN'] ?? '')).toBe('zh-CN');
  expect(titled('FX', team?.en ?? '')).toBe('en');
  expect(titled('FX', 'People')).toBeUndefined();
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

  test('ranges without a title, answers without filters and filters of no column give nothing', () => {
    const rates = (valueRanges: object[]) => readTables(map, { rates: 'all' }, { valueRanges }).rates;
    const { dataFilters, valueRange } = matched("'It''s FX!'!A1:A3", ['From', 46000], 'rates.date');
    const none = { key: 'rates', title: "It's FX!", rows: 0, columns: {} };
    expect(rates([{ dataFilters, valueRange: { ...valueRange, range: 'A1:A3' } }])).toEqual(none);
    expect(rates([{ dataFilters }])).toEqual(none);
    expect(rates([{ valueRange }])).toEqual(none);
    expect(rates([{ valueRange, dataFilters: [{ gridRange: { sheetId: 1 } }] }])).toEqual(none);
    expect(readRange(1, { valueRanges: [{ valueRange }] })).toEqual([]);
  });

  test('a column without a mark is known by its place, in the first tab too', () => {
    const place = { ...map.sheets.get('rates'), sheetId: 0, unmarked: new Set(['date']) };
    const first = { ...map, sheets: new Map([['rates', place as SheetPlace]]) };
    expect(valuesRequest(first, { rates: ['date'] }).dataFilters).toEqual([
      { gridRange: { sheetId: 0, startColumnIndex: 0, endColumnIndex: 1 } },
    ]);
    // Google sends the filter back without its zeros.
    const of = (endColumnIndex: number, startColumnIndex?: number) => ({
      valueRange: { range: "'It''s FX!'!A1:A3", values: [['From', 46000]] },
      dataFilters: [{ gridRange: { startColumnIndex, endColumnIndex } }],
    });
    const read = (range: object) =>
      readTables(first, { rates: 'all' }, { valueRanges: [range] }).rates?.columns;
    expect(read(of(1))).toEqual({ date: [46000] });
    expect(read(of(2, 1))).toEqual({});
    expect(readRange(0, { valueRanges: [of(1)] })).toEqual([]);
  });

  test('a range of the first tab is read though Google leaves its id out', () => {
    const valueRanges = [
      { valueRange: { values: [['k', 1]] }, dataFilters: [{ gridRange: { endRowIndex: 1 } }] },
    ];
    expect(readRange(0, { valueRanges })).toEqual([['k', 1]]);
    expect(readRange(0, { valueRanges: [{ dataFilters: [{ gridRange: {} }] }] })).toEqual([]);
  });
});
