import { cascade } from '../../src/kpi/cascade.ts';
import { realityOf, realityOfLeaves } from '../../src/kpi/reality.ts';
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
  const refused = cascade(tree, ['', '', 20], 2000).targets;
  expect(realityOfLeaves(tree, refused, [undefined, orders])).toEqual([
    null,
    { fault: 'NEEDS_BASELINE' },
    null,
  ]);
});
