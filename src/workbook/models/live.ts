import { words } from '../template.ts';
import { influence, kpi, type Model, type ModelNode } from './model.ts';

const LIVE = { format: 'live' } as const;
const name = (en: string, zh: string): Pick<ModelNode, 'name'> => ({ name: words(en, zh) });

/** Live commerce: only content of the format "live" counts. */
export const LIVE_COMMERCE: Model = {
  key: 'live',
  title: words('Live commerce', '直播带货'),
  purpose: words('Live GMV = views × CVR × AOV.', '直播 GMV = 观看次数 × 成交转化率 × 客单价。'),
  nodes: () => [
    kpi('live', '', 'gmv', ['owner'], {
      ...LIVE,
      ...name('Live GMV', '直播 GMV'),
      operator: 'product',
      weight: 3,
    }),
    kpi('live.views', 'live', 'views', ['planner'], { ...LIVE, ...name('Live views', '直播观看次数') }),
    kpi('live.cvr', 'live', 'cvr', ['operator'], { ...LIVE, ...name('Live CVR', '直播成交转化率') }),
    kpi('live.aov', 'live', 'aov', ['operator'], { ...LIVE, ...name('Live AOV', '直播客单价') }),
    influence('live.ctr', 'live.cvr', 'live_ctr', ['operator'], {
      ...LIVE,
      ...name('Product clicks per live view', '直播观看商品点击率'),
      guardrail: 'live.cvr',
    }),
    influence('live.watch', 'live.views', 'avg_watch_seconds', ['editor', 'planner'], {
      ...LIVE,
      ...name('Average watch time of a live', '直播平均观看时长'),
      guardrail: 'live.cvr',
    }),
    influence('live.engagement', 'live.views', 'engagement_rate', ['editor', 'planner'], {
      ...LIVE,
      ...name('Live engagement rate', '直播互动率'),
    }),
    influence('live.refunds', 'live', 'refund_rate', ['service'], {
      ...LIVE,
      ...name('Live refund rate', '直播退款率'),
    }),
  ],
};
