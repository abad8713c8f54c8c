import type { TargetRow, TreeState } from '../../src/addon/tree-api.ts';
import { serialOfIsoDate } from '../../src/kpi/calendar.ts';

/** Days of a period (ISO), both ends included; 0 for one that is none. */
export function daysOf({ from, to }: { readonly from: string; readonly to: string }): number {
  const [first, last] = [serialOfIsoDate(from), serialOfIsoDate(to)];
  return first === null || last === null ? 0 : Math.max(0, last - first + 1);
}

/**
 * The target of a KPI that holds today, or else the latest one; of several the lowest in the sheet.
 * @param node ID of the KPI as it was read; empty for one that has none yet.
 */
export function targetAt({ targets, today }: TreeState, node: string): TargetRow | undefined {
  const own = targets.filter((target) => target.node === node && node !== '');
  const open = own.filter(({ from, to }) => from <= today && today <= to);
  return open[open.length - 1] ?? own[own.length - 1];
}
