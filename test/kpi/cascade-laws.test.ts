/** Laws of a cascade, for any tree, with weights, locks and measured parents drawn. */
import fc from 'fast-check';
import { CLOSING_TOLERANCE, cascade } from '../../src/kpi/cascade.ts';
import { isFault } from '../../src/kpi/fault.ts';
import type { Cell } from '../../src/kpi/issue.ts';
import { rollUp } from '../../src/kpi/roll-up.ts';
import { anyCell, expectFinite, expectNear } from './cells.ts';
import { type Drawn, drawnTree, recompute, treeOf } from './drawn-tree.ts';

const NODES = 12;
const positive = fc.double({ min: 0.01, max: 1000, noNaN: true });
const amount = fc.oneof(
  { weight: 40, arbitrary: positive },
  { weight: 1, arbitrary: fc.constantFrom(0, -5, -0.3) },
);
const every = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(value, { minLength: NODES, maxLength: NODES });

/** One cell in so many has a value. */
const cellsOf = (value: fc.Arbitrary<number>, oneIn: number): fc.Arbitrary<Cell[]> =>
  every(fc.oneof({ weight: 1, arbitrary: value }, { weight: oneIn - 1, arbitrary: fc.constant<Cell>('') }));

/** Baselines of the leaves, and of some inner nodes, whose children leave something unexplained. */
const baselinesOf = ({ isLeaf }: Drawn, leaves: readonly number[], own: readonly Cell[]): Cell[] =>
  isLeaf.map((leaf, i): Cell => (leaf ? (leaves[i] as number) : i === 0 ? '' : (own[i] ?? '')));

/** The largest of the root's parts, where they are added: they may cancel out. */
const largestPart = ({ rows }: Drawn, leaves: readonly number[], gaps: readonly number[]): number => {
  if (rows[0]?.[2] === 'product' || rows[0]?.[2] === 'ratio') return 0;
  const parts = rows.map(([, parent, , coefficient], row) =>
    parent === 0 ? Math.abs(recompute(rows, leaves, gaps, row) * Number(coefficient)) : 0,
  );
  return Math.max(...parts);
};

/** Is a node locked, or made of locked ones alone? */
const isHeld = (drawn: Drawn, locked: readonly Cell[], row: number): boolean => {
  const children = drawn.parents.flatMap((parent, child) => (parent === row ? [child] : []));
  return (
    locked[row] !== '' || (children.length > 0 && children.every((child) => isHeld(drawn, locked, child)))
  );
};

type Count = { closed: number; refused: number };

const check = (
  drawn: Drawn,
  baselines: readonly Cell[],
  wanted: number,
  weights: readonly Cell[],
  locked: readonly Cell[],
  count: Count,
): void => {
  const tree = treeOf(drawn.rows);
  const { targets, closes } = cascade(tree, baselines, wanted, weights, locked);
  expectFinite(targets);
  const isWhole = targets.every((target) => typeof target === 'number');
  expect(closes).toBe(isWhole);
  const { values, unexplained } = rollUp(tree, baselines);
  if (values.some((value) => typeof value !== 'number')) return;
  if (!isWhole) {
    count.refused += 1;
    // What has no target says why, and nothing below it looks as if it had one, but for what is locked itself.
    targets.forEach((target, row) => {
      if (target === null) throw new Error(`Row ${row} is empty.`);
      const isBelowFault = row > 0 && isFault(targets[drawn.parents[row] as number]);
      if (isBelowFault && typeof target === 'number') expect(isHeld(drawn, locked, row)).toBe(true);
    });
    return;
  }
  count.closed += 1;
  locked.forEach((lock, row) => {
    if (lock !== '' && row < targets.length) expect(targets[row]).toBe(lock);
  });
  const leaves = targets as number[];
  const gaps = unexplained.map((gap) => gap ?? 0);
  const made = recompute(drawn.rows, leaves, gaps);
  const scale = Math.max(Math.abs(wanted), largestPart(drawn, leaves, gaps));
  expectNear(made, wanted, 1.001 * CLOSING_TOLERANCE * scale);
};

test('the leaves make the root’s target: sums, products, ratios and differences above 0', () => {
  const count: Count = { closed: 0, refused: 0 };
  fc.assert(
    fc.property(
      drawnTree(NODES, [1, 1, 2, 0.5, 1000]),
      every(positive),
      fc.double({ min: 0.5, max: 3, noNaN: true }),
      (drawn, leaves, growth) => {
        const root = recompute(drawn.rows, leaves);
        if (!(root > 0)) return;
        const { targets, closes } = cascade(
          treeOf(drawn.rows),
          baselinesOf(drawn, leaves, []),
          root * growth,
        );
        if (!closes) {
          count.refused += 1; // a difference below 0 inside a product
          return;
        }
        count.closed += 1;
        const scale = largestPart(drawn, targets as number[], []);
        expectNear(
          recompute(drawn.rows, targets as number[]),
          root * growth,
          CLOSING_TOLERANCE * Math.max(scale, root * growth),
        );
      },
    ),
    { seed: 13, numRuns: 3000 },
  );
  expect(count.closed).toBeGreaterThan(1500);
  expect(count.refused).toBeLessThan(count.closed / 2);
});

test('also with weights, locks, negatives, zeros and measured parents; else it is said why', () => {
  const count: Count = { closed: 0, refused: 0 };
  fc.assert(
    fc.property(
      drawnTree(NODES),
      every(amount),
      cellsOf(positive, 8),
      fc.double({ min: -0.5, max: 3, noNaN: true }),
      cellsOf(fc.double({ min: 0, max: 10, noNaN: true }), 3),
      cellsOf(positive, 12),
      (drawn, leaves, own, growth, weights, locked) => {
        const locks = locked.map((lock, i): Cell => (i === 0 || i >= drawn.rows.length ? '' : lock));
        const baselines = baselinesOf(drawn, leaves, own);
        const root = rollUp(treeOf(drawn.rows), baselines).values[0];
        check(drawn, baselines, growth * (typeof root === 'number' ? root : 1), weights, locks, count);
      },
    ),
    { seed: 31, numRuns: 6000 },
  );
  expect(count.closed).toBeGreaterThan(1000);
  expect(count.refused).toBeGreaterThan(1000);
});

test('weights above 0 stand for the shares: their unit does not matter', () => {
  fc.assert(
    fc.property(
      drawnTree(NODES, [1, 2]),
      every(positive),
      every(fc.double({ min: 0.1, max: 10, noNaN: true })),
      fc.constantFrom(2 ** 40, 2 ** -30, 2 ** 1000),
      (drawn, leaves, weights, factor) => {
        const tree = treeOf(drawn.rows);
        const baselines = baselinesOf(drawn, leaves, []);
        const scaled = weights.map((weight) => weight * factor);
        expect(cascade(tree, baselines, 500, scaled)).toEqual(cascade(tree, baselines, 500, weights));
      },
    ),
    { seed: 32, numRuns: 1000 },
  );
});

test('any cells: nothing throws, nothing is NaN or infinite', () => {
  const cells = every(fc.oneof(anyCell, fc.constant<Cell>(''), positive));
  fc.assert(
    fc.property(
      drawnTree(NODES),
      cells,
      anyCell,
      cells,
      cells,
      (drawn, baselines, target, weights, locked) => {
        const tree = treeOf(drawn.rows);
        expectFinite(cascade(tree, baselines, target, weights, locked));
        expectFinite(cascade(tree, baselines, 100, [], locked));
      },
    ),
    { seed: 14, numRuns: 3000 },
  );
});
