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
};

/** Rows of one call stay well below the 2 MB that one request should have. */
const ROWS_A_CALL = 2000;

/** So many messages of a file are printed. */
const SHOWN = 5;

function notTaken(file: string, error: string): FileReport {
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

function importFile(machine: Machine, options: StartOptions, path: string, index: number): FileReport {
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
  const dated = answer.ok ? undefined : withPeriod(machine, request, options.language);
  const last = dated === undefined ? answer : callSidebar<ImportOutcome>(machine, 'importFile', dated);
  return last.ok ? last.value : notTaken(name, last.sentence);
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
function withPeriod<T extends Request>(machine: Machine, request: T, language: StartOptions['language']) {
  const recognised = callSidebar<Recognised>(machine, 'recogniseFile', request);
  const usual = recognised.ok ? recognised.value.needsPeriod : undefined;
  if (usual === undefined) return undefined;
  const to = request.asOf ?? usual.to;
  const from = request.asOf === undefined ? usual.from : sixDaysBefore(to);
  console.log(startText(language, 'usualPeriod', { name: request.fileName, from, to }));
  return { ...request, from, asOf: to };
}

/** The first warnings and reasons of rejection; more are in import.json and in the workbook. */
function tellTroubles(
  { warnings, rejected, rejectedCount }: FileReport,
  language: StartOptions['language'],
): void {
  const messages = [...warnings, ...rejected.map((row) => row.message)];
  for (const message of messages.slice(0, SHOWN)) console.log(startText(language, 'rejected', { message }));
  const count = warnings.length + rejectedCount - SHOWN;
  if (count > 0) console.log(startText(language, 'more', { count }));
}

/**
 * Brings files in through the built add-on, as its sidebar does.
 * @param machine The host.
 * @param options Files, as-of days and accounts.
 * @param step Told of each file.
 * @returns A report for every file, in order.
 */
export async function importFiles(
  machine: Machine,
  options: StartOptions,
  step: (text: string, done?: boolean) => Promise<void> | void,
): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const [index, path] of options.imports.entries()) {
    const name = startText(options.language, 'importing', { name: basename(path) });
    await step(name);
    const report = importFile(machine, options, path, index);
    reports.push(report);
    if (report.error !== undefined) {
      console.log(startText(options.language, 'failed', { name: basename(path), reason: report.error }));
      continue;
    }
    await step(name, true);
    const { format, account = '', asOf = '', read, taken, updated, unchanged, skipped } = report;
    const counts = { read, taken, updated, unchanged, rejected: report.rejectedCount, skipped };
    console.log(startText(options.language, 'imported', { format, account, asOf, ...counts }));
    tellTroubles(report, options.language);
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
