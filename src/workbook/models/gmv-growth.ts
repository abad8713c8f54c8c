import { PLATFORMS } from '../sheets/choices.ts';
import { type Words, words } from '../template.ts';
import { influence, kpi, type Model, type ModelNode } from './model.ts';

/** Where a team sells without content: its own shop, and what it keeps under “Other”. */
const OUTSIDE_CONTENT: readonly string[] = ['shopify', 'other'];

const titleOf = (platform: string): Words =>
  PLATFORMS.find(({ key }) => key === platform)?.words ?? words(platform, platform);

function noteOf(platform: string): Words {
  const title = titleOf(platform);
  return words(
    `Visits are clicks on products. Counted: ${title.en}; change the platform of these rows where it is another.`,
    `访问量按商品点击计。当前统计平台：${title['zh-CN']}；如不是，请改这几行的平台。`,
  );
}

/** Visits × CVR × AOV of one side. A visit is a click on a product, on both sides alike. */
function side(id: string, name: Words, platform: string): ModelNode[] {
  const part = (key: string, metric: string, en: string, zh: string): ModelNode =>
    kpi(
      `${id}.${key}`,
      `${id}.gmv`,
      metric,
      id === 'content' && key === 'visits' ? ['planner'] : ['operator'],
      {
        platform,
        name: words(`${name.en} ${en}`, `${name['zh-CN']}${zh}`),
      },
    );
  return [
    kpi(`${id}.gmv`, 'gmv', 'gmv', ['operator'], {
      kind: 'segment',
      operator: 'product',
      platform,
      name: words(`${name.en} GMV`, `${name['zh-CN']} GMV`),
      note: noteOf(platform),
    }),
    part('visits', 'product_clicks', 'visits', '访问量'),
    part('cvr', 'ctor', 'CVR', '成交转化率'),
    part('aov', 'aov', 'AOV', '客单价'),
  ];
}

/**
 * GMV +20 %: content GMV and other GMV, each visits × CVR × AOV. Content's CVR is locked at 5 %, its visits at 30 % of
 * the planned visits; the other visits absorb the rest.
 */
export const GMV_GROWTH: Model = {
  key: 'gmv_growth',
  title: words('GMV growth: content and other sales', 'GMV 增长：内容与其他销售'),
  purpose: words(
    'GMV = content GMV + other GMV, each visits × CVR × AOV. Content CVR is locked at 5 %, content visits at 30 % of the planned visits; the other visits absorb the rest.',
    'GMV = 内容 GMV + 其他 GMV，各为访问量 × 成交转化率 × 客单价。内容转化率锁定 5%，内容访问量锁定为计划访问量的 30%，其余由其他访问量补足。',
  ),
  choose: (present) => [
    present.find((platform) => !OUTSIDE_CONTENT.includes(platform)) ?? 'tiktok_shop',
    present.find((platform) => OUTSIDE_CONTENT.includes(platform)) ?? 'other',
  ],
  nodes: ([content = 'tiktok_shop', rest = 'other']) => [
    kpi('gmv', '', 'gmv', ['owner'], { operator: 'sum', weight: 3 }),
    ...side('content', words('Content', '内容'), content),
    ...side('other', words('Other', '其他'), rest),
    influence('content.completion', 'content.gmv', 'completion_rate', ['editor', 'planner'], {
      platform: content,
      guardrail: 'content.cvr',
    }),
    influence('content.ctr', 'content.gmv', 'ctr', ['operator'], {
      platform: content,
      guardrail: 'content.cvr',
    }),
    influence('service.in_time', 'gmv', 'answered_in_time_rate', ['service']),
  ],
  growth: 0.2,
  visits: {
    content: { visits: 'content.visits', cvr: 'content.cvr', aov: 'content.aov' },
    rest: { visits: 'other.visits', cvr: 'other.cvr', aov: 'other.aov' },
    share: 0.3,
    cvr: 0.05,
  },
};
