import fc from 'fast-check';
import { planOf, type Settings, sheetLocks, targetRows, treeOf } from '../../sidebar/picture/cascade/plan.ts';
import { cascadeChanges } from '../../sidebar/picture/cascade/save.ts';
import { reweighted, weightsOf } from '../../sidebar/picture/cascade/shares.ts';
import { judgementOf } from '../../sidebar/picture/cascade/words.ts';
import { sayIn } from '../../sidebar/picture/language.ts';
import { baselineOf } from '../../sidebar/tree/targets.ts';
import { figures, TARGET, treeState } from './picture-example.ts';

const state = treeState('en');
const data = figures();
const goal = { from: '2026-11-01', to: '2026-11-28', kind: 'growth' as const, value: 0.2 };
const settings = (parts: Partial<Settings> = {}): Settings => ({
  goal,
  weights: new Map(),
  locks: new Map(),
  ...parts,
});
const plan = (parts: Partial<Settings> = {}) => planOf(state, data, settings(parts));
const target = (made: ReturnType<typeof plan>, id: string): number =>
  made.lines.find((line) => line.id === id)?.target ?? Number.NaN;

/** The goal as the leaves make it, worked out by hand. */
const made = (from: ReturnType<typeof plan>): number =>
  (target(from, 'views') * target(from, 'cvr') + target(from, 'shopee')) * target(from, 'aov');

describe('a cascade', () => {
  test('brings amounts to the days of the period and leaves rates as they are', () => {
    const day = planOf(state, data, settings({ goal: { ...goal, from: goal.to } }));
    const baseline = (id: string) => day.lines.find((line) => line.id === id)?.baseline;
    expect(baseline('views')).toBeCloseTo(400_000 / 7, 6);
    expect(baseline('cvr')).toBe(0.02);
    expect(day.days).toBe(1);
  });

  test('begins where the tab with the tree does, also where weeks have gaps', () => {
    const nodes = Object.entries(data.nodes).map(([id, node], at) => {
      const history = node.history.map((value, week) => (week % 3 === at % 3 ? null : value));
      return [id, { ...node, history, base: at === 4 ? null : node.base }] as const;
    });
    const gappy = { ...data, nodes: Object.fromEntries(nodes) };
    const inTab = { weeks: data.weeks, nodes: new Map(nodes.map(([, node], at) => [at, node])) };
    const { lines } = planOf(state, gappy, settings());
    const leaves = lines.filter(({ isLeaf }) => isLeaf);
    const tab = leaves.map(({ row }) => baselineOf(inTab, row, goal));
    expect(tab).toHaveLength(4);
    expect(tab.filter((value) => value === null)).toHaveLength(1);
    leaves.forEach(({ baseline }, at) => {
      if (tab[at] === null) expect(baseline).toBeNull();
      else expect(baseline).toBeCloseTo(tab[at] as number, 6);
    });
  });

  test('closes: sum and product of the leaves make the goal, whatever shares and locks are set', () => {
    const part = fc.double({ min: 0.05, max: 1, noNaN: true });
    const lock = fc.option(fc.double({ min: 0.9, max: 1.2, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(fc.double({ min: -0.3, max: 1, noNaN: true }), part, part, lock, (growth, a, b, locked) => {
        const weights = new Map([
          ...reweighted(
            new Map([
              ['views', 0.5],
              ['cvr', 0.5],
            ]),
            'cvr',
            a,
          ),
        ]);
        for (const [id, weight] of reweighted(
          new Map([
            ['tiktok', 0.6],
            ['shopee', 0.4],
          ]),
          'tiktok',
          b,
        ))
          weights.set(id, weight);
        const locks = new Map(locked === undefined ? [] : [['aov', 86.06 * locked]]);
        const found = plan({ goal: { ...goal, value: growth }, weights, locks });
        expect(found.closes).toBe(true);
        const wanted = 1_032_720 * 4 * (1 + growth);
        expect(Math.abs(made(found) / wanted - 1)).toBeLessThan(1e-9);
        if (locked !== undefined) expect(target(found, 'aov')).toBe(86.06 * locked);
      }),
    );
  });

  test('an amount is the goal itself', () => {
    const found = plan({ goal: { ...goal, kind: 'amount', value: 5_000_000 } });
    expect(target(found, 'gmv')).toBe(5_000_000);
    expect(made(found)).toBeCloseTo(5_000_000, 2);
  });

  test('says where it does not close and why', () => {
    const all = new Map([
      ['orders', 48_000],
      ['aov', 86.06],
    ]);
    const locked = plan({ locks: all });
    expect(locked.closes).toBe(false);
    expect(locked.lines.find(({ id }) => id === 'gmv')?.fault ?? locked.lines[1]?.fault).toBe('ALL_LOCKED');
    const nodes = { ...data.nodes, aov: { ...data.nodes.aov!, base: null } };
    const unknown = planOf(state, { ...data, nodes }, settings());
    expect(unknown.closes).toBe(false);
    expect(unknown.lines.find(({ id }) => id === 'aov')?.fault).toBe('NEEDS_BASELINE');
    expect(plan({ goal: { ...goal, value: null } })).toMatchObject({ closes: false, wanted: null });
    expect(plan({ goal: { ...goal, to: '2026-10-01' } })).toMatchObject({ closes: false, days: 0 });
  });

  test('a part of a sum that was never measured takes no part until it is given a share', () => {
    const nodes = { ...data.nodes, shopee: { ...data.nodes.shopee!, base: null } };
    const without = planOf(state, { ...data, nodes }, settings());
    expect(without.closes).toBe(true);
    expect(without.lines.find(({ id }) => id === 'shopee')).toMatchObject({ isIdle: true, target: null });
    expect(targetRows(without, settings()).map(({ node }) => node)).not.toContain('shopee');
    const weights = new Map([
      ['tiktok', 1],
      ['shopee', 1],
    ]);
    const started = planOf(state, { ...data, nodes }, settings({ weights }));
    expect(target(started, 'shopee')).toBeGreaterThan(0);
  });

  test('rows that are no tree hand nothing down', () => {
    const rows = state.rows.map((row) => (row.id === 'gmv' ? { ...row, operator: 'ratio' } : row));
    expect(planOf({ ...state, rows: [...rows, rows[0]!] }, data, settings())).toMatchObject({
      isBroken: true,
    });
  });
});

describe('shares', () => {
  test('one that is set leaves the others their proportions; weights are 1 on average', () => {
    const before = new Map([
      ['a', 0.5],
      ['b', 0.3],
      ['c', 0.2],
    ]);
    expect(reweighted(before, 'a', 0.25)).toEqual(
      new Map([
        ['a', 0.75],
        ['b', 1.35],
        ['c', 0.9],
      ]),
    );
    expect(
      reweighted(
        new Map([
          ['a', 1],
          ['b', 0],
        ]),
        'a',
        0.5,
      ),
    ).toEqual(
      new Map([
        ['a', 1],
        ['b', 1],
      ]),
    );
  });

  test('the shares shown are those by which the change is shared', () => {
    const found = plan({
      weights: new Map([
        ['tiktok', 1.5],
        ['shopee', 0.5],
      ]),
    });
    const change = (id: string): number =>
      target(found, id) - (found.lines.find((line) => line.id === id)?.baseline ?? 0);
    expect(change('tiktok') / change('orders')).toBeCloseTo(0.75, 9);
    expect(found.lines.find(({ id }) => id === 'tiktok')?.share).toBe(0.75);
    const usual = plan();
    const growth = (id: string) =>
      Math.log(target(usual, id) / (usual.lines.find((line) => line.id === id)?.baseline ?? 1));
    expect(growth('orders') / growth('gmv')).toBeCloseTo(usual.lines[1]?.share ?? 0, 9);
  });

  test('equal weights of the sheet prefer nobody, different ones hold', () => {
    const tree = treeOf(state)!;
    expect(
      weightsOf(
        tree,
        state.rows.map(({ weight }) => weight),
      ).size,
    ).toBe(0);
    const weights = state.rows.map(({ id }) => (id === 'views' ? 3 : 1));
    expect(weightsOf(tree, weights)).toEqual(
      new Map([
        ['views', 3],
        ['cvr', 1],
      ]),
    );
  });
});

describe('saving', () => {
  test('a row of targets for each KPI, and the weights that were set or taken back, in one call', () => {
    const weights = new Map([
      ['tiktok', 1.5],
      ['shopee', 0.5],
    ]);
    const set = settings({ weights, locks: new Map([['aov', 90]]) });
    const made = plan(set);
    const { edits, targets } = cascadeChanges(state, made, set, new Map([['cvr', 3]]));
    expect(edits).toEqual([
      { was: 'tiktok', change: { weight: 1.5 } },
      { was: 'shopee', change: { weight: 0.5 } },
    ]);
    expect(targets.map(({ node }) => node).sort()).toEqual([
      'aov',
      'cvr',
      'gmv',
      'orders',
      'shopee',
      'tiktok',
      'views',
    ]);
    for (const row of targets) {
      expect(row).toMatchObject({ from: goal.from, to: goal.to, how: 'cascade', locked: row.node === 'aov' });
    }
  });

  test('locked targets of the sheet come in the days of the goal', () => {
    const locked = { ...TARGET, locked: true, from: '2026-11-01', to: '2026-11-14', target: 1000 };
    const rate = { ...locked, node: 'aov', target: 90 };
    expect(sheetLocks([locked, rate, TARGET], data, goal)).toEqual(
      new Map([
        ['orders', 2000],
        ['aov', 90],
      ]),
    );
  });
});

describe('what a target asks, in plain words', () => {
  const asks = (growth: number, language: 'en' | 'zh-CN' = 'en'): string => {
    const found = plan({ goal: { ...goal, value: growth } });
    const line = found.lines.find(({ id }) => id === 'shopee')!;
    const speech = { language, words: sayIn(language), currency: 'USD' };
    const said = judgementOf(line, 'count', true, speech);
    return `${said?.sign} ${said?.text}`;
  };

  test('by how often it was reached in 13 weeks', () => {
    expect(asks(-0.5)).toBe('● 2,828 a week · Reached in 13 of 13 weeks.');
    expect(asks(0.2)).toBe('▲ 4,382 a week · Reached in 1 of 13 weeks, at best 4,480.');
    expect(asks(0.5)).toBe('▲ 4,899 a week · Beyond the best week of 13 (4,480).');
    expect(asks(3)).toBe('■ 8,000 a week · More than half as good again as the best week of 13 (4,480).');
    expect(asks(3, 'zh-CN')).toBe('■ 每周 8,000 · 超过 13 周中最好一周（4,480）的 1.5 倍。');
  });
});
