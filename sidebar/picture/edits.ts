import type { EditedRow, TreeEdit as Saved, TargetRow, TreeRow } from '../../src/addon/tree-api.ts';
import { idOf, rowKeys, TREE_FIELDS } from '../../src/kpi/tree-fields.ts';
import type { RequestOf } from '../server.ts';

/** What a person changed of a KPI. */
export type Edit = { readonly was: string; readonly change: Partial<TreeRow> };

/** Changes that are to be saved as one. */
export type Changes = { readonly edits: readonly Edit[]; readonly targets: readonly TargetRow[] };

export type TreeEdit = RequestOf<'saveTree'>;

export { idOf };

/**
 * Changes as the add-on takes them: the rows that were read, and how they are to be.
 * @param base The rows as they were read.
 */
export function treeEdit(base: readonly TreeRow[], { edits, targets }: Changes): TreeEdit {
  const changes = new Map(edits.map(({ was, change }) => [was, change]));
  const keys = rowKeys(base);
  const rows = base.map((row, at): EditedRow => {
    const was = keys[at] ?? '';
    return { was, row: { ...row, ...(changes.get(was) ?? {}) } };
  });
  return { base: [...base], rows, targets: [...targets] };
}

/**
 * What takes a save back: the cells that it changed as they were before, and the targets that it added.
 * @param edit What was saved. @param after The rows after it. @param added Targets that it added.
 */
export function undoOf(edit: Saved, after: readonly TreeRow[], added: readonly TargetRow[]): TreeEdit {
  const before = new Map(rowKeys(edit.base).map((key, at) => [key, edit.base[at]]));
  const saved = new Map(edit.rows.map(({ was, row }) => [was, row]));
  const keys = rowKeys(after);
  const rows = after.map((row, at): EditedRow => {
    const was = keys[at] ?? '';
    const [old, own] = [before.get(was), saved.get(was)];
    const changed = old && own ? TREE_FIELDS.filter((field) => old[field] !== own[field]) : [];
    const cells = changed.map((field) => [field, old?.[field]]);
    return { was, row: { ...row, ...Object.fromEntries(cells) } };
  });
  return { base: [...after], rows, targets: [], withdrawn: [...added] };
}
