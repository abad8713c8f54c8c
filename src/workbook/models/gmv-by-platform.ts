import { PLATFORMS } from '../sheets/choices.ts';
import { words } from '../template.ts';
import { influence, kpi, type Model, type ModelNode, named, reports } from './model.ts';

/** A platform that reports product impressions by its whole funnel, any other by its views. */
function segment(platform: string): ModelNode[] {
  const title = PLATFORMS.find(({ key }) => key === platform)?.words ?? words(platform, platform);
  const gmv = `gmv.${platform}`;
  const part = (key: string, metric: string, roles: ModelNode['roles'], kind: ModelNode['kind']): ModelNode =>
    kpi(`${gmv}.${key}`, gmv, metric, roles, { kind, platform, name: named(title, metric) });
  const hasFunnel = reports(platform, 'product_impressions');
  const factors = hasFunnel
    ? [
        part('impressions', 'product_impressions', ['operator'], 'metric'),
        part('ctr', 'ctr', ['operator'], 'metric'),
        part('ctor', 'ctor', ['operator'], 'metric'),
      ]
    : [part('views', 'views', ['planner'], 'metric'), part('cvr', 'cvr', ['operator'], 'metric')];
  return [
    kpi(gmv, 'gmv', 'gmv', ['operator'], {
      kind: 'segment',
      operator: 'product',
      platform,
      name: words(`${title.en}: GMV`, `${title['zh-CN']}：GMV`),
    }),
    ...factors,
    part('aov', 'aov', ['operator'], 'metric'),
    ...(hasFunnel ? [part('cvr', 'cvr', ['operator'], 'influence')] : []),
    ...(reports(platform, 'completed_views')
      ? [
          {
            ...part('completion', 'completion_rate', ['editor', 'planner'], 'influence'),
            guardrail: `${gmv}.cvr`,
          },
        ]
      : []),
  ];
}

/** GMV of several platforms, each by its own funnel. */
export const GMV_BY_PLATFORM: Model = {
  key: 'gmv_by_platform',
  title: words('GMV by platform', '分平台 GMV'),
  purpose: words(
    'GMV is the sum of the platforms; each is product impressions × CTR × CTOR × AOV, or views × CVR × AOV where product impressions are not reported.',
    'GMV 为各平台之和；每个平台 = 商品曝光 × 点击率 × 点击成交转化率 × 客单价，不提供商品曝光的平台 = 播放量 × 成交转化率 × 客单价。',
  ),
  choose: (present) => (present.length === 0 ? ['tiktok_shop', 'shopee'] : present),
  nodes: (platforms) => [
    kpi('gmv', '', 'gmv', ['owner'], { operator: 'sum', weight: 3 }),
    ...platforms.flatMap(segment),
    influence('service.in_time', 'gmv', 'answered_in_time_rate', ['service']),
  ],
};
