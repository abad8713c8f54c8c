import fc from 'fast-check';
import { normalAt, randomOf, shareWhole, stratified } from '../../src/sample/random.ts';

const draw = (seed: number, label: string, count = 5): number[] => {
  const random = randomOf(seed, label);
  return Array.from({ length: count }, () => random.next());
};

test('a stream depends on the seed and on the label, and on nothing else', () => {
  expect(draw(7, 'orders')).toEqual(draw(7, 'orders'));
  expect(draw(7, 'orders')).not.toEqual(draw(8, 'orders'));
  expect(draw(7, 'orders')).not.toEqual(draw(7, 'costs'));
});

test('uniform numbers fill [0, 1) evenly', () => {
  const numbers = draw(42, 'uniform', 20000);
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const inside = numbers.filter((value) => value >= tenth / 10 && value < (tenth + 1) / 10).length;
    expect(Math.abs(inside - 2000)).toBeLessThan(200);
  }
});

test('normal numbers have mean 0 and variance 1', () => {
  const random = randomOf(1, 'normal');
  const numbers = Array.from({ length: 20000 }, random.normal);
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const variance = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / numbers.length;
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(Math.abs(variance - 1)).toBeLessThan(0.05);
});

test('weighted choice follows the weights', () => {
  const random = randomOf(3, 'weighted');
  const picks = Array.from({ length: 10000 }, () => random.weighted(['a', 'b', 'c'], [1, 0, 3]));
  expect(picks).not.toContain('b');
  expect(Math.abs(picks.filter((pick) => pick === 'c').length - 7500)).toBeLessThan(250);
});

test('stratified quantiles have exactly one in each stratum', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 30 }), (seed, count) => {
      const strata = stratified(randomOf(seed, 's'), count).map((quantile) => Math.floor(quantile * count));
      expect(strata.sort((one, other) => one - other)).toEqual(
        Array.from({ length: count }, (_, index) => index),
      );
    }),
    { seed: 11 },
  );
});

test('whole shares stay within one of what was expected, each and together', () => {
  const amounts = fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { maxLength: 30 });
  fc.assert(
    fc.property(fc.integer(), amounts, (seed, expected) => {
      const shares = shareWhole(randomOf(seed, 's'), expected);
      for (const [index, share] of shares.entries()) {
        expect(Number.isInteger(share)).toBe(true);
        expect(Math.abs(share - (expected[index] ?? 0))).toBeLessThan(1 + 1e-9);
      }
      const difference =
        shares.reduce((sum, share) => sum + share, 0) - expected.reduce((sum, each) => sum + each, 0);
      expect(Math.abs(difference)).toBeLessThan(1 + 1e-9);
    }),
    { seed: 12 },
  );
});

test('normal values are 0 in the middle, rise with the quantile and stay finite at the ends', () => {
  expect(normalAt(0.5)).toBe(0);
  expect(normalAt(0.8413)).toBeCloseTo(1, 1);
  expect(normalAt(0.9)).toBeCloseTo(-normalAt(0.1), 12);
  expect(normalAt(1)).toBeLessThan(3);
});
