import type { Entry } from './entries.ts';

/** Days over which daily sales are a mean. */
const DAYS = 14;

/**
 * Units sold a day over the last days that orders tell of, up to yesterday.
 * @param orders Orders that count.
 * @param today Serial day.
 * @returns A function of SKU: 0 for one that sold nothing; null where no order is younger than 14 days, since then
 *   nothing is known of the sales of today.
 */
export function dailySales(orders: readonly Entry[], today: number): (sku: string) => number | null {
  const known = orders.filter(({ day, sku }) => day < today && sku !== '');
  const last = known.reduce((latest, { day }) => Math.max(latest, day), -Infinity);
  const units = new Map<string, number>();
  for (const { day, sku, units: sold } of known) {
    if (day > last - DAYS) units.set(sku, (units.get(sku) ?? 0) + sold);
  }
  return (sku) => (last < today - DAYS ? null : (units.get(sku) ?? 0) / DAYS);
}
