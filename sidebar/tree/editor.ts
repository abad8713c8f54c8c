import type { TreeRow } from '../../src/addon/tree-api.ts';
import { type Draft, type Drafts, draftsOf } from './drafts.ts';

type Step = { readonly drafts: Drafts; readonly selected: number | null };

/** All that the editor of the tree knows; every change makes a new one. */
export type Editor = Step & {
  /** The tree as it was read. */
  readonly base: readonly TreeRow[];
  readonly closed: ReadonlySet<number>;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** What was changed last: typing on in one field is one step. */
  readonly mark: string;
  readonly nextUid: number;
};

const MOST_STEPS = 200;

/** An editor of a tree that was just read. */
export function openEditor(rows: readonly TreeRow[]): Editor {
  const drafts = draftsOf(rows, 1);
  const selected = drafts[0]?.uid ?? null;
  return {
    base: rows,
    drafts,
    selected,
    closed: new Set(),
    past: [],
    future: [],
    mark: '',
    nextUid: drafts.length + 1,
  };
}

/**
 * The editor after a change, which can be undone.
 * @param mark What was changed; a change with the same mark as the one before is one step with it. Empty is always its own.
 */
export function changed(editor: Editor, drafts: Drafts, selected: number | null, mark = ''): Editor {
  const isSameStep = mark !== '' && mark === editor.mark;
  const past = isSameStep
    ? editor.past
    : [...editor.past, { drafts: editor.drafts, selected: editor.selected }];
  const nextUid = Math.max(editor.nextUid, ...drafts.map(({ uid }) => uid + 1));
  return { ...editor, drafts, selected, past: past.slice(-MOST_STEPS), future: [], mark, nextUid };
}

/** The editor with other cells of one KPI. */
export function withCells(editor: Editor, uid: number, cells: Partial<TreeRow>): Editor {
  return withDraft(
    editor,
    uid,
    (draft) => ({ ...draft, row: { ...draft.row, ...cells } }),
    Object.keys(cells).join(),
  );
}

/** The editor with another draft of one KPI; see `changed` for the mark. */
export function withDraft(
  editor: Editor,
  uid: number,
  change: (draft: Draft) => Draft,
  mark: string,
): Editor {
  const drafts = editor.drafts.map((draft) => (draft.uid === uid ? change(draft) : draft));
  return changed(editor, drafts, editor.selected, `${uid} ${mark}`);
}

export function undone(editor: Editor): Editor {
  const step = editor.past[editor.past.length - 1];
  if (step === undefined) return editor;
  const now = { drafts: editor.drafts, selected: editor.selected };
  return { ...editor, ...step, past: editor.past.slice(0, -1), future: [now, ...editor.future], mark: '' };
}

export function redone(editor: Editor): Editor {
  const [step, ...future] = editor.future;
  if (step === undefined) return editor;
  const now = { drafts: editor.drafts, selected: editor.selected };
  return { ...editor, ...step, past: [...editor.past, now], future, mark: '' };
}

/** Opens or closes what is below a KPI. */
export function withClosed(editor: Editor, uids: readonly number[], isClosed: boolean): Editor {
  const closed = new Set(editor.closed);
  for (const uid of uids) {
    if (isClosed) closed.add(uid);
    else closed.delete(uid);
  }
  return { ...editor, closed };
}

/** Chooses a KPI; whatever hides it is opened. */
export function withSelected(editor: Editor, uid: number, above: readonly number[]): Editor {
  const isHidden = above.some((each) => editor.closed.has(each));
  const shown = isHidden ? withClosed(editor, above, false) : editor;
  return { ...shown, selected: uid, mark: '' };
}

/** The editor on the ground of another reading; what could be undone is about the former one. */
export function onBase(editor: Editor, base: readonly TreeRow[], drafts: Drafts): Editor {
  const isThere = drafts.some(({ uid }) => uid === editor.selected);
  const selected = isThere ? editor.selected : (drafts[0]?.uid ?? null);
  const nextUid = Math.max(editor.nextUid, ...drafts.map(({ uid }) => uid + 1));
  return { ...editor, base, drafts, selected, past: [], future: [], mark: '', nextUid };
}
