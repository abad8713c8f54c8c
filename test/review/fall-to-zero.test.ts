import fc from 'fast-check';
import { shiftOf } from '../../src/kpi/shift.ts';
import { build, fact, MONDAY, SUNDAY } from './support.ts';

const steady = [100, 110, 95, 105, 98, 102, 107, 96, 101, 99];

describe('a fall to 0', () => {
  test('is a shift of all there was, by the spread of the values', () => {
    const found = shiftOf([...steady, 0]);
    expect(found).toMatchObject({ change: -1, value: 0, usual: 100.5, length: 1, periods: 10 });
    expect(found?.z).toBeLessThan(-9);
    expect(shiftOf([...steady, 0, 0])).toMatchObject({ change: -1, length: 2 });
  });

  test('is none where there was nothing, too few periods, or zeros are usual', () => {
    expect(shiftOf([...steady.map(() => 0), 0])).toBeNull();
    expect(shiftOf([...steady.slice(0, 7), 0])).toBeNull();
    expect(Math.abs(shiftOf([9, 0, 4, 6, 0, 7, 5, 0, 6, 8, 0])?.z ?? 0)).toBeLessThan(3);
  });

  test('leaves what is above 0 as it was', () => {
    expect(shiftOf([...steady, 0, 50])).toEqual(shiftOf([...steady, 50]));
  });

  test('law: the same in any unit, and never good news', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 8, maxLength: 26 });
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 100, noNaN: true }), (base, unit) => {
        const one = shiftOf([...base, 0]);
        const other = shiftOf([...base.map((value) => value * unit), 0]);
        if (one === null || other === null) return expect(other).toBe(one);
        expect(other.z).toBeCloseTo(one.z, 6);
        expect(other.change).toBeCloseTo(one.change, 9);
        expect(one.z).toBeLessThan(0);
      }),
    );
  });
});

test('a review calls out a KPI that fell to 0', () => {
  const views = steady.map((value, i) => {
    const back = 7 * (steady.length - i);
    return fact('1', MONDAY - back, SUNDAY - back, { views: value });
  });
  const { review } = build({
    tree: [{ id: 'n', metric: 'views', name: 'Views' }],
    performance: [...views, fact('1', MONDAY, SUNDAY, { views: 0 })],
  });
  expect(review.findings[0]?.text).toMatch(
    /^Views is clearly worse than usual: 0 .*instead of 101 \(−100\.0%\)/,
  );
});
