import type { Cell } from '../../src/kpi/issue.ts';
import { mapWorkbook } from '../../src/workbook/map.ts';
import { readTables, valuesRequest } from '../../src/workbook/read.ts';
import { headersRequest, type Restoration, restoreColumns } from '../../src/workbook/restore.ts';
import { SHEETS, sheetTemplate } from '../../src/workbook/sheets/index.ts';
import type { SheetsRequest, SpreadsheetResponse } from '../../src/workbook/sheets-api.ts';
import { LANGUAGES, type Language } from '../../src/workbook/template.ts';
import { mapOf, response, type SheetSpec } from './support.ts';

/** Answer of the read of row 1, by sheet id. */
const headerRows = (rows: Readonly<Record<number, readonly Cell[]>>) => ({
  valueRanges: Object.entries(rows).map(([sheetId, row]) => ({
    valueRange: { values: [row] },
    dataFilters: [{ gridRange: { sheetId: Number(sheetId), endRowIndex: 1 } }],
  })),
});

const headersOf = (key: string, language: Language): string[] =>
  sheetTemplate(key).columns.map(({ header }) => header[language]);

const marksIn = (requests: readonly SheetsRequest[]) =>
  requests.map((request) => {
    if (!('createDeveloperMetadata' in request)) throw new Error('Not a mark');
    const { metadataKey, metadataValue, location } = request.createDeveloperMetadata.developerMetadata;
    return [
      metadataKey,
      metadataValue,
      'sheetId' in location ? location.sheetId : location.dimensionRange.startIndex,
    ];
  });

/** Tabs whose sheet mark is gone, too. */
function withoutStamps(...specs: SheetSpec[]): SpreadsheetResponse {
  const answer = response(specs);
  return { ...answer, sheets: (answer.sheets ?? []).map((sheet) => ({ ...sheet, developerMetadata: [] })) };
}

const bare = (key: string): undefined[] => sheetTemplate(key).columns.map(() => undefined);

describe('headers', () => {
  test.each(SHEETS.map(({ key }) => key))('of %s name one column each, in all languages', (key) => {
    const seen = new Map<string, string>();
    for (const { key: column, header } of sheetTemplate(key).columns) {
      for (const language of LANGUAGES) {
        const word = header[language].toLowerCase();
        expect([word, seen.get(word) ?? column]).toEqual([word, column]);
        seen.set(word, column);
      }
    }
  });
});

describe('columns that lost their marks', () => {
  test('a whole workbook asks for no headers', () => {
    const map = mapOf({ key: 'rates' }, { key: 'tree' });
    expect(headersRequest(map)).toBeUndefined();
    expect(restoreColumns(map, {})).toEqual({ map, requests: [], issues: [] });
  });

  test('only the first row of the sheets concerned is read', () => {
    const map = mapOf({ key: 'rates', columns: ['date', undefined, 'rate'] }, { key: 'team' });
    expect(headersRequest(map)).toMatchObject({
      dataFilters: [{ gridRange: { sheetId: 1, startRowIndex: 0, endRowIndex: 1 } }],
      majorDimension: 'ROWS',
    });
  });

  test.each([
    ['Currency', 'en'],
    [' CURRENCY ', 'other case and spaces'],
    ['币种', 'Chinese'],
  ])('are found by the header %j (%s)', (header) => {
    const map = mapOf({ key: 'rates', title: 'FX', columns: ['date', undefined, undefined, 'rate'] });
    const restored = restoreColumns(map, headerRows({ 1: ['Currency?', 'mine', header, 'Currency'] }));
    expect(restored.map.sheets.get('rates')?.columns.get('currency')).toBe(2);
    expect(restored.map.issues).toEqual([]);
    expect(marksIn(restored.requests)).toEqual([['kpi.column', 'rates.currency', 2]]);
    expect(restored.issues).toEqual([{ code: 'COLUMN_RESTORED', at: { sheet: 'FX' }, found: header.trim() }]);
    expect(restored.map.restored).toEqual(restored.issues);
  });

  test('stay missing where no header says so, and are doubled where two do', () => {
    const map = mapOf({ key: 'rates', title: 'FX', columns: ['date', undefined, undefined, undefined] });
    const { map: found, requests } = restoreColumns(
      map,
      headerRows({ 1: ['x', 'Currency', '币种', 'Curr'] }),
    );
    expect(found.issues.map(({ code, values }) => [code, values?.column])).toEqual([
      ['COLUMN_MISSING', 'rate'],
      ['COLUMN_DOUBLED', 'currency'],
    ]);
    expect(requests).toEqual([]);
  });

  test('are read by place until they are marked', () => {
    const map = mapOf({ key: 'rates', title: 'FX', columns: [undefined, 'currency', 'rate'] });
    const { map: found } = restoreColumns(
      map,
      headerRows({ 1: ['Date', 'Currency', 'Rate'].map(rateHeader) }),
    );
    const { dataFilters } = valuesRequest(found, { rates: 'all' });
    expect(dataFilters[0]).toEqual({ gridRange: { sheetId: 1, startColumnIndex: 0, endColumnIndex: 1 } });
    const tables = readTables(
      found,
      { rates: 'all' },
      {
        valueRanges: [
          {
            valueRange: { range: 'FX!A1:A1000', values: [['Date', 46000]] },
            // Google leaves out zeros.
            dataFilters: [{ gridRange: { sheetId: 1, endColumnIndex: 1 } }],
          },
        ],
      },
    );
    expect(tables.rates).toMatchObject({ rows: 1, columns: { date: [46000] } });
  });
});

/** The template's own word for a column of `rates`. */
function rateHeader(_: string, index: number): string {
  return headersOf('rates', 'en')[index] ?? '';
}

describe('sheets that lost their mark', () => {
  const restoredFrom = (answer: SpreadsheetResponse, rows: Record<number, readonly Cell[]>): Restoration =>
    restoreColumns(mapWorkbook(answer), headerRows(rows));

  test.each(LANGUAGES)('are known by title and headers (%s)', (language) => {
    const title = ` ${sheetTemplate('tree').titles[language].toLowerCase()}`;
    const headers = headersOf('tree', language);
    const { map, requests, issues } = restoredFrom(
      withoutStamps({ key: 'tree', title, sheetId: 7, columns: bare('tree') }),
      { 7: headers },
    );
    const place = map.sheets.get('tree');
    expect([...(place?.columns.keys() ?? [])]).toEqual(sheetTemplate('tree').columns.map(({ key }) => key));
    expect(map.issues).toEqual([]);
    expect(marksIn(requests)).toHaveLength(headers.length + 1);
    expect(marksIn(requests).at(-1)).toEqual(['kpi.sheet', 'tree:4:7', 7]);
    expect(issues.map(({ code }) => code)).toEqual(['COLUMN_RESTORED', 'SHEET_RESTORED']);
  });

  test('columns that kept their marks need no headers', () => {
    const answer = withoutStamps({ key: 'rates', columns: ['rate', 'currency', 'date'] });
    const { map, requests } = restoredFrom(answer, { 1: ['a', 'b', 'c'] });
    expect(map.sheets.get('rates')?.columns.get('date')).toBe(2);
    expect(marksIn(requests)).toEqual([['kpi.sheet', 'rates:2:1', 1]]);
  });

  test('a column that only computes may be gone; then it is missing', () => {
    const headers = headersOf('content', 'en').filter((header) => header !== 'ROI');
    const columns = headers.map(() => undefined);
    const { map } = restoredFrom(withoutStamps({ key: 'content', columns }), { 1: headers });
    expect(map.issues.map(({ code, values }) => [code, values?.column])).toEqual([['COLUMN_MISSING', 'roi']]);
  });

  test('a person’s own tab of that title, with other headers, is left alone', () => {
    const answer = withoutStamps({ key: 'rates', columns: bare('rates') });
    const { map, requests, issues } = restoredFrom(answer, { 1: headersOf('rates', 'en').slice(1) });
    expect([map.sheets.size, requests, issues]).toEqual([0, [], []]);
  });

  test('a copy takes the place of an original that is gone, not of one that is there', () => {
    const copy = { key: 'rates', sheetId: 8, stampedId: 3 };
    const headers = headersOf('rates', 'en');
    const gone = restoredFrom(response([copy]), { 8: headers });
    expect(gone.map.sheets.get('rates')?.sheetId).toBe(8);
    const answer = response([{ ...copy }, { key: 'rates', title: 'Old rates', sheetId: 3 }]);
    expect(headersRequest(mapWorkbook(answer))).toBeUndefined();
  });

  test('of two such tabs the first is taken, and a mark that was set again counts', () => {
    const specs = [
      { key: 'rates', sheetId: 5, columns: bare('rates') },
      { key: 'rates', title: '汇率', sheetId: 6, columns: bare('rates') },
    ];
    const rows = { 5: headersOf('rates', 'en'), 6: headersOf('rates', 'zh-CN') };
    expect(restoredFrom(withoutStamps(...specs), rows).map.sheets.get('rates')?.sheetId).toBe(5);
    const [first] = response([{ key: 'rates', sheetId: 5, stampedId: 3 }]).sheets ?? [];
    const stamp = { metadataKey: 'kpi.sheet', metadataValue: 'rates:1:5' };
    const marked = { ...first, developerMetadata: [...(first?.developerMetadata ?? []), stamp] };
    expect(mapWorkbook({ sheets: [marked] }).sheets.get('rates')?.sheetId).toBe(5);
  });
});

test('a header cell that the answer leaves out names no column', () => {
  const map = mapOf({ key: 'rates', columns: ['date', undefined, undefined] });
  const [, , rate = ''] = headersOf('rates', 'en');
  const { issues, map: restored } = restoreColumns(map, headerRows({ 1: [null, null, `${rate}\n12`] }));
  expect(issues.map(({ found }) => found)).toEqual([rate]);
  expect(restored.issues.map(({ values }) => values?.column)).toEqual(['currency']);
  expect(restoreColumns(map, {}).issues).toEqual([]);
});
