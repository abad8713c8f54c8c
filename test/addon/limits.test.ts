/** What fills a cell or the whole workbook: a sentence or a shorter text, and nothing half done. */
import { EMPTY_ROW, type TreeRow } from '../../src/kpi/tree-fields.ts';
import type { Machine } from '../../src/local/machine.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import {
  ask,
  batch,
  bench,
  call,
  importText,
  loadRows,
  rowsOf,
  serial,
  type,
  valuesOf,
} from '../start/bench.ts';
import { youtube } from '../start/export.ts';

const LANGUAGES = ['en', 'zh-CN'] as const;
const WEEK = '2026-W31';
const TOO_LONG = {
  en: 'One of the texts is longer than fits here: it may have 50000 characters. Shorten it, then try again.',
  'zh-CN': '其中一段文字过长：此处最多 50000 个字符。请缩短后重试。',
};
const FULL = {
  en: 'A spreadsheet holds 10 million cells, and this one has no room left for it. Delete sheets or empty rows and columns that nobody needs, then try again.',
  'zh-CN': '一个表格最多容纳一千万个单元格，本表格已没有足够空间。请删除不需要的工作表或空行空列，然后重试。',
};

const videos = (count: number, views: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `v${String(i).padStart(10, '0')}`,
    published: 'Jan 5, 2026',
    likes: 5,
    views: views + i,
    hours: 1,
  }));
const fileOf = (count: number, views: number) => {
  const rows = youtube(videos(count, views))
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return { fileName: 'Table data.csv', tables: [{ name: 'Table data', rows }], account: 'art' };
};

function added(machine: Machine, part: Partial<TreeRow>, target: readonly object[] = []) {
  const { rows } = call(machine, 'readTree', {});
  const [root] = rows;
  const row = { ...EMPTY_ROW, id: 'x', name: 'X', kind: 'influence', metric: 'views', ...part };
  const kept = rows.map((each) => ({ was: String(each.id), row: each }));
  const made = { was: '', row: { ...row, parent: root?.id ?? null, unit: 'count' } };
  return ask(machine, 'saveTree', { base: rows, rows: [...kept, made], targets: target });
}

describe.each(LANGUAGES)('a text that is longer than a cell (%s)', (language) => {
  const machine = bench({ language });
  const before = machine.document();
  const long = 'n'.repeat(50_001);

  afterEach(() => {
    // Documents are never changed in place.
    expect(machine.document() === before).toBe(true);
  });

  test.each(['id', 'name', 'owner', 'note'] as const)('%s of a KPI', (field) => {
    expect(added(machine, { [field]: long })).toEqual({ ok: false, sentence: TOO_LONG[language] });
  });

  test('a row of the sample', () => {
    const tables = [{ sheet: 'team', rows: [{ name: 'Ana' }, { name: long }] }];
    expect(ask(machine, 'loadRows', { tables })).toEqual({ ok: false, sentence: TOO_LONG[language] });
  });

  test('a row of a list in the sidebar, which takes less', () => {
    const rows = [{ was: null, row: { name: 'n'.repeat(2001) } }];
    const sentence = TOO_LONG[language].replace('50000', '2000');
    expect(ask(machine, 'saveRows', { sheet: 'team', base: [], rows })).toEqual({ ok: false, sentence });
  });

  test('an identifier of a file of one’s own', () => {
    const columns = { id: 'Number', views: 'Seen' };
    const mapping = { name: 'Own', platform: 'other', goal: 'content', kind: 'cumulative', columns };
    const rows = [
      ['Number', 'Seen'],
      ['short', '7'],
      [long, '5'],
    ];
    const file = { fileName: 'own.csv', tables: [{ name: 'own', rows }], asOf: '2026-08-02', account: 'art' };
    const reply = ask(machine, 'importFile', { ...file, mapping });
    expect(reply).toEqual({ ok: false, sentence: TOO_LONG[language] });
  });
});

describe('texts that just fill a cell', () => {
  const name = 'n'.repeat(50_000);

  test('the name of a KPI is saved, and the review that tells of it is written', () => {
    const machine = bench();
    const target = {
      from: '2026-07-27',
      to: '2026-08-02',
      baseline: 1,
      target: 99_999,
      low: null,
      high: null,
    };
    const targets = [{ ...target, node: 'x', locked: false, how: 'typed' }];
    expect(added(machine, { name }, targets)).toMatchObject({ ok: true });
    expect(rowsOf(machine, 'tree').map((row) => row.name)).toContain(name);
    importText(machine, youtube(videos(1, 10)), { asOf: '2026-07-26', account: 'art' });
    importText(machine, youtube(videos(1, 20)), { asOf: '2026-08-02', account: 'art' });
    expect(call(machine, 'writeReview', { week: WEEK }).state).toBe('draft');
    const longest = Math.max(
      ...valuesOf(machine, WEEK).flatMap((row) => row.map((cell) => String(cell).length)),
    );
    expect(longest).toBe(50_000);
  });

  test.each(LANGUAGES)('what cannot be read is listed among the data issues (%s)', (language) => {
    const machine = bench({ language });
    const day = serial('2026-07-30');
    loadRows(machine, 'costs', [{ date: day, component: name, account: 'art', amount: 1 }]);
    type(machine, sheetTemplate('costs').titles[language], 'A3', name);
    expect(call(machine, 'writeReview', { week: WEEK }).state).toBe('draft');
    const issues = rowsOf(machine, 'issues', language);
    expect(issues.some(({ found }) => found === name)).toBe(true);
  });
});

describe.each(LANGUAGES)('a workbook that is full (%s)', (language) => {
  const machine = bench({ language });
  importText(machine, youtube(videos(2, 100)), { asOf: '2026-07-26', account: 'art' });
  const sizes = machine.document().sheets.map(({ rowCount, columnCount }) => rowCount * columnCount);
  const used = sizes.reduce((sum, size) => sum + size, 0);
  const gridProperties = { rowCount: Math.floor((9_999_990 - used) / 10), columnCount: 10 };
  batch(machine, { addSheet: { properties: { title: 'Full', gridProperties } } });
  const before = machine.document();

  test.each([
    ['an import', 'importFile', { ...fileOf(3000, 300), asOf: '2026-08-02' }],
    [
      'an import that goes through a hidden sheet',
      'importFile',
      { ...fileOf(30_000, 300), asOf: '2026-08-02' },
    ],
    ['a review', 'writeReview', { week: WEEK }],
    ['a piece of a large file', 'uploadPiece', { upload: 'abcdefgh1', index: 0, count: 2, text: '[]' }],
  ] as const)('%s says so, and nothing is changed', (_, name, request) => {
    expect(ask(machine, name, request)).toEqual({ ok: false, sentence: FULL[language] });
    // Documents are never changed in place.
    expect(machine.document() === before).toBe(true);
  });

  test('what needs no more room goes on', () => {
    expect(call(machine, 'sidebarState', {}).isSetUp).toBe(true);
    expect(call(machine, 'importFile', { ...fileOf(2, 300), asOf: '2026-08-02' })).toMatchObject({ read: 2 });
  });
});
