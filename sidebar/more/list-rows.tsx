import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ListField, ListRow } from '../../src/addon/more-api.ts';
import type { TextCode } from '../language.ts';
import { Button } from '../parts/button.tsx';
import { useShell } from '../shell.ts';
import { shownText } from './checks.ts';
import { type Draft, type DraftRow, type Mark, markOf } from './draft.ts';
import { FieldControl } from './field-control.tsx';

const MARKS = {
  new: 'UI_NEW',
  changed: 'UI_CHANGED',
  removed: 'UI_REMOVED',
} as const satisfies Record<Exclude<Mark, 'same'>, TextCode>;

type FieldsProps = {
  readonly fields: readonly ListField[];
  readonly row: ListRow;
  readonly isNew: boolean;
  readonly isStrict: boolean;
  readonly onChange: (row: ListRow) => void;
};

/** The fields of a row, with headings where they come in groups. */
export function RowFields({ fields, row, isNew, isStrict, onChange }: FieldsProps) {
  return (
    <>
      {fields.map((field, index) => (
        <div key={field.key} class="stack">
          {field.group === undefined || field.group === fields[index - 1]?.group ? null : (
            <h3 class="group-title">{field.group}</h3>
          )}
          <FieldControl
            field={field}
            cell={row[field.key] ?? null}
            isStrict={isStrict || !isNew}
            isFixed={field.isFixed === true && !isNew}
            onChange={(cell) => onChange({ ...row, [field.key]: cell })}
          />
        </div>
      ))}
    </>
  );
}

type RowProps = {
  readonly draft: Draft;
  readonly row: DraftRow;
  readonly isOpen: boolean;
  readonly isStrict: boolean;
  readonly onToggle: () => void;
  readonly onChange: (row: ListRow) => void;
  readonly onRemove: (isRemoved: boolean) => void;
};

/** Name first, then what else tells rows apart. */
function useSummary({ state }: Draft, { row }: DraftRow): { readonly name: string; readonly rest: string } {
  const { words, language } = useShell();
  const [first, ...others] = state.fields;
  const name = first === undefined ? null : (row[first.key] ?? null);
  const rest = others
    .filter(({ key }) => (row[key] ?? null) !== null)
    .map((field) => shownText(field, row[field.key] ?? null, language))
    .slice(0, 2)
    .join(' · ');
  return { name: name === null ? words('UI_UNNAMED') : String(name), rest };
}

/** A row as one line; opened, its fields. */
export function ListLine({ draft, row, isOpen, isStrict, onToggle, onChange, onRemove }: RowProps) {
  const { words } = useShell();
  const { name, rest } = useSummary(draft, row);
  const box = useRef<HTMLDivElement>(null);
  const mark = markOf(draft, row);
  const isExample = row.was !== null && draft.state.examples.includes(row.was);
  const marks = [
    ...(isExample ? [words('UI_EXAMPLE')] : []),
    ...(mark === 'same' ? [] : [words(MARKS[mark])]),
  ];
  useLayoutEffect(() => {
    if (!isOpen) return;
    const wrong = isStrict ? box.current?.querySelector<HTMLElement>('[aria-invalid]') : null;
    (wrong ?? box.current?.querySelector<HTMLElement>('input, select'))?.focus();
  }, [isOpen, isStrict]);
  return (
    <li class={row.isRemoved ? 'list-line removed' : 'list-line'}>
      <button type="button" class="line-head" aria-expanded={isOpen} onClick={onToggle}>
        <span class="line-name">
          <span>{name}</span>
          {marks.map((text) => (
            <span key={text} class="chip">
              {text}
            </span>
          ))}
        </span>
        <span class="hint">{rest}</span>
      </button>
      {isOpen ? (
        <div class="stack line-body" ref={box}>
          {isExample ? <p class="hint">{words('UI_EXAMPLE_HINT')}</p> : null}
          {row.isRemoved ? null : (
            <RowFields
              fields={draft.state.fields}
              row={row.row}
              isNew={row.was === null}
              isStrict={isStrict}
              onChange={onChange}
            />
          )}
          <div class="actions">
            <Button onPress={() => onRemove(!row.isRemoved)}>
              {words(row.isRemoved ? 'UI_LIST_KEEP' : 'UI_LIST_REMOVE')}
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  );
}
