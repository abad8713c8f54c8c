import { dateOfSerial, monthStart, serialOfDate, weekdayOf } from '../kpi/calendar.ts';
import type { RowValues } from '../workbook/table.ts';
import { shareSeenBy } from './performance.ts';
import { PRODUCTS, priceIn } from './products.ts';
import { type Random, randomOf, shareWhole } from './random.ts';
import { ACCOUNTS } from './team.ts';
import type { Account, Fact, Frame, Order, Product } from './types.ts';

/** Orders of the shop tab, search and newsletters: they name no content. Expected number a week and shop. */
const OTHER_A_WEEK = 1.1;
/** People buy more at weekends; 0 = Sunday. */
const WEEKDAYS: readonly number[] = [1.22, 0.91, 0.88, 0.93, 0.97, 1.04, 1.19];

function dayOf(random: Random, fact: Fact): number {
  const { published, profile } = fact.item;
  const first = Math.max(fact.from, Math.floor(published));
  if (profile.format === 'live') return Math.min(first, fact.to);
  const days = Array.from({ length: fact.to - first + 1 }, (_, index) => first + index);
  const weights = days.map((day) => {
    const seen =
      shareSeenBy(profile.format, day + 1 - published) - shareSeenBy(profile.format, day - published);
    return seen * (WEEKDAYS[weekdayOf(day)] ?? 1);
  });
  return random.weighted(days, weights);
}

function amountOf(random: Random, account: Account, product: Product, units: number): number {
  const discount = random.chance(0.42) ? random.between(0.03, 0.16) : 0;
  const amount = priceIn(account.market, product) * units * (1 - discount);
  return account.currency === 'IDR' ? Math.round(amount) : Math.round(amount * 100) / 100;
}

/** A web shop counts its orders; TikTok's numbers are long and only look alike. */
function numbered(frame: Frame, orders: readonly Order[]): Order[] {
  const random = randomOf(frame.seed, 'order numbers');
  let last = random.whole(10_400, 12_900);
  return orders.map((order) => {
    if (order.account.platform !== 'tiktok_shop') {
      last += random.whole(1, 3);
      return { ...order, id: `SP-${last}` };
    }
    const digits = [random.whole(10_000_000, 99_999_999), random.whole(10_000_000, 99_999_999)];
    return { ...order, id: `57${digits.join('')}` };
  });
}

/** Young orders are paid, older ones completed; a few come back or (outside content reports) are cancelled. */
function statusOf(random: Random, frame: Frame, day: number, attributed: boolean): Order['status'] {
  const luck = random.next();
  if (frame.lastDay - day < 9) return luck < 0.012 ? 'refunded' : 'paid';
  if (luck < 0.034) return 'refunded';
  return !attributed && luck < 0.08 ? 'cancelled' : 'completed';
}

function orderOf(random: Random, frame: Frame, account: Account, fact: Fact | null, from: number): Order {
  const day = fact === null ? from + random.whole(0, 6) : dayOf(random, fact);
  const own = fact?.item.product ?? null;
  const product = own !== null && (fact?.item.viral || random.chance(0.9)) ? own : random.pick(PRODUCTS);
  const units = random.weighted([1, 2, 3], [0.86, 0.11, 0.03]);
  const amount = amountOf(random, account, product, units);
  const status = statusOf(random, frame, day, fact !== null);
  const refund = status === 'refunded' ? amount : 0;
  return { id: '', day, account, product, units, amount, refund, status, fact };
}

/** Orders of the weeks of the facts, and a few that came from no content, by day. */
export function makeOrders(frame: Frame, facts: readonly Fact[]): Order[] {
  const orders: Order[] = [];
  for (const account of ACCOUNTS) {
    const random = randomOf(frame.seed, `orders ${account.id}`);
    const own = facts.filter((fact) => fact.item.account === account);
    for (let week = 0; week < frame.weeks; week += 1) {
      const active = own.filter((fact) => fact.week === week);
      const shares = shareWhole(
        random,
        active.map((fact) => fact.expectedOrders),
      );
      for (const [index, fact] of active.entries()) {
        const most = fact.measures.product_clicks ?? fact.measures.views ?? 0;
        const count = Math.min(most, shares[index] ?? 0);
        for (let each = 0; each < count; each += 1)
          orders.push(orderOf(random, frame, account, fact, fact.from));
      }
      const from = frame.firstDay + week * 7;
      const others = account.platform === 'tiktok_shop' ? (shareWhole(random, [OTHER_A_WEEK])[0] ?? 0) : 0;
      for (let each = 0; each < others; each += 1) orders.push(orderOf(random, frame, account, null, from));
    }
  }
  // Sorting is stable, so that orders of one day keep the order in which they were made.
  return numbered(
    frame,
    orders.sort((one, other) => one.day - other.day),
  );
}

/** The ID of the import that brought the orders of an account and month. */
export const orderImportId = (account: Account, day: number): string => {
  const { year, month } = dateOfSerial(monthStart(day));
  return `o-${serialOfDate(year, month, 1)}-${ACCOUNTS.indexOf(account) + 1}`;
};

/** Where an order came from: a platform's own content ID, or the UTM parameters of the web shop. */
function origin(order: Order): RowValues {
  if (order.fact === null) return {};
  const { item } = order.fact;
  if (item.account.platform === 'tiktok_shop') return { content: item.id };
  return {
    utm_source: item.account.platform,
    utm_medium: item.account.platform === 'youtube' ? 'video' : 'social',
    utm_content: item.id,
  };
}

/** Rows of the sheet `orders`. */
export function orderRows(orders: readonly Order[]): RowValues[] {
  return orders.map((order) => ({
    id: order.id,
    date: order.day,
    platform: order.account.platform,
    account: order.account.id,
    market: order.account.market,
    sku: order.product.sku,
    units: order.units,
    amount: order.amount,
    currency: order.account.currency,
    ...(order.refund > 0 ? { refund: order.refund } : {}),
    ...origin(order),
    status: order.status,
    import: orderImportId(order.account, order.day),
  }));
}
