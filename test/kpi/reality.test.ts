import { cascade } from '../../src/kpi/cascade.ts';
import { type Reality, realityOf, realityOfLeaves } from '../../src/kpi/reality.ts';
import { expectTotal } from './cells.ts';
import { flat } from './drawn-tree.ts';

test('a target out of touch with the past or the benchmark', () => {
  const history = [10, 12, 11, 14, 13];
  expect(realityOf(40, history)).toEqual({
    flags: [
      { code: 'BEYOND_P90', limit: 13.6 },
      { code: 'BEYOND_BEST', limit: 21 },
    ],
    periods: 5,
  });
  expect(realityOf(13.6, history)).toEqual({ flags: [], periods: 5 }); // at the limit is within it
  expect(realityOf(13, history, { p25: 5, p75: 20 })).toEqual({ flags: [], periods: 5 });
  expect(realityOf(15, history)).toMatchObject({ flags: [{ code: 'BEYOND_P90' }] });
  expect(realityOf(4, history, { p25: 5, p75: 20 })).toMatchObject({
    flags: [{ code: 'OUTSIDE_BENCHMARK', limit: 5 }],
  });
  expect(realityOf(99, [1, 2, ''])).toEqual({ flags: [], periods: 2 });
  expect(realityOf(5, history, undefined, 'down')).toMatchObject({
    flags: [{ code: 'BEYOND_P90', limit: 10.4 }, { code: 'BEYOND_BEST' }],
  });
  expect(realityOf(5, [1000, ...new Array(13).fill(1)])).toMatchObject({ flags: [{}, {}], periods: 13 });
  expect(realityOf('', history)).toBeNull();
  expectTotal((t, a, b, c, d, e) => realityOf(t, [a, b, c, d, e]), 6);
});

test('where less is better a target is out of touch below the best', () => {
  const history = [20, 24, 22, 28, 26];
  const flags = (target: number) => (realityOf(target, history, undefined, 'down') as Reality).flags;
  // The 10th percentile is 20 + 0.4 · 2, and the best ÷ 1.5 is 13.33…
  expect([flags(20.8), flags(99)]).toEqual([[], []]);
  expect(flags(20.7)).toEqual([{ code: 'BEYOND_P90', limit: expect.closeTo(20.8, 12) }]);
  expect(flags(20 / 1.5)).toHaveLength(1);
  expect(flags(13.3)[1]).toEqual({ code: 'BEYOND_BEST', limit: 20 / 1.5 });
});

test('five measured periods are a history, and a best of nothing has no multiple', () => {
  expect(realityOf(99, [1, 2, 3, 4])).toEqual({ flags: [], periods: 4 });
  expect(realityOf(99, [1, 2, 3, 4, 5])).toMatchObject({ flags: [{}, {}], periods: 5 });
  expect(realityOf(21, [10, 12, 11, 14, 13])).toMatchObject({ flags: [{ code: 'BEYOND_P90' }] });
  expect(realityOf(1, [0, 0, 0, 0, 0])).toEqual({ flags: [{ code: 'BEYOND_P90', limit: 0 }], periods: 5 });
  expect(realityOf(1, [1, 2, 'x', 3, 4])).toEqual({ fault: 'NOT_A_NUMBER' });
  // Thirteen periods back and no further.
  expect(realityOf(2, ['x', ...new Array(13).fill(1)])).toMatchObject({ periods: 13 });
});

test('each quartile of a benchmark is a limit by itself, which belongs to the middle half', () => {
  const flags = (target: number, p25: number | null, p75: number | null) =>
    (realityOf(target, [], { p25, p75 }) as Reality).flags;
  const outside = (limit: number) => [{ code: 'OUTSIDE_BENCHMARK', limit }];
  expect([flags(5, 5, 20), flags(20, 5, 20), flags(99, 5, null), flags(1, null, 20)]).toEqual([
    [],
    [],
    [],
    [],
  ]);
  expect([flags(4.9, 5, null), flags(20.1, null, 20), flags(20.1, 5, 20)]).toEqual([
    outside(5),
    outside(20),
    outside(20),
  ]);
});

test('every leaf of a cascade is held against its own past', () => {
  const tree = flat('product', 2);
  const { targets } = cascade(tree, ['', 100, 20], 4 * 2000);
  const [orders, price] = [{ history: [90, 95, 100, 98, 100] }, { history: [20, 41, 39, 30, 35] }];
  expect(realityOfLeaves(tree, targets, [undefined, orders, price])).toEqual([
    null,
    {
      flags: [
        { code: 'BEYOND_P90', limit: 100 },
        { code: 'BEYOND_BEST', limit: 150 },
      ],
      periods: 5,
    },
    { flags: [], periods: 5 },
  ]);
  // What stands above leaves was asked of nobody by itself, whatever is known of it.
  expect(realityOfLeaves(tree, targets, [orders, orders])[0]).toBeNull();
  const refused = cascade(tree, ['', '', 20], 2000).targets;
  expect(realityOfLeaves(tree, refused, [undefined, orders])).toEqual([
    null,
    { fault: 'NEEDS_BASELINE' },
    null,
  ]);
});
