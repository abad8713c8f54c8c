import type { Place } from './layout.ts';

/** How a drawing is looked at: where its corner is on the screen, and how large a pixel of it is. */
export type View = { readonly x: number; readonly y: number; readonly zoom: number };
export type Size = { readonly width: number; readonly height: number };

const LEAST = 0.05;
const MOST = 3;
/** Below this, cards cannot be read. */
const LEGIBLE = 0.75;
const MARGIN = 24;

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * A view that is closer or farther, while one point of the window stays where it is.
 * @param by Factor; above 1 comes closer.
 * @example zoomed({ x: 0, y: 0, zoom: 1 }, 2, { x: 10, y: 0 }) //=> { x: -10, y: 0, zoom: 2 }
 */
export function zoomed(view: View, by: number, at: Place): View {
  const zoom = within(view.zoom * by, LEAST, MOST);
  const factor = zoom / view.zoom;
  return { x: at.x - (at.x - view.x) * factor, y: at.y - (at.y - view.y) * factor, zoom };
}

/** All of a drawing in the middle of the window, never larger than life. */
export function fitted(window: Size, drawing: Size): View {
  const room = (side: number): number => Math.max(1, side - 2 * MARGIN);
  const zoom = within(
    Math.min(room(window.width) / drawing.width, room(window.height) / drawing.height, 1),
    LEAST,
    MOST,
  );
  return {
    x: (window.width - drawing.width * zoom) / 2,
    y: (window.height - drawing.height * zoom) / 2,
    zoom,
  };
}

/** Whether a drawing that can be read is little larger than the window, so that a short way shows all of it. */
export function isNear(window: Size, drawing: Size): boolean {
  return fitted(window, drawing).zoom >= LEGIBLE / 1.5;
}

/** How a drawing is shown first, and once all of it was opened or closed: all of it where it can be read so, else what is around the goal. */
export function firstView(window: Size, drawing: Size, goal: Place, cardHeight: number): View {
  const all = fitted(window, drawing);
  if (all.zoom >= LEGIBLE) return all;
  const zoom = 0.8;
  return { x: MARGIN, y: window.height / 2 - (goal.y + cardHeight / 2) * zoom, zoom };
}

/** Moved so that a card stays where it was while others make room. */
export function anchored(view: View, from: Place, to: Place): View {
  return { ...view, x: view.x + (from.x - to.x) * view.zoom, y: view.y + (from.y - to.y) * view.zoom };
}

/** Moved just as far as is needed for a card to be seen whole. */
export function showing(view: View, window: Size, card: Place & Size): View {
  const shift = (start: number, length: number, room: number): number => {
    if (start < MARGIN) return MARGIN - start;
    return start + length > room - MARGIN ? Math.max(room - MARGIN - start - length, MARGIN - start) : 0;
  };
  return {
    ...view,
    x: view.x + shift(view.x + card.x * view.zoom, card.width * view.zoom, window.width),
    y: view.y + shift(view.y + card.y * view.zoom, card.height * view.zoom, window.height),
  };
}
