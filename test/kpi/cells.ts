import fc from 'fast-check';
import type { Cell } from '../../src/kpi/issue.ts';

/** Anything that a cell can hand over, odd values on purpose. */
export const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -50_000, max: 50_000 }),
  fc.constantFrom<Cell>(
    0,
    -0,
    1,
    -1,
    Number.MAX_VALUE,
    Number.MIN_VALUE,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ),
  fc.constantFrom<Cell>(null, '', ' ', true, false, '12', '1e5', 'N/A', '#DIV/0!', '#REF!', '2026-11-22'),
  fc.string(),
);

const allFinite = (result: unknown): boolean => {
  if (typeof result === 'number') return Number.isFinite(result);
  if (typeof result !== 'object' || result === null) return true;
  return [...(result instanceof Map ? result.values() : Object.values(result))].every(allFinite);
};

/** Every number within a result, however deep, is a number to calculate with. (One `expect` for all: it is slow.) */
export const expectFinite = (result: unknown): void => {
  if (!allFinite(result)) expect(result).toBe('a result without NaN and Infinity');
};

/** |a − b| ≤ tolerance. */
export const expectNear = (a: number, b: number, tolerance: number): void => {
  if (!(Math.abs(a - b) <= tolerance)) expect({ a, b, tolerance }).toBe('near');
};

/** Holds a function against any cells: nothing throws, nothing is NaN or infinite. */
export const expectTotal = (method: (...cells: Cell[]) => unknown, parameters: number, seed = 7): void => {
  const cells = fc.array(anyCell, { minLength: parameters, maxLength: parameters });
  fc.assert(
    fc.property(cells, (values) => expectFinite(method(...values))),
    { seed, numRuns: 1500 },
  );
};
