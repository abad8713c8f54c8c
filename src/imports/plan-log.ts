import { dayOfCellText, textOfCell } from '../workbook/cells.ts';
import { choiceWord } from '../workbook/choices.ts';
import { PLATFORMS } from '../workbook/sheets/choices.ts';
import { cells, type RowValues, type Table, type TableChange } from '../workbook/table.ts';
import type { Language } from '../workbook/template.ts';
import type { ExportFormat } from './format.ts';
import { choiceReader } from './keys.ts';

export type LogCounts = {
  readonly read: number;
  readonly taken: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly skipped: number;
};

export type LogInput = {
  readonly imports: Table;
  readonly format: ExportFormat;
  readonly platform: string;
  readonly account: string;
  readonly asOf: number;
  /** First day of figures within a period. */
  readonly first: number | null;
  readonly fileName: string;
  readonly counts: LogCounts;
  readonly language: Language;
  readonly importId: string;
  readonly who: string;
  readonly now: number;
};

/** Orders, costs and the like say nothing of the days that content or accounts have figures for. */
const coversDays = ({ goal }: ExportFormat): boolean => goal === 'content' || goal === 'account';

/** Rows of the log of this account and format that were not undone, with their as-of days. */
function earlierImports({
  imports,
  format,
  platform,
  account,
}: LogOf): { readonly row: number; readonly asOf: number }[] {
  const platformOf = choiceReader(PLATFORMS);
  const formats = cells(imports, 'format');
  const platforms = cells(imports, 'platform');
  const accounts = cells(imports, 'account');
  const days = cells(imports, 'as_of');
  const undone = cells(imports, 'undone');
  const wanted = account.toLowerCase();
  const found: { row: number; asOf: number }[] = [];
  for (let row = 0; row < imports.rows; row++) {
    const asOf = dayOfCellText(days[row]);
    if (typeof asOf !== 'number' || textOfCell(undone[row]) !== '') continue;
    if (textOfCell(formats[row]) !== format.key) continue;
    if (textOfCell(accounts[row]).toLowerCase() !== wanted || platformOf(platforms[row]) !== platform)
      continue;
    found.push({ row, asOf });
  }
  return found;
}

/** What of the log says which imports are newer. */
export type LogOf = Pick<LogInput, 'imports' | 'format' | 'platform' | 'account' | 'asOf'>;

/**
 * Tells which imports are newer than a file.
 * @param input The file's as-of day, format and account, and the log as read.
 * @returns A function of an import's id: its as-of day, where it is later; null for older, unknown and undone ones.
 *   Without an id it is the latest as-of day of the same format and account.
 */
export function laterImports(input: LogOf): (importId?: string) => number | null {
  const { imports, asOf } = input;
  const days = cells(imports, 'as_of');
  const undone = cells(imports, 'undone');
  const later = new Map<string, number>();
  cells(imports, 'id').forEach((id, row) => {
    const day = dayOfCellText(days[row]);
    if (typeof day === 'number' && day > asOf && textOfCell(undone[row]) === '')
      later.set(textOfCell(id), day);
  });
  const newest = earlierImports(input).reduce((most, other) => Math.max(most, other.asOf), asOf);
  const ofFormat = newest > asOf ? newest : null;
  return (importId) => (importId === undefined ? ofFormat : (later.get(importId) ?? null));
}

/**
 * Whether an import of the same day, account and format with as many rejected rows is in the log: then a file that
 * changes no figure has nothing to say either.
 * @param input The import, and the log as read.
 * @returns Whether the log has it already.
 */
export function isLogged(input: LogInput): boolean {
  const rejected = cells(input.imports, 'rejected');
  const froms = cells(input.imports, 'from');
  const covers = (row: number): boolean =>
    !coversDays(input.format) || input.first === null || dayOfCellText(froms[row]) === input.first;
  return earlierImports(input).some(
    ({ row, asOf }) =>
      asOf === input.asOf && Number(rejected[row] ?? 0) === input.counts.rejected && covers(row),
  );
}

/** What the log of totals to date says of the days between two files, and the later row to shorten. */
function spanOfTotals(input: LogInput): {
  readonly from: RowValues;
  readonly updates: TableChange['updates'];
} {
  const { imports, asOf } = input;
  const others = earlierImports(input);
  const before = others.filter((other) => other.asOf < asOf).map((other) => other.asOf);
  const after = others.filter((other) => other.asOf > asOf);
  const next = Math.min(...after.map((other) => other.asOf));
  const froms = cells(imports, 'from');
  const updates = after
    .filter((other) => other.asOf === next && dayOfCellText(froms[other.row]) !== asOf + 1)
    .map(({ row }) => ({ index: row, values: { from: asOf + 1 } }));
  return { from: before.length > 0 ? { from: Math.max(...before) + 1 } : {}, updates };
}

/**
 * The row of the import log. Totals to date span the days that the difference to the import before covers: from the
 * day after that one's as-of day, or, for the first of an account and format, from nowhere. An import that is filled
 * in between two others takes its days from the span of the later one. Figures within a period span that period. What
 * is no figure of content or of an account has no first day: it says nothing of the days that have figures.
 * @param input The import, and the log as read.
 * @returns The row to add, and the later row to shorten where there is one.
 */
export function planLog(input: LogInput): TableChange {
  const { format, asOf, counts, language } = input;
  const isTotals = format.goal === 'content' && format.kind === 'cumulative';
  const within = coversDays(format) && input.first !== null ? { from: input.first } : {};
  const { from, updates } = isTotals ? spanOfTotals(input) : { from: within, updates: [] };
  const append: RowValues = {
    id: input.importId,
    file: input.fileName,
    format: format.key,
    platform: choiceWord(PLATFORMS, input.platform, language),
    account: input.account,
    ...from,
    to: asOf,
    as_of: asOf,
    ...counts,
    who: input.who,
    when: input.now,
  };
  return { sheet: 'imports', appends: [append], updates };
}
