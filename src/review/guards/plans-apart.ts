import { isNumber } from '../../kpi/fault.ts';
import { combine, type NodeValue } from '../../kpi/roll-up.ts';
import { formatNumber } from '../../text/format.ts';
import type { Material } from '../material.ts';
import type { GuardLine } from '../model-sections.ts';
import { type KpiNode, operandsAt } from '../nodes.ts';
import { guardLine } from './guard.ts';

/** Targets are set in round figures: so much less than the KPI's own is still the same plan. */
const APART = 0.05;

/** What each KPI is to reach in the week: its own target, else what the targets below it make. */
function plansOf({ kpis, plans, periods }: Material): { own: (number | null)[]; made: (number | null)[] } {
  const { nodes, tree } = kpis;
  const own = nodes.map((node) =>
    node === undefined ? null : plans.planOf(node, periods.week.from, periods.week.to),
  );
  const made = new Array<number | null>(nodes.length).fill(null);
  const values: NodeValue[] = [...own];
  for (const row of [...(tree?.order ?? [])].reverse()) {
    if (tree?.constants[row] === true) values[row] = 1;
    const combined = tree === null ? null : combine(tree, row, values);
    made[row] = isNumber(combined) ? combined : null;
    values[row] ??= made[row] ?? null;
  }
  return { own, made };
}

/** Whether the KPIs below can all reach their targets and this one misses its own. */
function fallsShort({ direction, method }: KpiNode, own: number, made: number): boolean {
  if (method !== 'ratio' || own <= 0) return false;
  return direction === 'up' ? made < own * (1 - APART) : made > own * (1 + APART);
}

/**
 * KPIs whose target is missed even if every KPI below them reaches its own. Targets below that make more are a reserve,
 * and nobody is told of them.
 */
export function plansApartGuards(material: Material): GuardLine[] {
  const { kpis, settings, voice } = material;
  const { language, currency } = settings;
  const { tree } = kpis;
  if (tree === null) return [];
  const plans = plansOf(material);
  return kpis.nodes.flatMap((node, row): GuardLine[] => {
    const [own, made] = [plans.own[row] ?? null, plans.made[row] ?? null];
    if (node === undefined || own === null || made === null || operandsAt(tree, row).length === 0) return [];
    if (!fallsShort(node, own, made)) return [];
    const shown = (value: number): string => formatNumber(value, node.unit, language, currency);
    const parts = {
      ...{ status: 'amber' as const, subject: node.id, name: node.name, owner: node.owner },
      ...{ found: made, limit: own, unit: node.unit },
    };
    const values = { name: node.name, made: shown(made), target: shown(own) };
    const share = formatNumber(made / own, 'percent', language);
    return [guardLine(voice, 'targets_apart', parts, 'GUARD_TARGETS_APART', { ...values, share })];
  });
}
