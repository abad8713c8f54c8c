import { welch } from '../../src/kpi/welch.ts';

test('Welch’s t of two samples with different variances (published)', () => {
  const a = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4];
  const b = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 24.3];
  const test = welch(a, b);
  expect(test?.t).toBeCloseTo(2.8472044565771237, 10);
  expect(test?.df).toBeCloseTo(27.884749467103315, 9);
  expect(test?.p).toBeCloseTo(0.008185629704967032, 11);
});
