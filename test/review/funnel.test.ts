import { renderFunnel } from '../../src/review/render/funnel.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { shown } from './shown.ts';
import { build, fact, MONDAY, type Rows, SUNDAY } from './support.ts';

const shop = (content: string, back: number, more: RowValues): RowValues =>
  fact(content, MONDAY - 7 * back, SUNDAY - 7 * back, { platform: 'tiktok_shop', account: 's', ...more });
const tube = (content: string, back: number, more: RowValues): RowValues =>
  fact(content, MONDAY - 7 * back, SUNDAY - 7 * back, more);

/** 10,000 shown, 400 clicks, 20 orders, 600 of money; the week before 8,000, 400, 10, 250. */
const shopFacts = [
  shop('1', 0, { views: 5, product_impressions: 1000, product_clicks: 100, orders: 15, gmv: 500 }),
  shop('2', 0, { views: 5, product_impressions: 9000, product_clicks: 300, orders: 5, gmv: 100 }),
  shop('1', 1, { product_impressions: 8000, product_clicks: 400, orders: 10, gmv: 250 }),
];
const funnel = (rows: Rows) => build(rows).review.funnel;
const estimated = false;

describe('steps of a platform', () => {
  test('a shop: products shown, clicks, orders, money; sums first, then their quotients', () => {
    expect(funnel({ performance: shopFacts })).toEqual([
      {
        platform: 'tiktok_shop',
        steps: [
          {
            metric: 'product_impressions',
            value: 10000,
            estimated,
            rateMetric: null,
            rate: null,
            rateBefore: null,
          },
          {
            metric: 'product_clicks',
            value: 400,
            estimated,
            rateMetric: 'ctr',
            rate: 0.04,
            rateBefore: 0.05,
          },
          { metric: 'orders', value: 20, estimated, rateMetric: 'ctor', rate: 0.05, rateBefore: 0.025 },
          { metric: 'gmv', value: 600, estimated, rateMetric: 'aov', rate: 30, rateBefore: 25 },
        ],
      },
    ]);
  });
  test.each<[string, RowValues, (readonly [string, string | null, number | null])[]]>([
    [
      'views without products shown',
      { views: 1000, orders: 5, gmv: 200 },
      [
        ['views', null, null],
        ['orders', 'cvr', 0.005],
        ['gmv', 'aov', 40],
      ],
    ],
    [
      'impressions, and views that come from elsewhere too',
      { impressions: 10000, clicks: 500, views: 900, orders: 9, gmv: 90 },
      [
        ['impressions', null, null],
        ['clicks', 'content_ctr', 0.05],
        ['views', null, null],
        ['orders', 'cvr', 0.01],
        ['gmv', 'aov', 10],
      ],
    ],
    [
      'impressions without clicks',
      { impressions: 10000, views: 900 },
      [
        ['impressions', null, null],
        ['views', 'tap_through_rate', 0.09],
      ],
    ],
    [
      'product clicks without products shown',
      { views: 1000, product_clicks: 50, orders: 5 },
      [
        ['views', null, null],
        ['product_clicks', 'live_ctr', 0.05],
        ['orders', 'ctor', 0.1],
      ],
    ],
    [
      'money without orders',
      { views: 1000, gmv: 20 },
      [
        ['views', null, null],
        ['gmv', 'gpm', 20],
      ],
    ],
    [
      'no order is one that was counted, and has no value',
      { views: 1000, orders: 0, gmv: 0 },
      [
        ['views', null, null],
        ['orders', 'cvr', 0],
        ['gmv', 'aov', null],
      ],
    ],
  ])('%s', (_, measures, expected) => {
    const [line] = funnel({ performance: [tube('1', 0, measures)] });
    expect(line?.steps.map(({ metric, rateMetric, rate }) => [metric, rateMetric, rate])).toEqual(expected);
  });
  test('orders of the sheet of orders where the platform counts none, never both', () => {
    const order = (id: string, platform: string): RowValues => ({
      ...{ id, platform, account: 'a', date: MONDAY, amount: 30, currency: 'USD', status: 'paid' },
    });
    const orders = [order('1', 'youtube'), order('2', 'youtube'), order('3', 'tiktok_shop')];
    const lines = funnel({ performance: [...shopFacts, tube('1', 0, { views: 1000 })], orders });
    expect(lines.map(({ platform, steps }) => [platform, steps.map(({ value }) => value)])).toEqual([
      ['tiktok_shop', [10000, 400, 20, 600]],
      ['youtube', [1000, 2, 60]],
    ]);
    expect(lines[1]?.steps.map(({ rate }) => rate)).toEqual([null, 0.002, 30]);
  });
  test('no week is compared that has days missing', () => {
    const part = { ...shopFacts[2], from: MONDAY - 5 };
    const steps = funnel({ performance: [...shopFacts.slice(0, 2), part] })[0]?.steps;
    expect(steps?.map(({ rate, rateBefore }) => [rate, rateBefore])).toEqual([
      [null, null],
      [0.04, null],
      [0.05, null],
      [30, null],
    ]);
    const cut = shopFacts.map((row) => (row.from === MONDAY ? { ...row, to: SUNDAY - 1 } : row));
    const running = funnel({ performance: cut })[0]?.steps;
    expect(running?.map(({ rate, rateBefore }) => [rate, rateBefore])).toEqual([
      [null, null],
      [0.04, null],
      [0.05, null],
      [30, null],
    ]);
  });
  test('a rate over a week of views with days missing is not compared, though orders have all days', () => {
    const orders = [0, 7].map((back) => ({
      ...{
        id: `${back}`,
        platform: 'youtube',
        account: 'a',
        date: MONDAY - back,
        amount: 30,
        currency: 'USD',
      },
    }));
    const views = fact('1', MONDAY - 7, MONDAY - 4, { views: 500 });
    const [line] = funnel({ performance: [tube('1', 0, { views: 1000 }), views], orders });
    expect(line?.steps.map(({ rateBefore }) => rateBefore)).toEqual([null, null, 30]);
  });
  test('a platform that measures no money comes after those that do', () => {
    const reach = fact('1', MONDAY, SUNDAY, {
      platform: 'instagram',
      account: 'i',
      impressions: 90,
      views: 9,
    });
    const platforms = (...facts: RowValues[]) =>
      funnel({ performance: facts }).map(({ platform }) => platform);
    expect(platforms(reach, ...shopFacts)).toEqual(['tiktok_shop', 'instagram']);
    expect(platforms(reach, tube('1', 0, { views: 5, gmv: 0 }))).toEqual(['youtube', 'instagram']);
  });
  test('platforms by money; one that measures a single thing has no funnel', () => {
    const facts = [
      fact('1', MONDAY, SUNDAY, { platform: 'instagram', account: 'i', views: 9 }),
      fact('1', MONDAY, SUNDAY, { platform: 'shopee', account: 'p', views: 9, gmv: 5 }),
    ];
    expect(funnel({ performance: [...facts, ...shopFacts] }).map(({ platform }) => platform)).toEqual([
      'tiktok_shop',
      'shopee',
    ]);
    expect(funnel({})).toEqual([]);
    expect(funnel({ performance: [shopFacts[2] as RowValues] })).toEqual([]);
  });
});

describe('in the tab', () => {
  const performance = [
    ...shopFacts,
    tube('1', 0, { platform: '=A1', views: 100000, orders: 52, gmv: 104 }),
    tube('1', 1, { platform: '=A1', views: 100000, orders: 50, gmv: 125 }),
  ];

  test('a block for each platform, a row for each step', () => {
    const tab = shown(renderFunnel, build({ performance }).review);
    const header = ['From the step before', 'Week', 'Rate', 'Change', 'Week before'];
    expect(
      tab.values.map((row) =>
        row.map((value) => (typeof value === 'number' ? Number(value.toFixed(6)) : value)),
      ),
    ).toEqual([
      [],
      ['Funnel by platform'],
      ['TikTok Shop', ...header],
      ['Product impressions', null, 10000],
      ['Product clicks', 'Product CTR', 400, 0.04, -1, 0.05],
      ['Orders', 'CTOR', 20, 0.05, 2.5, 0.025],
      ['GMV', 'AOV', 600, 30, 0.2, 25],
      ['=A1', ...header],
      ['Views', null, 100000],
      ['Orders', 'CVR (orders per view)', 52, 0.00052, 0.002, 0.0005],
      ['GMV', 'AOV', 104, 2, -0.2, 2.5],
    ]);
    const pattern = (row: number, column: number) => tab.cell(row, column).format?.numberFormat?.pattern;
    expect([3, 4, 5, 6].map((column) => pattern(4, column))).toEqual([
      '#,##0',
      '0.00%',
      '+0.00" pp";-0.00" pp";0.00" pp"',
      '0.00%',
    ]);
    expect([3, 4, 5, 6].map((column) => pattern(6, column))).toEqual([
      '#,##0.00',
      '#,##0.00',
      '+0.0%;-0.0%;0.0%',
      '#,##0.00',
    ]);
    expect([pattern(9, 4), pattern(9, 5)]).toEqual(['0.000%', '+0.000" pp";-0.000" pp";0.000" pp"']);
    expect(tab.rowOf('funnel:tiktok_shop:product_clicks:rate')).toBe(4);
    expect(tab.rowOf('funnel:=A1:gmv:rate')).toBe(10);
  });
  test('a rate that was nothing the week before has no change in per cent', () => {
    const rows = [tube('1', 0, { views: 1000, gmv: 20 }), tube('1', 1, { views: 1000, gmv: 0 })];
    const tab = shown(renderFunnel, build({ performance: rows }).review);
    expect(tab.values.at(-1)).toEqual(['GMV', expect.any(String), 20, 20, null, 0]);
  });
  test('in Chinese', () => {
    const tab = shown(renderFunnel, build({ performance }, { language: 'zh-CN' }).review);
    expect(tab.values.slice(1, 7).map(([name, rate]) => [name, rate ?? null])).toEqual([
      ['各平台漏斗', null],
      ['TikTok Shop', '上一步转化率'],
      ['商品曝光次数', null],
      ['商品点击次数', '商品点击率'],
      ['订单数', '点击成交转化率'],
      ['GMV（成交金额）', '客单价'],
    ]);
    expect(tab.values[2]?.slice(2)).toEqual(['本周', '比率', '变化', '上周']);
  });
  test('what was shared out by days carries ≈; nothing at all without figures', () => {
    const across = fact('1', MONDAY - 3, MONDAY + 3, { views: 70, orders: 7, gmv: 70 });
    const rest = fact('1', MONDAY + 4, SUNDAY, { views: 30, orders: 3, gmv: 30 });
    const tab = shown(renderFunnel, build({ performance: [across, rest] }).review);
    expect(tab.cell(3, 3)).toMatchObject({ value: 70, format: { numberFormat: { pattern: '"≈ "#,##0' } } });
    expect(shown(renderFunnel, build({}).review).values).toEqual([]);
  });
});
