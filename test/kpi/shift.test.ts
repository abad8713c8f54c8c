import fc from 'fast-check';
import type { Input } from '../../src/kpi/fault.ts';
import { rateShiftOf, type Shift, shiftOf } from '../../src/kpi/shift.ts';
import { expectNear, expectTotal } from './cells.ts';

const repeat = <T>(part: readonly T[], times: number): T[] => new Array(times).fill(part).flat();
const near = (value: number) => expect.closeTo(value, 10);

describe('amounts', () => {
  test('what never varied varies by 2 % at least', () => {
    expect(shiftOf([...repeat([10], 8), 5])).toEqual({
      ...{ z: near(Math.log(0.5) / 0.02), change: near(-0.5), usual: near(10), value: near(5) },
      ...{ length: 1, periods: 8 },
    });
    expect(shiftOf(repeat([10], 9))).toMatchObject({ z: near(0), change: near(0), length: 1 });
  });

  test('the spread is the mean moving range ÷ 1.128 where that is larger', () => {
    // Median √200; neighbours differ by a factor of 2, and 80 is √200 · 2^2.5.
    expect(shiftOf([...repeat([10, 20], 4), 80])).toEqual({
      ...{ z: near(2.5 * 1.128), change: near(2 ** 2.5 - 1), usual: near(Math.sqrt(200)), value: near(80) },
      ...{ length: 1, periods: 8 },
    });
  });

  test('or 1.4826 times the median deviation, where values drift', () => {
    // Median 20, from which each is a factor of 2 away.
    const drift = [10, 10, 10, 10, 40, 40, 40, 40];
    expect(shiftOf([...drift, 80])).toMatchObject({ z: near(2 / 1.4826), usual: near(20), periods: 8 });
    expect(shiftOf([...drift, 5])).toMatchObject({ z: near(-2 / 1.4826), change: near(-0.75) });
  });

  test('two periods together are clearer where both are shifted, and only then', () => {
    expect(shiftOf([...repeat([10, 20], 4), 80, 80])).toMatchObject({
      ...{ z: near(2.5 * 1.128 * Math.SQRT2), value: near(80), length: 2, periods: 8 },
    });
    // 20 and 80 are 40 on the whole.
    expect(shiftOf([...repeat([10], 8), 20, 80])).toMatchObject({ length: 2, value: near(40) });
    expect(shiftOf([...repeat([10], 8), 10, 20])).toMatchObject({ length: 1, periods: 9 });
    expect(shiftOf([...repeat([10], 8), '', 20])).toMatchObject({ length: 1, periods: 8 });
    expect(shiftOf([...repeat([10], 8), 20, 20])).toMatchObject({ length: 2, periods: 8 });
    for (const gap of ['', 0, -3]) {
      expect(shiftOf([...repeat([10], 8), 20, gap, 20])).toMatchObject({ length: 1, periods: 9 });
      expect(shiftOf([...repeat([10], 8), gap, 5])).toMatchObject({ change: near(-0.5), periods: 8 });
    }
  });

  test('no shift of fewer than eight periods before, nor of a last one that was not measured', () => {
    expect(shiftOf([...repeat([10], 7), 5])).toBeNull();
    expect(shiftOf([...repeat([10], 7), '', 0, -3, 'x', 5])).toBeNull();
    expect(shiftOf([...repeat<Input>([10, ''], 8), 5])).toMatchObject({ periods: 8 });
    for (const last of ['', null, -5, 'x', true]) expect(shiftOf([...repeat([10], 9), last])).toBeNull();
    expect([shiftOf([]), shiftOf([1])]).toEqual([null, null]);
  });

  test('in other units it is the same, and of reciprocals the opposite', () => {
    const values = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 9, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.double({ min: 0.001, max: 1000, noNaN: true }), (cells, scale) => {
        const own = shiftOf(cells) as Shift;
        const scaled = shiftOf(cells.map((value) => value * scale)) as Shift;
        const turned = shiftOf(cells.map((value) => 1 / value)) as Shift;
        const tolerance = 1e-6 * Math.max(1, Math.abs(own.z));
        expectNear(scaled.z, own.z, tolerance);
        expectNear(turned.z, -own.z, tolerance);
        expectNear(scaled.usual / scale, own.usual, 1e-9 * own.usual);
        expectNear(own.change, own.value / own.usual - 1, 1e-9 * (own.value / own.usual));
      }),
      { seed: 51, numRuns: 500 },
    );
  });
});

describe('a fall to 0', () => {
  test('is held against the values themselves, since 0 has no logarithm', () => {
    expect(shiftOf([...repeat([10], 8), 0])).toEqual({
      ...{ z: near(-1 / 0.02), change: -1, usual: 10, value: 0, length: 1, periods: 8 },
    });
    // Median 15; neighbours are 10 apart.
    expect(shiftOf([...repeat([10, 20], 4), 0])).toEqual({
      ...{ z: near(-1.5 * 1.128), change: -1, usual: 15, value: 0, length: 1, periods: 8 },
    });
  });

  test('zeros before it count, what was not measured does not', () => {
    const spread = 20 / 9 / 1.128;
    expect(shiftOf([...repeat([10], 8), 0, 10, 0])).toMatchObject({ z: near(-10 / spread), periods: 10 });
    expect(shiftOf([...repeat([10], 8), 0, 10, '', -3, 'x', 0])).toMatchObject({
      ...{ z: near(-10 / spread), length: 1, periods: 10 },
    });
    // Most weeks have none: one more is nothing new.
    expect(shiftOf([...repeat([0, 0, 0, 10], 3), 0])).toBeNull();
  });

  test('two periods of 0 together are clearer than the last alone', () => {
    expect(shiftOf([...repeat([10], 8), 0, 0])).toEqual({
      ...{ z: near((-1 / 0.02) * Math.SQRT2), change: -1, usual: 10, value: 0, length: 2, periods: 8 },
    });
  });

  test('none is told of fewer than eight periods before', () => {
    expect(shiftOf([...repeat([10], 7), 0])).toBeNull();
    expect(shiftOf([0])).toBeNull();
    expect(shiftOf([...repeat([10], 7), '', 0])).toBeNull();
  });
});

describe('rates', () => {
  const thousand = (count: number): number[] => new Array(count).fill(1000);

  test('what comes evenly varies by half of what chance does at least', () => {
    // 10 of 1,000, eight times; then 2: as standard errors of 1,000 and of 8,000 clicks.
    const error = 0.5 * Math.sqrt(0.01 / 1000 + 0.01 / 8000);
    expect(rateShiftOf([...repeat([10], 8), 2], thousand(9))).toEqual({
      ...{ z: near(-0.008 / error), change: near(-0.8), usual: near(0.01), value: near(0.002) },
      ...{ length: 1, periods: 8 },
    });
  });

  test('where they vary by more than chance, so does the yardstick', () => {
    // 5 and 15 are each √2.5 standard errors from 10: neighbours differ by √10 of them.
    const error = (Math.sqrt(10) / 1.128) * Math.sqrt(0.01 / 1000 + 0.01 / 8000);
    expect(rateShiftOf([...repeat([5, 15], 4), 30], thousand(9))).toMatchObject({ z: near(0.02 / error) });
  });

  test('the usual is the quotient of sums, and small counts say less', () => {
    const clicks = [...repeat([1000, 3000], 4), 1000];
    const orders = [...repeat([10, 30], 4), 5];
    const large = rateShiftOf(orders, clicks) as Shift;
    expect(large).toMatchObject({ usual: near(0.01), change: near(-0.5) });
    const small = rateShiftOf(
      orders.map((count) => count / 10),
      clicks.map((count) => count / 10),
    ) as Shift;
    expectNear(small.z * Math.sqrt(10), large.z, 1e-9);
    expect(small.change).toBeCloseTo(large.change, 12);
  });

  test('two periods together, where both are measured', () => {
    const both = rateShiftOf([...repeat([10], 8), 4, 4], thousand(10));
    const error = 0.5 * Math.sqrt(0.01 / 2000 + 0.01 / 8000);
    expect(both).toMatchObject({ z: near(-0.006 / error), length: 2, value: near(0.004), periods: 8 });
    expect(rateShiftOf([...repeat([10], 8), '', 4], thousand(10))).toMatchObject({ length: 1, periods: 8 });
    expect(rateShiftOf([...repeat([10], 8), 4, '', 4], thousand(11))).toMatchObject({
      length: 1,
      periods: 9,
    });
    // 2 of 500 and 9 of 1,000 are 11 of 1,500.
    expect(rateShiftOf([...repeat([10], 8), 9, 2], [...thousand(9), 500])).toMatchObject({ length: 1 });
    expect(rateShiftOf([...repeat([10], 8), 1, 4], [...thousand(9), 500])).toMatchObject({
      ...{ length: 2, value: near(5 / 1500) },
    });
  });

  test('none of fewer than eight periods before, of nothing at all, or of a last one without both counts', () => {
    expect(rateShiftOf([...repeat([10], 7), 2], thousand(8))).toBeNull();
    expect(rateShiftOf([...repeat([0], 8), 2], thousand(9))).toBeNull();
    expect(rateShiftOf([...repeat([10], 8), 0], thousand(9))).toMatchObject({ change: -1, value: 0 });
    for (const last of ['', -1, 'x'])
      expect(rateShiftOf([...repeat([10], 9), last], thousand(10))).toBeNull();
    for (const last of ['', 0, -1000, 'x'])
      expect(rateShiftOf(repeat([10], 10), [...thousand(9), last])).toBeNull();
    expect([rateShiftOf([], []), rateShiftOf(repeat([10], 10), thousand(9))]).toEqual([null, null]);
    // A period with one of the two counts is none.
    expect(
      rateShiftOf([-10, 'x', 10, ...repeat([10], 7), 2], [...thousand(2), 0, ...thousand(8)]),
    ).toBeNull();
  });
});

test('any cells', () => {
  expectTotal((a, b, c) => shiftOf([...repeat([10, a, b], 8), c]), 3);
  expectTotal((a, b, c, d) => rateShiftOf([...repeat([10, a], 8), b], [...repeat([1000, c], 8), d]), 4);
});
