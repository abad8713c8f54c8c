import type { Direction } from './moves.ts';
import { childrenAt, type Line, type Structure } from './structure.ts';

/** What a key does in the outline. */
export type Deed =
  | { readonly kind: 'select'; readonly uid: number }
  | { readonly kind: 'open' | 'close'; readonly uids: readonly number[] }
  | { readonly kind: 'move'; readonly direction: Direction }
  | { readonly kind: 'delete' | 'edit' | 'child' | 'sibling' | 'undo' | 'redo' };

type Scene = {
  readonly structure: Structure;
  readonly lines: readonly Line[];
  readonly selected: number;
  readonly nameOf: (uid: number) => string;
};

const MOVES: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};

const select = (line: Line | undefined): Deed | null =>
  line === undefined ? null : { kind: 'select', uid: line.uid };

function sideways(key: string, { structure, lines, selected }: Scene, at: number): Deed | null {
  const line = lines[at];
  if (key === 'ArrowRight') {
    if (line?.isOpen === false) return { kind: 'open', uids: [selected] };
    return line?.isOpen === true ? select(lines[at + 1]) : null;
  }
  if (line?.isOpen === true) return { kind: 'close', uids: [selected] };
  const parent = structure.parentOf.get(selected) ?? null;
  return parent === null ? null : { kind: 'select', uid: parent };
}

/** The next line whose name begins with a letter. */
function typed(letter: string, { lines, nameOf }: Scene, at: number): Deed | null {
  const order = [...lines.slice(at + 1), ...lines.slice(0, at + 1)];
  const wanted = letter.toLowerCase();
  return select(order.find(({ uid }) => nameOf(uid).toLowerCase().startsWith(wanted)));
}

function siblingsOf({ structure, selected }: Scene): Deed {
  const parent = structure.parentOf.get(selected) ?? null;
  return { kind: 'open', uids: childrenAt(structure, parent) };
}

/**
 * What a key does, by the ARIA pattern of trees and, with Alt and Ctrl, as outlines have it elsewhere.
 * @returns null for a key that means nothing here.
 */
export function deedOf(event: KeyboardEvent, scene: Scene): Deed | null {
  const { key, altKey } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  const at = scene.lines.findIndex(({ uid }) => uid === scene.selected);
  if (isCommand) {
    if (key.toLowerCase() === 'z') return { kind: event.shiftKey ? 'redo' : 'undo' };
    if (key.toLowerCase() === 'y') return { kind: 'redo' };
    return key === 'Enter' ? { kind: event.shiftKey ? 'sibling' : 'child' } : null;
  }
  if (altKey) {
    const direction = MOVES[key];
    return direction === undefined ? null : { kind: 'move', direction };
  }
  switch (key) {
    case 'ArrowDown':
      return select(scene.lines[at + 1]);
    case 'ArrowUp':
      return select(scene.lines[at - 1]);
    case 'ArrowLeft':
    case 'ArrowRight':
      return sideways(key, scene, at);
    case 'Home':
      return select(scene.lines[0]);
    case 'End':
      return select(scene.lines[scene.lines.length - 1]);
    case 'Enter':
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
      return { kind: 'delete' };
    case '*':
      return siblingsOf(scene);
    default:
      return [...key].length === 1 && key !== ' ' ? typed(key, scene, at) : null;
  }
}
