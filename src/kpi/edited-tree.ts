import type { Issue } from './issue.ts';
import { parseTree, type TreeIssueCode } from './parse-tree.ts';
import type { Tree } from './tree.ts';
import { idOf, type TreeRow } from './tree-fields.ts';

/** Faults for which rows are no tree at all; all others are those of one that is not finished. */
const STRUCTURAL: ReadonlySet<TreeIssueCode | string> = new Set<TreeIssueCode>([
  'NODE_WITHOUT_ID',
  'DUPLICATE_ID',
  'UNKNOWN_PARENT',
  'SECOND_ROOT',
  'CYCLE',
]);

/** A fault of a row; its sentence has the code `EDIT_` and this one's. */
export type RowFault = { readonly row: number; readonly issue: Issue; readonly isStructural: boolean };

/**
 * Reads rows of an editor as a tree.
 * @returns the tree, or null with every fault; `name` in an issue's values is what people call the KPI.
 * @example parseRows([gmv, gmv]).faults[0].issue.code //=> 'DUPLICATE_ID'
 */
export const parseRows = (rows: readonly TreeRow[]): { tree: Tree | null; faults: RowFault[] } => {
  const cells = rows.map(({ id, parent, operator, coefficient, kind, name }) =>
    // A row with nothing but a name is one without an ID, too.
    [id, parent, operator, coefficient, kind, name],
  );
  const { tree, issues } = parseTree(cells);
  const faults = issues.map((issue) => {
    const row = Number(issue.values?.row ?? 0);
    const own = rows[row];
    const name = own === undefined ? '' : String(own.name ?? '').trim() || idOf(own);
    const values = { ...issue.values, name };
    return { row, issue: { ...issue, values }, isStructural: STRUCTURAL.has(issue.code) };
  });
  return { tree, faults };
};
