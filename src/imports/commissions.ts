import type { Cell } from '../kpi/issue.ts';
import { dayOfCellText, textOfCell } from '../workbook/cells.ts';
import { isLost } from '../workbook/order-money.ts';
import { cells, type RowValues, type Table } from '../workbook/table.ts';
import type { ExportFormat } from './format.ts';
import type { ExportRows } from './read-export.ts';

/** What was paid, and what was expected before the order was settled. */
const PAYMENTS = [
  ['commission', 'commission_est'],
  ['ads_commission', 'ads_commission_est'],
] as const;

/** Whether nobody is paid for a line, unless the platform did. */
const isUnpaid = (status: Cell | undefined): boolean => isLost(status) || status === 'refunded';

/**
 * Whether the lines of a format say what their creators get.
 * @param format Format of a file.
 */
export const hasCommissions = ({ columns }: ExportFormat): boolean =>
  columns.some(({ field }) => field === 'commission');

/** Of one line; null where it names none. Until an order is settled, its actual payment is empty or 0. */
function commissionOf(at: (field: string) => Cell, status: Cell | undefined): number | null {
  let sum: number | null = null;
  for (const [actual, expected] of PAYMENTS) {
    const [paid, due] = [at(actual), at(expected)];
    if (typeof paid !== 'number' && typeof due !== 'number') continue;
    const isFinal = paid || isUnpaid(status);
    sum = (sum ?? 0) + Number((isFinal ? paid : (due ?? paid)) ?? 0);
  }
  return sum;
}

export type Commissions = {
  readonly values: readonly RowValues[];
  /** First row of the file that each is of, from 1. */
  readonly rowNumbers: readonly number[];
};

/**
 * The commissions of a file of orders as rows of `costs`, one for each content, creator and day: the same file again gives
 * the same sums. The actual commission counts once there is one, the estimated one until then.
 * @param rows Rows of the file.
 * @param orders The same rows as rows of `orders`.
 * @param name What the note says where no creator is named.
 * @returns Sums, also those of 0, which put an earlier estimate right.
 */
export function commissionCosts(rows: ExportRows, orders: readonly RowValues[], name: string): Commissions {
  const sums = new Map<string, { values: RowValues; amount: number; row: number }>();
  orders.forEach(({ platform, account, content, date, currency, status }, row) => {
    const at = (field: string): Cell => rows.fields[field]?.[row] ?? null;
    const commission = commissionOf(at, status);
    if (commission === null) return;
    const note = textOfCell(at('creator')) || name;
    const where = { platform, account, content, date, currency };
    const key = JSON.stringify([Object.values(where), note]);
    const known = sums.get(key) ?? {
      values: { ...(where as RowValues), component: 'creators', note },
      amount: 0,
      row: rows.rowNumbers[row] ?? 0,
    };
    known.amount += commission;
    sums.set(key, known);
  });
  const found = [...sums.values()];
  return {
    values: found.map(({ values, amount }) => {
      const filled = Object.entries(values).filter(([, cell]) => cell !== undefined);
      return { ...Object.fromEntries(filled), amount: Number(amount.toPrecision(12)) };
    }),
    rowNumbers: found.map(({ row }) => row),
  };
}

/**
 * Leaves out the sums of days of which the file lacks orders: they would take the place of whole ones.
 * @param paid Sums of the file.
 * @param orders Rows of the file as rows of `orders`.
 * @param sheet The sheet `orders` as read.
 * @returns The sums of whole days, and how many others there are.
 */
export function ofWholeDays(
  paid: Commissions,
  orders: readonly RowValues[],
  sheet: Table,
): Commissions & { readonly left: number } {
  const inFile = new Set(orders.map(({ id }) => textOfCell(id)));
  const [contents, dates] = [cells(sheet, 'content'), cells(sheet, 'date')];
  const lacking = new Set<string>();
  cells(sheet, 'id').forEach((id, row) => {
    const content = textOfCell(contents[row]);
    if (content !== '' && !inFile.has(textOfCell(id))) lacking.add(`${content} ${dayOfCellText(dates[row])}`);
  });
  const isWhole = paid.values.map(({ content, date }) => !lacking.has(`${textOfCell(content)} ${date}`));
  const values = paid.values.filter((_, place) => isWhole[place]);
  return {
    values,
    rowNumbers: paid.rowNumbers.filter((_, place) => isWhole[place]),
    left: paid.values.length - values.length,
  };
}
