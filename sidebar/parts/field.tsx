import type { ComponentChildren } from 'preact';
import { usePartId } from './ids.ts';

type FieldIds = { readonly id: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true };

type FieldProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** The control; it takes the ids that tie it to its label and hint. */
  readonly children: (ids: FieldIds) => ComponentChildren;
};

/** A control with its label above and its hint or error below. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = usePartId();
  const note = error ?? hint;
  const described = note === undefined ? {} : { 'aria-describedby': `${id}-note` };
  const invalid = error === undefined ? {} : { 'aria-invalid': true as const };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, ...described, ...invalid })}
      {note === undefined ? null : (
        <p id={`${id}-note`} class={error === undefined ? 'hint' : 'error'}>
          {note}
        </p>
      )}
    </div>
  );
}

export type Option = { readonly value: string; readonly text: string };

type SelectProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly options: readonly Option[];
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
};

export function Select({ label, hint, error, value, options, disabled = false, onChange }: SelectProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <select
          {...ids}
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
