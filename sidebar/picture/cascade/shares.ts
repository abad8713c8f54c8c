import { isNumber } from '../../../src/kpi/fault.ts';
import type { NodeValue } from '../../../src/kpi/roll-up.ts';
import { isMultiplicative, type Tree } from '../../../src/kpi/tree.ts';

/** Children of a node among whom a change is shared. */
export function freeChildren(tree: Tree, row: number, locked: readonly (number | null)[]): number[] {
  return (tree.children[row] ?? []).filter(
    (child) => (locked[child] ?? null) === null && tree.constants[child] !== true,
  );
}

/** Free multiplicative drivers at and below a node: a product shares its growth evenly among them. */
function driversAt(tree: Tree, row: number, locked: readonly (number | null)[]): number {
  if ((locked[row] ?? null) !== null || tree.constants[row] === true) return 0;
  const children = tree.children[row] ?? [];
  if (children.length === 0 || !isMultiplicative(tree.operators[row] ?? '')) return 1;
  return children.reduce((sum, child) => sum + driversAt(tree, child, locked), 0);
}

/**
 * How the siblings below each node share its change: by their weights where one has any, else a sum by how large they
 * are and a product evenly by drivers, as `cascade` does.
 * @returns By row, 0 to 1; null for what is locked or constant, and for the goal.
 */
export function sharesBelow(
  tree: Tree,
  values: readonly NodeValue[],
  weights: readonly (number | null)[],
  locked: readonly (number | null)[],
): (number | null)[] {
  const shares = new Array<number | null>(tree.size).fill(null);
  for (const row of tree.order) {
    const free = freeChildren(tree, row, locked);
    const isWeighted = free.some((child) => (weights[child] ?? null) !== null);
    const usual = (child: number): number => {
      if (isMultiplicative(tree.operators[row] ?? '')) return driversAt(tree, child, locked);
      const value = values[child] ?? null;
      return isNumber(value) ? Math.abs(value * (tree.coefficients[child] ?? 1)) : 0;
    };
    const parts = free.map((child) => (isWeighted ? (weights[child] ?? 0) : usual(child)));
    const total = parts.reduce((sum, part) => sum + part, 0);
    free.forEach((child, at) => {
      shares[child] = total > 0 ? (parts[at] as number) / total : isWeighted ? 0 : 1 / free.length;
    });
  }
  return shares;
}

/** Rounded so that a sheet shows it well. */
const tidy = (weight: number): number => Number(weight.toFixed(2));

/**
 * The weights of a family after one member's share was set: the others keep their proportions and share the rest.
 * Weights of a family are 1 on average, so that the score, in which they count too, is not drawn to one family.
 * @param shares Shares of the members by id, 0 to 1.
 * @param id The member that was set. @param share Its new share, 0 to 1.
 * @example reweighted(new Map([['a', 0.5], ['b', 0.5]]), 'a', 0.75) //=> Map { 'a' => 1.5, 'b' => 0.5 }
 */
export function reweighted(
  shares: ReadonlyMap<string, number>,
  id: string,
  share: number,
): Map<string, number> {
  const others = [...shares].filter(([other]) => other !== id);
  const rest = others.reduce((sum, [, part]) => sum + part, 0);
  const count = shares.size;
  const made = new Map<string, number>();
  for (const [other, part] of shares) {
    const own = other === id ? share : (1 - share) * (rest > 0 ? part / rest : 1 / others.length);
    made.set(other, tidy(own * count));
  }
  return made;
}

/** Weights of the sheet among siblings that differ; equal ones prefer nobody, and then the usual shares hold. */
export function weightsOf(tree: Tree, cells: readonly unknown[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of tree.order) {
    const family = tree.children[row] ?? [];
    const weights = family.map((child) => (isNumber(cells[child]) ? (cells[child] as number) : 1));
    if (weights.every((weight) => weight === weights[0])) continue;
    family.forEach((child, at) => {
      found.set(tree.ids[child] ?? '', weights[at] as number);
    });
  }
  return found;
}
