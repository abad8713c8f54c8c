import { isRatio, MEASURES, measuresOf, metricOf, PLATFORMS, RATIOS } from '../../src/kpi/metrics.ts';
import { ratioOf, ratioOver, termsReported } from '../../src/kpi/ratio-of.ts';

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

test('over rows, a ratio is the quotient of sums of the rows that have both sides', () => {
  const columns = { completed_views: [50, null, 10], views: [100, 900, 400] };
  expect(ratioOver('completion_rate', columns, [0, 2])).toBe(60 / 500);
  expect(ratioOver('completion_rate', columns, [0, 1])).toBe(0.5);
  expect(ratioOver('views', columns, [0, 1, 2])).toBe(1400);
  expect(ratioOver('completion_rate', columns, [])).toBeNull();
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
