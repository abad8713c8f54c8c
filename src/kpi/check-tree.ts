import type { Issue } from './issue.ts';
import type { Unit } from './metrics.ts';
import type { NodePlace, Tree } from './tree.ts';

/** A segment's filter: the value of each dimension that it takes; a dimension that is absent takes all. */
export type Filter = Readonly<Record<string, string>>;

const places = (row: number, place?: NodePlace): Pick<Issue, 'at'> => (place ? { at: place(row, 'id') } : {});

/**
 * Operands of a sum or difference whose unit is another than the node's: orders do not add to money.
 * @param units by row; null where a node has none (a constant).
 * @returns an issue UNIT_CLASH for each such operand.
 */
export const checkUnits = (
  tree: Tree,
  units: readonly (Unit | null)[],
  place?: NodePlace,
): readonly Issue[] =>
  tree.order.flatMap((row) => {
    const operator = tree.operators[row];
    const unit = units[row] ?? null;
    if ((operator !== 'sum' && operator !== 'difference') || unit === null) return [];
    return (tree.children[row] ?? []).flatMap((child): Issue[] => {
      const found = units[child] ?? null;
      const isSame = found === null || found === unit || tree.coefficients[child] !== 1; // a coefficient may convert
      return isSame
        ? []
        : [{ code: 'UNIT_CLASH', found, expected: unit, values: { row: child }, ...places(child, place) }];
    });
  });

const overlaps = (a: Filter, b: Filter): boolean =>
  Object.keys(a).every((dimension) => b[dimension] === undefined || b[dimension] === a[dimension]);

/**
 * Segments of one sum that take the same rows of facts, which would count twice.
 * @param filters by row, for the nodes that are segments; null for the others.
 * @returns an issue SEGMENTS_OVERLAP for each such pair, at the later one.
 */
export const checkSegments = (
  tree: Tree,
  filters: readonly (Filter | null)[],
  place?: NodePlace,
): readonly Issue[] =>
  tree.order.flatMap((row) => {
    if (tree.operators[row] !== 'sum') return [];
    const segments = (tree.children[row] ?? []).filter((child) => filters[child]);
    return segments.flatMap((second, i) =>
      segments
        .slice(0, i)
        .filter((first) => overlaps(filters[first] as Filter, filters[second] as Filter))
        .map(
          (first): Issue => ({
            code: 'SEGMENTS_OVERLAP',
            found: tree.ids[second] ?? '',
            values: { row: second, with: tree.ids[first] ?? '' },
            ...places(second, place),
          }),
        ),
    );
  });
