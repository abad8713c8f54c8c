/** “Nothing sold” is 0 where files cover the days, and unknown where they do not. */
import type { RowValues } from '../../src/workbook/table.ts';
import { build, fact, line, MONDAY, type Rows, SUNDAY } from './support.ts';

const accounts = [
  { platform: 'youtube', id: 'a', name: 'Anna’s', market: 'US', currency: 'USD' },
  { platform: 'youtube', id: 'b', name: 'Ben’s', market: 'TH', currency: 'USD' },
];
const tree = [
  { id: 'root', metric: 'gmv', unit: 'money', operator: 'sum', name: 'GMV' },
  { id: 'x', parent: 'root', metric: 'gmv', unit: 'money', name: 'GMV of A', account: 'a' },
  { id: 'y', parent: 'root', metric: 'gmv', unit: 'money', name: 'GMV of B', account: 'b' },
  { id: 'r', parent: 'root', kind: 'influence', metric: 'cvr', account: 'b' },
  { id: 'l', parent: 'root', kind: 'influence', metric: 'likes', account: 'b' },
  { id: 's', parent: 'root', kind: 'influence', metric: 'roas', account: 'b' },
];
const week = (account: string, back: number, gmv: number): RowValues =>
  fact(`${account}1`, MONDAY - 7 * back, SUNDAY - 7 * back, { gmv, views: 10, orders: 2, account });
const log = (account: string, from: number, to: number, format?: string): RowValues => ({
  ...{ platform: 'youtube', account, from, to, format: format ?? 'x.videos' },
});
const collapse: Rows = {
  ...{ accounts, tree },
  performance: [week('a', 1, 1000), week('b', 1, 500), week('a', 0, 990)],
  imports: [log('b', MONDAY, SUNDAY)],
};

describe('files of content', () => {
  test('a branch that sold nothing on covered days has 0 and all of the goal’s change', () => {
    const built = build(collapse);
    expect(line(built, 'y')).toMatchObject({ actual: { value: 0, days: 7, of: 7 }, effect: -500, wow: -1 });
    expect(line(built, 'x')).toMatchObject({ effect: -10 });
    expect(built.review.headline.sentences[1]?.text).toContain('mainly from GMV of B, −USD 500.00');
  });

  test('a rate of nothing, a measure that no file told and a cost that nobody typed stay unknown', () => {
    const built = build(collapse);
    expect(['r', 'l', 's'].map((id) => line(built, id).actual.value)).toEqual([null, null, null]);
    const costs = [{ date: MONDAY, platform: 'youtube', account: 'b', component: 'ads', amount: 7 }];
    expect(line(build({ ...collapse, costs }), 's').actual.value).toBe(0);
  });

  test('without a file the branch is unknown, and so is what came before its first figure', () => {
    expect(line(build({ ...collapse, imports: [] }), 'y').actual).toMatchObject({ value: null, days: 0 });
    const late = {
      ...collapse,
      performance: [week('a', 1, 1000), week('b', 0, 500)],
      imports: [log('b', MONDAY - 7, SUNDAY)],
    };
    expect(line(build(late), 'y')).toMatchObject({
      actual: { value: 500 },
      wow: null,
      weeks: [null, null, null, null, null, 500],
    });
  });

  test('an item of which the week is not known makes no 0', () => {
    const snapshot = (content: string, to: number, gmv: number): RowValues =>
      fact(content, 0, to, { kind: 'cumulative', from: null, gmv, views: 1, account: 'b' });
    const performance = [snapshot('1', MONDAY - 1, 100), snapshot('2', SUNDAY, 50), week('a', 0, 990)];
    expect(line(build({ ...collapse, performance }), 'y').actual.value).toBeNull();
  });

  test('files of lives say nothing of videos', () => {
    const kinds = [
      { id: 'root', metric: 'gmv', unit: 'money' },
      { id: 'v', parent: 'root', kind: 'influence', metric: 'gmv', unit: 'money', format: 'short_video' },
    ];
    const rows = {
      ...{ accounts, tree: kinds },
      content: [
        { id: 'V', platform: 'youtube', account: 'a', format: 'short_video' },
        { id: 'L', platform: 'youtube', account: 'a', format: 'live' },
      ],
      performance: [
        fact('V', MONDAY - 7, SUNDAY - 7, { gmv: 70 }),
        ...[7, 0].map((back) => fact('L', MONDAY - back, SUNDAY - back, { gmv: 5 })),
      ],
      imports: [log('a', MONDAY - 7, SUNDAY - 7), log('a', MONDAY - 7, SUNDAY, 'x.lives')],
    };
    expect(line(build(rows), 'v').actual).toMatchObject({ value: null, days: 7 });
    const imports = [...rows.imports, log('a', MONDAY, SUNDAY)];
    expect(line(build({ ...rows, imports }), 'v').actual).toMatchObject({ value: 0, days: 7 });
  });

  test('files of videos say nothing of lives', () => {
    const lives = [
      { id: 'root', metric: 'gmv', unit: 'money' },
      { id: 'live', parent: 'root', kind: 'influence', metric: 'gmv', unit: 'money', format: 'live' },
    ];
    const rows = {
      ...{ accounts, tree: lives },
      content: [{ id: 'L', platform: 'youtube', account: 'a', format: 'live' }],
      performance: [fact('L', MONDAY - 7, SUNDAY - 7, { gmv: 70 }), week('a', 1, 5), week('a', 0, 5)],
      imports: [log('a', MONDAY - 7, SUNDAY), log('a', MONDAY - 7, SUNDAY - 7, 'x.lives')],
    };
    expect(line(build(rows), 'live').actual).toMatchObject({ value: null, days: 7 });
    const imports = [...rows.imports, log('a', MONDAY, SUNDAY, 'x.lives')];
    expect(line(build({ ...rows, imports }), 'live').actual).toMatchObject({ value: 0, days: 7 });
  });
});

describe('files of orders', () => {
  const ordered = tree.slice(0, 3).map((node) => ({ ...node, source: 'orders' }));
  const order = (account: string, date: number, amount: number) => ({
    ...{ id: `${account}${date}`, platform: 'youtube', account, date, amount },
  });
  const rows: Rows = {
    ...{ accounts, tree: ordered },
    orders: [order('a', MONDAY - 3, 100), order('b', MONDAY - 3, 80), order('a', MONDAY, 100)],
  };

  test('no order on days that a file spans is nothing sold', () => {
    const built = build({ ...rows, imports: [log('b', MONDAY, SUNDAY, 'x.orders')] });
    expect(line(built, 'y')).toMatchObject({ actual: { value: 0 }, effect: -80 });
  });

  test.each<[string, RowValues[]]>([
    ['by nobody', []],
    ['for some of the days', [log('b', MONDAY, SUNDAY - 1, 'x.orders')]],
    ['for another account', [log('a', MONDAY, SUNDAY, 'x.orders')]],
    ['and undone', [{ ...log('b', MONDAY, SUNDAY, 'x.orders'), undone: SUNDAY }]],
  ])('where files were imported %s it is not known', (_, imports) => {
    expect(line(build({ ...rows, imports }), 'y').actual.value).toBeNull();
  });
});
