/** Where the figures of KPIs come from: what was imported can measure, and what would measure the rest. */
import { MEASURES, measuresOf, metricOf, type Platform, termsOf } from '../kpi/metrics.ts';
import { isMeasured } from './starter-tree.ts';

/** Measures that the files of each platform give; under the empty key those of all together. */
export type Fed = ReadonlyMap<string, ReadonlySet<string>>;

/** A KPI as far as it matters where its figures come from. */
export type Needing = { readonly metric: string; readonly platform: string };

export const OF_ORDERS = measuresOf('orders').map(({ key }) => key);
/** What the team itself keeps in sheets is there as soon as somebody types it: only files are waited for. */
export const KEPT_BY_HAND = MEASURES.filter(({ platforms }) => platforms.length === 0).map(({ key }) => key);

const NOTHING: ReadonlySet<string> = new Set(KEPT_BY_HAND);

/** Whether what was imported has figures for a KPI. */
export function isFed({ metric, platform }: Needing, fed: Fed): boolean {
  return metricOf(metric) === undefined || isMeasured(metric, fed.get(platform) ?? NOTHING);
}

/** What would give a KPI its figures: any shop's orders, exports of these platforms. */
export type Feeding = { readonly orders: boolean; readonly platforms: readonly Platform[] };

/**
 * The files that would give a KPI its figures.
 * @param kpi A KPI that has none.
 * @param fed What the files so far give.
 */
export function feedingOf({ metric, platform }: Needing, fed: Fed): Feeding {
  const measured = fed.get(platform) ?? NOTHING;
  const missing = MEASURES.filter(({ key }) => termsOf(metric).includes(key) && !measured.has(key));
  const [first, ...others] = missing.map(({ platforms }) => platforms);
  const giving = (first ?? []).filter((each) => others.every((platforms) => platforms.includes(each)));
  return {
    orders: missing.every(({ key }) => OF_ORDERS.includes(key)),
    platforms: giving.filter((each) => platform === '' || each === platform),
  };
}
