import { formatISO, isValid, subDays } from 'date-fns';
import { useReducer, useRef, useState } from 'preact/hooks';
import type { SidebarState } from '../../src/addon/api.ts';
import type { Language } from '../language.ts';
import { troubleOf } from '../server.ts';
import { useShell } from '../shell.ts';
import {
  isImportable,
  isListed,
  type QueueAction,
  type QueuedFile,
  queueAfter,
  queued,
  type Reading,
} from './queue.ts';
import { readEntry, recogniseEntry } from './read-entry.ts';
import { importInPieces, type OnPiece, Stopped } from './send.ts';

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
  const day = new Date(`${today}T00:00`);
  return isValid(day) ? formatISO(subDays(day, 1), { representation: 'date' }) : '';
}

/** Changes what is known of one file. */
type Change = (id: number, to: Extract<QueueAction, { type: 'change' }>['to']) => void;

/** Reads a file and asks the add-on what it is; what goes wrong stands in its card. */
async function prepare(entry: QueuedFile, language: Language, change: Change): Promise<void> {
  const { id, file } = entry;
  try {
    change(id, { stage: 'reading', trouble: null, unread: true, doubted: false });
    const { tables, sample } = entry.tables === null ? await readEntry(file, language) : entry;
    change(id, { tables, sample, stage: 'recognising' });
    const recognised = await recogniseEntry(file, tables ?? [], entry);
    const { account, needsPeriod } = recognised;
    const isNew = needsPeriod !== undefined && entry.from === '' && entry.to === '';
    change(id, { recognised, account, ...(isNew ? needsPeriod : {}), unread: false, stage: 'ready' });
  } catch (error) {
    change(id, { stage: 'failed', trouble: troubleOf(error) });
  }
}

/** @returns What came of it; a file that was stopped waits again. */
async function importOne(
  entry: QueuedFile | undefined,
  change: Change,
  isStopped: () => boolean,
): Promise<'done' | 'failed' | 'stopped'> {
  if (entry === undefined) return 'failed';
  const { id } = entry;
  const onPiece: OnPiece = (piece) => change(id, { stage: piece === null ? 'importing' : 'sending', piece });
  change(id, { stage: 'importing', trouble: null });
  try {
    const outcome = await importInPieces(entry, onPiece, isStopped);
    change(id, { outcome, stage: 'done', piece: null });
    return 'done';
  } catch (error) {
    const isStop = error instanceof Stopped;
    change(id, { piece: null, ...(isStop ? {} : { stage: 'failed', trouble: troubleOf(error) }) });
    return isStop ? 'stopped' : 'failed';
  }
}

/** Imports files one after the other until it is told to stop. */
function useRun(entryOf: (id: number) => QueuedFile | undefined, change: Change, refresh: () => void) {
  const [run, setRun] = useState<Run>(NO_RUN);
  const stop = useRef(false);

  const importAll = async (ids: readonly number[]) => {
    stop.current = false;
    for (const id of ids) change(id, { stage: 'waiting', trouble: null });
    let done = 0;
    let failed = 0;
    for (const id of ids) {
      if (stop.current) break;
      done += 1;
      setRun({ ...NO_RUN, running: true, number: done, count: ids.length });
      const came = await importOne(entryOf(id), change, () => stop.current);
      if (came === 'failed') failed += 1;
      if (came === 'stopped') done -= 1;
    }
    for (const id of ids.slice(done)) change(id, { stage: 'ready' });
    setRun({ ...NO_RUN, left: ids.length - done, failed });
    refresh();
  };
  const halt = () => {
    stop.current = true;
    setRun((at) => ({ ...at, stopping: true }));
  };
  /** What the last run came to is no news any more. */
  const forget = () => setRun((at) => (at.running ? at : NO_RUN));
  return { run, importAll, halt, forget };
}

/** The last import of this page, until the state of the workbook tells of it. */
export type Fresh = { readonly file: string; readonly rows: number; readonly state: SidebarState };

/** The list of dropped files and all that can happen to it. */
export function useQueue() {
  const { state, language, refresh } = useShell();
  const [queue, dispatch] = useReducer(queueAfter, [] as readonly QueuedFile[]);
  const lastId = useRef(0);
  // The import loop outlives renders and must see what was typed or removed meanwhile.
  const current = useRef(queue);
  current.current = queue;

  const [twice, setTwice] = useState<readonly string[]>([]);
  const lastDone = useRef<number | null>(null);
  const [fresh, setFresh] = useState<Fresh | null>(null);
  const now = useRef(state);
  now.current = state;

  const change: Change = (id, to) => {
    dispatch({ type: 'change', id, to });
    const { outcome } = to;
    if (outcome?.changed !== true) return;
    lastDone.current = id;
    setFresh({ file: outcome.file, rows: outcome.taken + outcome.updated, state: now.current });
  };
  const entryOf = (id: number) => current.current.find((each) => each.id === id);
  const { run, importAll, halt, forget } = useRun(entryOf, change, refresh);

  const add = async (files: readonly File[]) => {
    const asOf = dayBefore(state.today);
    forget();
    const listed = files.filter((file) => isListed(current.current, file));
    setTwice(listed.map(({ name }) => name));
    const added = files.filter((file) => !listed.includes(file));
    const entries = added.map((file) => {
      lastId.current += 1;
      return queued(lastId.current, file, asOf);
    });
    dispatch({ type: 'add', files: entries });
    // One after the other: Google takes ten calls at once, and other parts of the sidebar need some of them.
    for (const entry of entries) await prepare(entry, language, change);
  };

  return {
    queue,
    run,
    /** Names of dropped files that were in the list already. */
    twice,
    /** The last import of this page, while the state of the workbook does not know of it. */
    fresh: fresh !== null && fresh.state === state ? fresh : null,
    /** Tells that the last import was undone. */
    undone: () => {
      if (lastDone.current !== null) dispatch({ type: 'change', id: lastDone.current, to: { undone: true } });
      lastDone.current = null;
      setFresh(null);
    },
    add,
    change,
    halt,
    /** Reads a file as a person says. */
    read: (entry: QueuedFile, reading: Reading) => {
      change(entry.id, reading);
      void prepare({ ...entry, ...reading }, language, change);
    },
    retry: (entry: QueuedFile) =>
      void (entry.unread ? prepare(entry, language, change) : importAll([entry.id])),
    importReady: () => void importAll(queue.filter(isImportable).map(({ id }) => id)),
    remove: (id: number) => dispatch({ type: 'remove', id }),
    clear: () => dispatch({ type: 'clear' }),
  };
}

export type Queue = ReturnType<typeof useQueue>;
