import { useState } from 'preact/hooks';
import type { SidebarState } from '../../src/addon/api.ts';
import { formatCount } from '../language.ts';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Notice, TroubleNotice } from '../parts/notice.tsx';
import { call } from '../server.ts';
import { useShell } from '../shell.ts';
import { useTask } from '../task.ts';
import type { Queue } from './use-queue.ts';

/** The last import, and the way back from it; at once after it, not when the state was read again. */
export function UndoLast({ files }: { readonly files: Queue }) {
  const { state, words, language, refresh } = useShell();
  const [asking, setAsking] = useState(false);
  const [sentence, setSentence] = useState<string | null>(null);
  const task = useTask();
  // After an undo the state that is known tells still of what is gone.
  const [undoneIn, setUndoneIn] = useState<SidebarState | null>(null);
  const last = files.fresh ?? (undoneIn === state ? null : state.lastImport);
  const undo = () => {
    setAsking(false);
    task.run(async () => {
      setSentence((await call('undoImport', {})).sentence);
      files.undone();
      setUndoneIn(state);
      refresh();
    });
  };
  if (last === null && sentence === null && task.trouble === null) return null;
  return (
    <section class="stack">
      <h2>{words('UI_UNDO_TITLE')}</h2>
      {last === null ? null : (
        <p>{words('UI_UNDO_OF', { file: last.file, rows: formatCount(language, last.rows) })}</p>
      )}
      {last === null || asking || task.running ? null : (
        <div class="actions">
          <Button onPress={() => setAsking(true)}>{words('UI_UNDO')}</Button>
        </div>
      )}
      {asking && last !== null ? (
        <Confirm
          words={words}
          question={words('UI_UNDO_QUESTION', { file: last.file })}
          lead={words('UI_UNDO_LEAD')}
          yes={words('UI_UNDO_CONFIRM')}
          onYes={undo}
          onNo={() => setAsking(false)}
        />
      ) : null}
      <Busy words={words} running={task.running} text={words('UI_UNDOING')} />
      <TroubleNotice words={words} trouble={task.trouble} onRetry={undo} />
      {sentence === null || last !== null ? null : <Notice tone="good">{sentence}</Notice>}
    </section>
  );
}
