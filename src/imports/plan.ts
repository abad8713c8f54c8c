import type { Issue } from '../kpi/issue.ts';
import { emptyTable, type RowValues, type Table, type TableChange, type Tables } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import { chooseAccount } from './account.ts';
import { planAccount, planContent } from './plan-content.ts';
import { isLogged, planLog } from './plan-log.ts';
import { planFacts } from './plan-performance.ts';
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
 */
export function rejectionIssue(rejected: RejectedRow, fileName: string): Issue {
  const { row, column, cell, code, found, expected } = rejected;
  return { code, at: { sheet: fileName, cell }, found, expected, values: { row, column } };
}

/** Content that is older than its publication: the as-of day is most likely wrong. */
function checkAsOf({ exportRows, asOf }: ImportInput): Issue[] {
  const published = exportRows.content.published ?? [];
  let count = 0;
  let first = -1;
  published.forEach((cell, row) => {
    if (typeof cell !== 'number' || Math.floor(cell) <= asOf) return;
    count++;
    if (first < 0) first = row;
  });
  if (count === 0) return [];
  return [{ code: 'PUBLISHED_AFTER_AS_OF', values: { count, row: exportRows.rowNumbers[first] ?? 0 } }];
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

/**
 * Plans one import: compares the rows of a file with the workbook and says what changes. Nothing is read or written
 * here; all changes together are one import and must be committed at once.
 * @returns Counts, changes in the order in which sheets depend on each other, and an issue for each rejected row. A
 *   file whose figures the workbook already has gives no changes at all.
 */
export function planImport(input: ImportInput): ImportPlan {
  const { recognition, exportRows, fileName, language, importId } = input;
  const { format } = recognition;
  const table = (key: string): Table => input.tables[key] ?? emptyTable(key, key);
  const [accounts, content, performance] = [table('accounts'), table('content'), table('performance')];
  const asOf = Math.floor(input.asOf);
  const account = chooseAccount({
    given: input.account,
    fileName,
    ids: exportRows.ids,
    format,
    accounts,
    content,
  });
  const about = { rows: exportRows, recognition, account, language };
  const facts = planFacts({ ...about, to: asOf, performance, importId });
  const { taken, updated, unchanged } = facts;
  const counts = {
    read: exportRows.ids.length + exportRows.repeated + exportRows.rejected.length,
    taken,
    updated,
    unchanged,
    rejected: exportRows.rejected.length,
    skipped: exportRows.skipped,
  };
  const log = {
    imports: table('imports'),
    format,
    account,
    asOf,
    fileName,
    counts,
    language,
    importId,
    who: input.who,
    now: input.now,
  };
  const data = [
    planAccount({ ...about, accounts, content }),
    planContent({ ...about, accounts, content }),
    facts.change,
  ].filter(isChange);
  const issues = exportRows.rejected.map((rejected) => rejectionIssue(rejected, fileName));
  const changed = data.length > 0 || !isLogged(log);
  const changes = changed ? [...data, planLog(log), issueRows(input, issues)].filter(isChange) : [];
  return {
    result: {
      file: fileName,
      format: format.key,
      account,
      asOf,
      ...counts,
      rejected: exportRows.rejected,
      ignoredColumns: recognition.ignoredColumns,
      warnings: [...exportRows.warnings, ...checkAsOf(input)],
      changed,
    },
    changes,
    issues,
  };
}
