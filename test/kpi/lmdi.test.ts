import fc from 'fast-check';
import { additiveEffects, multiplicativeEffects } from '../../src/kpi/lmdi.ts';
import { expectNear } from './cells.ts';

const factor = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const period = (width: number, rows: number) =>
  fc.array(fc.array(factor, { minLength: width, maxLength: width }), { minLength: rows, maxLength: rows });
const both = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([width, rows]) => fc.tuple(period(width, rows), period(width, rows)));
const totalOf = (rows: readonly (readonly number[])[]): number =>
  rows.reduce((sum, row) => sum + row.reduce((product, each) => product * each, 1), 0);

test('effects add up to the change, and multiply to the ratio, of the totals', () => {
  fc.assert(
    fc.property(both, ([before, after]) => {
      const [from, to] = [totalOf(before), totalOf(after)];
      const added = (additiveEffects(before, after) as number[]).reduce((a, b) => a + b, 0);
      expectNear(added, to - from, 1e-9 * (from + to));
      const made = (multiplicativeEffects(before, after) as number[]).reduce((a, b) => a * b, 1);
      expectNear(made / (to / from), 1, 1e-9);
    }),
    { seed: 81, numRuns: 500 },
  );
});

test('what stayed as it was has no effect; of one factor in one category all is its effect', () => {
  expect(additiveEffects([[2, 3]], [[2, 3]])).toEqual([0, 0]);
  expect(multiplicativeEffects([[2, 3]], [[2, 3]])).toEqual([1, 1]);
  expect(additiveEffects([[2]], [[6]])).toEqual([expect.closeTo(4, 12)]);
  expect(multiplicativeEffects([[2]], [[6]])).toEqual([expect.closeTo(3, 12)]);
  expect((additiveEffects([[2, 3]], [[4, 3]]) as number[])[1]).toBe(0);
});

test('rows of other numbers of factors, of none, or with one that is not above 0, have no effects', () => {
  for (const effects of [additiveEffects, multiplicativeEffects]) {
    for (const [before, after] of [
      [[[1, 2]], [[1]]],
      [
        [[1, 2]],
        [
          [1, 2],
          [1, 2],
        ],
      ],
      [
        [[1, 2], [1]],
        [
          [1, 2],
          [1, 2],
        ],
      ],
      [
        [
          [1, 2],
          [1, 2],
        ],
        [[1, 2], [1]],
      ],
      [[], []],
      [[[]], [[]]],
    ])
      expect(effects(before as number[][], after as number[][])).toEqual({ fault: 'DIFFERENT_LENGTHS' });
    for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(effects([[1, bad]], [[1, 2]])).toEqual({ fault: 'NEEDS_POSITIVE' });
      expect(effects([[1, 2]], [[bad, 2]])).toEqual({ fault: 'NEEDS_POSITIVE' });
    }
  }
});
