import { normalQuantile } from '../../src/kpi/distributions.ts';
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
import { expectTotal } from './cells.ts';

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

test('of two sets of content each needs its items, and what is wrong in either is told with its place', () => {
  const rates = [0.01, 0.02, 0.03, 0.02, 0.015];
  const few = rates.slice(0, 4);
  for (const [a, b] of [
    [rates, few],
    [few, rates],
    [[], rates],
    [rates, [...few, '', null]],
  ] as const)
    expect(itemTest(a, b)).toEqual({ fault: 'NOT_ENOUGH_DATA' });
  expect(itemTest(rates, rates)).toMatchObject({ ratio: 1, t: 0, p: expect.closeTo(1, 12) });
  const fault = { fault: 'NOT_A_NUMBER', position: 2 };
  const wrong = [0.01, 0.02, 'x', 0.02, 0.015];
  expect([itemTest(wrong, rates), itemTest(rates, wrong)]).toEqual([fault, fault]);
  expect(itemTest(rates, [1, -1, 1, 1, 1])).toEqual({ fault: 'NEEDS_POSITIVE', position: 1 });
  const [tiny, huge] = [
    [1, 2, 1, 2, 1].map((rate) => rate * 1e-300),
    [1, 2, 1, 2, 1].map((rate) => rate * 1e300),
  ];
  expect(itemTest(tiny, huge)).toEqual({ fault: 'TOO_LARGE' });
});

test('exchanging two sets of content turns the ratio over', () => {
  const [a, b] = [
    [1, 2, 3, 2, 1.5],
    [2, 5, 6, 3, 2, 4],
  ];
  const [there, back] = [itemTest(a, b) as ItemTest, itemTest(b, a) as ItemTest];
  expect(back.ratio).toBeCloseTo(1 / there.ratio, 12);
  expect([back.t, back.p]).toEqual([expect.closeTo(-there.t, 12), expect.closeTo(there.p, 12)]);
  expect([back.low, back.high]).toEqual([
    expect.closeTo(1 / there.high, 12),
    expect.closeTo(1 / there.low, 12),
  ]);
});

test('any cells', () => {
  expectTotal((a, b, c, d) => proportionTest(a, b, c, d), 4);
  expectTotal((a, b, c, d) => sampleSize(a, b, c, d), 4);
  expectTotal(sequentialState, 3);
  expectTotal((a, b, c, d, e) => itemTest([a, b, c, d, e], [1, 2, 3, 4, b]), 5);
});
