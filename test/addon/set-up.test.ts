import { cellOf } from '../../src/local/document/cell.ts';
/** Set-up, modules, repair and migration with the built add-on on the local host: calls, and what stays as it was. */
import type { Machine } from '../../src/local/machine.ts';
import type { Review } from '../../src/review/model.ts';
import { SHEETS, sheetTemplate } from '../../src/workbook/sheets/index.ts';
import { LANGUAGES, MODULES } from '../../src/workbook/template.ts';
import {
  ask,
  batch,
  bench,
  call,
  importText,
  loadRows,
  rowsOf,
  serial,
  sheetsCalls,
  sheetTitled,
  stateOf,
  type,
  valuesOf,
} from '../start/bench.ts';
import { youtube } from '../start/export.ts';

const WEEK = '2026-W31';
const ALL = [...MODULES];
const setUp = (machine: Machine, more: object = {}) => call(machine, 'setUp', { language: 'en', ...more });

function bringIn(machine: Machine, views: number, asOf: string) {
  const videos = [{ id: 'F3HVs95pagk', published: 'Jan 5, 2026', likes: 5, views, hours: views / 100 }];
  return importText(machine, youtube(videos), { asOf, account: 'art' });
}

function deleteColumn(machine: Machine, title: string, header: string): number {
  const column = valuesOf(machine, title)[0]?.indexOf(header) ?? -1;
  const { sheetId } = sheetTitled(machine, title);
  batch(machine, {
    deleteDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 } },
  });
  return column;
}

test.each(LANGUAGES)(
  'all modules with examples are one read and one batch; again, nothing (%s)',
  (language) => {
    const machine = bench({ setUp: false, language });
    const count = SHEETS.length;
    expect(call(machine, 'setUp', { language, modules: ALL, examples: true })).toEqual({
      added: count,
      sentence:
        language === 'en'
          ? `Done: ${count} sheets were added. Start with “Start here”.`
          : `完成：新增 ${count} 个工作表。请从“使用说明”开始。`,
    });
    expect(sheetsCalls(machine, 'setUp')).toEqual(['get', 'batchUpdate']);
    const before = stateOf(machine.document());
    expect(call(machine, 'setUp', { language, modules: ALL, examples: true }).added).toBe(0);
    expect(sheetsCalls(machine, 'setUp')).toEqual(['get', 'Values.batchGetByDataFilter']);
    expect(stateOf(machine.document())).toBe(before);
    expect(call(machine, 'sidebarState', {}).modules.every(({ isThere }) => isThere)).toBe(true);

    bringIn(machine, 100, '2026-07-26');
    bringIn(machine, 170, '2026-08-02');
    call(machine, 'writeReview', { week: WEEK });
    const review = call(machine, 'readReview', { week: WEEK });
    expect(review.tree.find(({ id }) => id === 'watch.views')?.actual.value).toBe(70);
    expect(rowsOf(machine, 'issues', language)).toEqual([]);
  },
);

test.each(LANGUAGES)('examples change no figure, whatever someone types into them (%s)', (language) => {
  const machine = bench({ setUp: false, language });
  call(machine, 'setUp', { language, modules: ALL, examples: true });
  bringIn(machine, 100, '2026-07-26');
  bringIn(machine, 170, '2026-08-02');
  loadRows(machine, 'tree', [
    { id: 'sla', parent: 'watch', kind: 'influence', metric: 'answered_in_time_rate' },
  ]);
  const titleOf = (sheet: string): string => sheetTemplate(sheet).titles[language];
  const comments = titleOf('comments');
  for (const row of [2, 3]) {
    type(machine, comments, `E${row}`, language === 'en' ? 'Negative' : '负面');
    type(machine, comments, `G${row}`, serial('2026-07-29'));
    type(machine, comments, `H${row}`, '?');
  }
  const answeredIn = (review: Review) => review.tree.find(({ id }) => id === 'sla')?.actual.value;
  expect(answeredIn(call(machine, 'readReview', { week: WEEK }))).toBeNull();
  loadRows(machine, 'comments', [
    { sentiment: 'negative', posted: serial('2026-07-29'), answered: serial('2026-07-29') + 0.2 },
  ]);
  expect(answeredIn(call(machine, 'readReview', { week: WEEK }))).toBe(1);
  call(machine, 'writeReview', { week: WEEK });
  expect(rowsOf(machine, 'issues', language)).toEqual([]);
  const { columns, examples = [] } = sheetTemplate('brief');
  const [header = []] = valuesOf(machine, titleOf('brief'));
  for (const { header: words } of columns.filter(({ total }) => total === true)) {
    expect(header.find((cell) => String(cell).startsWith(words[language]))).not.toMatch(/[1-9]/);
  }
  expect(examples).toHaveLength(1);
});

test('modules chosen later are added in the language of the workbook, beside what is there', () => {
  const machine = bench({ language: 'zh-CN' });
  expect(call(machine, 'sidebarState', {}).modules.map(({ key, isThere }) => [key, isThere])).toEqual(
    ALL.map((key) => [key, false]),
  );
  const others = stateOf(machine.document().sheets);
  expect(setUp(machine, { modules: ['policies', 'assets'] })).toEqual({
    added: 2,
    sentence: '已新增工作表：素材版权、平台规则。',
  });
  expect(sheetsCalls(machine, 'setUp')).toEqual(['get', 'Values.batchGetByDataFilter', 'batchUpdate']);
  const added = new Set(['素材版权', '平台规则']);
  expect(stateOf(machine.document().sheets.filter(({ title }) => !added.has(title)))).toBe(others);
  const titles = machine.document().sheets.map(({ title }) => title);
  expect(titles.indexOf('素材版权')).toBe(titles.indexOf('舆情') + 1);
  expect(titles.indexOf('平台规则')).toBe(titles.indexOf('行动项') - 1);
  expect(ask(machine, 'setUp', { language: 'en', modules: ['finance'] }).ok).toBe(false);
});

test('a deleted column comes back at the right end; the rest of the workbook stays as it was', () => {
  const machine = bench();
  loadRows(machine, 'costs', [{ date: 46235, component: 'ads', amount: 120, currency: 'USD' }]);
  deleteColumn(machine, 'Costs', 'Amount');
  const others = stateOf(machine.document().sheets.filter(({ title }) => title !== 'Costs'));
  const rows = valuesOf(machine, 'Costs');
  expect(setUp(machine)).toEqual({
    added: 0,
    sentence: 'Columns added to the sheet “Costs”, at its right end: Amount.',
  });
  expect(stateOf(machine.document().sheets.filter(({ title }) => title !== 'Costs'))).toBe(others);
  const after = valuesOf(machine, 'Costs');
  expect(after.map((row) => row.slice(0, 10))).toEqual(rows.map((row) => row.slice(0, 10)));
  expect(after[0]?.[10]).toBe('Amount');
  const [band] = sheetTitled(machine, 'Costs').bandedRanges;
  expect(band?.range).toMatchObject({ endColumnIndex: 11 });
  expect(sheetTitled(machine, 'Costs').basicFilter?.range).toMatchObject({ endColumnIndex: 11 });
  loadRows(machine, 'costs', [{ date: 46236, component: 'ads', amount: 80, currency: 'USD' }]);
  expect(rowsOf(machine, 'costs').map(({ amount }) => amount)).toEqual([undefined, 80]);
  const before = stateOf(machine.document());
  expect(setUp(machine).sentence).toBe('Everything is there already; nothing was changed.');
  expect(stateOf(machine.document())).toBe(before);
});

test('a computed column that lost what it takes computes again', () => {
  const machine = bench();
  const tree = [{ id: 'views', metric: 'views', unit: 'count', direction: 'up', actual: 80, target: 100 }];
  loadRows(machine, 'tree', tree);
  const attainment = () => rowsOf(machine, 'tree')[0]?.attainment;
  expect(attainment()).toBeCloseTo(0.8, 12);
  deleteColumn(machine, 'KPI tree', 'Actual of the week');
  expect(attainment()).toBe('#REF!');
  setUp(machine);
  const headers = valuesOf(machine, 'KPI tree')[0] ?? [];
  expect(headers.at(-1)).toBe('Actual of the week');
  type(machine, 'KPI tree', 'AA2', 90);
  expect(attainment()).toBeCloseTo(0.9, 12);
});

test('a workbook of the first version, with a setting less, is brought up to date', () => {
  const machine = bench();
  const stamps = machine.document().metadata.filter(({ metadataKey }) => metadataKey === 'kpi.sheet');
  for (const { metadataValue } of stamps) {
    const older = String(metadataValue).replace(/:\d+:/, ':1:');
    batch(machine, {
      updateDeveloperMetadata: {
        dataFilters: [{ developerMetadataLookup: { metadataKey: 'kpi.sheet', metadataValue } }],
        developerMetadata: { metadataValue: older },
        fields: 'metadataValue',
      },
    });
  }
  const { sheetId } = sheetTitled(machine, 'Settings');
  const row = valuesOf(machine, 'Settings').findIndex(([name]) => name === 'Score cap');
  batch(machine, {
    deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 } },
  });
  type(machine, 'Settings', 'B4', 11);
  expect(setUp(machine).sentence).toBe('Settings added: Score cap.');
  const settings = rowsOf(machine, 'settings');
  expect(settings.at(-1)).toMatchObject({ key: 'score_cap', value: 1.5 });
  expect(settings.find(({ key }) => key === 'review_hour')?.value).toBe(11);
  const now = machine.document().metadata.filter(({ metadataKey }) => metadataKey === 'kpi.sheet');
  expect(
    now.map(({ metadataValue }) => String(metadataValue).split(':').slice(0, 2).join(':')).sort(),
  ).toEqual(
    SHEETS.filter(({ module }) => module === undefined)
      .map(({ key, version }) => `${key}:${version}`)
      .sort(),
  );
  const before = stateOf(machine.document());
  setUp(machine);
  expect(stateOf(machine.document())).toBe(before);
});

test('filter and bands follow a sheet that grows; what people filter by stays', () => {
  const machine = bench();
  const { sheetId } = sheetTitled(machine, 'Orders');
  const column = sheetTemplate('orders').columns.findIndex(({ key }) => key === 'currency');
  const filterSpecs = [{ columnIndex: column, filterCriteria: { hiddenValues: ['THB'] } }];
  const range = { sheetId, startRowIndex: 0, endRowIndex: 1000, startColumnIndex: 0, endColumnIndex: 17 };
  batch(machine, { setBasicFilter: { filter: { range, filterSpecs } } });
  const rows = Array.from({ length: 1200 }, (_, i) => ({ id: String(i), currency: i % 2 ? 'THB' : 'USD' }));
  expect(loadRows(machine, 'orders', rows)).toBe(1200);
  const sheet = sheetTitled(machine, 'Orders');
  expect(sheet.rowCount).toBeGreaterThan(1200);
  expect(sheet.basicFilter).toMatchObject({ range: { endRowIndex: sheet.rowCount }, filterSpecs });
  expect(sheet.bandedRanges).toMatchObject([{ range: { endRowIndex: sheet.rowCount } }]);
});

test('rows that are added get the defaults of their sheet, once', () => {
  const machine = bench({ language: 'zh-CN' });
  const rows = [
    { action: 'Call', due: 46240 },
    { action: 'Wait', status: 'doing' },
    { action: 'x', status: null },
  ];
  expect(loadRows(machine, 'actions', rows)).toBe(3);
  expect(loadRows(machine, 'actions', rows)).toBe(0);
  expect(rowsOf(machine, 'actions', 'zh-CN').map(({ status }) => status)).toEqual([
    '未开始',
    '进行中',
    undefined,
  ]);
});

test('dropdowns take their values from the other sheets, wherever their columns are, and refuse nothing', () => {
  const machine = bench();
  const { sheetId } = sheetTitled(machine, 'Team');
  const properties = { sheetId, title: "Bo's team" };
  batch(machine, { updateSheetProperties: { properties, fields: 'title' } });
  batch(machine, { deleteSheet: { sheetId: sheetTitled(machine, 'Actions').sheetId } });
  setUp(machine);
  const owner = sheetTemplate('actions').columns.findIndex(({ key }) => key === 'owner');
  expect(cellOf(sheetTitled(machine, 'Actions').cells[1]?.[owner])?.validation).toMatchObject({
    condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: "='Bo''s team'!$A$2:$A" }] },
  });
  type(machine, 'Actions', 'F2', 'Somebody');
  expect(rowsOf(machine, 'actions')).toEqual([{ owner: 'Somebody' }]);
});

test('a column that two headers claim is named before anything is added', () => {
  const machine = bench();
  const metadataValue = 'rates.rate';
  batch(machine, {
    deleteDeveloperMetadata: {
      dataFilter: { developerMetadataLookup: { metadataKey: 'kpi.column', metadataValue } },
    },
  });
  const { sheetId } = sheetTitled(machine, 'Exchange rates');
  batch(machine, { appendDimension: { sheetId, dimension: 'COLUMNS', length: 1 } });
  type(machine, 'Exchange rates', 'D1', 'Rate');
  expect(ask(machine, 'setUp', { language: 'en' })).toEqual({
    ok: false,
    sentence: 'The column “Rate” of the sheet “Exchange rates” is there twice. Delete one of the two.',
  });
});
