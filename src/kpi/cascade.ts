import { type Fault, faultOf, finite, type Input, isFault, isNumber, numberOf } from './fault.ts';
import { combine, type NodeValue, rollUp } from './roll-up.ts';
import { largestOf } from './statistics.ts';
import { exponentOf, isMultiplicative, signOf, type Tree } from './tree.ts';

/** How near to the root's target the leaves' targets must come, relative to the largest amount involved. */
export const CLOSING_TOLERANCE = 1e-9;

export type Cascade = {
  /** A target for every node by row; a fault where none can be had, null below it or where there is no node. */
  readonly targets: readonly NodeValue[];
  /** Do the leaves' targets recompute the root's within the tolerance? */
  readonly closes: boolean;
};

type Work = {
  readonly tree: Tree;
  readonly baselines: readonly NodeValue[];
  readonly unexplained: readonly (number | null)[];
  readonly weights: readonly (number | null)[];
  /** Targets that cannot move: locked ones, and what locked ones make; null where a node is free. */
  readonly fixed: readonly NodeValue[];
  readonly targets: NodeValue[];
  /** Free multiplicative operands below a node: how many drivers share the node's growth. */
  readonly drivers: readonly number[];
};

const fixedTargets = (
  tree: Tree,
  locked: readonly NodeValue[],
  unexplained: Work['unexplained'],
): NodeValue[] => {
  const fixed = new Array<NodeValue>(tree.size).fill(null);
  for (let i = tree.order.length - 1; i >= 0; i--) {
    const row = tree.order[i] as number;
    const made = combine(tree, row, fixed);
    fixed[row] = locked[row] ?? (isNumber(made) ? made + (unexplained[row] ?? 0) : made);
  }
  return fixed;
};

const driversOf = (tree: Tree, fixed: readonly NodeValue[]): number[] => {
  const drivers = fixed.map((value): number => (value === null ? 1 : 0));
  for (let i = tree.order.length - 1; i >= 0; i--) {
    const row = tree.order[i] as number;
    if (drivers[row] === 0 || !isMultiplicative(tree.operators[row] ?? '')) continue;
    drivers[row] = (tree.children[row] ?? []).reduce((sum, child) => sum + (drivers[child] as number), 0);
  }
  return drivers;
};

/** Shares of a change; given weights where there are any among the free children, else `usual`. */
const sharesOf = (work: Work, free: readonly number[], usual: readonly number[]): number[] | null => {
  const isGiven = free.some((child) => (work.weights[child] ?? null) !== null);
  const amounts = free.map((child, i) => (isGiven ? (work.weights[child] ?? 0) : (usual[i] as number)));
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (total > 0) return amounts.map((amount) => amount / total);
  return isGiven ? null : free.map(() => 1 / free.length);
};

type Operand = { readonly row: number; readonly sign: 1 | -1 };

const spreadSum = (
  work: Work,
  target: number,
  operands: readonly Operand[],
  free: readonly Operand[],
): Fault | null => {
  const { tree, targets, baselines } = work;
  const factor = ({ row, sign }: Operand): number => sign * (tree.coefficients[row] as number);
  const movable = free.filter((operand) => factor(operand) !== 0);
  const base = movable.map((operand) => factor(operand) * (baselines[operand.row] as number));
  const kept = operands
    .filter(({ row }) => isNumber(work.fixed[row]))
    .reduce((sum, operand) => sum + factor(operand) * (work.fixed[operand.row] as number), 0);
  const change = target - kept - base.reduce((sum, part) => sum + part, 0);
  const shares = sharesOf(
    work,
    movable.map(({ row }) => row),
    base.map(Math.abs),
  );
  for (const { row } of free) targets[row] = baselines[row] as number;
  if (!shares || movable.length === 0) return change === 0 ? null : faultOf('ALL_LOCKED');
  movable.forEach((operand, i) => {
    targets[operand.row] = finite(((base[i] as number) + change * (shares[i] as number)) / factor(operand));
  });
  return null;
};

const spreadProduct = (
  work: Work,
  target: number,
  operands: readonly Operand[],
  free: readonly Operand[],
): Fault | null => {
  const { tree, targets, baselines } = work;
  const rest = operands.reduce((product, { row, sign }) => {
    const value = isNumber(work.fixed[row]) ? (work.fixed[row] as number) : 1;
    return product * ((tree.coefficients[row] as number) * value) ** sign;
  }, 1);
  const only = free.length === 1 ? free[0] : undefined;
  if (only) {
    if (rest === 0 || (target === 0 && only.sign === -1)) return faultOf('CANNOT_CLOSE');
    targets[only.row] = finite((target / rest) ** only.sign);
    return null;
  }
  const values = free.map(({ row }) => baselines[row] as number);
  const growth = values.reduce(
    (product, value, i) => product / value ** (free[i] as Operand).sign,
    target / rest,
  );
  if (!values.every((value) => value > 0) || !(growth > 0) || !Number.isFinite(growth))
    return faultOf('NEEDS_POSITIVE');
  const rows = free.map(({ row }) => row);
  const shares = sharesOf(
    work,
    rows,
    rows.map((row) => work.drivers[row] as number),
  );
  if (!shares) return faultOf('ALL_LOCKED');
  free.forEach(({ row, sign }, i) => {
    targets[row] = finite((values[i] as number) * growth ** (sign * (shares[i] as number)));
  });
  return null;
};

const near = (a: number, b: number, scale: number): boolean =>
  Math.abs(a - b) <= CLOSING_TOLERANCE * Math.max(Math.abs(a), Math.abs(b), scale);

/** Gives a node's children their targets; the fault, if that cannot be. */
const spread = (work: Work, row: number, target: number): Fault | null => {
  const { tree, fixed, baselines, targets } = work;
  const operator = tree.operators[row] ?? '';
  const isProduct = isMultiplicative(operator);
  const operands = (tree.children[row] ?? []).map(
    (child, position): Operand => ({
      row: child,
      sign: isProduct ? exponentOf(operator, position) : signOf(operator, position),
    }),
  );
  const faulty = operands.map((operand) => fixed[operand.row] ?? null).find(isFault);
  if (faulty) return faulty;
  const free = operands.filter((operand) => fixed[operand.row] === null);
  for (const operand of operands) targets[operand.row] = fixed[operand.row] ?? null;
  if (free.length > 1 || (free.length === 1 && !isProduct)) {
    if (!free.every((operand) => isNumber(baselines[operand.row]))) return faultOf('NEEDS_BASELINE');
  }
  const wanted = target - (work.unexplained[row] ?? 0); // what children never explained stays as it is
  if (free.length > 0) return (isProduct ? spreadProduct : spreadSum)(work, wanted, operands, free);
  const made = combine(tree, row, fixed);
  return isNumber(made) && near(made, wanted, 0) ? null : faultOf('ALL_LOCKED');
};

const checkClosing = (
  tree: Tree,
  targets: readonly NodeValue[],
  unexplained: Work['unexplained'],
): boolean => {
  const isPart = new Array<boolean>(tree.size).fill(false); // an influence has no target
  isPart[tree.root] = true;
  return tree.order.every((row) => {
    if (!isPart[row]) return true;
    const target = targets[row] ?? null;
    const children = tree.children[row] ?? [];
    for (const child of children) isPart[child] = true;
    if (!isNumber(target) || children.length === 0) return isNumber(target);
    const made = combine(tree, row, targets);
    const parts = children.map((child) =>
      Math.abs(((targets[child] as number) ?? 0) * (tree.coefficients[child] as number)),
    );
    const scale = isMultiplicative(tree.operators[row] ?? '') ? 0 : largestOf(parts);
    return isNumber(made) && near(made + (unexplained[row] ?? 0), target, scale);
  });
};

const allNumbers = (cells: readonly Input[]): (number | null)[] | null => {
  const values = cells.map(numberOf);
  return values.some(isFault) ? null : (values as (number | null)[]);
};

/**
 * Hands a root's target down to every node so that the leaves recompute it. A sum shares its change pro rata to the
 * children's baselines (or by weights); a product shares the logarithm of its growth evenly among its drivers (or
 * by weights); in a ratio the denominator falls, in a difference what is taken off.
 * @param baselines present values by row; empty for what children make.
 * @param rootTarget the root's target, in its unit.
 * @param weights ≥ 0 by row, empty for none: how siblings share the change; among siblings of which one has a
 *   weight, an empty one is 0 and keeps its baseline.
 * @param locked targets that stay as they are, by row, empty for none; the others absorb the rest.
 * @returns targets by row. In place of a target: NEEDS_BASELINE, NEEDS_POSITIVE (a product with a baseline or growth
 *   ≤ 0), ALL_LOCKED (no one left to absorb a change), CANNOT_CLOSE, NOT_NEGATIVE, NOT_A_NUMBER.
 * @example gmv = orders × aov, baselines 100 and 20, root target 2420 //=> targets 110 and 22
 */
export const cascade = (
  tree: Tree,
  baselines: readonly Input[],
  rootTarget: Input,
  weights: readonly Input[] = [],
  locked: readonly Input[] = [],
): Cascade => {
  const targets = new Array<NodeValue>(tree.size).fill(null);
  const refuse = (fault: NodeValue): Cascade => {
    targets[tree.root] = fault;
    return { targets, closes: false };
  };
  const [shares, locks, wanted] = [allNumbers(weights), allNumbers(locked), numberOf(rootTarget)];
  if (!shares || !locks) return refuse(faultOf('NOT_A_NUMBER'));
  if (shares.some((weight) => weight !== null && weight < 0)) return refuse(faultOf('NOT_NEGATIVE'));
  if (!isNumber(wanted)) return refuse(wanted);
  const { values, unexplained } = rollUp(tree, baselines);
  const fixed = fixedTargets(tree, locks, unexplained);
  const own = fixed[tree.root] ?? null;
  if (isNumber(own) && !near(own, wanted, 0)) return refuse(faultOf('ALL_LOCKED'));
  const drivers = driversOf(tree, fixed);
  const work: Work = { tree, baselines: values, unexplained, weights: shares, fixed, targets, drivers };
  targets[tree.root] = wanted;
  for (const row of tree.order) {
    const target = targets[row] ?? null;
    if (!isNumber(target) || (tree.children[row] ?? []).length === 0) continue;
    const fault = spread(work, row, target);
    if (fault) for (const child of tree.children[row] ?? []) targets[child] = fault;
  }
  return { targets, closes: checkClosing(tree, targets, unexplained) };
};
