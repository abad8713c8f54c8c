import type { RowValues } from '../workbook/table.ts';
import type { Language, Words } from '../workbook/template.ts';

export type SampleOptions = {
  /** Chooses every number and the places of the story; any whole number. */
  readonly seed: number;
  /** Serial day of the last Sunday that has data. */
  readonly lastDay: number;
  /** Weeks of data, 10–104; 26 unless told. */
  readonly weeks?: number;
  /** Whether something happens to the team (see `story.ts`), or nothing at all. */
  readonly story: boolean;
  /** Language of names that the team itself chose: KPIs, topics, actions. */
  readonly language: Language;
};

export type SampleTable = { readonly sheet: string; readonly rows: readonly RowValues[] };
export type SampleData = { readonly tables: readonly SampleTable[]; readonly story: readonly StoryFact[] };

export type StoryKey =
  | 'conversion_drop'
  | 'gamed_completion'
  | 'viral_stockout'
  | 'weak_hours'
  | 'unreal_target'
  | 'overdue_comments'
  | 'expired_licence';

/** One planted fact: where it is and how large. What it means stands in the table of `story.ts`. */
export type StoryFact = {
  readonly key: StoryKey;
  /** Days, both included, in which it shows. */
  readonly from: number;
  readonly to: number;
  /** Size in the unit that the table of `story.ts` names for this key. */
  readonly size: number;
  readonly account: string | null;
  readonly node: string | null;
  readonly content: readonly string[];
  readonly sku: string | null;
  /** First and last-but-one hour of a band of publishing hours. */
  readonly hours: { readonly from: number; readonly to: number } | null;
  readonly asset: string | null;
};

export type Market = 'US' | 'ID' | 'TH';
export type MarketLanguage = 'en' | 'id' | 'th';
export type Format = 'short_video' | 'long_video' | 'live' | 'carousel' | 'image';
export type SamplePlatform = 'tiktok_shop' | 'youtube' | 'instagram';

/** How a format does on an account, before luck. */
export type FormatProfile = {
  readonly format: Format;
  /** Items a week. */
  readonly perWeek: number;
  /** Views of a median item over its life. */
  readonly views: number;
  /** Orders per product click on TikTok Shop, per view elsewhere. */
  readonly conversion: number;
  /** Product clicks per product impression (TikTok Shop only). */
  readonly ctr: number;
};

export type Account = {
  readonly id: string;
  readonly name: string;
  readonly platform: SamplePlatform;
  readonly market: Market;
  readonly language: MarketLanguage;
  readonly currency: string;
  readonly timeZone: string;
  readonly operator: Words;
  /** Completed views per view of a short video. */
  readonly completion: number;
  /** Likes per view. */
  readonly liking: number;
  readonly formats: readonly FormatProfile[];
};

export type Product = {
  readonly sku: string;
  readonly usd: number;
  readonly margin: number;
  readonly names: Words;
  readonly local: Readonly<Record<MarketLanguage, string>>;
};

/** A piece of content that was published. */
export type Item = {
  readonly id: string;
  readonly account: Account;
  readonly profile: FormatProfile;
  /** Week of publication, 0 = first week of data; negative before it. */
  readonly week: number;
  /** Serial with time of day. */
  readonly published: number;
  readonly duration: number;
  /** A live shows many products; null also where the content carries none. */
  readonly product: Product | null;
  readonly sells: boolean;
  readonly title: string;
  /** Which of the hooks of `phrases.ts` its title has. */
  readonly hook: number;
  /** The item of the story that everyone saw. */
  readonly viral: boolean;
  /** Views over its life compared with the median of its account and format. */
  readonly reach: number;
  readonly completionFactor: number;
  readonly ctrFactor: number;
  readonly likingFactor: number;
};

/** Activity of one item in one week. Order figures are in the orders. */
export type Fact = {
  readonly item: Item;
  readonly week: number;
  readonly from: number;
  readonly to: number;
  readonly measures: Readonly<Record<string, number>>;
  readonly expectedOrders: number;
};

export type Order = {
  readonly id: string;
  readonly day: number;
  readonly account: Account;
  readonly product: Product;
  readonly units: number;
  readonly amount: number;
  readonly refund: number;
  readonly status: 'paid' | 'completed' | 'refunded' | 'cancelled';
  /** null: the order came from no content. */
  readonly fact: Fact | null;
};

/** What every subject needs to know. */
export type Frame = {
  readonly seed: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly weeks: number;
  readonly language: Language;
};
