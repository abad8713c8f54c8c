import { words } from '../template.ts';
import { influence, kpi, type Model } from './model.ts';

/** Service quality: bad comments are answered in time, and what causes them is watched. */
export const SERVICE_QUALITY: Model = {
  key: 'service',
  title: words('Service quality', '服务质量'),
  purpose: words(
    'Answered in time = negative comments answered within the limit ÷ negative comments.',
    '时效达成率 = 时效内回复的负面评论 ÷ 负面评论。',
  ),
  nodes: () => [
    kpi('service', '', 'answered_in_time_rate', ['service', 'owner'], {
      operator: 'ratio',
      weight: 3,
      amber: 0.95,
    }),
    kpi('service.answered', 'service', 'answered_in_time', ['service'], {
      name: words('Negative comments answered in time', '时效内回复的负面评论数'),
    }),
    kpi('service.negative', 'service', 'negative_comments', ['operator'], { guardrail: 'service' }),
    influence('service.checks', 'service.negative', 'check_pass_rate', ['editor', 'planner']),
    influence('service.refunds', 'service.negative', 'refund_rate', ['operator']),
  ],
};
