import { type Input, isNumber } from './fault.ts';
import type { Issue } from './issue.ts';
import { rollUp } from './roll-up.ts';
import type { NodeColumn, NodePlace, Tree } from './tree.ts';

// Faults of a tree that can be calculated all the same; those that stop it are found by `parseTree`.

/** A segment's filter: the value of each dimension that it takes; a dimension that is absent takes all. */
export type Filter = Readonly<Record<string, string>>;

const at = (row: number, column: NodeColumn, place?: NodePlace): Pick<Issue, 'at'> =>
  place ? { at: place(row, column) } : {};

/**
 * Operands of a sum or difference whose unit is another than the node's: orders do not add to money.
 * @param units by row; null where a node has none (a constant).
 * @returns an issue UNIT_CLASH for each such operand; none for one with a coefficient, which may convert.
 * @example with orders (count) below a sum in money //=> [{ code: 'UNIT_CLASH', found: 'count', expected: 'money', … }]
 */
export const checkUnits = (
  tree: Tree,
  units: readonly (string | null)[],
  place?: NodePlace,
): readonly Issue[] =>
  tree.order.flatMap((row) => {
    const operator = tree.operators[row];
    const unit = units[row] ?? null;
    if ((operator !== 'sum' && operator !== 'difference') || unit === null) return [];
    return (tree.children[row] ?? []).flatMap((child): Issue[] => {
      const found = units[child] ?? null;
      const isSame = found === null || found === unit || Math.abs(tree.coefficients[child] as number) !== 1;
      if (isSame) return [];
      return [
        { code: 'UNIT_CLASH', found, expected: unit, values: { row: child }, ...at(child, 'unit', place) },
      ];
    });
  });

const overlaps = (a: Filter, b: Filter): boolean =>
  Object.keys(a).every((dimension) => b[dimension] === undefined || b[dimension] === a[dimension]);

/**
 * Segments of one sum that take the same rows of facts, which would count twice.
 * @param filters by row, for the nodes that take rows of facts; null for the others. One that is taken off (a
 *   coefficient ≤ 0) doubles nothing.
 * @returns an issue SEGMENTS_OVERLAP at the later one of each such pair.
 * @example { platform: 'tiktok' } beside { platform: 'tiktok', market: 'US' } //=> [{ code: 'SEGMENTS_OVERLAP', … }]
 */
export const checkSegments = (
  tree: Tree,
  filters: readonly (Filter | null)[],
  place?: NodePlace,
): readonly Issue[] =>
  tree.order.flatMap((row) => {
    if (tree.operators[row] !== 'sum') return [];
    const segments = (tree.children[row] ?? []).filter(
      (child) => filters[child] && (tree.coefficients[child] as number) > 0,
    );
    return segments.flatMap((second, i) =>
      segments
        .slice(0, i)
        .filter((first) => overlaps(filters[first] as Filter, filters[second] as Filter))
        .map(
          (first): Issue => ({
            code: 'SEGMENTS_OVERLAP',
            found: tree.ids[second] ?? '',
            values: { row: second, with: tree.ids[first] ?? '' },
            ...at(second, 'id', place),
          }),
        ),
    );
  });

/**
 * Ratios whose denominator was measured as 0. One that was not measured is no fault: its ratio is not measured either.
 * @param measured values of a period by row, as for `rollUp`.
 * @returns an issue ZERO_DENOMINATOR at each such ratio's operator, `found` the denominator's id.
 * @example aov = gmv ÷ orders, orders 0 //=> [{ code: 'ZERO_DENOMINATOR', found: 'orders', values: { row: 0 } }]
 */
export const checkDenominators = (
  tree: Tree,
  measured: readonly Input[],
  place?: NodePlace,
): readonly Issue[] => {
  const { values } = rollUp(tree, measured);
  return tree.order.flatMap((row): Issue[] => {
    if (tree.operators[row] !== 'ratio') return [];
    const child = (tree.children[row] ?? [])[1] as number;
    const value = values[child];
    if (!isNumber(value) || value !== 0) return [];
    const found = tree.ids[child] ?? '';
    return [{ code: 'ZERO_DENOMINATOR', found, values: { row }, ...at(row, 'operator', place) }];
  });
};
