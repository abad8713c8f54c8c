import { useEffect, useRef, useState } from 'preact/hooks';
import type { OpenedTree, TreeFigures, TreeState } from '../../src/addon/tree-api.ts';
import { call } from '../server.ts';
import { useTask } from '../task.ts';

/** The tree, shown as soon as it is read, and its figures, which take longer. */
export function useTree() {
  const [state, setState] = useState<OpenedTree | null>(null);
  const [figures, setFigures] = useState<TreeFigures | null>(null);
  const load = useTask();
  const reading = useTask();
  const rows = useRef<TreeState['rows']>([]);
  rows.current = state?.rows ?? [];

  const take = (next: TreeState) => {
    rows.current = next.rows;
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
  return { state, figures, load, reading, take, read, readFigures };
}
