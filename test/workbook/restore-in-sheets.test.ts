/** Workbooks whose hidden marks got lost, with the built add-on on the local host. */
import type { Machine } from '../../src/local/machine.ts';
import {
  ask,
  batch,
  bench,
  call,
  importText,
  lineOf,
  loadRows,
  reviewOf,
  rowsOf,
  sheetsCalls,
  sheetTitled,
  valuesOf,
} from '../start/bench.ts';
import { youtube } from '../start/export.ts';

const WEEK = '2026-W31';
const JOB = ['get', 'Values.batchGetByDataFilter', 'batchUpdate'];
const REPAIR = ['get', 'Values.batchGetByDataFilter', 'Values.batchGetByDataFilter', 'batchUpdate'];

function bringIn(machine: Machine, views: number, asOf: string) {
  const videos = [{ id: 'F3HVs95pagk', published: 'Jan 5, 2026', likes: 5, views, hours: views / 100 }];
  return importText(machine, youtube(videos), { asOf, account: 'art' });
}

function withData(language: 'en' | 'zh-CN' = 'en'): Machine {
  const machine = bench({ language });
  bringIn(machine, 100, '2026-07-26');
  return machine;
}

const loseMarks = (machine: Machine, lookup: object): void =>
  batch(machine, { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: lookup } } });

const loseColumn = (machine: Machine, column: string): void =>
  loseMarks(machine, { metadataKey: 'kpi.column', metadataValue: column });

function loseSheet(machine: Machine, title: string): void {
  const { sheetId } = sheetTitled(machine, title);
  const metadataLocation = { sheetId };
  loseMarks(machine, { metadataLocation, locationMatchingStrategy: 'INTERSECTING_LOCATION' });
}

const codes = (machine: Machine) =>
  rowsOf(machine, 'issues').map(({ code, sheet, found }) => [code, sheet, found]);

test('columns without marks are found by their headers once, and the import goes on', () => {
  const [whole, machine] = [withData(), withData()];
  loseColumn(machine, 'performance.views');
  loseColumn(machine, 'performance.content');
  for (const each of [whole, machine]) expect(bringIn(each, 170, '2026-08-02').taken).toBe(1);
  expect(sheetsCalls(machine, 'importFile')).toEqual(REPAIR);
  expect(codes(machine)).toEqual([['COLUMN_RESTORED', 'Performance', 'Content ID, Views']]);
  expect(rowsOf(machine, 'issues')[0]?.sentence).toBe(
    'Sheet “Performance”: columns that had lost their hidden mark were known by their headers and are marked again: Content ID, Views.',
  );
  expect(rowsOf(machine, 'performance').map(({ views }) => views)).toEqual([100, 170]);
  bringIn(machine, 171, '2026-08-02');
  expect(sheetsCalls(machine, 'importFile')).toEqual(JOB);
  bringIn(whole, 171, '2026-08-02');
  expect(reviewOf(machine, WEEK)).toEqual(reviewOf(whole, WEEK));
});

test('a review works on, and restores columns that compute, too', () => {
  const machine = withData();
  bringIn(machine, 170, '2026-08-02');
  for (const column of ['tree.status', 'tree.actual', 'settings.value']) loseColumn(machine, column);
  expect(lineOf(reviewOf(machine, WEEK), 'watch.views').actual.value).toBe(70);
  call(machine, 'writeReview', { week: WEEK });
  expect(sheetsCalls(machine, 'writeReview')).toEqual(REPAIR);
  expect(codes(machine)).toEqual([
    ['COLUMN_RESTORED', 'KPI tree', 'Actual of the week, Status'],
    ['COLUMN_RESTORED', 'Settings', 'Value'],
  ]);
  expect(rowsOf(machine, 'tree').find(({ id }) => id === 'watch.views')?.actual).toBe(70);
  call(machine, 'writeReview', { week: WEEK });
  expect(sheetsCalls(machine, 'writeReview')).toEqual(JOB);
  expect(codes(machine)).toHaveLength(2);
});

test.each(['en', 'zh-CN'] as const)(
  'a sheet without any mark is known by title and headers (%s)',
  (language) => {
    const machine = withData(language);
    const title = language === 'en' ? 'Performance' : '内容表现';
    loseSheet(machine, title);
    const tabs = machine.document().sheets.length;
    expect(bringIn(machine, 170, '2026-08-02')).toMatchObject({ taken: 1 });
    expect(machine.document().sheets).toHaveLength(tabs);
    expect(rowsOf(machine, 'issues', language).map(({ code }) => code)).toEqual([
      'COLUMN_RESTORED',
      'SHEET_RESTORED',
    ]);
    expect(lineOf(reviewOf(machine, WEEK), 'watch.views').actual.value).toBe(70);
  },
);

test('setting up marks such a sheet instead of adding a second one; loading rows does, too', () => {
  const machine = withData();
  loseSheet(machine, 'Performance');
  expect(call(machine, 'setUp', { language: 'en' }).added).toBe(0);
  expect(bringIn(machine, 170, '2026-08-02').taken).toBe(1);
  expect(sheetsCalls(machine, 'importFile')).toEqual(JOB);
  loseColumn(machine, 'team.name');
  expect(loadRows(machine, 'team', [{ name: 'Bo' }])).toBe(1);
  expect(codes(machine)).toEqual([['COLUMN_RESTORED', 'Team', 'Name']]);
});

test('a copy serves where the original was deleted', () => {
  const machine = withData();
  const { sheetId } = sheetTitled(machine, 'Performance');
  batch(
    machine,
    { duplicateSheet: { sourceSheetId: sheetId, newSheetName: 'Copy', insertSheetIndex: 0 } },
    { deleteSheet: { sheetId } },
  );
  expect(call(machine, 'sidebarState', {}).sheets.some(({ key }) => key === 'performance')).toBe(false);
  const copy = sheetTitled(machine, 'Copy').sheetId;
  const properties = { sheetId: copy, title: 'Performance' };
  batch(machine, { updateSheetProperties: { properties, fields: 'title' } });
  expect(bringIn(machine, 170, '2026-08-02').taken).toBe(1);
  expect(rowsOf(machine, 'performance')).toHaveLength(2);
  expect(codes(machine)).toEqual([['SHEET_RESTORED', 'Performance', undefined]]);
});

test('a header that nobody knows is named, with advice that costs no data', () => {
  const machine = withData();
  loseColumn(machine, 'performance.views');
  const column = valuesOf(machine, 'Performance')[0]?.indexOf('Views') ?? -1;
  const { sheetId } = sheetTitled(machine, 'Performance');
  const rename = (stringValue: string) =>
    batch(machine, {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: column },
        rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
        fields: 'userEnteredValue',
      },
    });
  rename('How often');
  const rows = [
    ['Content', 'Views'],
    ['F3HVs95pagk', '170'],
  ];
  const file = { fileName: 'a.csv', tables: [{ name: 'a', rows }], account: 'art', asOf: '2026-08-02' };
  expect(ask(machine, 'importFile', file)).toEqual({
    ok: false,
    sentence:
      'The column “Views” of the sheet “Performance” is missing. Undo its deletion, or choose “Set up this spreadsheet”, which adds it back empty. A column that is given exactly this header counts, too.',
  });
  rename('观看');
  expect(ask(machine, 'importFile', file).ok).toBe(
    false, // not the header either
  );
  rename('VIEWS ');
  expect(call(machine, 'importFile', file).taken).toBe(1);
});
