import fc from 'fast-check';
import { attainment, bandAttainment, baselineAttainment } from '../../src/kpi/attainment.ts';
import { expectTotal } from './cells.ts';

test('higher is better: actual over target', () => {
  expect(attainment(80, 100)).toBe(0.8);
  expect(attainment(110, 120)).toBeCloseTo(0.9167, 4);
  expect(attainment(-5, 10)).toBe(-0.5);
});

test('lower is better: 2 − A/T, and the other convention by name', () => {
  expect([attainment(20, 10, 'down'), attainment(20, 10, 'down-ratio')]).toEqual([0, 0.5]);
  expect(attainment(8, 10, 'down')).toBe(1.2);
  expect(attainment(0, 10, 'down')).toBe(2);
});

test('no number that misleads', () => {
  expect(attainment(5, 0)).toEqual({ fault: 'NEEDS_BASELINE' });
  expect(attainment(5, -2, 'down')).toEqual({ fault: 'NEEDS_BASELINE' });
  expect(attainment(0, 10, 'down-ratio')).toEqual({ fault: 'ZERO_DENOMINATOR' });
  expect(attainment(-1, 10, 'down-ratio')).toEqual({ fault: 'NEEDS_POSITIVE' });
  expect(attainment('12', 10)).toEqual({ fault: 'NOT_A_NUMBER' });
  expect(attainment(true, 10)).toEqual({ fault: 'NOT_A_NUMBER' });
  expect(attainment('#REF!', 10)).toEqual({ fault: 'NOT_A_NUMBER' });
  expect(attainment(1, 1, 'sideways' as 'up')).toEqual({ fault: 'UNKNOWN_METHOD' });
  expect(attainment(1e300, 1e-300)).toEqual({ fault: 'TOO_LARGE' });
  expect([attainment('', 10), attainment(5, null)]).toEqual([null, null]);
});

test('with a baseline, one formula for both directions and for zero and negative targets', () => {
  expect(baselineAttainment(110, 120, 100)).toBe(0.5);
  expect(baselineAttainment(15, 10, 20)).toBe(0.5);
  expect(baselineAttainment(2, 0, 8)).toBe(0.75);
  expect(baselineAttainment(-30, -20, -40)).toBe(0.5);
  expect(baselineAttainment(5, 10, 10)).toEqual({ fault: 'BASELINE_IS_TARGET' });
  expect([
    baselineAttainment(5, 10, ''),
    baselineAttainment(5, '', 1),
    baselineAttainment('', 10, 1),
  ]).toEqual([null, null, null]);
});

test('a band: 1 inside, falling by half-widths outside, not below 0', () => {
  expect([6, 8, 10].map((actual) => bandAttainment(actual, 6, 10))).toEqual([1, 1, 1]);
  expect([11, 5, 12, 4, 99].map((actual) => bandAttainment(actual, 6, 10))).toEqual([0.5, 0.5, 0, 0, 0]);
  expect(bandAttainment(8, 10, 6)).toEqual({ fault: 'BAND_NOT_ORDERED' });
  expect(bandAttainment(8, 6, 6)).toEqual({ fault: 'BAND_NOT_ORDERED' });
});

const amount = fc.double({ min: 0.01, max: 1e9, noNaN: true });

test('scaling actual and target alike leaves attainment unchanged', () => {
  const method = fc.constantFrom('up' as const, 'down' as const, 'down-ratio' as const);
  fc.assert(
    fc.property(amount, amount, amount, method, (actual, target, scale, by) => {
      const before = attainment(actual, target, by) as number;
      const after = attainment(actual * scale, target * scale, by) as number;
      expect(Math.abs(after - before)).toBeLessThanOrEqual(1e-12 * (1 + actual / target + target / actual));
    }),
    { seed: 3, numRuns: 2000 },
  );
});

test('on target is 1 by every method', () => {
  fc.assert(
    fc.property(amount, amount, (target, other) => {
      for (const method of ['up', 'down', 'down-ratio'] as const) {
        expect(attainment(target, target, method)).toBe(1);
      }
      if (other !== target) expect(baselineAttainment(target, target, other)).toBe(1);
    }),
    { seed: 4, numRuns: 500 },
  );
});

test('any cells', () => {
  expectTotal((a, t, m) => attainment(a, t, m as 'up'), 3);
  for (const method of ['up', 'down', 'down-ratio'] as const)
    expectTotal((a, t) => attainment(a, t, method), 2);
  expectTotal(baselineAttainment, 3);
  expectTotal(bandAttainment, 3);
});
