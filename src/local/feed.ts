import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Answer, ImportOutcome } from '../addon/api.ts';
import { readFileTables } from '../files/read-file.ts';
import { sampleTables } from '../sample/index.ts';
import { issueSentence } from '../text/issue.ts';
import type { Machine } from './machine.ts';
import type { StartOptions } from './options.ts';

/** An entry of import.json; `error` stands where a file was not taken at all. */
export type FileReport = Omit<ImportOutcome, 'account' | 'asOf'> & {
  readonly account?: string;
  readonly asOf?: string;
  readonly error?: string;
};

/** Rows of one call stay well below the 2 MB that one request should have. */
const ROWS_A_CALL = 2000;

function notTaken(file: string, error: string): FileReport {
  return {
    file,
    format: '',
    read: 0,
    taken: 0,
    updated: 0,
    unchanged: 0,
    rejected: [],
    skipped: 0,
    ignoredColumns: [],
    warnings: [],
    error,
  };
}

function bytesOf(path: string): Uint8Array | string {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return `${path}: there is no such file, or it cannot be opened.`;
  }
}

function forFile(values: readonly string[], index: number): string | undefined {
  return values.length > 1 ? values[index] : values[0];
}

function importFile(machine: Machine, options: StartOptions, path: string, index: number): FileReport {
  const name = basename(path);
  const bytes = bytesOf(path);
  if (typeof bytes === 'string') return notTaken(name, bytes);
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
  const reply = machine.callFromSidebar('importFile', [request]);
  if (!reply.ok) return notTaken(name, reply.error.message);
  const answer = reply.value as Answer<ImportOutcome>;
  return answer.ok ? answer.value : notTaken(name, answer.sentence);
}

/**
 * Brings files in through the built add-on, as its sidebar does.
 * @returns A report for every file, in order.
 */
export function importFiles(
  machine: Machine,
  options: StartOptions,
  step: (text: string, done?: boolean) => void,
): FileReport[] {
  return options.imports.map((path, index) => {
    const name = `Importing ${basename(path)}`;
    step(name);
    const report = importFile(machine, options, path, index);
    const { read, taken, updated, unchanged, rejected, skipped } = report;
    if (report.error === undefined) {
      step(name, true);
      step(
        `  ${report.format}, account ${report.account}, as of ${report.asOf}: ${read} rows = ${taken} new + ${updated} updated + ${unchanged} unchanged + ${rejected.length} rejected; ${skipped} skipped`,
      );
    }
    return report;
  });
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
