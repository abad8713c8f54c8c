import { metricOf } from '../kpi/metrics.ts';
import { choiceWord } from './choices.ts';
import { BRAND_AWARENESS } from './models/brand.ts';
import { GMV_BY_VIEWS } from './models/gmv-by-views.ts';
import { GMV_OF_A_SHOP } from './models/gmv-of-a-shop.ts';
import { kpi, type Model, type ModelNode } from './models/model.ts';
import { REACH } from './models/reach.ts';
import { plainRow } from './models/rows.ts';
import { SOURCES } from './sheets/choices.ts';
import type { RowValues } from './table.ts';
import type { Language } from './template.ts';

/**
 * The model that suits the data.
 * @param measured Keys of the measures that have figures.
 */
export function modelFor(measured: ReadonlySet<string>): Model {
  const has = (...keys: string[]): boolean => keys.every((key) => measured.has(key));
  if (has('gmv', 'orders', 'product_impressions', 'product_clicks')) return GMV_OF_A_SHOP;
  if (has('gmv', 'orders', 'views')) return GMV_BY_VIEWS;
  return has('watch_hours', 'views') ? BRAND_AWARENESS : REACH;
}

/**
 * Whether measures make a metric.
 * @param metricKey Key of the metric.
 * @param measured Keys of the measures that have figures.
 * @example isMeasured('cvr', new Set(['views', 'orders'])) //=> true
 */
export function isMeasured(metricKey: string, measured: ReadonlySet<string>): boolean {
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
    .nodes([])
    .filter((node) => node.kind === 'metric' || isMeasured(node.metric, measured))
    .map((node) => plainRow(node, language));
}

const OF_ORDERS: readonly ModelNode[] = [
  kpi('gmv', '', 'gmv', ['owner'], { operator: 'product', weight: 3 }),
  kpi('gmv.orders', 'gmv', 'orders', ['operator']),
  kpi('gmv.aov', 'gmv', 'aov', ['operator']),
];

/**
 * A first KPI tree where there are orders alone: GMV = orders × AOV.
 * @param language Language of names and dropdown words.
 * @returns Rows for the sheet `tree`, whose figures come from the sheet `orders`.
 */
export function ordersTree(language: Language): RowValues[] {
  const source = choiceWord(SOURCES, 'orders', language);
  return OF_ORDERS.map((node) => ({ ...plainRow(node, language), source }));
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
