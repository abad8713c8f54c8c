import { useEffect, useState } from 'preact/hooks';
import type { ListSheet, ListState } from '../../src/addon/more-api.ts';
import { sayCount } from '../language.ts';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Notice, TroubleNotice } from '../parts/notice.tsx';
import { call } from '../server.ts';
import { useShell } from '../shell.ts';
import { useTask } from '../task.ts';
import { Conflicts } from './conflicts.tsx';
import {
  changedRows,
  type Draft,
  draftOf,
  editedRows,
  faultyRow,
  withMine,
  withNewRow,
  withRemoval,
  withRow,
} from './draft.ts';
import { ListLine, RowFields } from './list-rows.tsx';
import { useLoad } from './load.ts';

type EditorProps = { readonly loaded: ListState; readonly onDirty: (isDirty: boolean) => void };

/** The draft, which row is open, and the way to the sheet. */
function useEditor({ loaded, onDirty }: EditorProps) {
  const { words, refresh } = useShell();
  const [draft, setDraft] = useState<Draft>(() => draftOf(loaded));
  const [open, setOpen] = useState<number | null>(null);
  const [isStrict, setStrict] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const task = useTask();
  const count = changedRows(draft).length;
  useEffect(() => onDirty(count > 0), [count]);

  const change = (next: Draft) => {
    setSaid(null);
    task.dismiss();
    setDraft(next);
  };
  const restart = (next: Draft) => {
    setDraft(next);
    setOpen(null);
    setStrict(false);
  };
  const send = () =>
    task.run(async () => {
      const { state } = draft;
      const answer = await call('saveRows', {
        sheet: state.sheet,
        base: [...state.rows],
        rows: editedRows(draft),
      });
      if (!answer.saved) return restart(draftOf(answer.state, answer.draft, answer.conflicts));
      restart(draftOf(answer.state));
      setSaid(answer.sentence);
      refresh();
    });
  const save = () => {
    if (task.running) return;
    const faulty = faultyRow(words, draft);
    setStrict(faulty !== undefined);
    if (faulty === undefined) send();
    else setOpen(faulty.id);
  };
  const add = () => {
    const added = withNewRow(draft);
    change(added.draft);
    setOpen(added.id);
    setStrict(false);
  };
  return { draft, open, setOpen, isStrict, said, task, count, change, restart, save, add };
}

type Editor = ReturnType<typeof useEditor>;

function Lines({ editor }: { readonly editor: Editor }) {
  const { words } = useShell();
  const { draft, open, setOpen, isStrict, change, add } = editor;
  return (
    <>
      {draft.rows.length === 0 ? <p class="hint">{words('UI_LIST_EMPTY')}</p> : null}
      <ul class="lines">
        {draft.rows.map((row) => (
          <ListLine
            key={row.id}
            draft={draft}
            row={row}
            isOpen={open === row.id}
            isStrict={isStrict && open === row.id}
            onToggle={() => setOpen(open === row.id ? null : row.id)}
            onChange={(values) => change(withRow(draft, row.id, values))}
            onRemove={(isRemoved) => change(withRemoval(draft, row.id, isRemoved))}
          />
        ))}
      </ul>
      <div class="actions">
        <Button onPress={add}>
          {words(draft.state.sheet === 'team' ? 'UI_ADD_PERSON' : 'UI_ADD_ACCOUNT')}
        </Button>
      </div>
    </>
  );
}

/** Stays in sight below a long list, so that nobody forgets to save. */
function Footer({ editor }: { readonly editor: Editor }) {
  const { words, language } = useShell();
  const { draft, task, count, said, save, restart } = editor;
  return (
    <>
      {said === null ? null : <Notice tone="good">{said}</Notice>}
      <TroubleNotice words={words} trouble={task.trouble} onRetry={save} />
      <Busy words={words} running={task.running} text={words('UI_SAVING')} />
      {count === 0 ? null : (
        <div class="footer stack">
          <p role="status">{sayCount(language, count, 'UI_UNSAVED_ONE', 'UI_UNSAVED')}</p>
          <div class="actions">
            <Button kind="primary" busy={task.running} onPress={save}>
              {words('UI_SAVE')}
            </Button>
            <Button disabled={task.running} onPress={() => restart(draftOf(draft.state))}>
              {words('UI_DISCARD')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

function ListEditor(props: EditorProps) {
  const { words } = useShell();
  const editor = useEditor(props);
  const { draft, isStrict, change } = editor;
  const [only] = draft.rows;
  return (
    <>
      <Conflicts
        draft={draft}
        onTake={(conflict) => change(withMine(draft, conflict))}
        onLeave={() => change({ ...draft, conflicts: [] })}
      />
      {draft.state.sheet === 'settings' && only !== undefined ? (
        <>
          <p>{words('UI_SETTINGS_LEAD')}</p>
          <RowFields
            fields={draft.state.fields}
            row={only.row}
            isNew={false}
            isStrict={isStrict}
            onChange={(values) => change(withRow(draft, only.id, values))}
          />
        </>
      ) : (
        <Lines editor={editor} />
      )}
      <Footer editor={editor} />
    </>
  );
}

type Props = {
  readonly sheet: ListSheet;
  readonly title: string;
  readonly onDirty: (isDirty: boolean) => void;
};

/** A short sheet, edited as a whole and saved by one call. */
export function ListScreen({ sheet, title, onDirty }: Props) {
  const { words } = useShell();
  const { value, task, reload } = useLoad('readRows', { sheet });
  return (
    <section class="stack">
      <h2>{title}</h2>
      <Busy words={words} running={task.running} text={words('UI_LOADING')} />
      <TroubleNotice words={words} trouble={task.trouble} onRetry={reload} />
      {value === null ? null : <ListEditor loaded={value} onDirty={onDirty} />}
    </section>
  );
}
