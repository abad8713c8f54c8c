import { metricOf } from '../kpi/metrics.ts';
import { choiceWord } from './choices.ts';
import { NODE_KINDS, OPERATORS, UNITS } from './sheets/choices.ts';
import type { RowValues } from './table.ts';
import { type Language, type Words, words } from './template.ts';

type StarterNode = {
  readonly id: string;
  readonly parent: string;
  readonly operator?: 'product';
  readonly coefficient?: number;
  readonly metric: string;
  readonly kind: 'metric' | 'influence';
  readonly name?: Words;
  readonly guardrail?: string;
};

function driver(id: string, parent: string, metric: string, more: Partial<StarterNode> = {}): StarterNode {
  return { id, parent, metric, kind: 'metric', ...more };
}

function influence(id: string, parent: string, metric: string): StarterNode {
  return { id, parent, metric, kind: 'influence' };
}

/** Shops that report product impressions: GMV = product impressions × CTR × CTOR × AOV. */
const PRODUCT_FUNNEL: readonly StarterNode[] = [
  driver('gmv', '', 'gmv', { operator: 'product' }),
  driver('gmv.impressions', 'gmv', 'product_impressions'),
  driver('gmv.ctr', 'gmv', 'ctr'),
  driver('gmv.ctor', 'gmv', 'ctor'),
  driver('gmv.aov', 'gmv', 'aov'),
  influence('views', 'gmv', 'views'),
  influence('completion', 'gmv', 'completion_rate'),
  influence('engagement', 'gmv', 'engagement_rate'),
];

/** Sales without product impressions: GMV = views × CVR × AOV. */
const VIEW_FUNNEL: readonly StarterNode[] = [
  driver('gmv', '', 'gmv', { operator: 'product' }),
  driver('gmv.views', 'gmv', 'views'),
  driver('gmv.cvr', 'gmv', 'cvr'),
  driver('gmv.aov', 'gmv', 'aov'),
  influence('engagement', 'gmv', 'engagement_rate'),
  influence('followers', 'gmv', 'new_followers'),
];

/** Channels without sales: watch time (hours) = views × average watch time (seconds) ÷ 3600. */
const AUDIENCE: readonly StarterNode[] = [
  driver('watch', '', 'watch_hours', {
    operator: 'product',
    name: words('Watch time', '观看时长'),
  }),
  driver('watch.views', 'watch', 'views'),
  driver('watch.average', 'watch', 'avg_watch_seconds', {
    coefficient: 1 / 3600,
    name: words('Average watch time', '平均观看时长'),
  }),
  influence('impressions', 'watch.views', 'impressions'),
  influence('ctr', 'watch.views', 'content_ctr'),
  influence('engagement', 'watch', 'engagement_rate'),
  influence('followers', 'watch', 'new_followers'),
];

/** Sharing views alone: the goal is the views themselves. */
const VIEWS_ONLY: readonly StarterNode[] = [
  driver('views', '', 'views'),
  influence('engagement', 'views', 'engagement_rate'),
  influence('followers', 'views', 'new_followers'),
];

function modelFor(measured: ReadonlySet<string>): readonly StarterNode[] {
  const has = (...keys: string[]): boolean => keys.every((key) => measured.has(key));
  if (has('gmv', 'orders', 'product_impressions', 'product_clicks')) return PRODUCT_FUNNEL;
  if (has('gmv', 'orders', 'views')) return VIEW_FUNNEL;
  return has('watch_hours', 'views') ? AUDIENCE : VIEWS_ONLY;
}

function isMeasured(metricKey: string, measured: ReadonlySet<string>): boolean {
  const metric = metricOf(metricKey);
  if (metric === undefined) return false;
  if (!('numerator' in metric)) return measured.has(metric.key);
  const terms = metric.partial
    ? metric.numerator.some((key) => measured.has(key))
    : metric.numerator.every((key) => measured.has(key));
  return terms && measured.has(metric.denominator);
}

/**
 * A first KPI tree that suits the data: sales where there are sales, watch time where there are none.
 * @param measured Keys of the measures that have figures.
 * @param language Language of names and dropdown words.
 * @returns Rows for the sheet `tree`; influences without data are left out.
 */
export function starterTree(measured: ReadonlySet<string>, language: Language): RowValues[] {
  return modelFor(measured)
    .filter((node) => node.kind === 'metric' || isMeasured(node.metric, measured))
    .map((node) => {
      const metric = metricOf(node.metric);
      return {
        id: node.id,
        parent: node.parent === '' ? null : node.parent,
        operator: node.operator === undefined ? null : choiceWord(OPERATORS, node.operator, language),
        coefficient: node.coefficient ?? null,
        name: node.name?.[language] ?? metric?.names[language] ?? node.metric,
        kind: choiceWord(NODE_KINDS, node.kind, language),
        metric: node.metric,
        unit: choiceWord(UNITS, metric?.unit ?? 'count', language),
      };
    });
}

/**
 * The measures that have a figure in at least one row.
 * @param columns Columns of the sheet `performance`, and of the rows that are about to be added.
 * @returns Keys of the columns with a number in them.
 * @example measuredKeys({ views: [null, 3], likes: [null, null] }) //=> Set { 'views' }
 */
export function measuredKeys(columns: Readonly<Record<string, readonly unknown[]>>): Set<string> {
  return new Set(
    Object.entries(columns)
      .filter(([, column]) => column.some((cell) => typeof cell === 'number'))
      .map(([key]) => key),
  );
}
