import { largestOf, mean, median, quantile, variance } from '../../src/kpi/statistics.ts';

test('of nothing, of one, and beyond the ends', () => {
  expect([mean([5]), variance([]), variance([2, 4]), median([]), median([7]), quantile([], 0.5)]).toEqual([
    ...[5, null, 2, null, 7, null],
  ]);
  const values = [4, 1, 3, 2];
  expect([-1, 0, 1 / 3, 0.5, 1, 2].map((share) => quantile(values, share))).toEqual([1, 1, 2, 2.5, 4, 4]);
  expect(values).toEqual([4, 1, 3, 2]); // left as they were
  expect(median([10, 9, 100])).toBe(10); // by size, not by letter
  expect([largestOf([1, 3, 2]), largestOf([]), largestOf([-5], 0), largestOf([5], 0)]).toEqual([
    3,
    -Infinity,
    0,
    5,
  ]);
});

test('mean, variance, median and quantiles', () => {
  expect([mean([]), mean([1, 2, 6]), variance([1]), variance([1, 2, 6]), median([5, 1, 3])]).toEqual([
    null,
    3,
    null,
    7,
    3,
  ]);
  expect(quantile([1, 2, 3, 4], 0.9)).toBeCloseTo(3.7, 12);
  expect(mean([Number.MAX_VALUE, Number.MAX_VALUE])).toBe(Number.MAX_VALUE);
  expect(variance(new Array(7).fill(0.1))).toBe(0);
  expect(variance([1e308, -1e308])).toBeNull();
  expect(quantile([-1e308, 1e308, 1.5e308], 0.25)).toBe(0);
});
