import { type Fault, faultOf, finite, finiteOrNull, type Input, isFault, isNumber } from './fault.ts';
import { exponentOf, isMultiplicative, ownValue, signOf, type Tree } from './tree.ts';

/** A node's value: a number, null (not measured), or why there is none. */
export type NodeValue = number | null | Fault;

/** Values of a tree's nodes by row. */
export type RollUp = {
  /** The node's value: its own measured one where there is one, else what its children make. */
  readonly values: readonly NodeValue[];
  /** What the children make; null for leaves. */
  readonly computed: readonly NodeValue[];
  /** Measured − computed, the part that the children leave unexplained; null where there is not both. */
  readonly unexplained: readonly (number | null)[];
};

/**
 * What a node's children make of it, by its operator and their coefficients.
 * @param values of all nodes by row.
 * @returns null for a leaf or where an operand is not measured; an operand's fault; ZERO_DENOMINATOR; TOO_LARGE.
 * Source: the operators of a driver tree, as defined in `Operator`.
 * @example combine(tree, 0, [null, 12, 86060]) of gmv = orders × aov //=> 1032720
 */
export const combine = (tree: Tree, row: number, values: readonly NodeValue[]): NodeValue => {
  const operator = tree.operators[row] ?? '';
  const operands = tree.children[row] ?? [];
  if (operator === '' || operands.length === 0) return null;
  const isProduct = isMultiplicative(operator);
  let total = isProduct ? 1 : 0;
  let isMissing = false;
  for (let position = 0; position < operands.length; position++) {
    const child = operands[position] as number;
    const value = values[child] ?? null;
    if (isFault(value)) return value;
    if (value === null) {
      isMissing = true; // and not yet null: a fault further on says more
      continue;
    }
    const operand = value * (tree.coefficients[child] as number);
    if (!isProduct) total += signOf(operator, position) * operand;
    else if (exponentOf(operator, position) === 1) total *= operand;
    else if (operand === 0) return faultOf('ZERO_DENOMINATOR');
    else total /= operand;
  }
  return isMissing ? null : finite(total);
};

/**
 * Values from the leaves up. A parent that is measured itself keeps that value; the difference is never hidden. A
 * constant without a value is 1.
 * @param measured by row; empty for what is to be made from children, or is not measured.
 * @returns by row; in place of a value the fault of an operand, NOT_A_NUMBER, ZERO_DENOMINATOR or TOO_LARGE.
 * Source: the arithmetic of driver trees (DuPont analysis and its like).
 * @example gmv = orders × aov, measured ['', 12, 86060] //=> values [1032720, 12, 86060]
 */
export const rollUp = (tree: Tree, measured: readonly Input[]): RollUp => {
  const values = new Array<NodeValue>(tree.size).fill(null);
  const computed = new Array<NodeValue>(tree.size).fill(null);
  const unexplained = new Array<number | null>(tree.size).fill(null);
  for (let i = tree.order.length - 1; i >= 0; i--) {
    const row = tree.order[i] as number;
    const own = ownValue(tree, row, measured);
    const made = combine(tree, row, values);
    computed[row] = made;
    values[row] = own ?? made;
    if (isNumber(own) && isNumber(made)) unexplained[row] = finiteOrNull(own - made);
  }
  return { values, computed, unexplained };
};
