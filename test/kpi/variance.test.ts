import { additiveEffects, multiplicativeEffects } from '../../src/kpi/lmdi.ts';
import { logarithmicMean } from '../../src/kpi/logarithmic-mean.ts';
import { effectsOf } from '../../src/kpi/variance.ts';
import { flat, treeOf } from './drawn-tree.ts';

const leafEffects = (
  operator: string,
  before: number[],
  after: number[],
  method?: 'lmdi' | 'shapley',
): unknown[] =>
  effectsOf(flat(operator, before.length), ['', ...before], ['', ...after], method).effects.slice(1);
const expectClose = (found: readonly unknown[], wanted: readonly number[], digits: number): void => {
  expect(found.length).toBe(wanted.length);
  wanted.forEach((value, i) => {
    expect(found[i]).toBeCloseTo(value, digits);
  });
};

test('LMDI of products (published)', () => {
  expectClose(leafEffects('product', [1, 10, 2], [4, 5, 3]), [50.47438029, -25.23719014, 14.76280986], 8);
  expectClose(leafEffects('product', [4, 5, 3], [5, 6, 4]), [19.31568569, 15.78206435, 24.90224996], 8);
});

test('LMDI over two categories, additive and multiplicative (published)', () => {
  const before = [
    [1, 10, 2],
    [4, 5, 3],
  ];
  const after = [
    [4, 5, 3],
    [5, 6, 4],
  ];
  expectClose(additiveEffects(before, after) as number[], [69.79006598, -9.455125793, 39.66505981], 8);
  expectClose(multiplicativeEffects(before, after) as number[], [1.761117821, 0.926191306, 1.379410116], 8);
  expect(additiveEffects([[1]], [[1, 2]])).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  expect(additiveEffects([[0]], [[1]])).toEqual({ fault: 'NEEDS_POSITIVE' });
});

test('a · b · c · d, flat, nested, and by Shapley (published)', () => {
  const before = [100000, 0.05, 0.02, 20];
  const after = [150000, 0.04, 0.03, 18];
  const lmdi = [1042.184, -573.555, 1042.184, -270.813];
  expectClose(leafEffects('product', before, after), lmdi, 3);
  expectClose(leafEffects('product', before, after, 'shapley'), [1059.167, -597.5, 1059.167, -280.833], 3);
  const nested = treeOf([
    ['gmv', '', 'product', ''],
    ['orders', 'gmv', 'product', ''],
    ['clicks', 'orders', 'product', ''],
    ['impressions', 'clicks', '', ''],
    ['ctr', 'clicks', '', ''],
    ['ctor', 'orders', '', ''],
    ['aov', 'gmv', '', ''],
  ]);
  const { effects, methods, change } = effectsOf(nested, ['', '', '', ...before], ['', '', '', ...after]);
  expectClose(effects.slice(3), lmdi, 3);
  expect(change).toBeCloseTo(1240, 9);
  expect(effects[2]).toBeCloseTo(1042.184 - 573.555, 2);
  expect(methods).toEqual(['lmdi', 'lmdi', 'lmdi', null, null, null, null]);
});

test('mixed (A + B) · C (published)', () => {
  const tree = treeOf([
    ['r', '', 'product', ''],
    ['s', 'r', 'sum', ''],
    ['a', 's', '', ''],
    ['b', 's', '', ''],
    ['c', 'r', '', ''],
  ]);
  const { effects, methods } = effectsOf(tree, ['', '', 100, 100, 2], ['', '', 130, 70, 3]);
  expectClose(effects.slice(2), [73.9891, -73.9891, 200], 4);
  expect(methods.slice(0, 2)).toEqual(['lmdi', 'linear']);
});

test('a ratio of a difference and a sum (published)', () => {
  const tree = treeOf([
    ['roi', '', 'ratio', ''],
    ['margin', 'roi', 'difference', ''],
    ['spend', 'roi', 'sum', ''],
    ['revenue', 'margin', '', ''],
    ['cost', 'margin', '', ''],
    ['m1', 'spend', '', ''],
    ['m2', 'spend', '', ''],
  ]);
  const before = ['', '', '', 5000, 3000, 400, 100];
  const after = ['', '', '', 6200, 3300, 500, 80];
  const { effects, change } = effectsOf(tree, before, after);
  expectClose(effects.slice(3), [2.2202, -0.555, -0.8314, 0.1663], 4);
  expect(change).toBeCloseTo(1, 12);
});

test('Shapley of two factors, and of a difference (published)', () => {
  const pair = (a: number[], b: number[]): unknown[] => leafEffects('product', a, b, 'shapley');
  expectClose(pair([10930, 0.717892], [16591, 0.825974]), [4369.913, 1487.262], 3);
  expectClose(pair([0.6, 0.5], [0.3, 0.45]), [-0.1425, -0.0225], 10);
  expectClose(leafEffects('difference', [19.4, 10.8], [23.7, 9.5]), [4.3, 1.3], 10);
});

test('a factor that comes from zero: all of it by LMDI, shared by Shapley, never an epsilon', () => {
  expect(leafEffects('product', [0, 2, 3], [4, 5, 3], 'lmdi')).toEqual([60, 0, 0]);
  expect(leafEffects('product', [4, 5, 3], [0, 2, 3], 'lmdi')).toEqual([-60, 0, 0]);
  expect(leafEffects('product', [0, 0, 3], [4, 5, 3], 'lmdi')).toEqual([30, 30, 0]);
  expect(leafEffects('product', [0, 2, 3], [4, 0, 3], 'lmdi')).toEqual([0, 0, 0]);
  expectClose(leafEffects('product', [0, 2, 3], [4, 5, 3]), [42, 18, 0], 10);
  const { methods } = effectsOf(flat('product', 2), ['', 0, 2], ['', 4, 5]);
  expect(methods[0]).toBe('shapley');
  expect(leafEffects('product', [-1, 2], [1, 2], 'lmdi')).toEqual([
    { fault: 'NEEDS_POSITIVE' },
    { fault: 'NEEDS_POSITIVE' },
  ]);
});

test('a product too small for a double, and factors too far apart, are no NaN', () => {
  expect(leafEffects('product', [1e-200, 1e-200], [1, 1e-200])).toEqual([1e-200, 0]);
  expect(logarithmicMean(1e300, 1e-300) / 1e300).toBeCloseTo(1 / Math.log(1e300) / 2, 12);
  expect([logarithmicMean(3, 3), logarithmicMean(-4, -2)]).toEqual([3, expect.closeTo(-2 / Math.log(2), 12)]);
});

test('more than 12 operands with a zero among them is a named fault; without it, LMDI does them all', () => {
  const before = Array.from({ length: 13 }, (_, i) => (i === 0 ? 0 : 1));
  const after = Array.from({ length: 13 }, () => 2);
  expect(leafEffects('product', before, after)[5]).toEqual({ fault: 'TOO_MANY_FACTORS' });
  expect(typeof leafEffects('product', before.slice(1), after.slice(1))[5]).toBe('number');
  expect(typeof leafEffects('product', after, [...after].fill(3))[12]).toBe('number');
});

test('a measured parent: what its children leave unexplained is a line of its own', () => {
  const tree = treeOf([
    ['r', '', 'product', ''],
    ['p', 'r', 'product', ''],
    ['a', 'p', '', ''],
    ['b', 'p', '', ''],
    ['c', 'r', '', ''],
  ]);
  const result = effectsOf(tree, ['', 7, 2, 3, 10], ['', 14, 3, 4, 10]);
  expect(result.change).toBe(70);
  const lines = [result.effects[2], result.effects[3], result.unexplained[1], result.effects[4]] as number[];
  expect(lines.reduce((a, b) => a + b)).toBeCloseTo(70, 9);
  expect(result.unexplained[1]).toBeCloseTo(10, 9);
});

test('a measured parent that differs by rounding alone has nothing unexplained', () => {
  expect(0.1 + 0.2).not.toBe(0.3);
  const result = effectsOf(flat('sum', 2), [0.3, 0.1, 0.2], [0.7, 0.1, 0.6]);
  expect(result.unexplained).toEqual([null, null, null]);
});

test('not measured below a measured parent: all of its change is unexplained', () => {
  const tree = flat('sum', 2);
  const result = effectsOf(tree, [10, 4, ''], [15, 5, 6]);
  expect(result.effects).toEqual([5, null, null]);
  expect(result.unexplained[0]).toBe(5);
  const zero = effectsOf(flat('ratio', 2), [10, 4, 0], [15, 5, 6]);
  expect(zero.effects[1]).toEqual({ fault: 'ZERO_DENOMINATOR' });
});

test('a parent measured in one period only is taken from its children in both', () => {
  expect(effectsOf(flat('sum', 2), ['', 4, 5], [100, 5, 6]).change).toBe(2);
});

test('no effects where the root is not measured, and for an unknown method', () => {
  expect(effectsOf(flat('sum', 2), ['', 4, ''], ['', 5, 6]).effects).toEqual([null, null, null]);
  const zero = effectsOf(flat('ratio', 2), ['', 4, 0], ['', 5, 6]);
  expect([zero.change, ...zero.effects]).toEqual(new Array(4).fill({ fault: 'ZERO_DENOMINATOR' }));
  expect(effectsOf(flat('sum', 1), ['', 4], ['', 5], 'magic' as 'auto').change).toEqual({
    fault: 'UNKNOWN_METHOD',
  });
});

test('the logarithmic mean keeps its digits, near or far apart, and either way round', () => {
  const far = (0.1 - 53211) / Math.log(0.1 / 53211);
  expect(Math.abs(logarithmicMean(0.1, 53211) / far - 1)).toBeLessThan(1e-15);
  expect(Math.abs(logarithmicMean(53211, 0.1) / logarithmicMean(0.1, 53211) - 1)).toBeLessThan(1e-15);
  // L(1, 1 + x) = 1 + x/2 − x²/12 + …
  expect(logarithmicMean(1, 1 + 2 ** -20)).toBeCloseTo(1 + 2 ** -21 - 2 ** -40 / 12, 15);
});
