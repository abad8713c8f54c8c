import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { MEASURES } from './card.tsx';
import { Drawing } from './drawing.tsx';
import type { Speech } from './facts.ts';
import { FONT, SCREEN } from './palette.ts';
import type { Scene } from './scene.ts';
import { useView } from './use-view.ts';
import { stepFrom } from './walk.ts';

type CanvasProps = {
  readonly scene: Scene;
  readonly speech: Speech;
  readonly collapsed: ReadonlySet<string>;
  readonly selected: string | null;
  readonly onToggle: (id: string) => void;
  readonly onCollapseAll: (isCollapsed: boolean) => void;
  readonly onEdit: (id: string) => void;
};

/** All that a card shows, as a sentence. */
function spoken({ forest, facts }: Scene, row: number): string {
  const [node, said] = [forest.nodes[row], facts.get(row)];
  if (node === undefined || said === undefined) return '';
  const status = [said.statusWord, said.attainment].filter((part) => part !== '').join(' ');
  return [node.sign, node.name, said.actual, said.target, status, said.owner, said.effect]
    .filter((part) => part !== '')
    .join(', ');
}

/** The picture: zoomed, moved, walked through by arrow keys, each card to be pressed. */
export function Canvas({ scene, speech, collapsed, selected, onToggle, onCollapseAll, onEdit }: CanvasProps) {
  const { words } = speech;
  const svg = useRef<SVGSVGElement>(null);
  const look = useView(svg, scene);
  const [at, setAt] = useState(scene.order[0] ?? -1);
  // A card that was collapsed away is none to come back to.
  const current = scene.places.has(at) ? at : (scene.order[0] ?? -1);
  const focusOn = (row: number) => {
    setAt(row);
    look.show(row);
    svg.current?.querySelector<SVGRectElement>(`[data-row="${row}"]`)?.focus({ preventScroll: true });
  };

  const idAt = (row: number): string => scene.forest.nodes[row]?.id ?? '';
  const toggle = (row: number) => {
    look.layOutAround(row);
    onToggle(idAt(row));
  };
  const collapseAll = () => {
    look.layOutAround('all');
    onCollapseAll(collapsed.size === 0);
  };
  const keys = (row: number) => (event: KeyboardEvent) => {
    const next = stepFrom(scene, row, event.key);
    if (next !== undefined) focusOn(next);
    else if (event.key === 'Enter') onEdit(idAt(row));
    else if (event.key === ' ' || (event.key === 'ArrowRight' && collapsed.has(idAt(row)))) toggle(row);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  };
  const item = (row: number) => {
    const node = scene.forest.nodes[row];
    const place = scene.places.get(row);
    if (node === undefined || place === undefined) return null;
    const isOpen = node.children.length > 0 ? !collapsed.has(node.id) : undefined;
    return (
      <rect
        key={row}
        class="item"
        role="treeitem"
        tabIndex={row === current ? 0 : -1}
        data-row={row}
        aria-label={spoken(scene, row)}
        aria-level={node.depth + 1}
        aria-selected={node.id === selected}
        aria-expanded={isOpen}
        x={place.x}
        y={place.y}
        width={MEASURES.width}
        height={MEASURES.height}
        rx={6}
        onKeyDown={keys(row)}
        onFocus={() => setAt(row)}
        onClick={() => onEdit(node.id)}
      />
    );
  };
  const zoomKeys = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') look.closer();
    else if (event.key === '-') look.farther();
    else if (event.key === '0') look.fit();
    else return;
    event.preventDefault();
  };
  const items = (
    <g role="tree" aria-label={words('PIC_TREE_LABEL')} onKeyDown={zoomKeys}>
      {scene.order.map(item)}
    </g>
  );
  // Moving the view draws nothing anew.
  const drawing = useMemo(
    () => (
      <Drawing
        scene={scene}
        palette={SCREEN}
        collapsed={collapsed}
        items={items}
        onToggle={toggle}
        words={words}
      />
    ),
    [scene, collapsed, selected, current],
  );
  // The card that is edited stays in sight when the panel takes room away.
  useEffect(() => {
    const row = scene.order.find((each) => idAt(each) === selected);
    if (row !== undefined) requestAnimationFrame(() => look.show(row));
  }, [selected]);

  const { x, y, zoom } = look.view;
  return (
    <div class="canvas">
      <svg ref={svg} font-family={FONT} aria-label={words('PIC_PICTURE')}>
        <g transform={`translate(${x} ${y}) scale(${zoom})`}>{drawing}</g>
      </svg>
      <div class="zoom" role="toolbar" aria-label={words('PIC_ZOOM')}>
        <Button kind="quiet" label={words('PIC_FARTHER')} onPress={look.farther}>
          −
        </Button>
        <span class="percent">{`${Math.round(zoom * 100)}%`}</span>
        <Button kind="quiet" label={words('PIC_CLOSER')} onPress={look.closer}>
          +
        </Button>
        <Button kind="quiet" onPress={look.fit}>
          {words('PIC_FIT')}
        </Button>
        <Button kind="quiet" onPress={collapseAll}>
          {words(collapsed.size === 0 ? 'PIC_COLLAPSE_ALL' : 'PIC_EXPAND_ALL')}
        </Button>
      </div>
    </div>
  );
}
