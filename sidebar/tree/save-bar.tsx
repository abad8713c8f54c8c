import { useState } from 'preact/hooks';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Notice, TroubleNotice } from '../parts/notice.tsx';
import type { Task } from '../task.ts';
import { useShell } from './shell.ts';
import { treeCount } from './words.ts';

type SaveBarProps = {
  readonly count: number;
  readonly saving: Task;
  readonly sentence: string | null;
  /** What has to be mended before anything can be saved; null where nothing has. */
  readonly obstacle: { readonly text: string; readonly show: () => void } | null;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
};

/** How much is not saved, and what can be done about it; always at the bottom of the window. */
export function SaveBar({ count, saving, sentence, obstacle, onSave, onDiscard }: SaveBarProps) {
  const { words, language } = useShell();
  const [isAsking, setAsking] = useState(false);
  const [isBlocked, setBlocked] = useState(false);
  if (count === 0 && !saving.running && saving.trouble === null) {
    return sentence === null ? null : (
      <div class="save-bar">
        <Notice tone="good">{sentence}</Notice>
      </div>
    );
  }
  const save = () => {
    setBlocked(obstacle !== null);
    if (obstacle === null) onSave();
    else obstacle.show();
  };
  return (
    <div class="save-bar stack">
      {isBlocked && obstacle !== null ? (
        <Notice tone="bad">
          <strong>{words('UI_TREE_FIRST_MEND')}</strong>
          <p>{obstacle.text}</p>
        </Notice>
      ) : null}
      <TroubleNotice
        words={words}
        trouble={saving.trouble}
        title={words('UI_TREE_NOT_SAVED')}
        onRetry={save}
      />
      <Busy words={words} running={saving.running} text={words('UI_TREE_SAVING')} />
      {isAsking ? (
        <Confirm
          words={words}
          question={words('UI_TREE_DISCARD_QUESTION')}
          lead={words('UI_TREE_DISCARD_LEAD')}
          yes={words('UI_TREE_DISCARD')}
          onYes={() => {
            setAsking(false);
            onDiscard();
          }}
          onNo={() => setAsking(false)}
        />
      ) : (
        <div class="actions">
          <Button kind="primary" busy={saving.running} onPress={save}>
            {words('UI_TREE_SAVE')}
          </Button>
          <Button disabled={saving.running} onPress={() => setAsking(true)}>
            {words('UI_TREE_DISCARD')}
          </Button>
          <span class="count" role="status">
            {treeCount(language, count, 'UI_TREE_CHANGES_ONE', 'UI_TREE_CHANGES')}
          </span>
        </div>
      )}
    </div>
  );
}
