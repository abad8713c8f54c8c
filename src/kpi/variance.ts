import { type Chain, chainBelow, type NodeMethod, type ProductMethod, slopesOf } from './chain.ts';
import { type Fault, faultOf, finite, finiteOrNull, type Input, isFault, isNumber } from './fault.ts';
import { combine, type NodeValue } from './roll-up.ts';
import { isMultiplicative, ownValue, partsOf, signOf, type Tree } from './tree.ts';

/** Why a tree's root changed, by row. */
export type Effects = {
  /** The node's effect on the root; the root's own is its whole change. Null where it was not measured. */
  readonly effects: readonly NodeValue[];
  /** The effect of what a measured node's children leave unexplained: a line of its own beside its children. */
  readonly unexplained: readonly (number | null)[];
  /** How the node's change was taken apart among its children; null for leaves. */
  readonly methods: readonly (NodeMethod | null)[];
  /** The root's change, or why there is none. */
  readonly change: NodeValue;
};

const METHODS: readonly ProductMethod[] = ['auto', 'lmdi', 'shapley'];
// Rounding in sheets and sums leaves this much between a measured parent and its children.
const NEGLIGIBLE = 1e-12;

/** Both periods of a tree, joined so that a node is either measured in both or made from its children in both. */
type Both = { before: NodeValue[]; after: NodeValue[]; made: [NodeValue[], NodeValue[]]; isWhole: boolean[] };

const isNear = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= NEGLIGIBLE * Math.max(Math.abs(a), Math.abs(b));

const bothPeriods = (tree: Tree, before: readonly Input[], after: readonly Input[]): Both => {
  const blank = (): NodeValue[] => new Array<NodeValue>(tree.size).fill(null);
  const both: Both = { before: blank(), after: blank(), made: [blank(), blank()], isWhole: [] };
  for (let i = tree.order.length - 1; i >= 0; i--) {
    const row = tree.order[i] as number;
    const own = [ownValue(tree, row, before), ownValue(tree, row, after)] as const;
    const made = [combine(tree, row, both.before), combine(tree, row, both.after)] as const;
    const isExplained = isNumber(made[0]) && isNumber(made[1]);
    const isOwn = own[0] !== null && own[1] !== null;
    // A node measured in one period only is taken from its children in both: else the change would be of two things.
    both.before[row] = isOwn || !isExplained ? (own[0] ?? made[0]) : made[0];
    both.after[row] = isOwn || !isExplained ? (own[1] ?? made[1]) : made[1];
    [both.made[0][row], both.made[1][row]] = made;
    both.isWhole[row] =
      isExplained &&
      isNear(both.before[row] as number, made[0]) &&
      isNear(both.after[row] as number, made[1]);
  }
  return both;
};

type Work = {
  readonly tree: Tree;
  readonly both: Both;
  readonly wanted: ProductMethod;
  /** Effect on the root for each unit of the node's change. */
  readonly multipliers: (number | null | Fault)[];
  readonly methods: (NodeMethod | null)[];
  /** Chain links: their effect is the sum of their children's. */
  readonly links: Set<number>;
  readonly effects: NodeValue[];
  /** By how much `settle` has moved each node's effect. */
  readonly moved: number[];
};

/**
 * Where large effects cancel out, their rounding would show in the sum; what it leaves goes to the effects by their
 * size, so that they add up to the whole as it stands.
 * @returns what could not be given to anyone.
 */
const settle = (work: Work, row: number, operands: readonly number[], whole: number): number => {
  const { both, multipliers, effects, moved } = work;
  let [sum, size, scale] = [0, 0, 0];
  for (const operand of operands) {
    const effect = effects[operand] ?? null;
    if (!isNumber(effect)) return 0;
    sum += effect;
    size += Math.abs(effect);
    const ends = [both.before[operand] as number, both.after[operand] as number].map(Math.abs);
    scale += Math.abs(multipliers[operand] as number) * Math.max(...ends);
  }
  const rest = whole - sum;
  if (size === 0 || !Number.isFinite(size)) return rest;
  if (Math.abs(rest) > NEGLIGIBLE * scale + 2 * Math.abs(moved[row] ?? 0)) return rest;
  for (const operand of operands) {
    const effect = effects[operand] as number;
    const part = rest * (Math.abs(effect) / size);
    effects[operand] = effect + part;
    moved[operand] = part;
  }
  return 0;
};

/** The effects of a node's operands, from their multipliers. */
const apply = (work: Work, row: number, operands: readonly number[], whole: number): number => {
  const { both, multipliers, effects } = work;
  for (const operand of operands) {
    const ends = [both.before[operand] ?? null, both.after[operand] ?? null] as const;
    effects[operand] = effectOf(multipliers[operand] ?? null, ...ends);
  }
  return settle(work, row, operands, whole);
};

const spreadSum = (work: Work, row: number, multiplier: number): readonly number[] => {
  const { tree, multipliers, methods } = work;
  const operator = tree.operators[row] ?? '';
  const operands = tree.children[row] ?? [];
  methods[row] = 'linear';
  operands.forEach((child, position) => {
    multipliers[child] = multiplier * signOf(operator, position) * (tree.coefficients[child] as number);
  });
  return operands;
};

const markChain = (work: Work, top: number, chain: Chain, method: NodeMethod | null): void => {
  work.methods[top] = method;
  for (const link of chain.links) {
    work.methods[link] = method;
    work.links.add(link);
  }
};

const spreadProduct = (work: Work, row: number, multiplier: number): readonly number[] => {
  const { tree, both, multipliers } = work;
  const chain = chainBelow(tree, row, (link) => both.isWhole[link] === true);
  const top: [number, number] = [both.made[0][row] as number, both.made[1][row] as number];
  const result = slopesOf(chain, both.before, both.after, top, work.wanted);
  const isRefused = typeof result === 'string';
  markChain(work, row, chain, isRefused ? null : result.method);
  chain.operands.forEach((operand, i) => {
    multipliers[operand] = isRefused ? faultOf(result) : multiplier * (result.slopes[i] as number);
  });
  return chain.operands;
};

const spreadFault = ({ tree, multipliers, effects }: Work, row: number, missing: null | Fault): void => {
  for (const child of tree.children[row] ?? []) {
    multipliers[child] = missing;
    effects[child] = missing;
  }
};

const effectOf = (multiplier: number | null | Fault, before: NodeValue, after: NodeValue): NodeValue => {
  if (multiplier === null || isFault(multiplier)) return multiplier;
  if (!isNumber(before) || !isNumber(after)) return [before, after].find(isFault) ?? null;
  const effect = multiplier * (after - before);
  return finite(effect);
};

const sumOfChildren = (tree: Tree, row: number, effects: readonly NodeValue[]): NodeValue => {
  let total = 0;
  for (const child of tree.children[row] ?? []) {
    const effect = effects[child] ?? null;
    if (!isNumber(effect)) return effect;
    total += effect;
  }
  return total;
};

/** Without a change of the root no node has an effect on it; a fault is everyone's. */
const noEffects = (tree: Tree, change: NodeValue): Effects => ({
  effects: partsOf(tree).map((isPart) => (isPart ? change : null)),
  unexplained: new Array<null>(tree.size).fill(null),
  methods: new Array<null>(tree.size).fill(null),
  change,
});

/**
 * The effect of every node on the change of the tree's root, by the chain rule: the root counts 1; an operand of a
 * sum counts ± coefficient times its parent; an operand of a product or ratio counts by the logarithmic mean, or by
 * Shapley over the maximal chain where an operand is zero or negative. The effects of a node's children, with what
 * they leave unexplained, add up to its own, however a chain of products is nested: to 1e-9 of it, and to 1e-14 of
 * the effects that cancel out within it.
 * @param before measured values by row in the first period; empty for what children make.
 * @param after the same for the second period.
 * @param method "auto" unless told; "lmdi" takes the published limit at zeros, "shapley" every chain by Shapley.
 * @returns effects by row; a fault in place of an effect where it cannot be had (TOO_MANY_FACTORS,
 *   NEEDS_POSITIVE, ZERO_DENOMINATOR …), null for everything where the root is not measured in both periods.
 * Source: logarithmic mean Divisia index, additive form (Ang 2004); Shapley 1953.
 * @example a product of (1, 10, 2) → (4, 5, 3) //=> effects 50.47438029, −25.23719014, 14.76280986
 */
export const effectsOf = (
  tree: Tree,
  before: readonly Input[],
  after: readonly Input[],
  method: ProductMethod = 'auto',
): Effects => {
  if (!METHODS.includes(method)) return noEffects(tree, faultOf('UNKNOWN_METHOD'));
  const both = bothPeriods(tree, before, after);
  const change = effectOf(1, both.before[tree.root] ?? null, both.after[tree.root] ?? null);
  if (!isNumber(change)) return noEffects(tree, change);
  const multipliers = new Array<number | null | Fault>(tree.size).fill(null);
  const methods = new Array<NodeMethod | null>(tree.size).fill(null);
  const effects = new Array<NodeValue>(tree.size).fill(null);
  const moved = new Array<number>(tree.size).fill(0);
  const work: Work = { tree, both, wanted: method, multipliers, methods, links: new Set(), effects, moved };
  multipliers[tree.root] = 1;
  effects[tree.root] = change;
  const unexplained = new Array<number | null>(tree.size).fill(null);
  for (const row of tree.order) {
    if (work.links.has(row)) continue;
    const multiplier = multipliers[row] ?? null;
    const own = effects[row] ?? null;
    if ((tree.children[row] ?? []).length === 0) continue;
    const made = effectOf(multiplier, both.made[0][row] ?? null, both.made[1][row] ?? null);
    if (isNumber(own) && isNumber(made)) {
      const isWhole = both.isWhole[row] === true;
      const isProduct = isMultiplicative(tree.operators[row] ?? '');
      const operands = (isProduct ? spreadProduct : spreadSum)(work, row, multiplier as number);
      const rest = apply(work, row, operands, isWhole ? own : made);
      if (!isWhole || rest !== 0) unexplained[row] = finiteOrNull(isWhole ? rest : own - made + rest);
    } else {
      if (isNumber(own)) unexplained[row] = own;
      spreadFault(work, row, isFault(made) ? made : null);
    }
  }
  for (let i = tree.order.length - 1; i >= 0; i--) {
    const row = tree.order[i] as number;
    if (work.links.has(row)) effects[row] = sumOfChildren(tree, row, effects);
  }
  return { effects, unexplained, methods, change };
};
