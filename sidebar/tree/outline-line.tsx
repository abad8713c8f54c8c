import type { NodeFigures } from '../../src/addon/tree-api.ts';
import { formatNumber } from '../../src/text/format.ts';
import type { Draft } from './drafts.ts';
import type { Drag } from './drag.ts';
import { useShell } from './shell.ts';
import type { Line } from './structure.ts';
import { nameOf } from './targets.ts';
import type { TreeCode } from './words.ts';

/** A sign for each colour, so that colour is never the only one. */
const SIGNS = { green: '●', amber: '▲', red: '■', '': '○' } as const;
const SAID: Readonly<Record<NodeFigures['status'], TreeCode>> = {
  green: 'UI_TREE_GREEN',
  amber: 'UI_TREE_AMBER',
  red: 'UI_TREE_RED',
  '': 'UI_TREE_NO_STATUS',
};

export function StatusSign({ status }: { readonly status: NodeFigures['status'] }) {
  return (
    <span class={`light ${status}`} aria-hidden="true">
      {SIGNS[status]}
    </span>
  );
}

type LineProps = {
  readonly line: Line;
  readonly draft: Draft;
  readonly figures: NodeFigures | undefined;
  readonly isSelected: boolean;
  readonly isUnsaved: boolean;
  readonly isFaulty: boolean;
  readonly drag: Drag;
  readonly onSelect: () => void;
  readonly onToggle: () => void;
};

/** One KPI of the outline. */
export function OutlineLine({
  line,
  draft,
  figures,
  isSelected,
  isUnsaved,
  isFaulty,
  drag,
  onSelect,
  onToggle,
}: LineProps) {
  const { words, language } = useShell();
  const { uid, level, place, siblings, isOpen } = line;
  const name = nameOf(draft.row);
  const owner = String(draft.row.owner ?? '');
  const status = figures?.status ?? '';
  const reached = figures?.attainment ?? null;
  // Null and not '': Preact writes an empty text again each time.
  const share = reached === null ? null : formatNumber(reached, 'percent', language).replace(/\.\d+/, '');
  const marks = [
    words(SAID[status]),
    isUnsaved ? words('UI_TREE_UNSAVED') : '',
    isFaulty ? words('UI_TREE_FAULTY') : '',
  ];
  const hover = drag.hover?.uid === uid && drag.dragged !== uid ? ` ${drag.hover.place}` : '';
  return (
    <div
      class={`line${hover}${drag.dragged === uid ? ' dragged' : ''}`}
      role="treeitem"
      id={`kpi-${uid}`}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-selected={isSelected}
      {...(isOpen === null ? {} : { 'aria-expanded': isOpen })}
      tabIndex={isSelected ? 0 : -1}
      style={{ paddingLeft: `${Math.min(level - 1, 7) * 12}px` }}
      draggable={level > 1}
      // A click focuses it, too.
      onFocus={() => (isSelected ? undefined : onSelect())}
      onDragStart={(event) => drag.start(uid, event)}
      onDragOver={(event) => drag.over(uid, event)}
      onDrop={drag.drop}
      onDragEnd={drag.end}
    >
      <span
        class="twist"
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        {isOpen === null ? null : isOpen ? '▾' : '▸'}
      </span>
      <StatusSign status={status} />
      <span class="what">
        <span class="name">{name}</span>
        <span class="unseen">{`, ${marks.filter((mark) => mark !== '').join(', ')}`}</span>
        {owner === '' ? null : (
          <span class="owner">
            <span class="unseen">, </span>
            {owner}
          </span>
        )}
      </span>
      <span class="reach">
        {isFaulty ? (
          <span class="flag" aria-hidden="true">
            !
          </span>
        ) : null}
        {isUnsaved ? (
          <span class="dot" aria-hidden="true">
            •
          </span>
        ) : null}
        {share}
      </span>
    </div>
  );
}
