/** What cannot be read is named with its place, once, whatever becomes of its row. */
import type { Cell } from '../../src/kpi/issue.ts';
import type { Machine } from '../../src/local/machine.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import type { Language } from '../../src/workbook/template.ts';
import {
  batch,
  bench,
  call,
  loadRows,
  rowsOf,
  serial,
  sheetsCalls,
  sheetTitled,
  type,
  valuesOf,
} from '../start/bench.ts';

const WEEK = '2026-W31';
const MONDAY = serial('2026-07-27');
const SUNDAY = MONDAY + 6;

/** Where a person types: the cell of a column of a sheet, by the row that stands there. */
function cellOf(machine: Machine, sheet: string, column: string, row: number, language: Language): string {
  const { titles, columns } = sheetTemplate(sheet);
  const header = columns.find(({ key }) => key === column)?.header[language];
  const index = (valuesOf(machine, titles[language])[0] ?? []).indexOf(header ?? '');
  const letters = index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26));
  return `${letters}${String.fromCharCode(65 + (index % 26))}${row}`;
}

const TYPED: readonly (readonly [sheet: string, column: string, value: Cell])[] = [
  ['comments', 'answered', '11月18日 上午9:00'],
  ['targets', 'node', 'youtube.nonsense'],
  ['costs', 'currency', '贝壳'],
  ['products', 'eta', '待定'],
  ['products', 'stock', -3],
  ['actions', 'week', '下周'],
  ['content', 'link', 'shop.example/lamp'],
];

function withRows(language: Language): Machine {
  const machine = bench({ language });
  loadRows(machine, 'accounts', [{ platform: 'youtube', id: 'a', currency: 'USD' }]);
  loadRows(machine, 'tree', [{ id: 'gmv', name: 'GMV', kind: 'metric', metric: 'gmv' }]);
  loadRows(machine, 'targets', [{ node: 'gmv', from: MONDAY, to: SUNDAY, target: 900 }]);
  loadRows(machine, 'costs', [{ date: MONDAY, component: 'ads', amount: 100, currency: 'USD' }]);
  loadRows(machine, 'products', [{ sku: 'S', stock: 3, margin: 0.4 }]);
  loadRows(machine, 'comments', [{ platform: 'youtube', sentiment: 'negative', posted: MONDAY + 0.5 }]);
  loadRows(machine, 'actions', [{ id: '1', week: '2026-W30', action: 'Cut', status: 'open' }]);
  loadRows(machine, 'content', [{ id: 'x', platform: 'youtube', account: 'a', title: 'X' }]);
  return machine;
}

function withFaults(language: Language): Machine {
  const machine = withRows(language);
  for (const [sheet, column, value] of TYPED) {
    const { titles } = sheetTemplate(sheet);
    type(machine, titles[language], cellOf(machine, sheet, column, 2, language), value);
  }
  return machine;
}

const placesOf = (machine: Machine, language: Language) =>
  rowsOf(machine, 'issues', language)
    .filter(({ code }) => code !== 'RATE_MISSING')
    .map(({ code, sheet, cell, found, expected }) => [code, sheet, cell, found, expected])
    .sort((a, b) => String(a[0]).localeCompare(String(b[0])) || String(a[3]).localeCompare(String(b[3])));

describe.each(['en', 'zh-CN'] as const)('cells that nobody can read (%s)', (language) => {
  const title = (sheet: string): string => sheetTemplate(sheet).titles[language];
  const kpis = language === 'en' ? 'KPI tree › KPI ID' : 'KPI 树 › KPI 编号';

  test('each is named with sheet, cell, what was found and what would be right, once, in one read', () => {
    const machine = withFaults(language);
    call(machine, 'writeReview', { week: WEEK });
    expect(sheetsCalls(machine, 'writeReview')).toEqual([
      'get',
      'Values.batchGetByDataFilter',
      'batchUpdate',
    ]);
    const at = (sheet: string, column: string) => [title(sheet), cellOf(machine, sheet, column, 2, language)];
    const wanted = [
      ['BAD_CURRENCY', ...at('costs', 'currency'), '贝壳', 'USD'],
      ['BAD_DATE', ...at('comments', 'answered'), '11月18日 上午9:00', '2026-11-22 09:00'],
      ['BAD_DATE', ...at('products', 'eta'), '待定', '2026-11-22'],
      ['BAD_LINK', ...at('content', 'link'), 'shop.example/lamp', 'https://shop.example/lamp'],
      ['BAD_WEEK', ...at('actions', 'week'), '下周', '2026-W47'],
      ['NOT_LISTED', ...at('targets', 'node'), 'youtube.nonsense', kpis],
      ['OUT_OF_BOUNDS', ...at('products', 'stock'), '-3', '≥ 0'],
    ];
    expect(placesOf(machine, language)).toEqual(wanted);
    call(machine, 'writeReview', { week: WEEK });
    expect(placesOf(machine, language)).toEqual(wanted);
  });

  test('an open action whose week cannot be read is still among the open ones', () => {
    const machine = withFaults(language);
    const { actions } = call(machine, 'readReview', { week: WEEK });
    expect(actions.last.map(({ action, week }) => [action, week])).toEqual([['Cut', '下周']]);
  });

  test('rows that moved and a sheet that was renamed bring no finding twice', () => {
    const machine = withFaults(language);
    call(machine, 'writeReview', { week: WEEK });
    const before = placesOf(machine, language).length;
    const { sheetId } = sheetTitled(machine, title('products'));
    batch(
      machine,
      { insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 4 } } },
      { updateSheetProperties: { properties: { sheetId, title: 'Lager' }, fields: 'title' } },
    );
    call(machine, 'writeReview', { week: WEEK });
    const after = placesOf(machine, language);
    expect(after).toHaveLength(before);
    expect(after.filter(([, sheet]) => sheet === 'Lager').map(([, , cell]) => cell)).toEqual([
      expect.stringMatching(/^[A-Z]5$/),
      expect.stringMatching(/^[A-Z]5$/),
    ]);
    expect(rowsOf(machine, 'issues', language).map(({ sentence }) => sentence)).toContainEqual(
      expect.stringContaining('Lager'),
    );
  });

  test('the same finding in a second cell is a second one', () => {
    const machine = withFaults(language);
    call(machine, 'writeReview', { week: WEEK });
    loadRows(machine, 'products', [{ sku: 'T', eta: '待定' }]);
    call(machine, 'writeReview', { week: WEEK });
    expect(placesOf(machine, language).filter(([, , , found]) => found === '待定')).toHaveLength(2);
  });
});

test('how people write numbers, currencies and weeks is read', () => {
  const machine = withRows('zh-CN');
  const put = (sheet: string, column: string, row: number, value: Cell) =>
    type(machine, sheetTemplate(sheet).titles['zh-CN'], cellOf(machine, sheet, column, row, 'zh-CN'), value);
  put('targets', 'target', 2, '5.5w');
  put('targets', 'low', 2, '1.2万');
  put('costs', 'currency', 2, '人民币');
  put('actions', 'week', 2, 'W30');
  loadRows(machine, 'rates', [{ date: MONDAY, currency: '人民币', rate: 0.25 }]);
  loadRows(machine, 'tree', [{ id: 'cost', parent: 'gmv', kind: 'influence', metric: 'cost' }]);
  const review = call(machine, 'readReview', { week: WEEK });
  expect(review.tree.map(({ id, plan, actual }) => [id, plan, actual.value])).toEqual([
    ['gmv', 55_000, null],
    ['cost', null, 25],
  ]);
  expect(review.actions.last.map(({ week, ageWeeks }) => [week, ageWeeks])).toEqual([['2026-W30', 1]]);
  call(machine, 'writeReview', { week: WEEK });
  expect(rowsOf(machine, 'issues', 'zh-CN')).toEqual([]);
});
