import type { Entries } from './entries.ts';

/** Days over which daily sales are a mean. */
const DAYS = 14;

/**
 * Units sold a day over the last days that orders tell of, up to yesterday.
 * @param orders Orders that count.
 * @param today Serial day.
 * @returns A function of SKU: 0 for one that sold nothing; null where no order is younger than 14 days, since then
 *   nothing is known of the sales of today.
 */
export function dailySales(orders: Entries, today: number): (sku: string) => number | null {
  const { length, days, skus, units } = orders;
  const isKnown = (i: number): boolean => (days[i] as number) < today && skus[i] !== '';
  let last = -Infinity;
  for (let i = 0; i < length; i++) if ((days[i] as number) > last && isKnown(i)) last = days[i] as number;
  const sold = new Map<string, number>();
  for (let i = 0; i < length; i++) {
    const sku = skus[i] as string;
    if ((days[i] as number) > last - DAYS && isKnown(i))
      sold.set(sku, (sold.get(sku) ?? 0) + (units[i] as number));
  }
  return (sku) => (last < today - DAYS ? null : (sold.get(sku) ?? 0) / DAYS);
}
