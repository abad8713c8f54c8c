import { useReducer, useRef, useState } from 'preact/hooks';
import { isoDate, serialOfIsoDate } from '../../src/kpi/calendar.ts';
import { call, troubleOf } from '../server.ts';
import { useShell } from '../shell.ts';
import {
  importRequestOf,
  isImportable,
  type QueueAction,
  type QueuedFile,
  queueAfter,
  queued,
} from './queue.ts';
import { readEntry, recogniseEntry } from './read-entry.ts';

export type Run = {
  readonly running: boolean;
  /** Number of the file that is being imported, from 1. */
  readonly number: number;
  readonly count: number;
  readonly stopping: boolean;
  /** Files that were left when it was stopped; null while nothing has ended. */
  readonly left: number | null;
  /** Files that could not be imported. */
  readonly failed: number;
};

const NO_RUN: Run = { running: false, number: 0, count: 0, stopping: false, left: null, failed: 0 };

/** The day before, as ISO; the default of “figures up to”. */
function dayBefore(today: string): string {
  const serial = serialOfIsoDate(today);
  return serial === null ? '' : isoDate(serial - 1);
}

/** The list of dropped files and all that can happen to it. */
export function useQueue() {
  const { state, language, refresh } = useShell();
  const [queue, dispatch] = useReducer(queueAfter, [] as readonly QueuedFile[]);
  const [run, setRun] = useState<Run>(NO_RUN);
  const stop = useRef(false);
  const lastId = useRef(0);
  // The import loop outlives renders and must see what was typed or removed meanwhile.
  const current = useRef(queue);
  current.current = queue;

  const change = (id: number, to: Extract<QueueAction, { type: 'change' }>['to']) =>
    dispatch({ type: 'change', id, to });

  const prepare = async (entry: QueuedFile) => {
    const { id, file } = entry;
    try {
      change(id, { stage: 'reading', trouble: null });
      const { tables, sample } = entry.tables === null ? await readEntry(file, language) : entry;
      change(id, { tables, sample, stage: 'recognising' });
      const recognised = await recogniseEntry(file, tables ?? []);
      change(id, { recognised, account: recognised.account, stage: 'ready' });
    } catch (error) {
      change(id, { stage: 'failed', trouble: troubleOf(error) });
    }
  };

  const add = async (files: readonly File[]) => {
    const asOf = dayBefore(state.today);
    const entries = files.map((file) => {
      lastId.current += 1;
      return queued(lastId.current, file, asOf);
    });
    dispatch({ type: 'add', files: entries });
    // One after the other: Google takes ten calls at once, and other parts of the sidebar need some of them.
    for (const entry of entries) await prepare(entry);
  };

  /** @returns Whether it was imported. */
  const importOne = async (id: number): Promise<boolean> => {
    const entry = current.current.find((each) => each.id === id);
    if (entry === undefined) return false;
    change(id, { stage: 'importing', trouble: null });
    try {
      change(id, { outcome: await call('importFile', importRequestOf(entry)), stage: 'done' });
      return true;
    } catch (error) {
      change(id, { stage: 'failed', trouble: troubleOf(error) });
      return false;
    }
  };

  const importAll = async (ids: readonly number[]) => {
    stop.current = false;
    for (const id of ids) change(id, { stage: 'waiting', trouble: null });
    let done = 0;
    let failed = 0;
    for (const id of ids) {
      if (stop.current) break;
      done += 1;
      setRun({ ...NO_RUN, running: true, number: done, count: ids.length });
      if (!(await importOne(id))) failed += 1;
    }
    for (const id of ids.slice(done)) change(id, { stage: 'ready' });
    setRun({ ...NO_RUN, left: ids.length - done, failed });
    refresh();
  };

  return {
    queue,
    run,
    add,
    change,
    retry: (entry: QueuedFile) => void (entry.recognised === null ? prepare(entry) : importAll([entry.id])),
    importReady: () => void importAll(queue.filter(isImportable).map(({ id }) => id)),
    remove: (id: number) => dispatch({ type: 'remove', id }),
    clear: () => dispatch({ type: 'clear' }),
    halt: () => {
      stop.current = true;
      setRun((at) => ({ ...at, stopping: true }));
    },
  };
}

export type Queue = ReturnType<typeof useQueue>;
