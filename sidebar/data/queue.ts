import type { ImportOutcome } from '../../src/addon/api.ts';
import type { TextTable } from '../../src/files/table.ts';
import type { RequestOf, Trouble, ValueOf } from '../server.ts';

export type Recognised = ValueOf<'recogniseFile'>;
export type Mapping = NonNullable<RequestOf<'recogniseFile'>['mapping']>;

/** Where a dropped file stands. `failed` keeps what was reached, so that trying again goes on from there. */
export type Stage =
  | 'reading'
  | 'recognising'
  | 'ready'
  | 'waiting'
  | 'sending'
  | 'importing'
  | 'done'
  | 'failed';

export type QueuedFile = {
  readonly id: number;
  readonly file: File;
  readonly stage: Stage;
  readonly trouble: Trouble | null;
  /** Which part of a big file is on its way. */
  readonly piece: { readonly number: number; readonly count: number; readonly rows: number } | null;
  readonly tables: readonly TextTable[] | null;
  /** Some words of the file, where its character set was guessed. */
  readonly sample: string | null;
  readonly recognised: Recognised | null;
  /** How a person reads a file that no format knows, or that is taken for something else. */
  readonly mapping: Mapping | null;
  /** Whether it is to be read as it is recognised, whatever a person said of such files before. */
  readonly known: boolean;
  /** Key of the platform that a person chose; empty where they left it. */
  readonly platform: string;
  /** Whether a person is saying that it is something else. */
  readonly doubted: boolean;
  /** Whether it has still to be read as a person says. */
  readonly unread: boolean;
  readonly account: string;
  /** `2026-08-01` */
  readonly asOf: string;
  /** First and last day of figures of a period that the file does not say. */
  readonly from: string;
  readonly to: string;
  readonly outcome: ImportOutcome | null;
  /** Whether its import was taken back since. */
  readonly undone: boolean;
};

/** What a person says of how a file is to be read. */
export type Reading = Pick<QueuedFile, 'mapping' | 'known' | 'platform'>;

export type QueueAction =
  | { readonly type: 'add'; readonly files: readonly QueuedFile[] }
  | { readonly type: 'change'; readonly id: number; readonly to: Partial<Omit<QueuedFile, 'id' | 'file'>> }
  | { readonly type: 'remove'; readonly id: number }
  | { readonly type: 'clear' };

/** The list of files after something happened to it. */
export function queueAfter(queue: readonly QueuedFile[], action: QueueAction): readonly QueuedFile[] {
  switch (action.type) {
    case 'add':
      return [...queue, ...action.files];
    case 'change':
      return queue.map((each) => (each.id === action.id ? { ...each, ...action.to } : each));
    case 'remove':
      return queue.filter(({ id }) => id !== action.id);
    case 'clear':
      return queue.filter(({ stage }) => stage !== 'done');
  }
}

/** A file as it enters the list. */
export function queued(id: number, file: File, asOf: string): QueuedFile {
  const none = {
    trouble: null,
    piece: null,
    tables: null,
    sample: null,
    recognised: null,
    mapping: null,
    outcome: null,
  };
  const unsaid = {
    undone: false,
    known: false,
    platform: '',
    doubted: false,
    unread: true,
    account: '',
    from: '',
    to: '',
  };
  return { id, file, stage: 'reading', asOf, ...unsaid, ...none };
}

/** Whether a file lacks nothing for its import. */
export function isImportable(file: QueuedFile): boolean {
  const { stage, recognised, unread, doubted, asOf, from, to } = file;
  if (recognised === null || recognised.proposal !== undefined || unread || doubted) return false;
  const waits = stage === 'ready' || stage === 'failed';
  const isPeriod = from !== '' && to !== '' && from <= to;
  const isDated = recognised.needsPeriod === undefined || isPeriod;
  return waits && isDated && (!recognised.needsAsOf || asOf !== '');
}

// To know what a file is and whose, its first rows do; the rest would only make the answer slow.
const ROWS_TO_RECOGNISE = 500;

/** Whether the dry run sees only a part of the file, so that its sums are none of the whole. */
export function isSampled({ tables }: Pick<QueuedFile, 'tables'>): boolean {
  return tables?.some(({ rows }) => rows.length > ROWS_TO_RECOGNISE) ?? false;
}

/** Rows of a file, also of those that the dry run did not see. */
export function rowsOf({ tables, recognised }: Pick<QueuedFile, 'tables' | 'recognised'>): number {
  const beyond = (tables ?? []).map(({ rows }) => rows.slice(ROWS_TO_RECOGNISE));
  const filled = beyond.map((rows) => rows.filter((row) => row.some((cell) => cell.trim() !== '')).length);
  return (recognised?.rows ?? 0) + Math.max(0, ...filled);
}

/** Whether a file lacks a person's word, or has something that they should see. */
export function needsLook(file: QueuedFile): boolean {
  const { stage, trouble, recognised, doubted, outcome } = file;
  if (trouble !== null || doubted) return true;
  if (stage === 'done') return (outcome?.rejectedCount ?? 0) > 0 && !file.undone;
  if (stage !== 'ready' || recognised === null) return false;
  return (
    !isImportable(file) || recognised.needsPeriod !== undefined || (recognised.warnings ?? []).length > 0
  );
}

/** Whether a dropped file is in the list and has still to be imported. */
export function isListed(queue: readonly QueuedFile[], { name, size, lastModified }: File): boolean {
  return queue.some(
    ({ file, stage }) =>
      stage !== 'done' && file.name === name && file.size === size && file.lastModified === lastModified,
  );
}

function requestTables(tables: readonly TextTable[], rowLimit: number): RequestOf<'importFile'>['tables'] {
  return tables.map(({ name, rows, unfinished, semicolons }) => ({
    name,
    rows: rows.slice(0, rowLimit).map((row) => [...row]),
    ...(unfinished === true ? { unfinished } : {}),
    ...(rows.length > rowLimit ? { sampled: true as const } : {}),
    ...(semicolons === true ? { semicolons } : {}),
  }));
}

function readingOf({ mapping, known, platform }: Reading) {
  return {
    ...(mapping === null ? {} : { mapping }),
    ...(known ? { known } : {}),
    ...(platform === '' ? {} : { platform }),
  };
}

/** What the dry run is asked. */
export function recogniseRequest(
  file: File,
  tables: readonly TextTable[],
  reading: Reading,
): RequestOf<'recogniseFile'> {
  return {
    fileName: file.name,
    tables: requestTables(tables, ROWS_TO_RECOGNISE),
    ...readingOf(reading),
  };
}

/** The days of its figures, where the file does not say them. */
function daysOf({ recognised, asOf, from, to }: QueuedFile) {
  if (recognised?.needsPeriod !== undefined) return { from, asOf: to };
  return recognised?.needsAsOf && asOf !== '' ? { asOf } : {};
}

/** The import of a file as its fields say. */
export function importRequestOf(entry: QueuedFile): RequestOf<'importFile'> {
  const account = entry.account.trim();
  return {
    fileName: entry.file.name,
    tables: requestTables(entry.tables ?? [], Number.POSITIVE_INFINITY),
    ...daysOf(entry),
    ...(account === '' ? {} : { account }),
    ...readingOf(entry),
  };
}
