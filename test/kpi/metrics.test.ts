import fc from 'fast-check';
import {
  isRatio,
  MEASURES,
  type Metric,
  measuresOf,
  metricOf,
  PLATFORMS,
  platformsOf,
  RATIOS,
} from '../../src/kpi/metrics.ts';
import { ratioOf, ratioOver, termsReported } from '../../src/kpi/ratio-of.ts';
import { COST_COMPONENTS } from '../../src/workbook/sheets/costs.ts';
import { expectNear } from './cells.ts';

test('the ratios of a real LIVE product row reproduce', () => {
  const row = {
    gmv: 1032720,
    orders: 12,
    sku_orders: 13,
    product_impressions: 6019,
    product_clicks: 170,
  };
  expect(ratioOf('ctr', row)).toBeCloseTo(0.028244, 6);
  expect(ratioOf('ctor_sku', row)).toBeCloseTo(0.076471, 6);
  expect(ratioOf('ctor', row)).toBeCloseTo(0.070588, 6);
  expect(ratioOf('aov', row)).toBe(86060);
  expect(ratioOf('product_gpm', row)).toBeCloseTo(171577, 0);
});

test('GPM of real video rows is video GMV per thousand views', () => {
  expect(ratioOf('gpm', { gmv: 2926.18, views: 123045 })).toBeCloseTo(23.78, 2);
  expect(ratioOf('gpm', { gmv: 350.86, views: 20878 })).toBeCloseTo(16.81, 2);
  expect(ratioOf('gpm', { gmv: 22.72, views: 303 })).toBeCloseTo(74.98, 1);
  expect(ratioOf('gpm', { gmv: 1248.35, views: 70612 })).toBeCloseTo(17.68, 2);
  expect(ratioOf('live_ctr', { product_clicks: 3561, views: 7396 })).toBeCloseTo(0.4815, 4);
  expect(ratioOf('tap_through_rate', { views: 7396, impressions: 417199 })).toBeCloseTo(0.0177, 4);
});

test('a factor, a difference, and a measure by itself', () => {
  expect(ratioOf('avg_watch_seconds', { watch_hours: 10, views: 1000 })).toBe(36);
  expect(ratioOf('roi', { gmv: 150, cost: 100 })).toBe(0.5);
  expect(ratioOf('gmv', { gmv: 0 })).toBe(0);
});

test('not measured and zero denominators are null, never 0', () => {
  expect(ratioOf('ctr', { product_clicks: 5 })).toBeNull();
  expect(ratioOf('ctr', { product_clicks: null, product_impressions: 10 })).toBeNull();
  expect(ratioOf('ctr', { product_clicks: 0, product_impressions: 0 })).toBeNull();
  expect(ratioOf('roi', { gmv: 150 })).toBeNull();
  expect(ratioOf('gmv', {})).toBeNull();
  expect(ratioOf('nonsense', {})).toEqual({ fault: 'UNKNOWN_METRIC' });
  expect(ratioOf('constructor', {})).toEqual({ fault: 'UNKNOWN_METRIC' });
});

test('an engagement rate is made of what is reported, and can name it', () => {
  const sums = { likes: 8, comments: 1, shares: 1, saves: null, views: 100 };
  const metric = metricOf('engagement_rate');
  expect(ratioOf('engagement_rate', sums)).toBe(0.1);
  expect(metric && isRatio(metric) && termsReported(metric, sums)).toEqual(['likes', 'comments', 'shares']);
  expect(ratioOf('engagement_rate', { views: 100 })).toBeNull();
});

test('a rate whose terms all count is not measured without one of them, nor below a denominator of 0', () => {
  expect(ratioOf('engagement_rate', { likes: 5, views: 0 })).toBeNull();
  expect(ratioOf('engagement_rate', { likes: 0, views: 10 })).toBe(0);
  expect(ratioOf('roi', { cost: 100 })).toBeNull();
  expect(ratioOf('roi', { gmv: 100, cost: 0 })).toBeNull();
  expect(ratioOf('ctr', { product_clicks: 1e300, product_impressions: 1e-300 })).toBeNull();
});

test('over rows, a ratio is the quotient of sums of the rows that have both sides', () => {
  const columns = { completed_views: [50, null, 10], views: [100, 900, 400] };
  expect(ratioOver('completion_rate', columns, [0, 2])).toBe(60 / 500);
  expect(ratioOver('completion_rate', columns, [0, 1])).toBe(0.5);
  expect(ratioOver('views', columns, [0, 1, 2])).toBe(1400);
  expect(ratioOver('completion_rate', columns, [])).toBeNull();
  expect(ratioOver('roi', { gmv: [150, 50], cost: [60, 40] }, [0, 1])).toBe(1);
  expect(ratioOver('nonsense', columns, [0])).toEqual({ fault: 'UNKNOWN_METRIC' });
});

test('the catalogue is consistent', () => {
  const keys = [...MEASURES, ...RATIOS].map((metric) => metric.key);
  expect(new Set(keys).size).toBe(keys.length);
  const measures = new Set(MEASURES.map((metric) => metric.key));
  for (const ratio of RATIOS) {
    for (const term of [...ratio.numerator, ...ratio.less, ratio.denominator])
      expect(measures).toContain(term);
  }
  for (const metric of [...MEASURES, ...RATIOS]) {
    expect(metric.names.en.length * metric.names['zh-CN'].length).toBeGreaterThan(0);
    expect(metricOf(metric.key)).toBe(metric);
  }
  for (const item of MEASURES) for (const name of item.platforms) expect(PLATFORMS).toContain(name);
  expect(measuresOf('orders').map((metric) => metric.key)).toEqual([
    'orders',
    'sku_orders',
    'units',
    'gmv',
    'refunds',
  ]);
});

test('the measures that content operations ask for, each with its unit and direction', () => {
  const asked = [
    ...[
      'content_count',
      'impressions',
      'views',
      'engaged_views',
      'views_3s',
      'completed_views',
      'watch_hours',
    ],
    ...['likes', 'comments', 'shares', 'saves', 'new_followers', 'product_impressions', 'product_clicks'],
    ...['add_to_carts', 'orders', 'sku_orders', 'units', 'buyers', 'gmv', 'refunds', 'cost', 'ad_spend'],
    ...['negative_comments', 'answered_in_time', 'checks_passed'],
  ];
  for (const key of asked) expect(metricOf(key)).toMatchObject({ key, accumulates: true });
  const down = MEASURES.filter(({ direction }) => direction === 'down').map(({ key }) => key);
  expect(down.filter((key) => !key.startsWith('cost'))).toEqual(['refunds', 'ad_spend', 'negative_comments']);
  for (const { key } of COST_COMPONENTS) {
    const metric = key === 'ads' ? 'ad_spend' : `cost_${key}`;
    expect(metricOf(metric)).toMatchObject({ unit: 'money', direction: 'down', sources: ['costs'] });
  }
});

test('numerators and denominators of the ratios', () => {
  const told = Object.fromEntries(
    RATIOS.map((ratio) => [ratio.key, `${ratio.numerator.join('+')}/${ratio.denominator}*${ratio.per}`]),
  );
  expect(told).toMatchObject({
    ctr: 'product_clicks/product_impressions*1',
    content_ctr: 'clicks/impressions*1',
    ctor: 'orders/product_clicks*1',
    cvr: 'orders/views*1',
    add_to_cart_rate: 'add_to_carts/product_clicks*1',
    aov: 'gmv/orders*1',
    gpm: 'gmv/views*1000',
    engagement_rate: 'likes+comments+shares+saves/views*1',
    completion_rate: 'completed_views/views*1',
    retention_3s: 'views_3s/views*1',
    avg_watch_seconds: 'watch_hours/views*3600',
    roas: 'gmv/ad_spend*1',
    roi: 'gmv/cost*1',
  });
  for (const { accumulates } of RATIOS) expect(accumulates).toBe(false);
});

test('GMV = product impressions × CTR × CTOR × AOV = views × CVR × AOV', () => {
  const sums = { product_impressions: 6019, product_clicks: 170, orders: 12, gmv: 1032720, views: 7396 };
  const of = (key: string): number => ratioOf(key, sums) as number;
  expect(6019 * of('ctr') * of('ctor') * of('aov')).toBeCloseTo(1032720, 6);
  expect(7396 * of('cvr') * of('aov')).toBeCloseTo(1032720, 6);
});

test('a ratio is had where both its sides are', () => {
  const on = (key: string): readonly string[] => platformsOf(metricOf(key) as Metric);
  expect(on('views')).toContain('shopee');
  expect(on('retention_3s')).toEqual(['douyin', 'facebook']);
  expect(on('engagement_rate')).toContain('shopee'); // likes and comments, named
  expect(on('ctor_sku')).toEqual(['tiktok_shop']);
  expect(on('roas')).toEqual([]); // ad spend is the team's own
});

test('ratios are never averaged: splitting or reordering rows leaves a ratio as it is, sum ÷ sum', () => {
  const cell = fc.option(fc.integer({ min: 0, max: 1e6 }), { freq: 6 });
  const item = fc.tuple(cell, cell, fc.double({ min: 0, max: 1, noNaN: true }));
  const keys = ['ctr', 'gpm', 'engagement_rate', 'roi', 'avg_watch_seconds'] as const;
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.array(item, { maxLength: 12 }), (key, items) => {
      const metric = metricOf(key) as (typeof RATIOS)[number];
      const top = metric.numerator[0] as string;
      const columnsOf = (rows: readonly (readonly [number | null, number | null])[]) => ({
        [top]: rows.map(([a]) => a),
        [metric.denominator]: rows.map(([, b]) => b),
      });
      const split = items.flatMap(([a, b, share]): [number | null, number | null][] =>
        a === null || b === null
          ? [[a, b]]
          : [
              [a * share, b * (1 - share)],
              [a * (1 - share), b * share],
            ],
      );
      const rows = items.map(([a, b]) => [a, b] as const);
      const all = ratioOver(key, columnsOf(rows), rows.keys());
      const parts = ratioOver(key, columnsOf([...split].reverse()), split.keys());
      const both = rows.filter(([a, b]) => a !== null && b !== null);
      const [n, d] = [0, 1].map((side) => both.reduce((sum, pair) => sum + (pair[side] as number), 0)) as [
        number,
        number,
      ];
      if (d === 0) {
        expect([all, parts]).toEqual([null, null]);
        return;
      }
      const expected = ((key === 'roi' ? n - d : n) / d) * metric.per;
      expectNear(all as number, expected, 1e-9 * Math.max(1, (n / d) * metric.per));
      expectNear(parts as number, expected, 1e-9 * Math.max(1, (n / d) * metric.per));
    }),
    { seed: 41, numRuns: 2000 },
  );
});
