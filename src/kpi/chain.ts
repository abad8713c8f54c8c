import { logarithmicMean } from './logarithmic-mean.ts';
import type { NodeValue } from './roll-up.ts';
import { exponentOf, isMultiplicative, type Tree } from './tree.ts';

/** Shapley's shares are of the order of 2ⁿ coalitions: beyond this many operands they explain nothing to a person. */
export const MAX_SHAPLEY_OPERANDS = 12;

/** How a node's change was taken apart among its children. */
export type NodeMethod = 'linear' | 'lmdi' | 'lmdi-limit' | 'shapley';
export type ProductMethod = 'auto' | 'lmdi' | 'shapley';

/**
 * A maximal chain of products and ratios: top = constant · Π operandᵢ ^ exponentᵢ, where no operand is itself a
 * product or ratio that its own children fully explain.
 */
export type Chain = {
  readonly operands: readonly number[];
  readonly exponents: readonly (1 | -1)[];
  readonly constant: number;
  /** The products and ratios inside the chain, its top left out, parents first. */
  readonly links: readonly number[];
};

/**
 * The maximal chain below a product or ratio, so that effects do not depend on how the chain was nested.
 * @param isLink may this node be dissolved into the chain? (A node with an unexplained part may not.)
 * @example chainBelow(tree, 0, () => true) of roas = (orders × aov) ÷ spend //=> operands spend, orders, aov
 */
export const chainBelow = (tree: Tree, top: number, isLink: (row: number) => boolean): Chain => {
  const operands: number[] = [];
  const exponents: (1 | -1)[] = [];
  const links: number[] = [];
  let constant = 1;
  const open: { row: number; exponent: 1 | -1 }[] = [{ row: top, exponent: 1 }];
  for (let item = open.pop(); item; item = open.pop()) {
    const operator = tree.operators[item.row] ?? '';
    const children = tree.children[item.row] ?? [];
    for (let position = 0; position < children.length; position++) {
      const row = children[position] as number;
      const exponent = (item.exponent * exponentOf(operator, position)) as 1 | -1;
      constant *= (tree.coefficients[row] as number) ** exponent;
      if (isMultiplicative(tree.operators[row] ?? '') && isLink(row)) {
        links.push(row);
        open.push({ row, exponent });
      } else {
        operands.push(row);
        exponents.push(exponent);
      }
    }
  }
  return { operands, exponents, constant, links };
};

/** Operand values in both periods. */
type Values = { readonly before: readonly number[]; readonly after: readonly number[] };

/** By how much the chain's top changes for each unit of each operand: effect = slope · change of the operand. */
export type Slopes = { readonly method: NodeMethod; readonly slopes: readonly number[] };

const lmdi = (chain: Chain, { before, after }: Values, top: readonly [number, number]): number[] => {
  const mean = logarithmicMean(top[1], top[0]);
  return chain.exponents.map(
    (exponent, i) => (exponent * mean) / logarithmicMean(after[i] as number, before[i] as number),
  );
};

/**
 * LMDI where factors are zero: its limit as they go to zero. A factor that comes from (or goes to) zero takes the
 * whole change with it; several share it; where the product is zero in both periods there is no change to explain.
 * Source: Ang and Liu 2007, the analytical limits for zero values.
 */
const lmdiLimit = ({ before, after }: Values, top: readonly [number, number]): number[] => {
  const isZero = (i: number): boolean => (top[0] === 0 ? before : after)[i] === 0;
  const zeros = before.filter((_, i) => isZero(i)).length;
  const change = top[1] - top[0];
  return before.map((value, i) =>
    change !== 0 && isZero(i) ? change / zeros / ((after[i] as number) - value) : 0,
  );
};

/**
 * Shapley's value of each operand: its marginal change averaged over all orders of change. The sum over coalitions
 * is read off the polynomial Π (beforeⱼ + t · afterⱼ), whose coefficient of tᵏ adds up all coalitions of k others.
 * Source: Shapley 1953; as a decomposition of change, Albrecht, François and Schoors 2002.
 */
const shapley = (chain: Chain, { before, after }: Values): number[] => {
  const count = before.length;
  const power = (value: number, i: number): number => (chain.exponents[i] === 1 ? value : 1 / value);
  const [first, second] = [before.map(power), after.map(power)];
  return before.map((value, i) => {
    const coefficients = new Array<number>(count).fill(0);
    coefficients[0] = chain.constant;
    let degree = 0;
    for (let j = 0; j < count; j++) {
      if (j === i) continue;
      const [x0, x1] = [first[j] as number, second[j] as number];
      degree += 1;
      for (let k = degree; k > 0; k--) {
        coefficients[k] = (coefficients[k] as number) * x0 + (coefficients[k - 1] as number) * x1;
      }
      coefficients[0] = (coefficients[0] as number) * x0;
    }
    let weight = 1 / count; // k! (n − 1 − k)! ÷ n! for k = 0
    let total = 0;
    coefficients.forEach((coefficient, k) => {
      total += weight * coefficient;
      weight *= (k + 1) / Math.max(1, count - 1 - k);
    });
    return chain.exponents[i] === 1 ? total : -total / (value * (after[i] as number));
  });
};

const numbersAt = (rows: readonly number[], values: readonly NodeValue[]): number[] =>
  rows.map((row) => values[row] as number);

/**
 * Takes a chain's change apart.
 * @param before operand values by row, all numbers. @param after likewise.
 * @param top the chain's value before and after, as its operands make it.
 * @param wanted "auto": LMDI where every operand is above 0 in both periods, else Shapley; or one of them by name.
 * @returns a slope for each operand; TOO_MANY_FACTORS for Shapley with more than 12; NEEDS_POSITIVE where LMDI by
 *   name meets an operand below 0.
 * Source: Ang 2004 (LMDI-I), Ang and Liu 2007 (its limits at zero), Shapley 1953.
 * @example slopesOf(chain, [1, 10, 2], [4, 5, 3], [20, 60], 'auto') //=> slopes 16.8248, 5.0474, 14.7628
 */
export const slopesOf = (
  chain: Chain,
  before: readonly NodeValue[],
  after: readonly NodeValue[],
  top: readonly [number, number],
  wanted: ProductMethod,
): Slopes | 'TOO_MANY_FACTORS' | 'NEEDS_POSITIVE' => {
  const values = { before: numbersAt(chain.operands, before), after: numbersAt(chain.operands, after) };
  const all = [...values.before, ...values.after];
  const hasTop = top[0] !== 0 && top[1] !== 0; // a product may be too small for a double
  if (wanted !== 'shapley' && hasTop && all.every((value) => value > 0)) {
    return { method: 'lmdi', slopes: lmdi(chain, values, top) };
  }
  if (wanted === 'lmdi') {
    if (all.some((value) => value < 0)) return 'NEEDS_POSITIVE';
    return { method: 'lmdi-limit', slopes: lmdiLimit(values, top) };
  }
  if (chain.operands.length > MAX_SHAPLEY_OPERANDS) return 'TOO_MANY_FACTORS';
  return { method: 'shapley', slopes: shapley(chain, values) };
};
