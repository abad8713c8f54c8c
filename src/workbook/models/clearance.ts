import { words } from '../template.ts';
import { influence, kpi, type Model } from './model.ts';

/** Clearing stock: pieces count, and the price must not be thrown away. */
export const CLEARANCE: Model = {
  key: 'clearance',
  title: words('Clearing stock', '清库存'),
  purpose: words(
    'Units sold = product impressions × CTR × CTOR × items per order; price and refunds guard them.',
    '成交件数 = 商品曝光 × 点击率 × 点击成交转化率 × 单均件数；以件单价和退款率作护栏。',
  ),
  nodes: () => [
    kpi('units', '', 'units', ['owner'], { operator: 'product', weight: 3, guardrail: 'units.price' }),
    kpi('units.impressions', 'units', 'product_impressions', ['operator'], { guardrail: 'units.ctr' }),
    kpi('units.ctr', 'units', 'ctr', ['operator'], { guardrail: 'units.ctor' }),
    kpi('units.ctor', 'units', 'ctor', ['operator']),
    kpi('units.items', 'units', 'items_per_order', ['operator'], { guardrail: 'units.price' }),
    influence('units.price', 'units', 'unit_price', ['operator']),
    influence('units.completion', 'units.ctr', 'completion_rate', ['editor', 'planner'], {
      guardrail: 'units.ctor',
    }),
    influence('units.refunds', 'units', 'refund_rate', ['service']),
  ],
};
