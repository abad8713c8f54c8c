import { useState } from 'preact/hooks';
import type { Spot } from './moves.ts';
import { childrenAt, type Structure } from './structure.ts';

/** Where a dragged KPI would go, seen from the line that it is above. */
export type Hover = { readonly uid: number; readonly place: 'before' | 'into' | 'after' };

export type Drag = {
  readonly hover: Hover | null;
  readonly dragged: number | null;
  readonly start: (uid: number, event: DragEvent) => void;
  readonly over: (uid: number, event: DragEvent) => void;
  readonly drop: (event: DragEvent) => void;
  readonly end: () => void;
};

function placeIn(event: DragEvent): Hover['place'] {
  const { top, height } = (event.currentTarget as HTMLElement).getBoundingClientRect();
  const part = (event.clientY - top) / height;
  if (part < 0.3) return 'before';
  return part > 0.7 ? 'after' : 'into';
}

/** The spot that a hover means; null where nothing can go, such as beside the goal. */
export function spotOfHover(structure: Structure, { uid, place }: Hover): Spot | null {
  const parent = structure.parentOf.get(uid) ?? null;
  if (place === 'into' || parent === null) return { parent: uid, before: null };
  const siblings = childrenAt(structure, parent);
  return { parent, before: place === 'before' ? uid : (siblings[siblings.indexOf(uid) + 1] ?? null) };
}

/** Moving KPIs with the mouse. */
export function useDrag(onDrop: (uid: number, hover: Hover) => void): Drag {
  const [dragged, setDragged] = useState<number | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const end = () => {
    setDragged(null);
    setHover(null);
  };
  return {
    hover,
    dragged,
    end,
    start: (uid, event) => {
      setDragged(uid);
      // Firefox drags nothing that has no data.
      event.dataTransfer?.setData('text/plain', String(uid));
      if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move';
    },
    over: (uid, event) => {
      if (dragged === null) return;
      event.preventDefault();
      const place = placeIn(event);
      if (hover?.uid !== uid || hover.place !== place) setHover({ uid, place });
    },
    drop: (event) => {
      event.preventDefault();
      if (dragged !== null && hover !== null) onDrop(dragged, hover);
      end();
    },
  };
}
