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
import { expectNear } from './cells.ts';

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
