import type { EditedRow, ListField, ListRow, ListState, RowConflict } from '../../src/addon/more-api.ts';
import type { Say } from '../language.ts';
import { faultOf } from './checks.ts';

/** A row on its way; `id` stays while the row moves, for the page. */
export type DraftRow = EditedRow & { readonly id: number; readonly isRemoved: boolean };

/** A list being edited. */
export type Draft = {
  readonly state: ListState;
  readonly rows: readonly DraftRow[];
  readonly conflicts: readonly RowConflict[];
};

let lastId = 0;
const newId = (): number => ++lastId;

/** A draft that begins with what is in the sheet, or with what a save that met others left. */
export function draftOf(
  state: ListState,
  rows: readonly EditedRow[] = state.rows.map((row, was) => ({ was, row })),
  conflicts: readonly RowConflict[] = [],
): Draft {
  return { state, conflicts, rows: rows.map((each) => ({ ...each, id: newId(), isRemoved: false })) };
}

export type Mark = 'new' | 'changed' | 'removed' | 'same';

const isBlank = (row: ListRow): boolean => Object.values(row).every((cell) => cell === null);

/** What a person has done to a row. */
export function markOf({ state }: Draft, { was, row, isRemoved }: DraftRow): Mark {
  if (was === null) return 'new';
  if (isRemoved) return 'removed';
  const before = state.rows[was] ?? {};
  return state.fields.some(({ key }) => row[key] !== before[key]) ? 'changed' : 'same';
}

/** Rows with something to save; a new one that nobody filled in is none. */
export function changedRows(draft: Draft): DraftRow[] {
  return draft.rows.filter((row) => {
    const mark = markOf(draft, row);
    return mark !== 'same' && !(mark === 'new' && isBlank(row.row));
  });
}

/** The rows as they are sent. */
export function editedRows({ rows }: Draft): EditedRow[] {
  return rows
    .filter(({ was, row, isRemoved }) => !isRemoved && !(was === null && isBlank(row)))
    .map(({ was, row }) => ({ was, row }));
}

/** The first row that cannot be saved: what others typed stands as it is, what this person typed has to be right. */
export function faultyRow(words: Say, draft: Draft): DraftRow | undefined {
  const { fields, rows } = draft.state;
  const isWrong = ({ was, row }: DraftRow, field: ListField): boolean => {
    const cell = row[field.key] ?? null;
    const before = was === null ? undefined : (rows[was]?.[field.key] ?? null);
    return cell !== before && faultOf(words, field, cell) !== undefined;
  };
  return changedRows(draft).find((row) => !row.isRemoved && fields.some((field) => isWrong(row, field)));
}

const replaced = (draft: Draft, id: number, part: Partial<DraftRow>): Draft => ({
  ...draft,
  rows: draft.rows.map((row) => (row.id === id ? { ...row, ...part } : row)),
});

/** With a row changed. */
export function withRow(draft: Draft, id: number, row: ListRow): Draft {
  return replaced(draft, id, { row });
}

/** With a row taken away, or kept after all; a new one goes at once. */
export function withRemoval(draft: Draft, id: number, isRemoved: boolean): Draft {
  const isNew = draft.rows.some((row) => row.id === id && row.was === null);
  if (isNew) return { ...draft, rows: draft.rows.filter((row) => row.id !== id) };
  return replaced(draft, id, { isRemoved });
}

/** With a new row, which comes last. */
export function withNewRow(draft: Draft, row?: ListRow): { readonly draft: Draft; readonly id: number } {
  const empty = Object.fromEntries(draft.state.fields.map(({ key }) => [key, null]));
  const id = newId();
  const added: DraftRow = { was: null, row: row ?? empty, id, isRemoved: false };
  return { draft: { ...draft, rows: [...draft.rows, added] }, id };
}

/** With a person's own value taken where it met that of others. */
export function withMine(draft: Draft, conflict: RowConflict): Draft {
  const rest = { ...draft, conflicts: draft.conflicts.filter((each) => each !== conflict) };
  if (conflict.kind === 'gone') return withNewRow(rest, conflict.row).draft;
  const at = rest.rows.find(({ was }) => was === conflict.at);
  if (at === undefined) return rest;
  if (conflict.kind === 'changed') return withRemoval(rest, at.id, true);
  return withRow(rest, at.id, { ...at.row, [conflict.field]: conflict.mine });
}
