import type { Cell, Issue } from '../kpi/issue.ts';
import { textOfCell } from '../workbook/cells.ts';
import { isLost } from '../workbook/order-money.ts';
import type { RowValues } from '../workbook/table.ts';
import { readHeader } from './header.ts';
import { pushTo } from './keys.ts';
import type { ExportRows } from './read-export.ts';
import type { Recognition } from './recognise.ts';

/** Headers of amounts that are those of the whole order. */
const OF_ORDER =
  /^(?:order (?:amount|total|value)|(?:total order|grand total)(?: amount| value)?|订单总?金额|订单总额|总金额|total pembayaran|tổng giá trị đơn hàng)$/;
/** Headers that are used for orders and for lines alike; the rows show which. */
const OF_EITHER = /^total(?: amount| price)?$/;

const REFUND_OF_ORDER = /^order refund(?: amount| total)?$/;

/** Less than any currency can show. */
const CENT = 0.01;

/** Places of the lines of each order, in the order of the file. */
type Orders = ReadonlyMap<string, readonly number[]>;
export type Settled = { readonly values: readonly RowValues[]; readonly notes: readonly Issue[] };

const numberOf = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : 0);

function ordersOf(values: readonly RowValues[]): Orders {
  const found = new Map<string, number[]>();
  values.forEach(({ platform, id }, place) => {
    pushTo(found, `${platform} ${textOfCell(id ?? null)}`, place);
  });
  return found;
}

const inCents = (amount: number): number => Math.round(amount * 100) / 100;

/** Parts of a sum by weights, in cents, which add up to it; equal ones where no line has a weight. */
function shares(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const last = whole === 0 ? weights.length - 1 : weights.lastIndexOf(weights.filter(Boolean).pop() ?? 0);
  let left = total;
  const parts = weights.map((weight, place) => {
    const part = inCents(total * (whole === 0 ? 1 / weights.length : weight / whole));
    if (place !== last) left -= part;
    return part;
  });
  parts[last] = Number(left.toFixed(6));
  return parts;
}

/** The lines of an order with one of their fields shared. */
function spread(
  rows: RowValues[],
  places: readonly number[],
  field: string,
  total: number,
  weights: readonly number[],
): void {
  const parts = shares(total, weights);
  places.forEach((place, i) => {
    rows[place] = { ...rows[place]!, [field]: parts[i]! };
  });
}

/** What an order's lines come to less its discount, as its subtotal shows; null where they contradict it. */
function netOf(lines: number, discount: number, subtotal: Cell, slack: number): number | null {
  if (typeof subtotal !== 'number') return lines - discount;
  return subtotal >= lines - discount - slack && subtotal <= lines + slack ? subtotal : null;
}

/**
 * Orders whose first line speaks for all: their discounts and refunds are shared by the amounts of the lines. Taxes and
 * shipping are no GMV, so that no more than the amounts goes back.
 */
function settleFirstLines(rows: RowValues[], orders: Orders, { fields }: ExportRows): Issue[] {
  let count = 0;
  let first = '';
  for (const places of orders.values()) {
    const amounts = places.map((place) => numberOf(rows[place]!.amount));
    const lines = amounts.reduce((sum, amount) => sum + amount, 0);
    const at = (field: string): Cell => fields[field]?.[places[0]!] ?? null;
    const net = netOf(lines, numberOf(at('order_discount')), at('subtotal'), CENT * places.length);
    if (net === null) {
      count++;
      first ||= textOfCell(rows[places[0]!]!.id ?? null);
    } else if (Math.abs(net - lines) >= CENT / 2) spread(rows, places, 'amount', net, amounts);
    const refund = places.reduce((sum, place) => sum + numberOf(rows[place]!.refund), 0);
    if (refund > 0) spread(rows, places, 'refund', Math.min(refund, Math.max(net ?? lines, 0)), amounts);
  }
  return count === 0 ? [] : [{ code: 'ORDER_SUBTOTAL_DIFFERS', values: { count, order: first } }];
}

const repeats = (rows: readonly RowValues[], places: readonly number[], field: string): boolean =>
  numberOf(rows[places[0]!]![field]) !== 0 &&
  places.every((place) => rows[place]![field] === rows[places[0]!]![field]);

/** The amount of an order on each of its lines, once: by units, and not on lines that brought no money. */
function shareOnce(rows: RowValues[], places: readonly number[]): void {
  const lines = places.map((place) => rows[place]!);
  const standing = lines.some(({ status }) => !isLost(status));
  const weights = lines.map(({ status, units }) =>
    standing && isLost(status) ? 0 : Math.abs(numberOf(units)) || 1,
  );
  const { amount, refund } = lines[0]!;
  if (repeats(rows, places, 'refund')) spread(rows, places, 'refund', numberOf(refund), weights);
  spread(rows, places, 'amount', numberOf(amount), weights);
}

const headerOf = ({ columns }: Recognition, field: string): string =>
  columns.find(({ column }) => column.field === field)?.header ?? '';

/** What went back of an order on each of its lines, once. */
function settleRefunds(rows: RowValues[], several: readonly (readonly number[])[]): void {
  for (const places of several) {
    if (!repeats(rows, places, 'refund')) continue;
    const amounts = places.map((place) => numberOf(rows[place]!.amount));
    spread(rows, places, 'refund', numberOf(rows[places[0]!]!.refund), amounts);
  }
}

/** Amounts that every line of an order repeats. */
function settleRepeated(rows: RowValues[], orders: Orders, recognition: Recognition): Issue[] {
  const { format } = recognition;
  const header = headerOf(recognition, 'amount');
  const { name } = readHeader(header);
  const several = [...orders.values()].filter((places) => places.length > 1);
  if (REFUND_OF_ORDER.test(readHeader(headerOf(recognition, 'refund')).name)) settleRefunds(rows, several);
  const repeated = several.filter((places) => repeats(rows, places, 'amount'));
  const isOpen = format.key === 'other.orders' || format.key.startsWith('own.');
  if (repeated.length === 0 || (!OF_ORDER.test(name) && !isOpen)) return [];
  const isAll = repeated.length === several.length;
  const order = textOfCell(rows[repeated[0]![0]!]!.id ?? null);
  const values = { column: header, count: repeated.length, order };
  if (OF_ORDER.test(name) || (isAll && OF_EITHER.test(name))) {
    for (const places of repeated) shareOnce(rows, places);
    return [{ code: 'ORDER_TOTALS_SHARED', values }];
  }
  return isAll ? [{ code: 'ORDER_AMOUNTS_REPEATED', values }] : [];
}

/**
 * Money that a file says of an order as a whole, as money of its lines.
 * @param values Rows of the file as rows of `orders`.
 * @param rows The same rows as read.
 * @param recognition What the file is.
 * @returns The rows, and what people are to know of: ORDER_TOTALS_SHARED, ORDER_AMOUNTS_REPEATED (the header does not
 *   say whether the amount is the order's; it was taken as the line's), ORDER_SUBTOTAL_DIFFERS.
 */
export function settleOrders(
  values: readonly RowValues[],
  rows: ExportRows,
  recognition: Recognition,
): Settled {
  const settled = [...values];
  const orders = ordersOf(values);
  const notes =
    recognition.format.carried.length > 0
      ? settleFirstLines(settled, orders, rows)
      : settleRepeated(settled, orders, recognition);
  return { values: settled, notes };
}
