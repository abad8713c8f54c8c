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
  readonly piece: { readonly number: number; readonly count: number } | null;
  readonly tables: readonly TextTable[] | null;
  /** Some words of the file, where its character set was guessed. */
  readonly sample: string | null;
  readonly recognised: Recognised | null;
  /** How a person reads a file that no format knows. */
  readonly mapping: Mapping | null;
  readonly account: string;
  /** `2026-08-01` */
  readonly asOf: string;
  readonly outcome: ImportOutcome | null;
};

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
  return { id, file, stage: 'reading', account: '', asOf, ...none };
}

/** Whether a file lacks nothing for its import. */
export function isImportable({ stage, recognised, asOf }: QueuedFile): boolean {
  if (recognised === null || recognised.proposal !== undefined) return false;
  const waits = stage === 'ready' || stage === 'failed';
  return waits && (!recognised.needsAsOf || asOf !== '');
}

// To know what a file is and whose, its first rows do; the rest would only make the answer slow.
const ROWS_TO_RECOGNISE = 500;

/** Whether the dry run sees only a part of the file, so that its row count is a lower limit. */
export function isSampled({ tables }: Pick<QueuedFile, 'tables'>): boolean {
  return tables?.some(({ rows }) => rows.length > ROWS_TO_RECOGNISE) ?? false;
}

function requestTables(tables: readonly TextTable[], rowLimit: number): RequestOf<'importFile'>['tables'] {
  return tables.map(({ name, rows, unfinished, semicolons }) => ({
    name,
    rows: rows.slice(0, rowLimit).map((row) => [...row]),
    // A part of the rows says nothing of how the file ends.
    ...(unfinished === true && rows.length <= rowLimit ? { unfinished } : {}),
    ...(semicolons === true ? { semicolons } : {}),
  }));
}

/** What the dry run is asked. */
export function recogniseRequest(
  file: File,
  tables: readonly TextTable[],
  mapping: Mapping | null,
): RequestOf<'recogniseFile'> {
  return {
    fileName: file.name,
    tables: requestTables(tables, ROWS_TO_RECOGNISE),
    ...(mapping === null ? {} : { mapping }),
  };
}

/** The import of a file as its fields say. */
export function importRequestOf(entry: QueuedFile): RequestOf<'importFile'> {
  const account = entry.account.trim();
  return {
    fileName: entry.file.name,
    tables: requestTables(entry.tables ?? [], Number.POSITIVE_INFINITY),
    ...(entry.recognised?.needsAsOf && entry.asOf !== '' ? { asOf: entry.asOf } : {}),
    ...(account === '' ? {} : { account }),
    ...(entry.mapping === null ? {} : { mapping: entry.mapping }),
  };
}
