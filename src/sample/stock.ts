import type { RowValues } from '../workbook/table.ts';
import { PRODUCTS } from './products.ts';
import { randomOf } from './random.ts';
import type { Frame, Order } from './types.ts';

const TRAILING_DAYS = 28;

/**
 * Rows of the sheet `products`. Every product has stock for more than five weeks of its recent sales, but the one
 * that the story sold out.
 */
export function productRows(frame: Frame, orders: readonly Order[], soldOut: string | null): RowValues[] {
  const random = randomOf(frame.seed, 'stock');
  const recent = orders.filter((order) => order.day > frame.lastDay - TRAILING_DAYS);
  return PRODUCTS.map((product) => {
    const sold = recent
      .filter((order) => order.product === product)
      .reduce((sum, order) => sum + order.units, 0);
    const days = random.between(38, 85);
    const inbound = random.chance(0.4) ? random.whole(60, 240) : 0;
    const eta = frame.lastDay + random.whole(12, 26);
    const out = product.sku === soldOut;
    const arriving = out ? Math.max(180, inbound) : inbound;
    return {
      sku: product.sku,
      name: product.names[frame.language],
      margin: product.margin,
      stock: out ? 0 : Math.ceil((Math.max(6, sold) / TRAILING_DAYS) * days) + random.whole(3, 19),
      ...(arriving > 0 ? { inbound: arriving, eta } : {}),
    };
  });
}
