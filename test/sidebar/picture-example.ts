import type {
  NodeFigures,
  OpenedTree,
  TargetRow,
  TreeFigures,
  TreeRow,
  TreeSaved,
  TreeState,
} from '../../src/addon/tree-api.ts';
import { treeChoices, treeLabels } from '../../src/workbook/tree-rows.ts';
import type { Script } from './server.ts';

type Names = { readonly en: string; readonly zh: string };
type Given = Partial<TreeRow> & { readonly id: string; readonly names: Names };

const BLANK: TreeRow = {
  ...{ id: null, parent: null, operator: null, coefficient: null, name: null, kind: 'metric' },
  ...{ metric: null, source: null, platform: null, market: null, account: null, format: null, unit: null },
  ...{ direction: 'up', method: 'ratio', weight: 1, green: null, amber: null, owner: null, watchers: null },
  ...{ guardrail: null, note: null },
};

/** GMV = orders × order value; orders = TikTok + Shopee; TikTok's = views × rate; returns hang on it as an influence. */
const TREE: readonly Given[] = [
  { id: 'gmv', names: { en: 'GMV', zh: 'GMV（成交金额）' }, operator: 'product', unit: 'money', weight: 3 },
  { id: 'orders', parent: 'gmv', names: { en: 'Orders', zh: '订单数' }, operator: 'sum', unit: 'count' },
  {
    id: 'tiktok',
    parent: 'orders',
    names: { en: 'Orders from TikTok Shop', zh: 'TikTok Shop 订单数' },
    operator: 'product',
    unit: 'count',
    owner: 'Mei Lin',
  },
  { id: 'views', parent: 'tiktok', names: { en: 'Views', zh: '播放量' }, unit: 'count', owner: 'Mei Lin' },
  {
    id: 'cvr',
    parent: 'tiktok',
    names: {
      en: 'Orders per view of all short videos and live streams',
      zh: '短视频与直播的播放到订单的转化率',
    },
    unit: 'percent',
    owner: '王小明',
  },
  {
    id: 'shopee',
    parent: 'orders',
    names: { en: 'Orders from Shopee', zh: 'Shopee 订单数' },
    unit: 'count',
    owner: 'Budi',
  },
  { id: 'aov', parent: 'gmv', names: { en: 'Order value', zh: '客单价' }, unit: 'money', owner: 'Budi' },
  {
    id: 'reply',
    parent: 'gmv',
    names: { en: 'Answered in time', zh: '及时回复率' },
    kind: 'influence',
    unit: 'percent',
    owner: '王小明',
  },
];

const PRESENT: Readonly<Record<string, number>> = {
  ...{ gmv: 1_032_720, orders: 12_000, tiktok: 8000, views: 400_000, cvr: 0.02, shopee: 4000, aov: 86.06 },
  reply: 0.91,
};
const RATES = new Set(['cvr', 'aov', 'reply']);

/** Thirteen weeks up to the present, the best of them 12 % above it. */
const HISTORY = [0.8, 0.85, 0.9, 0.88, 0.92, 0.95, 1.12, 0.97, 1.02, 0.99, 1.05, 1.01, 1];

function figuresOf(id: string, effect: number | null): NodeFigures {
  const actual = PRESENT[id] ?? 0;
  const attainment = { gmv: 1.02, orders: 0.93, tiktok: 0.84, cvr: 1.2, views: 0.7 }[id] ?? null;
  return {
    actual,
    plan: attainment === null ? null : actual / attainment,
    attainment,
    status: attainment === null ? '' : attainment >= 1 ? 'green' : attainment >= 0.9 ? 'amber' : 'red',
    effect,
    history: HISTORY.map((part) => part * actual),
    benchmark: null,
    unit: TREE.find((row) => row.id === id)?.unit as string,
    base: RATES.has(id) ? actual : actual * 4,
    accumulates: !RATES.has(id),
  };
}

const EFFECTS: Readonly<Record<string, number>> = {
  ...{
    gmv: 12_400,
    orders: -8_250.5,
    tiktok: -9_000,
    views: -21_300,
    cvr: 12_300,
    shopee: 749.5,
    aov: 20_650.5,
  },
};

export function figures(): TreeFigures {
  return {
    week: '2026-W46',
    weeks: { from: '2026-10-19', to: '2026-11-15' },
    nodes: Object.fromEntries(TREE.map(({ id }) => [id, figuresOf(id, EFFECTS[id] ?? null)])),
  };
}

export const TARGET: TargetRow = {
  ...{ node: 'orders', from: '2026-10-01', to: '2026-12-31', baseline: null, target: 160_000 },
  ...{ low: null, high: null, locked: false, how: 'typed' },
};

/** A small tree of everything; parts can be replaced. */
export function treeState(language: 'en' | 'zh-CN', parts: Partial<TreeState> = {}): OpenedTree {
  return {
    labels: treeLabels(language),
    choices: treeChoices(language),
    rows: TREE.map(({ names, ...row }) => ({
      ...BLANK,
      ...row,
      name: language === 'en' ? names.en : names.zh,
    })),
    targets: [TARGET],
    team: [
      { name: 'Mei Lin', role: 'operator', roles: ['Operator', '运营'] },
      { name: '王小明', role: 'editor', roles: ['Editor', '编导'] },
      { name: 'Budi', role: 'owner', roles: ['Owner', '负责人'] },
    ],
    accounts: [],
    markets: [],
    currency: 'USD',
    ...{ green: 1, amber: 0.9, today: '2026-11-22', lastWeek: '2026-W46' },
    quarter: { from: '2026-10-01', to: '2026-12-31' },
    ...parts,
  };
}

/** A tree of many KPIs, four below each. */
export function largeTree(count: number, language: 'en' | 'zh-CN' = 'en'): OpenedTree {
  const names = { en: 'KPI of the team and its market no.', 'zh-CN': '团队与市场的指标' };
  const rows = Array.from({ length: count }, (_, at): TreeRow => {
    const hasChildren = 4 * at + 1 < count;
    return {
      ...BLANK,
      id: `n${at}`,
      parent: at === 0 ? null : `n${Math.floor((at - 1) / 4)}`,
      name: `${names[language]} ${at}`,
      operator: hasChildren ? 'sum' : null,
      unit: 'count',
      owner: at % 2 === 0 ? 'Mei Lin' : '王小明',
    };
  });
  return treeState(language, { rows, targets: [] });
}

export function largeFigures(count: number): TreeFigures {
  const status = ['green', 'amber', 'red', ''] as const;
  const nodes = Array.from({ length: count }, (_, at): [string, NodeFigures] => [
    `n${at}`,
    { ...figuresOf('orders', at * 3), status: status[at % 4] ?? '', actual: 1000 + at },
  ]);
  return { ...figures(), nodes: Object.fromEntries(nodes) };
}

export const saved = (state: TreeState, sentence = 'Saved.'): TreeSaved => ({
  ...{ saved: true, sentence, state },
  added: [],
});

/** A server that answers well. */
export function goodServer(language: 'en' | 'zh-CN', parts: Script = {}): Script {
  return {
    readTree: [{ value: treeState(language) }],
    treeFigures: [{ value: figures() }],
    saveTree: [{ value: saved(treeState(language)) }],
    addTreeImage: [{ value: { period: '2026-W46', sentence: 'The picture is there.' } }],
    ...parts,
  };
}
