import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { TargetRow, TreeFigures, TreeRow, TreeState } from '../../../src/addon/tree-api.ts';
import { listed } from '../../../src/text/row.ts';
import { Busy } from '../../parts/busy.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { numberIn } from '../../parts/number-in.ts';
import { typed } from '../../parts/typed.ts';
import type { Task } from '../../task.ts';
import { targetAt } from '../../tree/target-at.ts';
import { factorOf } from '../edit-form.ts';
import { type Changes, idOf } from '../edits.ts';
import { type Speech, shownNumber, unitOf } from '../facts.ts';
import type { TextCode } from '../language.ts';
import { nameOf } from '../nodes.ts';
import { GoalForm, type GoalText, goalOf } from './goal-form.tsx';
import { type Line, type Plan, planOf, sheetLocks, treeOf } from './plan.ts';
import { cascadeChanges } from './save.ts';
import { reweighted, weightsOf } from './shares.ts';
import { CascadeTable } from './table.tsx';
import { whyCode } from './words.ts';

type CascadeProps = {
  readonly state: TreeState;
  readonly figures: TreeFigures;
  readonly speech: Speech;
  readonly task: Task;
  readonly onSave: (changes: Changes) => void;
  /** Edits a KPI in the picture. */
  readonly onSetGoal: (id: string) => void;
  /** Conflicts of the last try, and what was saved. */
  readonly children: ComponentChildren;
};

/** What the sheet says of weights and locks, before anybody moves a slider. */
function sheetWeights(state: TreeState): Map<string, number> {
  const tree = treeOf(state);
  const cells = state.rows.map(({ weight }) => weight);
  return tree === null ? new Map() : weightsOf(tree, cells);
}

/** The target of each KPI but the goal's, which the cascade itself sets. */
function targetsNow(state: TreeState): TargetRow[] {
  const root = treeOf(state)?.root;
  return state.rows.flatMap((row, at) => (at === root ? [] : (targetAt(state, idOf(row)) ?? [])));
}

/** Whether the leaves make the goal; else where it fails, and why. */
function Closing({
  plan,
  state,
  unit,
  speech,
}: {
  plan: Plan;
  state: TreeState;
  unit: string;
  speech: Speech;
}) {
  const { words, language } = speech;
  if (plan.closes && plan.wanted !== null) {
    return (
      <Notice tone="good">{words('CAS_CLOSES', { value: shownNumber(plan.wanted, unit, speech) })}</Notice>
    );
  }
  const faulty = plan.lines.filter(({ fault }) => fault !== null);
  const first = faulty[0]?.fault ?? 'NEEDS_BASELINE';
  const names = faulty.slice(0, 4).flatMap(({ row, fault }) => {
    const from = state.rows[row];
    return from === undefined || fault !== first ? [] : [nameOf(from)];
  });
  const list = listed(names, language);
  return <Notice tone="warn">{words('CAS_OPEN', { names: list, reason: words(whyCode(first)) })}</Notice>;
}

/** The goal begins with the target that it has; one that has none is asked for it. */
function firstText(state: TreeState, root: TreeRow | undefined, unit: string): GoalText {
  const now = root === undefined ? undefined : targetAt(state, idOf(root));
  if (now !== undefined && now.target !== null && now.to >= state.today) {
    const value = typed(now.target * factorOf(unit), unit);
    return { kind: 'amount', value, from: now.from, to: now.to };
  }
  const from = state.today > state.quarter.from ? state.today : state.quarter.from;
  return { kind: 'growth', value: '', from, to: state.quarter.to };
}

/** What is missing of a goal, in place of what it would hand down. */
function askFor({ from, to }: GoalText, days: number): TextCode {
  if (days > 0) return 'CAS_TYPE_GOAL';
  return from === '' || to === '' ? 'PIC_NEEDS_DAY' : 'PIC_ENDS_FIRST';
}

/** Hands a goal down, live. */
export function CascadeView({ state, figures, speech, task, onSave, onSetGoal, children }: CascadeProps) {
  const { words } = speech;
  const root = treeOf(state)?.root ?? 0;
  const goal = state.rows[root];
  const name = goal === undefined ? '' : nameOf(goal);
  const unit = unitOf(state, figures, root);
  const [text, setText] = useState(() => firstText(state, goal, unit));
  const [weights, setWeights] = useState<ReadonlyMap<string, number>>(() => sheetWeights(state));
  const [locks, setLocks] = useState<ReadonlyMap<string, number>>(() =>
    sheetLocks(targetsNow(state), figures, text),
  );
  const settings = { goal: goalOf(text, unit), weights, locks };
  const plan = useMemo(() => planOf(state, figures, settings), [state, figures, text, weights, locks]);
  if (plan.isBroken) return <Notice tone="warn">{words('CAS_BROKEN')}</Notice>;
  if (figures.weeks === null) {
    return (
      <div class="cascade">
        <Notice tone="warn">
          <p>{words('BASE_NO_WEEKS')}</p>
          <p>{words('CAS_NO_WEEKS', { name })}</p>
          <div>
            <Button onPress={() => onSetGoal(goal === undefined ? '' : idOf(goal))}>
              {words('PIC_EDIT', { name })}
            </Button>
          </div>
        </Notice>
      </div>
    );
  }

  const share = (id: string, part: number) => {
    const row = plan.lines.find((line) => line.id === id)?.row ?? -1;
    const parent = treeOf(state)?.parents[row];
    const family = plan.lines.filter((line) => treeOf(state)?.parents[line.row] === parent);
    const shares = new Map(family.flatMap((line) => (line.share === null ? [] : [[line.id, line.share]])));
    setWeights(new Map([...weights, ...reweighted(shares, id, part)]));
  };
  const lock = (id: string, value: number) => setLocks(new Map(locks).set(id, value));
  const tick = ({ id, row, target, baseline }: Line) => {
    if (locks.has(id)) return setLocks(new Map([...locks].filter(([other]) => other !== id)));
    const exact = target ?? baseline ?? 0;
    const factor = factorOf(unitOf(state, figures, row));
    const seen = numberIn(typed(exact * factor), factor) ?? exact;
    const next = { ...settings, locks: new Map(locks).set(id, seen) };
    // The figure that was seen, unless only the exact one lets the tree close, as where all of a product is locked.
    lock(id, planOf(state, figures, next).closes ? seen : exact);
  };
  const reset = () => {
    setWeights(new Map());
    setLocks(new Map());
  };
  const save = () => onSave(cascadeChanges(state, plan, settings, sheetWeights(state)));
  return (
    <div class="cascade">
      <GoalForm
        speech={speech}
        unit={unit}
        text={text}
        canSave={plan.closes}
        running={task.running}
        isUsual={weights.size === 0 && locks.size === 0}
        onChange={(part) => setText({ ...text, ...part })}
        onReset={reset}
        onSave={save}
      />
      <Busy words={words} running={task.running} text={words('PIC_SAVING')} />
      <TroubleNotice words={words} trouble={task.trouble} onRetry={save} />
      {children}
      {plan.wanted === null ? (
        <Notice tone="info">{words(askFor(text, plan.days), { name })}</Notice>
      ) : (
        <>
          <Closing plan={plan} state={state} unit={unit} speech={speech} />
          <CascadeTable
            {...{ state, figures, speech, plan, locks }}
            onShare={share}
            onLock={lock}
            onTick={tick}
          />
        </>
      )}
    </div>
  );
}
