import type { EditedRow, TargetRow, TreeRow } from '../../src/addon/tree-api.ts';
import { idOf, rowKeys } from '../../src/kpi/tree-fields.ts';
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
