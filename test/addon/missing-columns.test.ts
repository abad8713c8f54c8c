/** A column that the figures need is deleted: the review is still written, and says so where people look first. */
import type { Machine } from '../../src/local/machine.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import type { Language } from '../../src/workbook/template.ts';
import { batch, bench, call, loadRows, serial, sheetTitled, valuesOf } from '../start/bench.ts';

const WEEK = '2026-W31';
const FROM = serial('2026-07-27');

/** A week of one account with 1,000 of GMV, its plan of 900, and costs of 100. */
function withWeek(language: Language): Machine {
  const machine = bench({ language });
  const account = { platform: 'youtube', account: 'a' };
  loadRows(machine, 'accounts', [{ platform: 'youtube', id: 'a', currency: 'USD' }]);
  loadRows(machine, 'tree', [{ id: 'gmv', name: 'GMV', kind: 'metric', metric: 'gmv', owner: 'Ann' }]);
  loadRows(machine, 'targets', [{ node: 'gmv', from: FROM, to: FROM + 6, target: 900 }]);
  loadRows(machine, 'performance', [
    { ...account, content: 'x', from: FROM, to: FROM + 6, kind: 'period', gmv: 1000, views: 50, saves: 3 },
  ]);
  loadRows(machine, 'imports', [{ ...account, id: 'i', from: FROM, to: FROM + 6 }]);
  loadRows(machine, 'costs', [{ ...account, date: FROM, component: 'ads', amount: 100, currency: 'USD' }]);
  return machine;
}

function deleteColumn(machine: Machine, sheet: string, column: string, language: Language): void {
  const { titles, columns } = sheetTemplate(sheet);
  const header = columns.find(({ key }) => key === column)?.header[language] as string;
  const title = titles[language];
  const startIndex = (valuesOf(machine, title)[0] ?? []).indexOf(header);
  expect(startIndex).toBeGreaterThanOrEqual(0);
  const { sheetId } = sheetTitled(machine, title);
  const range = { sheetId, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 };
  batch(machine, { deleteDimension: { range } });
}

/** The first cells of the review tab's rows. */
const topOf = (machine: Machine, count: number): string[] =>
  valuesOf(machine, WEEK)
    .slice(0, count)
    .map((row) => row.map(String).find((cell) => cell !== '' && cell !== 'null') ?? '');

describe('a column that figures need is gone', () => {
  test.each([
    [
      'costs',
      'amount',
      'en',
      'Figures of this review are wrong or incomplete: the workbook lacks the column “Amount” of the sheet “Costs”.',
      'The review 2026-W31 is in its tab. ',
      'Score: left out, since columns that it needs are missing',
    ],
    [
      'performance',
      'gmv',
      'zh-CN',
      '本期复盘的数据有误或不完整：缺少工作表“内容表现”的列“GMV（成交金额）”。',
      '2026-W31 复盘已写入对应标签页。',
      '得分：缺少所需的列，因此不显示',
    ],
  ] as const)('%s › %s (%s)', (sheet, column, language, sentence, written, score) => {
    const machine = withWeek(language);
    deleteColumn(machine, sheet, column, language);
    expect(call(machine, 'writeReview', { week: WEEK })).toEqual({
      period: WEEK,
      state: 'draft',
      sentence: `${written}${sentence}`,
      isPartial: true,
    });
    expect(topOf(machine, 4).slice(2)).toEqual([`▲ ${sentence}`, score]);
    const { headline } = call(machine, 'readReview', { week: WEEK });
    expect([headline.score, headline.warning?.text]).toEqual([null, sentence]);
    expect(call(machine, 'closeReview', { week: WEEK })).toMatchObject({
      sentence: expect.stringContaining(sentence),
      isPartial: true,
    });
  });

  test('all are named in one sentence', () => {
    const machine = withWeek('en');
    deleteColumn(machine, 'costs', 'amount', 'en');
    deleteColumn(machine, 'costs', 'date', 'en');
    expect(call(machine, 'readReview', { week: WEEK }).headline.warning?.text).toBe(
      'Figures of this review are wrong or incomplete: the workbook lacks the column “Date” of the sheet “Costs”, the column “Amount” of the sheet “Costs”.',
    );
  });
});

test.each([
  ['performance', 'saves'],
  ['costs', 'note'],
] as const)('a column that no figure takes is no reason to withhold the score: %s › %s', (sheet, column) => {
  const machine = withWeek('en');
  deleteColumn(machine, sheet, column, 'en');
  const { sentence } = call(machine, 'writeReview', { week: WEEK });
  expect(sentence).toBe('The review 2026-W31 is in its tab.');
  expect(topOf(machine, 3)[2]).toBe('Score: 111 (100 = all plans met) · ● Green 1 · ▲ Amber 0 · ■ Red 0');
});

test('costs are shared by the rule of their row, and orders found by their link', () => {
  const machine = withWeek('en');
  loadRows(machine, 'accounts', [{ platform: 'youtube', id: 'b', currency: 'USD' }]);
  loadRows(machine, 'performance', [
    {
      platform: 'youtube',
      account: 'b',
      content: 'y',
      from: FROM,
      to: FROM + 6,
      kind: 'period',
      gmv: 1000,
      views: 150,
    },
  ]);
  loadRows(machine, 'imports', [{ platform: 'youtube', account: 'b', id: 'j', from: FROM, to: FROM + 6 }]);
  loadRows(machine, 'costs', [
    { date: FROM, component: 'staff', amount: 400, currency: 'USD', allocation: 'views' },
  ]);
  loadRows(machine, 'content', [{ id: 'x', platform: 'youtube', account: 'a', title: 'X' }]);
  loadRows(machine, 'orders', [{ id: 'o', date: FROM, amount: 60, currency: 'USD', utm_content: 'x' }]);
  const { content } = call(machine, 'readReview', { week: WEEK });
  // 50 and 150 of 200 views: 100 and 300 of the 400; the first has 100 of its own.
  expect(content.accounts.map(({ account, cost }) => [account, Math.round(cost ?? 0)])).toEqual([
    ['a', 200],
    ['b', 300],
  ]);
  expect(content.orders).toEqual({ gmv: 60, untraced: 0 });
});
