import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Answer, ImportOutcome, Recognised } from '../addon/api.ts';
import { readFileTables } from '../files/read-file.ts';
import { sampleTables } from '../sample/index.ts';
import { issueSentence } from '../text/issue.ts';
import type { Machine } from './machine.ts';
import type { StartOptions } from './options.ts';
import { startText } from './start-words.ts';
import { addDays } from './weeks.ts';

/** An entry of import.json; `error` stands where a file was not taken at all. */
export type FileReport = Omit<ImportOutcome, 'account' | 'asOf'> & {
  readonly account?: string;
  readonly asOf?: string;
  readonly error?: string;
  /** What a file of no known format looks most like, and the way to bring it in. */
  readonly hint?: string;
};

/**
 * Whether nothing of a file could be taken; one of which no row could is no better than one that could not be read.
 * @param report What came of it.
 */
export function isNotRead({ error, read, rejectedCount }: FileReport): boolean {
  return error !== undefined || (read > 0 && rejectedCount === read);
}

/**
 * Whether files were given and none of them could be read.
 * @param reports What came of each.
 */
export function isNothingRead(reports: readonly FileReport[]): boolean {
  return reports.length > 0 && reports.every(isNotRead);
}

/** Rows of one call stay well below the 2 MB that one request should have. */
const ROWS_A_CALL = 2000;

/** So many messages of a file are printed. */
const SHOWN = 5;

function notTaken(file: string, error: string, hint?: string): FileReport {
  return {
    file,
    format: '',
    formatName: '',
    read: 0,
    taken: 0,
    updated: 0,
    unchanged: 0,
    rejected: [],
    rejectedCount: 0,
    skipped: 0,
    ignoredColumns: [],
    warnings: [],
    error,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** A file's bytes, or which sentence says why there are none. */
function bytesOf(path: string): Uint8Array | 'noFile' | 'isFolder' {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EISDIR' ? 'isFolder' : 'noFile';
  }
}

function forFile(values: readonly string[], index: number): string | undefined {
  return values.length > 1 ? values[index] : values[0];
}

type Tell = (line: string) => void;

function importFile(
  machine: Machine,
  options: StartOptions,
  path: string,
  index: number,
  tell: Tell,
): FileReport {
  const name = basename(path);
  const bytes = bytesOf(path);
  if (typeof bytes === 'string') return notTaken(name, startText(options.language, bytes, { name: path }));
  const file = readFileTables(bytes, name);
  if ('issue' in file) return notTaken(name, issueSentence(options.language, file.issue));
  const asOf = forFile(options.asOf, index);
  const account = forFile(options.account, index);
  const request = {
    fileName: name,
    tables: file.tables,
    ...(asOf === undefined ? {} : { asOf }),
    ...(account === undefined ? {} : { account }),
  };
  const answer = callSidebar<ImportOutcome>(machine, 'importFile', request);
  if (answer.ok) return answer.value;
  const recognised = callSidebar<Recognised>(machine, 'recogniseFile', request);
  if (!recognised.ok) return notTaken(name, answer.sentence);
  const dated = withPeriod(recognised.value, request, options.language, tell);
  const last = dated === undefined ? answer : callSidebar<ImportOutcome>(machine, 'importFile', dated);
  return last.ok ? last.value : notTaken(name, last.sentence, hintOf(recognised.value, options.language));
}

const GOALS = {
  content: 'aContent',
  account: 'aDay',
  orders: 'anOrder',
  costs: 'aCost',
  products: 'aProduct',
  comments: 'aComment',
} as const;

/** The sidebar can ask a person what the columns hold; a terminal can only say so. */
function hintOf({ proposal }: Recognised, language: StartOptions['language']): string | undefined {
  if (proposal === undefined) return undefined;
  const { goal, columns } = proposal.mapping;
  const found = Object.values(columns).join(', ');
  const [word, way] = [startText(language, GOALS[goal]), startText(language, 'mapIt')];
  return found === '' ? way : `${startText(language, 'looksLike', { word, columns: found })}${way}`;
}

function callSidebar<T>(machine: Machine, name: string, request: object): Answer<T> {
  const reply = machine.callFromSidebar(name, [request]);
  return reply.ok ? (reply.value as Answer<T>) : { ok: false, sentence: reply.error.message };
}

const sixDaysBefore = (day: string): string =>
  addDays(new Date(`${day}T00:00:00Z`), -6)
    .toISOString()
    .slice(0, 10);

type Request = { readonly fileName: string; readonly asOf?: string };

/** Figures of a period that the file does not say are taken for those of a week; undefined where that is not amiss. */
function withPeriod<T extends Request>(
  { needsPeriod: usual }: Recognised,
  request: T,
  language: StartOptions['language'],
  tell: Tell,
) {
  if (usual === undefined) return undefined;
  const to = request.asOf ?? usual.to;
  const from = request.asOf === undefined ? usual.from : sixDaysBefore(to);
  tell(startText(language, 'usualPeriod', { name: request.fileName, from, to }));
  return { ...request, from, asOf: to };
}

/** The first warnings and reasons of rejection; more are in import.json and in the workbook. */
function tellTroubles(
  { warnings, rejected, rejectedCount }: FileReport,
  language: StartOptions['language'],
  tell: Tell,
): void {
  const messages = [...warnings, ...rejected.map((row) => row.message)];
  for (const message of messages.slice(0, SHOWN)) tell(startText(language, 'rejected', { message }));
  const count = warnings.length + rejectedCount - SHOWN;
  if (count > 0) tell(startText(language, 'more', { count }));
}

/**
 * Brings files in through the built add-on, as its sidebar does.
 * @param machine The host.
 * @param options Files, as-of days and accounts.
 * @param step Told of each file.
 * @param tell Told what came of it, in lines for the terminal.
 * @returns A report for every file, in order.
 */
export async function importFiles(
  machine: Machine,
  options: StartOptions,
  step: (text: string, done?: boolean) => Promise<void> | void,
  tell: Tell = console.log,
): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const [index, path] of options.imports.entries()) {
    const name = startText(options.language, 'importing', { name: basename(path) });
    await step(name);
    const report = importFile(machine, options, path, index, tell);
    reports.push(report);
    if (report.error !== undefined) {
      tell(startText(options.language, 'failed', { name: basename(path), reason: report.error }));
      if (report.hint !== undefined) tell(startText(options.language, 'rejected', { message: report.hint }));
      continue;
    }
    await step(name, true);
    const { format, account = '', asOf = '', read, taken, updated, unchanged, skipped } = report;
    const counts = { read, taken, updated, unchanged, rejected: report.rejectedCount, skipped };
    tell(startText(options.language, 'imported', { format, account, asOf, ...counts }));
    if (taken + updated + counts.rejected === 0 && read > 0) tell(startText(options.language, 'nothingNew'));
    tellTroubles(report, options.language, tell);
  }
  return reports;
}

/** Loads the sample team through the built add-on. */
export function loadSample(machine: Machine, options: StartOptions, lastDay: number): void {
  const { language, seed } = options;
  const { tables } = sampleTables({ seed, lastDay, story: true, language });
  for (const { sheet, rows } of tables) {
    for (let start = 0; start < rows.length; start += ROWS_A_CALL) {
      const part = { tables: [{ sheet, rows: rows.slice(start, start + ROWS_A_CALL) }] };
      const reply = machine.callFromSidebar('loadRows', [part]);
      if (!reply.ok) throw new Error(reply.error.message);
      const answer = reply.value as Answer<unknown>;
      if (!answer.ok) throw new Error(answer.sentence);
    }
  }
}
