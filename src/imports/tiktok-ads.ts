import type { FormatSpec } from './spec.ts';

const COST = 'Cost | 成本 | 消耗 | Biaya | Chi phí';
const CURRENCY = 'Currency | 货币 | Mata uang | Tiền tệ';
const CAMPAIGN = 'Campaign name | 广告计划名称 | Nama kampanye | Tên chiến dịch';
const CAMPAIGN_ID = 'Campaign ID | 广告计划 ID | ID kampanye | ID chiến dịch';
const REVENUE = 'Gross revenue | 总收入 | Pendapatan kotor | Doanh thu gộp';
const SKU_ORDERS =
  'SKU orders | Orders (SKU) | SKU 订单数 | Pesanan SKU | Số lượng đơn hàng SKU (Cửa hàng hiện tại)';
const PER_ORDER = 'Cost per order | 平均下单成本 | Biaya per pesanan';

/** Their revenue is another money than GMV, and their "ROI" is revenue ÷ cost; only the cost is taken. */
const CHECKS = ['per_order = amount / sku_orders', 'roas = gmv / amount'];

export const TIKTOK_ADS: readonly FormatSpec[] = [
  {
    key: 'tiktok_shop.gmv_max',
    name: 'TikTok GMV Max, creatives',
    goal: 'costs',
    columns: {
      'amount!': COST,
      'sku_orders?': SKU_ORDERS,
      'gmv?': REVENUE,
      content: 'Video ID | 视频 ID | 作品 ID | ID video',
      note: CAMPAIGN,
      'note2:text': CAMPAIGN_ID,
      'note3:text': 'Product ID | 商品 ID | ID produk',
      'note4:text': 'Creative type | 创意作品类型 | Jenis materi iklan',
      currency: CURRENCY,
      'per_order:money': PER_ORDER,
      'roas:decimal': 'ROI',
      'product_impressions?': 'Product ad impressions | 商品广告曝光数 | Impresi iklan produk',
      product_clicks: 'Product ad clicks | 商品广告点击数 | Jumlah klik iklan produk',
      ctr: 'Product ad click rate | 商品广告点击率 | Tingkat klik iklan produk',
    },
    ids: ['^(\\d{15,20})$', '7658657266417994504'],
    checks: [...CHECKS, 'ctr = product_clicks / product_impressions'],
    totalField: 'amount',
    fileWords: ['creative data', 'creative data for product campaigns', 'creative', '创意'],
  },
  {
    key: 'tiktok_shop.gmv_max_days',
    name: 'TikTok GMV Max, campaigns by day',
    goal: 'costs',
    days: 'row',
    columns: {
      'date!': 'By day | 按天 | Berdasarkan hari | Theo ngày',
      'amount!': COST,
      'sku_orders?': SKU_ORDERS,
      gmv: REVENUE,
      note: CAMPAIGN,
      'note2:text': CAMPAIGN_ID,
      currency: CURRENCY,
      'per_order:money': PER_ORDER,
      'roas:decimal': 'ROI',
    },
    checks: CHECKS,
    totalField: 'amount',
    dateOrder: 'dmy',
    fileWords: ['campaign overview', 'product campaign', 'live campaign', 'overview'],
  },
  {
    key: 'tiktok.ads',
    name: 'TikTok Ads, campaigns by day',
    goal: 'costs',
    days: 'row',
    columns: {
      'date!': 'Date | By Day | 日期',
      'amount!': COST,
      'note!': CAMPAIGN,
      'note2:text': 'Ad group name | 广告组名称',
      'note3:text': 'Ad name | 广告名称',
      // Of what a row is about: an ad, a group or a campaign.
      'note4:text': `Ad ID | 广告 ID | Ad group ID | 广告组 ID | ${CAMPAIGN_ID}`,
      currency: CURRENCY,
      'impressions?': 'Impressions | 展示量',
      'clicks:count': 'Clicks (destination) | 点击量（目标页面）',
      ctr: 'CTR (destination) | 点击率（目标页面）',
      'cpc:money': 'CPC (destination) | 平均点击成本（目标页面）',
    },
    checks: ['ctr = clicks / impressions', 'cpc = amount / clicks'],
    totalField: 'amount',
    fileWords: [
      'campaign report',
      'ad group report',
      'ad report',
      '广告系列报告',
      '推广系列报告',
      '广告组报告',
      '广告报告',
    ],
  },
];
