import { words } from '../template.ts';
import { influence, kpi, type Model } from './model.ts';

/** Sales without product impressions. */
export const GMV_BY_VIEWS: Model = {
  key: 'gmv_views',
  title: words('GMV by views', '播放带来的 GMV'),
  purpose: words('GMV = views × CVR × AOV.', 'GMV = 播放量 × 成交转化率 × 客单价。'),
  nodes: () => [
    kpi('gmv', '', 'gmv', ['owner'], { operator: 'product', weight: 3 }),
    kpi('gmv.views', 'gmv', 'views', ['planner']),
    kpi('gmv.cvr', 'gmv', 'cvr', ['operator']),
    kpi('gmv.aov', 'gmv', 'aov', ['operator']),
    influence('engagement', 'gmv', 'engagement_rate', ['editor', 'planner'], { guardrail: 'gmv.cvr' }),
    influence('followers', 'gmv', 'new_followers', ['planner']),
  ],
};
