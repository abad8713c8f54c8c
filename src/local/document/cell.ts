/**
 * Cells as a sheet keeps them. Most cells of a big sheet hold a value and nothing else, and are kept as that bare
 * value: two and a half million of them are then numbers and texts in lists, not five million objects.
 */
import type { CellState, ExtendedValue, SheetState, StoredCell } from './model.ts';

/** Whether a cell is kept as its bare value. */
export const isBare = (cell: StoredCell | undefined): cell is string | number | boolean =>
  cell !== undefined && typeof cell !== 'object';

/**
 * A bare value as the API has it.
 * @example bareValue(2.5) // { numberValue: 2.5 }
 */
export const bareValue = (bare: string | number | boolean): ExtendedValue => {
  if (typeof bare === 'number') return { numberValue: bare };
  return typeof bare === 'string' ? { stringValue: bare } : { boolValue: bare };
};

/**
 * The cell that is kept, with all its parts by name.
 * @example cellOf('id-7') // { value: { stringValue: 'id-7' } }
 */
export const cellOf = (stored: StoredCell | undefined): CellState | undefined =>
  isBare(stored) ? { value: bareValue(stored) } : stored;

/** A cell of a sheet; undefined where it is empty. Rows and columns count from 0. */
export const cellAt = (sheet: SheetState, row: number, column: number): CellState | undefined =>
  cellOf(sheet.cells[row]?.[column]);

/** The formula of a cell as it is kept, with its `=`. */
export const formulaOf = (stored: StoredCell | undefined): string | undefined =>
  typeof stored === 'object' ? stored.value?.formulaValue : undefined;

/** Whether a cell as it is kept has a value or a formula. */
export const isFilled = (stored: StoredCell | undefined): boolean =>
  typeof stored === 'object' ? stored.value !== undefined : stored !== undefined;

/** Whether any cell of a sheet has a formula. */
export const holdsFormula = (sheet: SheetState): boolean =>
  sheet.cells.some((row) => row?.some((cell) => formulaOf(cell) !== undefined));

/**
 * A cell in the form in which sheets keep it.
 * @example storedCell({ value: { numberValue: 2.5 } }) // 2.5
 */
export const storedCell = (cell: CellState | undefined): StoredCell | undefined => {
  if (!cell?.value || cell.value.formulaValue !== undefined || cell.value.errorValue) return cell;
  if (cell.format || cell.validation || cell.note !== undefined || cell.textFormatRuns) return cell;
  const { numberValue, stringValue, boolValue } = cell.value;
  return numberValue ?? stringValue ?? boolValue ?? cell;
};
