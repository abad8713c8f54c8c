import type { NodeFigures, TargetRow, TreeFigures, TreeState } from '../../src/addon/tree-api.ts';
import { serialOfIsoDate } from '../../src/kpi/calendar.ts';

/** Days of a period (ISO), both ends included; 0 for one that is none. */
export function daysOf({ from, to }: { readonly from: string; readonly to: string }): number {
  const [first, last] = [serialOfIsoDate(from), serialOfIsoDate(to)];
  return first === null || last === null ? 0 : Math.max(0, last - first + 1);
}

/** The four weeks that every baseline is taken from; null where no four in a row were measured. */
export type BaseWeeks = TreeFigures['weeks'];

/**
 * What a KPI would make in a period if it went on as in the weeks of the baseline: amounts grow with the days, rates do
 * not. The one baseline of the tab, the picture and the cascade.
 * @returns null where a day of those weeks was not measured.
 */
export function baselineIn(
  known: NodeFigures | undefined,
  weeks: BaseWeeks,
  period: { readonly from: string; readonly to: string },
): number | null {
  if (known === undefined || known.base === null || weeks === null) return null;
  return known.accumulates ? (known.base * daysOf(period)) / daysOf(weeks) : known.base;
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
