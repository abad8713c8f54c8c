import type { Cell } from '../../src/kpi/issue.ts';
import type { Machine } from '../../src/local/machine.ts';
import { MODELS } from '../../src/workbook/models/index.ts';
import type { Language } from '../../src/workbook/template.ts';
import {
  ask,
  batch,
  bench,
  call,
  loadRows,
  rowsOf,
  serial,
  sheetsCalls,
  sheetTitled,
  stateOf,
  type,
  valuesOf,
} from '../start/bench.ts';

/** Five weeks of two shops; the last whole week before 3 August 2026 ends on 2 August. */
const WEEKS = 5;
const FIRST = serial('2026-06-29');
const QUARTER = { from: '2026-10-01', to: '2026-12-31' };
const DAYS = 92;

type Shop = { platform: string; account: string; clicks: number; orders: number; gmv: number };
const CONTENT: Shop = { platform: 'tiktok_shop', account: 'a', clicks: 1000, orders: 40, gmv: 800 };
const OTHER: Shop = { platform: 'shopify', account: 'b', clicks: 9000, orders: 180, gmv: 5400 };

type Options = { language?: Language; weeks?: number; shops?: readonly Shop[] };

function withSales(options: Options = {}): Machine {
  const { language = 'en', weeks = WEEKS, shops = [CONTENT, OTHER] } = options;
  const machine = bench({ language });
  loadRows(
    machine,
    'accounts',
    shops.map(({ platform, account }) => ({ platform, id: account, currency: 'USD' })),
  );
  const rows = shops.flatMap((shop) =>
    Array.from({ length: weeks }, (_, week) => {
      const from = FIRST + 7 * (week + WEEKS - weeks);
      return {
        content: `${shop.account}1`,
        platform: shop.platform,
        account: shop.account,
        from,
        to: from + 6,
        kind: 'period',
        product_clicks: shop.clicks,
        orders: shop.orders,
        gmv: shop.gmv,
      };
    }),
  );
  loadRows(machine, 'performance', rows);
  loadRows(
    machine,
    'imports',
    rows.map(({ platform, account, from, to }) => ({ id: 'i', platform, account, from, to })),
  );
  return machine;
}

/** TikTok Shop sells 800 a week and YouTube 400; Shopee has an account and nothing else. */
function withFunnels(language: Language): Machine {
  const machine = withSales({ language, shops: [] });
  const platforms = ['tiktok_shop', 'youtube', 'shopee'];
  loadRows(
    machine,
    'accounts',
    platforms.map((platform) => ({ platform, id: 'a', currency: 'USD' })),
  );
  const weeks = Array.from({ length: WEEKS }, (_, week) => FIRST + 7 * week);
  const of = (platform: string, from: number) => ({ platform, account: 'a', from, to: from + 6 });
  const rows = weeks.flatMap((from) => [
    {
      ...of('tiktok_shop', from),
      ...{ content: 't', kind: 'period', product_impressions: 9000, product_clicks: 900 },
      ...{ orders: 40, gmv: 800, views: 5000 },
    },
    { ...of('youtube', from), content: 'y', kind: 'period', views: 2000, orders: 20, gmv: 400 },
  ]);
  loadRows(machine, 'performance', rows);
  loadRows(
    machine,
    'imports',
    rows.map(({ platform, account, from, to }) => ({ id: 'i', platform, account, from, to })),
  );
  return machine;
}

const targetOf = (rows: Record<string, Cell>[], node: string): number =>
  Number(rows.find((row) => row.node === node)?.target);

/** Everything but the sheets named. */
const othersOf = (machine: Machine, ...titles: string[]): string =>
  stateOf(machine.document().sheets.filter(({ title }) => !titles.includes(title)));

describe('an empty tree', () => {
  // Every model is read in both languages by its own test; here the languages take turns.
  const cases = MODELS.map(({ key }, i) => [key, i % 2 === 0 ? 'en' : 'zh-CN'] as const);

  test.each(cases)(
    '%s is written in one batch (%s), and a review takes it without a fault',
    (model, language) => {
      const machine = bench({ language });
      const { kpis, targets, kept } = call(machine, 'applyModel', { model });
      expect(sheetsCalls(machine, 'applyModel')).toEqual([
        'get',
        'Values.batchGetByDataFilter',
        'batchUpdate',
      ]);
      expect(rowsOf(machine, 'tree', language)).toHaveLength(kpis);
      expect([targets, kept]).toEqual([0, '']);
      expect(rowsOf(machine, 'targets', language)).toEqual([]);
      const review = call(machine, 'readReview', { week: '2026-W31' });
      expect(review.tree).toHaveLength(kpis);
      expect(rowsOf(machine, 'issues', language)).toEqual([]);
      expect(review.notes.filter(({ text }) => /cell|单元格/.test(text))).toEqual([]);
    },
  );

  test('owners are people of the team, where someone has the role', () => {
    const machine = bench();
    loadRows(machine, 'team', [
      { name: 'Ed', role: 'editor' },
      { name: 'Op', role: 'operator' },
      { name: 'Second', role: 'operator' },
    ]);
    expect(call(machine, 'applyModel', { model: 'gmv_shop' }).sentence).toBe(
      'GMV of a shop: 8 KPIs are in the sheet “KPI tree” now.',
    );
    const owners = Object.fromEntries(rowsOf(machine, 'tree').map(({ id, owner }) => [id, owner]));
    expect(owners).toMatchObject({ gmv: 'Owner', 'gmv.ctr': 'Op', completion: 'Ed', views: 'Planner' });
  });

  test('it is split by the platforms that the team has accounts on', () => {
    const machine = bench();
    loadRows(machine, 'accounts', [
      { platform: 'youtube', id: 'y' },
      { platform: 'shopee', id: 's' },
      { platform: 'youtube', id: 'z' },
    ]);
    call(machine, 'applyModel', { model: 'gmv_by_platform' });
    const segments = rowsOf(machine, 'tree').filter(({ kind }) => kind === 'Segment');
    expect(segments.map(({ platform }) => platform)).toEqual(['YouTube', 'Shopee']);
  });
});

describe('GMV +20 %', () => {
  const goal = { model: 'gmv_growth', growth: 0.2, ...QUARTER };

  test('content CVR is 5 %, content visits are 30 % of all, the other visits absorb the rest; it closes', () => {
    const machine = withSales();
    const { targets, sentence } = call(machine, 'applyModel', goal);
    expect(sheetsCalls(machine, 'applyModel')).toEqual(['get', 'Values.batchGetByDataFilter', 'batchUpdate']);
    expect(targets).toBe(9);
    expect(sentence).toBe(
      'GMV growth: content and other sales: 12 KPIs are in the sheet “KPI tree” now. Targets set: 9.',
    );
    const rows = rowsOf(machine, 'targets');
    const at = (node: string): number => targetOf(rows, node);
    // A week is 6,200; a visit is planned to bring 0.3 × 5 % × 20 + 0.7 × 2 % × 30 = 0.72.
    const wanted = (6200 * 1.2 * DAYS) / 7;
    const visits = wanted / 0.72;
    const expected: [string, number][] = [
      ['gmv', wanted],
      ['content.gmv', 0.3 * visits],
      ['content.visits', 0.3 * visits],
      ['content.cvr', 0.05],
      ['content.aov', 20],
      ['other.gmv', 0.42 * visits],
      ['other.visits', 0.7 * visits],
      ['other.cvr', 0.02],
      ['other.aov', 30],
    ];
    for (const [node, value] of expected) expect(Math.abs(at(node) / value - 1)).toBeLessThan(1e-9);
    const made =
      at('content.visits') * at('content.cvr') * at('content.aov') +
      at('other.visits') * at('other.cvr') * at('other.aov');
    expect(Math.abs(made / at('gmv') - 1)).toBeLessThan(1e-9);
    expect(rows.filter(({ locked }) => locked === true).map(({ node }) => node)).toEqual([
      'content.visits',
      'content.cvr',
    ]);
    expect(new Set(rows.map(({ how }) => how))).toEqual(new Set(['Cascade']));
    expect(rows[0]).toMatchObject({
      from: serial(QUARTER.from),
      to: serial(QUARTER.to),
      who: 'ana@example.com',
      when: serial('2026-08-03'),
    });
    expect(rows.find(({ node }) => node === 'other.visits')?.baseline).toBeCloseTo((9000 * DAYS) / 7, 6);
    expect(rows.find(({ node }) => node === 'content.cvr')?.baseline).toBeCloseTo(0.04, 12);
  });

  test('in Chinese, with an amount as the goal', () => {
    const machine = withSales({ language: 'zh-CN' });
    const { sentence } = call(machine, 'applyModel', { model: 'gmv_growth', rootTarget: 72_000, ...QUARTER });
    expect(sentence).toBe('GMV 增长：内容与其他销售：工作表“KPI 树”中现有 12 个 KPI。已设定目标：9 个。');
    const rows = rowsOf(machine, 'targets', 'zh-CN');
    expect(targetOf(rows, 'content.visits')).toBeCloseTo(30_000, 6);
    expect(targetOf(rows, 'other.visits')).toBeCloseTo(70_000, 6);
    expect(rows.map(({ node, how }) => [node, how]).slice(0, 2)).toEqual([
      ['gmv', '手工'],
      ['content.gmv', '自动分解'],
    ]);
  });

  test('without four whole weeks only an amount is set, and growth sets nothing', () => {
    const machine = withSales({ weeks: 3 });
    const short =
      'The goal could not be handed down: no four weeks in a row have data for every day yet. Apply it again once they have.';
    const title = 'GMV growth: content and other sales: 12 KPIs are in the sheet “KPI tree” now.';
    expect(call(machine, 'applyModel', goal).sentence).toBe(`${title} ${short}`);
    const again = { model: 'gmv_growth', rootTarget: 5000, ...QUARTER, replace: true };
    // The sheet holds the very tree: there is nothing to keep.
    expect(call(machine, 'applyModel', again).sentence).toBe(`${title} ${short} Targets set: 1.`);
    expect(rowsOf(machine, 'targets').map(({ node, target }) => [node, target])).toEqual([['gmv', 5000]]);
  });

  test('a KPI without figures gets no target and is named', () => {
    const machine = withSales();
    expect(call(machine, 'applyModel', { ...goal, model: 'gmv_views' }).sentence).toBe(
      'GMV by views: 6 KPIs are in the sheet “KPI tree” now. Targets set: 1. ' +
        'Without a target, as figures of the last weeks are missing or 0: Views, CVR (orders per view), AOV.',
    );
  });

  test.each([
    [
      'en',
      'GMV by platform: 19 KPIs are in the sheet “KPI tree” now. Targets set: 10. ' +
        'Without a target, as figures of the last weeks are missing or 0: Shopee: GMV, Shopee: ',
    ],
    [
      'zh-CN',
      '分平台 GMV：工作表“KPI 树”中现有 19 个 KPI。已设定目标：10 个。' +
        '以下 KPI 因近几周数据缺失或为 0 而没有目标：Shopee：GMV、Shopee：',
    ],
  ] as const)(
    'a platform without figures takes no part; the others share the goal (%s)',
    (language, told) => {
      const machine = withFunnels(language);
      const { sentence, isPartial } = call(machine, 'applyModel', { ...goal, model: 'gmv_by_platform' });
      expect(sentence).toContain(told);
      expect(sentence).not.toMatch(/TikTok Shop|YouTube/);
      expect(isPartial).toBe(true);
      const rows = rowsOf(machine, 'targets', language);
      const at = (node: string): number => targetOf(rows, node);
      const wanted = (1200 * 1.2 * DAYS) / 7;
      expect(at('gmv')).toBeCloseTo(wanted, 6);
      expect(at('gmv.tiktok_shop')).toBeCloseTo((wanted * 2) / 3, 6);
      expect(at('gmv.youtube')).toBeCloseTo(wanted / 3, 6);
      const youtube = at('gmv.youtube.views') * at('gmv.youtube.cvr') * at('gmv.youtube.aov');
      expect(youtube).toBeCloseTo(wanted / 3, 6);
      expect(rows.some(({ node }) => String(node).includes('shopee'))).toBe(false);
    },
  );

  test('without figures of the content side the other side carries the goal', () => {
    const machine = withSales({ shops: [OTHER] });
    const { targets, isPartial } = call(machine, 'applyModel', goal);
    expect([targets, isPartial]).toEqual([5, true]);
    expect(targetOf(rowsOf(machine, 'targets'), 'other.gmv')).toBeCloseTo((5400 * 1.2 * DAYS) / 7, 6);
  });

  test('rows of targets that are there stay as they are, and the new ones stand below', () => {
    const machine = withSales();
    const old = { node: 'gmv', from: serial('2026-07-01'), to: serial('2026-12-31'), target: 1 };
    loadRows(machine, 'targets', [old]);
    call(machine, 'applyModel', goal);
    const rows = rowsOf(machine, 'targets');
    expect(rows).toHaveLength(10);
    expect(rows[0]).toEqual({ ...old, how: 'Typed' });
  });
});

describe('profit', () => {
  test('it is made from GMV and cost in reviews and in targets, and costs that nobody has get none', () => {
    const machine = withSales();
    const costs = Array.from({ length: WEEKS }, (_, week) => ({
      date: FIRST + 7 * week,
      platform: 'tiktok_shop',
      account: 'a',
      component: 'ads',
      amount: 1200,
      currency: 'USD',
    }));
    loadRows(machine, 'costs', costs);
    const { sentence } = call(machine, 'applyModel', { model: 'profit', growth: 0.1, ...QUARTER });
    expect(sentence).toBe('Profit: 15 KPIs are in the sheet “KPI tree” now. Targets set: 4.');
    const rows = rowsOf(machine, 'targets');
    const at = (node: string): number => targetOf(rows, node);
    expect(at('profit')).toBeCloseTo((5000 * 1.1 * DAYS) / 7, 6);
    expect(at('profit.gmv') - at('profit.cost')).toBeCloseTo(at('profit'), 6);
    expect(at('cost.ad_spend')).toBeCloseTo(at('profit.cost'), 6);
    const review = call(machine, 'readReview', { week: '2026-W31' });
    expect(review.tree[0]).toMatchObject({
      id: 'profit',
      unit: 'money',
      actual: { value: 5000, days: 7, of: 7 },
    });
    expect(review.tree[0]?.weeks.slice(-5)).toEqual([5000, 5000, 5000, 5000, 5000]);
  });
});

describe('a tree that is there', () => {
  const full = (): Machine => {
    const machine = withSales();
    call(machine, 'applyModel', { model: 'gmv_by_platform' });
    return machine;
  };

  test('is not touched without leave', () => {
    const machine = full();
    const before = stateOf(machine.document());
    expect(ask(machine, 'applyModel', { model: 'live' })).toEqual({
      ok: false,
      sentence:
        'The sheet “KPI tree” has a KPI tree already; nothing was changed. If it may be replaced, its former state is kept in a tab of its own.',
    });
    expect(stateOf(machine.document())).toBe(before);
  });

  test('with leave it is replaced, and a copy of its tab keeps it with all that people added', () => {
    const machine = full();
    const { sheetId, columnCount } = sheetTitled(machine, 'KPI tree');
    batch(machine, { appendDimension: { sheetId, dimension: 'COLUMNS', length: 1 } });
    const own = `${String.fromCharCode(64 + Math.floor(columnCount / 26))}${String.fromCharCode(65 + (columnCount % 26))}`;
    type(machine, 'KPI tree', `${own}1`, 'My column');
    type(machine, 'KPI tree', `${own}3`, 'what I think of it');
    type(machine, 'KPI tree', 'E2', 'Renamed');
    const before = valuesOf(machine, 'KPI tree', 'FORMULA');
    const others = othersOf(machine, 'KPI tree');
    const { kept, sentence, kpis } = call(machine, 'applyModel', { model: 'live', replace: true });
    expect(sheetsCalls(machine, 'applyModel')).toEqual(['get', 'Values.batchGetByDataFilter', 'batchUpdate']);
    expect(kept).toBe('KPI tree 2026-08-03');
    expect(sentence).toBe(
      'Live commerce: 8 KPIs are in the sheet “KPI tree” now. The former tree is kept in the tab “KPI tree 2026-08-03”.',
    );
    expect(valuesOf(machine, kept, 'FORMULA')).toEqual(before);
    expect(rowsOf(machine, 'tree')).toHaveLength(kpis);
    expect(rowsOf(machine, 'tree')[0]).toMatchObject({ id: 'live', name: 'Live GMV' });
    expect(valuesOf(machine, 'KPI tree', 'FORMULA')[0]).toEqual(before[0]);
    expect(othersOf(machine, 'KPI tree', kept)).toBe(others);
    // The copy is no sheet of the add-on's: the next jobs read and write the tree alone.
    expect(call(machine, 'sidebarState', {}).treeRows).toBe(kpis);
    const copy = stateOf(valuesOf(machine, kept, 'FORMULA'));
    call(machine, 'writeReview', { week: '2026-W31' });
    expect(stateOf(valuesOf(machine, kept, 'FORMULA'))).toBe(copy);
    expect(call(machine, 'applyModel', { model: 'brand', replace: true }).kept).toBe('KPI tree 2026-08-03 2');
  });
});

describe('requests', () => {
  test('what cannot be meant is refused, and nothing changes', () => {
    const machine = bench();
    const before = stateOf(machine.document());
    const days = 'a goal needs its first day (from) and its last (to)';
    const refused: [object, string][] = [
      [{ model: 'nothing' }, 'model nothing'],
      [{ model: 'live', growth: 0.2, rootTarget: 5, ...QUARTER }, 'rootTarget and growth exclude each other'],
      [{ model: 'live', growth: 0.2 }, days],
      [{ model: 'live', growth: 0.2, from: '2026-12-31', to: '2026-10-01' }, days],
    ];
    for (const [request, detail] of refused) {
      expect(ask(machine, 'applyModel', request)).toEqual({
        ok: false,
        sentence: `The request could not be understood: ${detail}.`,
      });
    }
    expect(stateOf(machine.document())).toBe(before);
  });

  test('the sidebar learns the goals in the language of the workbook, and whether there is a tree', () => {
    const state = call(bench({ language: 'zh-CN' }), 'sidebarState', {});
    expect(state.treeRows).toBe(0);
    expect(state.goals).toHaveLength(MODELS.length);
    expect(state.goals[0]).toEqual({
      name: 'GMV 增长：内容与其他销售',
      model: 'gmv_growth',
      growth: 0.2,
      isLacking: false,
    });
  });
});

describe('a baseline of 0', () => {
  const SOLD_NOTHING = { ...CONTENT, orders: 0, gmv: 0 };
  const goal = (model: string) => ({ model, growth: 0.2, ...QUARTER });

  const NOTHING = { ...OTHER, clicks: 0, orders: 0, gmv: 0 };

  test.each([
    ['a branch that sold nothing', 'gmv_by_platform', [SOLD_NOTHING, OTHER], ['gmv', 'gmv.shopify']],
    ['nothing at all', 'gmv_by_platform', [SOLD_NOTHING, NOTHING], []],
    ['the goal itself', 'gmv_shop', [SOLD_NOTHING], []],
    ['a side of a plan by visits', 'gmv_growth', [SOLD_NOTHING, OTHER], []],
  ])('%s gets no target of 0, and it is said', (_, model, shops, nodes) => {
    const machine = withSales({ shops });
    const { targets, sentence, isPartial } = call(machine, 'applyModel', goal(model));
    const rows = rowsOf(machine, 'targets');
    expect(rows.map(({ node }) => node)).toEqual(nodes);
    expect(rows.every(({ target }) => typeof target === 'number' && target > 0)).toBe(true);
    expect([targets, isPartial]).toEqual([nodes.length, true]);
    expect(sentence).toContain(
      nodes.length === 0
        ? 'No targets were set: figures of the last weeks are missing or 0'
        : 'Without a target, as figures of the last weeks are missing or 0: TikTok Shop: GMV, ',
    );
  });
});
