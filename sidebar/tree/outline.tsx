import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Fault } from './checks.ts';
import type { Drafts } from './drafts.ts';
import { type Hover, useDrag } from './drag.ts';
import { type Deed, deedOf } from './outline-keys.ts';
import { OutlineLine } from './outline-line.tsx';
import { useShell } from './shell.ts';
import { type Structure, visibleLines } from './structure.ts';
import { type FiguresOf, nameOf } from './targets.ts';

type OutlineProps = {
  readonly drafts: Drafts;
  readonly structure: Structure;
  readonly closed: ReadonlySet<number>;
  readonly selected: number | null;
  readonly figures: FiguresOf;
  readonly faults: ReadonlyMap<number, readonly Fault[]>;
  readonly unsaved: ReadonlySet<number>;
  readonly onDeed: (deed: Deed) => void;
  readonly onDrop: (uid: number, hover: Hover) => void;
};

/** The tree as an outline, by the ARIA pattern of trees: one tab stop, arrows move and select. */
export function Outline(props: OutlineProps) {
  const { drafts, structure, closed, figures, faults, unsaved, onDeed, onDrop } = props;
  const { words } = useShell();
  const list = useRef<HTMLDivElement>(null);
  const hasKeys = useRef(false);
  const drag = useDrag(onDrop);
  const lines = visibleLines(structure, closed);
  const isShown = lines.some(({ uid }) => uid === props.selected);
  const selected = isShown ? props.selected : (lines[0]?.uid ?? null);
  const rowOf = new Map(drafts.map(({ uid }, row) => [uid, row]));

  // The focus goes with what is selected: a line that moves in the page would lose it.
  useLayoutEffect(() => {
    const item = selected === null ? null : list.current?.querySelector<HTMLElement>(`#kpi-${selected}`);
    item?.scrollIntoView({ block: 'nearest' });
    if (hasKeys.current || list.current?.contains(document.activeElement)) item?.focus();
    hasKeys.current = false;
  }, [selected, drafts]);

  const keys = (event: KeyboardEvent) => {
    if (selected === null) return;
    const named = (uid: number) => {
      const row = structure.byUid.get(uid)?.row;
      return row === undefined ? '' : nameOf(row);
    };
    const deed = deedOf(event, { structure, lines, selected, nameOf: named });
    if (deed === null) return;
    event.preventDefault();
    hasKeys.current = true;
    onDeed(deed);
  };
  return (
    <div class="outline" role="tree" aria-label={words('UI_TAB_TREE')} ref={list} onKeyDown={keys}>
      {lines.map((line) => {
        const { uid, isOpen } = line;
        const draft = structure.byUid.get(uid);
        if (draft === undefined) return null;
        return (
          <OutlineLine
            key={uid}
            line={line}
            draft={draft}
            figures={figures.get(uid)}
            isSelected={uid === selected}
            isUnsaved={unsaved.has(uid)}
            isFaulty={faults.has(rowOf.get(uid) ?? -1)}
            drag={drag}
            onSelect={() => onDeed({ kind: 'select', uid })}
            onToggle={() => onDeed({ kind: isOpen === false ? 'open' : 'close', uids: [uid] })}
          />
        );
      })}
    </div>
  );
}
