import type { Cell } from '../kpi/issue.ts';

/** A row of a short list by column key; null is an empty cell. */
export type ListRow = Readonly<Record<string, Cell>>;

/** A row as a person left it; `was` is its place among the rows they began with, null for a new one. */
export type EditedRow = { readonly was: number | null; readonly row: ListRow };

/** What two people did to one row; `at` is its place among the rows as they are now. */
export type RowConflict =
  /** Both changed a cell, to different values. */
  | {
      readonly kind: 'cell';
      readonly at: number;
      readonly field: string;
      readonly mine: Cell;
      readonly theirs: Cell;
    }
  /** This person took away a row that another changed. */
  | { readonly kind: 'changed'; readonly at: number }
  /** This person changed a row that another took away. */
  | { readonly kind: 'gone'; readonly row: ListRow };

export type RowMerge = {
  /** `index` is a place among the rows as they are now. */
  readonly updates: readonly { readonly index: number; readonly values: ListRow }[];
  readonly removals: readonly number[];
  readonly appends: readonly ListRow[];
  readonly conflicts: readonly RowConflict[];
  /** The rows as they are now with this person's changes, conflicts as the sheet has them: where the next try starts. */
  readonly draft: readonly EditedRow[];
};

type Rows = readonly ListRow[];

const cellOf = (row: ListRow, field: string): Cell => row[field] ?? null;

/** Fields in which two rows differ. */
function changedFields(fields: readonly string[], a: ListRow, b: ListRow): string[] {
  return fields.filter((field) => cellOf(a, field) !== cellOf(b, field));
}

function keyOf(row: ListRow, columns: readonly string[]): string | null {
  const cells = columns.map((column) => cellOf(row, column));
  return cells.every((cell) => cell === null) ? null : JSON.stringify(cells);
}

/** Pairs rows that are alike in some columns: the first with the first, or only where there is one on each side. */
function pairBy(
  columns: readonly string[],
  found: (number | null)[],
  base: Rows,
  present: Rows,
  isUnique: boolean,
): void {
  const taken = new Set(found);
  const free = new Map<string, number[]>();
  present.forEach((row, index) => {
    const key = keyOf(row, columns);
    if (key !== null && !taken.has(index)) free.set(key, [...(free.get(key) ?? []), index]);
  });
  const open = base.flatMap((row, was) => (found[was] === null ? [{ was, key: keyOf(row, columns) }] : []));
  for (const { was, key } of open) {
    const there = key === null ? undefined : free.get(key);
    if (there === undefined || there.length === 0) continue;
    const isOnly = there.length === 1 && open.filter((each) => each.key === key).length === 1;
    if (!isUnique || isOnly) found[was] = there.shift() ?? null;
  }
}

/**
 * Finds the rows that somebody began with among those that are there now: rows are sorted, inserted and renamed.
 * @param base Rows as they were.
 * @param wanted The same as the person left them: after a save whose answer got lost they stand in the sheet already.
 * @param present Rows as they are.
 * @param fields Columns that count.
 * @param identities Columns by which people know a row, the surest first; none for a list of one row.
 * @returns For each row of `base` its place in `present`; null where it is gone.
 */
function matchRows(
  base: Rows,
  wanted: Rows,
  present: Rows,
  fields: readonly string[],
  identities: readonly (readonly string[])[],
): readonly (number | null)[] {
  if (identities.length === 0) return base.map((_, was) => (was < present.length ? was : null));
  const found: (number | null)[] = base.map(() => null);
  pairBy(fields, found, base, present, false);
  pairBy(fields, found, wanted, present, false);
  for (const columns of identities) pairBy(columns, found, base, present, true);
  return found;
}

type Edit = { readonly conflicts: RowConflict[]; readonly values: Record<string, Cell> };

/** What one person's edit of a row means for the row as it is now. */
function editOf(fields: readonly string[], before: ListRow, mine: ListRow, now: ListRow, at: number): Edit {
  const edit: Edit = { conflicts: [], values: {} };
  for (const field of changedFields(fields, before, mine)) {
    const [wanted, theirs] = [cellOf(mine, field), cellOf(now, field)];
    if (wanted === theirs) continue;
    if (theirs === cellOf(before, field)) edit.values[field] = wanted;
    else edit.conflicts.push({ kind: 'cell', at, field, mine: wanted, theirs });
  }
  return edit;
}

/** New rows, without those that are there already: a save whose answer got lost is tried again. */
function newRows(edited: readonly EditedRow[], added: Rows, fields: readonly string[]): ListRow[] {
  const there = added.map((row) => keyOf(row, fields));
  return edited.flatMap(({ was, row }) => {
    const key = keyOf(row, fields);
    if (was !== null || key === null) return [];
    const known = there.indexOf(key);
    if (known < 0) return [row];
    there.splice(known, 1);
    return [];
  });
}

/**
 * Brings a person's edit of a short list together with what others did to the list meanwhile. What both changed is a
 * conflict and never overwritten.
 * @param base Rows as the person began with.
 * @param edited Rows as the person left them; a row of `base` that is not among them was taken away.
 * @param present Rows as they are now.
 * @param fields Columns that the edit is about.
 * @param identities Columns by which a row is known again, the surest first, such as `[['email'], ['name']]`; none for a
 *   list that always is one row.
 * @returns What to change in the present rows. Merging again once that is done changes nothing.
 * @example mergeRows([{ n: 1 }], [{ was: 0, row: { n: 2 } }], [{ n: 1 }], ['n'], []).updates
 *   //=> [{ index: 0, values: { n: 2 } }]
 */
export function mergeRows(
  base: Rows,
  edited: readonly EditedRow[],
  present: Rows,
  fields: readonly string[],
  identities: readonly (readonly string[])[],
): RowMerge {
  const mine = new Map(edited.flatMap(({ was, row }) => (was === null ? [] : [[was, row] as const])));
  const wanted = base.map((row, was) => mine.get(was) ?? row);
  const places = matchRows(base, wanted, present, fields, identities);
  const updates: { index: number; values: ListRow }[] = [];
  const removals: number[] = [];
  const conflicts: RowConflict[] = [];
  base.forEach((before, was) => {
    const [row, at] = [mine.get(was), places[was] ?? null];
    const now = at === null ? undefined : present[at];
    const isMine = row !== undefined && changedFields(fields, before, row).length > 0;
    if (at === null || now === undefined) {
      if (isMine) conflicts.push({ kind: 'gone', row });
    } else if (row === undefined) {
      if (changedFields(fields, before, now).length > 0) conflicts.push({ kind: 'changed', at });
      else removals.push(at);
    } else {
      const edit = editOf(fields, before, row, now, at);
      conflicts.push(...edit.conflicts);
      if (Object.keys(edit.values).length > 0) updates.push({ index: at, values: edit.values });
    }
  });
  const known = new Set(places);
  const appends = newRows(
    edited,
    present.filter((_, index) => !known.has(index)),
    fields,
  );
  return { updates, removals, appends, conflicts, draft: draftOf(present, { updates, removals, appends }) };
}

function draftOf(present: Rows, merge: Pick<RowMerge, 'updates' | 'removals' | 'appends'>): EditedRow[] {
  const changes = new Map(merge.updates.map(({ index, values }) => [index, values]));
  const kept = present.flatMap((row, was): EditedRow[] =>
    merge.removals.includes(was) ? [] : [{ was, row: { ...row, ...changes.get(was) } }],
  );
  return [...kept, ...merge.appends.map((row) => ({ was: null, row }))];
}
