import { dayOfCell } from './calendar.ts';
import { absent, type Fault, faultOf, finite, type Input, isFault, isNumber, numberOf } from './fault.ts';
import type { Cell } from './issue.ts';
import { rate } from './rate.ts';

/**
 * A margin is a share of the revenue: below 0 it is a loss on the goods, and above 1 a mistyped percentage.
 * @example isMargin(40) //=> false
 */
export const isMargin = (margin: number): boolean => margin <= 1;

/**
 * Return on investment: (revenue · margin − cost) ÷ cost. The shops' "GMV Max ROI" is revenue ÷ cost, which is ROAS.
 * @param revenue money, of the same currency as the cost.
 * @param cost money ≥ 0.
 * @param margin share of the revenue that is left after the goods, ≤ 1; 1 unless told.
 * @returns null where one is not measured or the cost is 0; NOT_A_NUMBER; NOT_NEGATIVE for a cost below 0;
 *   MARGIN_NOT_FRACTION for one above 1 (0.3 is 30 %); TOO_LARGE.
 * Source: return on investment, net gain ÷ cost.
 * @example roi(150, 100) //=> 0.5
 */
export const roi = (revenue: Input, cost: Input, margin: Input = 1): number | null | Fault => {
  const r = numberOf(revenue);
  const c = numberOf(cost);
  const m = numberOf(margin);
  if (!isNumber(r) || !isNumber(c) || !isNumber(m)) return absent(r, c, m);
  if (c < 0) return faultOf('NOT_NEGATIVE');
  if (!isMargin(m)) return faultOf('MARGIN_NOT_FRACTION');
  return c === 0 ? null : finite((r * m - c) / c);
};

/**
 * Return on ad spend: revenue ÷ ad spend.
 * @returns null where one is not measured or the spend is 0; NOT_A_NUMBER; NOT_NEGATIVE for a spend below 0; TOO_LARGE.
 * Source: return on ad spend, the shops' own definition of it.
 * @example roas(50000, 15000) //=> 3.33…
 */
export const roas = (revenue: Input, spend: Input): number | null | Fault =>
  typeof spend === 'number' && spend < 0 ? faultOf('NOT_NEGATIVE') : rate(revenue, spend);

/**
 * The ROAS at which ads neither earn nor lose: 1 ÷ margin.
 * @param margin share of the revenue that is left after the goods, above 0 and up to 1.
 * @returns null for no margin; NOT_A_NUMBER; MARGIN_NOT_FRACTION outside that.
 * Source: break-even of the contribution margin: revenue · margin = spend.
 * @example breakEvenRoas(0.25) //=> 4
 */
export const breakEvenRoas = (margin: Input): number | null | Fault => {
  const m = numberOf(margin);
  if (!isNumber(m)) return absent(m);
  return m > 0 && isMargin(m) ? finite(1 / m) : faultOf('MARGIN_NOT_FRACTION');
};

type Flow = { readonly day: number; readonly earned: number; readonly spent: number };

const flowOf = (day: Cell | undefined, earned: Input, spent: Input): Flow | Fault | null => {
  const d = dayOfCell(day);
  const e = numberOf(earned);
  const s = numberOf(spent);
  if (isFault(d) || isFault(e) || isFault(s)) return absent(d, e, s);
  return d === null ? null : { day: d, earned: e ?? 0, spent: s ?? 0 };
};

/**
 * The first day at whose end the margin earned so far covers the cost so far.
 * @param days dates, in any order, one for each revenue and cost; rows without a date are left out.
 * @param revenues money by day.
 * @param costs money by day, of the same currency.
 * @param margin as for `roi`.
 * @returns the day's serial; null while it is not paid back, or nothing was spent; DIFFERENT_LENGTHS; NOT_A_DATE;
 *   NOT_A_NUMBER; MARGIN_NOT_FRACTION.
 * Source: payback period, undiscounted.
 * @example paybackDay([1, 2, 3], [0, 60, 60], [100, 0, 0]) //=> 3
 */
export const paybackDay = (
  days: readonly Cell[],
  revenues: readonly Input[],
  costs: readonly Input[],
  margin: Input = 1,
): number | null | Fault => {
  const share = numberOf(margin);
  if (!isNumber(share)) return share;
  if (!isMargin(share)) return faultOf('MARGIN_NOT_FRACTION');
  if (days.length !== revenues.length || days.length !== costs.length) return faultOf('DIFFERENT_LENGTHS');
  const flows: Flow[] = [];
  for (let i = 0; i < days.length; i++) {
    const flow = flowOf(days[i], revenues[i], costs[i]);
    if (isFault(flow)) return flow;
    if (flow) flows.push(flow);
  }
  flows.sort((a, b) => a.day - b.day);
  let earned = 0;
  let spent = 0;
  for (let i = 0; i < flows.length; i++) {
    const flow = flows[i] as Flow;
    earned += flow.earned * share;
    spent += flow.spent;
    const isEndOfDay = flows[i + 1]?.day !== flow.day;
    if (isEndOfDay && spent > 0 && earned >= spent) return flow.day;
  }
  return null;
};
