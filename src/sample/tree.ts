import type { RowValues } from '../workbook/table.ts';
import type { Language, Words } from '../workbook/template.ts';
import { ACCOUNTS, PEOPLE } from './team.ts';
import type { SamplePlatform } from './types.ts';

/** A KPI of the sample's tree. */
export type SampleNode = {
  readonly id: string;
  readonly parent: string | null;
  readonly operator: 'sum' | 'product' | null;
  readonly name: Words;
  readonly kind: 'metric' | 'segment' | 'influence';
  readonly metric: string;
  /** null: neither performance nor orders, but the sheet that the metric itself names. */
  readonly source: 'performance' | null;
  readonly platform: SamplePlatform | null;
  readonly account: string | null;
  readonly unit: 'count' | 'money' | 'percent';
  readonly owner: Words;
  readonly guardrail: string | null;
  readonly weight: number;
};

type NodeOptions = Partial<SampleNode>;

const words = (en: string, zh: string): Words => ({ en, 'zh-CN': zh });

function node(
  id: string,
  parent: string | null,
  metric: string,
  name: Words,
  owner: Words,
  more: NodeOptions,
): SampleNode {
  return {
    id,
    parent,
    metric,
    name,
    owner,
    operator: null,
    kind: 'metric',
    source: 'performance',
    platform: null,
    account: null,
    unit: 'percent',
    guardrail: null,
    weight: 1,
    ...more,
  };
}

const [planner, secondPlanner] = PEOPLE.planners as [Words, Words];
const [firstEditor, secondEditor] = PEOPLE.editors as [Words, Words];
const { us, id: indonesia, th, youtube, instagram } = PEOPLE.operators;

/** GMV of TikTok Shop: product impressions × CTR × CTOR × AOV. */
const SHOP: readonly SampleNode[] = [
  node('gmv.tiktok', 'gmv', 'gmv', words('TikTok Shop GMV', 'TikTok Shop GMV'), us, {
    kind: 'segment',
    operator: 'product',
    unit: 'money',
    weight: 2,
  }),
  node(
    'tiktok.product_impressions',
    'gmv.tiktok',
    'product_impressions',
    words('TikTok product impressions', 'TikTok 商品曝光次数'),
    planner,
    {
      unit: 'count',
    },
  ),
  node('tiktok.ctr', 'gmv.tiktok', 'ctr', words('TikTok product CTR', 'TikTok 商品点击率'), us, {
    guardrail: 'tiktok.ctor',
  }),
  node('tiktok.ctor', 'gmv.tiktok', 'ctor', words('TikTok CTOR', 'TikTok 点击成交转化率'), indonesia, {}),
  node('tiktok.aov', 'gmv.tiktok', 'aov', words('TikTok AOV', 'TikTok 客单价'), th, { unit: 'money' }),
].map((each) => ({ ...each, platform: 'tiktok_shop' as const }));

/** GMV of a platform that sells by link: views × CVR × AOV. */
function byViews(platform: SamplePlatform, title: string, owner: Words, editor: Words): SampleNode[] {
  const gmv = `gmv.${platform}`;
  return [
    node(gmv, 'gmv', 'gmv', words(`${title} GMV`, `${title} GMV`), owner, {
      kind: 'segment',
      operator: 'product',
      unit: 'money',
    }),
    node(`${platform}.views`, gmv, 'views', words(`${title} views`, `${title} 播放量`), editor, {
      unit: 'count',
    }),
    node(`${platform}.cvr`, gmv, 'cvr', words(`${title} CVR`, `${title} 观看成交转化率`), owner, {}),
    node(`${platform}.aov`, gmv, 'aov', words(`${title} AOV`, `${title} 客单价`), owner, { unit: 'money' }),
    node(
      `${platform}.engagement_rate`,
      gmv,
      'engagement_rate',
      words(`${title} engagement rate`, `${title} 互动率`),
      editor,
      {
        kind: 'influence',
      },
    ),
  ].map((each) => ({ ...each, platform }));
}

/** Completion rate of each shop, guarded by its CVR: a loop of seven seconds is watched to the end, but does not sell. */
function shopQuality(): SampleNode[] {
  const editors = PEOPLE.editors;
  return ACCOUNTS.filter((account) => account.platform === 'tiktok_shop').flatMap((account, index) => {
    const key = account.market.toLowerCase();
    const scope = { kind: 'influence', platform: account.platform, account: account.id } as const;
    return [
      node(
        `${key}.completion_rate`,
        'gmv.tiktok',
        'completion_rate',
        words(`Completion rate ${account.market}`, `${account.market} 完播率`),
        editors[index] ?? firstEditor,
        { ...scope, guardrail: `${key}.cvr` },
      ),
      node(
        `${key}.cvr`,
        'gmv.tiktok',
        'cvr',
        words(`CVR ${account.market}`, `${account.market} 观看成交转化率`),
        account.operator,
        scope,
      ),
    ];
  });
}

/** The sample's KPIs, parents before children. */
export const NODES: readonly SampleNode[] = [
  node('gmv', null, 'gmv', words('GMV', 'GMV（成交金额）'), PEOPLE.owner, {
    operator: 'sum',
    unit: 'money',
    weight: 3,
  }),
  ...SHOP,
  ...shopQuality(),
  node(
    'tiktok.engagement_rate',
    'gmv.tiktok',
    'engagement_rate',
    words('TikTok engagement rate', 'TikTok 互动率'),
    secondPlanner,
    {
      kind: 'influence',
      platform: 'tiktok_shop',
    },
  ),
  ...byViews('youtube', 'YouTube', youtube, secondEditor),
  ...byViews('instagram', 'Instagram', instagram, secondPlanner),
  node(
    'service.in_time',
    'gmv',
    'answered_in_time_rate',
    words('Answered in time', '舆情响应时效达成率'),
    PEOPLE.service,
    {
      kind: 'influence',
      source: null,
    },
  ),
];

const filled = (row: Readonly<Record<string, string | number | null>>): RowValues =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** Rows of the sheet `tree`. */
export function treeRows(language: Language): RowValues[] {
  return NODES.map((each) =>
    filled({
      id: each.id,
      parent: each.parent,
      operator: each.operator,
      name: each.name[language],
      kind: each.kind,
      metric: each.metric,
      source: each.source,
      platform: each.platform,
      account: each.account,
      unit: each.unit,
      direction: 'up',
      method: 'ratio',
      weight: each.weight,
      green: 1,
      amber: 0.9,
      owner: each.owner[language],
      watchers: each.parent === null || each.kind === 'segment' ? PEOPLE.analyst[language] : null,
      guardrail: each.guardrail,
    }),
  );
}
