import { useState } from 'preact/hooks';
import type { TreeConflict, TreeState } from '../../src/addon/tree-api.ts';
import { call } from '../server.ts';
import { useTask } from '../task.ts';
import { type Changes, type Choice, settled, treeEdit } from './edits.ts';

type Pending = { readonly changes: Changes; readonly conflicts: readonly TreeConflict[] };

/**
 * Saving, with what comes of it.
 * @param state The tree as it was read. @param onState Takes the tree as it is in the workbook now.
 * @param onSaved Called once something was written.
 */
export function useSave(state: TreeState | null, onState: (state: TreeState) => void, onSaved: () => void) {
  const task = useTask();
  const [pending, setPending] = useState<Pending | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);

  const save = (changes: Changes) => {
    if (state === null || task.running) return;
    setSentence(null);
    task.run(async () => {
      const answer = await call('saveTree', treeEdit(state.rows, changes));
      if (!answer.saved) {
        setPending({ changes, conflicts: answer.conflicts });
        onState(answer.present);
        return;
      }
      setPending(null);
      setSentence(answer.sentence);
      onState(answer.state);
      onSaved();
    });
  };
  /** Saves what a person chose to keep; nothing is sent where all of it is the other's. */
  const settle = (choices: ReadonlyMap<string, Choice>) => {
    if (pending === null) return;
    const left = settled(pending.changes, pending.conflicts, choices);
    setPending(null);
    if (left.edits.length > 0 || left.targets.length > 0) save(left);
    else onSaved();
  };
  const forget = () => {
    setPending(null);
    setSentence(null);
    task.dismiss();
  };
  return { task, sentence, conflicts: pending?.conflicts ?? null, save, settle, forget };
}

export type Saving = ReturnType<typeof useSave>;
