/** The formulas of sheets as the calculator and the values of cells need them. */
import { formulaOf } from './cell.ts';
import type { SheetState } from './model.ts';

export type FormulaCell = { row: number; column: number; formula: string };

const known = new WeakMap<SheetState, readonly FormulaCell[]>();

/** The formulas of a finished state of a sheet, by rows, looked for once in each. */
export function formulaCells(sheet: SheetState): readonly FormulaCell[] {
  const before = known.get(sheet);
  if (before) return before;
  const found: FormulaCell[] = [];
  sheet.cells.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      const formula = formulaOf(cell);
      if (formula !== undefined) found.push({ row, column, formula });
    });
  });
  known.set(sheet, found);
  return found;
}
