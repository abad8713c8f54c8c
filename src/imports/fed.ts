import { MEASURES } from '../kpi/metrics.ts';
import { type Fed, KEPT_BY_HAND, OF_ORDERS } from '../workbook/fed.ts';
import type { ExportFormat } from './format.ts';

/** An import that was not undone: its format as the log has it, and the key of its platform. */
export type LoggedFile = { readonly format: string; readonly platform: string };

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
