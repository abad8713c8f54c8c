import fc from 'fast-check';
import { logarithmicMean } from '../../src/kpi/logarithmic-mean.ts';
import { expectNear } from './cells.ts';

const positive = fc.double({ min: 1e-100, max: 1e100, noNaN: true });

test('values of the definition', () => {
  expect(logarithmicMean(2, 1)).toBeCloseTo(1 / Math.LN2, 14);
  expect(logarithmicMean(Math.E, 1)).toBeCloseTo(Math.E - 1, 14);
  expect(logarithmicMean(1.25, 1)).toBeCloseTo(0.25 / Math.log(1.25), 14);
  expect([logarithmicMean(3, 3), logarithmicMean(-3, -3)]).toEqual([3, 3 * -1]);
  expect(logarithmicMean(-2, -1)).toBeCloseTo(-1 / Math.LN2, 14);
});

test('it lies between the geometric and the arithmetic mean, and is the same of both orders', () => {
  fc.assert(
    fc.property(positive, positive, (a, b) => {
      const own = logarithmicMean(a, b);
      const [low, high] = [Math.sqrt(a) * Math.sqrt(b), a / 2 + b / 2];
      expect(own >= low * (1 - 1e-12) && own <= high * (1 + 1e-12)).toBe(true);
      expectNear(logarithmicMean(b, a), own, 1e-12 * own);
      expectNear(logarithmicMean(-a, -b), -own, 1e-12 * own);
    }),
    { seed: 11, numRuns: 2000 },
  );
});

test('of numbers that are close it keeps its digits: b + h/2 − h²/12b', () => {
  for (const h of [2 ** -30, 2 ** -40, -(2 ** -40), 2 ** -52]) {
    expectNear(logarithmicMean(1 + h, 1), 1 + h / 2 - h ** 2 / 12, 4 * Number.EPSILON);
  }
});

test('of numbers whose quotient is too large or too small for a double', () => {
  const expected = 1e300 / (600 * Math.LN10);
  expectNear(logarithmicMean(1e300, 1e-300), expected, 1e-12 * expected);
  expectNear(logarithmicMean(1e-300, 1e300), expected, 1e-12 * expected);
  expectNear(logarithmicMean(-1e-300, -1e300), -expected, 1e-12 * expected);
});
