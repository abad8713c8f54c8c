import { useState } from 'preact/hooks';
import type { OpenedTree, TreeCell, TreeConflict } from '../../src/addon/tree-api.ts';
import type { Side } from '../../src/kpi/merge-trees.ts';
import type { treeConflicts } from '../../src/text/en/tree-conflicts.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';

/** Kept as fractions, read as percents. */
const SHARES: ReadonlySet<string> = new Set(['green', 'amber']);

const keyOf = ({ was, field }: TreeConflict): string => `${field ?? ''} ${was}`;

type DisputeProps = {
  readonly words: (code: keyof typeof treeConflicts, values?: Readonly<Record<string, string>>) => string;
  readonly state: Pick<OpenedTree, 'choices' | 'labels'>;
  readonly conflicts: readonly TreeConflict[];
  readonly onSettle: (choose: (conflict: TreeConflict) => Side | undefined) => void;
  readonly onLeave: () => void;
};

/** What two people made of the same cell, each with a choice; nothing of either is lost before it. */
export function DisputeView({ words, state, conflicts, onSettle, onLeave }: DisputeProps) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const shown = ({ field }: TreeConflict, cell: TreeCell): string => {
    if (field === null) return words(cell === null ? 'UI_TREE_GONE' : 'UI_TREE_KEPT');
    if (cell === null) return words('UI_TREE_BLANK');
    if (SHARES.has(field) && typeof cell === 'number') return `${Number((cell * 100).toPrecision(6))}%`;
    return state.choices[field]?.find(({ key }) => key === cell)?.word ?? String(cell);
  };
  const isDecided = conflicts.every((conflict) => chosen.has(keyOf(conflict)));
  const choose = (conflict: TreeConflict, side: Side) =>
    setChosen(new Map([...chosen, [keyOf(conflict), side]]));
  const option = (conflict: TreeConflict, side: Side) => (
    <label class="choice">
      <input
        type="radio"
        name={keyOf(conflict)}
        checked={chosen.get(keyOf(conflict)) === side}
        onChange={() => choose(conflict, side)}
      />
      {words(side === 'mine' ? 'UI_TREE_MINE' : 'UI_TREE_THEIRS', { value: shown(conflict, conflict[side]) })}
    </label>
  );
  return (
    <section class="stack" aria-label={words('UI_TREE_CONFLICTS')}>
      <Notice tone="warn">{words('UI_TREE_CONFLICTS')}</Notice>
      {conflicts.map((conflict) => (
        <fieldset key={keyOf(conflict)} class="group">
          <legend>
            {conflict.name}
            {' · '}
            {conflict.field === null ? words('UI_TREE_CONFLICT_KPI') : state.labels[conflict.field]}
          </legend>
          {option(conflict, 'mine')}
          {option(conflict, 'theirs')}
        </fieldset>
      ))}
      <div class="actions">
        <Button
          kind="primary"
          disabled={!isDecided}
          onPress={() => onSettle((conflict) => chosen.get(keyOf(conflict)))}
        >
          {words('UI_TREE_SAVE_CHOSEN')}
        </Button>
        <Button onPress={onLeave}>{words('UI_TREE_BACK')}</Button>
      </div>
    </section>
  );
}
