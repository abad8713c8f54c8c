/** The catalogue of metrics against what follows from the meaning of each. */
import { platformsOf as platformsOfFile } from '../../src/imports/contradict.ts';
import { formats } from '../../src/imports/formats.ts';
import {
  isRatio,
  MEASURES,
  type Measure,
  type MeasureSource,
  measuresOf,
  metricOf,
  PLATFORMS,
  platformsOf,
  RATIOS,
  termsOf,
} from '../../src/kpi/metrics.ts';

const measure = (key: string): Measure => metricOf(key) as Measure;

test('money and hours by name, and everything else is counted', () => {
  const isMoney = (key: string) => /^(gmv|refunds|revenue_ads|ad_spend|cost(_\w+)?)$/.test(key);
  for (const { key, unit } of MEASURES) {
    expect([key, unit]).toEqual([key, isMoney(key) ? 'money' : key === 'watch_hours' ? 'hours' : 'count']);
  }
});

test('the unit of a ratio follows from its terms', () => {
  // Multiples rather than parts of a whole.
  const times = ['roas', 'items_per_order'];
  for (const { key, unit, numerator, denominator } of RATIOS) {
    const above = measure(numerator[0] as string).unit;
    const below = measure(denominator).unit;
    if (times.includes(key)) expect([key, unit]).toEqual([key, 'times']);
    else if (above === below) expect([key, unit]).toEqual([key, 'percent']);
    else
      expect([key, above, below, unit]).toEqual([
        key,
        above,
        'count',
        above === 'hours' ? 'seconds' : 'money',
      ]);
  }
});

test('less is better of a ratio where it is of what stands above its line', () => {
  for (const { key, direction, numerator } of RATIOS) {
    for (const term of numerator) expect([key, direction]).toEqual([key, measure(term).direction]);
  }
});

test('all ratios, with what each is made of', () => {
  const told = RATIOS.map(({ key, numerator, less, denominator, per, partial }) => {
    const above = [numerator.join('+'), ...less].join('-');
    return `${key} = ${above} / ${denominator}${per === 1 ? '' : ` * ${per}`}${partial ? ' of what is reported' : ''}`;
  });
  expect(told).toEqual([
    'ctr = product_clicks / product_impressions',
    'content_ctr = clicks / impressions',
    'live_ctr = product_clicks / views',
    'tap_through_rate = views / impressions',
    'ctor = orders / product_clicks',
    'ctor_sku = sku_orders / product_clicks',
    'cvr = orders / views',
    'add_to_cart_rate = add_to_carts / product_clicks',
    'aov = gmv / orders',
    'unit_price = gmv / units',
    'items_per_order = units / orders',
    'gpm = gmv / views * 1000',
    'show_gpm = gmv / impressions * 1000',
    'product_gpm = gmv / product_impressions * 1000',
    'engagement_rate = likes+comments+shares+saves / views of what is reported',
    'like_rate = likes / views',
    'comment_rate = comments / views',
    'share_rate = shares / views',
    'save_rate = saves / views',
    'follow_rate = new_followers / views',
    'completion_rate = completed_views / views',
    'retention_3s = views_3s / views',
    'engaged_view_rate = engaged_views / views',
    'avg_watch_seconds = watch_hours / views * 3600',
    'refund_rate = refunds / gmv',
    'rpm = revenue_ads / views * 1000',
    'roas = gmv / ad_spend',
    'roi = gmv-cost / cost',
    'cost_per_content = cost / content_count',
    'cost_per_order = cost / orders',
    'effective_content_share = effective_content / content_count',
    'check_pass_rate = checks_passed / checks',
    'answered_in_time_rate = answered_in_time / negative_comments',
  ]);
});

test('the terms of a metric are measures, its own where it is one', () => {
  expect(termsOf('roi')).toEqual(['gmv', 'cost', 'cost']);
  expect(termsOf('ctr')).toEqual(['product_clicks', 'product_impressions']);
  expect([termsOf('gmv'), termsOf('nonsense'), termsOf('')]).toEqual([['gmv'], [], []]);
  for (const { key } of RATIOS) {
    for (const term of termsOf(key)) expect([term, isRatio(measure(term))]).toEqual([term, false]);
  }
});

test('the sheets that hold each measure', () => {
  const keys = (source: MeasureSource) => measuresOf(source).map(({ key }) => key);
  expect(keys('content')).toEqual(['content_count', 'effective_content', 'checks', 'checks_passed']);
  expect(keys('comments')).toEqual(['negative_comments', 'answered_in_time']);
  expect(keys('costs').filter((key) => !key.startsWith('cost_'))).toEqual(['cost', 'ad_spend']);
  for (const { key, platforms, sources } of MEASURES) {
    // What platforms report are the figures of the performance sheet, and nothing else.
    expect([key, platforms.length > 0]).toEqual([key, sources.includes('performance')]);
  }
});

test('a platform whose files are read as giving a measure is among those that give it', () => {
  for (const format of formats()) {
    // Meta's files per metric are of either of two platforms: which of them reports it, they do not tell.
    if (platformsOfFile(format).length > 0) continue;
    const own = format.columns.filter(({ target }) => target === 'measure').map(({ field }) => field);
    const made = format.derived.map(({ field }) => field);
    const reported = [...own, ...made].filter((key) => MEASURES.some((each) => each.key === key));
    for (const key of reported) expect([key, ...measure(key).platforms]).toContain(format.platform);
  }
});

test('what each platform reports', () => {
  const reported = Object.fromEntries(
    PLATFORMS.map((name) => [
      name,
      MEASURES.filter(({ platforms }) => platforms.includes(name)).map(({ key }) => key),
    ]),
  );
  const social = ['views', 'watch_hours', 'likes', 'comments', 'shares'];
  const shop = ['orders', 'units', 'gmv', 'refunds'];
  const shelf = ['product_impressions', 'product_clicks', 'add_to_carts', 'buyers'];
  const saved = ['completed_views', 'saves', 'new_followers'];
  const sorted = (...lists: string[][]) => lists.flat().sort();
  expect(Object.fromEntries(Object.entries(reported).map(([name, keys]) => [name, keys.sort()]))).toEqual({
    tiktok_shop: sorted(social, shop, shelf, saved, ['impressions', 'clicks', 'sku_orders']),
    tiktok: sorted(social, shelf, saved, ['impressions', 'clicks']),
    douyin: sorted(social, shop, shelf, saved, ['impressions', 'views_3s']),
    youtube: sorted(social, [
      'impressions',
      'clicks',
      'engaged_views',
      'dislikes',
      'new_followers',
      'revenue_ads',
    ]),
    instagram: sorted(social, ['saves', 'new_followers']),
    facebook: sorted(social, ['impressions', 'clicks', 'views_3s', 'revenue_ads']),
    shopee: sorted(shop, shelf, ['views', 'likes', 'comments']),
    lazada: sorted(shop, ['views', 'add_to_carts', 'buyers']),
    amazon: sorted(shop, ['views']),
    shopify: sorted(shop),
  });
});

test('a ratio is had where all of both its sides is', () => {
  const on = (key: string) => platformsOf(metricOf(key) as Measure);
  expect(on('content_ctr')).toEqual(['tiktok_shop', 'tiktok', 'youtube', 'facebook']);
  expect(on('unit_price')).toEqual(['tiktok_shop', 'douyin', 'shopee', 'lazada', 'amazon', 'shopify']);
  expect(on('refund_rate')).toEqual(on('unit_price'));
  expect(on('engaged_view_rate')).toEqual(['youtube']);
  // The cost is the team's own, above the line and below it.
  expect([on('roi'), on('cost_per_order'), on('check_pass_rate')]).toEqual([[], [], []]);
});
