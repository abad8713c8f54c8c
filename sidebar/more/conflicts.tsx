import type { RowConflict } from '../../src/addon/more-api.ts';
import type { TextCode } from '../language.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useShell } from '../shell.ts';
import { shownText } from './checks.ts';
import type { Draft } from './draft.ts';

const TAKE = {
  cell: 'UI_TAKE_MINE',
  changed: 'UI_TAKE_REMOVE',
  gone: 'UI_TAKE_ADD',
} as const satisfies Record<RowConflict['kind'], TextCode>;

function useSentence(draft: Draft): (conflict: RowConflict) => string {
  const { words, language } = useShell();
  const { fields, rows, title, sheet } = draft.state;
  const [first] = fields;
  return (conflict) => {
    const row = conflict.kind === 'gone' ? conflict.row : rows[conflict.at];
    const name = sheet === 'settings' || first === undefined ? title : String(row?.[first.key] ?? '–');
    if (conflict.kind === 'gone') return words('UI_CONFLICT_GONE', { name });
    if (conflict.kind === 'changed') return words('UI_CONFLICT_CHANGED', { name });
    const field = fields.find(({ key }) => key === conflict.field);
    if (field === undefined) return name;
    return words('UI_CONFLICT_CELL', {
      name,
      field: field.label,
      mine: shownText(field, conflict.mine, language),
      theirs: shownText(field, conflict.theirs, language),
    });
  };
}

type Props = {
  readonly draft: Draft;
  readonly onTake: (conflict: RowConflict) => void;
  /** Leaves everything as the sheet has it. */
  readonly onLeave: () => void;
};

/** What others did to the same rows; nothing of it is overwritten unless a person says so here. */
export function Conflicts({ draft, onTake, onLeave }: Props) {
  const { words } = useShell();
  const sentenceOf = useSentence(draft);
  if (draft.conflicts.length === 0) return null;
  return (
    <Notice tone="warn">
      <strong>{words('UI_CONFLICTS')}</strong>
      <p>{words('UI_CONFLICTS_LEAD')}</p>
      <ul class="rows-plain">
        {draft.conflicts.map((conflict, index) => {
          const sentence = sentenceOf(conflict);
          return (
            <li key={`${index} ${sentence}`}>
              <p>{sentence}</p>
              <Button label={`${words(TAKE[conflict.kind])}: ${sentence}`} onPress={() => onTake(conflict)}>
                {words(TAKE[conflict.kind])}
              </Button>
            </li>
          );
        })}
      </ul>
      <div>
        <Button onPress={onLeave}>{words('UI_LEAVE_THEIRS')}</Button>
      </div>
    </Notice>
  );
}
