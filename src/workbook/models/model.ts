import { metricOf, type Platform } from '../../kpi/metrics.ts';
import { type Words, words } from '../template.ts';

/** Who answers for a KPI; the person is looked up in the sheet `team`. */
export type Role = 'owner' | 'planner' | 'editor' | 'writer' | 'operator' | 'service' | 'analyst';

/** A KPI of a model; what is left out is as the catalogue of metrics has it, or empty. */
export type ModelNode = {
  readonly id: string;
  /** Empty for the goal. */
  readonly parent: string;
  readonly kind: 'metric' | 'formula' | 'segment' | 'influence';
  /** Key in the catalogue; empty for what only its children make. */
  readonly metric: string;
  /** Roles that answer for it, the most fitting first. */
  readonly roles: readonly Role[];
  readonly operator?: 'sum' | 'product' | 'ratio' | 'difference';
  readonly coefficient?: number;
  readonly name?: Words;
  readonly platform?: string;
  readonly format?: string;
  readonly unit?: 'money';
  readonly weight?: number;
  /** Attainment from which the light is amber, where it is not that of the settings. */
  readonly amber?: number;
  /** The KPI that must not fall while this one rises. */
  readonly guardrail?: string;
  readonly note?: Words;
};

/** One side of a plan by visits: ids of the KPIs that multiply. */
export type VisitSideIds = { readonly visits: string; readonly cvr: string; readonly aov: string };

/** A goal that locks one side's rate and its share of all visits; see `cascadeVisits`. */
export type VisitRuleIds = {
  readonly content: VisitSideIds;
  readonly rest: VisitSideIds;
  /** Content's share of all planned visits, 0–1. */
  readonly share: number;
  /** Content's conversion rate, a fraction. */
  readonly cvr: number;
};

/** A KPI tree to start from. */
export type Model = {
  readonly key: string;
  readonly title: Words;
  /** One sentence: what it is made of, and for whom. */
  readonly purpose: Words;
  /** The platforms that it is split by, of those that the team has accounts on; without it, it is not split. */
  readonly choose?: (present: readonly string[]) => readonly string[];
  /** The KPIs, parents before children; `platforms` are those to split by. */
  readonly nodes: (platforms: readonly string[]) => readonly ModelNode[];
  /** Growth of the goal that it proposes, a fraction. */
  readonly growth?: number;
  readonly visits?: VisitRuleIds;
};

type More = Partial<Omit<ModelNode, 'id' | 'parent' | 'metric' | 'roles'>>;

/**
 * Shorthand of the model files: a KPI that is measured.
 * @param id Identity in the tree.
 * @param parent KPI above it; empty for the goal.
 * @param metric Key in the catalogue.
 * @param roles Who answers for it.
 * @param more What differs from the usual.
 * @returns The KPI.
 * @example kpi('gmv.aov', 'gmv', 'aov', ['operator'])
 */
export function kpi(
  id: string,
  parent: string,
  metric: string,
  roles: readonly Role[],
  more: More = {},
): ModelNode {
  return { id, parent, metric, roles, kind: 'metric', ...more };
}

/**
 * Shorthand of the model files: a KPI that moves the one above it, but is no part of its arithmetic.
 * @param id Identity in the tree. Other parameters as for `kpi`.
 * @returns The KPI.
 * @example influence('completion', 'gmv', 'completion_rate', ['editor'], { guardrail: 'gmv.cvr' })
 */
export function influence(
  id: string,
  parent: string,
  metric: string,
  roles: readonly Role[],
  more: More = {},
): ModelNode {
  return kpi(id, parent, metric, roles, { kind: 'influence', ...more });
}

/**
 * Whether a platform's own exports give a measure.
 * @param platform Key of the platform.
 * @param measure Key of the measure.
 * @returns Whether the catalogue says so; false for a platform that it does not know.
 * @example reports('shopee', 'product_impressions') //=> true
 */
export function reports(platform: string, measure: string): boolean {
  const metric = metricOf(measure);
  return metric !== undefined && 'platforms' in metric && metric.platforms.includes(platform as Platform);
}

/**
 * A name made of a part's name and a metric's.
 * @param part Name of the platform or side.
 * @param metric Key in the catalogue.
 * @returns Both, in every language.
 * @example named(words('TikTok', 'TikTok'), 'aov') //=> { en: 'TikTok: AOV', 'zh-CN': 'TikTok：客单价' }
 */
export function named(part: Words, metric: string): Words {
  const names = metricOf(metric)?.names ?? words(metric, metric);
  return words(`${part.en}: ${names.en}`, `${part['zh-CN']}：${names['zh-CN']}`);
}
