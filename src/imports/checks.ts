import type { Cell, Issue } from '../kpi/issue.ts';
import { decimalMarkOf } from '../workbook/numbers.ts';
import { readCell } from './cells.ts';
import type { RatioCheck } from './format.ts';
import type { Recognition } from './recognise.ts';

type Field = (name: string) => readonly Cell[] | undefined;

/** Rows may fall short of the total by this much: platforms round, and leave out deleted content. */
const SHORTFALL = 0.005;

/**
 * Whether rows fall short of the file's own total by more than rounding explains.
 * @param sum Sum of the rows.
 * @param total The file's own total.
 * @returns Whether more than 0.5 % of the total is missing.
 * @example isShort(994, 1000) //=> true
 */
export const isShort = (sum: number, total: number): boolean => total > 0 && sum < total * (1 - SHORTFALL);

/**
 * Compares the rows' sum with the file's own total row. A file that the platform cut off always falls short.
 * @param recognition Format and columns of the file.
 * @param totalRow Cells of the total row; null where the file has none.
 * @param field The kept cells of a field.
 * @param count Rows read.
 * @returns At most one warning: EXPORT_ROW_LIMIT or EXPORT_ROWS_MISSING.
 */
export function checkTotal(
  { format, columns }: Recognition,
  totalRow: readonly string[] | null,
  field: Field,
  count: number,
): Issue[] {
  if (count === format.rowLimit) {
    return [{ code: 'EXPORT_ROW_LIMIT', values: { count, format: format.name } }];
  }
  const mapped = columns.find(({ column }) => column.field === format.totalField);
  const values = field(format.totalField);
  if (totalRow === null || mapped === undefined || values === undefined) return [];
  const text = totalRow[mapped.index] ?? '';
  const total = readCell(mapped.column.type, text, { mark: decimalMarkOf([text]), order: null });
  if (typeof total !== 'number') return [];
  let sum = 0;
  for (const value of values) if (typeof value === 'number') sum += value;
  if (!isShort(sum, total)) return [];
  return [{ code: 'EXPORT_ROWS_MISSING', values: { column: mapped.header, sum, total } }];
}

/** Relative difference that is no contradiction. */
const TOLERANCE = 0.02;

/** Smallest step in which a column writes its figures: a hundredth where one has two decimals. */
function stepOf(figures: readonly Cell[]): number {
  let decimals = 0;
  for (const figure of figures) {
    if (typeof figure === 'number') decimals = Math.max(decimals, String(figure).split('.')[1]?.length ?? 0);
  }
  return 10 ** -Math.min(decimals, 12);
}

const quotient = (check: RatioCheck, numerator: Cell, denominator: Cell | undefined): number | null =>
  typeof numerator === 'number' && typeof denominator === 'number' && denominator > 0
    ? (numerator * check.per) / denominator
    : null;

/** Whether a figure contradicts the others of its row; figures that are not there contradict nothing. */
function differs(figure: number, step: number, least: number | null, most: number | null): boolean {
  const slack = (computed: number): number =>
    step + TOLERANCE * Math.max(Math.abs(computed), Math.abs(figure));
  if (least !== null && figure < least - slack(least)) return true;
  return most !== null && figure > most + slack(most);
}

/** Rows whose figure, times a factor, contradicts the others. */
function contradictions(check: RatioCheck, field: Field, factor: number): number[] {
  const figures = field(check.field) ?? [];
  const numerators = field(check.numerator) ?? [];
  const larger = field(check.most) ?? [];
  const smaller = field(check.least) ?? [];
  const step = stepOf(figures) * factor;
  const found: number[] = [];
  figures.forEach((figure, row) => {
    if (typeof figure !== 'number') return;
    const numerator = numerators[row] ?? null;
    const least = quotient(check, numerator, larger[row]);
    const most = quotient(check, numerator, smaller[row]);
    if (differs(figure * factor, step, least, most)) found.push(row);
  });
  return found;
}

/**
 * Looks for figures of the file that contradict each other, as when a column was shifted or rounded away. A column of
 * rates may be fractions or percent; it contradicts the counts only where it does so as either.
 * @param recognition Format and columns of the file.
 * @param field The kept cells of a field.
 * @param rowNumbers Row of the file's table of each kept row, from 1.
 * @returns A warning EXPORT_RATIO_DIFFERS for each check that fails.
 */
export function checkRatios(
  { format, columns }: Recognition,
  field: Field,
  rowNumbers: readonly number[],
): Issue[] {
  return format.checks.flatMap((check): Issue[] => {
    const mapped = columns.find(({ column }) => column.field === check.field);
    if (mapped === undefined) return [];
    const factors = mapped.column.type === 'rate' ? [1, 100, 0.01] : [1];
    const rows = factors
      .map((factor) => contradictions(check, field, factor))
      .reduce((fewest, each) => (each.length < fewest.length ? each : fewest));
    if (rows.length === 0) return [];
    const values = { column: mapped.header, count: rows.length, row: rowNumbers[rows[0]!] ?? 0 };
    return [{ code: 'EXPORT_RATIO_DIFFERS', values }];
  });
}
