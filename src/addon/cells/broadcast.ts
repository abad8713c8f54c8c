import { codeIn, type Fault, type FaultCode, isBlank, isFault } from '../../kpi/fault.ts';
import type { Cell as DomainCell } from '../../kpi/issue.ts';
import {
  type Argument,
  type Cell,
  cellsOf,
  isRange,
  type Range,
  type Result,
  type Rows,
  type Scalar,
} from './argument.ts';
import { refuse, refuseFault } from './fault.ts';

/** A method on single values, as many of the six as it takes; null means nothing to show. */
export type Method<T> = (a: Cell, b: Cell, c: Cell, d: Cell, e: Cell, f: Cell) => T | null | Fault;

type Shape = { readonly rows: number; readonly columns: number };

const isSingle = (range: Range): boolean => range.length === 1 && range[0]?.length === 1;

/** The one shape of all ranges; null where every argument is a single value. */
function shapeOf(args: readonly Argument[]): Shape | null {
  let found: Shape | null = null;
  let isOnlySingle = true;
  for (const range of args) {
    if (!isRange(range) || (found !== null && isSingle(range))) continue;
    const shape = { rows: range.length, columns: range[0]?.length ?? 0 };
    if (found === null || isOnlySingle) found = shape;
    else if (shape.rows !== found.rows || shape.columns !== found.columns) refuse('FAULT_SHAPES');
    isOnlySingle = isSingle(range);
  }
  return found;
}

/**
 * Arguments as lists of one length, for methods that take whole columns. A single value goes with every row in which
 * a range has something, so that empty rows stay empty.
 * @param args Arguments as Sheets hands them over; ranges of several columns are read row by row.
 * @returns One list for each argument; ranges of different lengths end the call.
 */
export function alike(args: readonly Argument[]): readonly (readonly DomainCell[])[] {
  const lists = args.map(cellsOf);
  const rows = Math.max(...lists.map(({ length }) => length));
  const ranges = lists.filter(({ length }) => length === rows);
  if (lists.some(({ length }) => length !== 1 && length !== rows)) refuse('FAULT_DIFFERENT_LENGTHS');
  return lists.map((cells) => {
    if (cells.length === rows) return cells;
    const isEmpty = (row: number): boolean => ranges.every((range) => isBlank(range[row]));
    return Array.from({ length: rows }, (_, row) => (isEmpty(row) ? null : (cells[0] ?? null)));
  });
}

/** An argument as rows of the shape: one shared row stands for a single value, so that all are read alike. */
function stretched(argument: Argument, { rows, columns }: Shape): Range {
  if (isRange(argument) && (rows * columns === 1 || !isSingle(argument))) return argument;
  const value = isRange(argument) ? argument[0]?.[0] : argument;
  return new Array<readonly Cell[]>(rows).fill(new Array<Cell>(columns).fill(value));
}

/**
 * What a cell of a range shows where there is no value: nothing in an empty row, whatever the single values beside
 * the ranges are; a code that came in (`#NEEDS_BASELINE`) as it is.
 */
function shown(fault: Fault | null, values: readonly Cell[], args: readonly Argument[]): string {
  if (fault === null || values.every((value, i) => isBlank(value) || !isRange(args[i]))) return '';
  let code: FaultCode = fault.fault;
  if (code === 'NOT_A_NUMBER') code = values.map(codeIn).find((found) => found !== null) ?? code;
  return `#${code}`;
}

/** The six arguments as rows of the shape. */
function listsOf(
  args: readonly Argument[],
  shape: Shape,
): readonly [Range, Range, Range, Range, Range, Range] {
  const at = (position: number): Range => stretched(args[position], shape);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

/** Every cell of the ranges, row by row; what a method has no value for is a text. */
function eachCell<T>(args: readonly Argument[], shape: Shape, method: Method<T>): (T | string)[][] {
  const [as, bs, cs, ds, es, fs] = listsOf(args, shape);
  return Array.from({ length: shape.rows }, (_, row) => {
    const [a, b, c, d, e, f] = [as[row]!, bs[row]!, cs[row]!, ds[row]!, es[row]!, fs[row]!];
    const line: (T | string)[] = [];
    for (let i = 0; i < shape.columns; i++) {
      const value = method(a[i], b[i], c[i], d[i], e[i], f[i]);
      const missing = value === null || isFault(value) ? (value as Fault | null) : undefined;
      if (missing !== undefined) line.push(shown(missing, [a[i], b[i], c[i], d[i], e[i], f[i]], args));
      else line.push(value as T);
    }
    return line;
  });
}

/** The usual call apart, for speed: one or two columns with single values beside them, and no list for a cell. */
function columnOf(args: readonly Argument[], shape: Shape, method: Method<Scalar>): Rows {
  const [first, second] = [stretched(args[0], shape), stretched(args[1], shape)];
  const [, , c, d, e, f] = args as readonly Cell[];
  const result = new Array<Scalar[]>(shape.rows);
  for (let row = 0; row < shape.rows; row++) {
    const a = first[row]![0];
    const b = second[row]![0];
    const value = method(a, b, c, d, e, f);
    result[row] = [typeof value === 'object' ? shown(value, [a, b, c, d, e, f], args) : value];
  }
  return result;
}

function singleValue<T>(args: readonly Argument[], method: Method<T>): T | null {
  const [a, b, c, d, e, f] = args as readonly Cell[];
  const value = method(a, b, c, d, e, f);
  return isFault(value) ? refuseFault(value, args as readonly Cell[]) : value;
}

/**
 * Applies a method to single values or, cell by cell, to ranges of one shape; single values go with every cell.
 * @param args Up to six arguments as Sheets hands them over.
 * @param method Method on single values.
 * @returns One value, or rows. A fault throws its sentence, or stands as `#CODE` in its cell of a range, so that one
 *   bad row does not kill the column.
 */
export function broadcast(args: readonly Argument[], method: Method<Scalar>): Result {
  const shape = shapeOf(args);
  if (shape === null) return singleValue(args, method) ?? '';
  const isUsual = shape.columns === 1 && !args.slice(2).some(isRange);
  return isUsual ? columnOf(args, shape, method) : eachCell(args, shape, method);
}

/**
 * As `broadcast`, for a method whose result is several cells in a row.
 * @param width Cells of a result.
 * @returns A row for each row of the ranges; a fault stands in each cell of its result.
 */
export function broadcastRows(
  args: readonly Argument[],
  width: number,
  method: Method<readonly Scalar[]>,
): Rows {
  const spread = (value: readonly Scalar[] | string): readonly Scalar[] =>
    typeof value === 'string' ? new Array<Scalar>(width).fill(value) : value;
  const shape = shapeOf(args);
  if (shape === null) return [[...spread(singleValue(args, method) ?? '')]];
  return eachCell(args, shape, method).map((line) => line.flatMap(spread));
}
