import { dateOfSerial } from '../kpi/calendar.ts';
import type { RowValues } from '../workbook/table.ts';
import { type Random, randomOf } from './random.ts';
import { type StoryPlan, strengthIn } from './story.ts';
import { ACCOUNTS } from './team.ts';
import type { Account, Fact, Format, Frame, Item, Order } from './types.ts';

/** After so many days a platform hardly shows an item any more. */
const LIFE_DAYS = 35;
const LEAST_VIEWS = 25;

type Curve = { readonly days: number; readonly shape: number };
const CURVES: Readonly<Record<Format, Curve>> = {
  short_video: { days: 4, shape: 0.75 },
  long_video: { days: 6, shape: 0.7 },
  carousel: { days: 3, shape: 0.7 },
  image: { days: 2.4, shape: 0.7 },
  live: { days: 0, shape: 1 },
};

/** Share of an item's views within `days` of publication (a Weibull curve, cut at `LIFE_DAYS`). */
export function shareSeenBy(format: Format, days: number): number {
  const { days: scale, shape } = CURVES[format];
  if (days <= 0) return 0;
  if (scale === 0 || days >= LIFE_DAYS) return 1;
  const grown = (after: number): number => 1 - Math.exp(-((after / scale) ** shape));
  return grown(days) / grown(LIFE_DAYS);
}

/** Mild seasons: more at the end of a month and of a year, and slow growth. */
function seasonOf(frame: Frame, week: number): number {
  const { month, day } = dateOfSerial(frame.firstDay + week * 7 + 3);
  const endOfMonth = day >= 24 ? 1.015 : 1;
  return endOfMonth * (1 + 0.012 * Math.cos((2 * Math.PI * (month - 11)) / 12)) * (1 + 0.0008 * week);
}

/** What all items of an account share in a week: the mood of the platform, vouchers, competitors. */
type WeekFactors = {
  readonly views: number;
  readonly ctr: number;
  /** Of short videos alone: what loops bring in are people who do not buy. */
  readonly shortCtr: number;
  readonly conversion: number;
  readonly completion: number;
  readonly liking: number;
};

function weekFactors(frame: Frame, plan: StoryPlan | null, account: Account): WeekFactors[] {
  const random = randomOf(frame.seed, `weeks ${account.id}`);
  return Array.from({ length: frame.weeks }, (_, week) => {
    const drop = plan?.drop.account === account ? plan.drop : null;
    const gaming = plan?.gaming.account === account ? plan.gaming : null;
    const looped = gaming === null ? 0 : gaming.loss * strengthIn(frame, gaming.fromWeek, week);
    const lost = drop === null ? 0 : drop.size * strengthIn(frame, drop.fromWeek, week);
    return {
      views: seasonOf(frame, week) * random.spread(0.055),
      ctr: random.spread(0.035),
      shortCtr: 1 - looped,
      conversion: random.spread(0.045) * (1 - lost),
      completion: random.spread(0.022),
      liking: random.spread(0.03),
    };
  });
}

const part = (whole: number, share: number): number => Math.min(whole, Math.round(whole * share));

/** Reactions that every platform counts. */
function reactions(random: Random, item: Item, views: number, week: WeekFactors): Record<string, number> {
  const live = item.profile.format === 'live' ? 2.3 : 1;
  const liking = item.account.liking * item.likingFactor * week.liking * live;
  return {
    likes: part(views, liking * random.spread(0.05)),
    comments: part(views, liking * 0.061 * random.spread(0.12)),
    shares: part(views, liking * 0.094 * random.spread(0.12)),
    new_followers: part(views, 0.0019 * item.likingFactor * random.spread(0.14)),
  };
}

function shopMeasures(random: Random, item: Item, views: number, week: WeekFactors): Record<string, number> {
  const live = item.profile.format === 'live';
  const impressions = Math.round(views * (live ? 1.12 : 0.613) * random.spread(0.03));
  const ctr = item.profile.ctr * item.ctrFactor * week.ctr * (live ? 1 : week.shortCtr);
  const clicks = part(impressions, ctr * random.spread(0.04));
  const rate = Math.min(
    0.93,
    item.account.completion * item.completionFactor * week.completion * random.spread(0.02),
  );
  const base = { views, ...reactions(random, item, views, week) };
  const shop = { product_impressions: impressions, product_clicks: clicks };
  return live ? { ...base, ...shop } : { ...base, completed_views: part(views, rate), ...shop };
}

function youtubeMeasures(
  random: Random,
  item: Item,
  views: number,
  week: WeekFactors,
): Record<string, number> {
  const long = item.profile.format === 'long_video';
  const impressions = Math.round(views * (long ? 13.4 : 4.6) * random.spread(0.05));
  const seconds = long ? item.duration * 0.36 : item.duration * 0.71;
  return {
    impressions,
    clicks: part(Math.min(views, impressions), (long ? 0.61 : 0.22) * random.spread(0.06)),
    views,
    engaged_views: part(views, Math.min(0.97, (long ? 0.89 : 0.72) * random.spread(0.02))),
    watch_hours: Number(((views * seconds * random.spread(0.05)) / 3600).toFixed(1)),
    ...reactions(random, item, views, week),
  };
}

function instagramMeasures(
  random: Random,
  item: Item,
  views: number,
  week: WeekFactors,
): Record<string, number> {
  const saving = item.account.liking * 0.17 * item.likingFactor * week.liking * random.spread(0.1);
  return { views, ...reactions(random, item, views, week), saves: part(views, saving) };
}

const USUAL_PRICE = 62;

/** What is cheap sells more easily, though not so much that all products bring the same. */
const ease = (item: Item): number => (item.product === null ? 1 : Math.sqrt(USUAL_PRICE / item.product.usd));

function factOf(frame: Frame, item: Item, week: number, factors: WeekFactors): Fact | null {
  const from = frame.firstDay + week * 7;
  const { format } = item.profile;
  const share = shareSeenBy(format, from + 7 - item.published) - shareSeenBy(format, from - item.published);
  if (share <= 0) return null;
  const random = randomOf(frame.seed, `fact ${item.id} ${week}`);
  const views = Math.round(item.profile.views * item.reach * share * factors.views * random.spread(0.06));
  if (views < LEAST_VIEWS) return null;
  const { platform } = item.account;
  const shop = platform === 'tiktok_shop';
  const measures = shop
    ? shopMeasures(random, item, views, factors)
    : platform === 'youtube'
      ? youtubeMeasures(random, item, views, factors)
      : instagramMeasures(random, item, views, factors);
  const base = shop ? (measures.product_clicks ?? 0) : item.sells ? views : 0;
  const rate = item.profile.conversion * factors.conversion * ease(item) * (shop ? 1 : item.ctrFactor);
  return { item, week, from, to: from + 6, measures, expectedOrders: Math.min(base, base * rate) };
}

/** Activity by item and week, all weeks of an account together. */
export function makeFacts(frame: Frame, plan: StoryPlan | null, items: readonly Item[]): Fact[] {
  const facts: Fact[] = [];
  for (const account of ACCOUNTS) {
    const own = items.filter((item) => item.account === account);
    for (const [week, factors] of weekFactors(frame, plan, account).entries()) {
      for (const item of own) {
        const fact = factOf(frame, item, week, factors);
        if (fact !== null) facts.push(fact);
      }
    }
  }
  return facts;
}

/** What orders add to a week of an item: their number, units and amount, 0 where there were none. */
export type Sales = { readonly orders: number; readonly units: number; readonly gmv: number };

/** Sums the orders of each fact, so that the two sheets agree to the cent. */
export function salesByFact(orders: readonly Order[]): ReadonlyMap<Fact, Sales> {
  const sales = new Map<Fact, Sales>();
  for (const order of orders) {
    if (order.fact === null) continue;
    const before = sales.get(order.fact) ?? { orders: 0, units: 0, gmv: 0 };
    sales.set(order.fact, {
      orders: before.orders + 1,
      units: before.units + order.units,
      gmv: Math.round((before.gmv + order.amount) * 100) / 100,
    });
  }
  return sales;
}

const NO_SALES: Sales = { orders: 0, units: 0, gmv: 0 };

/** The ID of the import that brought a week of an account. */
export const weekImportId = (account: Account, from: number): string =>
  `w-${from}-${ACCOUNTS.indexOf(account) + 1}`;

/** Rows of the sheet `performance`. */
export function performanceRows(facts: readonly Fact[], sales: ReadonlyMap<Fact, Sales>): RowValues[] {
  return facts.map((fact) => ({
    content: fact.item.id,
    platform: fact.item.account.platform,
    account: fact.item.account.id,
    from: fact.from,
    to: fact.to,
    kind: 'period',
    currency: fact.item.account.currency,
    ...fact.measures,
    ...(sales.get(fact) ?? NO_SALES),
    import: weekImportId(fact.item.account, fact.from),
  }));
}
