import { mean, median, quantile, variance } from '../../src/kpi/statistics.ts';

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
