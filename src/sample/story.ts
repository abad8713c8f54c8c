import { randomOf } from './random.ts';
import { ACCOUNTS } from './team.ts';
import type { Account, Frame, StoryKey } from './types.ts';

/**
 * What is planted in the sample when it is made with a story. Which account, week and size is drawn from the seed
 * by `drawStory`; nothing else in the data is out of the ordinary.
 */
export const STORY: readonly {
  readonly key: StoryKey;
  readonly what: string;
  /** What `size` of the fact says. */
  readonly size: string;
  /** How it can be seen in the data. */
  readonly shows: string;
}[] = [
  {
    key: 'conversion_drop',
    what: 'Fewer clicks become orders on one TikTok Shop account in the last one or two weeks.',
    size: 'Share of the orders per click that is lost in the last week (0.6 = 60 % fewer).',
    shows: 'CTOR and CVR of the account fall; product impressions, clicks and completion rate do not.',
  },
  {
    key: 'gamed_completion',
    what: 'One TikTok Shop account makes very short looped videos in the last two weeks: more views are completed, and the public that they bring does not buy.',
    size: 'Gain of completed views per view on the looped videos of the last week (0.6 = 60 % more).',
    shows: 'Completion rate of the account rises, its product CTR and CVR fall; videos of 6–10 seconds.',
  },
  {
    key: 'viral_stockout',
    what: 'One video of the last days gets many times the usual views and sells its product out.',
    size: 'Its reach as a multiple of the median item of its account and format.',
    shows:
      'The item leads the week in views and orders; the stock of its product is 0 and supply is weeks away.',
  },
  {
    key: 'weak_hours',
    what: 'What is published in one band of four hours gets clearly fewer views, on every account, all the time.',
    size: 'Share of the views that is lost (0.45 = 45 % fewer).',
    shows: 'Views of items of the band against the median of their account and format.',
  },
  {
    key: 'unreal_target',
    what: "One KPI has a target for this quarter that is far above everything in the KPI's own history.",
    size: 'Target as a multiple of the best week (amounts and counts: of the target for seven days).',
    shows: 'Sheet of targets, against the weekly values of the KPI.',
  },
  {
    key: 'overdue_comments',
    what: 'Negative comments on one account were not answered for days.',
    size: 'Number of negative comments that are unanswered and older than the limit at the end of the last day.',
    shows: 'Comments without a time of answer; all others were answered in time.',
  },
  {
    key: 'expired_licence',
    what: 'The licence of one asset ran out, and content published since then uses it.',
    size: 'Days since the licence ran out, at the last day.',
    shows: 'Valid-until date before the publication of the content that the asset names.',
  },
];

/** KPIs that may get the unreal target: not the goal, and none that another fact moves upwards. */
const TARGET_NODES = [
  'tiktok.ctr',
  'tiktok.product_impressions',
  'youtube.cvr',
  'youtube.engagement_rate',
  'instagram.views',
  'instagram.cvr',
  'instagram.engagement_rate',
] as const;

/** The bands in which the team publishes often enough for a comparison. */
const BANDS = [8, 12, 16, 20] as const;

/** Places and sizes of the story, before any data exists. Weeks count from 0 = first week of data. */
export type StoryPlan = {
  readonly drop: { readonly account: Account; readonly fromWeek: number; readonly size: number };
  readonly gaming: {
    readonly account: Account;
    readonly fromWeek: number;
    /** More completed views per view of the looped videos. */
    readonly gain: number;
    /** Fewer product clicks per product impression of all short videos of the account. */
    readonly loss: number;
  };
  readonly viral: { readonly account: Account; readonly inLastWeek: boolean; readonly factor: number };
  readonly weakHours: { readonly from: number; readonly loss: number };
  readonly target: { readonly node: string; readonly factor: number };
  readonly comments: { readonly account: Account; readonly count: number };
  readonly licence: { readonly asset: number; readonly days: number; readonly uses: number };
};

/** Draws the places and sizes of the story from the seed. */
export function drawStory(frame: Frame): StoryPlan {
  const random = randomOf(frame.seed, 'story');
  const shops = random.shuffled(ACCOUNTS.filter((account) => account.platform === 'tiktok_shop'));
  const [dropped, gamed, third] = shops as [Account, Account, Account];
  const youtube = ACCOUNTS.filter((account) => account.platform === 'youtube');
  return {
    drop: {
      account: dropped,
      fromWeek: frame.weeks - random.whole(1, 2),
      size: random.between(0.52, 0.64),
    },
    gaming: {
      account: gamed,
      fromWeek: frame.weeks - 2,
      gain: random.between(0.5, 0.72),
      loss: random.between(0.68, 0.8),
    },
    viral: {
      account: random.pick([third, ...youtube]),
      inLastWeek: random.chance(0.6),
      factor: random.between(9, 13),
    },
    weakHours: { from: random.pick(BANDS), loss: random.between(0.42, 0.52) },
    target: { node: random.pick(TARGET_NODES), factor: random.between(1.8, 2.7) },
    comments: { account: random.pick(ACCOUNTS), count: random.whole(4, 9) },
    licence: { asset: random.whole(0, 5), days: random.whole(12, 29), uses: random.whole(2, 4) },
  };
}

/** How far a change that builds up has come in a week: 0 before it, half or more in its first week, 1 in the last. */
export function strengthIn(frame: Frame, fromWeek: number, week: number): number {
  if (week < fromWeek) return 0;
  return week === frame.weeks - 1 ? 1 : 0.55;
}
