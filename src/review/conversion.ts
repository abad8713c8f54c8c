import { metricName } from '../kpi/metrics.ts';
import type { Language } from '../text/index.ts';
import type { AccountInfo } from './facts.ts';
import type { Conversion } from './model.ts';
import type { KpiNode } from './nodes.ts';
import type { Shifts } from './shifts.ts';

/** Rates of orders, the nearest to the order first: what a platform does not measure is no rate. */
const RATES = ['ctor', 'cvr'] as const;

/** A KPI that nobody put into the tree. */
function nodeOf({ platform, id }: AccountInfo, metric: string): KpiNode {
  return {
    ...{ row: -1, id: `${platform}:${id}:${metric}`, parent: '', name: '', kind: 'metric', metric },
    ...{ source: 'performance', unit: 'percent', namedUnit: 'percent', direction: 'up', method: 'ratio' },
    ...{ accumulates: false, weight: 0, green: 1, amber: 1, owner: '', guardrail: '' },
    filter: { platform, market: '', account: id, format: '' },
  } as const;
}

/**
 * How many of an account's clicks, or views, became orders, against its own past.
 * @param account The account.
 * @param shifts Shifts of KPIs.
 * @param language Language of the rate's name.
 * @returns null where neither rate is measured for long enough.
 */
export function conversionOf(account: AccountInfo, shifts: Shifts, language: Language): Conversion | null {
  for (const metric of RATES) {
    const shift = shifts(nodeOf(account, metric));
    if (shift === null) continue;
    const { z, change, value, usual, length } = shift;
    const name = metricName(metric, language);
    return { metric, metricName: name, value, usual, change, z, weeks: length };
  }
  return null;
}
