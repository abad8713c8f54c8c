import { isBlank } from '../../kpi/fault.ts';
import type { Cell as DomainCell } from '../../kpi/issue.ts';

/** What a cell of an argument can be. A date cell is a `Date`; an argument that was left out is undefined. */
export type Cell = DomainCell | undefined;
export type Range = readonly (readonly Cell[])[];
/** What Sheets hands over: a value, or the rows of a range. */
export type Argument = Cell | Range;

export type Scalar = string | number | boolean;
export type Rows = Scalar[][];
export type Result = Scalar | Rows;

export function isRange(argument: unknown): argument is Range {
  return Array.isArray(argument);
}

/** The cells of an argument, row by row. */
export function cellsOf(argument: Argument): readonly DomainCell[] {
  if (!isRange(argument)) return [argument ?? null];
  const cells: DomainCell[] = [];
  for (const row of argument) for (const cell of row) cells.push(cell ?? null);
  return cells;
}

/** A single value; of a range its first cell. */
export function singleOf(argument: Argument): DomainCell {
  return (isRange(argument) ? argument[0]?.[0] : argument) ?? null;
}

/** Was an optional argument left out, or is it an empty cell? */
export function isLeftOut(argument: Argument): boolean {
  return !isRange(argument) && isBlank(argument);
}

/** What a method takes for its own default: undefined where the cell is empty. */
export function given(cell: Cell): DomainCell | undefined {
  return isBlank(cell) ? undefined : cell;
}

/** A result as rows; Sheets takes no empty list. */
export function rowsOrBlank(rows: Rows, width: number): Rows {
  return rows.length > 0 ? rows : [new Array<Scalar>(width).fill('')];
}
