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

/** Every number within a result, however deep, is a number to calculate with. */
export const expectFinite = (result: unknown): void => {
  if (typeof result === 'number') expect(Number.isFinite(result)).toBe(true);
  else if (result instanceof Map) for (const value of result.values()) expectFinite(value);
  else if (typeof result === 'object' && result !== null) Object.values(result).forEach(expectFinite);
};

/** Holds a function against any cells: nothing throws, nothing is NaN or infinite. */
export const expectTotal = (method: (...cells: Cell[]) => unknown, parameters: number, seed = 7): void => {
  const cells = fc.array(anyCell, { minLength: parameters, maxLength: parameters });
  fc.assert(
    fc.property(cells, (values) => expectFinite(method(...values))),
    { seed, numRuns: 1500 },
  );
};
