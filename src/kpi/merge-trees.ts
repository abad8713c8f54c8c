import { mergeOrder } from './merge-order.ts';
import { repair } from './merge-repair.ts';
import {
  type Conflict,
  type Edited,
  type MergeOptions,
  openWork,
  type Side,
  type Work,
} from './merge-work.ts';
import { EMPTY_ROW, rowKeys, TREE_FIELDS, type TreeCell, type TreeRow } from './tree-fields.ts';

export type { Conflict, Edited, MergeOptions, Side } from './merge-work.ts';

export type MergedTree = {
  /** In order; `was` is the row's key in `theirs`, empty for one that is not there. */
  readonly rows: readonly Edited[];
  /** Former ID and new one of each row that got another here. */
  readonly renamed: ReadonlyMap<string, string>;
  /** What nobody but a person can decide; the rows are of no use while there are any. */
  readonly conflicts: readonly Conflict[];
};

const isSame = (a: TreeRow, b: TreeRow): boolean => TREE_FIELDS.every((field) => a[field] === b[field]);

const mergeRow = (work: Work, key: string, mine: TreeRow, theirs: TreeRow): void => {
  const base = work.base.get(key) ?? EMPTY_ROW;
  const row: Record<string, TreeCell> = { ...theirs };
  for (const field of TREE_FIELDS) {
    if (mine[field] === theirs[field] || mine[field] === base[field]) continue;
    if (theirs[field] === base[field]) row[field] = mine[field];
    else if (work.ask(key, field, mine[field], theirs[field]) === 'mine') row[field] = mine[field];
  }
  work.alive.set(key, row as TreeRow);
};

/** One of the two has the row: the other took it away, or never had it. */
const mergeAlone = (work: Work, key: string, side: Side, row: TreeRow): void => {
  const base = work.base.get(key);
  const isTouched = side === 'mine' && work.touched.has(key);
  if (base !== undefined && !isTouched && isSame(base, row)) return;
  const isKept =
    base === undefined ||
    work.ask(key, null, side === 'mine' ? row.name : null, side === 'theirs' ? row.name : null) === side;
  if (isKept) work.alive.set(key, row);
};

const resolved = ({ alive, textOf }: Work, row: TreeRow): TreeRow => {
  const idAt = (cell: TreeCell): TreeCell =>
    typeof cell === 'string' ? (alive.get(cell)?.id ?? textOf(cell)) : cell;
  return { ...row, parent: idAt(row.parent), guardrail: idAt(row.guardrail) };
};

const renamedIn = ({ alive, theirs }: Work): Map<string, string> => {
  const renamed = new Map<string, string>();
  for (const [key, row] of alive) {
    const now = String(row.id ?? '');
    // The second of two rows with one ID leaves it to the first.
    const had = theirs.get(key)?.id;
    if (String(had ?? '') === key && now !== '' && now !== key) renamed.set(key, now);
  }
  return renamed;
};

/**
 * Puts two people's edits of one tree together, cell by cell. What one of them changed counts where the other left it as
 * it was; rows that were moved, added or taken away likewise. IDs that were given anew are carried into `parent` and
 * `guardrail` of all rows.
 * @param base the tree as the editor read it. @param mine the editor's rows. @param theirs the tree as it is now.
 * @param options what a person chose of conflicts, and rows that count as changed by the editor.
 * @returns the rows of both; and conflicts: a cell that both changed to different values, a row that one took away and the
 *   other changed, and what only together makes no tree (a circle, two goals, one ID twice, a row whose parent is gone).
 * Source: three-way merge.
 * @example mergeTrees([gmv], [{ was: 'gmv', row: renamed }], [gmv]).rows //=> [{ was: 'gmv', row: renamed }]
 */
export const mergeTrees = (
  base: readonly TreeRow[],
  mine: readonly Edited[],
  theirs: readonly TreeRow[],
  options: MergeOptions = {},
): MergedTree => {
  const work = openWork(base, mine, theirs, options);
  for (const key of new Set([...work.theirs.keys(), ...work.mine.keys()])) {
    const [own, other] = [work.mine.get(key), work.theirs.get(key)];
    if (own !== undefined && other !== undefined) mergeRow(work, key, own, other);
    else if (own !== undefined) mergeAlone(work, key, 'mine', own);
    else if (other !== undefined) mergeAlone(work, key, 'theirs', other);
  }
  repair(work);
  const { alive } = work;
  const order = mergeOrder(
    rowKeys(base),
    [...work.mine.keys()],
    [...work.theirs.keys()],
    new Set(alive.keys()),
  );
  return {
    rows: order.map((key) => ({
      was: work.theirs.has(key) ? key : '',
      row: resolved(work, alive.get(key) as TreeRow),
    })),
    renamed: renamedIn(work),
    conflicts: [...work.conflicts.values()],
  };
};
