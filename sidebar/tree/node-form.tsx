import type { TreeField } from '../../src/addon/tree-api.ts';
import { ownerNote } from '../parts/owner-note.ts';
import type { Fault } from './checks.ts';
import { ChoiceField, TextField } from './fields.tsx';
import { FiguresView } from './figures-view.tsx';
import { MetricField } from './metric-field.tsx';
import { MoreFields } from './more-fields.tsx';
import { faultAt, useScene } from './scene.ts';
import { useShell } from './shell.ts';
import { childrenAt } from './structure.ts';
import { TargetFields } from './target-fields.tsx';
import { nameOf } from './targets.ts';

/** The sentence of a fault; units are named as the sheet has them. */
function useSentence(): (fault: Fault) => string {
  const { words } = useShell();
  const { state } = useScene();
  const unit = (key: unknown) => state.choices.unit?.find((each) => each.key === key)?.word ?? String(key);
  return ({ code, field, values }) => {
    if (!code.startsWith('UI_')) return words(code, values);
    const found = field === 'unit' ? { found: unit(values.found) } : {};
    return words(code, { ...values, ...found, expected: unit(values.expected) });
  };
}

/** The sentence of a field's fault. */
export function useFault(): (field: TreeField) => string | undefined {
  const { faults } = useScene();
  const sentence = useSentence();
  return (field) => {
    const fault = faultAt(faults, field);
    return fault === undefined ? undefined : sentence(fault);
  };
}

/** Dropdown values of a column, as options. */
export function useOptions(): (field: TreeField) => { value: string; text: string }[] {
  const { state } = useScene();
  return (field) => (state.choices[field] ?? []).map(({ key, word }) => ({ value: key, text: word }));
}

function Operator() {
  const { words } = useShell();
  const { structure, draft, setCells } = useScene();
  const fault = useFault();
  const options = useOptions()('operator');
  const hasChildren = childrenAt(structure, draft.uid).length > 0;
  if (!hasChildren && draft.row.operator === null) return null;
  return (
    <ChoiceField
      label={words('UI_TREE_MADE_BY')}
      error={fault('operator')}
      value={draft.row.operator}
      empty="–"
      options={options}
      onChange={(operator) => setCells({ operator })}
    />
  );
}

/** The fields of the KPI that is chosen in the outline. */
export function NodeForm() {
  const { words, language } = useShell();
  const { state, draft, faults, setCells, setMetric } = useScene();
  const [fault, sentence] = [useFault(), useSentence()];
  const options = useOptions();
  const { row, uid } = draft;
  const { labels } = state;
  const beside = new Set<TreeField>(['operator', 'unit', 'id', 'platform', 'coefficient', 'parent', 'amber']);
  const others = faults.filter(({ field }) => !beside.has(field));
  return (
    <section class="stack" key={uid} aria-label={nameOf(row)}>
      <h3>{nameOf(row)}</h3>
      {others.map((each) => (
        <p key={each.code} class="error">
          {sentence(each)}
        </p>
      ))}
      <TextField
        id="name"
        label={words('UI_TREE_NAME')}
        value={row.name}
        onChange={(name) => setCells({ name })}
      />
      <MetricField
        label={words('UI_TREE_METRIC')}
        value={String(row.metric ?? '')}
        units={state.choices.unit ?? []}
        onChange={setMetric}
      />
      <Operator />
      <TextField
        label={labels.owner}
        hint={ownerNote(String(row.owner ?? ''), state.team, language, words)}
        value={row.owner}
        suggestions={state.team.map(({ name }) => name)}
        onChange={(owner) => setCells({ owner })}
      />
      <FiguresView />
      <TargetFields />
      <ChoiceField
        label={labels.kind}
        error={fault('kind')}
        value={row.kind}
        empty="–"
        options={options('kind')}
        onChange={(kind) => setCells({ kind })}
      />
      <MoreFields />
    </section>
  );
}
