import type { Cell, Issue } from '../kpi/issue.ts';
import { textOfCell } from '../workbook/cells.ts';
import { cells, emptyTable, type RowValues, type TableChange } from '../workbook/table.ts';
import type { ImportInput } from './plan-types.ts';
import type { RejectedRow } from './reader.ts';

/** Rows of one file that are listed one by one; the others are counted by their reason. */
const LISTED = 2000;

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

/** Codes whose `expected` is only an example of what would be right. */
const WITH_EXAMPLE = /^(?:CELL_(?!MARKS|OTHER)|CONTENT_ID|ID_ROUNDED)/;

/** What the sheet says would be right: an example is called one, or it would pass for the cell's true value. */
function expectedOf({ code, expected }: Issue, { sentence }: ImportInput): Cell {
  if (expected === undefined || expected === '' || !WITH_EXAMPLE.test(code)) return expected ?? null;
  return sentence({ code: 'FOR_EXAMPLE', expected });
}

type Entry = { readonly issue: Issue; readonly raw: string };

/** The same row of the next file has another number, and often the file another name. */
const keyOf = (code: Cell | undefined, found: Cell | undefined, raw: Cell | undefined): string =>
  [code, found, raw].map(textOfCell).join('\0');

/** Rejected rows that the sheet lists already, by what they say. */
function listedKeys({ tables }: ImportInput): Set<string> {
  const table = tables.issues ?? emptyTable('issues', 'issues');
  const [found, raw] = [cells(table, 'found'), cells(table, 'raw')];
  return new Set(cells(table, 'code').map((code, row) => keyOf(code, found[row], raw[row])));
}

/** What is beyond the list: an entry for each reason, with its first row for an example. */
function countedEntries(input: ImportInput, rest: readonly Entry[]): Entry[] {
  const groups = new Map<string, { readonly first: Entry; count: number }>();
  for (const entry of rest) {
    const reason = `${entry.issue.code}\0${entry.issue.values?.column ?? ''}`;
    const group = groups.get(reason);
    if (group === undefined) groups.set(reason, { first: entry, count: 1 });
    else group.count += 1;
  }
  return [...groups.values()].map(({ first: { issue, raw }, count }) => {
    const values = { count, example: input.sentence(issue) };
    return { issue: { ...issue, code: 'REJECTED_MORE', found: String(count), values }, raw };
  });
}

/**
 * Rejected rows as rows of the sheet `issues`. A file that comes every week brings the same rows again: those that the
 * sheet lists stay as they are. Of a file with very many the first are listed, and the others counted by their reason.
 * @param input The import, and the sheet as read.
 * @param issues One a rejected row, in file order.
 * @param rejected The rows, likewise.
 * @returns The rows to add.
 */
export function rejectedRows(
  input: ImportInput,
  issues: readonly Issue[],
  rejected: readonly RejectedRow[],
): TableChange {
  const entries = issues.map((issue, index): Entry => ({ issue, raw: rejected[index]?.raw ?? '' }));
  const listed = listedKeys(input);
  const wanted = [...entries.slice(0, LISTED), ...countedEntries(input, entries.slice(LISTED))];
  const fresh = wanted.filter(({ issue, raw }) => !listed.has(keyOf(issue.code, issue.found, raw)));
  const appends = fresh.map(
    ({ issue, raw }): RowValues => ({
      when: input.now,
      sheet: input.fileName,
      cell: issue.at?.cell ?? null,
      sentence: input.sentence(issue),
      found: issue.found ?? null,
      expected: expectedOf(issue, input),
      raw: raw === '' ? null : raw,
      code: issue.code,
      import: input.importId,
    }),
  );
  return { sheet: 'issues', appends, updates: [] };
}
