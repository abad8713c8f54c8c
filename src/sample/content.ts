import { serialOfDate } from '../kpi/calendar.ts';
import { HOOKS, LIVE_TITLES } from './phrases.ts';
import { PRODUCTS } from './products.ts';
import { normalAt, type Random, randomOf, stratified } from './random.ts';
import { type StoryPlan, strengthIn } from './story.ts';
import { ACCOUNTS } from './team.ts';
import type { Account, FormatProfile, Frame, Item, Product, SamplePlatform } from './types.ts';

/** Weeks of publications before the first week of data, whose last views fall into it. */
export const WEEKS_BEFORE = 4;

/** Shares of publications by the hour at which a band of four hours begins. */
const HOUR_BANDS: readonly (readonly [from: number, share: number])[] = [
  [8, 0.23],
  [12, 0.25],
  [16, 0.27],
  [20, 0.25],
];

/** A week's content shows cheap and dear products side by side, as a planner would have it. */
const BY_PRICE = [...PRODUCTS].sort((one, other) => one.usd - other.usd);

const REACH_SIGMA = 0.36;
/** Lives are watched by regulars. */
const LIVE_SIGMA = 0.18;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function hourAt(quantile: number): number {
  let below = 0;
  for (const [from, share] of HOUR_BANDS) {
    if (quantile < below + share) return from + ((quantile - below) / share) * 4;
    below += share;
  }
  return 23.9;
}

/** A platform's kind of ID. TikTok's hold the Unix time of publication in their upper 32 bits. */
function contentId(random: Random, platform: SamplePlatform, published: number): string {
  if (platform === 'youtube') return Array.from({ length: 11 }, () => random.pick([...LETTERS])).join('');
  if (platform === 'instagram')
    return `18${String(random.whole(10_000_000, 99_999_999))}${random.whole(1_000_000, 9_999_999)}`;
  const seconds = Math.round((published - serialOfDate(1970, 1, 1)) * 86400);
  return ((BigInt(seconds) << 32n) + BigInt(random.whole(0, 4294967295))).toString();
}

function durationOf(random: Random, profile: FormatProfile, looped: boolean): number {
  if (looped) return random.whole(6, 10);
  if (profile.format === 'short_video') return random.whole(17, 58);
  if (profile.format === 'long_video') return random.whole(312, 1130);
  if (profile.format === 'live') return random.whole(3600, 8900);
  return 0;
}

function titleOf(
  random: Random,
  account: Account,
  profile: FormatProfile,
  product: Product,
  hook: number,
): string {
  const texts = profile.format === 'live' ? LIVE_TITLES : (HOOKS[hook] ?? HOOKS[0])?.titles;
  const named = random
    .pick(texts?.[account.language] ?? ['{}'])
    .replace('{}', product.local[account.language]);
  return (named[0] ?? '').toUpperCase() + named.slice(1);
}

/** What of an item is drawn together with the other items of its account and week. */
type Slot = {
  readonly profile: FormatProfile;
  readonly day: number;
  readonly hour: number;
  readonly reach: number;
  readonly product: Product;
};

function slotsOf(random: Random, account: Account): Slot[] {
  const profiles = random.shuffled(
    account.formats.flatMap((profile) => new Array<FormatProfile>(profile.perWeek).fill(profile)),
  );
  const count = profiles.length;
  const hours = stratified(random, count);
  const reaches = stratified(random, count);
  const prices = stratified(random, count);
  return profiles.map((profile, index) => ({
    profile,
    day: Math.floor(((index + random.next()) * 7) / count),
    hour: hourAt(hours[index] ?? 0),
    reach: Math.exp((profile.format === 'live' ? LIVE_SIGMA : REACH_SIGMA) * normalAt(reaches[index] ?? 0.5)),
    product: BY_PRICE[Math.floor((prices[index] ?? 0) * BY_PRICE.length)] as Product,
  }));
}

/** An hour of another band, for the item that goes viral: it must not be weak and strong at once. */
const outsideBand = (hour: number, from: number): number =>
  hour >= from && hour < from + 4 ? (from === 20 ? hour - 4 : hour + 4) : hour;

type Effect = {
  readonly reach: number;
  readonly completion: number;
  readonly looped: boolean;
};

function effectOf(frame: Frame, plan: StoryPlan | null, account: Account, week: number, slot: Slot): Effect {
  if (plan === null) return { reach: 1, completion: 1, looped: false };
  const { weakHours, gaming } = plan;
  const weak = slot.hour >= weakHours.from && slot.hour < weakHours.from + 4;
  const games = account === gaming.account && slot.profile.format === 'short_video';
  const strength = games ? strengthIn(frame, gaming.fromWeek, week) : 0;
  return {
    reach: weak ? 1 - weakHours.loss : 1,
    completion: 1 + gaming.gain * strength,
    looped: strength > 0,
  };
}

/** The slot that goes viral: the first short video of the last week, or the last one of the week before. */
function viralSlot(
  frame: Frame,
  plan: StoryPlan | null,
  account: Account,
  week: number,
  slots: readonly Slot[],
): number {
  if (plan === null || plan.viral.account !== account) return -1;
  if (week !== frame.weeks - (plan.viral.inLastWeek ? 1 : 2)) return -1;
  const shorts = slots.flatMap((slot, index) => (slot.profile.format === 'short_video' ? [index] : []));
  return (plan.viral.inLastWeek ? shorts[0] : shorts[shorts.length - 1]) ?? -1;
}

function itemOf(
  frame: Frame,
  plan: StoryPlan | null,
  account: Account,
  week: number,
  slot: Slot,
  viral: boolean,
): Item {
  const label = `item ${account.id} ${week} ${slot.profile.format} ${slot.day} ${slot.reach}`;
  const random = randomOf(frame.seed, label);
  const hour = viral && plan !== null ? outsideBand(slot.hour, plan.weakHours.from) : slot.hour;
  const effect = effectOf(frame, plan, account, week, { ...slot, hour });
  const minutes = Math.floor(hour * 60);
  const published = frame.firstDay + week * 7 + slot.day + minutes / 1440;
  const { product } = slot;
  const sells = random.chance(0.85) || account.platform === 'tiktok_shop' || viral;
  const hook = random.whole(0, HOOKS.length - 1);
  return {
    id: contentId(random, account.platform, published),
    account,
    profile: slot.profile,
    week,
    published,
    duration: durationOf(random, slot.profile, effect.looped),
    product: sells && slot.profile.format !== 'live' ? product : null,
    sells,
    title: titleOf(random, account, slot.profile, product, hook),
    hook,
    reach: viral && plan !== null ? plan.viral.factor : slot.reach * effect.reach,
    viral,
    completionFactor: random.spread(0.06) * effect.completion,
    ctrFactor: random.spread(0.1),
    likingFactor: random.spread(0.1),
  };
}

/** Everything that the team published, in order of publication. */
export function makeItems(frame: Frame, plan: StoryPlan | null): Item[] {
  const items: Item[] = [];
  for (const account of ACCOUNTS) {
    const random = randomOf(frame.seed, `calendar ${account.id}`);
    for (let week = -WEEKS_BEFORE; week < frame.weeks; week += 1) {
      const slots = slotsOf(random, account);
      const viral = viralSlot(frame, plan, account, week, slots);
      for (const [index, slot] of slots.entries()) {
        items.push(itemOf(frame, plan, account, week, slot, index === viral));
      }
    }
  }
  return items.sort((one, other) => one.published - other.published || (one.id < other.id ? -1 : 1));
}
