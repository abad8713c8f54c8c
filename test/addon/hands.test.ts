/** What people do to headers, cells and tabs, and what set-up and the jobs say and do about it, word for word. */
import type { Machine } from '../../src/local/machine.ts';
import { columnLetters } from '../../src/workbook/a1.ts';
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
const DATA = [{ node: 'watch', from: serial('2026-07-01'), to: serial('2026-07-31'), target: 50 }];

function bringIn(machine: Machine, views: number, asOf: string) {
  const videos = [{ id: 'F3HVs95pagk', published: 'Jan 5, 2026', likes: 5, views, hours: views / 100 }];
  return importText(machine, youtube(videos), { asOf, account: 'art' });
}

const rows = (sheetId: number, startIndex: number, endIndex: number) => ({
  sheetId,
  dimension: 'ROWS',
  startIndex,
  endIndex,
});
const setUp = (machine: Machine) => ask(machine, 'setUp', { language: 'en' });
const review = (machine: Machine) => ask(machine, 'writeReview', { week: WEEK });
const formulas = (machine: Machine, title: string) => valuesOf(machine, title, 'FORMULA');

function withData(): Machine {
  const machine = bench();
  bringIn(machine, 100, '2026-07-26');
  loadRows(machine, 'targets', DATA);
  return machine;
}

describe('headers', () => {
  test('empty rows above them are refused by name, and removed by set-up', () => {
    const machine = withData();
    const { sheetId } = sheetTitled(machine, 'Targets');
    const before = formulas(machine, 'Targets');
    batch(machine, { insertDimension: { range: rows(sheetId, 0, 2), inheritFromBefore: false } });
    expect(review(machine)).toEqual({
      ok: false,
      sentence:
        'Sheet “Targets”: the headers stand in row 3 instead of row 1. Undo the sorting or the rows inserted above them. If the rows above are empty, “Set up this spreadsheet” removes them.',
    });
    expect(setUp(machine)).toMatchObject({
      ok: true,
      value: { sentence: 'Empty rows above the headers of the sheet “Targets” removed: 2.' },
    });
    expect(formulas(machine, 'Targets')).toEqual(before);
    expect(review(machine).ok).toBe(true);
  });

  test('a title above them stays, and set-up says what is to be done', () => {
    const machine = withData();
    const { sheetId } = sheetTitled(machine, 'Targets');
    batch(machine, { insertDimension: { range: rows(sheetId, 0, 1), inheritFromBefore: false } });
    type(machine, 'Targets', 'H1', 'Goals of the team');
    const before = machine.document();
    expect(setUp(machine)).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/^Sheet “Targets”: the headers stand in row 2 instead of row 1\./),
    });
    expect(machine.document()).toBe(before);
  });

  test('deleted, they are put back above the data, with their formulas; then everything is as before', () => {
    const machine = withData();
    call(machine, 'writeReview', { week: WEEK });
    const { sheetId } = sheetTitled(machine, 'KPI tree');
    const before = [formulas(machine, 'KPI tree'), valuesOf(machine, 'KPI tree')];
    batch(machine, { deleteDimension: { range: rows(sheetId, 0, 1) } });
    expect(review(machine)).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(
        /^Sheet “KPI tree”: row 1 holds data \(“.+”\) instead of the headers\. Undo their deletion, or choose “Set up this spreadsheet”, which puts them back above the data\.$/,
      ),
    });
    const sentence = call(machine, 'setUp', { language: 'en' }).sentence;
    expect(sentence).toMatch(/^Headers put back in the sheet “KPI tree”: KPI ID, Parent, /);
    expect(sheetsCalls(machine, 'setUp')).toEqual([
      'get',
      'Values.batchGetByDataFilter',
      'Values.batchGetByDataFilter',
      'batchUpdate',
    ]);
    expect([formulas(machine, 'KPI tree'), valuesOf(machine, 'KPI tree')]).toEqual(before);
    const { frozenRowCount, basicFilter } = sheetTitled(machine, 'KPI tree');
    expect([frozenRowCount, basicFilter?.range]).toMatchObject([1, { startRowIndex: 0 }]);
    expect(call(machine, 'setUp', { language: 'en' }).sentence).toBe(
      'Everything is there already; nothing was changed.',
    );
  });

  test('an emptied one comes back; one typed over a formula keeps its title and computes again', () => {
    const machine = withData();
    const [header = []] = valuesOf(machine, 'KPI tree');
    const { sheetId } = sheetTitled(machine, 'KPI tree');
    const write = (columnIndex: number, userEnteredValue: object) =>
      batch(machine, {
        updateCells: {
          start: { sheetId, rowIndex: 0, columnIndex },
          rows: [{ values: [{ userEnteredValue }] }],
          fields: 'userEnteredValue',
        },
      });
    const attainment = header.indexOf('Attainment');
    const before = formulas(machine, 'KPI tree')[0]?.[attainment];
    write(header.indexOf('Owner'), {});
    write(attainment, { stringValue: 'Done "so far"' });
    expect(setUp(machine)).toMatchObject({
      ok: true,
      value: { sentence: 'Headers put back in the sheet “KPI tree”: Owner, Done "so far".' },
    });
    expect(formulas(machine, 'KPI tree')[0]?.[attainment]).toBe(
      String(before).replace('"Attainment"', '"Done ""so far"""'),
    );
    expect(valuesOf(machine, 'KPI tree')[0]?.[header.indexOf('Owner')]).toBe('Owner');
    expect(setUp(machine)).toMatchObject({
      ok: true,
      value: { sentence: 'Everything is there already; nothing was changed.' },
    });
  });

  test('a computed column that cannot spill is named', () => {
    const machine = withData();
    const column = valuesOf(machine, 'KPI tree')[0]?.indexOf('Status') ?? -1;
    type(machine, 'KPI tree', `${columnLetters(column)}3`, 5);
    expect(setUp(machine)).toEqual({
      ok: true,
      value: {
        added: 0,
        sentence:
          'The column “Status” of the sheet “KPI tree” shows #REF!: clear what was typed into the column below its header.',
      },
    });
  });
});

describe('merged cells', () => {
  const merge = (machine: Machine, title: string, column: number, first: number, last: number) =>
    batch(machine, {
      mergeCells: {
        range: {
          sheetId: sheetTitled(machine, title).sheetId,
          startRowIndex: first,
          endRowIndex: last,
          startColumnIndex: column,
          endColumnIndex: column + 1,
        },
        mergeType: 'MERGE_ALL',
      },
    });

  test('among what rows are known by, they keep an import from reading wrong', () => {
    const machine = withData();
    merge(machine, 'Performance', 2, 1, 3);
    const before = machine.document();
    const read = ask(machine, 'recogniseFile', {
      fileName: 'a.csv',
      tables: [
        {
          name: 'a',
          rows: [
            ['Content', 'Views'],
            ['F3HVs95pagk', '170'],
          ],
        },
      ],
      account: 'art',
    });
    expect(read).toEqual({
      ok: false,
      sentence:
        'Sheet “Performance”: the cells C2:C3 are merged, so that only the first of them counts. Select them and choose Format › Merge cells › Unmerge.',
    });
    expect(machine.document()).toBe(before);
  });

  test('no value is written where nobody would see it', () => {
    const machine = withData();
    const text = sheetTitled(machine, 'Content');
    const title = valuesOf(machine, 'Content')[0]?.indexOf('Title') ?? -1;
    merge(machine, text.title, title, 2, 6);
    const before = stateOf(machine.document());
    const videos = ['F3HVs95pagk', 'bZ0rDUuwhpU', 'mQ4wXk2Lr9s'].map((id) => ({ id, views: 5, hours: 1 }));
    expect(() => importText(machine, youtube(videos), { asOf: '2026-08-02', account: 'art' })).toThrow(
      'Sheet “Content”: the cells B3:B6 are merged',
    );
    expect(stateOf(machine.document())).toBe(before);
  });

  test('a review goes on and names them', () => {
    const machine = withData();
    merge(machine, 'Comments', 3, 1, 4);
    call(machine, 'writeReview', { week: WEEK });
    expect(rowsOf(machine, 'issues').map(({ code, cell }) => [code, cell])).toContainEqual([
      'CELLS_MERGED',
      'D2:D4',
    ]);
  });
});

describe('cells', () => {
  test('numbers and dates typed as text count, failed formulas are named once by their cells', () => {
    const machine = withData();
    loadRows(machine, 'costs', [
      { date: '2026年7月28日', component: 'ads', amount: '¥1.2万', account: 'art', platform: 'youtube' },
      { date: 'Jul 28, 2026', component: 'ads', amount: 'x', account: 'art', platform: 'youtube' },
    ]);
    type(machine, 'Costs', 'G3', '#N/A');
    bringIn(machine, 170, '2026-08-02');
    call(machine, 'writeReview', { week: WEEK });
    const issues = rowsOf(machine, 'issues').map(({ sentence }) => sentence);
    expect(issues).toEqual(['Sheet “Costs”, cell G3: the formula gives #N/A.']);
    call(machine, 'writeReview', { week: WEEK });
    expect(rowsOf(machine, 'issues')).toHaveLength(1);
  });

  test('a day that the locale alone decides is named with what it was read as', () => {
    const machine = withData();
    type(machine, 'Targets', 'B2', '07/01/2026');
    call(machine, 'writeReview', { week: WEEK });
    expect(rowsOf(machine, 'issues').map(({ sentence }) => sentence)).toEqual([
      'Sheet “Targets”, cell B2: “07/01/2026” was read as 2026-07-01, as the spreadsheet’s locale writes dates. Typed as 2026-07-01, nobody can mistake it.',
    ]);
  });

  test('rows are added below whatever stands in a sheet, also in columns that a review does not need', () => {
    const machine = withData();
    type(machine, 'Data issues', 'D9', 'mine');
    type(machine, 'Targets', 'B2', 'soon');
    call(machine, 'writeReview', { week: WEEK });
    expect(rowsOf(machine, 'issues').map(({ code, sentence }) => [code, sentence])).toEqual([
      [undefined, 'mine'],
      [
        'BAD_DATE',
        'Sheet “Targets”, cell B2: “soon” is not a date. Right would be a day such as 2026-11-22.',
      ],
    ]);
  });
});

describe('tabs', () => {
  test('without its settings, a workbook says so in the language of its titles', () => {
    const machine = bench({ language: 'zh-CN' });
    batch(machine, { deleteSheet: { sheetId: sheetTitled(machine, '设置').sheetId } });
    expect(review(machine)).toEqual({
      ok: false,
      sentence: '缺少工作表“设置”。选择“设置本表格”即可恢复。',
    });
    expect(call(machine, 'setUp', { language: 'en' }).sentence).toBe('已新增工作表：设置。');
  });

  test('a row of the language that is gone comes back with the language of the titles', () => {
    const machine = bench({ language: 'zh-CN' });
    const { sheetId } = sheetTitled(machine, '设置');
    const index = valuesOf(machine, '设置').findIndex((row) => row.includes('language'));
    batch(machine, { deleteDimension: { range: rows(sheetId, index, index + 1) } });
    expect(call(machine, 'sidebarState', {}).language).toBe('zh-CN');
    expect(call(machine, 'setUp', { language: 'en' }).sentence).toBe('已新增设置项：语言。');
    expect(valuesOf(machine, '设置').find((row) => row.includes('language'))).toContain('zh-CN');
  });

  test('a review that lost its mark is named, and not made twice', () => {
    const machine = withData();
    call(machine, 'writeReview', { week: WEEK });
    const { sheetId } = sheetTitled(machine, WEEK);
    batch(machine, {
      deleteDeveloperMetadata: {
        dataFilter: {
          developerMetadataLookup: {
            metadataLocation: { sheetId },
            locationMatchingStrategy: 'INTERSECTING_LOCATION',
          },
        },
      },
    });
    expect(review(machine)).toEqual({
      ok: false,
      sentence: `The tab “${WEEK}” of the review ${WEEK} has lost its hidden mark, and nothing was written. Duplicate the tab to keep what is in it, delete the original, and write the review anew.`,
    });
  });

  test('frozen columns of a review do not keep it from being written again', () => {
    const machine = withData();
    call(machine, 'writeReview', { week: WEEK });
    const { sheetId } = sheetTitled(machine, WEEK);
    const properties = { sheetId, gridProperties: { frozenColumnCount: 2 } };
    batch(
      machine,
      { unmergeCells: { range: { sheetId } } },
      { updateSheetProperties: { properties, fields: 'gridProperties.frozenColumnCount' } },
    );
    expect(review(machine).ok).toBe(true);
  });

  test('a tick that cannot write throws a sentence', () => {
    const machine = withData();
    call(machine, 'turnOnAutomation', {});
    batch(machine, { deleteSheet: { sheetId: sheetTitled(machine, 'Actions').sheetId } });
    const [trigger] = machine.triggers;
    // Before the hour of the review there is nothing to write.
    machine.clock.set(Date.parse('2026-08-03T09:10:00+08:00'));
    const run = machine.fireTrigger(trigger?.id ?? '');
    expect(run.ok ? '' : run.error.message).toBe(
      'The sheet “Actions” is missing. Choose “Set up this spreadsheet” to get it back.',
    );
  });
});
