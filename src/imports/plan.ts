import type { Issue } from '../kpi/issue.ts';
import { emptyTable, type RowValues, type Table, type TableChange, type Tables } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import { chooseAccount } from './account.ts';
import { doubtAsOf, refuseAsOf } from './as-of.ts';
import { type ContentInput, contentOfOthers, planAccount, planContent } from './plan-content.ts';
import { isLogged, type LogCounts, planLog } from './plan-log.ts';
import { type FactsPlan, planFacts } from './plan-performance.ts';
import type { ExportRows, RejectedRow } from './read-export.ts';
import type { Recognition } from './recognise.ts';

export type ImportInput = {
  /** Name of the file as the person knows it. */
  readonly fileName: string;
  readonly exportRows: ExportRows;
  readonly recognition: Recognition;
  /** The last full day that the file contains, as a serial number. */
  readonly asOf: number;
  /** The account that the person named, if any. */
  readonly account?: string | undefined;
  /** `accounts`, `content`, `performance` and `imports`; a sheet that is missing counts as empty. */
  readonly tables: Tables;
  /** Language of the workbook's dropdown words. */
  readonly language: Language;
  readonly who: string;
  /** Serial number with time, in the spreadsheet's zone. */
  readonly now: number;
  readonly importId: string;
  /** The sentence of an issue in the workbook's language, for the sheet of data issues. */
  readonly sentence: (issue: Issue) => string;
};

/** Always: read = taken + updated + unchanged + rejected. */
export type ImportResult = {
  readonly file: string;
  readonly format: string;
  readonly account: string;
  readonly asOf: number;
  readonly read: number;
  readonly taken: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly RejectedRow[];
  /** Total and blank rows. */
  readonly skipped: number;
  readonly ignoredColumns: readonly string[];
  readonly warnings: readonly Issue[];
  /** False when the workbook has all of it already. */
  readonly changed: boolean;
};

export type ImportPlan = {
  readonly result: ImportResult;
  /** Changes in sheets; empty when nothing changes. */
  readonly changes: readonly TableChange[];
  /** One issue a rejected row, in file order. */
  readonly issues: readonly Issue[];
};

/**
 * A rejected row as an issue, for its sentence.
 * @param rejected Row from `ExportRows`.
 * @param fileName File that it stands in.
 * @returns The issue, placed in the file.
 */
export function rejectionIssue(rejected: RejectedRow, fileName: string): Issue {
  const { row, column, cell, code, found, expected } = rejected;
  return { code, at: { sheet: fileName, cell }, found, expected, values: { row, column } };
}

function issueRows(input: ImportInput, issues: readonly Issue[]): TableChange {
  const appends = issues.map(
    (issue, index): RowValues => ({
      when: input.now,
      sheet: input.fileName,
      cell: issue.at?.cell ?? null,
      sentence: input.sentence(issue),
      found: issue.found ?? null,
      expected: issue.expected ?? null,
      raw: input.exportRows.rejected[index]?.raw ?? null,
      code: issue.code,
      import: input.importId,
    }),
  );
  return { sheet: 'issues', appends, updates: [] };
}

const isChange = (change: TableChange): boolean => change.appends.length > 0 || change.updates.length > 0;

/** The input with its sheets in hand, and the account that the file belongs to. */
type Work = ContentInput & { readonly performance: Table; readonly imports: Table; readonly asOf: number };

function workOf({ exportRows, recognition, tables, language, ...input }: ImportInput): Work {
  const table = (key: string): Table => tables[key] ?? emptyTable(key, key);
  const [accounts, content] = [table('accounts'), table('content')];
  const account = chooseAccount({
    given: input.account,
    fileName: input.fileName,
    ids: exportRows.ids,
    format: recognition.format,
    accounts,
    content,
  });
  const sheets = { accounts, content, performance: table('performance'), imports: table('imports') };
  return { rows: exportRows, recognition, account, language, asOf: Math.floor(input.asOf), ...sheets };
}

function countsOf(rows: ExportRows, { taken, updated, unchanged }: FactsPlan): LogCounts {
  return {
    read: rows.ids.length + rows.repeated + rows.rejected.length,
    taken,
    updated,
    unchanged,
    rejected: rows.rejected.length,
    skipped: rows.skipped,
  };
}

function changesOf(
  input: ImportInput,
  work: Work,
  facts: FactsPlan,
  issues: readonly Issue[],
): TableChange[] {
  const { fileName, importId, who, now } = input;
  const { format } = work.recognition;
  const log = { ...work, format, counts: countsOf(work.rows, facts), fileName, importId, who, now };
  const data = [planAccount(work), planContent(work), facts.change].filter(isChange);
  if (data.length === 0 && isLogged(log)) return [];
  return [...data, planLog(log), issueRows(input, issues)].filter(isChange);
}

function warningsOf(work: Work, today: number): Issue[] {
  return [...work.rows.warnings, ...doubtAsOf(work.rows, work.asOf, today), ...contentOfOthers(work)];
}

/**
 * Plans one import: compares the rows of a file with the workbook and says what changes. Nothing is read or written
 * here; all changes together are one import and must be committed at once.
 * @param input The file as read, the workbook as read, and who imports when.
 * @returns Counts, warnings, changes in the order in which sheets depend on each other, and an issue for each rejected
 *   row; a file whose figures the workbook already has gives no changes at all. Or the issue AS_OF_IN_FUTURE: then
 *   nothing of the file is taken.
 */
export function planImport(input: ImportInput): ImportPlan | { readonly issue: Issue } {
  const today = Math.floor(input.now);
  const work = workOf(input);
  const refused = refuseAsOf(work.asOf, today);
  if (refused !== null) return { issue: refused };
  const { rows, recognition, account, asOf } = work;
  const facts = planFacts({ ...work, to: asOf, importId: input.importId });
  const issues = rows.rejected.map((rejected) => rejectionIssue(rejected, input.fileName));
  const changes = changesOf(input, work, facts, issues);
  const result: ImportResult = {
    file: input.fileName,
    format: recognition.format.key,
    account,
    asOf,
    ...countsOf(rows, facts),
    rejected: rows.rejected,
    ignoredColumns: recognition.ignoredColumns,
    warnings: warningsOf(work, today),
    changed: changes.length > 0,
  };
  return { result, changes, issues };
}
