import type { Work } from './merge-work.ts';
import type { TreeField, TreeRow } from './tree-fields.ts';

// What two edits make only together: each is a tree, and both are none.

const set = ({ alive }: Work, key: string, field: TreeField, from: TreeRow): boolean => {
  const row = alive.get(key) as TreeRow;
  if (row[field] === from[field]) return false;
  alive.set(key, { ...row, [field]: from[field] });
  return true;
};

/** Which of two values of a cell counts; undefined where they are the same, or nobody was asked. */
const sideOf = (work: Work, key: string, field: TreeField): TreeRow | undefined => {
  const [own, other] = [work.mine.get(key), work.theirs.get(key)];
  if (own === undefined || other === undefined || own[field] === other[field]) return undefined;
  const side = work.ask(key, field, own[field], other[field]);
  return side === undefined ? undefined : side === 'mine' ? own : other;
};

const settleCell = (work: Work, key: string, field: TreeField): boolean => {
  const from = sideOf(work, key, field);
  return from !== undefined && set(work, key, field, from);
};

/** Asks whether a row stays that only one of the two has. */
const isKept = (work: Work, key: string): boolean | undefined => {
  const [own, other] = [work.mine.get(key), work.theirs.get(key)];
  const side = work.ask(key, null, own?.name ?? own?.id ?? null, other?.name ?? other?.id ?? null);
  return side === undefined ? undefined : side === (own === undefined ? 'theirs' : 'mine');
};

/** Brings a row back, and whatever is above it. */
const revive = ({ alive, mine, theirs }: Work, key: unknown): void => {
  for (let at = key; typeof at === 'string' && !alive.has(at); ) {
    const row = theirs.get(at) ?? mine.get(at);
    if (row === undefined) return;
    alive.set(at, row);
    at = row.parent;
  }
};

/** A row whose parent the other took away. */
const settleOrphan = (work: Work, key: string, parent: string): boolean => {
  const { alive, mine, theirs } = work;
  if (mine.has(key) && theirs.has(key)) {
    const from = sideOf(work, key, 'parent');
    if (from === undefined) return false;
    set(work, key, 'parent', from);
    if (from.parent === parent) revive(work, parent);
    return true;
  }
  const kept = isKept(work, key);
  if (kept === true) revive(work, parent);
  if (kept === false) alive.delete(key);
  return kept !== undefined;
};

const settleOrphans = (work: Work): boolean => {
  let hasChanged = false;
  for (const [key, { parent }] of [...work.alive]) {
    if (typeof parent !== 'string' || work.alive.has(parent) || !work.alive.has(key)) continue;
    if (!work.mine.has(parent) && !work.theirs.has(parent)) continue;
    if (settleOrphan(work, key, parent)) hasChanged = true;
  }
  return hasChanged;
};

const settleDoubles = (work: Work): boolean => {
  const keysOf = new Map<string, string[]>();
  for (const [key, { id }] of work.alive) {
    if (id !== null) keysOf.set(String(id), [...(keysOf.get(String(id)) ?? []), key]);
  }
  const doubled = [...keysOf.values()].filter((keys) => keys.length > 1).flat();
  return doubled.map((key) => settleCell(work, key, 'id')).some(Boolean);
};

/** Keys of the rows that are their own ancestors. */
const inCircles = ({ alive }: Work): string[] =>
  [...alive.keys()].filter((key) => {
    const seen = new Set<string>();
    let at: unknown = key;
    do {
      seen.add(at as string);
      at = alive.get(at as string)?.parent;
    } while (typeof at === 'string' && !seen.has(at));
    return at === key;
  });

const settleCircles = (work: Work): boolean =>
  inCircles(work)
    .map((key) => settleCell(work, key, 'parent'))
    .some(Boolean);

const rootsOf = (rows: ReadonlyMap<string, TreeRow>): string[] =>
  [...rows].filter(([, { parent }]) => parent === null).map(([key]) => key);

const settleRoots = (work: Work): boolean => {
  const roots = rootsOf(work.alive);
  const isOfBoth = rootsOf(work.mine).length < 2 && rootsOf(work.theirs).length < 2;
  if (roots.length < 2 || !isOfBoth) return false;
  return roots
    .map((key) => {
      if (work.mine.has(key) && work.theirs.has(key)) return settleCell(work, key, 'parent');
      if (isKept(work, key) !== false) return false;
      return work.alive.delete(key);
    })
    .some(Boolean);
};

/**
 * Asks about whatever two edits make only together: a row whose parent is gone, one ID twice, a circle, two goals.
 * @param work Merged cell by cell; what a person chose is done in it.
 */
export const repair = (work: Work): void => {
  for (let round = 0; round <= work.alive.size + work.base.size; round++) {
    const settled = [settleOrphans, settleDoubles, settleCircles, settleRoots].map((settle) => settle(work));
    if (!settled.some(Boolean)) return;
  }
};
