import type { JSX } from 'preact';
import { Card, MEASURES } from './card.tsx';
import { Links } from './links.tsx';
import { countBelow } from './nodes.ts';
import type { Palette } from './palette.ts';
import type { Scene } from './scene.ts';

type DrawingProps = {
  readonly scene: Scene;
  readonly palette: Palette;
  readonly collapsed: ReadonlySet<string>;
  /** What makes a card something to walk to and to press; a file has none of it. */
  readonly card?: (row: number) => JSX.SVGAttributes<SVGGElement>;
  readonly onToggle?: (row: number) => void;
};

/** Collapses and expands; a collapsed KPI says how many are hidden. Keys do it on the card itself. */
function Toggle({
  count,
  isCollapsed,
  palette,
  onPress,
}: {
  readonly count: number;
  readonly isCollapsed: boolean;
  readonly palette: Palette;
  readonly onPress?: () => void;
}) {
  const press = (event: Event) => {
    event.stopPropagation();
    onPress?.();
  };
  const { width, height } = MEASURES;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it takes no focus; on the card Space does the same.
    <g class="toggle" transform={`translate(${width} ${height / 2})`} aria-hidden="true" onClick={press}>
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

/** The tree: lines below, cards above. On the screen it is the list that screen readers walk through. */
export function Drawing({ scene, palette, collapsed, card, onToggle }: DrawingProps) {
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
        const isCollapsed = collapsed.has(node.id);
        // A file has a mark only where something is hidden.
        const hasToggle = node.children.length > 0 && (onToggle !== undefined || isCollapsed);
        return (
          <g key={row} class="card-node" transform={`translate(${place.x} ${place.y})`} {...card?.(row)}>
            <Card node={node} facts={said} palette={palette} />
            {hasToggle ? (
              <Toggle
                count={countBelow(forest, row)}
                isCollapsed={isCollapsed}
                palette={palette}
                onPress={() => onToggle?.(row)}
              />
            ) : null}
          </g>
        );
      })}
    </>
  );
}
