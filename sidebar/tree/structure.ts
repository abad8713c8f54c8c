import { idOf } from '../../src/kpi/tree-fields.ts';
import type { Draft, Drafts } from './drafts.ts';

/** Who is above and below whom. */
export type Structure = {
  readonly byUid: ReadonlyMap<number, Draft>;
  /** null at the top. */
  readonly parentOf: ReadonlyMap<number, number | null>;
  /** Of null: the goal, and whatever hangs nowhere. */
  readonly childrenOf: ReadonlyMap<number | null, readonly number[]>;
};

function parentsOf(drafts: Drafts): Map<number, number | null> {
  const uidOfId = new Map<string, number>();
  for (const { uid, row } of drafts) {
    const id = idOf(row);
    if (id !== '' && !uidOfId.has(id)) uidOfId.set(id, uid);
  }
  return new Map(drafts.map(({ uid, row }) => [uid, uidOfId.get(String(row.parent ?? '').trim()) ?? null]));
}

/** One KPI of each circle is shown at the top, so that none is lost from sight. */
function openCircles(parentOf: Map<number, number | null>): void {
  const known = new Set<number>();
  for (const uid of parentOf.keys()) {
    const path = new Set<number>();
    let at: number | null = uid;
    while (at !== null && !known.has(at) && !path.has(at)) {
      path.add(at);
      at = parentOf.get(at) ?? null;
    }
    if (at !== null && path.has(at)) parentOf.set(at, null);
    for (const each of path) known.add(each);
  }
}

export function structureOf(drafts: Drafts): Structure {
  const parentOf = parentsOf(drafts);
  openCircles(parentOf);
  const childrenOf = new Map<number | null, number[]>([[null, []]]);
  for (const { uid } of drafts) {
    const parent = parentOf.get(uid) ?? null;
    const siblings = childrenOf.get(parent);
    if (siblings === undefined) childrenOf.set(parent, [uid]);
    else siblings.push(uid);
  }
  return { byUid: new Map(drafts.map((draft) => [draft.uid, draft])), parentOf, childrenOf };
}

export const childrenAt = ({ childrenOf }: Structure, uid: number | null): readonly number[] =>
  childrenOf.get(uid) ?? [];

/** A KPI and all below it, from the top down. */
export function subtree(structure: Structure, uid: number): number[] {
  return [uid, ...childrenAt(structure, uid).flatMap((child) => subtree(structure, child))];
}

export type Line = {
  readonly uid: number;
  /** 1 at the top. */
  readonly level: number;
  /** Place among its siblings, from 1. */
  readonly place: number;
  readonly siblings: number;
  /** null where there is nothing below it. */
  readonly isOpen: boolean | null;
};

/** The KPIs that can be seen, from top to bottom. */
export function visibleLines(structure: Structure, closed: ReadonlySet<number>): Line[] {
  const lines: Line[] = [];
  const visit = (uids: readonly number[], level: number): void => {
    uids.forEach((uid, i) => {
      const below = childrenAt(structure, uid);
      const isOpen = below.length === 0 ? null : !closed.has(uid);
      lines.push({ uid, level, place: i + 1, siblings: uids.length, isOpen });
      if (isOpen === true) visit(below, level + 1);
    });
  };
  visit(childrenAt(structure, null), 1);
  return lines;
}
