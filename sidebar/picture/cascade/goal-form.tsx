import { Button } from '../../parts/button.tsx';
import { Field, Select } from '../../parts/field.tsx';
import { numberIn } from '../../parts/number-in.ts';
import { factorOf } from '../edit-form.ts';
import type { Speech } from '../facts.ts';
import type { Goal } from './plan.ts';

/** A goal as it is typed. */
export type GoalText = {
  readonly kind: Goal['kind'];
  readonly value: string;
  readonly from: string;
  readonly to: string;
};

/** The goal that a text says; without a value where it is no number. */
export function goalOf({ kind, value, from, to }: GoalText, unit: string): Goal {
  const scale = kind === 'growth' ? 100 : factorOf(unit);
  return { kind, from, to, value: numberIn(value, scale) ?? null };
}

type GoalFormProps = {
  readonly speech: Speech;
  readonly unit: string;
  readonly text: GoalText;
  readonly canSave: boolean;
  readonly running: boolean;
  /** Nothing to take back. */
  readonly isUsual: boolean;
  readonly onChange: (part: Partial<GoalText>) => void;
  readonly onReset: () => void;
  readonly onSave: () => void;
};

/** The goal and its days in one line, with what to do with it. */
export function GoalForm(props: GoalFormProps) {
  const { speech, unit, text, canSave, running, isUsual, onChange, onReset, onSave } = props;
  const { words } = speech;
  const submit = (event: Event) => {
    event.preventDefault();
    if (canSave && !running) onSave();
  };
  const isPercent = text.kind === 'growth' || unit === 'percent';
  const mark = isPercent ? '%' : unit === 'money' ? speech.currency : '';
  const label = words('CAS_VALUE');
  const input = (field: 'value' | 'from' | 'to', title: string, type: string) => (
    <Field label={title}>
      {(ids) => (
        <input
          {...ids}
          type={type}
          value={text[field]}
          onInput={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <form class="goal" onSubmit={submit}>
      <Select
        label={words('CAS_KIND')}
        value={text.kind}
        options={[
          { value: 'growth', text: words('CAS_GROWTH') },
          { value: 'amount', text: words('CAS_AMOUNT') },
        ]}
        onChange={(kind) => onChange({ kind: kind === 'amount' ? 'amount' : 'growth', value: '' })}
      />
      {input('value', mark === '' ? label : words('PIC_IN_UNIT', { label, unit: mark }), 'text')}
      {input('from', words('PIC_FROM'), 'date')}
      {input('to', words('PIC_TO'), 'date')}
      <div class="actions">
        <Button kind="primary" type="submit" busy={running} disabled={!canSave}>
          {words('CAS_SAVE')}
        </Button>
        <Button disabled={isUsual} onPress={onReset}>
          {words('CAS_USUAL')}
        </Button>
      </div>
    </form>
  );
}
