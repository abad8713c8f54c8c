import type { Issue } from './issue.ts';
import { exponentOf, isMultiplicative, type NodeColumn, type NodePlace, type Tree } from './tree.ts';

/** What a KPI counts, as far as its row says. */
export type Quantity = {
  readonly unit: string | null;
  /** A total grows with the days of a period; a rate or an average does not. null where nobody says. */
  readonly isTotal: boolean | null;
};

type Sides = { readonly row: number; readonly exponent: 1 | -1 }[];

const sidesOf = (tree: Tree, row: number): Sides =>
  (tree.children[row] ?? []).map((child, i) => ({
    row: child,
    exponent: exponentOf(tree.operators[row] ?? '', i),
  }));

/** Formulas that nobody describes are what their operands make them. */
const totalsOf = (tree: Tree, quantities: readonly Quantity[]): (boolean | null)[] => {
  const totals = quantities.map(({ isTotal }) => isTotal);
  for (const row of [...tree.order].reverse()) {
    const sides = sidesOf(tree, row);
    if (totals[row] !== null || sides.length === 0) continue;
    const known = sides.map((side) => totals[side.row] ?? null);
    if (!isMultiplicative(tree.operators[row] ?? '')) totals[row] = known[0] ?? null;
    else if (!known.includes(null)) {
      totals[row] = sides.reduce((sum, side, i) => sum + (known[i] ? side.exponent : 0), 0) > 0;
    }
  }
  return totals;
};

/** A dimension by row: 1 for a KPI that has it, 0 for one that has not, null where that is not known. */
type Dimension = readonly (0 | 1 | null)[];

/** Factors that bring a dimension into a product once more than it has; the first of a kind may bring it. */
const surplus = (
  sides: Sides,
  dimension: Dimension,
  own: 0 | 1,
  isLater: (row: number) => boolean,
): number[] => {
  const bearers = sides.filter(({ row }) => dimension[row] === 1).map(({ row }) => row);
  const inOrder = [...bearers.filter((row) => !isLater(row)), ...bearers.filter(isLater)];
  return inOrder.slice(own);
};

/** Whether operands that are all known make another dimension than the node has; one per money has no unit of its own. */
const isAmiss = (sides: Sides, dimension: Dimension, own: 0 | 1, isStrict: boolean): boolean => {
  if (sides.some(({ row }) => dimension[row] === null)) return false;
  const made = sides.reduce((sum, { row, exponent }) => sum + exponent * (dimension[row] as number), 0);
  return made !== own && (made >= 0 || own === 1 || isStrict);
};

/**
 * Operands of a product or ratio that cannot make their KPI: a total is a total times rates, and money comes in once.
 * @param quantities by row.
 * @returns an issue FACTOR_CLASH at each factor that is one total, or one amount of money, too many; an issue
 *   OPERANDS_CLASH at each operator whose operands make no such KPI. What nobody describes is not judged.
 * @example gmv = gmv × orders, a total times a total //=> [{ code: 'FACTOR_CLASH', found: 'tiktok', values: { with: 'orders', … } }]
 */
export const checkFactors = (
  tree: Tree,
  quantities: readonly Quantity[],
  place?: NodePlace,
): readonly Issue[] => {
  const dimensionOf = (cells: readonly (boolean | null)[]): Dimension =>
    cells.map((has) => (has === null ? null : has ? 1 : 0));
  const money = dimensionOf(quantities.map(({ unit }) => (unit === null ? null : unit === 'money')));
  // A coefficient may convert: 35 a piece makes money of orders.
  const moneyIn = money.map((has, row) => (Math.abs(tree.coefficients[row] ?? 1) === 1 ? has : null));
  const total = dimensionOf(totalsOf(tree, quantities));
  const at = (row: number, column: NodeColumn): Pick<Issue, 'at'> =>
    place ? { at: place(row, column) } : {};

  return tree.order.flatMap((row): Issue[] => {
    const operator = tree.operators[row] ?? '';
    const sides = sidesOf(tree, row);
    const own = [total[row] ?? null, money[row] ?? null] as const;
    if (!isMultiplicative(operator) || own[0] === null || own[1] === null) return [];
    const [ownTotal, ownMoney] = own;
    const expected = quantities[row]?.unit ?? '';
    const isMoney = (child: number): boolean => money[child] === 1;
    const odd =
      operator === 'ratio'
        ? []
        : [
            ...surplus(sides, total, ownTotal, isMoney),
            ...surplus(sides, moneyIn, ownMoney, (child) => total[child] === 1),
          ];
    const clashes = [...new Set(odd)];
    if (clashes.length > 0) {
      return clashes.map((child): Issue => {
        const other = sides.find((side) => side.row !== child && !clashes.includes(side.row)) ?? sides[0];
        const values = { row: child, with: tree.ids[other?.row ?? row] ?? '', above: tree.ids[row] ?? '' };
        return { code: 'FACTOR_CLASH', found: tree.ids[child] ?? '', expected, values, ...at(child, 'id') };
      });
    }
    if (!isAmiss(sides, total, ownTotal, true) && !isAmiss(sides, moneyIn, ownMoney, false)) return [];
    const found = tree.ids[row] ?? '';
    return [{ code: 'OPERANDS_CLASH', found, expected, values: { row }, ...at(row, 'operator') }];
  });
};
