import type { EditedRow, TargetRow, TreeConflict, TreeRow } from '../../src/addon/tree-api.ts';
import { idOf, rowKeys } from '../../src/kpi/tree-fields.ts';
import type { RequestOf } from '../server.ts';

/** What a person changed of a KPI. */
export type Edit = { readonly was: string; readonly change: Partial<TreeRow> };

/** Changes that are to be saved as one. */
export type Changes = { readonly edits: readonly Edit[]; readonly targets: readonly TargetRow[] };

export { idOf };

/**
 * Changes as the add-on takes them: the rows that were read, and how they are to be.
 * @param base The rows as they were read.
 */
export function treeEdit(base: readonly TreeRow[], { edits, targets }: Changes): RequestOf<'saveTree'> {
  const changes = new Map(edits.map(({ was, change }) => [was, change]));
  const keys = rowKeys(base);
  const rows = base.map((row, at): EditedRow => {
    const was = keys[at] ?? '';
    return { was, row: { ...row, ...(changes.get(was) ?? {}) } };
  });
  return { base: [...base], rows, targets: [...targets] };
}

export type Choice = 'mine' | 'theirs';

/** What tells conflicts of one answer apart. */
export const conflictKey = ({ was, field }: TreeConflict): string => `${was}\n${field ?? ''}`;

function without(change: Partial<TreeRow>, fields: ReadonlySet<string>): Partial<TreeRow> {
  return Object.fromEntries(Object.entries(change).filter(([field]) => !fields.has(field)));
}

/**
 * What is left to be saved once a person has chosen between theirs and another's: where the other's stands, the change
 * is dropped; of a KPI that is gone, all of them.
 * @param choices By `conflictKey`; what nobody chose is the other's.
 */
export function settled(
  { edits, targets }: Changes,
  conflicts: readonly TreeConflict[],
  choices: ReadonlyMap<string, Choice>,
): Changes {
  const gone = new Set(conflicts.flatMap(({ was, field }) => (field === null ? [was] : [])));
  const theirs = conflicts.filter((conflict) => choices.get(conflictKey(conflict)) !== 'mine');
  const left = edits.flatMap(({ was, change }): Edit[] => {
    const dropped = new Set(theirs.flatMap((each) => (each.was === was && each.field ? [each.field] : [])));
    const kept = without(change, dropped);
    return gone.has(was) || Object.keys(kept).length === 0 ? [] : [{ was, change: kept }];
  });
  return { edits: left, targets: targets.filter(({ node }) => !gone.has(node)) };
}
