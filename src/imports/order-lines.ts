import type { Cell } from '../kpi/issue.ts';
import { textOfCell } from '../workbook/cells.ts';
import type { RowValues } from '../workbook/table.ts';

/** Statuses of lines that are no money. */
const LOST: readonly unknown[] = ['cancelled', 'unpaid'];

const isLost = ({ status }: RowValues): boolean => LOST.includes(status);

function sum(one: Cell | undefined, other: Cell | undefined): Cell {
  if (typeof one !== 'number') return other ?? null;
  return typeof other === 'number' ? Number((one + other).toPrecision(15)) : one;
}

/** Two lines as one: of a cancelled one and one that stands, only the latter is money. */
function joined(one: RowValues, other: RowValues): RowValues {
  if (isLost(one) !== isLost(other)) return isLost(one) ? { ...one, ...other } : { ...other, ...one };
  const row: Record<string, Cell> = { ...other, ...one };
  for (const field of ['amount', 'units', 'refund']) {
    const total = sum(one[field], other[field]);
    if (total !== null) row[field] = total;
  }
  // An order of which something stands is not refunded as a whole.
  if (one.status === 'refunded' && other.status !== undefined) row.status = other.status;
  return row;
}

/** Refunded orders of which no line names a refund gave all back; some exports name it on one line for all. */
function withRefunds(rows: readonly RowValues[]): RowValues[] {
  const isNamed = ({ refund }: RowValues): boolean => typeof refund === 'number' && refund > 0;
  const named = new Set(rows.filter(isNamed).map(({ id }) => id));
  return rows.map((row) =>
    row.status !== 'refunded' || row.amount === undefined || named.has(row.id)
      ? row
      : { ...row, refund: row.amount },
  );
}

/**
 * Lines of an order that are about the same product, or about none, and came from the same content as one row: the
 * sheet has one for each.
 * @param rows Lines as rows of `orders`.
 * @returns Rows with the sums of amount, units and refund, in the order of their first lines; what was refunded
 *   without a sum was refunded as a whole.
 * @example joinLines([{ id: 'A1', amount: 100 }, { id: 'A1', amount: 60 }]) //=> [{ id: 'A1', amount: 160 }]
 */
export function joinLines(rows: readonly RowValues[]): RowValues[] {
  const found = new Map<string, RowValues>();
  for (const row of withRefunds(rows)) {
    const key = [row.platform, row.id, row.sku, row.content]
      .map((cell) => textOfCell(cell ?? null))
      .join('\u001f');
    const earlier = found.get(key);
    found.set(key, earlier === undefined ? row : joined(earlier, row));
  }
  return [...found.values()];
}
