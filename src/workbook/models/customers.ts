import { words } from '../template.ts';
import { influence, kpi, type Model } from './model.ts';

/** New customers: orders that content brings. */
export const NEW_CUSTOMERS: Model = {
  key: 'customers',
  title: words('New customers', '拉新'),
  purpose: words(
    'Orders = product impressions × CTR × CTOR; buyers and new followers stand beside them.',
    '订单数 = 商品曝光 × 点击率 × 点击成交转化率；另看成交人数和新增粉丝。',
  ),
  nodes: () => [
    kpi('orders', '', 'orders', ['owner'], {
      operator: 'product',
      weight: 3,
      guardrail: 'orders.refunds',
    }),
    kpi('orders.impressions', 'orders', 'product_impressions', ['operator'], { guardrail: 'orders.ctr' }),
    kpi('orders.ctr', 'orders', 'ctr', ['operator'], { guardrail: 'orders.ctor' }),
    kpi('orders.ctor', 'orders', 'ctor', ['operator']),
    influence('orders.buyers', 'orders', 'buyers', ['operator']),
    influence('orders.cost', 'orders', 'cost_per_order', ['operator']),
    influence('orders.followers', 'orders.impressions', 'new_followers', ['planner']),
    influence('orders.completion', 'orders.ctr', 'completion_rate', ['editor', 'planner'], {
      guardrail: 'orders.ctor',
    }),
    influence('orders.refunds', 'orders', 'refund_rate', ['service']),
  ],
};
