import { words } from '../template.ts';
import { influence, kpi, type Model } from './model.ts';

/** Activation: viewers who do the first step of a purchase. */
export const ACTIVATION: Model = {
  key: 'activation',
  title: words('Activation', '激活'),
  purpose: words(
    'Add-to-carts = product impressions × CTR × add-to-cart rate.',
    '加购次数 = 商品曝光 × 点击率 × 加购率。',
  ),
  nodes: () => [
    kpi('carts', '', 'add_to_carts', ['owner'], { operator: 'product', weight: 3, guardrail: 'carts.ctor' }),
    kpi('carts.impressions', 'carts', 'product_impressions', ['operator'], { guardrail: 'carts.ctr' }),
    kpi('carts.ctr', 'carts', 'ctr', ['operator'], { guardrail: 'carts.rate' }),
    kpi('carts.rate', 'carts', 'add_to_cart_rate', ['operator']),
    influence('carts.ctor', 'carts', 'ctor', ['operator']),
    influence('carts.hook', 'carts.impressions', 'retention_3s', ['editor', 'planner']),
    influence('carts.completion', 'carts.ctr', 'completion_rate', ['editor', 'planner'], {
      guardrail: 'carts.ctor',
    }),
    influence('carts.comments', 'carts.rate', 'comment_rate', ['service']),
  ],
};
