import { type Fault, faultOf, finite, type Input, isFault, isNumber, numberOf } from './fault.ts';
import { combine, type NodeValue, rollUp } from './roll-up.ts';
import { largestOf } from './statistics.ts';
import { exponentOf, isMultiplicative, ownValue, partsOf, signOf, type Tree } from './tree.ts';

/** How near to the root's target the leaves' targets must come, relative to the largest amount involved. */
export const CLOSING_TOLERANCE = 1e-9;

export type Cascade = {
  /**
   * A target for every node by row; where none can be had, the fault, and likewise at all nodes below; null for
   * influences, and where there is no node. Where targets stand, the leaves' make those above within the tolerance,
   * together with what a measured parent's children leave unexplained, which stays as it is.
   */
  readonly targets: readonly NodeValue[];
  /** Has every node a target, so that the leaves (and what is unexplained) recompute the root's? */
  readonly closes: boolean;
};

type Work = {
  readonly tree: Tree;
  readonly baselines: readonly NodeValue[];
  readonly unexplained: readonly (number | null)[];
  readonly weights: readonly NodeValue[];
  /** Targets that cannot move: locked ones, constants, and what such ones make; null where a node is free. */
  readonly fixed: readonly NodeValue[];
  readonly targets: NodeValue[];
  /** Free multiplicative operands below a node: how many drivers share the node's growth. */
  readonly drivers: readonly number[];
};

const fixedTargets = (
  tree: Tree,
  baselines: readonly Input[],
  locked: readonly Input[],
  unexplained: Work['unexplained'],
): NodeValue[] => {
  const fixed = new Array<NodeValue>(tree.size).fill(null);
  for (let i = tree.order.length - 1; i >= 0; i--) {
    const row = tree.order[i] as number;
    const isFree = (tree.children[row] ?? []).some((child) => fixed[child] === null);
    const made = isFree ? null : combine(tree, row, fixed); // a bad lock beside a free node fixes nothing above
    const own = tree.constants[row] === true ? ownValue(tree, row, baselines) : null;
    fixed[row] =
      numberOf(locked[row]) ?? own ?? (isNumber(made) ? finite(made + (unexplained[row] ?? 0)) : made);
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
const sharesOf = (work: Work, free: readonly number[], usual: readonly number[]): number[] | null | Fault => {
  const given = free.map((child) => work.weights[child] ?? null);
  const fault = given.find(isFault);
  if (fault) return fault;
  const isGiven = given.some(isNumber);
  const amounts = isGiven ? given.map((weight) => (isNumber(weight) ? weight : 0)) : usual;
  const largest = largestOf(amounts, 0); // divided by it first: a total may be too large for a double
  if (largest === 0) return isGiven ? null : free.map(() => 1 / free.length);
  const total = amounts.reduce((sum, amount) => sum + amount / largest, 0);
  return amounts.map((amount) => amount / largest / total);
};

const near = (a: number, b: number, scale: number): boolean =>
  Math.abs(a - b) <= CLOSING_TOLERANCE * Math.max(Math.abs(a), Math.abs(b), scale);

const startOf = ({ baselines }: Work, row: number): number => {
  const present = baselines[row];
  return isNumber(present) ? present : 0;
};

/** May a part of a sum start from 0? It has a weight, and neither it nor anything below it was measured. */
const startsEmpty = (work: Work, row: number): boolean => {
  const isEmpty = (node: number): boolean =>
    (work.baselines[node] ?? null) === null && (work.tree.children[node] ?? []).every(isEmpty);
  return isNumber(work.weights[row]) && isEmpty(row);
};

type Operand = { readonly row: number; readonly sign: 1 | -1 };

const spreadSum = (
  work: Work,
  target: number,
  operands: readonly Operand[],
  free: readonly Operand[],
): Fault | null => {
  const { tree, targets } = work;
  const factor = ({ row, sign }: Operand): number => sign * (tree.coefficients[row] as number);
  const movable = free.filter((operand) => factor(operand) !== 0);
  const base = movable.map((operand) => factor(operand) * startOf(work, operand.row));
  const kept = operands
    .filter(({ row }) => isNumber(work.fixed[row]))
    .reduce((sum, operand) => sum + factor(operand) * (work.fixed[operand.row] as number), 0);
  const change = target - kept - base.reduce((sum, part) => sum + part, 0);
  const shares = sharesOf(
    work,
    movable.map(({ row }) => row),
    base.map(Math.abs),
  );
  if (isFault(shares)) return shares;
  for (const { row } of free) targets[row] = startOf(work, row);
  if (!shares || movable.length === 0) {
    const scale = largestOf([target, kept, ...base].map(Math.abs));
    return near(change, 0, scale) ? null : faultOf('ALL_LOCKED');
  }
  movable.forEach((operand, i) => {
    targets[operand.row] = finite(((base[i] as number) + change * (shares[i] as number)) / factor(operand));
  });
  return null;
};

/** Where nothing changes, weights of 0 are no obstacle. */
const keepAll = ({ targets, baselines }: Work, rows: readonly number[]): null => {
  for (const row of rows) targets[row] = baselines[row] ?? null;
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
  if (!Number.isFinite(rest)) return faultOf('CANNOT_CLOSE'); // divided by a locked 0, or beyond all numbers
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
  if (isFault(shares)) return shares;
  if (!shares) return near(growth, 1, 1) ? keepAll(work, rows) : faultOf('ALL_LOCKED');
  free.forEach(({ row, sign }, i) => {
    targets[row] = finite((values[i] as number) * growth ** (sign * (shares[i] as number)));
  });
  return null;
};

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
    const present = free
      .filter((operand) => isProduct || !startsEmpty(work, operand.row))
      .map((operand) => baselines[operand.row] ?? null);
    if (!present.every(isNumber)) return present.find(isFault) ?? faultOf('NEEDS_BASELINE');
  }
  const wanted = target - (work.unexplained[row] ?? 0); // what children never explained stays as it is
  if (free.length > 0) return (isProduct ? spreadProduct : spreadSum)(work, wanted, operands, free);
  const made = combine(tree, row, fixed);
  return isNumber(made) && near(made, wanted, 0) ? null : faultOf('ALL_LOCKED');
};

/** Does what the leaves make of a node come near enough to its target? */
const isReached = (work: Work, row: number, made: readonly NodeValue[], target: number): boolean => {
  const { tree, unexplained } = work;
  const found = combine(tree, row, made);
  const parts = (tree.children[row] ?? []).map((child) =>
    Math.abs((made[child] as number) * (tree.coefficients[child] as number)),
  );
  const scale = isMultiplicative(tree.operators[row] ?? '') ? 0 : largestOf(parts);
  return isNumber(found) && near(found + (unexplained[row] ?? 0), target, scale);
};

/** Nodes whose leaves miss their target, from the leaves up. */
const missedBy = (work: Work): Set<number> => {
  const { tree, targets, unexplained } = work;
  const made = [...targets];
  const missed = new Set<number>();
  for (let i = tree.order.length - 1; i >= 0; i--) {
    const row = tree.order[i] as number;
    const target = targets[row] ?? null;
    const children = tree.children[row] ?? [];
    if (!isNumber(target) || children.length === 0) continue;
    if (!children.every((child) => isNumber(targets[child]))) continue;
    if (isReached(work, row, made, target)) {
      made[row] = (combine(tree, row, made) as number) + (unexplained[row] ?? 0);
    } else missed.add(row);
  }
  return missed;
};

const weightOf = (cell: Input): NodeValue => {
  const weight = numberOf(cell);
  return isNumber(weight) && weight < 0 ? faultOf('NOT_NEGATIVE') : weight;
};

/** What children get where there are no targets for them: what is locked depends on no one, unless it is the cause. */
const refuse = ({ tree, targets, fixed }: Work, row: number, fault: Fault): void => {
  const isContrary = fault.fault === 'ALL_LOCKED' || fault.fault === 'CANNOT_CLOSE';
  for (const child of tree.children[row] ?? []) {
    const own = fixed[child] ?? null;
    targets[child] = isFault(own) || (isNumber(own) && !isContrary) ? own : fault;
  }
};

/** From the root down; what a node cannot have, none below it has. */
const spreadAll = (work: Work): void => {
  const { tree, targets } = work;
  for (const row of tree.order) {
    const target = targets[row] ?? null;
    const children = tree.children[row] ?? [];
    if (target === null || children.length === 0) continue;
    const fault = isFault(target) ? target : spread(work, row, target);
    const found = fault ?? children.map((child) => targets[child] ?? null).find(isFault);
    if (found) refuse(work, row, found);
  }
  const missed = missedBy(work);
  if (missed.size === 0) return;
  for (const row of tree.order) {
    const target = targets[row] ?? null;
    if (isFault(target)) refuse(work, row, target);
    else if (missed.has(row)) refuse(work, row, faultOf('CANNOT_CLOSE'));
  }
};

/**
 * Hands a root's target down to every node so that the leaves recompute it, but for the part that children leave
 * unexplained of a parent with a value of its own: that stays as large as it is. A sum shares its change pro rata to the
 * children's baselines (or by weights); a product shares the logarithm of its growth evenly among its drivers (or
 * by weights); in a ratio the denominator falls, in a difference what is taken off. Constants stay as they are.
 * @param baselines present values by row; empty for what children make. A part of a sum that has none, nor has any
 *   node below it, starts from 0 if it has a weight.
 * @param rootTarget the root's target, in its unit.
 * @param weights ≥ 0 by row, empty for none: how siblings share the change; among siblings of which one has a
 *   weight, an empty one is 0 and keeps its baseline.
 * @param locked targets that stay as they are, by row, empty for none; the others absorb the rest.
 * @returns targets by row. In place of a target, and of those below: NEEDS_BASELINE, NEEDS_POSITIVE (a product with a
 *   baseline or growth ≤ 0), ALL_LOCKED (no one left to absorb a change), CANNOT_CLOSE (no targets make this one),
 *   TOO_LARGE, NOT_NEGATIVE and NOT_A_NUMBER (a bad weight or lock spoils its free siblings alone, and what hangs below them).
 * Source: proportional goal cascading; for products in logarithms, the counterpart of LMDI.
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
  const { values, unexplained } = rollUp(tree, baselines);
  const fixed = fixedTargets(tree, baselines, locked, unexplained);
  const work: Work = {
    tree,
    baselines: values,
    unexplained,
    weights: weights.map(weightOf),
    fixed,
    targets,
    drivers: driversOf(tree, fixed),
  };
  const own = fixed[tree.root] ?? null;
  const wanted = numberOf(rootTarget);
  const isContrary = isNumber(own) && isNumber(wanted) && !near(own, wanted, 0);
  targets[tree.root] = isContrary ? faultOf('ALL_LOCKED') : wanted;
  if (wanted !== null) spreadAll(work);
  const isPart = partsOf(tree);
  return { targets, closes: tree.order.every((row) => !isPart[row] || isNumber(targets[row])) };
};
