import { useEffect, useRef, useState } from 'preact/hooks';
import { idOf } from '../../src/kpi/tree-fields.ts';
import { call } from '../server.ts';
import { type Task, useTask } from '../task.ts';
import type { Drafts } from './drafts.ts';
import type { Known } from './targets.ts';

export type Figures = Known & {
  readonly week: string;
  readonly task: Task;
  readonly read: () => void;
};

/** The heavy read waits until a person has stopped choosing. */
const WAIT_MS = 1500;

/** What of the drafts the figures are made of. */
function printOf(drafts: Drafts): string {
  const parts = drafts.flatMap(({ row }) => {
    const { metric, source, platform, market, account, format } = row;
    return metric === null ? [] : [[metric, source, platform, market, account, format].join('\t')];
  });
  return [...new Set(parts)].sort().join('\n');
}

/**
 * What the data say of the KPIs as they are edited; read again once a KPI counts something else.
 * @param drafts The KPIs; null while there is no tree.
 */
export function useFigures(drafts: Drafts | null): Figures {
  const [found, setFound] = useState<Known & { readonly week: string }>({
    ...{ week: '', weeks: null, nodes: new Map() },
  });
  const task = useTask();
  const asked = useRef('');
  const print = drafts === null ? '' : printOf(drafts);

  const read = () => {
    if (drafts === null) return;
    asked.current = print;
    task.run(async () => {
      const { week, weeks, nodes } = await call('treeFigures', { rows: drafts.map(({ row }) => row) });
      const entries = drafts.flatMap(({ uid, row }) => {
        const figures = nodes[idOf(row)];
        return figures === undefined ? [] : [[uid, figures] as const];
      });
      setFound({ week, weeks, nodes: new Map(entries) });
    });
  };
  useEffect(() => {
    if (print === '' || print === asked.current) return;
    const timer = setTimeout(read, asked.current === '' ? 0 : WAIT_MS);
    return () => clearTimeout(timer);
  }, [print]);
  return { ...found, task, read };
}
