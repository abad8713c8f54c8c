/** Calculated values of small documents. */
import type { CustomFunctions, DocumentState, ExtendedValue } from '../../../src/local/document/model.ts';
import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { document, type Entry, sheet } from './build.ts';

/** The values of a calculator on 22 November 2026, 17:30 UTC, by row and column. */
export function values(
  rows: Entry[][],
  customFunctions?: CustomFunctions,
  more: Partial<DocumentState> = {},
) {
  const calculator = createCalculator({
    ...(customFunctions ? { customFunctions } : {}),
    now: () => new Date(Date.UTC(2026, 10, 22, 17, 30)),
  });
  return calculator.calculate(document([sheet(1, 'Sheet1', rows)], more)).get(1) ?? [];
}

/** The value of a formula that stands alone in B1, with `cells` in column A. */
export function result(
  formula: string,
  cells: Entry[] = [],
  custom?: CustomFunctions,
): ExtendedValue | undefined {
  const rows: Entry[][] = cells.map((entry) => [entry]);
  rows[0] = [rows[0]?.[0] ?? null, formula];
  return values(rows, custom)[0]?.[1];
}
