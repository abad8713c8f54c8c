import { words } from '../template.ts';
import { influence, kpi, type Model } from './model.ts';

/** Where nothing but views is known, the goal is the views themselves. */
export const REACH: Model = {
  key: 'reach',
  title: words('Views', '播放量'),
  purpose: words(
    'Views, with what moves them; for a start with few figures.',
    '播放量及其影响因素，适合数据较少时起步。',
  ),
  nodes: () => [
    kpi('views', '', 'views', ['owner'], { weight: 3 }),
    influence('engagement', 'views', 'engagement_rate', ['editor', 'planner']),
    influence('followers', 'views', 'new_followers', ['planner']),
  ],
};
