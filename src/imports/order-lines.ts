import type { Cell } from '../kpi/issue.ts';
import { textOfCell } from '../workbook/cells.ts';
import { isLost, refundsOf } from '../workbook/order-money.ts';
import type { RowValues } from '../workbook/table.ts';

function sum(one: Cell | undefined, other: Cell | undefined): Cell {
  if (typeof one !== 'number') return other ?? null;
  return typeof other === 'number' ? Number((one + other).toPrecision(15)) : one;
}

/** Two lines as one: of a cancelled one and one that stands, only the latter is money. */
function joined(one: RowValues, other: RowValues): RowValues {
  // What is said of an order is what the line says that sold, not the one that takes back.
  if (one.amount === undefined && other.amount !== undefined) return joined(other, one);
  if (isLost(one.status) !== isLost(other.status))
    return isLost(one.status) ? { ...one, ...other } : { ...other, ...one };
  const row: Record<string, Cell> = { ...other, ...one };
  for (const field of ['amount', 'units', 'refund']) {
    const total = sum(one[field], other[field]);
    if (total !== null) row[field] = total;
  }
  // An order of which something stands is not refunded as a whole.
  if (one.status === 'refunded' && other.status !== undefined) row.status = other.status;
  return row;
}

const numberOf = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);

/** What went back of lines that do not say it themselves. */
function withRefunds(rows: readonly RowValues[]): RowValues[] {
  const refunds = refundsOf(
    rows.map(({ platform, id, status, amount, refund }) => ({
      order: `${platform} ${id}`,
      status: textOfCell(status ?? null),
      amount: numberOf(amount) ?? 0,
      refund: numberOf(refund),
    })),
  );
  return rows.map((row, place) => {
    const refund = refunds[place] ?? 0;
    return refund === 0 || isLost(row.status) ? row : { ...row, refund };
  });
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
