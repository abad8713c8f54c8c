import { MEASURES, measuresOf, metricOf, type Platform, termsOf } from '../kpi/metrics.ts';
import { isMeasured } from '../workbook/starter-tree.ts';
import type { ExportFormat } from './format.ts';

/** An import that was not undone: its format as the log has it, and the key of its platform. */
export type LoggedFile = { readonly format: string; readonly platform: string };

/** Measures that the files of each platform give; under the empty key those of all together. */
export type Fed = ReadonlyMap<string, ReadonlySet<string>>;

/** A KPI as far as it matters where its figures come from. */
export type Needing = { readonly metric: string; readonly platform: string };

const OF_ORDERS = measuresOf('orders').map(({ key }) => key);
/** What the team itself keeps in sheets is there as soon as somebody types it: only files are waited for. */
const KEPT_BY_HAND = MEASURES.filter(({ platforms }) => platforms.length === 0).map(({ key }) => key);

function measuresIn({ goal, columns, derived }: ExportFormat): string[] {
  if (goal === 'orders') return OF_ORDERS;
  if (goal !== 'content' && goal !== 'account') return [];
  const fields = [...columns, ...derived].map(({ field }) => field);
  return fields.filter((field) => MEASURES.some(({ key }) => key === field));
}

/**
 * What was imported can measure.
 * @param files The import log.
 * @param formatOf The format of a key; undefined where it is not known any more.
 * @param hasOrders Whether the sheet of orders has rows, imported or not.
 * @returns Measures by platform; null where nothing was imported, or a file of which nobody knows what it held.
 */
export function fedMeasures(
  files: readonly LoggedFile[],
  formatOf: (key: string) => readonly ExportFormat[],
  hasOrders: boolean,
): Fed | null {
  if (files.length === 0) return null;
  const fed = new Map<string, Set<string>>([['', new Set(KEPT_BY_HAND)]]);
  const add = (platform: string, keys: readonly string[]) => {
    const known = fed.get(platform) ?? new Set(KEPT_BY_HAND);
    fed.set(platform, new Set([...known, ...keys]));
  };
  for (const { format, platform } of files) {
    const found = formatOf(format);
    if (found.length === 0) return null;
    const keys = found.flatMap(measuresIn);
    add('', keys);
    add(platform, keys);
  }
  // Orders lead to the content of every platform, by their links.
  const all = hasOrders || files.some(({ format }) => formatOf(format).some(({ goal }) => goal === 'orders'));
  if (all) for (const platform of [...fed.keys()]) add(platform, OF_ORDERS);
  return fed;
}

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
