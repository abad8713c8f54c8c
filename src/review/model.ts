import type { PeriodKind } from '../text/period-words.ts';
import type { Language } from '../workbook/template.ts';
import type { FileKind } from './file-kinds.ts';
import type {
  ExperimentLine,
  Finding,
  FunnelLine,
  GuardLine,
  PersonLine,
  PublishingSection,
  WeakSection,
  WhySection,
} from './model-sections.ts';

/** A sentence of a review: what it is by code and values, and as people read it. */
export type Sentence = {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly text: string;
};

/** Days of an account that its imports span, within the reviewed week. */
export type AccountCoverage = {
  readonly platform: string;
  readonly id: string;
  /** Its name. */
  readonly account: string;
  readonly owner: string;
  /** Kind of its files, where it has several. */
  readonly kind?: FileKind;
  readonly days: number;
  readonly of: number;
  /** ISO days without a file. */
  readonly missing: readonly string[];
  /** No file reaches the end of the week yet, so that one exported now would fill it. */
  readonly isAwaited: boolean;
};

/** A figure of a period; `value` is null where it was not measured. */
export type Figure = {
  readonly value: number | null;
  /** Days of the period that are covered, and all its days. */
  readonly days: number;
  readonly of: number;
  /** Part of it was shared out by days, because two snapshots span the border of the period. */
  readonly estimated: boolean;
};

export type Status = 'green' | 'amber' | 'red' | 'none';

/** Section 2: one KPI of the tree. Fractions are fractions (0.05 = 5 %). */
export type TreeLine = {
  readonly id: string;
  readonly parent: string | null;
  readonly depth: number;
  readonly name: string;
  readonly owner: string;
  readonly unit: string;
  readonly metric: string;
  readonly actual: Figure;
  readonly plan: number | null;
  /** Start value, for KPIs that are measured from one. */
  readonly baseline: number | null;
  /** Attainment of the plan, by the node's method and direction. */
  readonly attainment: number | null;
  readonly status: Status;
  readonly wow: number | null;
  readonly yoy: number | null;
  /** Oldest first; null where a day is missing. */
  readonly weeks: readonly (number | null)[];
  readonly mtd: Figure;
  readonly mtdPlan: number | null;
  readonly mtdAttainment: number | null;
  readonly qtd: Figure;
  readonly qtdPlan: number | null;
  readonly qtdAttainment: number | null;
  /** XmR: `none` too with less than ten points. */
  readonly signal: 'improvement' | 'concern' | 'none' | 'not_enough_data';
  /** Will the process as it is meet the plan; null without limits or plan. */
  readonly assurance: 'always' | 'never' | 'by luck' | null;
  /** Limits of the process, by XmR; null with fewer than ten weeks. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** What the node's change on the week before did to the root, in the root's unit; null where it cannot be told. */
  readonly effect: number | null;
  /** Share of a sum's parent that its measured parts do not explain, in the node's unit. */
  readonly unexplained: number | null;
  /** All imported data to date, shown as such where no week can be told. */
  readonly lifetime: number | null;
  /** What people typed in the tab. */
  readonly explanation: string;
};

/** What someone typed beside a KPI that is no longer in the tree, under the name that the tab showed last. */
export type FormerExplanation = {
  readonly id: string;
  readonly name: string;
  readonly explanation: string;
};

/** Section 4: six weeks and twelve months of the root and its first-level KPIs. */
export type TrendPoint = {
  readonly label: string;
  readonly value: number | null;
  /** Part of the value was shared out by days. */
  readonly estimated: boolean;
  readonly plan: number | null;
};
/** What a KPI is from a period's first day on, held against its plan and against the same days of the year before. */
export type ToDate = {
  readonly period: 'month' | 'quarter' | 'year';
  readonly figure: Figure;
  readonly plan: number | null;
  readonly attainment: number | null;
  /** Like for like: as many days as both years have; null where they have none in common. */
  readonly yoy: number | null;
  readonly comparedDays: number;
};

export type Trend = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly toDate: readonly ToDate[];
  readonly weeks: readonly TrendPoint[];
  readonly months: readonly TrendPoint[];
};

/** Section 5: one piece of content against the median of its account × format. */
export type ContentLine = {
  readonly id: string;
  readonly title: string;
  readonly platform: string;
  readonly account: string;
  readonly format: string;
  readonly published: string | null;
  readonly views: number | null;
  /** Of the period that is ranked. */
  readonly gmv: number | null;
  readonly gmvToDate: number | null;
  readonly costToDate: number | null;
  /** (GMV − cost) ÷ cost, both to date. */
  readonly roi: number | null;
  /** Views ÷ median views of its account × format × age; 1 is the median. */
  readonly index: number | null;
  readonly baseline: number | null;
  readonly coldStart: boolean;
  /** Who publishes it or works on it, else who answers for its account. */
  readonly owner: string;
};

/** Money of one account in the week. */
export type AccountMoney = {
  readonly platform: string;
  readonly id: string;
  /** Its name. */
  readonly account: string;
  readonly owner: string;
  readonly gmv: number | null;
  readonly cost: number | null;
  readonly roi: number | null;
  /** Orders per click, or per view, against the account's own past; null where they are not measured long enough. */
  readonly conversion: Conversion | null;
};

/** A rate of the week, or of the last two weeks, and what is usual. Fractions. */
export type Conversion = {
  readonly metric: string;
  readonly metricName: string;
  readonly value: number;
  readonly usual: number;
  readonly change: number;
  readonly z: number;
  /** Weeks that the value is of, 1 or 2. */
  readonly weeks: number;
};

export type ContentSection = {
  /** `week` ranks the week's activity, `lifetime` all there is when no week can be told. */
  readonly basis: 'week' | 'lifetime' | 'none';
  readonly metric: 'gmv' | 'views';
  readonly best: readonly ContentLine[];
  readonly weakest: readonly ContentLine[];
  readonly coldStart: readonly ContentLine[];
  readonly accounts: readonly AccountMoney[];
  /** GMV of the week's orders, and what of it leads to no known content; null without orders. */
  readonly orders: { readonly gmv: number; readonly untraced: number } | null;
  /** Whether the goal counts the GMV that the platforms report, and not that of orders. */
  readonly isReported: boolean;
  readonly items: number;
};

/** Section 11. */
export type ActionLine = {
  readonly id: string;
  readonly week: string;
  readonly node: string;
  readonly finding: string;
  readonly action: string;
  readonly owner: string;
  /** ISO day, or the words that someone typed instead. */
  readonly due: string | null;
  readonly status: 'open' | 'doing' | 'done' | 'dropped';
  readonly overdue: boolean;
  readonly ageWeeks: number;
  /** Unit of its KPI. */
  readonly unit: string;
  readonly expected: number | null;
  /** Change of its KPI since: mean of the weeks after it less that of the weeks before; null while none is over. */
  readonly measured: number | null;
  /** Standard error of the measured effect, from the KPI's usual ups and downs. */
  readonly error: number | null;
};

/** One week's review as plain data; `review.json` is this. */
export type Review = {
  readonly version: 1;
  readonly period: {
    readonly kind: PeriodKind;
    readonly label: string;
    /** ISO days, both included. */
    readonly from: string;
    readonly to: string;
  };
  readonly state: 'draft' | 'closed';
  readonly language: Language;
  readonly currency: string;
  /** ISO day on which it was made, in the spreadsheet's zone. */
  readonly madeOn: string;
  readonly coverage: readonly AccountCoverage[];
  /** Names of everyone in the sheet `team`. */
  readonly team: readonly string[];
  readonly headline: {
    readonly score: number | null;
    /** Columns that the figures need are gone; stands before everything else, and there is no score then. */
    readonly warning?: Sentence;
    readonly sentences: readonly Sentence[];
  };
  /** Call-outs, the most important first. */
  readonly findings: readonly Finding[];
  readonly tree: readonly TreeLine[];
  readonly formerExplanations: readonly FormerExplanation[];
  readonly why: WhySection;
  readonly trends: readonly Trend[];
  readonly content: ContentSection;
  readonly funnel: readonly FunnelLine[];
  readonly weak: WeakSection;
  readonly people: readonly PersonLine[];
  readonly guards: readonly GuardLine[];
  readonly experiments: readonly ExperimentLine[];
  readonly publishing: PublishingSection;
  readonly actions: { readonly last: readonly ActionLine[]; readonly now: readonly ActionLine[] };
  readonly notes: readonly Sentence[];
};
