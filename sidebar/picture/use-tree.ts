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

  const take = (next: TreeState) => {
    rows.current = next.rows;
    setVersion((count) => count + 1);
    setState((before) => (before === null ? null : { ...before, ...next }));
  };
  const readFigures = () =>
    reading.run(async () => {
      if (rows.current.length > 0) setFigures(await call('treeFigures', { rows: [...rows.current] }));
    });
  const read = () =>
    load.run(async () => {
      const opened = await call('readTree', {});
      rows.current = opened.rows;
      setState(opened);
      readFigures();
    });
  // Once, when the page opens.
  useEffect(read, []);
  return { state, version, figures, load, reading, undo, take, setUndo, read, readFigures };
}
