import type { Figure, Status } from './model.ts';

/** Section 3: what one part of the business did to the goal's change on the period before, in the goal's unit. */
export type EffectLine = {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  /** The part's own value in its own unit (a driver), or its share of the goal (a segment). */
  readonly before: number | null;
  readonly after: number | null;
  readonly unit: string;
  readonly effect: number;
  /** Effect ÷ the goal's whole change; null where the goal did not change. */
  readonly share: number | null;
};

/** A part of the goal by platform or account; its effect is of volume and of rate together. */
export type SegmentLine = EffectLine & {
  /** Of the effect what more or less volume did, and what the segment's own rate did; null where one is not measured. */
  readonly volume: number | null;
  readonly rate: number | null;
  readonly rateBefore: number | null;
  readonly rateAfter: number | null;
  /** What the segment's own rate, and the shift of volume, did to the rate of the whole; in the rate's unit. */
  readonly rateEffect: number | null;
  readonly mixEffect: number | null;
};

export type SegmentTable = {
  readonly lines: readonly SegmentLine[];
  /** What is left of an amount's change; null where the lines add up to it, and of a rate. */
  readonly rest: number | null;
  /** Metric keys of volume and rate (`views` and `gpm`); null where the goal cannot be taken apart so. */
  readonly volume: string | null;
  readonly rate: string | null;
  /** Rate of the whole in both periods, and what rates and mix did to it. */
  readonly whole: {
    readonly before: number;
    readonly after: number;
    readonly rateEffect: number;
    readonly mixEffect: number;
  } | null;
};

/** One column of the waterfall: from where to where it reaches. */
export type WaterfallStep = {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'total' | 'up' | 'down';
};

export type WhySection = {
  /** The goal in both periods; null where one has missing days. */
  readonly goal: {
    readonly name: string;
    readonly unit: string;
    readonly before: number;
    readonly after: number;
  } | null;
  /** Drivers at the bottom of the tree, and what they leave unexplained, the largest effect first. */
  readonly drivers: readonly EffectLine[];
  readonly platforms: SegmentTable;
  readonly accounts: SegmentTable;
  readonly waterfall: readonly WaterfallStep[];
};

/** Section 6: a level of a recorded variable that goes with weak content. */
export type WeakLine = {
  /** Key of the variable: `hour`, `weekday`, `duration`, `title_length`, `title_pattern` or a column of `content`. */
  readonly variable: string;
  readonly level: string;
  readonly items: number;
  readonly others: number;
  /** Shrunk effect, a fraction: −0.2 is 20 % weaker. */
  readonly effect: number;
  readonly p: number;
  readonly q: number;
};
export type WeakSection = {
  readonly metric: string;
  /** Days of publication that were asked about, ISO. */
  readonly from: string;
  readonly to: string;
  readonly items: number;
  readonly tried: number;
  readonly lines: readonly WeakLine[];
  /** Variables with too few items for a question. */
  readonly tooFew: readonly string[];
};

/** Section 7: one person with the KPIs that he or she owns. */
export type PersonLine = {
  readonly name: string;
  readonly role: string;
  readonly kpis: readonly {
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly actual: Figure;
    readonly plan: number | null;
    readonly attainment: number | null;
    readonly status: Status;
  }[];
  /** Weighted mean of the attainments, each capped; null without any. */
  readonly score: number | null;
  /** Content of the period that names the person as planner, editor, writer or operator. */
  readonly planned: number;
  readonly published: number;
  readonly openActions: number;
  readonly overdueActions: number;
};

export type GuardKind =
  | 'overdue_comments'
  | 'licence_expired'
  | 'licence_expiring'
  | 'stock_out'
  | 'stock_low'
  | 'one_channel'
  | 'gamed'
  | 'unreal_target'
  | 'targets_apart'
  | 'policy_overdue'
  | 'policy_due';

/** Section 8: something that is or soon will be wrong, whatever the KPIs say. */
export type GuardLine = {
  readonly kind: GuardKind;
  readonly status: 'red' | 'amber';
  /** What it is about, by id: an account, an asset, a SKU, a KPI. */
  readonly subject: string;
  readonly name: string;
  readonly owner: string;
  /** What was found and the limit it was held against, in `unit`. */
  readonly found: number | null;
  readonly limit: number | null;
  readonly unit: string;
  readonly text: string;
};

/** Section 9. */
export type ExperimentLine = {
  readonly id: string;
  readonly hypothesis: string;
  readonly variable: string;
  readonly metric: string;
  /** `pairs` sets content against content: counts of visitors say nothing of it. Empty for a word that is no kind. */
  readonly kind: 'split' | 'sequential' | 'pairs' | '';
  readonly armA: string;
  readonly armB: string;
  readonly rateA: number | null;
  readonly rateB: number | null;
  readonly difference: number | null;
  readonly p: number | null;
  /** Visitors of the smaller arm (or conversions of both, for the sequential rule) ÷ planned size. */
  readonly progress: number | null;
  readonly state: 'A' | 'B' | 'none' | 'running' | 'unknown';
  readonly decision: string;
  readonly owner: string;
  readonly start: string | null;
  readonly end: string | null;
  /** It has its planned size and nobody decided. */
  readonly isDue: boolean;
};

/** Section 10: planned against published content of one account. */
export type PublishingLine = {
  readonly platform: string;
  readonly account: string;
  /** Items planned for a day of the period. */
  readonly planned: number;
  readonly onTime: number;
  readonly late: number;
  /** Planned for the period and not published by its end. */
  readonly missing: number;
  /** Planned for days of which the account's files are not in, so that nobody knows whether it is out. */
  readonly unknown: number;
  /** Published in the period without a planned date, or ahead of it. */
  readonly unplanned: number;
  /** (on time + late) ÷ what was planned and is known; null where that is nothing. */
  readonly adherence: number | null;
};
export type PublishingSection = {
  readonly lines: readonly PublishingLine[];
  readonly total: PublishingLine;
  readonly overdue: readonly {
    readonly id: string;
    readonly title: string;
    readonly account: string;
    readonly planned: string;
    readonly owner: string;
    readonly days: number;
  }[];
};

/** Last table of section 5: the way from reach to money on one platform, with each step's rate and its change. */
export type FunnelLine = {
  readonly platform: string;
  readonly steps: readonly {
    /** Metric key of the count (`views`, `product_clicks`, `orders` …). */
    readonly metric: string;
    readonly value: number;
    /** Part of it was shared out by days. */
    readonly estimated: boolean;
    /** Metric key and value of the rate from the step before; null for the first, and where no metric leads there. */
    readonly rateMetric: string | null;
    readonly rate: number | null;
    /** Of the week before; null unless both weeks have all days. */
    readonly rateBefore: number | null;
  }[];
};

/** Where the figure that a finding speaks of stands in the tab: `tree:<node>:wow`. */
export type Evidence = string;

/** A call-out: something out of the ordinary that the data say, found by a rule of the catalogue. */
export type Finding = {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly text: string;
  /** Kind and subject: what was said in the last weeks is not said again. */
  readonly key: string;
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly owner: string;
  readonly evidence: Evidence;
};
