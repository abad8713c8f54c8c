import { checkFactors } from '../../src/kpi/check-factors.ts';
import { checkSegments, checkUnits, type Filter } from '../../src/kpi/check-tree.ts';
import { metricOf, type Unit } from '../../src/kpi/metrics.ts';
import { ratioOf } from '../../src/kpi/ratio-of.ts';
import { rollUp } from '../../src/kpi/roll-up.ts';
import type { Tree } from '../../src/kpi/tree.ts';
import { readTree } from '../../src/review/nodes.ts';
import { GOALS, MODELS, modelOf } from '../../src/workbook/models/index.ts';
import type { Model, ModelNode } from '../../src/workbook/models/model.ts';
import { fullRow } from '../../src/workbook/models/rows.ts';
import { readSettings } from '../../src/workbook/settings.ts';
import { sheetTemplate } from '../../src/workbook/sheets/index.ts';
import { LANGUAGES, type Language } from '../../src/workbook/template.ts';
import { address, tableOf } from '../review/support.ts';

const HAN = /\p{Script=Han}/u;
const { settings } = readSettings(tableOf('settings', []), (sheet) => ({ sheet }));

/** Platforms that a team may have accounts on; every model must be sound with each. */
const PRESENT: readonly (readonly string[])[] = [
  [],
  ['youtube'],
  ['shopify', 'tiktok_shop', 'youtube', 'instagram'],
  ['other', 'douyin', 'shopee', 'lazada', 'amazon', 'facebook', 'tiktok', 'xiaohongshu'],
];
const nodesOf = (model: Model, present: readonly string[]): readonly ModelNode[] =>
  model.nodes(model.choose?.(present) ?? []);

const CASES = MODELS.flatMap((model) =>
  PRESENT.flatMap((present) =>
    LANGUAGES.map(
      (language) => [model.key, present.join(' ') || 'no account', language, model, present] as const,
    ),
  ),
);

/** Figures of one period that fit together; every measure that a model can ask for. */
const SUMS: Record<string, number> = {
  gmv: 12000,
  orders: 300,
  units: 360,
  views: 50000,
  product_impressions: 90000,
  product_clicks: 6000,
  add_to_carts: 900,
  watch_hours: 700,
  new_followers: 40,
  negative_comments: 20,
  answered_in_time: 18,
  cost: 4500,
  ad_spend: 900,
  cost_production: 400,
  cost_translation: 400,
  cost_localisation: 400,
  cost_creators: 400,
  cost_staff: 500,
  cost_tools: 500,
  cost_compliance: 500,
  cost_tests: 500,
};

function readModel(nodes: readonly ModelNode[], language: Language) {
  const rows = nodes.map((node) => fullRow(node, language, new Map()));
  return { rows, kpis: readTree(tableOf('tree', rows, language), { ...settings, language }, address) };
}

test.each(CASES)('%s (%s, %s) is a sound tree', (_, __, language, model, present) => {
  const nodes = nodesOf(model, present);
  const { rows, kpis } = readModel(nodes, language);
  expect(kpis.issues).toEqual([]);
  const tree = kpis.tree as Tree;
  const units = nodes.map(({ unit, metric }): Unit | null => unit ?? metricOf(metric)?.unit ?? null);
  expect(checkUnits(tree, units)).toEqual([]);
  const quantities = kpis.nodes.map((node, i) => ({
    unit: units[i] ?? null,
    isTotal: node === undefined || node.metric === '' ? null : node.accumulates,
  }));
  expect(checkFactors(tree, quantities)).toEqual([]);
  const filters = nodes.map(({ kind, platform, format }): Filter | null =>
    kind === 'segment' ? { ...(platform ? { platform } : {}), ...(format ? { format } : {}) } : null,
  );
  expect(checkSegments(tree, filters)).toEqual([]);

  const columns = sheetTemplate('tree').columns.map(({ key }) => key);
  const roles = sheetTemplate('team').columns.find(({ key }) => key === 'role')?.choices ?? [];
  const ids = new Set(nodes.map(({ id }) => id));
  for (const [i, node] of nodes.entries()) {
    if (node.metric !== '') expect(metricOf(node.metric)).toBeDefined();
    else expect(node.kind).toBe('formula');
    if (node.guardrail !== undefined) expect(ids).toContain(node.guardrail);
    expect(node.guardrail).not.toBe(node.id);
    expect(node.roles.length).toBeGreaterThan(0);
    for (const role of node.roles) expect(roles.map(({ key }) => key)).toContain(role);
    const row = rows[i] ?? {};
    expect(columns).toEqual(expect.arrayContaining(Object.keys(row)));
    expect(row.owner).toBe(roles.find(({ key }) => key === node.roles[0])?.words[language]);
    if (language === 'en') expect(HAN.test(Object.values(row).join(''))).toBe(false);
    expect(row.name).not.toBe('');
  }
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
});

test.each(MODELS.map((model) => [model.key, model] as const))(
  '%s says the same in both languages, and its arithmetic closes on figures that fit together',
  (_, model) => {
    expect([HAN.test(model.title.en + model.purpose.en), HAN.test(model.title['zh-CN'])]).toEqual([
      false,
      true,
    ]);
    expect(HAN.test(model.purpose['zh-CN'])).toBe(true);
    const nodes = nodesOf(model, ['tiktok_shop', 'shopify']);
    const tree = readModel(nodes, 'en').kpis.tree as Tree;
    // Each platform has half of everything, so that the halves make the whole.
    const values = nodes.map(({ metric, platform }) => {
      const share = platform === undefined ? 1 : 0.5;
      const sums = Object.fromEntries(Object.entries(SUMS).map(([key, value]) => [key, value * share]));
      return metric === '' ? null : (ratioOf(metric, sums) as number | null);
    });
    const { values: rolled, unexplained } = rollUp(tree, values);
    for (const row of tree.order) {
      if ((tree.children[row] ?? []).length === 0) continue;
      expect(typeof rolled[row]).toBe('number');
      expect(Math.abs(unexplained[row] ?? 0)).toBeLessThan(1e-6);
    }
  },
);

test('roles answer for what they can move', () => {
  const owners = new Map<string, Set<string>>();
  for (const model of MODELS)
    for (const { metric, roles } of nodesOf(model, [])) {
      owners.set(metric, (owners.get(metric) ?? new Set()).add(roles[0] ?? ''));
    }
  expect([...(owners.get('completion_rate') ?? [])]).toEqual(['editor']);
  expect([...(owners.get('ctr') ?? [])]).toEqual(['operator']);
  expect([...(owners.get('answered_in_time_rate') ?? [])]).toEqual(['service']);
});

test('completion is guarded by what it must not cost: conversion, or the follow rate where that is the goal', () => {
  for (const model of MODELS) {
    const nodes = nodesOf(model, []);
    for (const node of nodes.filter(({ metric }) => metric === 'completion_rate')) {
      const guard = nodes.find(({ id }) => id === node.guardrail)?.metric;
      expect(['cvr', 'ctor', 'follow_rate']).toContain(guard);
    }
  }
});

test('a person of the team is the owner; without one, the role’s word; the first fitting role wins', () => {
  const node = {
    id: 'c',
    parent: '',
    metric: 'completion_rate',
    kind: 'metric',
    roles: ['editor', 'planner'],
  } as const;
  const owner = (people: [string, string][], language: Language) =>
    fullRow(node, language, new Map(people)).owner;
  expect(owner([['planner', 'Pia']], 'en')).toBe('Pia');
  expect(
    owner(
      [
        ['planner', 'Pia'],
        ['editor', 'Ed'],
      ],
      'en',
    ),
  ).toBe('Ed');
  expect([owner([], 'en'), owner([], 'zh-CN')]).toEqual(['Editor', '编导']);
});

test('every goal leads to a model, every model is led to, and keys are unique', () => {
  expect(GOALS.map(({ model }) => model).sort()).toEqual(MODELS.map(({ key }) => key).sort());
  expect(new Set(MODELS.map(({ key }) => key)).size).toBe(MODELS.length);
  expect(GOALS.every(({ name }) => HAN.test(name['zh-CN']) && !HAN.test(name.en))).toBe(true);
  expect(modelOf('nothing')).toBeUndefined();
});

test('GMV by platform: the whole funnel where product impressions are reported, views elsewhere', () => {
  const nodes = nodesOf(modelOf('gmv_by_platform') as Model, ['tiktok_shop', 'youtube']);
  const factors = (platform: string) =>
    nodes
      .filter(({ parent, kind }) => parent === `gmv.${platform}` && kind === 'metric')
      .map(({ metric }) => metric);
  expect(factors('tiktok_shop')).toEqual(['product_impressions', 'ctr', 'ctor', 'aov']);
  expect(factors('youtube')).toEqual(['views', 'cvr', 'aov']);
});
