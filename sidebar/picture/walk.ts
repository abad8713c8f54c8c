import type { Scene } from './scene.ts';

/** The nearest card of the same depth above or below. */
function besides({ places, order }: Scene, row: number, down: boolean): number | undefined {
  const from = places.get(row);
  if (from === undefined) return undefined;
  const column = order.filter((other) => places.get(other)?.x === from.x);
  return column[column.indexOf(row) + (down ? 1 : -1)];
}

/**
 * Where an arrow key leads from a card: right to what makes it, left to what it makes, up and down to its neighbours.
 * @returns Number of the card; undefined where the way ends, or for another key.
 */
export function stepFrom(scene: Scene, row: number, key: string): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return scene.children[row]?.[0];
    case 'ArrowLeft': {
      const parent = scene.forest.nodes[row]?.parent ?? -1;
      return parent < 0 ? undefined : parent;
    }
    case 'ArrowDown':
      return besides(scene, row, true);
    case 'ArrowUp':
      return besides(scene, row, false);
    case 'Home':
      return scene.order[0];
    case 'End':
      return scene.order.at(-1);
    default:
      return undefined;
  }
}
