/** What the add-on leaves in a workbook, and how it goes. */
import type { SpreadsheetResponse } from '../../src/workbook/sheets-api.ts';
import { STAGING_SHEET_ID } from '../../src/workbook/staging.ts';
import { removeRequests, storedIn } from '../../src/workbook/stored.ts';
import { response } from './support.ts';

const plain = (...ids: number[]) => ids.map((sheetId) => ({ properties: { sheetId } }));
const answer = (more: object, ...sheets: object[]) => ({ sheets, ...more }) as SpreadsheetResponse;

test('an empty answer, and marks and names of others, hold nothing of the add-on', () => {
  const nothing = { keys: [], marks: 0, hidden: [], sheets: [], pictures: [], names: [] };
  expect(storedIn({})).toEqual({ ...nothing, shown: [], taken: new Set() });
  const others = answer(
    { namedRanges: [{ namedRangeId: 'n' }, { name: 'KPI_PICTURE_A' }, { name: 'Sales', namedRangeId: 's' }] },
    { developerMetadata: [{}, { metadataKey: 'other' }], data: [{ columnMetadata: [{}] }] },
    { data: [{}] },
  );
  const stored = storedIn(others);
  expect(stored).toEqual({ ...nothing, shown: [0, 0], taken: new Set([0]) });
  expect(removeRequests(stored, true)).toEqual([]);
});

test('sheets stay as ordinary ones unless they are to go as well; marks, pictures and hidden sheets always go', () => {
  const both = response([{ key: 'rates' }], ['2026-W31:draft:900']);
  const stored = storedIn({
    ...both,
    sheets: [
      ...(both.sheets ?? []),
      { properties: { sheetId: STAGING_SHEET_ID, hidden: true } },
      ...plain(7),
    ],
    namedRanges: [{ name: 'KPI_PICTURE_A', namedRangeId: 'p' }],
  } as SpreadsheetResponse);
  expect(stored).toMatchObject({ hidden: [STAGING_SHEET_ID], sheets: [1, 900], pictures: ['p'] });
  const lookup = (metadataKey: string) => ({
    deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey } } },
  });
  const always = [
    { deleteNamedRange: { namedRangeId: 'p' } },
    ...['kpi.column', 'kpi.sheet', 'kpi.review'].map(lookup),
  ];
  const hidden = { deleteSheet: { sheetId: STAGING_SHEET_ID } };
  expect(removeRequests(stored, false)).toEqual([...always, hidden]);
  const gone = [{ deleteSheet: { sheetId: 1 } }, { deleteSheet: { sheetId: 900 } }, hidden];
  expect(removeRequests(stored, true)).toEqual([...always, ...gone]);
});

test('where no tab that people see would be left, an empty one comes first', () => {
  const requests = removeRequests(storedIn(response([{ key: 'rates' }])), true);
  const kinds = requests.map((request) => Object.keys(request)[0]);
  expect(kinds.slice(-2)).toEqual(['addSheet', 'deleteSheet']);
});
