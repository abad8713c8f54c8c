import type { ComponentChildren } from 'preact';
import { Card, MEASURES } from './card.tsx';
import type { Place } from './layout.ts';
import { Links } from './links.tsx';
import { countBelow } from './nodes.ts';
import type { Palette } from './palette.ts';
import type { Scene } from './scene.ts';

/** For eyes alone. */
const HIDDEN = { 'aria-hidden': true } as const;

type DrawingProps = {
  readonly scene: Scene;
  readonly palette: Palette;
  readonly collapsed: ReadonlySet<string>;
  /** What lies over the cards: on the screen, what takes focus and presses. A file has none of it. */
  readonly items?: ComponentChildren;
  readonly onToggle?: (row: number) => void;
};

/** Collapses and expands; a collapsed KPI says how many are hidden. Keys do it on the card itself. */
function Toggle({
  count,
  isCollapsed,
  place,
  palette,
  onPress,
}: {
  readonly count: number;
  readonly isCollapsed: boolean;
  readonly place: Place;
  readonly palette: Palette;
  readonly onPress: () => void;
}) {
  const { width, height } = MEASURES;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; on the card Space does the same.
    <g class="toggle" transform={`translate(${place.x + width} ${place.y + height / 2})`} onClick={onPress}>
      <circle r={12} fill="transparent" />
      <circle r={10} fill={palette.ground} stroke={palette.edge} />
      <text
        y={isCollapsed ? 4 : 5}
        font-size={isCollapsed ? 11 : 15}
        font-weight={600}
        text-anchor="middle"
        fill={palette.ink}
      >
        {isCollapsed ? String(count) : '−'}
      </text>
    </g>
  );
}

/** The lines and cards of a tree, which only eyes see: what lies over them says all of it. */
function Faces({ scene, palette }: Pick<DrawingProps, 'scene' | 'palette'>) {
  const { forest, places, children, facts, order } = scene;
  return (
    <>
      {order.map((row) =>
        (children[row] ?? []).length === 0 ? null : (
          <Links
            key={row}
            forest={forest}
            row={row}
            below={children[row] ?? []}
            places={places}
            palette={palette}
          />
        ),
      )}
      {order.map((row) => {
        const [node, place, said] = [forest.nodes[row], places.get(row), facts.get(row)];
        if (node === undefined || place === undefined || said === undefined) return null;
        return (
          <g key={row} class="face" transform={`translate(${place.x} ${place.y})`}>
            <Card node={node} facts={said} palette={palette} />
          </g>
        );
      })}
    </>
  );
}

/** The tree, from the lines up to the marks that collapse. */
export function Drawing({ scene, palette, collapsed, items, onToggle }: DrawingProps) {
  const { forest, places, order } = scene;
  return (
    <>
      <g {...HIDDEN}>
        <Faces scene={scene} palette={palette} />
      </g>
      {items}
      <g {...HIDDEN}>
        {order.map((row) => {
          const [node, place] = [forest.nodes[row], places.get(row)];
          if (node === undefined || place === undefined || node.children.length === 0) return null;
          const isCollapsed = collapsed.has(node.id);
          // A file has a mark only where something is hidden.
          if (onToggle === undefined && !isCollapsed) return null;
          return (
            <Toggle
              key={row}
              count={countBelow(forest, row)}
              isCollapsed={isCollapsed}
              place={place}
              palette={palette}
              onPress={() => onToggle?.(row)}
            />
          );
        })}
      </g>
    </>
  );
}
