import type { RowValues } from '../../src/workbook/table.ts';
import type { Language } from '../../src/workbook/template.ts';
import { build, fact, MONDAY, type Rows, SUNDAY } from './support.ts';

const account = (id: string, name: string) => ({ platform: 'youtube', id, name, currency: 'USD' });
const accounts = [account('a', 'Anna’s'), account('b', 'Ben’s')];
const tree = [
  { id: 'root', metric: 'gmv', unit: 'money', operator: 'sum', name: 'GMV' },
  { id: 'x', parent: 'root', metric: 'gmv', unit: 'money', name: 'GMV of A', account: 'a', owner: 'Bo' },
  { id: 'y', parent: 'root', metric: 'gmv', unit: 'money', name: 'GMV of B', account: 'b' },
];
const gmv = (id: string, back: number, amount: number): RowValues =>
  fact(`${id}1`, MONDAY - 7 * back, SUNDAY - 7 * back, { gmv: amount, views: 10, account: id });
/** GMV of both accounts in the week before and in the reviewed one. */
const weeks = (before: readonly number[], after: readonly number[]): RowValues[] =>
  [before, after].flatMap(([a = 0, b = 0], i) => [gmv('a', 1 - i, a), gmv('b', 1 - i, b)]);

const says = (rows: Rows, language: Language = 'en') =>
  build({ accounts, tree, ...rows }, { language }).review.headline.sentences.map(({ text }) => text);

describe('why the goal moved', () => {
  test.each<[string, number[], number[], Language, string]>([
    [
      'a rise that was held back',
      ...([[1000, 500], [800, 900], 'en'] as [number[], number[], Language]),
      '+USD 200.00 on the week before: mainly from GMV of B, +USD 400.00; held back by GMV of A (Bo), −USD 200.00; the account that lost most is Anna’s, −USD 200.00.',
    ],
    [
      'a fall that was softened',
      ...([[800, 900], [1000, 500], 'zh-CN'] as [number[], number[], Language]),
      '较上周 −USD 200.00：主要来自GMV of B，影响 −USD 400.00；部分被GMV of A（Bo）抵消，影响 +USD 200.00；下降最多的账号是 Ben’s，影响 −USD 400.00。',
    ],
    [
      'nothing against it of any size',
      ...([[1000, 500], [999, 900], 'en'] as [number[], number[], Language]),
      '+USD 399.00 on the week before: mainly from GMV of B, +USD 400.00.',
    ],
    [
      'hardly anything',
      ...([[1000, 500], [1000, 500], 'en'] as [number[], number[], Language]),
      'No KPI changed by 5.0% or more on the week before.',
    ],
  ])('%s', (_, before, after, language, sentence) => {
    expect(says({ performance: weeks(before, after) }, language)[1]).toBe(sentence);
  });
});

describe('what must not wait', () => {
  const content = [1, 2, 3, 4].map((i) => ({
    ...{ id: `a${i}`, title: `Title ${i}`, platform: 'youtube', account: 'a', published: MONDAY },
  }));
  const assets = [{ asset: 'Song', valid_until: MONDAY - 30, used_by: 'a1, a2, a3, a4' }];
  const rows = { performance: weeks([1000, 500], [800, 900]), content, assets };

  test.each<[Language, string, string]>([
    [
      'en',
      'Also, guards that call for action now: 1 (section 8).',
      'The licence of “Song” ran out on Jun 27, 2026; content published since then uses it: “Title 1”, “Title 2”, “Title 3” (4).',
    ],
    [
      'zh-CN',
      '另有 1 项预警须立即处理（第 8 部分）。',
      '“Song”的授权已于 2026年6月27日到期，之后发布的内容仍在使用：《Title 1》、《Title 2》、《Title 3》（共 4 条）。',
    ],
  ])(
    'guards are counted, and the content of a licence is named by its titles: %s',
    (language, count, text) => {
      const { review } = build({ accounts, tree, ...rows }, { language });
      expect(review.headline.sentences.at(-1)?.text).toBe(count);
      expect(review.guards.filter(({ status }) => status === 'red').map((guard) => guard.text)).toEqual([
        text,
      ]);
    },
  );

  test('nothing is said where there are none', () => {
    expect(says({ ...rows, assets: [] }).at(-1)).toMatch(/^Next/);
  });
});

test('an action that nobody has begun shows no effect', () => {
  const action = (id: string, status: string) => ({
    id,
    week: '2026-W30',
    action: 'Do',
    status,
    node: 'root',
  });
  const { last } = build({
    ...{ accounts, tree, performance: weeks([1000, 500], [800, 900]) },
    actions: [action('1', 'open'), action('2', 'doing')],
  }).review.actions;
  expect(last.map(({ id, measured }) => [id, measured])).toEqual([
    ['1', null],
    ['2', 200],
  ]);
});
