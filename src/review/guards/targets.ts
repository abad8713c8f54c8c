import { isFault } from '../../kpi/fault.ts';
import {
  BEYOND_BEST,
  type Benchmark,
  HISTORY_PERIODS,
  type RealityFlag,
  realityOf,
} from '../../kpi/reality.ts';
import { formatNumber, formatTimes } from '../../text/format.ts';
import type { TextCode } from '../../text/index.ts';
import { numberOfCell, textOfCell } from '../../workbook/cells.ts';
import { cells, type Table } from '../../workbook/table.ts';
import { platformOf } from '../facts.ts';
import { fits } from '../filter.ts';
import type { Material } from '../material.ts';
import type { GuardLine } from '../model-sections.ts';
import type { KpiNode } from '../nodes.ts';
import { guardLine } from './guard.ts';

const SENTENCES: Readonly<Record<RealityFlag['code'], TextCode>> = {
  BEYOND_BEST: 'GUARD_TARGET_BEST',
  BEYOND_P90: 'GUARD_TARGET_P90',
  OUTSIDE_BENCHMARK: 'GUARD_TARGET_BENCHMARK',
};

/**
 * The benchmark of a KPI: the latest row that is about its metric, platform and market.
 * @param node The KPI.
 * @param benchmarks The sheet of benchmarks.
 */
export function benchmarkOf({ metric, filter }: KpiNode, benchmarks: Table): Benchmark {
  const at = (key: string, row: number) => cells(benchmarks, key)[row] ?? null;
  const number = (key: string, row: number): number | null => numberOfCell(at(key, row)) ?? null;
  let found: Benchmark = { p25: null, p75: null };
  cells(benchmarks, 'metric').forEach((cell, row) => {
    if (textOfCell(cell) !== metric || metric === '') return;
    if (!fits(platformOf(at('platform', row)), filter.platform)) return;
    if (!fits(textOfCell(at('market', row)), filter.market)) return;
    found = { p25: number('p25', row), p75: number('p75', row) };
  });
  return found;
}

/** The worst flag of a KPI's plan for the week against its own weeks before and the benchmark. */
function flagOf(node: KpiNode, material: Material) {
  const { figures, plans, periods } = material;
  const { from, to } = periods.week;
  const target = node.method === 'ratio' ? plans.planOf(node, from, to) : null;
  if (target === null) return null;
  const history = periods.signalWeeks.slice(-HISTORY_PERIODS - 1, -1).map((span) => {
    const { value, days, of } = figures.figure(node, span.from, span.to);
    return days === of ? value : null;
  });
  const direction = node.direction === 'up' ? 'up' : 'down';
  const reality = realityOf(target, history, benchmarkOf(node, material.table('benchmarks')), direction);
  if (reality === null || isFault(reality) || reality.flags.length === 0) return null;
  const { flags } = reality;
  const [first] = flags as readonly [RealityFlag, ...RealityFlag[]];
  return { flag: flags.find(({ code }) => code === 'BEYOND_BEST') ?? first, target };
}

/** Targets that are out of touch with what was ever reached. */
export function targetGuards(material: Material): GuardLine[] {
  const { kpis, settings } = material;
  const { language, currency } = settings;
  return kpis.nodes.flatMap((node): GuardLine[] => {
    const found = node === undefined ? null : flagOf(node, material);
    if (node === undefined || found === null) return [];
    const { flag, target } = found;
    const code = SENTENCES[flag.code];
    const shown = (value: number): string => formatNumber(value, node.unit, language, currency);
    const parts = {
      ...{ status: flag.code === 'BEYOND_BEST' ? ('red' as const) : ('amber' as const), subject: node.id },
      ...{ name: node.name, owner: node.owner, found: target, limit: flag.limit, unit: node.unit },
    };
    const best = node.direction === 'up' ? flag.limit / BEYOND_BEST : flag.limit * BEYOND_BEST;
    const values = {
      ...{ name: node.name, target: shown(target), limit: shown(flag.limit), best: shown(best) },
      times: formatTimes(target / best, language),
    };
    return [guardLine(material.voice, 'unreal_target', parts, code, values)];
  });
}
