import { useEffect, useRef, useState } from 'preact/hooks';
import { Busy } from '../parts/busy.tsx';
import { TroubleNotice } from '../parts/notice.tsx';
import { useShell } from '../shell.ts';
import { useTask } from '../task.ts';
import { loadTree, type TreeView, type TreeWindow } from './load.ts';

/** The place of the KPI tree in the sidebar; its editor is fetched when the tab is opened for the first time. */
export function TreeHost({ isVisible }: Pick<TreeView, 'isVisible'>) {
  const shell = useShell();
  const root = useRef<HTMLDivElement>(null);
  const [show, setShow] = useState<NonNullable<TreeWindow['contentKpiTree']> | null>(null);
  const task = useTask();
  const load = () =>
    task.run(async () => {
      const found = await loadTree();
      // A function in place of a state is a change of it.
      setShow(() => found);
    });
  useEffect(() => {
    if (isVisible && show === null && !task.running) load();
  }, [isVisible]);
  useEffect(() => {
    if (root.current !== null) show?.(root.current, { shell, isVisible });
  }, [show, shell, isVisible]);
  return (
    <>
      <Busy words={shell.words} running={task.running} text={shell.words('UI_LOADING')} />
      <TroubleNotice words={shell.words} trouble={task.trouble} onRetry={load} />
      <div class="tree-root" ref={root} />
    </>
  );
}
