import { words } from '../template.ts';
import { influence, kpi, type Model } from './model.ts';

/** Brand awareness: the time that people give. Also for channels that do not sell. */
export const BRAND_AWARENESS: Model = {
  key: 'brand',
  title: words('Brand awareness', '品牌认知'),
  purpose: words(
    'Watch time (hours) = views × average watch time (seconds) ÷ 3600.',
    '观看时长（小时）= 播放量 × 平均观看时长（秒）÷ 3600。',
  ),
  nodes: () => [
    kpi('watch', '', 'watch_hours', ['owner'], {
      operator: 'product',
      name: words('Watch time', '观看时长'),
      weight: 3,
    }),
    kpi('watch.views', 'watch', 'views', ['planner'], { guardrail: 'watch.average' }),
    kpi('watch.average', 'watch', 'avg_watch_seconds', ['editor', 'planner'], {
      coefficient: 1 / 3600,
      name: words('Average watch time', '平均观看时长'),
    }),
    influence('impressions', 'watch.views', 'impressions', ['operator']),
    influence('ctr', 'watch.views', 'content_ctr', ['operator'], { guardrail: 'watch.average' }),
    influence('engagement', 'watch', 'engagement_rate', ['editor', 'planner']),
    influence('followers', 'watch', 'new_followers', ['planner']),
  ],
};
