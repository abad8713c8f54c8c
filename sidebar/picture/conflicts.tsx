import { useState } from 'preact/hooks';
import type { TreeCell, TreeConflict } from '../../src/addon/tree-api.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { type Choice, conflictKey } from './edits.ts';
import { fieldName } from './field-names.ts';
import type { Say } from './language.ts';

type ConflictsProps = {
  readonly conflicts: readonly TreeConflict[];
  readonly words: Say;
  readonly onSettle: (choices: ReadonlyMap<string, Choice>) => void;
};

function shown(cell: TreeCell, field: TreeConflict['field'], words: Say): string {
  if (cell === null || cell === '') return words('PIC_EMPTY');
  const isShare = (field === 'green' || field === 'amber') && typeof cell === 'number';
  return isShare ? `${Number((cell * 100).toPrecision(6))}%` : String(cell);
}

/** What another person changed meanwhile, beside one's own; for each one of the two is chosen. */
export function Conflicts({ conflicts, words, onSettle }: ConflictsProps) {
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const choose = (key: string, choice: Choice) => setChoices(new Map([...choices, [key, choice]]));
  return (
    <Notice tone="warn">
      <strong>{words('PIC_CONFLICT')}</strong>
      <p>{words('PIC_CONFLICT_LEAD')}</p>
      {conflicts.map((conflict) => {
        const key = conflictKey(conflict);
        const { field, name, mine, theirs } = conflict;
        if (field === null) return <p key={key}>{words('PIC_CONFLICT_GONE', { name })}</p>;
        return (
          <fieldset key={key} class="checks">
            <legend>{words('PIC_CONFLICT_OF', { name, field: fieldName(field, words) })}</legend>
            {(['theirs', 'mine'] as const).map((choice) => (
              <label key={choice} class="choice">
                <input
                  type="radio"
                  name={key}
                  checked={(choices.get(key) ?? 'theirs') === choice}
                  onChange={() => choose(key, choice)}
                />
                {words(choice === 'mine' ? 'PIC_MINE' : 'PIC_THEIRS', {
                  value: shown(choice === 'mine' ? mine : theirs, field, words),
                })}
              </label>
            ))}
          </fieldset>
        );
      })}
      <div class="actions">
        <Button kind="primary" onPress={() => onSettle(choices)}>
          {words('PIC_SAVE_CHOSEN')}
        </Button>
      </div>
    </Notice>
  );
}
