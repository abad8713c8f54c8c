import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TargetRow, TreeRow } from '../../src/addon/tree-api.ts';
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

/** What of the sheet the figures are made of: how KPIs make one another, and their targets. */
function sheetPrint(base: readonly TreeRow[], targets: readonly TargetRow[]): string {
  const rows = base.map(({ id, parent, operator, coefficient, kind, method, direction }) =>
    [id, parent, operator, coefficient, kind, method, direction].join('\t'),
  );
  return [...rows.sort(), JSON.stringify(targets)].join('\n');
}

/** What of the drafts the figures are made of. */
function printOf(drafts: Drafts): string {
  const parts = drafts.flatMap(({ row }) => {
    const { metric, source, platform, market, account, format } = row;
    return metric === null ? [] : [[metric, source, platform, market, account, format].join('\t')];
  });
  return [...new Set(parts)].sort().join('\n');
}

/**
 * What the data say of the KPIs as they are edited; read again once a KPI counts something else, or what was saved makes
 * other figures.
 * @param drafts The KPIs. @param base The tree in the sheet. @param targets Its targets.
 */
export function useFigures(drafts: Drafts, base: readonly TreeRow[], targets: readonly TargetRow[]): Figures {
  const [found, setFound] = useState<Known & { readonly week: string }>({
    ...{ week: '', weeks: null, nodes: new Map() },
  });
  const task = useTask();
  const asked = useRef('');
  const saved = useMemo(() => sheetPrint(base, targets), [base, targets]);
  const counted = printOf(drafts);
  const print = counted === '' ? '' : `${counted}\n${saved}`;

  const read = () => {
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
