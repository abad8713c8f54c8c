import { mapWorkbook } from '../../src/workbook/map.ts';
import { joinAnswers, readParts } from '../../src/workbook/read-parts.ts';
import type { DataFilter, ValuesRequest } from '../../src/workbook/sheets-api.ts';
import { response } from './support.ts';

/** Tab 1 has 1000 rows and 3 columns. */
const map = mapWorkbook(response([{ key: 'rates', sheetId: 1 }]));
const parts = (limit: number, ...dataFilters: DataFilter[]): number[] =>
  readParts(map, { dataFilters } as unknown as ValuesRequest, limit).map((part) => part.dataFilters.length);

test('a range that is open ends with its tab; one of a tab that is not there has no cells', () => {
  const open = { gridRange: { sheetId: 1 } };
  const closed = { gridRange: { sheetId: 1, startRowIndex: 990, endRowIndex: 1000, endColumnIndex: 3 } };
  const gone = { gridRange: { sheetId: 8 } };
  expect(parts(3000, open, gone)).toEqual([2]);
  expect(parts(2999, open, closed)).toEqual([1, 1]);
  expect(parts(60, closed, closed, gone, closed)).toEqual([3, 1]);
});

test('columns are as long as the tabs that carry their mark; a mark of a single id gives no cells', () => {
  const column = (metadataValue: string): DataFilter => ({
    developerMetadataLookup: { metadataKey: 'kpi.column', metadataValue, locationType: 'COLUMN' },
  });
  expect(parts(2000, column('rates.date'), column('rates.rate'), column('rates.none'))).toEqual([3]);
  expect(parts(1999, column('rates.date'), column('rates.rate'))).toEqual([1, 1]);
  expect(parts(1, { developerMetadataLookup: { metadataId: 5 } } as DataFilter)).toEqual([1]);
});

test('answers become one, in their order; one without ranges adds none', () => {
  expect(joinAnswers([{ valueRanges: [{}] }, {}, { valueRanges: [{ dataFilters: [] }] }])).toEqual({
    valueRanges: [{}, { dataFilters: [] }],
  });
});
