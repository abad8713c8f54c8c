import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OpenedTree, TreeFigures } from '../../src/addon/tree-api.ts';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Checkbox } from '../parts/checkbox.tsx';
import { Field, Select } from '../parts/field.tsx';
import { TroubleNotice } from '../parts/notice.tsx';
import { ownerNote } from '../parts/owner-note.ts';
import type { Task } from '../task.ts';
import { changesOf, type Draft, type DraftField, draftOf, faultsOf, usualLimits } from './edit-form.ts';
import type { Changes } from './edits.ts';
import { type Speech, shownNumber, unitOf } from './facts.ts';
import { nameOf, textOf } from './nodes.ts';

type PanelProps = {
  readonly state: OpenedTree;
  readonly figures: TreeFigures | null;
  /** Number of the KPI. */
  readonly row: number;
  readonly speech: Speech;
  readonly task: Task;
  readonly onSave: (changes: Changes) => void;
  readonly onClose: () => void;
  /** A conflict is to be settled first. */
  readonly isDisputed: boolean;
  /** Conflicts of the last try, and what was saved. */
  readonly children: ComponentChildren;
};

/** The unit behind a field's name. */
function unitMark(unit: string, { currency }: Speech, { choices }: OpenedTree): string {
  if (unit === 'percent') return '%';
  if (unit === 'money') return currency;
  const isTime = unit === 'hours' || unit === 'seconds';
  return isTime ? (choices.unit?.find(({ key }) => key === unit)?.word ?? '') : '';
}

/** What the data say of the KPI, above what can be changed. */
function Figures({
  figures,
  id,
  unit,
  speech,
}: {
  figures: TreeFigures | null;
  id: string;
  unit: string;
  speech: Speech;
}) {
  const known = figures?.nodes[id];
  if (figures === null || known === undefined) return null;
  const { words } = speech;
  const shown = (value: number | null): string => (value === null ? '—' : shownNumber(value, unit, speech));
  const best = known.history.filter((value): value is number => value !== null);
  const span = best.length === 0 ? '—' : `${shown(Math.min(...best))} – ${shown(Math.max(...best))}`;
  return (
    <dl class="facts">
      <dt>{words('PIC_ACTUAL_OF', { week: figures.week })}</dt>
      <dd>{shown(known.actual)}</dd>
      <dt>{words('PIC_PLAN_OF', { week: figures.week })}</dt>
      <dd>{shown(known.plan)}</dd>
      <dt>{words('PIC_SPAN')}</dt>
      <dd>{span}</dd>
    </dl>
  );
}

/** The panel in which a KPI is changed; it takes the focus, Escape closes it. */
export function EditPanel(props: PanelProps) {
  const { state, figures, row, speech, task, isDisputed, onSave, onClose, children } = props;
  const { words } = speech;
  const from = state.rows[row];
  const unit = unitOf(state, figures, row);
  const [draft, setDraft] = useState<Draft | null>(from === undefined ? null : draftOf(state, from, unit));
  const [isTried, setTried] = useState(false);
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => panel.current?.focus(), []);
  if (from === undefined || draft === null) return null;
  const faults = faultsOf(draft, state);
  const changes = changesOf(draft, state, from, unit);
  const isChanged = changes.edits.length > 0 || changes.targets.length > 0;
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (task.running || !isChanged) return;
    if (Object.keys(faults).length === 0) onSave(changes);
    else panel.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  };
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const text = (field: DraftField, label: string, hint?: string, type = 'text') => {
    const fault = faults[field];
    // A field that is being filled is not yet wrong; one that holds no number is.
    const error = fault !== undefined && (isTried || draft[field] !== '') ? words(fault) : undefined;
    return (
      <Field label={label} hint={hint} error={error}>
        {(ids) => (
          <input
            {...ids}
            type={type}
            value={draft[field]}
            onInput={(event) => change({ [field]: event.currentTarget.value })}
          />
        )}
      </Field>
    );
  };
  const mark = unitMark(unit, speech, state);
  const inUnit = (label: string): string =>
    mark === '' ? label : words('PIC_IN_UNIT', { label, unit: mark });
  const owners = [...new Set(['', ...state.team.map(({ name }) => name), draft.owner])];
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
  };
  return (
    <aside
      class="panel"
      ref={panel}
      tabIndex={-1}
      aria-label={words('PIC_EDIT', { name: nameOf(from) })}
      onKeyDown={keys}
    >
      <form class="stack" onSubmit={submit}>
        <div class="between">
          <h2>{nameOf(from)}</h2>
          <Button kind="quiet" label={words('PIC_CLOSE')} onPress={onClose}>
            ✕
          </Button>
        </div>
        <Figures figures={figures} id={String(from.id ?? '')} unit={unit} speech={speech} />
        {text('name', words('PIC_NAME'))}
        <Select
          label={words('PIC_OWNER')}
          hint={ownerNote(draft.owner, state.team, speech.language, words)}
          value={draft.owner}
          options={owners.map((name) => ({ value: name, text: name === '' ? words('PIC_NOBODY') : name }))}
          onChange={(owner) => change({ owner })}
        />
        {textOf(from.method) === 'band' ? (
          <div class="pair">
            {text('low', inUnit(words('PIC_LOW')))}
            {text('high', inUnit(words('PIC_HIGH')))}
          </div>
        ) : (
          text('target', inUnit(words('PIC_GOAL')), words('PIC_GOAL_HINT'))
        )}
        <div class="pair">
          {text('from', words('PIC_FROM'), undefined, 'date')}
          {text('to', words('PIC_TO'), undefined, 'date')}
        </div>
        <Checkbox
          label={words('PIC_LOCK')}
          hint={words('PIC_LOCK_HINT')}
          checked={draft.locked}
          onChange={(locked) => change({ locked })}
        />
        {text('weight', words('PIC_WEIGHT'), words('PIC_WEIGHT_HINT'))}
        <div class="pair">
          {text('green', words('PIC_GREEN_FROM'), words('PIC_USUAL', { value: `${state.green * 100}%` }))}
          {text(
            'amber',
            words('PIC_AMBER_FROM'),
            words('PIC_USUAL', { value: `${usualLimits(draft, state).amber}%` }),
          )}
        </div>
        <div class="foot">
          <Busy words={words} running={task.running} text={words('PIC_SAVING')} />
          <TroubleNotice words={words} trouble={task.trouble} onRetry={() => onSave(changes)} />
          {children}
          {isDisputed ? null : (
            <div class="actions">
              <Button kind="primary" type="submit" busy={task.running} disabled={!isChanged}>
                {words('PIC_SAVE')}
              </Button>
              <Button onPress={onClose}>{words('UI_CANCEL')}</Button>
            </div>
          )}
        </div>
      </form>
    </aside>
  );
}
