import type { TreeConflict, TreeRow } from '../../src/addon/tree-api.ts';
import { mergeTrees, type Side } from '../../src/kpi/merge-trees.ts';
import { idOf, type TreeEdit } from './edits.ts';

/** What a person has to decide before anything is saved, and the tree as it is in the sheet. */
export type Dispute = {
  readonly edit: TreeEdit;
  readonly conflicts: readonly TreeConflict[];
  readonly present: readonly TreeRow[];
};

export type Choose = (conflict: TreeConflict) => Side | undefined;

/**
 * An edit on the ground of the tree as it is in the sheet, once a person has chosen between theirs and another's.
 * @returns What is to be saved; or what is still to be decided, where one choice raises another question.
 */
export function settled({ edit, present }: Omit<Dispute, 'conflicts'>, choose: Choose): TreeEdit | Dispute {
  const touched = new Set(edit.targets.map(({ node }) => node));
  const { rows, conflicts } = mergeTrees(edit.base, edit.rows, present, { choose, touched });
  if (conflicts.length > 0) return { edit, present, conflicts };
  const left = new Set(rows.map(({ row }) => idOf(row)));
  const targets = edit.targets.filter(({ node }) => left.has(node));
  return { base: [...present], rows: [...rows], targets };
}
