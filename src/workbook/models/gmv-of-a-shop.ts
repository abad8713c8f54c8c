import { words } from '../template.ts';
import { influence, kpi, type Model } from './model.ts';

/** Shops that report product impressions. */
export const GMV_OF_A_SHOP: Model = {
  key: 'gmv_shop',
  title: words('GMV of a shop', '店铺 GMV'),
  purpose: words(
    'GMV = product impressions × CTR × CTOR × AOV.',
    'GMV = 商品曝光 × 点击率 × 点击成交转化率 × 客单价。',
  ),
  nodes: () => [
    kpi('gmv', '', 'gmv', ['owner'], { operator: 'product', weight: 3 }),
    kpi('gmv.impressions', 'gmv', 'product_impressions', ['operator']),
    kpi('gmv.ctr', 'gmv', 'ctr', ['operator']),
    kpi('gmv.ctor', 'gmv', 'ctor', ['operator']),
    kpi('gmv.aov', 'gmv', 'aov', ['operator']),
    influence('views', 'gmv', 'views', ['planner']),
    influence('completion', 'gmv', 'completion_rate', ['editor', 'planner'], { guardrail: 'gmv.ctor' }),
    influence('engagement', 'gmv', 'engagement_rate', ['editor', 'planner']),
  ],
};
