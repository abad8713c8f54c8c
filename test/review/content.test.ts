import { build, day, fact, line, MONDAY, SUNDAY } from './support.ts';

const WEEK = 7;
const accounts = [{ platform: 'youtube', id: 'a', name: 'Anna’s', market: 'US', currency: 'USD' }];

/** An item published `weeks` weeks before the reviewed one, on its Tuesday. */
const item = (id: string, weeks: number) => ({
  id,
  title: `Title ${id}`,
  platform: 'youtube',
  account: 'a',
  format: 'short_video',
  published: MONDAY + 1 - weeks * WEEK,
});

/** Views of an item in the week so many weeks before the reviewed one. */
const views = (id: string, back: number, count: number, more = {}) =>
  fact(id, MONDAY - back * WEEK, SUNDAY - back * WEEK, { views: count, account: 'a', ...more });

/** Ten items that start the account, then one a week: 100 views in their first week, 20 in their second. */
const history = Array.from({ length: 10 }, (_, i) => i + 3);
const content = [
  ...Array.from({ length: 10 }, (_, i) => item(`cold${i}`, 40)),
  ...history.map((weeks) => item(`old${weeks}`, weeks)),
  item('viral', 1),
  item('good', 0),
  item('weak', 0),
  item('faded', 9),
];
const performance = [
  ...history.flatMap((weeks) => [views(`old${weeks}`, weeks, 100), views(`old${weeks}`, weeks - 1, 20)]),
  views('viral', 1, 90),
  views('viral', 0, 5000, { gmv: 300 }),
  views('good', 0, 130, { gmv: 40 }),
  views('weak', 0, 30),
  views('faded', 0, 1),
];

describe('best and weakest content', () => {
  const { review } = build({ accounts, content, performance });
  const ids = (lines: readonly { id: string }[]): string[] => lines.map(({ id }) => id);

  test('last week’s item that carries this week leads, held against second weeks', () => {
    expect(ids(review.content.best)).toEqual(['viral', 'good']);
    expect(review.content.best.map(({ index, baseline }) => [index, baseline])).toEqual([
      [250, 20],
      [1.3, 100],
    ]);
  });
  test('only young content is called weak, against first weeks', () => {
    expect(ids(review.content.weakest)).toEqual(['weak']);
    expect(review.content.weakest[0]?.index).toBeCloseTo(0.3, 12);
  });
  test('an account without earlier weeks is held against itself', () => {
    const first = build({
      accounts,
      content,
      performance: ['old3', 'old4', 'old5', 'old6', 'viral', 'weak'].map((id, i) => views(id, 0, 10 ** i)),
    });
    expect(ids(first.review.content.best)).toEqual(['weak', 'viral', 'old6']);
    expect(ids(first.review.content.weakest)).toEqual(['old3', 'old4', 'old5']);
  });
});

describe('money of content and account', () => {
  const costs = [
    { date: MONDAY, content: 'good', amount: 10, component: 'production', currency: 'USD' },
    { date: MONDAY - 30, content: 'good', amount: 15, component: 'translation', currency: 'USD' },
    {
      date: SUNDAY,
      platform: 'youtube',
      account: 'a',
      amount: 5,
      component: 'ads',
      currency: 'USD',
      allocation: 'fixed',
    },
    { date: SUNDAY, amount: 1000, component: 'tools', currency: 'USD', allocation: 'fixed' },
    { date: SUNDAY + 1, content: 'good', amount: 99, component: 'production', currency: 'USD' },
  ];
  const orders = [{ date: MONDAY, content: 'good', amount: 7, currency: 'USD', status: '已取消' }];
  const tree = [
    { id: 'cost', metric: 'cost', account: 'a' },
    { id: 'ads', parent: 'cost', kind: 'influence', metric: 'ad_spend', account: 'a' },
    { id: 'orders', parent: 'cost', kind: 'influence', metric: 'gmv', source: 'orders' },
  ];
  const built = build({ accounts, content, performance, costs, orders, tree });

  test('a cost that names its content alone belongs to the content’s account', () => {
    expect(built.review.content.accounts).toEqual([
      {
        platform: 'youtube',
        id: 'a',
        account: 'Anna’s',
        owner: '',
        gmv: 340,
        cost: 15,
        roi: (340 - 15) / 15,
        conversion: null,
      },
    ]);
    expect([line(built, 'cost').actual.value, line(built, 'ads').actual.value]).toEqual([15, 5]);
  });
  test('ROI of content takes GMV and cost to date', () => {
    const good = built.review.content.best.find(({ id }) => id === 'good');
    // What is dated after the week is no part of what came to date.
    expect(good).toMatchObject({ gmv: 40, gmvToDate: 40, costToDate: 25, roi: (40 - 25) / 25 });
  });
  test('an account that cost nothing has no ROI', () => {
    const free = build({ accounts, content, performance, costs: [{ ...costs[2], amount: 0 }] });
    expect(free.review.content.accounts).toMatchObject([{ gmv: 340, cost: 0, roi: null }]);
  });
  test('a cancelled order is none, whatever language it is said in', () => {
    expect(line(built, 'orders').actual.value).toBeNull();
  });
  test('an id that two accounts have gives its cost to neither', () => {
    const twice = [...content, { ...item('good', 0), account: 'b' }];
    const both = build({ accounts, content: twice, performance, costs: costs.slice(0, 1) });
    expect(both.review.content.accounts.map(({ cost }) => cost)).toEqual([null]);
  });
});

describe('plans to date', () => {
  test('attainment to date follows the direction, as that of the week does', () => {
    const tree = [{ id: 'n', metric: 'refunds', direction: 'down' }];
    const targets = [{ node: 'n', from: day('2026-07-01'), to: day('2026-09-30'), target: 92 }];
    const days = Array.from({ length: SUNDAY - day('2026-07-01') + 1 }, (_, i) => day('2026-07-01') + i);
    const built = build({
      tree,
      targets,
      performance: days.map((on) => fact('1', on, on, { refunds: 0.5 })),
    });
    const { attainment, mtdAttainment, qtdAttainment } = line(built, 'n');
    expect([attainment, mtdAttainment, qtdAttainment].map((value) => value?.toFixed(9))).toEqual([
      '1.500000000',
      '1.500000000',
      '1.500000000',
    ]);
  });
});

describe('methods of attainment', () => {
  const target = { node: 'n', from: MONDAY, to: SUNDAY };
  const at = (method: string, targets: object, metric = 'views') =>
    line(
      build({
        tree: [{ id: 'n', metric, method }],
        targets: [{ ...target, ...targets }],
        performance: [fact('1', MONDAY, SUNDAY, { views: 110, orders: 11 })],
      }),
      'n',
    );

  test('from a baseline to the target', () => {
    expect(at('Baseline', { target: 120, baseline: 100 })).toMatchObject({ plan: 120, baseline: 100 });
    expect(at('基线法', { target: 120, baseline: 100 }).attainment).toBeCloseTo(0.5, 12);
    expect(at('Ratio', { target: 120, baseline: 100 })).toMatchObject({
      baseline: null,
      attainment: 110 / 120,
    });
  });
  test('within a band', () => {
    expect(at('Band', { low: 100, high: 120 })).toMatchObject({ plan: null, attainment: 1, status: 'green' });
    expect(at('Band', { low: 0.1, high: 0.2 }, 'cvr').attainment).toBe(1);
    expect(at('Band', { low: 60, high: 100 }).attainment).toBeCloseTo(0.5, 12);
  });
});
