import { useEffect, useRef, useState } from 'preact/hooks';
import type { OpenedTree, TreeConflict, TreeRow } from '../../src/addon/tree-api.ts';
import { mergeTrees, type Side } from '../../src/kpi/merge-trees.ts';
import { call } from '../server.ts';
import { type Task, useTask } from '../task.ts';
import { afterSave, draftsOf, editedOf, rebased, targetsOf, touchedIn, unsavedIn } from './drafts.ts';
import { type Editor, onBase, openEditor } from './editor.ts';
import { useShell } from './shell.ts';

/** What a person has to decide before anything is saved, and the tree as it is in the sheet. */
export type Dispute = { readonly conflicts: readonly TreeConflict[]; readonly present: readonly TreeRow[] };

export type TreeWork = {
  readonly state: OpenedTree | null;
  readonly editor: Editor | null;
  readonly loading: Task;
  readonly saving: Task;
  /** Sentence of the last save. */
  readonly sentence: string | null;
  readonly dispute: Dispute | null;
  readonly edit: (change: (editor: Editor) => Editor) => void;
  /** Reads the sheet; what is not saved is lost. */
  readonly load: () => void;
  /** Reads the sheet where that loses nothing. */
  readonly refresh: () => void;
  /** @param finish Last touch to what is sent, such as the values that are handed down. */
  readonly save: (finish: (editor: Editor) => Editor) => void;
  readonly settle: (
    choose: (conflict: TreeConflict) => Side | undefined,
    finish: (editor: Editor) => Editor,
  ) => void;
  readonly leaveDispute: () => void;
};

/** Same KPIs keep their place and what is open below them. */
function reread(editor: Editor | null, rows: readonly TreeRow[]): Editor {
  if (editor === null) return openEditor(rows);
  const uidOf = new Map(editor.drafts.map(({ was, uid }) => [was, uid]));
  const drafts = draftsOf(rows, editor.nextUid);
  return onBase(
    editor,
    rows,
    drafts.map((draft) => ({ ...draft, uid: uidOf.get(draft.was) ?? draft.uid })),
  );
}

/**
 * The tree with its editor: reading, saving, and what to do when two people changed the same.
 * @param isVisible Whether its tab is open; nothing is read before it was.
 */
export function useTree(isVisible: boolean): TreeWork {
  const shell = useShell();
  const [state, setState] = useState<OpenedTree | null>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  const [dispute, setDispute] = useState<Dispute | null>(null);
  const [loading, saving] = [useTask(), useTask()];
  const latest = useRef<Editor | null>(null);
  // What this tab itself made the shell read again says nothing new of the tree.
  const isOwnRefresh = useRef(false);

  const put = (next: Editor) => {
    latest.current = next;
    setEditor(next);
  };
  const isClean = () =>
    latest.current === null || unsavedIn(latest.current.drafts, latest.current.base).count === 0;
  const read = (isWanted: () => boolean) =>
    loading.run(async () => {
      const opened = await call('readTree', {});
      // Somebody may have gone on editing while it was read.
      if (!isWanted()) return;
      setState(opened);
      setDispute(null);
      saving.dismiss();
      put(reread(latest.current, opened.rows));
    });
  const load = () => read(() => true);
  const refresh = () => {
    if (isClean() && !loading.running) read(isClean);
  };
  const refreshShell = () => {
    isOwnRefresh.current = true;
    shell.refresh();
  };
  useEffect(() => {
    if (!isVisible) return;
    if (state === null && !loading.running) load();
  }, [isVisible]);
  useEffect(() => {
    if (isOwnRefresh.current) isOwnRefresh.current = false;
    else if (latest.current !== null) refresh();
  }, [shell.state]);

  const send = (sent: Editor) => {
    setSentence(null);
    saving.run(async () => {
      const request = { base: [...sent.base], rows: editedOf(sent.drafts), targets: targetsOf(sent.drafts) };
      const answer = await call('saveTree', request);
      if (!answer.saved) {
        setDispute({ conflicts: answer.conflicts, present: answer.present.rows });
        setState((before) => (before === null ? null : { ...before, ...answer.present }));
        return;
      }
      const now = latest.current ?? sent;
      const { rows } = answer.state;
      setState((before) => (before === null ? null : { ...before, ...answer.state }));
      put(onBase(now, rows, afterSave(sent.drafts, now.drafts, rows, now.nextUid)));
      setSentence(answer.sentence);
      setDispute(null);
      refreshShell();
    });
  };
  const save: TreeWork['save'] = (finish) => {
    if (latest.current === null) return;
    const sent = finish(latest.current);
    put(sent);
    send(sent);
  };
  const settle: TreeWork['settle'] = (choose, finish) => {
    const own = latest.current;
    if (own === null || dispute === null) return;
    const { present } = dispute;
    const options = { choose, touched: touchedIn(own.drafts) };
    const merged = mergeTrees(own.base, editedOf(own.drafts), present, options);
    if (merged.conflicts.length > 0) {
      setDispute({ conflicts: merged.conflicts, present });
      return;
    }
    const settled = finish(onBase(own, present, rebased(merged, own.drafts, own.nextUid)));
    put(settled);
    setDispute(null);
    send(settled);
  };
  return {
    ...{ state, editor, loading, saving, sentence, dispute, load, refresh, save, settle },
    edit: (change) => {
      if (latest.current === null) return;
      put(change(latest.current));
      setSentence(null);
    },
    leaveDispute: () => setDispute(null),
  };
}
