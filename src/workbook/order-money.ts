/** A line of an order, as far as its money goes. */
export type OrderLine = {
  /** What the lines of one order share. */
  readonly order: string;
  /** Key of the status; null for none. */
  readonly status: string | null;
  readonly amount: number;
  /** What its row says went back; null where it says nothing. */
  readonly refund: number | null;
};

/**
 * Whether an order brought no money: it was cancelled, or is not paid yet.
 * @param status Key of the status.
 * @example isLost('unpaid') //=> true
 */
export const isLost = (status: unknown): boolean => status === 'cancelled' || status === 'unpaid';

const isNamed = ({ refund }: OrderLine): boolean => refund !== null && refund !== 0;

/** Refunded lines that do not say how much of them. */
const isSilent = (line: OrderLine): boolean => line.status === 'refunded' && !isNamed(line);

const sum = (lines: readonly OrderLine[], value: (line: OrderLine) => number): number =>
  lines.reduce((total, line) => total + value(line), 0);

/**
 * Whether the sums that an order names are for all of its lines: many exports name what went back on the first line,
 * and only its status on the others.
 */
function namesAll(lines: readonly OrderLine[]): boolean {
  const named = lines.filter(isNamed);
  if (named.some(({ status }) => status === 'refunded')) return true;
  const silent = sum(lines.filter(isSilent), ({ amount }) => amount);
  return named.length > 0 && sum(named, ({ refund }) => Math.abs(refund ?? 0)) >= silent;
}

/**
 * What went back of each line. An order is looked at as a whole: where it names what went back, that is all; where it
 * was refunded without a sum, all of its amount went back. Lines that brought no money give none back.
 * @param lines Lines of any number of orders.
 * @returns One amount for each line.
 * @example refundsOf([{ order: '1', status: 'refunded', amount: 20, refund: 50 },
 *   { order: '1', status: 'refunded', amount: 30, refund: null }]) //=> [50, 0]
 */
export function refundsOf(lines: readonly OrderLine[]): number[] {
  const orders = new Map<string, OrderLine[]>();
  for (const line of lines) {
    if (isLost(line.status)) continue;
    const own = orders.get(line.order);
    if (own === undefined) orders.set(line.order, [line]);
    else own.push(line);
  }
  const whole = new Set([...orders].filter(([, own]) => namesAll(own)).map(([order]) => order));
  return lines.map((line) => {
    if (isLost(line.status)) return 0;
    return isSilent(line) && !whole.has(line.order) ? line.amount : (line.refund ?? 0);
  });
}
