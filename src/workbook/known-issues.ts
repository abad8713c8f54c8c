import type { Issue } from '../kpi/issue.ts';
import { textOfCell } from './cells.ts';
import type { RowValues, Table, TableChange } from './table.ts';

type Known = {
  readonly index: number;
  readonly code: string;
  readonly sheet: string;
  readonly cell: string;
  readonly subject: string;
  /** Of a file: its cells are never sorted. */
  readonly isOfFile: boolean;
};

type Named = Omit<Known, 'index' | 'isOfFile'>;

function knownIn(table: Table): Known[] {
  return Array.from({ length: table.rows }, (_, index) => {
    const at = (column: string): string => textOfCell(table.columns[column]?.[index]);
    const subject = at('found') || at('expected');
    const isOfFile = at('import') !== '';
    return { index, code: at('code'), sheet: at('sheet'), cell: at('cell'), subject, isOfFile };
  });
}

/** What was found, or what is lacking: a missing column was found nowhere. */
function named({ code, at, found, expected }: Issue): Named {
  const subject = textOfCell(found) || textOfCell(expected);
  return { code, sheet: at?.sheet ?? '', cell: at?.cell ?? '', subject };
}

function keyOf({ code, sheet, cell, subject }: Named): string {
  return [code, sheet, cell, subject].join('\0');
}

/**
 * A row of the list is about the same finding where the same was found in the same place; or elsewhere in its sheet, since
 * rows are sorted and moved; or in a sheet that was renamed. The row then follows its finding.
 */
function movedFrom(issue: Named, free: readonly Known[], titles: ReadonlySet<string>): Known | undefined {
  return free.find(
    ({ code, sheet, subject, isOfFile }) =>
      !isOfFile &&
      code === issue.code &&
      subject === issue.subject &&
      (sheet === issue.sheet || !titles.has(sheet)),
  );
}

/**
 * Findings as changes of the sheet `issues`, each once however often it is met, and wherever its row has gone since.
 * @param table The sheet `issues`.
 * @param titles Titles of all tabs, by which a renamed sheet is known.
 * @param issues What was met now.
 * @param rowOf Cells of a new row.
 * @returns New rows, and the places of known findings that moved.
 */
export function issueRows(
  table: Table,
  titles: ReadonlySet<string>,
  issues: readonly Issue[],
  rowOf: (issue: Issue) => RowValues,
): TableChange {
  const known = knownIn(table);
  const placed = new Set(known.map(keyOf));
  const met = new Map(issues.map((issue) => [keyOf(named(issue)), issue]));
  let free = known.filter((each) => !met.has(keyOf(each)));
  const appends: RowValues[] = [];
  const updates: TableChange['updates'][number][] = [];
  for (const [key, issue] of met) {
    if (placed.has(key)) continue;
    const former = movedFrom(named(issue), free, titles);
    if (former === undefined) {
      appends.push(rowOf(issue));
      continue;
    }
    const { sheet = null, cell = null, sentence = null } = rowOf(issue);
    updates.push({ index: former.index, values: { sheet, cell, sentence } });
    free = free.filter((each) => each !== former);
  }
  return { sheet: 'issues', appends, updates };
}
