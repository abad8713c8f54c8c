import fc from 'fast-check';
import { cascade } from '../../src/kpi/cascade.ts';
import type { Cell } from '../../src/kpi/issue.ts';
import { parseTree } from '../../src/kpi/parse-tree.ts';
import { rollUp } from '../../src/kpi/roll-up.ts';
import type { Tree } from '../../src/kpi/tree.ts';
import { anyCell, expectFinite, expectNear } from './cells.ts';

const treeOf = (rows: readonly (readonly Cell[])[]): Tree => {
  const { tree, issues } = parseTree(rows);
  if (!tree) throw new Error(JSON.stringify(issues));
  return tree;
};
const flat = (operator: string, count: number): Tree =>
  treeOf([
    ['r', '', operator, ''],
    ...Array.from({ length: count }, (_, i): Cell[] => [`c${i}`, 'r', '', '']),
  ]);
const expectTargets = (found: readonly unknown[], wanted: readonly number[]): void => {
  expect(found.length).toBe(wanted.length);
  wanted.forEach((value, i) => {
    expect(found[i]).toBeCloseTo(value, 9);
  });
};

test('a sum shares pro rata to baselines, or by weights', () => {
  const tree = flat('sum', 3);
  const baselines = ['', 60, 30, 10];
  expectTargets(cascade(tree, baselines, 120).targets, [120, 72, 36, 12]);
  expectTargets(cascade(tree, baselines, 120, ['', 1, 1, '']).targets, [120, 70, 40, 10]);
  expect(cascade(tree, baselines, 120).closes).toBe(true);
});

test('parts of a sum that are not measured start from 0 where they have a weight', () => {
  const teams = flat('sum', 2);
  expectTargets(cascade(teams, ['', '', ''], 120, ['', 3, 1]).targets, [120, 90, 30]);
  expectTargets(cascade(teams, [100, '', ''], 120, ['', 3, 1]).targets, [120, 90, 30]); // nothing is unexplained yet
  expectTargets(cascade(teams, ['', 60, ''], 120, ['', '', 1]).targets, [120, 60, 60]);
  expect(cascade(teams, ['', '', ''], 120, ['', 3, 1]).closes).toBe(true);
  const needs = { fault: 'NEEDS_BASELINE' };
  expect(cascade(teams, ['', '', ''], 120, ['', 3, '']).targets).toEqual([120, needs, needs]);
  expect(cascade(flat('product', 2), ['', '', ''], 120, ['', 3, 1]).targets).toEqual([120, needs, needs]);
  const nested = treeOf([
    ['r', '', 'sum', ''],
    ['a', 'r', 'sum', ''],
    ['b', 'r', '', ''],
    ['a1', 'a', '', ''],
    ['a2', 'a', '', ''],
  ]);
  expectTargets(cascade(nested, [], 100, ['', 3, 1, 1, 2]).targets, [100, 75, 25, 25, 50]);
  // What is measured in part is no 0.
  expect(cascade(nested, ['', '', '', 5], 100, ['', 3, 1, 1, 2]).targets[1]).toEqual(needs);
});

test('locked nodes keep their target and the rest absorb it', () => {
  const tree = flat('sum', 3);
  expectTargets(cascade(tree, ['', 60, 30, 10], 120, [], ['', 60, '', '']).targets, [120, 60, 45, 15]);
  const product = flat('product', 3);
  const { targets, closes } = cascade(product, ['', 100, 2, 5], 1440, [], ['', '', 2, '']);
  expectTargets(targets, [1440, 100 * Math.sqrt(1.44), 2, 5 * Math.sqrt(1.44)]);
  expect(closes).toBe(true);
});

test('a product shares the logarithm of its growth, the same however it is nested', () => {
  expectTargets(cascade(flat('product', 2), ['', 100, 20], 2420).targets, [2420, 110, 22]);
  const weighted = cascade(flat('product', 2), ['', 100, 20], 4000, ['', 1, 3]).targets as number[];
  expect(Math.log((weighted[1] as number) / 100)).toBeCloseTo(Math.log(2) / 4, 12);
  const nested = treeOf([
    ['r', '', 'product', ''],
    ['p', 'r', 'product', ''],
    ['a', 'p', '', ''],
    ['b', 'p', '', ''],
    ['c', 'r', '', ''],
  ]);
  const growth = cascade(nested, ['', '', 2, 3, 4], 24 * 8).targets;
  expectTargets(growth, [192, 24, 4, 6, 8]);
});

test('the denominator of a ratio falls, and what a difference takes off too', () => {
  expectTargets(cascade(flat('ratio', 2), ['', 100, 50], 8).targets, [8, 200, 25]);
  expectTargets(cascade(flat('difference', 2), ['', 30, 10], 24).targets, [24, 33, 9]);
});

test('without any baseline a sum shares alike; locked drivers take no share of the growth', () => {
  expectTargets(cascade(flat('sum', 3), ['', 0, 0, 0], 12).targets, [12, 4, 4, 4]);
  const nested = treeOf([
    ['r', '', 'product', ''],
    ['p', 'r', 'product', ''],
    ['a', 'p', '', ''],
    ['b', 'p', '', ''],
    ['c', 'r', '', ''],
  ]);
  const { targets } = cascade(nested, ['', '', 2, 3, 4], 24 * 4, [], ['', '', 2, '', '']);
  expectTargets(targets, [96, 12, 2, 6, 8]);
});

test('a locked node below: its own children follow it, and its parents know', () => {
  const tree = treeOf([
    ['r', '', 'sum', ''],
    ['p', 'r', 'product', ''],
    ['a', 'p', '', ''],
    ['b', 'p', '', ''],
    ['c', 'r', '', ''],
  ]);
  const baselines = ['', '', 10, 10, 50];
  expectTargets(cascade(tree, baselines, 200, [], ['', 144, '', '', '']).targets, [200, 144, 12, 12, 56]);
  expectTargets(cascade(tree, baselines, 200, [], ['', '', 10, 12, '']).targets, [200, 120, 10, 12, 80]);
});

/** r is the sum of p and c, p that of a and b. */
const NESTED = treeOf([
  ['r', '', 'sum', ''],
  ['p', 'r', 'sum', ''],
  ['a', 'p', '', ''],
  ['b', 'p', '', ''],
  ['c', 'r', '', ''],
]);

test('what children never explained stays as it is', () => {
  const { targets, closes } = cascade(flat('sum', 2), [110, 60, 40], 120);
  expectTargets(targets, [120, 66, 44]);
  expect(closes).toBe(true);
  // Of 110, 10 are neither a nor b.
  const baselines = ['', 110, 60, 40, 50];
  const below = cascade(NESTED, baselines, 320);
  expectTargets(below.targets, [320, 220, 126, 84, 100]);
  const locked = cascade(NESTED, baselines, 200, [], ['', '', 70, 50, '']);
  expectTargets(locked.targets, [200, 130, 70, 50, 70]);
  expect([below.closes, locked.closes]).toEqual([true, true]);
});

test('what is locked below a locked node has to make it', () => {
  const baselines = ['', '', 60, 40, 50];
  const agreeing = cascade(NESTED, baselines, 200, [], ['', 120, 70, 50, '']);
  expectTargets(agreeing.targets, [200, 120, 70, 50, 80]);
  expect(agreeing.closes).toBe(true);
  const contrary = cascade(NESTED, baselines, 200, [], ['', 130, 70, 50, '']);
  const locked = { fault: 'ALL_LOCKED' };
  expect(contrary.targets).toEqual([200, 130, locked, locked, 70]);
  expect(contrary.closes).toBe(false);
});

test('the last one that is free takes what is left', () => {
  const sum = cascade(flat('sum', 2), ['', 60, ''], 120, [], ['', 60, '']).targets;
  expect(sum[2]).toEqual({ fault: 'NEEDS_BASELINE' });
  expectTargets(cascade(flat('product', 2), ['', 4, ''], 20, [], ['', 4, '']).targets, [20, 4, 5]);
  expectTargets(cascade(flat('ratio', 2), ['', 100, 50], 4, [], ['', 100, '']).targets, [4, 100, 25]);
});

test('what counts nothing takes no part', () => {
  const tree = treeOf([
    ['r', '', 'sum', ''],
    ['a', 'r', '', 1],
    ['b', 'r', '', 0],
  ]);
  expectTargets(cascade(tree, ['', 60, 10], 120).targets, [120, 120, 10]);
});

test('what cannot be handed down is a fault', () => {
  const both = (fault: string) => [{ fault }, { fault }];
  const sum = flat('sum', 2);
  expect(cascade(sum, ['', 1, ''], 5).targets[1]).toEqual({ fault: 'NEEDS_BASELINE' });
  expect(cascade(sum, ['', 1, 1], 5, [], ['', 1, 1]).targets[0]).toEqual({ fault: 'ALL_LOCKED' });
  expect(cascade(sum, ['', 1, 1], 5, ['', 0, 0]).targets[1]).toEqual({ fault: 'ALL_LOCKED' });
  expect(cascade(sum, ['', 1, 1], 5, ['', -1, 2]).targets).toEqual([5, ...both('NOT_NEGATIVE')]);
  expect(cascade(sum, ['', 1, 1], 'much').targets[0]).toEqual({ fault: 'NOT_A_NUMBER' });
  expect(cascade(sum, ['', 1, 1], '').targets[0]).toBeNull();
  expect(cascade(flat('product', 2), ['', 0, 5], 10).targets[1]).toEqual({ fault: 'NEEDS_POSITIVE' });
  expect(cascade(flat('product', 2), ['', 2, 5], -10).targets[1]).toEqual({ fault: 'NEEDS_POSITIVE' });
  expect(cascade(flat('product', 2), ['', '', 5], 10, [], ['', '', 0]).targets[1]).toEqual({
    fault: 'CANNOT_CLOSE',
  });
  expect(cascade(flat('ratio', 2), ['', 5, 5], 0, [], ['', 5, '']).targets[2]).toEqual({
    fault: 'CANNOT_CLOSE',
  });
  expectTargets(cascade(flat('ratio', 2), ['', 5, 5], 0, [], ['', '', 5]).targets, [0, 0, 5]);
  expect(cascade(flat('product', 2), ['', 2, 5], 0).targets[1]).toEqual({ fault: 'NEEDS_POSITIVE' });
  expect(cascade(flat('product', 2), ['', -2, 5], -20).targets).toEqual([-20, ...both('NEEDS_POSITIVE')]);
  expect(cascade(flat('product', 2), ['', 2, 5], 20, ['', -1, 2]).targets).toEqual([
    20,
    ...both('NOT_NEGATIVE'),
  ]);
  expect(cascade(sum, ['', 1, ''], 5).closes).toBe(false);
});

const positive = fc.double({ min: 0.01, max: 1000, noNaN: true });
const drawn = fc.array(
  fc.record({
    parent: fc.nat(),
    operator: fc.constantFrom('sum', 'sum', 'product', 'ratio'),
    coefficient: fc.constantFrom(1, 1, 2, 0.5, 1000),
    baseline: positive,
    weight: fc.option(fc.double({ min: 0.1, max: 10, noNaN: true }), { freq: 3 }),
    locked: fc.option(positive, { freq: 6 }),
  }),
  { minLength: 2, maxLength: 12 },
);

test('a cascade closes: the leaves recompute the root', () => {
  let closed = 0;
  fc.assert(
    fc.property(
      drawn,
      fc.double({ min: 0.5, max: 3, noNaN: true }),
      fc.boolean(),
      (drafts, growth, isSteered) => {
        const parents = drafts.map((draft, i) => (i === 0 ? -1 : draft.parent % i));
        const kids = drafts.map((_, i) => parents.filter((parent) => parent === i).length);
        const operator = (i: number): string => {
          if (kids[i] === 0) return '';
          const drawnOperator = drafts[i]?.operator as string;
          return drawnOperator === 'ratio' && kids[i] !== 2 ? 'product' : drawnOperator;
        };
        const tree = treeOf(
          drafts.map((draft, i) => [
            i,
            parents[i] === -1 ? '' : (parents[i] as number),
            operator(i),
            draft.coefficient,
          ]),
        );
        const baselines = drafts.map((draft, i): Cell => (kids[i] === 0 ? draft.baseline : ''));
        const root = rollUp(tree, baselines).values[0] as number;
        const locks = drafts.map(
          (draft, i): Cell => (isSteered && kids[i] === 0 ? (draft.locked ?? '') : ''),
        );
        const weights = drafts.map((draft): Cell => (isSteered ? (draft.weight ?? '') : ''));
        const { targets, closes } = cascade(tree, baselines, root * growth, weights, locks);
        if (targets.some((target) => typeof target !== 'number')) {
          expect(isSteered).toBe(true);
          expect(closes).toBe(false);
          return;
        }
        closed += 1;
        expect(closes).toBe(true);
        if (isSteered) return;
        const leaves = targets.map((target, i): Cell => (kids[i] === 0 ? (target as number) : ''));
        expectNear(rollUp(tree, leaves).values[0] as number, root * growth, 1e-9 * Math.abs(root * growth));
      },
    ),
    { seed: 13, numRuns: 2500 },
  );
  expect(closed).toBeGreaterThan(1500);
});

test('any cells', () => {
  const tree = treeOf([
    ['r', '', 'sum', ''],
    ['p', 'r', 'product', 2],
    ['a', 'p', '', -1],
    ['b', 'p', '', ''],
    ['q', 'r', 'ratio', ''],
    ['n', 'q', '', ''],
    ['d', 'q', '', ''],
  ]);
  const cells = fc.array(fc.oneof(anyCell, fc.constant<Cell>(''), positive), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(cells, anyCell, cells, cells, (baselines, target, weights, locked) => {
      expectFinite(cascade(tree, baselines, target, weights, locked));
      expectFinite(cascade(tree, baselines, 100, [], locked));
    }),
    { seed: 14, numRuns: 2000 },
  );
});

const TEAM: Cell[][] = [
  ['r', '', 'sum', ''],
  ['p', 'r', 'product', ''],
  ['a', 'p', '', ''],
  ['b', 'p', '', ''],
  ['s', 'r', 'sum', ''],
  ['c', 's', '', ''],
  ['d', 's', '', ''],
];
const TEAM_NOW: Cell[] = ['', '', 10, 10, '', 60, 40];

test('a bad weight spoils the shares at its parent, and nothing beside it', () => {
  const bad = { fault: 'NOT_A_NUMBER' };
  const { targets, closes } = cascade(treeOf(TEAM), TEAM_NOW, 240, ['', '', '', '', '', 'much', 1]);
  expectTargets(targets.slice(0, 5), [240, 120, 10 * Math.sqrt(1.2), 10 * Math.sqrt(1.2), 120]);
  expect([targets.slice(5), closes]).toEqual([[bad, bad], false]);
  const above = cascade(treeOf(TEAM), TEAM_NOW, 240, ['', -1, '', '', 1, '', '']).targets;
  expect(above).toEqual([240, ...new Array(6).fill({ fault: 'NOT_NEGATIVE' })]);
});

test('a bad lock spoils what its free siblings can take; those who are locked keep their target', () => {
  const bad = { fault: 'NOT_A_NUMBER' };
  const one = cascade(treeOf(TEAM), TEAM_NOW, 240, [], ['', '', '', '', '', 'x', '']).targets;
  expectTargets(one.slice(0, 5), [240, 120, 10 * Math.sqrt(1.2), 10 * Math.sqrt(1.2), 120]);
  expect(one.slice(5)).toEqual([bad, bad]);
  // All below s is fixed, and part of it unknown: so is s, and what p would have to absorb.
  const two = cascade(treeOf(TEAM), TEAM_NOW, 240, [], ['', '', '', '', '', 'x', 50]).targets;
  expect(two).toEqual([240, bad, bad, bad, bad, bad, 50]);
});

test('below a node that has no target, none looks as if it had one', () => {
  const { targets } = cascade(treeOf(TEAM), ['', '', '', 10, '', 60, 40], 240);
  expect(targets).toEqual([240, ...new Array(6).fill({ fault: 'NEEDS_BASELINE' })]);
  const contrary = cascade(treeOf(TEAM), TEAM_NOW, 240, [], ['', 100, '', '', 100, '', '']).targets;
  expect(contrary).toEqual(new Array(7).fill({ fault: 'ALL_LOCKED' }));
});

test('targets that would not make the root’s again are no targets', () => {
  // The denominator would have to be 1e-20, which 1 + … − 1 cannot hold.
  const tree = treeOf([
    ['r', '', 'ratio', ''],
    ['n', 'r', '', ''],
    ['d', 'r', 'difference', ''],
    ['x', 'd', '', ''],
    ['y', 'd', '', ''],
  ]);
  const { targets, closes } = cascade(tree, ['', 1, '', 3, 1], 1e20, [], ['', 1, '', '', 1]);
  expect(targets.slice(1)).toEqual(new Array(4).fill({ fault: 'CANNOT_CLOSE' }));
  expect(closes).toBe(false);
});

test('one part that cannot be made spoils none beside it', () => {
  const tree = treeOf([
    ['r', '', 'sum', ''],
    ['q', 'r', 'ratio', ''],
    ['n', 'q', '', ''],
    ['d', 'q', 'difference', ''],
    ['x', 'd', '', ''],
    ['y', 'd', '', ''],
    ['s', 'r', 'sum', ''],
    ['a', 's', '', ''],
    ['b', 's', '', ''],
  ]);
  const locked = ['', 1e20, 1, '', '', 1, '', '', ''];
  const { targets } = cascade(tree, ['', '', 1, '', 3, 1, '', 5, 5], 2e20, [], locked);
  const missed = { fault: 'CANNOT_CLOSE' };
  expect(targets.slice(2, 6)).toEqual(new Array(4).fill(missed));
  expectTargets(targets.slice(6), [1e20, 5e19, 5e19]);
});

test('a constant never moves', () => {
  const tree = treeOf([
    ['hours', '', 'product', ''],
    ['views', 'hours', '', ''],
    ['seconds', 'hours', '', ''],
    ['per hour', 'hours', '', 1 / 3600, 'constant'],
  ]);
  expectTargets(cascade(tree, ['', 100, 72, ''], 2 * 1.21).targets, [2.42, 110, 79.2, 1]);
});

test('a locked 0 below a fraction line, and weights of 0 where nothing changes', () => {
  const ratio = cascade(flat('ratio', 2), ['', 5, 5], 2, [], ['', '', 0]).targets;
  expect(ratio).toEqual([2, { fault: 'CANNOT_CLOSE' }, { fault: 'CANNOT_CLOSE' }]);
  expectTargets(cascade(flat('product', 2), ['', 2, 5], 10, ['', 0, 0]).targets, [10, 2, 5]);
  // 0.1 + 0.2 + 0.3 is a little more than 0.6 in a double.
  const still = cascade(flat('sum', 3), ['', 0.1, 0.2, 0.3], 0.6, ['', 0, 0, 0]).targets;
  expect(still).toEqual([0.6, 0.1, 0.2, 0.3]);
});
