import type { TreeFigures, TreeState } from '../../src/addon/tree-api.ts';
import { isNumber } from '../../src/kpi/fault.ts';
import { rollUp } from '../../src/kpi/roll-up.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { baselineIn, targetAt } from '../tree/target-at.ts';
import { treeOf } from './cascade/plan.ts';
import { idOf } from './edits.ts';
import { type Speech, shownNumber, unitOf } from './facts.ts';

/** Targets are typed in round figures; what differs by less is the same. */
const LEAST = 0.005;

/**
 * What the targets below a KPI make of it, with what its children leave unexplained at present, as a cascade has it.
 * @returns null where they make its own target, or where one of them has none for the same days.
 */
export function unlikeTarget(
  state: TreeState,
  figures: TreeFigures | null,
  row: number,
): { made: number; target: number } | null {
  const tree = treeOf(state);
  const now = state.rows.map((each) => targetAt(state, idOf(each)));
  const own = now[row];
  if (tree === null || figures === null || !own?.target) return null;
  const same = now.map((each) => (each?.from === own.from && each.to === own.to ? each.target : null));
  const present = state.rows.map((each) => baselineIn(figures.nodes[idOf(each)], figures.weeks, own));
  const computed = rollUp(tree, same).computed[row] ?? null;
  if (!isNumber(computed)) return null;
  const made = computed + (rollUp(tree, present).unexplained[row] ?? 0);
  return Math.abs(made / own.target - 1) < LEAST ? null : { made, target: own.target };
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
  const found = unlikeTarget(state, figures, row);
  if (found === null) return null;
  const shown = (value: number): string => shownNumber(value, unitOf(state, figures, row), speech);
  return (
    <Notice tone="warn">
      <p>{words('PIC_UNLIKE', { value: shown(found.made), target: shown(found.target) })}</p>
      <div>
        <Button onPress={onCascade}>{words('PIC_TAB_CASCADE')}</Button>
      </div>
    </Notice>
  );
}
