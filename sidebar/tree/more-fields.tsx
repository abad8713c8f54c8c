import { useEffect, useState } from 'preact/hooks';
import { amberFor } from '../../src/kpi/status.ts';
import { idOf, type TreeField } from '../../src/kpi/tree-fields.ts';
import { Field } from '../parts/field.tsx';
import { ChoiceField, NumberField, TextField } from './fields.tsx';
import { useFault, useOptions } from './node-form.tsx';
import { useScene } from './scene.ts';
import { useShell } from './shell.ts';
import { subtree } from './structure.ts';
import { nameOf } from './targets.ts';

/** Faults of these are not seen while the fields are folded away. */
const HIDDEN: readonly TreeField[] = ['id', 'parent', 'unit', 'platform', 'coefficient', 'amber'];

/**
 * The ID, by which other KPIs name this one: it is taken when the field is left, and only where it is free, since
 * whatever names the KPI follows it.
 */
function IdField() {
  const { words } = useShell();
  const { state, structure, draft, setId } = useScene();
  const [typed, setTyped] = useState<string | null>(null);
  const fault = useFault();
  const id = typed?.trim();
  const isTaken = [...structure.byUid.values()].some(({ uid, row }) => uid !== draft.uid && idOf(row) === id);
  const own = id === '' ? words('EDIT_NODE_WITHOUT_ID', { name: nameOf(draft.row) }) : undefined;
  const error = isTaken ? words('EDIT_DUPLICATE_ID', { found: id ?? '' }) : own;
  const take = (text: string) => {
    const next = text.trim();
    const isFree = [...structure.byUid.values()].every(
      ({ uid, row }) => uid === draft.uid || idOf(row) !== next,
    );
    if (next === '' || !isFree) return;
    setTyped(null);
    if (next !== idOf(draft.row)) setId(next);
  };
  return (
    <Field label={state.labels.id} error={error ?? (typed === null ? fault('id') : undefined)}>
      {(ids) => (
        <input
          {...ids}
          type="text"
          autocomplete="off"
          value={typed ?? idOf(draft.row)}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={(event) => take(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

function Place() {
  const { words } = useShell();
  const { state, structure, draft, setParent, setCells } = useScene();
  const fault = useFault();
  const own = new Set(subtree(structure, draft.uid));
  const others = [...structure.byUid.values()].filter(({ uid }) => !own.has(uid));
  const parent = structure.parentOf.get(draft.uid) ?? null;
  const isGoal = parent === null && draft.row.parent === null;
  return (
    <>
      <IdField />
      <ChoiceField
        label={state.labels.parent}
        error={fault('parent')}
        value={parent === null ? draft.row.parent : String(parent)}
        {...(isGoal ? { empty: words('UI_TREE_PARENT_NONE') } : {})}
        options={others.map(({ uid, row }) => ({ value: String(uid), text: nameOf(row) }))}
        onChange={(uid) => (uid === null ? undefined : setParent(Number(uid)))}
      />
      <NumberField
        label={state.labels.coefficient}
        error={fault('coefficient')}
        value={draft.row.coefficient}
        placeholder="1"
        onChange={(coefficient) => setCells({ coefficient })}
      />
    </>
  );
}

function Filters() {
  const { words } = useShell();
  const { state, draft, setCells } = useScene();
  const fault = useFault();
  const options = useOptions();
  const { row } = draft;
  const all = words('UI_TREE_ALL');
  const accounts = state.accounts.filter(
    ({ platform }) => row.platform === null || platform === row.platform,
  );
  return (
    <>
      <ChoiceField
        label={state.labels.source}
        value={row.source}
        empty={words('UI_TREE_USUAL')}
        options={options('source')}
        onChange={(source) => setCells({ source })}
      />
      <ChoiceField
        label={state.labels.platform}
        error={fault('platform')}
        value={row.platform}
        empty={all}
        options={options('platform')}
        onChange={(platform) => setCells({ platform })}
      />
      <TextField
        label={state.labels.market}
        value={row.market}
        suggestions={state.markets}
        onChange={(market) => setCells({ market })}
      />
      <ChoiceField
        label={state.labels.account}
        value={row.account}
        empty={all}
        options={accounts.map(({ id, name }) => ({ value: id, text: name }))}
        onChange={(account) => setCells({ account })}
      />
      <ChoiceField
        label={state.labels.format}
        value={row.format}
        empty={all}
        options={options('format')}
        onChange={(format) => setCells({ format })}
      />
    </>
  );
}

function Measuring() {
  const { words } = useShell();
  const { state, draft, setCells } = useScene();
  const fault = useFault();
  const options = useOptions();
  const { row } = draft;
  const usual = words('UI_TREE_USUAL');
  const choice = (field: 'unit' | 'direction' | 'method') => (
    <ChoiceField
      label={state.labels[field]}
      error={fault(field)}
      value={row[field]}
      empty={usual}
      options={options(field)}
      onChange={(value) => setCells({ [field]: value })}
    />
  );
  return (
    <>
      {choice('unit')}
      {choice('direction')}
      {choice('method')}
      <NumberField
        label={state.labels.weight}
        value={row.weight}
        placeholder="1"
        onChange={(weight) => setCells({ weight })}
      />
      <div class="pair">
        <NumberField
          label={`${state.labels.green} (%)`}
          value={row.green}
          scale={100}
          placeholder={String(Math.round(state.green * 100))}
          onChange={(green) => setCells({ green })}
        />
        <NumberField
          label={`${state.labels.amber} (%)`}
          error={fault('amber')}
          value={row.amber}
          scale={100}
          placeholder={String(Math.round(amberFor(Number(row.green ?? state.green), state.amber) * 100))}
          onChange={(amber) => setCells({ amber })}
        />
      </div>
    </>
  );
}

function Others() {
  const { words } = useShell();
  const { state, structure, draft, setCells } = useScene();
  const { row, uid } = draft;
  const others = [...structure.byUid.values()].filter((each) => each.uid !== uid && idOf(each.row) !== '');
  return (
    <>
      <ChoiceField
        label={state.labels.guardrail}
        value={row.guardrail}
        empty={words('UI_TREE_NONE')}
        options={others.map((each) => ({ value: idOf(each.row), text: nameOf(each.row) }))}
        onChange={(guardrail) => setCells({ guardrail })}
      />
      <TextField
        label={state.labels.watchers}
        value={row.watchers}
        suggestions={state.team.map(({ name }) => name)}
        onChange={(watchers) => setCells({ watchers })}
      />
      <TextField
        label={state.labels.note}
        value={row.note}
        lines={3}
        onChange={(note) => setCells({ note })}
      />
    </>
  );
}

/** What few KPIs need; open where something in it needs a look. */
export function MoreFields() {
  const { words } = useShell();
  const { faults } = useScene();
  const isFaulty = faults.some(({ field }) => HIDDEN.includes(field));
  const [isOpen, setOpen] = useState(isFaulty);
  useEffect(() => {
    if (isFaulty) setOpen(true);
  }, [isFaulty]);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words('UI_TREE_MORE_FIELDS')}</summary>
      {isOpen ? (
        <div class="stack">
          <Place />
          <Filters />
          <Measuring />
          <Others />
        </div>
      ) : null}
    </details>
  );
}
