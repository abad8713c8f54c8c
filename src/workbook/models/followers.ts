import { words } from '../template.ts';
import { influence, kpi, type Model } from './model.ts';

/** Growth of the audience. */
export const FOLLOWER_GROWTH: Model = {
  key: 'followers',
  title: words('New-follower growth', '涨粉'),
  purpose: words('New followers = views × follow rate.', '新增粉丝 = 播放量 × 转粉率。'),
  nodes: () => [
    kpi('followers', '', 'new_followers', ['owner'], { operator: 'product', weight: 3 }),
    kpi('followers.views', 'followers', 'views', ['planner'], { guardrail: 'followers.rate' }),
    kpi('followers.rate', 'followers', 'follow_rate', ['editor', 'planner']),
    influence('followers.published', 'followers.views', 'content_count', ['planner'], {
      guardrail: 'followers.effective',
    }),
    influence('followers.effective', 'followers.views', 'effective_content_share', ['planner']),
    influence('followers.hook', 'followers.views', 'retention_3s', ['editor', 'planner'], {
      guardrail: 'followers.completion',
    }),
    influence('followers.completion', 'followers.rate', 'completion_rate', ['editor', 'planner'], {
      guardrail: 'followers.rate',
    }),
    influence('followers.engagement', 'followers.rate', 'engagement_rate', ['editor', 'planner']),
  ],
};
