import fc from 'fast-check';
import { type Allocation, allocate, allocateFixed } from '../../src/kpi/cost-allocation.ts';
import { expectNear, expectTotal } from './cells.ts';

test('a shared cost is handed out in proportion, and nothing is lost', () => {
  expect(allocate(100, [3, 1])).toEqual({ amounts: [75, 25], unallocated: 0 });
  expect(allocate(100, [0, ''])).toEqual({ amounts: [50, 50], unallocated: 0 });
  expect(allocate(100, [-5, 5])).toEqual({ amounts: [0, 100], unallocated: 0 });
  expect(allocate(100, [])).toEqual({ amounts: [], unallocated: 100 });
  expect(allocateFixed(100, [0.5, 0.2])).toEqual({ amounts: [50, 20], unallocated: expect.closeTo(30, 10) });
  expect(allocateFixed(100, [0.9, 0.2])).toEqual({ fault: 'SHARES_ABOVE_ONE' });
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

test('of fixed shares nothing is left at exactly one, and a fault of any passes', () => {
  expect(allocateFixed(100, [0.75, 0.25])).toEqual({ amounts: [75, 25], unallocated: 0 });
  // Ten tenths are a hair less than one in a double, and three times 1/3 + 1e-10 a hair more.
  expect(allocateFixed(100, new Array(10).fill(0.1))).toMatchObject({ unallocated: expect.closeTo(0, 10) });
  expect(allocateFixed(100, new Array(3).fill(1 / 3 + 1e-10))).toMatchObject({ unallocated: 0 });
  expect(allocateFixed(100, new Array(3).fill(1 / 3 + 1e-9))).toEqual({ fault: 'SHARES_ABOVE_ONE' });
  expect(allocateFixed(100, ['', 0.5])).toEqual({ amounts: [0, 50], unallocated: 50 });
  expect(allocateFixed(100, [])).toEqual({ amounts: [], unallocated: 100 });
  const fault = { fault: 'NOT_A_NUMBER' };
  expect([allocateFixed(100, [0.5, 'x']), allocate(100, [1, 'x'])]).toEqual([fault, fault]);
  expect(allocate(-30, [1, 2])).toEqual({ amounts: [-10, -20], unallocated: 0 });
  expect(allocate(100, [1e308, 1e308])).toEqual({ amounts: [50, 50], unallocated: 0 });
});

test('any cells', () => {
  expectTotal((c, a, b) => [allocate(c, [a, b]), allocateFixed(c, [a, b])], 3);
});
