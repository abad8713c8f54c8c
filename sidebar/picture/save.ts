import { useState } from 'preact/hooks';
import type { TreeState } from '../../src/addon/tree-api.ts';
import { call } from '../server.ts';
import { useTask } from '../task.ts';
import { type Changes, type TreeEdit, treeEdit, undoOf } from './edits.ts';
import { type Choose, type Dispute, settled } from './settle.ts';
import type { useTree } from './use-tree.ts';

/**
 * Saving, with what comes of it. Until a person has chosen, the page stays on what it has read: nothing of theirs is
 * taken for granted.
 * @param state The tree as it was read. @param tree What takes the tree as it is in the workbook then, and how it was.
 */
export function useSave(state: TreeState, { written }: ReturnType<typeof useTree>) {
  const task = useTask();
  const [dispute, setDispute] = useState<Dispute | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);

  const send = (edit: TreeEdit) => {
    if (task.running) return;
    setSentence(null);
    task.run(async () => {
      const answer = await call('saveTree', edit);
      if (!answer.saved) {
        setDispute({ edit, conflicts: answer.conflicts, present: answer.present.rows });
        return;
      }
      setDispute(null);
      setSentence(answer.sentence);
      written(answer.state, undoOf(edit, answer.state.rows, answer.added));
    });
  };
  const save = (changes: Changes) => send(treeEdit(state.rows, changes));
  const settle = (choose: Choose) => {
    if (dispute === null) return;
    const outcome = settled(dispute, choose);
    if ('conflicts' in outcome) setDispute(outcome);
    else send(outcome);
  };
  const leave = () => setDispute(null);
  const forget = () => {
    leave();
    setSentence(null);
    task.dismiss();
  };
  return { task, sentence, conflicts: dispute?.conflicts ?? null, save, settle, leave, forget };
}

export type Saving = ReturnType<typeof useSave>;
