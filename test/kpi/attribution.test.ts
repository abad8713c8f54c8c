import fc from 'fast-check';
import {
  ATTRIBUTION_MODELS,
  attribute,
  type Credit,
  creditShares,
  touchesOf,
} from '../../src/kpi/attribution.ts';
import { type Allocation, allocate, allocateFixed } from '../../src/kpi/cost-allocation.ts';
import { expectNear, expectTotal } from './cells.ts';

const PATHS = [['GA'], ['mail'], ['GA', 'mail']];
const COUNTS = [2, 1, 1];
const credits = (result: unknown): Record<string, number> =>
  Object.fromEntries((result as Credit[]).map(({ channel, credit }) => [channel, credit]));

test('linear, last and first touch (published)', () => {
  expect(credits(attribute(PATHS, COUNTS, 'linear'))).toEqual({ GA: 2.5, mail: 1.5 });
  expect(credits(attribute(PATHS, COUNTS))).toEqual({ GA: 2, mail: 2 });
  expect(credits(attribute(PATHS, COUNTS, 'first'))).toEqual({ GA: 3, mail: 1 });
});

test('position is 40/20/40, and half each of two touches', () => {
  expect([creditShares(1, 'position'), creditShares(2, 'position')]).toEqual([[1], [0.5, 0.5]]);
  expect(creditShares(4, 'position')).toEqual([0.4, 0.1, 0.1, 0.4]);
});

test('time decay halves every seven days', () => {
  expect(creditShares(3, 'decay', [14, 7, 0])).toEqual([1 / 7, 2 / 7, 4 / 7]);
  expect(creditShares(2, 'decay', [1e6 + 7, 1e6])).toEqual([1 / 3, 2 / 3]);
  expect(creditShares(2, 'decay', [1])).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  expect(creditShares(1, 'decay', [-1])).toEqual({ fault: 'NOT_NEGATIVE' });
});

test('paths as text; what no touch led to is a line of its own, last', () => {
  expect(touchesOf(' ad > mail>ad → ')).toEqual(['ad', 'mail', 'ad']);
  expect(attribute([[], ['ad', 'ad'], []], [5, 2, ''], 'linear')).toEqual([
    { channel: 'ad', credit: 2 },
    { channel: '', credit: 5 },
  ]);
});

test('faults', () => {
  expect(attribute([['a']], [])).toEqual({ fault: 'DIFFERENT_LENGTHS' });
  expect(attribute([['a']], ['many'])).toEqual({ fault: 'NOT_A_NUMBER' });
  expect(attribute([['a']], [1], 'best' as 'last')).toEqual({ fault: 'UNKNOWN_METHOD' });
  expect(creditShares(1, 'best' as 'last')).toEqual({ fault: 'UNKNOWN_METHOD' });
});

test('credits add up to the conversions, by every model', () => {
  const touch = fc.constantFrom('ad', 'mail', 'live', 'video');
  const row = fc.tuple(fc.array(touch, { maxLength: 7 }), fc.double({ min: 0, max: 1e6, noNaN: true }));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), fc.constantFrom(...ATTRIBUTION_MODELS), (rows, model) => {
      const days = rows.map(([path]) => path.map((_, i) => (path.length - i) * 3));
      const result = attribute(
        rows.map(([path]) => path),
        rows.map(([, amount]) => amount),
        model,
        days,
      ) as Credit[];
      const total = rows.reduce((sum, [, amount]) => sum + amount, 0);
      const credited = result.reduce((sum, { credit }) => sum + credit, 0);
      expectNear(credited, total, 1e-9 * Math.max(1, total));
    }),
    { seed: 21, numRuns: 1000 },
  );
});

test('a shared cost is handed out in proportion, and nothing is lost', () => {
  expect(allocate(100, [3, 1])).toEqual({ amounts: [75, 25], unallocated: 0 });
  expect(allocate(100, [0, ''])).toEqual({ amounts: [50, 50], unallocated: 0 });
  expect(allocate(100, [-5, 5])).toEqual({ amounts: [0, 100], unallocated: 0 });
  expect(allocate(100, [])).toEqual({ amounts: [], unallocated: 100 });
  expect(allocateFixed(100, [0.5, 0.2])).toEqual({ amounts: [50, 20], unallocated: expect.closeTo(30, 10) });
  expect(allocateFixed(100, [0.9, 0.2])).toEqual({ fault: 'OUT_OF_RANGE' });
  expect(allocateFixed(100, [-0.1])).toEqual({ fault: 'NOT_NEGATIVE' });
  expect([allocate('', [1]), allocate('x', [1])]).toEqual([null, { fault: 'NOT_A_NUMBER' }]);
  const basis = fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), basis, (cost, shares) => {
      const { amounts } = allocate(cost, shares) as Allocation;
      expectNear(
        amounts.reduce((sum, amount) => sum + amount, 0),
        cost,
        1e-9 * cost,
      );
    }),
    { seed: 22, numRuns: 500 },
  );
});

test('any cells', () => {
  expectTotal((a, b) => attribute([['x'], ['y', 'x']], [a, b], 'linear'), 2);
  expectTotal((c, a, b) => [allocate(c, [a, b]), allocateFixed(c, [a, b])], 3);
});
