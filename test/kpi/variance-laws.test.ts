/** Laws of effects, for any tree. The scale of rounding is the sum of all leaves' effects, however they cancel out. */
import fc from 'fast-check';
import type { Cell } from '../../src/kpi/issue.ts';
import { type Effects, effectsOf } from '../../src/kpi/variance.ts';
import { anyCell, expectFinite, expectNear } from './cells.ts';
import { type Drawn, drawnTree, recompute, treeOf } from './drawn-tree.ts';

const amount = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0.01, max: 1000, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.double({ min: -100, max: -0.01, noNaN: true }) },
);
type Values = { before: Cell[]; after: Cell[] };
type Case = Drawn & Values;

/** Values of the leaves, a part of them the same in both periods. */
const withLeaves = (tree: Drawn): fc.Arbitrary<Case> =>
  fc
    .array(fc.tuple(amount, amount, fc.boolean()), {
      minLength: tree.rows.length,
      maxLength: tree.rows.length,
    })
    .map((drafts) => ({
      ...tree,
      before: drafts.map(([x], i) => (tree.isLeaf[i] ? x : '')),
      after: drafts.map(([x, y, isSame], i) => (tree.isLeaf[i] ? (isSame ? x : y) : '')),
    }));
const drawnCase = drawnTree(14).chain(withLeaves);
const method = fc.constantFrom('auto' as const, 'lmdi' as const, 'shapley' as const);

const numbersOf = (values: readonly unknown[]): number[] =>
  values.filter((value): value is number => typeof value === 'number');
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const sizeOf = (values: readonly number[]): number => total(values.map(Math.abs));
const isComplete = ({ change, effects }: Effects): boolean =>
  typeof change === 'number' && effects.every((effect) => typeof effect === 'number');

/** 1e-9 of the whole, and of what cancels out within it no more than the last digits of a double. */
const tolerance = (whole: number, parts: readonly number[]): number =>
  1e-9 * Math.abs(whole) + 1e-14 * sizeOf(parts);

test('the leaves’ effects add up to the root’s change, relative to the change itself', () => {
  let checked = 0;
  fc.assert(
    fc.property(drawnCase, method, ({ rows, isLeaf, before, after }, wanted) => {
      const result = effectsOf(treeOf(rows), before, after, wanted);
      if (!isComplete(result)) return;
      const leaves = (result.effects as number[]).filter((_, i) => isLeaf[i]);
      const change = result.change as number;
      expectNear(total(leaves), change, tolerance(change, leaves));
      const scale = sizeOf([recompute(rows, before as number[]), recompute(rows, after as number[])]);
      expectNear(
        change,
        recompute(rows, after as number[]) - recompute(rows, before as number[]),
        1e-9 * scale,
      );
      checked += 1;
    }),
    { seed: 10, numRuns: 5000 },
  );
  expect(checked).toBeGreaterThan(2800);
});

test('a change of one part in a million, left of large effects that cancel out, is still explained', () => {
  let checked = 0;
  const up = fc.double({ min: 1.01, max: 3, noNaN: true });
  fc.assert(
    fc.property(fc.array(up, { minLength: 1, maxLength: 6 }), fc.boolean(), (growths, isSum) => {
      const rows: Cell[][] = [['r', '', isSum ? 'sum' : 'product', '']];
      const [before, after]: [Cell[], Cell[]] = [[''], ['']];
      growths.forEach((growth, i) => {
        rows.push([`up${i}`, 'r', '', ''], [`down${i}`, 'r', '', '']);
        before.push(100, isSum ? 100 * growth : 100);
        after.push(100 * growth, isSum ? 100 : 100 / growth);
      });
      after[1] = (after[1] as number) * (1 + 1e-6);
      const result = effectsOf(treeOf(rows), before, after);
      const leaves = result.effects.slice(1) as number[];
      expectNear(total(leaves), result.change as number, 1e-9 * Math.abs(result.change as number));
      checked += 1;
    }),
    { seed: 21, numRuns: 1500 },
  );
  expect(checked).toBe(1500);
});

test('a node’s effect is its children’s and what they leave unexplained, also below measured parents', () => {
  let [checked, unexplained] = [0, 0];
  const measured = fc.option(fc.tuple(amount, amount), { freq: 2 });
  fc.assert(
    fc.property(
      drawnCase,
      fc.array(measured, { minLength: 14, maxLength: 14 }),
      method,
      (drawn, own, wanted) => {
        const { rows, isLeaf } = drawn;
        const cells = (side: 0 | 1, given: Cell[]): Cell[] =>
          given.map((value, i) => (isLeaf[i] ? value : (own[i]?.[side] ?? '')));
        const result = effectsOf(treeOf(rows), cells(0, drawn.before), cells(1, drawn.after), wanted);
        if (!isComplete(result)) return;
        checked += 1;
        const effects = result.effects as number[];
        const all = [...effects, ...numbersOf(result.unexplained)];
        treeOf(rows).children.forEach((children, row) => {
          if (children.length === 0) return;
          const parts = [...children.map((child) => effects[child] as number), result.unexplained[row] ?? 0];
          expectNear(total(parts), effects[row] as number, tolerance(effects[row] as number, all));
        });
        if (numbersOf(result.unexplained).length > 0) unexplained += 1;
        const ends = effects.filter((_, i) => isLeaf[i]);
        const lines = [...ends, ...numbersOf(result.unexplained)];
        expectNear(total(lines), result.change as number, tolerance(result.change as number, all));
      },
    ),
    { seed: 22, numRuns: 5000 },
  );
  expect(checked).toBeGreaterThan(2500);
  expect(unexplained).toBeGreaterThan(1000);
});

type Factor = { readonly before: number; readonly after: number; readonly isBelow: boolean };
const factorOf = (value: fc.Arbitrary<number>): fc.Arbitrary<Factor> =>
  fc.record({ before: value, after: value, isBelow: fc.boolean() });
const positive = fc.double({ min: 0.01, max: 1000, noNaN: true });

const chainEffects = (
  rows: Cell[][],
  factors: readonly Factor[],
  wanted: 'auto' | 'lmdi' | 'shapley',
): { byFactor: unknown[]; methods: Set<unknown> } => {
  const cell = (side: 'before' | 'after') =>
    rows.map(([id, , operator]): Cell => {
      const name = String(id);
      if (operator !== '') return '';
      return name.startsWith('f') ? (factors[Number(name.slice(1))] as Factor)[side] : 1;
    });
  const result = effectsOf(treeOf(rows), cell('before'), cell('after'), wanted);
  const rowOf = (i: number): number => rows.findIndex(([id]) => id === `f${i}`);
  return {
    byFactor: factors.map((_, i) => result.effects[rowOf(i)]),
    methods: new Set(result.methods.filter((name) => name !== null)),
  };
};

const expectSame = (one: readonly unknown[], other: readonly unknown[]): void => {
  const scale = sizeOf(numbersOf(one));
  one.forEach((effect, i) => {
    if (typeof effect === 'number') expectNear(other[i] as number, effect, 1e-9 * scale);
    else expect(other[i]).toEqual(effect);
  });
};

/** Every factor on one level: above the line, or below it by way of one ratio. */
const flatChain = (factors: readonly Factor[]): Cell[][] => {
  const line = (isOver: boolean, parent: string): Cell[][] =>
    factors.flatMap(({ isBelow }, i): Cell[][] => (isBelow === isOver ? [] : [[`f${i}`, parent, '', '']]));
  if (factors.every(({ isBelow }) => !isBelow)) return [['r', '', 'product', ''], ...line(true, 'r')];
  return [
    ['r', '', 'ratio', ''],
    ['over', 'r', 'product', ''],
    ['under', 'r', 'product', ''],
    ...line(true, 'over'),
    ...line(false, 'under'),
  ];
};

/** One factor after the other: f0 · (f1 · ((f3 · …) ÷ f2)). */
const nestedChain = (factors: readonly Factor[], from = 0): Cell[][] => {
  const parent = from === 0 ? '' : `n${from - 1}`;
  if (from === factors.length - 1) return [[`f${from}`, parent, '', '']];
  const isRatio = factors[from]?.isBelow === true;
  const own: Cell[] = [`f${from}`, `n${from}`, '', ''];
  const others = nestedChain(factors, from + 1);
  const top: Cell[] = [`n${from}`, parent, isRatio ? 'ratio' : 'product', ''];
  return isRatio ? [top, ...others, own] : [top, own, ...others];
};

/** The last factor stands above the line, so that every fraction has a numerator; no zero stands below. */
const chainOf = (factor: fc.Arbitrary<Factor>, most: number): fc.Arbitrary<Factor[]> =>
  fc.array(factor, { minLength: 2, maxLength: most }).map((drawn) =>
    drawn.map((each, i) => ({
      ...each,
      isBelow: each.isBelow && each.before !== 0 && each.after !== 0 && i < drawn.length - 1,
    })),
  );

test('however a chain of products and ratios is nested, its factors have the same effects by LMDI', () => {
  fc.assert(
    fc.property(chainOf(factorOf(positive), 10), (factors) => {
      const one = chainEffects(flatChain(factors), factors, 'auto');
      const other = chainEffects(nestedChain(factors), factors, 'auto');
      expect([...one.methods, ...other.methods]).toEqual(['lmdi', 'lmdi']);
      expectSame(one.byFactor, other.byFactor);
    }),
    { seed: 23, numRuns: 1500 },
  );
});

test('and by Shapley and LMDI’s limit, which take the longest chain as a whole', () => {
  const seen = new Set<unknown>();
  fc.assert(
    fc.property(chainOf(factorOf(amount), 8), method, (factors, wanted) => {
      const one = chainEffects(flatChain(factors), factors, wanted);
      expectSame(one.byFactor, chainEffects(nestedChain(factors), factors, wanted).byFactor);
      for (const name of one.methods) seen.add(name);
    }),
    { seed: 24, numRuns: 3000 },
  );
  expect([...seen].sort()).toEqual(['lmdi', 'lmdi-limit', 'shapley']);
});

test('any cells: nothing throws, nothing is NaN or infinite', () => {
  const cells = fc.array(anyCell, { minLength: 14, maxLength: 14 });
  fc.assert(
    fc.property(drawnCase, cells, cells, method, ({ rows, before, after }, first, second, wanted) => {
      const tree = treeOf(rows);
      expectFinite(effectsOf(tree, first, second, wanted));
      expectFinite(effectsOf(tree, before, after, wanted));
      expectFinite(effectsOf(tree, before, second, wanted));
    }),
    { seed: 12, numRuns: 2000 },
  );
});
