import fc from 'fast-check';
import {
  normalCdf,
  normalQuantile,
  normalTail,
  normalTwoSided,
  studentCdf,
  studentQuantile,
  studentTwoSided,
} from '../../src/kpi/distributions.ts';
import {
  exactSampleSize,
  type ItemTest,
  itemTest,
  type ProportionTest,
  plannedState,
  proportionTest,
  sampleSize,
  sequentialState,
} from '../../src/kpi/experiment.ts';
import { mean, median, quantile, variance } from '../../src/kpi/statistics.ts';
import { welch } from '../../src/kpi/welch.ts';
import { expectNear, expectTotal } from './cells.ts';

test('normal distribution against 40-digit values', () => {
  const known: [number, number][] = [
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [1.5, 0.06680720126885807],
    [2.999, 0.0013543365337271066],
    [3, 0.0013498980316300946],
    [3.001, 0.001345472825084966],
    [6, 9.86587645037698e-10],
    [12, 1.776482112077679e-33],
    [-4, 0.9999683287581669],
  ];
  for (const [z, tail] of known) expectNear(normalTail(z) / tail, 1, 1e-12);
  const twoSided: [number, number][] = [
    [1, 0.3173105078629141],
    [5, 5.733031437583878e-7],
    [8, 1.2441921148543568e-15],
    [20, 5.507248237212467e-89],
    [37, 1.1451142445049154e-299],
  ];
  for (const [z, p] of twoSided) expectNear(normalTwoSided(-z) / p, 1, 1e-12);
  expectNear(normalCdf(1), 0.8413447460685429, 1e-15);
  expectNear(normalQuantile(0.975), 1.959963984540054, 1e-12);
  expectNear(normalQuantile(0.001), -3.090232306167814, 1e-12);
  expect(normalTwoSided(0)).toBe(1);
});

test('Student’s t against 40-digit values', () => {
  const known: [number, number, number][] = [
    [0.1, 1, 0.9365489651388929],
    [1, 1, 0.5],
    [12.7, 1, 0.05002432768934416],
    [2, 2.5, 0.157391495757966],
    [3.3, 4.2, 0.027837398437559006],
    [0.001, 7, 0.9992300172449988],
    [1.96, 30, 0.05934231289605047],
    [5, 30, 2.3296685467007796e-5],
    [1.96, 1000, 0.050273184955748715],
    [0.5, 12345.6, 0.6170839890509234],
    [2.5, 1e6, 0.012419489502163246],
    [40, 8, 1.6785718879145792e-10],
    [1e6, 1.5, 7.541704864026432e-10],
    [1e-8, 3, 0.999999992648948],
    [1e8, 1, 6.366197723675813e-9],
    [100, 4, 5.996002098992462e-8],
    [1.5, 0.7, 0.4403650970192402],
    [6, 12345, 2.028462291043118e-9],
  ];
  for (const [t, df, p] of known) expectNear(studentTwoSided(t, df), p, 1e-12);
  const far: [number, number, number][] = [
    [1e8, 2.5, 1.438679438166344e-20],
    [10, 500, 1.386049359823992e-21],
    [1e5, 30, 2.072906840146629e-129],
    [1e10, 5, 1.898033449112472e-49],
  ];
  for (const [t, df, p] of far) expectNear(studentTwoSided(t, df) / p, 1, 1e-12);
  for (const t of [1e155, 1e200, Number.MAX_VALUE]) {
    expect(studentTwoSided(t, 3)).toBeLessThan(1e-300);
    expect(studentTwoSided(-t, 1)).toBeLessThan(1e-149);
  }
  expectNear(studentQuantile(0.95, 1), 12.706204736174698, 1e-9);
  expectNear(studentQuantile(0.95, 10), 2.2281388519862735, 1e-10);
  expectNear(studentCdf(-2, 100) * 2, 0.04821217873113368, 1e-12);
  expect(studentTwoSided(0, 5)).toBe(1);
});

test('distribution functions are monotone, and quantiles lead back', () => {
  const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
  fc.assert(
    fc.property(share, fc.double({ min: 0.5, max: 1e6, noNaN: true }), (p, df) => {
      expectNear(normalCdf(normalQuantile(p)), p, 1e-12);
      expectNear(studentTwoSided(studentQuantile(p, df), df), 1 - p, 1e-10);
      if (studentTwoSided(2, df) < studentTwoSided(2.1, df)) throw new Error(`rises at df ${df}`);
    }),
    { seed: 18, numRuns: 200 },
  );
});

test('two proportions: z, p and interval (published)', () => {
  const first = proportionTest(144, 1200, 192, 1200) as ProportionTest;
  expect([first.z, first.p]).toEqual([expect.closeTo(2.8237, 4), expect.closeTo(0.004747, 6)]);
  expect(first.difference).toBeCloseTo(0.04, 12);
  const second = proportionTest(250, 5000, 295, 5000) as ProportionTest;
  expect([second.z, second.p]).toEqual([expect.closeTo(1.98236, 5), expect.closeTo(0.04744, 5)]);
  expect([second.low, second.high]).toEqual([expect.closeTo(0.000103, 6), expect.closeTo(0.017897, 6)]);
  const third = proportionTest(503, 5000, 613, 5000) as ProportionTest;
  expect([third.z, third.p]).toEqual([expect.closeTo(3.49346, 5), expect.closeTo(0.000477, 6)]);
});

test('two proportions that cannot be compared', () => {
  expect(proportionTest(1, 0, 1, 5)).toEqual({ fault: 'NEEDS_POSITIVE' });
  expect(proportionTest(-1, 5, 1, 5)).toEqual({ fault: 'NOT_NEGATIVE' });
  expect(proportionTest(6, 5, 1, 5)).toEqual({ fault: 'CONVERSIONS_ABOVE_VISITORS' });
  expect(proportionTest(0.12, 1200, 0.16, 1200)).toEqual({ fault: 'NOT_WHOLE' });
  expect(proportionTest(0, 5, 0, 9)).toEqual({ fault: 'NO_VARIATION' });
  expect(proportionTest(5, 5, 9, 9)).toEqual({ fault: 'NO_VARIATION' });
  expect(proportionTest(0, 1e308, 1, 1e308)).toEqual({ fault: 'TOO_LARGE' });
  expect(proportionTest(0, 5, 5, 5)).toMatchObject({ difference: 1, z: expect.closeTo(Math.sqrt(10), 12) });
  expect(proportionTest('', 5, 0, 5)).toBeNull();
});

test('sample size per arm (published), rounded up', () => {
  expect(exactSampleSize(0.2, 0.25)).toBeCloseTo(1093.74, 2);
  expect(exactSampleSize(0.05, 0.06)).toBeCloseTo(8157.73, 2);
  expect(exactSampleSize(0.02, 0.025)).toBeCloseTo(13809, 0);
  expect(exactSampleSize(0.1, 0.12)).toBeCloseTo(3840.8, 1);
  expect([sampleSize(0.2, 0.25), sampleSize(0.25, 0.2)]).toEqual([1094, 1094]);
  expect(sampleSize(0.2, 0.2)).toEqual({ fault: 'RATES_EQUAL' });
  // A power below what alpha alone gives: no size, rather than the square of a negative number (66 and 947).
  expect(exactSampleSize(0.1, 0.12, 0.05, 0.01)).toEqual({ fault: 'OUT_OF_RANGE' });
  expect(exactSampleSize(0.1, 0.12, 0.8, 0.05)).toEqual({ fault: 'OUT_OF_RANGE' });
  expect(sampleSize(20, 25)).toEqual({ fault: 'RATE_NOT_FRACTION' });
  expect(sampleSize(0.2, '')).toBeNull();
});

test('a very small error does not become none', () => {
  // z of 1 − 10⁻²⁰ ÷ 2 is 9.3369…; with 0.84162 and rates of ½ ± ¼.
  const size = exactSampleSize(0.25, 0.75, 1e-20) as number;
  expect(size).toBeCloseTo(
    ((-normalQuantile(5e-21) * Math.sqrt(0.5) + normalQuantile(0.8) * Math.sqrt(0.375)) / 0.5) ** 2,
    6,
  );
  expect(size).toBeLessThan(210);
});

test('with a planned size nothing is said before both arms have theirs', () => {
  expect(plannedState(144, 1200, 192, 1200, 1094)).toBe('B');
  expect(plannedState(192, 1200, 144, 1200, 1094)).toBe('A');
  expect(plannedState(144, 1200, 192, 1200, 1201)).toBe('running');
  expect(plannedState(144, 1200, 192, 900, 1094)).toBe('running');
  expect(plannedState(144, 1200, 150, 1200, 1094)).toBe('none');
  expect(plannedState(144, 1200, 192, 1200, 1094, 0.001)).toBe('none');
  expect([plannedState(0, 10, 0, 10, 100), plannedState(0, 100, 0, 100, 100)]).toEqual(['running', 'none']);
  expect(plannedState(5, 2, 1, 2, 9)).toEqual({ fault: 'CONVERSIONS_ABOVE_VISITORS' });
  expect(plannedState(1, 2, 1, 2, 0)).toEqual({ fault: 'NEEDS_POSITIVE' });
  expect([plannedState(1, 2, '', 2, 9), plannedState(1, 2, 1, 2, '')]).toEqual([null, null]);
  expectTotal((a, b, c, d, n) => plannedState(a, b, c, d, n), 5);
});

test('the sequential rule stops at 2.25 √N either way, or at N', () => {
  expect(sequentialState(100, 145, 400)).toBe('B');
  expect(sequentialState(100, 144, 400)).toBe('running');
  expect(sequentialState(145, 100, 400)).toBe('A');
  expect(sequentialState(200, 200, 400)).toBe('none');
  expect([sequentialState('', 1, 9), sequentialState(1, '', 9), sequentialState(1, 1, '')]).toEqual([
    null,
    null,
    null,
  ]);
  expect(sequentialState(1, 1, 0)).toEqual({ fault: 'NEEDS_POSITIVE' });
  expect(sequentialState(-1, 1, 9)).toEqual({ fault: 'NOT_NEGATIVE' });
});

test('Welch’s t of two samples with different variances (published)', () => {
  const a = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4];
  const b = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 24.3];
  const test = welch(a, b);
  expect(test?.t).toBeCloseTo(2.8472044565771237, 10);
  expect(test?.df).toBeCloseTo(27.884749467103315, 9);
  expect(test?.p).toBeCloseTo(0.008185629704967032, 11);
});

test('sets of content are compared item by item, on logarithms', () => {
  const test = itemTest(
    [0.01, 0.02, 0.03, 0.02, 0.015],
    [0.02, 0.05, 0.06, 0.03, 0.02, 0.04, ''],
  ) as ItemTest;
  expect(test).toEqual({
    ratio: expect.closeTo(1.8851210704303616, 10),
    t: expect.closeTo(2.41482645177096, 10),
    p: expect.closeTo(0.03906998163792949, 11),
    low: expect.closeTo(1.0404193603034424, 8),
    high: expect.closeTo(3.4156241086710146, 8),
  });
  expect(itemTest([0.01, 0.02, 0.03, 0.02], [0.02, 0.05, 0.06, 0.03, 0.02])).toEqual({
    fault: 'NOT_ENOUGH_DATA',
  });
  expect(itemTest([1, 1, 1, 1, 1], [2, 2, 2, 2, 2])).toEqual({ fault: 'NO_VARIATION' });
  // What rounding makes of one rate is no variation either.
  const tenth = [0.1, 0.3 - 0.2, 1 / 10, 0.7 - 0.6, 0.1];
  expect(new Set(tenth).size).toBeGreaterThan(1);
  expect(itemTest(tenth, new Array(6).fill(0.3))).toEqual({ fault: 'NO_VARIATION' });
  expect(itemTest(new Array(7).fill(0.1), [0.1, 0.1, 0.1, 0.1, 0.2])).toMatchObject({
    t: expect.closeTo(1, 12),
  });
  expect(itemTest([1, 0, 1, 1, 1], [2, 2, 2, 2, 2])).toEqual({ fault: 'NEEDS_POSITIVE', position: 1 });
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

test('any cells', () => {
  expectTotal((a, b, c, d) => proportionTest(a, b, c, d), 4);
  expectTotal((a, b, c, d) => sampleSize(a, b, c, d), 4);
  expectTotal(sequentialState, 3);
  expectTotal((a, b, c, d, e) => itemTest([a, b, c, d, e], [1, 2, 3, 4, b]), 5);
});
