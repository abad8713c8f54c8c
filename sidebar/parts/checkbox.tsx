import type { ComponentChildren } from 'preact';
import { usePartId } from './ids.ts';

type CheckboxProps = {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
};

/** A box to tick, with what it means beside and below it. */
export function Checkbox({ label, hint, checked, disabled = false, onChange }: CheckboxProps) {
  const id = usePartId();
  return (
    <div class="check">
      <input
        type="checkbox"
        id={id}
        aria-describedby={`${id}-note`}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      <p id={`${id}-note`} class="hint">
        {hint}
      </p>
    </div>
  );
}

type GroupProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: ComponentChildren;
};

/** Boxes that belong together, under one heading. */
export function CheckboxGroup({ label, hint, children }: GroupProps) {
  return (
    <fieldset class="checks">
      <legend>{label}</legend>
      {hint === undefined ? null : <p class="hint">{hint}</p>}
      {children}
    </fieldset>
  );
}
