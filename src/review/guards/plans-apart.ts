import { isNumber } from '../../kpi/fault.ts';
import { remembered } from '../../kpi/remembered.ts';
import { type NodeValue, rollUp } from '../../kpi/roll-up.ts';
import type { Tree } from '../../kpi/tree.ts';
import { formatNumber } from '../../text/format.ts';
import { wholeValues } from '../effects.ts';
import type { Material } from '../material.ts';
import type { GuardLine } from '../model-sections.ts';
import type { KpiNode } from '../nodes.ts';
import type { Span } from '../periods.ts';
import { guardLine } from './guard.ts';

/** Targets are set in round figures: so much less than the KPI's own is still the same plan. */
const APART = 0.05;

/** Part of its own target that a KPI comes to where those below it just reach theirs, by row; null where not known. */
function sharesOf(tree: Tree, { kpis, plans, periods }: Material): (number | null)[] {
  // Of one day, since rates are of a day and amounts of several could be under another rate.
  const day = periods.week.to;
  const own = kpis.nodes.map((node) => (node === undefined ? null : plans.planOf(node, day, day)));
  const { computed } = rollUp(tree, own);
  return own.map((plan, row) => {
    const made: NodeValue = computed[row] ?? null;
    return plan === null || plan <= 0 || !isNumber(made) ? null : made / plan;
  });
}

/**
 * Tells whether the KPIs below one do not make it when they are measured, either: then what they leave is no part of their
 * targets. The latest week counts in which all were measured.
 */
function unexplainedIn(tree: Tree, { kpis, figures, periods }: Material): (row: number) => boolean {
  const weeks = [...periods.signalWeeks].reverse();
  const measuredIn = remembered((week: Span) => {
    const own = wholeValues(kpis, figures, week);
    return { own, rest: rollUp(tree, own).unexplained };
  });
  return (row) => {
    for (const week of weeks) {
      const { own, rest } = measuredIn(week);
      const [value, left] = [own[row], rest[row] ?? null];
      if (left !== null && isNumber(value)) return Math.abs(left) > APART * Math.abs(value);
    }
    return false;
  };
}

/** Whether the KPIs below can all reach their targets and this one misses its own. */
function fallsShort({ direction, method }: KpiNode, share: number): boolean {
  return method === 'ratio' && (direction === 'up' ? share < 1 - APART : share > 1 + APART);
}

/**
 * KPIs whose target is missed even if every KPI below them reaches its own. Targets below that make more are a reserve,
 * and nobody is told of them.
 */
export function plansApartGuards(material: Material): GuardLine[] {
  const { kpis, plans, periods, settings, voice } = material;
  const { language, currency } = settings;
  const { tree } = kpis;
  if (tree === null) return [];
  const shares = sharesOf(tree, material);
  const isUnexplained = unexplainedIn(tree, material);
  return kpis.nodes.flatMap((node, row): GuardLine[] => {
    const share = shares[row] ?? null;
    const target = node === undefined ? null : plans.planOf(node, periods.week.from, periods.week.to);
    if (node === undefined || share === null || target === null || !fallsShort(node, share)) return [];
    if (isUnexplained(row)) return [];
    const made = target * share;
    const shown = (value: number): string => formatNumber(value, node.unit, language, currency);
    const parts = {
      ...{ status: 'amber' as const, subject: node.id, name: node.name, owner: node.owner },
      ...{ found: made, limit: target, unit: node.unit },
    };
    const values = { name: node.name, made: shown(made), target: shown(target) };
    const text = { ...values, share: formatNumber(share, 'percent', language) };
    return [guardLine(voice, 'targets_apart', parts, 'GUARD_TARGETS_APART', text)];
  });
}
