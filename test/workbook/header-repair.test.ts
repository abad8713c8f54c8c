/** Headers that set-up puts back, where filters and bands stand over them. */
import { afterRows, headerRequests, rowRequests, WHOLE } from '../../src/workbook/header-repair.ts';
import type { SheetPlace } from '../../src/workbook/map.ts';
import { mapOf } from './support.ts';

function placeOf(more: Partial<SheetPlace> = {}): SheetPlace {
  const place = mapOf({ key: 'rates', sheetId: 3 }).sheets.get('rates');
  if (place === undefined) throw new Error('No sheet');
  return { ...place, ...more };
}

const CONTEXT = { language: 'en', layout: new Map(), names: new Set<string>() } as const;

test('a filter and bands go with the rows that are taken away or come in; open ones stay open', () => {
  const filter = { range: { sheetId: 3 } };
  const bands = [{ bandedRangeId: 1, range: { sheetId: 3, startRowIndex: 4, endRowIndex: 1000 } }];
  const place = placeOf({ filter, bands } as Partial<SheetPlace>);
  const less = afterRows(place, { ...WHOLE, rowsAbove: 2 });
  expect(less.rowCount).toBe(998);
  expect(less.filter?.range).toEqual({ sheetId: 3, startRowIndex: 0 });
  expect(less.bands[0]?.range).toEqual({ sheetId: 3, startRowIndex: 2, endRowIndex: 998 });
  const more = afterRows(place, { ...WHOLE, isLost: true });
  expect(more.rowCount).toBe(1001);
  expect(more.filter?.range).toEqual({ sheetId: 3, startRowIndex: 1 });
  expect(afterRows(place, WHOLE)).toBe(place);
  expect(afterRows(placeOf(), { ...WHOLE, rowsAbove: 1 }).filter).toBeUndefined();
});

test('rows above the headers go, lost headers get a row, whole ones neither', () => {
  const kinds = (state: object) =>
    rowRequests(placeOf(), { ...WHOLE, ...state }).flatMap((request) => Object.keys(request));
  expect(kinds({ rowsAbove: 2 })).toEqual(['deleteDimension']);
  expect(kinds({ isLost: true })).toEqual(['insertDimension']);
  expect(kinds({})).toEqual([]);
});

test('a filter begins with the header row that comes in', () => {
  const filter = { range: { sheetId: 3, startRowIndex: 1, endRowIndex: 1001 } };
  const requests = (more: Partial<SheetPlace>) =>
    headerRequests(placeOf(more), { ...WHOLE, isLost: true }, CONTEXT).filter(
      (request) => 'setBasicFilter' in request,
    );
  expect(requests({ filter } as Partial<SheetPlace>)).toEqual([
    { setBasicFilter: { filter: { range: { sheetId: 3, startRowIndex: 0, endRowIndex: 1001 } } } },
  ]);
  expect(requests({})).toEqual([]);
});
