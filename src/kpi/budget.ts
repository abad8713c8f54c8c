import { absent, type Fault, faultOf, finite, type Input, isFault, isNumber, numberOf } from './fault.ts';

/**
 * What items cost together.
 * @param items number of items, ≥ 0. @param costPerItem money, ≥ 0.
 * @returns null where one is missing; NOT_NEGATIVE.
 * @example budget(20, 150) //=> 3000
 */
export const budget = (items: Input, costPerItem: Input): number | null | Fault => {
  const [count, cost] = [numberOf(items), numberOf(costPerItem)];
  if (!isNumber(count) || !isNumber(cost)) return absent(count, cost);
  return count < 0 || cost < 0 ? faultOf('NOT_NEGATIVE') : finite(count * cost);
};

/**
 * The GMV whose margin covers a cost: cost ÷ margin.
 * @param cost money, ≥ 0. @param margin gross margin as a fraction above 0 and up to 1.
 * @returns null where one is missing; NOT_NEGATIVE; MARGIN_NOT_FRACTION.
 * Source: break-even revenue of cost-volume-profit analysis, variable cost of the goods alone.
 * @example breakEvenGmv(150, 0.4) //=> 375
 */
export const breakEvenGmv = (cost: Input, margin: Input): number | null | Fault => {
  const [spent, share] = [numberOf(cost), numberOf(margin)];
  if (!isNumber(spent) || !isNumber(share)) return absent(spent, share);
  if (spent < 0) return faultOf('NOT_NEGATIVE');
  return share > 0 && share <= 1 ? finite(spent / share) : faultOf('MARGIN_NOT_FRACTION');
};

/** 21 ÷ 0.7 is a little more than 30 in a double, and does not need another order. */
const ROUNDING = 1e-9;

/**
 * The whole orders whose margin covers a cost.
 * @param cost, margin as for `breakEvenGmv`. @param orderValue average order value (AOV), > 0.
 * @returns null where one is missing; NEEDS_POSITIVE for the order value; faults as of `breakEvenGmv`.
 * @example breakEvenOrders(150, 0.4, 25) //=> 15
 */
export const breakEvenOrders = (cost: Input, margin: Input, orderValue: Input): number | null | Fault => {
  const [gmv, value] = [breakEvenGmv(cost, margin), numberOf(orderValue)];
  if (isFault(gmv)) return gmv;
  if (!isNumber(value) || gmv === null) return absent(value);
  if (value <= 0) return faultOf('NEEDS_POSITIVE');
  const orders = gmv / value;
  return finite(Math.ceil(orders - ROUNDING * Math.max(1, orders)));
};
