import { guardrail } from '../../kpi/guardrail.ts';
import type { Shift } from '../../kpi/shift.ts';
import { formatChange } from '../../text/format.ts';
import { say } from '../../text/index.ts';
import type { Material } from '../material.ts';
import type { GuardLine } from '../model-sections.ts';
import type { KpiNode } from '../nodes.ts';
import { wholeFigure } from '../whole-figure.ts';
import { guardLine } from './guard.ts';

/** Both must be clear of what chance does from week to week. */
const CLEAR = 3;
/** Without a past to compare with, changes on the week before must be at least so large. */
const LARGE = 0.2;

/** Fractions, and how many weeks each is of. */
type Change = {
  readonly own: number;
  readonly guard: number;
  readonly ownWeeks: number;
  readonly guardWeeks: number;
};

const sign = ({ direction }: KpiNode): number => (direction === 'up' ? 1 : -1);

function clearChange(node: KpiNode, guard: KpiNode, own: Shift | null, other: Shift | null): Change | null {
  if (own === null || other === null) return null;
  const isRaised = own.z * sign(node) >= CLEAR;
  if (!isRaised || other.z * sign(guard) > -CLEAR) return null;
  return { own: own.change, guard: other.change, ownWeeks: own.length, guardWeeks: other.length };
}

function weekChange(node: KpiNode, guard: KpiNode, { figures, periods }: Material): Change | null {
  const { weekBefore, week } = periods;
  const [before, after] = [wholeFigure(figures, node, weekBefore), wholeFigure(figures, node, week)];
  const [guardBefore, guardAfter] = [
    wholeFigure(figures, guard, weekBefore),
    wholeFigure(figures, guard, week),
  ];
  const state = guardrail(
    { direction: sign(node) > 0 ? 'up' : 'down', before, after },
    { direction: sign(guard) > 0 ? 'up' : 'down', before: guardBefore, after: guardAfter },
    LARGE,
  );
  if (state !== 'gamed' || !before || !after || !guardBefore || guardAfter === null) return null;
  const own = after / before - 1;
  return Math.abs(own) < LARGE
    ? null
    : { own, guard: guardAfter / guardBefore - 1, ownWeeks: 1, guardWeeks: 1 };
}

/** KPIs that rose while their guardrail fell: completion rate up, but nobody buys. */
export function gamingGuards(material: Material): GuardLine[] {
  const { kpis, shifts } = material;
  const nodeOf = new Map(kpis.nodes.flatMap((node) => (node === undefined ? [] : [[node.id, node]])));
  return kpis.nodes.flatMap((node): GuardLine[] => {
    const guard = node === undefined ? undefined : nodeOf.get(node.guardrail);
    if (node === undefined || guard === undefined) return [];
    const [own, other] = [shifts(node), shifts(guard)];
    const clear = clearChange(node, guard, own, other);
    const hasPast = own !== null && other !== null;
    const found = clear ?? (hasPast ? null : weekChange(node, guard, material));
    if (found === null) return [];
    const parts = {
      ...{ status: clear === null ? ('amber' as const) : ('red' as const), subject: node.id },
      ...{ name: node.name, owner: node.owner, found: found.guard, limit: 0, unit: 'percent' },
    };
    const shown = (change: number, weeks: number): string => {
      const text = formatChange(change);
      return weeks === 1 ? text : say(material.voice, 'CHANGE_TWO', { change: text });
    };
    return [
      guardLine(material.voice, 'gamed', parts, clear === null ? 'GUARD_GAMED_WEEK' : 'GUARD_GAMED', {
        name: node.name,
        guard: guard.name,
        own: shown(found.own, found.ownWeeks),
        other: shown(found.guard, found.guardWeeks),
      }),
    ];
  });
}
