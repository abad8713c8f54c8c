/** Where content is sold or shown. */
export const PLATFORMS = [
  'tiktok_shop',
  'tiktok',
  'douyin',
  'youtube',
  'instagram',
  'facebook',
  'shopee',
  'lazada',
  'amazon',
  'shopify',
] as const;
export type Platform = (typeof PLATFORMS)[number];

/** The sheet that holds a measure's rows. */
export type MeasureSource = 'performance' | 'orders' | 'costs' | 'content' | 'comments';

/** Ratios with the unit "percent" are kept as fractions (0.05) and shown as percent, as cells do. */
export type Unit = 'count' | 'money' | 'hours' | 'seconds' | 'percent' | 'times';

/** Whether more of it is better. */
export type Direction = 'up' | 'down';

export type Names = { readonly en: string; readonly 'zh-CN': string };

/** An additive quantity: its sum over rows means something. The key is also its column key in a facts sheet. */
export type Measure = {
  readonly key: string;
  readonly unit: Unit;
  readonly direction: Direction;
  /** Grows through a period, so pace and plan by days apply. */
  readonly accumulates: true;
  readonly sources: readonly MeasureSource[];
  /** Platforms whose own exports give it; none for what the team itself records. */
  readonly platforms: readonly Platform[];
  readonly names: Names;
};

const SHOPS: readonly Platform[] = ['tiktok_shop', 'douyin', 'shopee', 'lazada', 'amazon', 'shopify'];
const SOCIAL: readonly Platform[] = ['tiktok_shop', 'tiktok', 'douyin', 'youtube', 'instagram', 'facebook'];

const measure = (
  key: string,
  unit: Unit,
  en: string,
  zh: string,
  platforms: readonly Platform[],
  sources: readonly MeasureSource[] = ['performance'],
  direction: Direction = 'up',
): Measure => ({
  key,
  unit,
  direction,
  accumulates: true,
  sources,
  platforms,
  names: { en, 'zh-CN': zh },
});

/** Parts of the cost beside ad spend, by their keys in the costs sheet. */
const COST_COMPONENTS = [
  ['production', 'production', '制作'],
  ['translation', 'translation', '翻译'],
  ['localisation', 'localisation', '本地化'],
  ['creators', 'creators', '达人'],
  ['staff', 'staff', '人力'],
  ['tools', 'tools', '工具'],
  ['compliance', 'compliance', '合规'],
  ['tests', 'tests', '测试'],
] as const;

/** Measures, in the order of the columns of a facts sheet. Viewers and reach are no measures: they do not add up. */
export const MEASURES: readonly Measure[] = [
  measure('impressions', 'count', 'Impressions', '曝光次数', [
    'tiktok_shop',
    'tiktok',
    'douyin',
    'youtube',
    'facebook',
  ]),
  measure('clicks', 'count', 'Clicks', '点击次数', ['tiktok_shop', 'tiktok', 'youtube', 'facebook']),
  measure('views', 'count', 'Views', '播放量', [...SOCIAL, 'shopee', 'lazada', 'amazon']),
  measure('engaged_views', 'count', 'Engaged views', '有效观看次数', ['youtube']),
  measure('views_3s', 'count', '3-second views', '3 秒播放量', ['facebook', 'douyin']),
  measure('completed_views', 'count', 'Completed views', '完播次数', ['tiktok_shop', 'tiktok', 'douyin']),
  measure('watch_hours', 'hours', 'Watch time (hours)', '观看时长（小时）', SOCIAL),
  measure('likes', 'count', 'Likes', '点赞数', [...SOCIAL, 'shopee']),
  measure('dislikes', 'count', 'Dislikes', '点踩数', ['youtube']),
  measure('comments', 'count', 'Comments', '评论数', [...SOCIAL, 'shopee']),
  measure('shares', 'count', 'Shares', '分享数', SOCIAL),
  measure('saves', 'count', 'Saves', '收藏数', ['tiktok_shop', 'tiktok', 'douyin', 'instagram']),
  measure('new_followers', 'count', 'New followers', '新增粉丝数', [
    'tiktok_shop',
    'tiktok',
    'douyin',
    'youtube',
    'instagram',
  ]),
  measure('product_impressions', 'count', 'Product impressions', '商品曝光次数', [
    'tiktok_shop',
    'tiktok',
    'douyin',
    'shopee',
  ]),
  measure('product_clicks', 'count', 'Product clicks', '商品点击次数', [
    'tiktok_shop',
    'tiktok',
    'douyin',
    'shopee',
  ]),
  measure('add_to_carts', 'count', 'Add-to-carts', '加购次数', [
    'tiktok_shop',
    'tiktok',
    'douyin',
    'shopee',
    'lazada',
  ]),
  measure('orders', 'count', 'Orders', '订单数', SHOPS, ['performance', 'orders']),
  measure('sku_orders', 'count', 'SKU orders', 'SKU 订单数', ['tiktok_shop'], ['performance', 'orders']),
  measure('units', 'count', 'Units sold', '成交件数', SHOPS, ['performance', 'orders']),
  measure('buyers', 'count', 'Buyers', '成交人数', ['tiktok_shop', 'tiktok', 'douyin', 'shopee', 'lazada']),
  measure('gmv', 'money', 'GMV', 'GMV（成交金额）', SHOPS, ['performance', 'orders']),
  measure('refunds', 'money', 'Refunds', '退款金额', SHOPS, ['performance', 'orders'], 'down'),
  measure('revenue_ads', 'money', 'Estimated ad revenue', '估算广告收入', ['youtube', 'facebook']),
  measure('cost', 'money', 'Cost', '成本', [], ['costs'], 'down'),
  measure('ad_spend', 'money', 'Ad spend', '广告花费', [], ['costs'], 'down'),
  ...COST_COMPONENTS.map(([key, en, zh]) =>
    measure(`cost_${key}`, 'money', `Cost: ${en}`, `成本：${zh}`, [], ['costs'], 'down'),
  ),
  measure('content_count', 'count', 'Content published', '发布内容数', [], ['content']),
  measure('effective_content', 'count', 'Effective content', '有效内容数', [], ['content']),
  measure('checks', 'count', 'Quality checks', '质检次数', [], ['content']),
  measure('checks_passed', 'count', 'Quality checks passed', '质检通过次数', [], ['content']),
  measure('negative_comments', 'count', 'Negative comments', '负面评论数', [], ['comments'], 'down'),
  measure('answered_in_time', 'count', 'Answered in time', '时效内回复数', [], ['comments']),
];

/** A quotient of sums: sum(numerator) ÷ sum(denominator) × per. It is never summed and never averaged. */
export type Ratio = {
  readonly key: string;
  /** Measures added to make the numerator. */
  readonly numerator: readonly string[];
  /** Measures taken from the numerator. */
  readonly less: readonly string[];
  readonly denominator: string;
  /** Factor: 1000 for "per thousand", 3600 for hours to seconds. */
  readonly per: number;
  /** Terms that a platform does not report are left out (and must be named), rather than making it unmeasured. */
  readonly partial: boolean;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly accumulates: false;
  readonly names: Names;
};

type RatioOptions = {
  unit?: Unit;
  per?: number;
  less?: readonly string[];
  partial?: boolean;
  direction?: Direction;
};

const ratio = (
  key: string,
  numerator: readonly string[],
  denominator: string,
  en: string,
  zh: string,
  { unit = 'percent', per = 1, less = [], partial = false, direction = 'up' }: RatioOptions = {},
): Ratio => ({
  key,
  numerator,
  less,
  denominator,
  per,
  partial,
  unit,
  direction,
  accumulates: false,
  names: { en, 'zh-CN': zh },
});

/**
 * Ratios. Platforms give one name to different quotients (and one quotient different names); a file's own figure
 * is imported under the entry whose definition it has, or recomputed.
 */
export const RATIOS: readonly Ratio[] = [
  ratio('ctr', ['product_clicks'], 'product_impressions', 'Product CTR', '商品点击率'),
  ratio('content_ctr', ['clicks'], 'impressions', 'Content CTR', '内容点击率'),
  ratio('live_ctr', ['product_clicks'], 'views', 'Product clicks per view', '观看商品点击率'),
  ratio('tap_through_rate', ['views'], 'impressions', 'Tap-through rate', '曝光观看率'),
  ratio('ctor', ['orders'], 'product_clicks', 'CTOR', '点击成交转化率'),
  ratio('ctor_sku', ['sku_orders'], 'product_clicks', 'CTOR (SKU orders)', '点击成交转化率（SKU 订单）'),
  ratio('cvr', ['orders'], 'views', 'CVR (orders per view)', '观看成交转化率'),
  ratio('add_to_cart_rate', ['add_to_carts'], 'product_clicks', 'Add-to-cart rate', '加购率'),
  ratio('aov', ['gmv'], 'orders', 'AOV', '客单价', { unit: 'money' }),
  ratio('unit_price', ['gmv'], 'units', 'Price per unit', '件单价', { unit: 'money' }),
  ratio('items_per_order', ['units'], 'orders', 'Items per order', '单均件数', { unit: 'times' }),
  ratio('gpm', ['gmv'], 'views', 'GPM (per 1,000 views)', '千次观看成交金额', { unit: 'money', per: 1000 }),
  ratio('show_gpm', ['gmv'], 'impressions', 'GMV per 1,000 impressions', '千次曝光成交金额', {
    unit: 'money',
    per: 1000,
  }),
  ratio(
    'product_gpm',
    ['gmv'],
    'product_impressions',
    'GMV per 1,000 product impressions',
    '商品千次曝光成交金额',
    {
      unit: 'money',
      per: 1000,
    },
  ),
  ratio('engagement_rate', ['likes', 'comments', 'shares', 'saves'], 'views', 'Engagement rate', '互动率', {
    partial: true,
  }),
  ratio('like_rate', ['likes'], 'views', 'Like rate', '点赞率'),
  ratio('comment_rate', ['comments'], 'views', 'Comment rate', '评论率'),
  ratio('share_rate', ['shares'], 'views', 'Share rate', '分享率'),
  ratio('save_rate', ['saves'], 'views', 'Save rate', '收藏率'),
  ratio('follow_rate', ['new_followers'], 'views', 'Follow rate', '转粉率'),
  ratio('completion_rate', ['completed_views'], 'views', 'Completion rate', '完播率'),
  ratio('retention_3s', ['views_3s'], 'views', '3-second retention', '3 秒留存率'),
  ratio('engaged_view_rate', ['engaged_views'], 'views', 'Engaged-view rate', '有效观看率'),
  ratio('avg_watch_seconds', ['watch_hours'], 'views', 'Average watch time', '平均观看时长', {
    unit: 'seconds',
    per: 3600,
  }),
  ratio('refund_rate', ['refunds'], 'gmv', 'Refund rate', '退款率', { direction: 'down' }),
  ratio('rpm', ['revenue_ads'], 'views', 'Ad revenue per 1,000 views', '千次观看广告收入', {
    unit: 'money',
    per: 1000,
  }),
  ratio('roas', ['gmv'], 'ad_spend', 'ROAS', '广告支出回报率（ROAS）', { unit: 'times' }),
  ratio('roi', ['gmv'], 'cost', 'ROI', '投资回报率（ROI）', { less: ['cost'] }),
  ratio('cost_per_content', ['cost'], 'content_count', 'Cost per item', '单条内容成本', {
    unit: 'money',
    direction: 'down',
  }),
  ratio('cost_per_order', ['cost'], 'orders', 'Cost per order', '单均成本', {
    unit: 'money',
    direction: 'down',
  }),
  ratio(
    'effective_content_share',
    ['effective_content'],
    'content_count',
    'Effective content',
    '有效内容占比',
  ),
  ratio('check_pass_rate', ['checks_passed'], 'checks', 'Quality-check pass rate', '质检通过率'),
  ratio(
    'answered_in_time_rate',
    ['answered_in_time'],
    'negative_comments',
    'Answered in time',
    '舆情响应时效达成率',
  ),
];

export type Metric = Measure | Ratio;

const METRICS: ReadonlyMap<string, Metric> = new Map(
  [...MEASURES, ...RATIOS].map((metric): [string, Metric] => [metric.key, metric]),
);

/** The metric with this key, a measure or a ratio; undefined when there is none. */
export const metricOf = (key: string): Metric | undefined => METRICS.get(key);

/**
 * Name of a metric in a language; the key itself of one that there is not.
 * @param key Key of a measure or a ratio.
 */
export const metricName = (key: string, language: keyof Names): string =>
  metricOf(key)?.names[language] ?? key;

/** Is this metric a quotient of sums? */
export const isRatio = (metric: Metric): metric is Ratio => !metric.accumulates;

/**
 * The measures that a metric is made of.
 * @param key Key of a measure or a ratio.
 * @returns Keys of measures; none for a metric that there is not.
 * @example termsOf('ctr') //=> ['product_clicks', 'product_impressions']
 */
export const termsOf = (key: string): readonly string[] => {
  const metric = metricOf(key);
  if (metric === undefined) return [];
  return isRatio(metric) ? [...metric.numerator, ...metric.less, metric.denominator] : [metric.key];
};

/**
 * The platforms whose own exports give a metric: for a ratio those that give both its sides, and of a numerator that
 * counts what is reported, at least one term. None for what the team itself records.
 * @example platformsOf(metricOf('retention_3s')) //=> ['douyin', 'facebook']
 */
export const platformsOf = (metric: Metric): readonly Platform[] => {
  if (!isRatio(metric)) return metric.platforms;
  const has = (platform: Platform, key: string): boolean => {
    const term = METRICS.get(key);
    return term !== undefined && !isRatio(term) && term.platforms.includes(platform);
  };
  return PLATFORMS.filter((platform) => {
    const numerator = metric.partial
      ? metric.numerator.some((key) => has(platform, key))
      : metric.numerator.every((key) => has(platform, key));
    return numerator && [...metric.less, metric.denominator].every((key) => has(platform, key));
  });
};

/** The measures that one facts sheet holds, in column order. */
export const measuresOf = (source: MeasureSource): readonly Measure[] =>
  MEASURES.filter((item) => item.sources.includes(source));
