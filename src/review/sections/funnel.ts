import type { Figures } from '../figures.ts';
import { accountParts } from '../keys.ts';
import type { Material } from '../material.ts';
import type { Figure } from '../model.ts';
import type { FunnelLine } from '../model-sections.ts';
import type { KpiNode } from '../nodes.ts';
import type { ReviewPeriods, Span } from '../periods.ts';
import { wholeValue } from '../whole-figure.ts';

/** From products shown to money, where a platform counts how often it shows them. */
const SHOP = ['product_impressions', 'product_clicks', 'orders', 'gmv'] as const;
/** From content shown to money, elsewhere. */
const CONTENT = ['impressions', 'clicks', 'views', 'product_clicks', 'orders', 'gmv'] as const;

/** The rate that leads from one step to another; what is not here has none: views come from more than clicks. */
const RATES: Readonly<Record<string, string>> = {
  'product_impressions product_clicks': 'ctr',
  'impressions clicks': 'content_ctr',
  'impressions views': 'tap_through_rate',
  'views product_clicks': 'live_ctr',
  'product_clicks orders': 'ctor',
  'views orders': 'cvr',
  'orders gmv': 'aov',
  'views gmv': 'gpm',
};

/** What the sheet of orders has a part in. */
const SOLD: ReadonlySet<string> = new Set(['orders', 'gmv', 'ctor', 'cvr', 'aov', 'gpm']);

/** A figure of one platform in a period. */
type Measure = (metric: string, span: Span) => Figure;

/** The figures of a platform as those of a KPI that the tree need not have. */
function measureOf(platform: string, source: KpiNode['source'], figures: Figures): Measure {
  const node: KpiNode = {
    ...{ row: -1, id: '', parent: '', name: '', kind: 'metric', metric: '', source },
    filter: { platform, market: '', account: '', format: '' },
    ...{ unit: 'count', namedUnit: '', direction: 'up', method: 'ratio', accumulates: true },
    ...{ weight: 0, green: 1, amber: 1, owner: '', guardrail: '' },
  };
  return (metric, { from, to }) => figures.figure({ ...node, metric }, from, to);
}

type Measured = { readonly metric: string; readonly value: number; readonly estimated: boolean };

/** Steps that the platform's files or its orders measure in the week. */
function stepsOf(measure: Measure, week: Span): Measured[] {
  const isMeasured = (metric: string): boolean => measure(metric, week).value !== null;
  const isShop = SHOP.slice(0, 2).every(isMeasured);
  return (isShop ? SHOP : CONTENT).flatMap((metric) => {
    const { value, estimated } = measure(metric, week);
    return value === null ? [] : [{ metric, value, estimated }];
  });
}

/** @param before The step before; empty for the first. */
function stepAfter(
  before: string,
  { metric, value, estimated }: Measured,
  measure: Measure,
  { week, weekBefore }: ReviewPeriods,
): FunnelLine['steps'][number] {
  const rateMetric = RATES[`${before} ${metric}`] ?? null;
  const rateIn = (span: Span): number | null =>
    rateMetric === null ? null : measure(rateMetric, span).value;
  // Orders are counted on all days, even while files of views are missing.
  const areWhole = [week, weekBefore].every((span) =>
    [before, metric].every((each) => wholeValue(measure(each, span)) !== null),
  );
  return {
    metric,
    value,
    estimated,
    rateMetric,
    rate: rateIn(week),
    rateBefore: areWhole ? rateIn(weekBefore) : null,
  };
}

function lineOf(platform: string, { figures, periods }: Material): FunnelLine {
  const own = measureOf(platform, 'performance', figures);
  const ordered = measureOf(platform, 'orders', figures);
  // Orders come from one place: the platform's own files where they count them, else the sheet of orders.
  const hasOwn = ['orders', 'gmv'].some((metric) => own(metric, periods.week).value !== null);
  const measure: Measure = (metric, span) => (hasOwn || !SOLD.has(metric) ? own : ordered)(metric, span);
  const steps = stepsOf(measure, periods.week);
  return {
    platform,
    steps: steps.map((step, at) => stepAfter(steps[at - 1]?.metric ?? '', step, measure, periods)),
  };
}

function moneyOf({ steps }: FunnelLine): number {
  return steps.find(({ metric }) => metric === 'gmv')?.value ?? -1;
}

/**
 * Last table of section 5: the way from reach to money on each platform that has facts in the week, the one with most
 * GMV first.
 * @param material What the review is made from.
 */
export function funnelSection(material: Material): FunnelLine[] {
  const { from, to } = material.periods.week;
  const { accounts } = material.figures.activity(from, to);
  const platforms = new Set(accounts.map((account) => accountParts(account).platform));
  return [...platforms]
    .filter((platform) => platform !== '')
    .map((platform) => lineOf(platform, material))
    .filter(({ steps }) => steps.length > 1)
    .sort((a, b) => moneyOf(b) - moneyOf(a));
}
