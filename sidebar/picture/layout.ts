/** Sizes of a drawn tree, in pixels: cards of one size, from the goal on the left to the leaves on the right. */
export type Measures = {
  readonly width: number;
  readonly height: number;
  /** Between a card and those below it in the tree. */
  readonly across: number;
  /** Least distance between neighbours with one parent, and between others. */
  readonly near: number;
  readonly far: number;
};

export type Place = { readonly x: number; readonly y: number };

/** Middle of the uppermost and of the lowest card of a part at each depth, from the part's own root on. */
type Outline = { readonly top: readonly number[]; readonly bottom: readonly number[] };
type Part = { readonly outline: Outline; readonly offsets: readonly number[] };

const moved = (line: readonly number[], by: number): number[] => line.map((y) => y + by);

/** How far down a part must go so that nothing of it is too near to what stands above it. */
function clearance(above: Outline, below: Outline, measures: Measures): number {
  let shift = 0;
  const depths = Math.min(above.bottom.length, below.top.length);
  for (let depth = 0; depth < depths; depth++) {
    const apart = measures.height + (depth === 0 ? measures.near : measures.far);
    const needed = (above.bottom[depth] as number) + apart - (below.top[depth] as number);
    if (depth === 0 || needed > shift) shift = needed;
  }
  return shift;
}

/** Parts one under another as one outline, with where each one's root comes to stand. */
function stacked(parts: readonly Outline[], measures: Measures): Part {
  let whole: Outline = { top: [], bottom: [] };
  const offsets: number[] = [];
  for (const part of parts) {
    const shift = offsets.length === 0 ? 0 : clearance(whole, part, measures);
    const [top, bottom] = [moved(part.top, shift), moved(part.bottom, shift)];
    offsets.push(shift);
    whole = {
      top: [...whole.top, ...top.slice(whole.top.length)],
      bottom: [...bottom, ...whole.bottom.slice(bottom.length)],
    };
  }
  return { outline: whole, offsets };
}

/**
 * Draws a tree tidily: no two cards overlap, every parent stands in the middle of its first and last child, children
 * keep their order, and like parts look alike wherever they hang.
 * @param children Numbers of the nodes below each node, in their order.
 * @param roots Numbers of the nodes at the left; their trees stand one under another.
 * @param measures Sizes in pixels.
 * @returns Upper left corner of each node's card by its number; the whole begins at 0, 0. A node that hangs under no
 *   root has none.
 * Source: Reingold & Tilford 1981, with outlines by depth.
 * @example layOut([[1, 2], [], []], [0], MEASURES).get(0) // between its two children
 */
export function layOut(
  children: readonly (readonly number[])[],
  roots: readonly number[],
  measures: Measures,
): Map<number, Place> {
  const below = new Map<number, Part>();
  const outlineOf = (node: number): Outline => {
    const part = stacked((children[node] ?? []).map(outlineOf), measures);
    const { offsets } = part;
    const middle = offsets.length === 0 ? 0 : ((offsets[0] as number) + (offsets.at(-1) as number)) / 2;
    below.set(node, { ...part, offsets: moved(offsets, -middle) });
    const { top, bottom } = part.outline;
    return { top: [0, ...moved(top, -middle)], bottom: [0, ...moved(bottom, -middle)] };
  };
  const all = stacked(roots.map(outlineOf), measures);
  const least = all.outline.top.reduce((found, y) => Math.min(found, y), 0);
  const places = new Map<number, Place>();
  const put = (node: number, depth: number, y: number): void => {
    places.set(node, { x: depth * (measures.width + measures.across), y });
    (children[node] ?? []).forEach((child, at) => {
      put(child, depth + 1, y + (below.get(node)?.offsets[at] as number));
    });
  };
  roots.forEach((root, at) => {
    put(root, 0, (all.offsets[at] as number) - least);
  });
  return places;
}

/** Width and height of a drawing; 0 where there is nothing in it. */
export function extentOf(places: Iterable<Place>, measures: Measures): { width: number; height: number } {
  let [width, height] = [0, 0];
  for (const { x, y } of places) {
    width = Math.max(width, x + measures.width);
    height = Math.max(height, y + measures.height);
  }
  return { width, height };
}
