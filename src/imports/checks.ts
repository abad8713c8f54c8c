import type { Cell, Issue } from '../kpi/issue.ts';
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
  const mapped = columns.find(({ column }) => column.field === format.totalMeasure);
  const values = field(format.totalMeasure);
  if (totalRow === null || mapped === undefined || values === undefined) return [];
  const total = readCell(mapped.column.type, totalRow[mapped.index] ?? '', { mark: '.', order: null });
  if (typeof total !== 'number') return [];
  let sum = 0;
  for (const value of values) if (typeof value === 'number') sum += value;
  if (!isShort(sum, total)) return [];
  return [{ code: 'EXPORT_ROWS_MISSING', values: { column: mapped.header, sum, total } }];
}

const quotient = (check: RatioCheck, numerator: Cell, denominator: Cell | undefined): number | null =>
  typeof numerator === 'number' && typeof denominator === 'number' && denominator > 0
    ? (numerator * check.per) / denominator
    : null;

/** Whether a figure contradicts the others of its row; figures that are not there contradict nothing. */
function differs(check: RatioCheck, figure: Cell, least: number | null, most: number | null): boolean {
  if (typeof figure !== 'number') return false;
  const slack = (computed: number): number => check.step + check.tolerance * Math.max(computed, figure);
  if (least !== null && figure < least - slack(least)) return true;
  return most !== null && figure > most + slack(most);
}

function checkRatio(check: RatioCheck, header: string, field: Field, rowNumbers: readonly number[]): Issue[] {
  const figures = field(check.field) ?? [];
  const numerators = field(check.numerator) ?? [];
  const larger = field(check.most) ?? [];
  const smaller = field(check.least) ?? [];
  let count = 0;
  let first = -1;
  for (let row = 0; row < figures.length; row++) {
    const numerator = numerators[row] ?? null;
    const least = quotient(check, numerator, larger[row]);
    const most = quotient(check, numerator, smaller[row]);
    if (!differs(check, figures[row] ?? null, least, most)) continue;
    count++;
    if (first < 0) first = row;
  }
  if (count === 0) return [];
  return [{ code: 'EXPORT_RATIO_DIFFERS', values: { column: header, count, row: rowNumbers[first] ?? 0 } }];
}

/**
 * Looks for figures of the file that contradict each other, as when a column was shifted or rounded away.
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
  return format.checks.flatMap((check) => {
    const header = columns.find(({ column }) => column.field === check.field)?.header;
    return header === undefined ? [] : checkRatio(check, header, field, rowNumbers);
  });
}
