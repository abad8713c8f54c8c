import type { TreeFigures, TreeState } from '../../src/addon/tree-api.ts';
import { isNumber } from '../../src/kpi/fault.ts';
import { rollUp } from '../../src/kpi/roll-up.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { targetAt } from '../tree/target-at.ts';
import { treeOf } from './cascade/plan.ts';
import { idOf } from './edits.ts';
import { type Speech, shownNumber, unitOf } from './facts.ts';

/** Targets are typed in round figures; what differs by less is the same. */
const LEAST = 0.005;

/** What the targets below a KPI make of it; null where they make what was typed for it, or one has none for its days. */
function madeBelow(state: TreeState, row: number): number | null {
  const tree = treeOf(state);
  const now = state.rows.map((each) => targetAt(state, idOf(each)));
  const own = now[row];
  // A cascade leaves room for what the KPIs below do not explain.
  if (tree === null || own?.how !== 'typed' || !own.target) return null;
  const same = now.map((each) => (each?.from === own.from && each.to === own.to ? each.target : null));
  const made = rollUp(tree, same).computed[row] ?? null;
  return !isNumber(made) || Math.abs(made / own.target - 1) < LEAST ? null : made;
}

type UnlikeProps = {
  readonly state: TreeState;
  readonly figures: TreeFigures | null;
  readonly row: number;
  readonly speech: Speech;
  readonly onCascade: () => void;
};

/** Says that the targets below a KPI make another one, with the way to where it is handed down. */
export function Unlike({ state, figures, row, speech, onCascade }: UnlikeProps) {
  const { words } = speech;
  const found = madeBelow(state, row);
  if (found === null) return null;
  const value = shownNumber(found, unitOf(state, figures, row), speech);
  return (
    <Notice tone="warn">
      <p>{words('PIC_UNLIKE', { value })}</p>
      <Button onPress={onCascade}>{words('PIC_TAB_CASCADE')}</Button>
    </Notice>
  );
}
