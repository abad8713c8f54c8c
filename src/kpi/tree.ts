import { type Fault, type Input, numberOf } from './fault.ts';
import type { Place } from './issue.ts';

/** How a node's children make it: '' is a leaf; ratio = first ÷ second; difference = first − all the rest. */
export type Operator = '' | 'sum' | 'product' | 'ratio' | 'difference';
export const OPERATORS: readonly Operator[] = ['sum', 'product', 'ratio', 'difference'];

/** What people write in place of an operator's name; a sheet's own words are read before. */
export const OPERATOR_SIGNS: ReadonlyMap<string, Operator> = new Map([
  ...['+', '加'].map((sign) => [sign, 'sum'] as const),
  ...['×', '*', '乘'].map((sign) => [sign, 'product'] as const),
  ...['÷', '/', '除'].map((sign) => [sign, 'ratio'] as const),
  ...['−', '-', '减'].map((sign) => [sign, 'difference'] as const),
]);

/**
 * A KPI tree as columns. Every array is indexed by the row from which the node was read, so results fall into
 * place beside the rows; an empty row is a place without node (`ids[row]` is '').
 */
export type Tree = {
  readonly size: number;
  readonly ids: readonly string[];
  /** Row of the parent; −1 for the root and for empty rows. */
  readonly parents: readonly number[];
  readonly operators: readonly Operator[];
  /** The child counts `coefficient` times in its parent; 1 unless told. */
  readonly coefficients: readonly number[];
  /** Rows of the operands, in the order of the rows. Influences are no operands. */
  readonly children: readonly (readonly number[])[];
  /** Is the node a constant? Unless a value is given, it is 1, so that it counts its coefficient; it never moves. */
  readonly constants: readonly boolean[];
  /** Rows of all nodes, parents before their children. */
  readonly order: readonly number[];
  readonly root: number;
};

/** The columns of a tree's rows, in their order. */
export type NodeColumn = 'id' | 'parent' | 'operator' | 'coefficient' | 'kind' | 'unit';

/** Tells where a row's cell stands in a sheet, for issues. */
export type NodePlace = (row: number, column: NodeColumn) => Place;

/**
 * +1 or −1: the sign with which an operand enters a sum or a difference.
 * @example signOf('difference', 1) //=> -1
 */
export const signOf = (operator: Operator, position: number): 1 | -1 =>
  operator === 'difference' && position > 0 ? -1 : 1;

/**
 * +1 or −1: the exponent with which an operand enters a product or a ratio.
 * @example exponentOf('ratio', 1) //=> -1
 */
export const exponentOf = (operator: Operator, position: number): 1 | -1 =>
  operator === 'ratio' && position > 0 ? -1 : 1;

/**
 * Is the node a link of a multiplicative chain?
 * @example isMultiplicative('ratio') //=> true
 */
export const isMultiplicative = (operator: Operator): boolean =>
  operator === 'product' || operator === 'ratio';

/**
 * What was measured of a node: the number of its cell, 1 for a constant without one, null for what is not measured.
 * @example ownValue(tree, 0, ['']) //=> null
 */
export const ownValue = (tree: Tree, row: number, cells: readonly Input[]): number | null | Fault =>
  numberOf(cells[row]) ?? (tree.constants[row] === true ? 1 : null);

/**
 * By row: does the node take part in the root's arithmetic? Influences, and what hangs below them, do not.
 * @example partsOf(tree) //=> [true, true, false] where the third row is an influence
 */
export const partsOf = (tree: Tree): boolean[] => {
  const isPart = new Array<boolean>(tree.size).fill(false);
  isPart[tree.root] = true;
  for (const row of tree.order) {
    if (isPart[row]) for (const child of tree.children[row] ?? []) isPart[child] = true;
  }
  return isPart;
};
