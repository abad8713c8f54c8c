import { idOf, type TreeRow } from '../../src/kpi/tree-fields.ts';
import type { Draft, Drafts } from './drafts.ts';
import { childrenAt, type Structure, structureOf, subtree } from './structure.ts';

/** Where a KPI goes: below another one, in front of one of its children, or behind all of them. */
export type Spot = { readonly parent: number; readonly before: number | null };

export type Direction = 'up' | 'down' | 'out' | 'in';

const isOperand = (draft: Draft | undefined): boolean =>
  draft !== undefined && draft.row.kind !== 'influence';

/** A KPI that gets its first KPI below it needs an operator, one that loses its last has none. */
function withOperators(drafts: Drafts, uids: readonly (number | null)[]): Draft[] {
  const structure = structureOf(drafts);
  return drafts.map((draft) => {
    if (!uids.includes(draft.uid)) return draft;
    const hasOperands = childrenAt(structure, draft.uid).some((uid) => isOperand(structure.byUid.get(uid)));
    const { operator } = draft.row;
    if (hasOperands === (operator !== null)) return draft;
    return { ...draft, row: { ...draft.row, operator: hasOperands ? 'sum' : null } };
  });
}

/** Where in the list a KPI belongs that goes to a spot. */
function indexOf(drafts: Drafts, { parent, before }: Spot): number {
  const at = (uid: number): number => drafts.findIndex((draft) => draft.uid === uid);
  if (before !== null) return at(before);
  return Math.max(...subtree(structureOf(drafts), parent).map(at)) + 1;
}

/** Puts a KPI, with all below it, to a spot; null where that is below itself. */
export function moveTo(drafts: Drafts, uid: number, spot: Spot): Draft[] | null {
  const structure = structureOf(drafts);
  const own = new Set(subtree(structure, uid));
  const parent = structure.byUid.get(spot.parent);
  if (parent === undefined || own.has(spot.parent) || spot.before === uid) return null;
  const former = structure.parentOf.get(uid) ?? null;
  const block = drafts
    .filter((draft) => own.has(draft.uid))
    .map((draft) =>
      draft.uid === uid ? { ...draft, row: { ...draft.row, parent: idOf(parent.row) } } : draft,
    );
  const rest = drafts.filter((draft) => !own.has(draft.uid));
  const index = indexOf(rest, spot);
  const moved = [...rest.slice(0, index), ...block, ...rest.slice(index)];
  return former === spot.parent ? moved : withOperators(moved, [former, spot.parent]);
}

/** Where a step leads: among the siblings, to the level above, or below the sibling before; null where it cannot. */
export function spotOf(structure: Structure, uid: number, direction: Direction): Spot | null {
  const parent = structure.parentOf.get(uid) ?? null;
  const siblings = childrenAt(structure, parent);
  const at = siblings.indexOf(uid);
  if (direction === 'in') {
    const above = siblings[at - 1];
    return above === undefined ? null : { parent: above, before: null };
  }
  if (parent === null) return null;
  if (direction === 'up') return at === 0 ? null : { parent, before: siblings[at - 1] ?? null };
  if (direction === 'down')
    return at + 1 < siblings.length ? { parent, before: siblings[at + 2] ?? null } : null;
  const grandparent = structure.parentOf.get(parent) ?? null;
  if (grandparent === null) return null;
  const aunts = childrenAt(structure, grandparent);
  return { parent: grandparent, before: aunts[aunts.indexOf(parent) + 1] ?? null };
}

/** An ID that no other KPI has. */
export function freeId(drafts: Drafts, wanted: string, uid: number): string {
  const taken = new Set(drafts.filter((draft) => draft.uid !== uid).map(({ row }) => idOf(row)));
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}${number}`;
  return id;
}

/** `gmv.orders` below `gmv`; `goal` at the top. */
export function autoId(drafts: Drafts, parent: TreeRow | undefined, metric: string, uid: number): string {
  const word = metric === '' ? (parent === undefined ? 'goal' : 'kpi') : metric;
  return freeId(drafts, parent === undefined ? word : `${idOf(parent)}.${word}`, uid);
}

/** Adds a KPI. @param spot null for the goal of an empty tree. */
export function addAt(drafts: Drafts, spot: Spot | null, uid: number, row: TreeRow): Draft[] {
  const parent = spot === null ? undefined : drafts.find((draft) => draft.uid === spot.parent)?.row;
  const id = autoId(drafts, parent, String(row.metric ?? ''), uid);
  const placed = { ...row, id, parent: parent === undefined ? null : idOf(parent) };
  const draft: Draft = { uid, was: '', row: placed, isAuto: true, target: null };
  const index = spot === null ? drafts.length : indexOf(drafts, spot);
  const added = [...drafts.slice(0, index), draft, ...drafts.slice(index)];
  return spot === null ? added : withOperators(added, [spot.parent]);
}

/** Takes a KPI away with all below it. */
export function removeAt(
  drafts: Drafts,
  uid: number,
): { drafts: Draft[]; next: number | null; count: number } {
  const structure = structureOf(drafts);
  const own = new Set(subtree(structure, uid));
  const parent = structure.parentOf.get(uid) ?? null;
  const siblings = childrenAt(structure, parent);
  const at = siblings.indexOf(uid);
  const left = drafts.filter((draft) => !own.has(draft.uid));
  const next = siblings[at + 1] ?? siblings[at - 1] ?? parent;
  return { drafts: withOperators(left, [parent]), next, count: own.size };
}

/** Gives a KPI another ID, and carries it to the KPIs that name it, unless two have the former one. */
export function withId(drafts: Drafts, uid: number, id: string, isAuto: boolean): Draft[] {
  const before = idOf(drafts.find((draft) => draft.uid === uid)?.row ?? ({ id: '' } as TreeRow));
  const isOnly = before !== '' && drafts.filter(({ row }) => idOf(row) === before).length === 1;
  const carried = (cell: TreeRow['parent']) => (isOnly && cell === before ? id : cell);
  return drafts.map((draft) => {
    const { parent, guardrail } = draft.row;
    const refs = { parent: carried(parent), guardrail: carried(guardrail) };
    const isRef = refs.parent !== parent || refs.guardrail !== guardrail;
    if (draft.uid === uid) return { ...draft, isAuto, row: { ...draft.row, ...refs, id } };
    return isRef ? { ...draft, row: { ...draft.row, ...refs } } : draft;
  });
}
