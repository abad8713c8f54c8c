import { useState } from 'preact/hooks';
import type { SidebarState } from '../../src/addon/api.ts';
import { addMonths, fiscalQuarterStart, isoDate, serialOfIsoDate } from '../../src/kpi/calendar.ts';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Field, Select } from '../parts/field.tsx';
import { Notice, TroubleNotice } from '../parts/notice.tsx';
import { call, type RequestOf } from '../server.ts';
import { useShell } from '../shell.ts';
import { useTask } from '../task.ts';

/** Id of its heading, to which the first steps lead. */
export const GOAL_ID = 'goal';

type GoalChoice = SidebarState['goals'][number];

type Goal = {
  readonly growth: string;
  /** Whether somebody typed the growth, rather than the model proposing it. */
  readonly isTyped: boolean;
  readonly from: string;
  readonly to: string;
};

/** Leads to a part of the section, once it is shown. */
export const focusPart = (id: string) => setTimeout(() => document.getElementById(id)?.focus(), 0);

/** 0.2 → '20'. */
const percent = (fraction: number | null): string => (fraction === null ? '' : String(fraction * 100));

/** From today to the end of the quarter: what is past keeps its plan. */
function restOfQuarter(today: string): { from: string; to: string } {
  const start = fiscalQuarterStart(serialOfIsoDate(today) ?? 0);
  return { from: today, to: isoDate(addMonths(start, 3) - 1) };
}

function requestOf(model: string, goal: Goal, replace: boolean): RequestOf<'applyModel'> {
  const { growth, from, to } = goal;
  const target = growth.trim() === '' ? {} : { growth: Number(growth) / 100, from, to };
  return { model, ...target, ...(replace ? { replace } : {}) };
}

function DayField({
  label,
  value,
  onInput,
}: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}) {
  return (
    <Field label={label}>
      {(ids) => (
        <input {...ids} type="date" value={value} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
    </Field>
  );
}

function GoalFields({
  goal,
  chosen,
  onChoose,
  onChange,
}: {
  readonly goal: Goal;
  readonly chosen: GoalChoice | undefined;
  readonly onChoose: (model: string) => void;
  readonly onChange: (part: Partial<Goal>) => void;
}) {
  const { state, words } = useShell();
  return (
    <>
      <Select
        label={words('UI_GOAL')}
        value={chosen?.model ?? ''}
        hint={chosen?.isLacking ? words('UI_GOAL_LACKING') : undefined}
        options={state.goals.map(({ model, name }) => ({ value: model, text: name }))}
        onChange={onChoose}
      />
      <Field label={words('UI_GOAL_GROWTH')} hint={words('UI_GOAL_GROWTH_HINT')}>
        {(ids) => (
          <input
            {...ids}
            type="number"
            step="any"
            value={goal.growth}
            onInput={(event) => onChange({ growth: event.currentTarget.value, isTyped: true })}
          />
        )}
      </Field>
      {goal.growth.trim() === '' ? null : (
        <>
          <DayField label={words('UI_GOAL_FROM')} value={goal.from} onInput={(from) => onChange({ from })} />
          <DayField label={words('UI_GOAL_TO')} value={goal.to} onInput={(to) => onChange({ to })} />
        </>
      )}
    </>
  );
}

type FormProps = {
  /** Model that somebody chose; empty until then, so that the form follows what is imported. */
  readonly model: string;
  readonly onModel: (model: string) => void;
};

/** Choose a goal: its KPI tree is written, with targets where growth is wanted. */
export function ModelForm({ model, onModel }: FormProps) {
  const { state, words, refresh, noteGoal } = useShell();
  const wanted = model || state.proposed;
  const chosen = state.goals.find((each) => each.model === wanted) ?? state.goals[0];
  const [typed, setTyped] = useState<Goal>({ growth: '', isTyped: false, ...restOfQuarter(state.today) });
  // What somebody typed stays when they look at another model.
  const goal = typed.isTyped ? typed : { ...typed, growth: percent(chosen?.growth ?? null) };
  const [asking, setAsking] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const [isPartial, setPartial] = useState(false);
  const task = useTask();
  const forget = () => {
    setSentence(null);
    task.dismiss();
  };
  const change = (part: Partial<Goal>) => {
    setTyped({ ...goal, ...part });
    forget();
  };
  const choose = (key: string) => {
    onModel(key);
    forget();
  };
  const hasTree = state.treeRows > 0;
  const apply = () => {
    setAsking(false);
    setSentence(null);
    task.run(async () => {
      const answer = await call('applyModel', requestOf(chosen?.model ?? '', goal, hasTree));
      setSentence(answer.sentence);
      setPartial(answer.isPartial === true);
      noteGoal(answer.isPartial === true);
      refresh();
    });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (task.running || asking) return;
    if (hasTree) setAsking(true);
    else apply();
  };

  return (
    <form class="stack" onSubmit={submit}>
      <h2 id={GOAL_ID} tabIndex={-1}>
        {words('UI_GOAL_TITLE')}
      </h2>
      <p>{words('UI_GOAL_LEAD')}</p>
      <GoalFields goal={goal} chosen={chosen} onChoose={choose} onChange={change} />
      <div class="actions">
        <Button type="submit" busy={task.running} disabled={asking}>
          {words('UI_GOAL_APPLY')}
        </Button>
      </div>
      {asking ? (
        <Confirm
          words={words}
          question={words('UI_GOAL_QUESTION')}
          lead={words('UI_GOAL_QUESTION_LEAD')}
          yes={words('UI_GOAL_REPLACE')}
          onYes={apply}
          onNo={() => setAsking(false)}
        />
      ) : null}
      <Busy words={words} running={task.running} text={words('UI_WORKING')} />
      <TroubleNotice words={words} trouble={task.trouble} onRetry={apply} />
      {sentence === null ? null : <Notice tone={isPartial ? 'warn' : 'good'}>{sentence}</Notice>}
    </form>
  );
}
