import { useEffect, useState } from 'preact/hooks';
import type { TreeCell } from '../../src/addon/tree-api.ts';
import { Field, type Option, Select } from '../parts/field.tsx';
import { numberIn } from '../parts/number-in.ts';
import { typed } from '../parts/typed.ts';
import { useShell } from './shell.ts';

/** What stands in a field of numbers; fractions of percents without the errors of binary numbers. */
function shown(value: TreeCell, scale: number, unit: string | undefined): string {
  if (typeof value !== 'number') return String(value ?? '');
  return unit === undefined ? String(Number((value * scale).toPrecision(12))) : typed(value * scale, unit);
}

type NumberProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: TreeCell;
  /** 100 where people type percents. */
  readonly scale?: number;
  /** Of a figure that was reckoned: it is shown in as many digits as people type. */
  readonly unit?: string;
  readonly placeholder?: string;
  readonly onChange: (value: number | null) => void;
};

/** A number; what is none stays in the field and is told, and the value stays as it was. */
export function NumberField(props: NumberProps) {
  const { label, hint, error, value, scale = 1, unit, placeholder, onChange } = props;
  const { words } = useShell();
  const [text, setText] = useState(shown(value, scale, unit));
  const read = numberIn(text, scale);
  // Another value from outside: another KPI, an undo.
  useEffect(() => {
    if (numberIn(text, scale) !== value) setText(shown(value, scale, unit));
  }, [value, scale]);
  const type = (typed: string) => {
    setText(typed);
    const number = numberIn(typed, scale);
    if (number !== undefined && number !== value) onChange(number);
  };
  return (
    <Field label={label} hint={hint} error={read === undefined ? words('UI_TREE_NOT_NUMBER') : error}>
      {(ids) => (
        <input
          {...ids}
          type="text"
          inputMode="decimal"
          value={text}
          placeholder={placeholder}
          onInput={(event) => type(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

type TextProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: TreeCell;
  readonly lines?: number;
  readonly suggestions?: readonly string[];
  readonly id?: string;
  readonly onChange: (value: string | null) => void;
};

/** A text, with what may stand in it as suggestions. */
export function TextField({ label, hint, error, value, lines = 1, suggestions, id, onChange }: TextProps) {
  const give = (text: string) => onChange(text === '' ? null : text);
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => {
        const own = { ...ids, ...(id === undefined ? {} : { 'data-field': id }), value: String(value ?? '') };
        if (lines > 1) {
          return <textarea {...own} rows={lines} onInput={(event) => give(event.currentTarget.value)} />;
        }
        const list = suggestions === undefined ? {} : { list: `${ids.id}-list` };
        return (
          <>
            <input
              {...own}
              {...list}
              type="text"
              autocomplete="off"
              onInput={(event) => give(event.currentTarget.value)}
            />
            {suggestions === undefined ? null : (
              <datalist id={`${ids.id}-list`}>
                {suggestions.map((each) => (
                  <option key={each} value={each} />
                ))}
              </datalist>
            )}
          </>
        );
      }}
    </Field>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly error?: string | undefined;
  readonly value: TreeCell;
  /** What an empty cell means; left out where the cell cannot be empty. */
  readonly empty?: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string | null) => void;
};

/** One of several; a word that a person typed into the sheet stays as it is until another is chosen. */
export function ChoiceField({ label, error, value, empty, options, onChange }: ChoiceProps) {
  const now = String(value ?? '');
  const isOther = now !== '' && options.every((option) => option.value !== now);
  const all = [
    ...(empty === undefined && now !== '' ? [] : [{ value: '', text: empty ?? '–' }]),
    ...(isOther ? [{ value: now, text: now }] : []),
    ...options,
  ];
  return (
    <Select
      label={label}
      error={error}
      value={now}
      options={all}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
    />
  );
}
