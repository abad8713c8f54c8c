import { useEffect, useState } from 'preact/hooks';
import type { ListCell, ListField } from '../../src/addon/more-api.ts';
import { Field, type Option } from '../parts/field.tsx';
import { useShell } from '../shell.ts';
import { currencyOptions } from '../start/currencies.ts';
import { cellOfText, faultOf, isNumeric, monthName, typedText } from './checks.ts';

type Props = {
  readonly field: ListField;
  readonly cell: ListCell;
  /** Whether an empty field that is needed is named already. */
  readonly isStrict: boolean;
  readonly isFixed: boolean;
  readonly onChange: (cell: ListCell) => void;
};

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** What can be chosen; a person's own word in the cell is one of them. */
function useOptions(field: ListField, cell: ListCell): Option[] | null {
  const { language, words } = useShell();
  const { kind, isNeeded, low } = field;
  if (kind === 'month')
    return MONTHS.map((each) => ({ value: String(each), text: monthName(language, each) }));
  const known =
    kind === 'currency' ? currencyOptions(language) : kind === 'choice' ? [...field.options] : null;
  if (known === null) return null;
  const own = typedText(field, cell);
  const isOwn = own !== '' && !known.some(({ value }) => value === own);
  // Of the settings one value always counts; a cell of a list may stay empty.
  const isOpen = isNeeded !== true && low === undefined && field.group === undefined;
  return [
    ...(isOpen || own === '' ? [{ value: '', text: words('UI_NO_CHOICE') }] : []),
    ...known,
    ...(isOwn ? [{ value: own, text: own }] : []),
  ];
}

/** The right control for a field, with what is wrong beside it. */
export function FieldControl({ field, cell, isStrict, isFixed, onChange }: Props) {
  const { words } = useShell();
  const options = useOptions(field, cell);
  // What is typed stays as it was typed: `1.` is on its way to 1.5.
  const [text, setText] = useState(typedText(field, cell));
  useEffect(() => {
    if (cellOfText(field, text) !== cell) setText(typedText(field, cell));
  }, [cell]);
  const type = (typed: string) => {
    setText(typed);
    onChange(cellOfText(field, typed));
  };
  const fault = cell === null && !isStrict ? undefined : faultOf(words, field, cell);
  const hint = isFixed ? words('UI_FIXED_HINT') : field.hint;
  const label = field.kind === 'percent' ? `${field.label} (%)` : field.label;
  return (
    <Field label={label} hint={hint === '' ? undefined : hint} error={fault}>
      {(ids) =>
        options === null ? (
          <input
            {...ids}
            type={field.kind === 'email' ? 'email' : 'text'}
            inputMode={isNumeric(field) ? 'decimal' : undefined}
            value={text}
            readOnly={isFixed}
            onInput={(event) => type(event.currentTarget.value)}
          />
        ) : (
          <select
            {...ids}
            value={typedText(field, cell)}
            disabled={isFixed}
            onChange={(event) => onChange(cellOfText(field, event.currentTarget.value))}
          >
            {options.map(({ value, text: shown }) => (
              <option key={value} value={value} selected={value === typedText(field, cell)}>
                {shown}
              </option>
            ))}
          </select>
        )
      }
    </Field>
  );
}
