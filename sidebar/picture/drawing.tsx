import type { ComponentChildren } from 'preact';
import { Card, MEASURES } from './card.tsx';
import type { Say } from './language.ts';
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
  readonly words?: Say;
};

/**
 * Collapses and expands: a chevron, which no operator between the cards looks like, with how many are hidden. Keys do it on
 * the card itself.
 */
function Toggle({
  count,
  isCollapsed,
  place,
  palette,
  label,
  onPress,
}: {
  readonly count: number;
  readonly isCollapsed: boolean;
  readonly place: Place;
  readonly palette: Palette;
  readonly label: string | undefined;
  readonly onPress: () => void;
}) {
  const text = isCollapsed ? `${count}` : '';
  const { width, height } = MEASURES;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no buttons of its own.
    <g
      class="toggle"
      role="button"
      aria-expanded={!isCollapsed}
      tabIndex={-1}
      transform={`translate(${place.x + width - 6} ${place.y + height / 2})`}
      onClick={onPress}
    >
      <title>{label}</title>
      <rect
        y={-10}
        width={18 + 8 * text.length}
        height={20}
        rx={5}
        fill={palette.raised}
        stroke={palette.edge}
      />
      <path
        d={isCollapsed ? 'M7-4l4 4-4 4' : 'M11-4l-4 4 4 4'}
        fill="none"
        stroke={palette.ink}
        stroke-width={2}
      />
      <text x={16} y={4} font-size={11} font-weight={600} fill={palette.ink}>
        {text}
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
export function Drawing({ scene, palette, collapsed, items, onToggle, words }: DrawingProps) {
  const { forest, places, order } = scene;
  return (
    <>
      <g {...HIDDEN}>
        <Faces scene={scene} palette={palette} />
      </g>
      {items}
      <g>
        {order.map((row) => {
          const [node, place] = [forest.nodes[row], places.get(row)];
          if (node === undefined || place === undefined || node.children.length === 0) return null;
          const isCollapsed = collapsed.has(node.id);
          // A file has a mark only where something is hidden.
          if (onToggle === undefined && !isCollapsed) return null;
          const count = countBelow(forest, row);
          return (
            <Toggle
              key={row}
              count={count}
              label={words?.('PIC_BELOW', { count, name: node.name })}
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
