import fc from 'fast-check';
import type { Cell } from '../../src/kpi/issue.ts';
import { parseTree } from '../../src/kpi/parse-tree.ts';
import type { Tree } from '../../src/kpi/tree.ts';

/** The tree of rows that are known to make one. */
export const treeOf = (rows: readonly (readonly Cell[])[]): Tree => {
  const { tree, issues } = parseTree(rows);
  if (!tree) throw new Error(JSON.stringify(issues));
  return tree;
};

/** A root with so many leaves. */
export const flat = (operator: string, count: number): Tree =>
  treeOf([
    ['r', '', operator, ''],
    ...Array.from({ length: count }, (_, i): Cell[] => [`c${i}`, 'r', '', '']),
  ]);

/** Rows of a tree; each node hangs on an earlier one. */
export type Drawn = {
  readonly rows: Cell[][];
  readonly parents: readonly number[];
  readonly isLeaf: readonly boolean[];
};

const COEFFICIENTS = [1, 1, 1, 2, -1, 0.5, 1000];

/**
 * Random trees with all operators and coefficients.
 * @param nodes At most so many. @param coefficients They are drawn from these.
 */
export const drawnTree = (
  nodes: number,
  coefficients: readonly number[] = COEFFICIENTS,
): fc.Arbitrary<Drawn> =>
  fc
    .array(
      fc.record({
        parent: fc.nat(),
        operator: fc.constantFrom('sum', 'product', 'ratio', 'difference'),
        coefficient: fc.constantFrom(...coefficients),
      }),
      { minLength: 2, maxLength: nodes },
    )
    .map((drafts) => {
      const parents = drafts.map((draft, i) => (i === 0 ? -1 : draft.parent % i));
      const kids = drafts.map((_, i) => parents.filter((parent) => parent === i).length);
      const operatorOf = (i: number): string => {
        const operator = drafts[i]?.operator as string;
        if (kids[i] === 0) return '';
        return operator === 'ratio' && kids[i] !== 2 ? 'product' : operator;
      };
      const rows = drafts.map((draft, i): Cell[] => {
        const parent = parents[i] as number;
        return [i, parent === -1 ? '' : parent, operatorOf(i), draft.coefficient];
      });
      return { rows, parents, isLeaf: kids.map((count) => count === 0) };
    });

/**
 * A roll-up as a person writes it down: by recursion over the rows, and by nothing of the engine.
 * @param rows As drawn. @param leaves Values of the leaves by row. @param gaps What stands beside the children, by row.
 */
export const recompute = (
  rows: readonly (readonly Cell[])[],
  leaves: readonly number[],
  gaps: readonly number[] = [],
  row = 0,
): number => {
  const parts = rows.flatMap(([, parent, , coefficient], child) =>
    parent === rows[row]?.[0] ? [recompute(rows, leaves, gaps, child) * Number(coefficient)] : [],
  );
  const [first = Number.NaN, ...rest] = parts;
  const gap = gaps[row] ?? 0;
  if (rows[row]?.[2] === 'sum') return parts.reduce((a, b) => a + b) + gap;
  if (rows[row]?.[2] === 'product') return parts.reduce((a, b) => a * b) + gap;
  if (rows[row]?.[2] === 'ratio') return first / (rest[0] as number) + gap;
  if (rows[row]?.[2] === 'difference') return rest.reduce((a, b) => a - b, first) + gap;
  return leaves[row] as number;
};
