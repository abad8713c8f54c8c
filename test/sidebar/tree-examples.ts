import type { NodeFigures, OpenedTree, TreeFigures, TreeRow } from '../../src/addon/tree-api.ts';
import { EMPTY_ROW, idOf } from '../../src/kpi/tree-fields.ts';
import type { Language } from '../../src/workbook/template.ts';
import { treeChoices, treeLabels } from '../../src/workbook/tree-rows.ts';

export const kpi = (id: string, parent: string | null, more: Partial<TreeRow> = {}): TreeRow => ({
  ...EMPTY_ROW,
  id,
  parent,
  kind: 'metric',
  ...more,
});

/** GMV from orders and AOV, orders from two platforms. */
export function treeRows(language: Language): TreeRow[] {
  const zh = language === 'zh-CN';
  const [lin, mei] = zh ? ['小林', '小梅'] : ['Lin', 'Mei'];
  return [
    kpi('gmv', null, { operator: 'product', name: 'GMV', metric: 'gmv', unit: 'money', owner: lin }),
    kpi('orders', 'gmv', {
      operator: 'sum',
      name: zh ? '订单数' : 'Orders',
      metric: 'orders',
      unit: 'count',
    }),
    kpi('orders.a', 'orders', {
      ...{
        name: 'TikTok Shop',
        metric: 'orders',
        unit: 'count',
        platform: 'tiktok_shop',
        owner: mei,
        kind: 'segment',
      },
    }),
    kpi('orders.b', 'orders', {
      ...{ name: 'Shopee', metric: 'orders', unit: 'count', platform: 'shopee', kind: 'segment' },
    }),
    kpi('aov', 'gmv', { name: zh ? '客单价' : 'AOV', metric: 'aov', unit: 'money', owner: mei }),
  ];
}

export function opened(language: Language, parts: Partial<OpenedTree> = {}): OpenedTree {
  const zh = language === 'zh-CN';
  return {
    rows: treeRows(language),
    targets: [
      {
        ...{ node: 'gmv', from: '2026-10-01', to: '2026-12-31', baseline: 80_000, target: 92_000, low: null },
        ...{ high: null, locked: false, how: 'typed' },
      },
    ],
    team: [
      { name: zh ? '小林' : 'Lin', role: 'owner', roles: ['Owner', '负责人'] },
      { name: zh ? '小梅' : 'Mei', role: 'operator', roles: ['Operator', '运营'] },
    ],
    accounts: [{ platform: 'tiktok_shop', id: 'a1', name: 'Home ID' }],
    markets: ['ID', 'TH'],
    currency: 'USD',
    green: 1,
    amber: 0.9,
    today: '2026-11-22',
    quarter: { from: '2026-10-01', to: '2026-12-31' },
    lastWeek: '2026-W46',
    labels: treeLabels(language),
    choices: treeChoices(language),
    ...parts,
  };
}

const figure = (actual: number, attainment: number | null, unit: string): NodeFigures => ({
  actual,
  plan: attainment === null ? null : actual / attainment,
  attainment,
  status: attainment === null ? '' : attainment >= 1 ? 'green' : attainment >= 0.9 ? 'amber' : 'red',
  effect: actual / 100,
  history: [null, null, 0.7, 0.8, 0.75, 0.9, 0.85, 0.95, 0.9, 1.05, 0.98, 1.02, 1].map((share) =>
    share === null ? null : share * actual,
  ),
  benchmark: null,
  base: 4 * actual,
  accumulates: true,
  unit,
});

export function figuresOf(rows: readonly TreeRow[]): TreeFigures {
  const nodes: Record<string, NodeFigures> = {
    gmv: figure(7000, 1.02, 'money'),
    orders: figure(350, 0.95, 'count'),
    'orders.a': figure(200, 0.7, 'count'),
    'orders.b': figure(150, null, 'count'),
    aov: {
      ...{ ...figure(20, null, 'money'), base: 20, accumulates: false },
      benchmark: { p25: 15, p75: 30 },
    },
  };
  const known = rows.map(idOf).filter((id) => id in nodes);
  return {
    week: '2026-W46',
    weeks: { from: '2026-10-19', to: '2026-11-15' },
    nodes: Object.fromEntries(known.map((id) => [id, nodes[id] as NodeFigures])),
  };
}
