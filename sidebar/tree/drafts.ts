import type { TargetRow } from '../../src/addon/tree-api.ts';
import { type Edited, type MergedTree, mergeTrees } from '../../src/kpi/merge-trees.ts';
import { idOf, rowKeys, type TreeRow } from '../../src/kpi/tree-fields.ts';

/** A target that is not saved yet; its KPI is the draft's, whatever ID that will have. */
export type DraftTarget = Omit<TargetRow, 'node'> & {
  /** What it is to be above its baseline, as a fraction; null where its value is typed or handed down. */
  readonly growth: number | null;
};

/** A KPI as it is edited. `uid` stays the same while its ID changes. */
export type Draft = {
  readonly uid: number;
  /** Its key when the tree was read; empty for a new one. */
  readonly was: string;
  readonly row: TreeRow;
  /** Its ID was made from its place and metric, and follows them until someone types one. */
  readonly isAuto: boolean;
  readonly target: DraftTarget | null;
};

export type Drafts = readonly Draft[];

/** Drafts of a tree as it was read. */
export function draftsOf(rows: readonly TreeRow[], firstUid: number): Draft[] {
  const keys = rowKeys(rows);
  return rows.map((row, i) => ({
    uid: firstUid + i,
    was: keys[i] as string,
    row,
    isAuto: false,
    target: null,
  }));
}

export const editedOf = (drafts: Drafts): Edited[] => drafts.map(({ was, row }) => ({ was, row }));

/** What is to be saved of targets, each under the ID that its KPI has now. */
export function targetsOf(drafts: Drafts): TargetRow[] {
  return drafts.flatMap(({ row, target }) => {
    if (target === null) return [];
    const { growth, ...kept } = target;
    return [{ node: idOf(row), ...kept }];
  });
}

/** Keys of KPIs that get a target. */
export const touchedIn = (drafts: Drafts): ReadonlySet<string> =>
  new Set(drafts.filter(({ target }) => target !== null).map(({ was }) => was));

/**
 * Drafts on the ground of another reading of the tree, after a merge.
 * @param merged Rows whose `was` is their key in that reading.
 * @param before Drafts that were merged: what else is known of a KPI is kept with it.
 * @param firstUid Number of the first KPI that nobody here knew.
 */
export function rebased(merged: MergedTree, before: Drafts, firstUid: number): Draft[] {
  const known = new Map<string, Draft>();
  for (const draft of before) {
    known.set(`id ${idOf(draft.row)}`, draft);
    if (draft.was !== '') known.set(`was ${draft.was}`, draft);
  }
  let next = firstUid;
  return merged.rows.map(({ was, row }) => {
    const own = known.get(`was ${was}`) ?? known.get(`id ${idOf(row)}`);
    return { uid: own?.uid ?? next++, was, row, isAuto: own?.isAuto ?? false, target: own?.target ?? null };
  });
}

/** Whether a row is as it was read. */
export function isSameRow(a: TreeRow | undefined, b: TreeRow): boolean {
  return a !== undefined && (Object.keys(b) as (keyof TreeRow)[]).every((field) => a[field] === b[field]);
}

export type Unsaved = { readonly uids: ReadonlySet<number>; readonly count: number };

/** What is not saved yet: KPIs that are new, changed or have a new target; deleted ones; another order. */
export function unsavedIn(drafts: Drafts, base: readonly TreeRow[]): Unsaved {
  const keys = rowKeys(base);
  const rowOf = new Map(keys.map((key, i) => [key, base[i] as TreeRow]));
  const changed = drafts.filter(({ was, row, target }) => target !== null || !isSameRow(rowOf.get(was), row));
  const left = drafts.map(({ was }) => was).filter((was) => rowOf.has(was));
  const here = new Set(left);
  const removed = keys.filter((key) => !here.has(key)).length;
  const isMoved = keys.filter((key) => here.has(key)).some((key, i) => key !== left[i]);
  const count = changed.length + removed;
  return { uids: new Set(changed.map(({ uid }) => uid)), count: count === 0 && isMoved ? 1 : count };
}

/**
 * What is left of the drafts once a save has come back: the edits that were made while it ran.
 * @param sent Drafts that were sent.
 * @param now Drafts as they are.
 * @param rows The tree after the save.
 */
export function afterSave(sent: Drafts, now: Drafts, rows: readonly TreeRow[], firstUid: number): Draft[] {
  const sentRows = sent.map(({ row }) => row);
  const keyOf = new Map(rowKeys(sentRows).map((key, i) => [(sent[i] as Draft).uid, key]));
  const mine = now.map(({ uid, row }) => ({ was: keyOf.get(uid) ?? '', row }));
  const targetOf = new Map(sent.map(({ uid, target }) => [uid, target]));
  const merged = mergeTrees(sentRows, mine, rows, { choose: () => 'mine' });
  const before = now.map((draft) => ({ ...draft, was: keyOf.get(draft.uid) ?? '' }));
  return rebased(merged, before, firstUid).map((draft) =>
    draft.target !== null && draft.target === targetOf.get(draft.uid) ? { ...draft, target: null } : draft,
  );
}
