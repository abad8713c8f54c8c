import { EMPTY_ROW, type TreeRow } from '../../src/kpi/tree-fields.ts';
import { changed, type Editor, redone, undone, withClosed, withSelected } from './editor.ts';
import { addAt, moveTo, removeAt, type Spot, spotOf } from './moves.ts';
import type { Deed } from './outline-keys.ts';
import { childrenAt, type Structure, structureOf } from './structure.ts';

/** The KPIs above one, up to the top. */
function ancestors({ parentOf }: Structure, uid: number): number[] {
  const found: number[] = [];
  for (let at = parentOf.get(uid) ?? null; at !== null; at = parentOf.get(at) ?? null) found.push(at);
  return found;
}

/** Puts a KPI to a spot and shows it there. */
export function moved(editor: Editor, uid: number, spot: Spot | null): Editor {
  const drafts = spot === null ? null : moveTo(editor.drafts, uid, spot);
  if (drafts === null) return editor;
  return withSelected(changed(editor, drafts, uid), uid, ancestors(structureOf(drafts), uid));
}

/** The part of the data that a KPI counts; a new one below it begins with the same. */
function filtersOf(row: TreeRow | undefined): Partial<TreeRow> {
  if (row === undefined) return {};
  const { platform, market, account, format } = row;
  return { platform, market, account, format };
}

/** Adds a KPI and chooses it. @param spot null for the goal of an empty tree. */
export function added(editor: Editor, spot: Spot | null, row: Partial<TreeRow>): Editor {
  const uid = editor.nextUid;
  const above = editor.drafts.find((draft) => draft.uid === spot?.parent)?.row;
  const cells = { ...EMPTY_ROW, kind: 'metric', ...filtersOf(above), ...row };
  const drafts = addAt(editor.drafts, spot, uid, cells);
  return withSelected(changed(editor, drafts, uid), uid, ancestors(structureOf(drafts), uid));
}

function spotBeside(structure: Structure, uid: number): Spot | null {
  const parent = structure.parentOf.get(uid) ?? null;
  if (parent === null) return null;
  const siblings = childrenAt(structure, parent);
  return { parent, before: siblings[siblings.indexOf(uid) + 1] ?? null };
}

/**
 * Does in the editor what a key or a button stands for.
 * @param name Name of a new KPI.
 * @returns The same editor where it cannot be done.
 */
export function done(editor: Editor, deed: Deed, name: string): Editor {
  const { selected } = editor;
  const structure = structureOf(editor.drafts);
  switch (deed.kind) {
    case 'undo':
      return undone(editor);
    case 'redo':
      return redone(editor);
    case 'open':
    case 'close':
      return withClosed(editor, deed.uids, deed.kind === 'close');
    case 'select':
      return withSelected(editor, deed.uid, ancestors(structure, deed.uid));
    default:
  }
  if (selected === null || !structure.byUid.has(selected)) return editor;
  switch (deed.kind) {
    case 'move':
      return moved(editor, selected, spotOf(structure, selected, deed.direction));
    case 'child':
      return added(editor, { parent: selected, before: null }, { name });
    case 'sibling': {
      const spot = spotBeside(structure, selected);
      return spot === null ? editor : added(editor, spot, { name });
    }
    case 'delete': {
      const { drafts, next } = removeAt(editor.drafts, selected);
      return changed(editor, drafts, next);
    }
    default:
      return editor;
  }
}
