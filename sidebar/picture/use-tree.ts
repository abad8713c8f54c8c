import { useEffect, useRef, useState } from 'preact/hooks';
import type { OpenedTree, TreeFigures, TreeState } from '../../src/addon/tree-api.ts';
import { call } from '../server.ts';
import { useTask } from '../task.ts';
import type { TreeEdit } from './edits.ts';

/** The tree, shown as soon as it is read, and its figures, which take longer. */
export function useTree() {
  const [state, setState] = useState<OpenedTree | null>(null);
  const [figures, setFigures] = useState<TreeFigures | null>(null);
  const load = useTask();
  const reading = useTask();
  const [undo, setUndo] = useState<TreeEdit | null>(null);
  const [version, setVersion] = useState(0);
  const rows = useRef<TreeState['rows']>([]);
  rows.current = state?.rows ?? [];

  const readFigures = () =>
    reading.run(async () => {
      if (rows.current.length > 0) setFigures(await call('treeFigures', { rows: [...rows.current] }));
    });
  /** After a save, or one that was taken back: the tree as it is now, and what would take it back. */
  const written = (next: TreeState, back: TreeEdit | null) => {
    rows.current = next.rows;
    setUndo(back);
    setVersion((count) => count + 1);
    setState((before) => (before === null ? null : { ...before, ...next }));
    readFigures();
  };
  const read = () =>
    load.run(async () => {
      const opened = await call('readTree', {});
      rows.current = opened.rows;
      setState(opened);
      readFigures();
    });
  // Once, when the page opens.
  useEffect(read, []);
  return { state, version, figures, load, reading, undo, written, read, readFigures };
}
