import type { NodeFigures, TargetRow, TreeState } from '../../src/addon/tree-api.ts';
import { cascade } from '../../src/kpi/cascade.ts';
import { isNumber } from '../../src/kpi/fault.ts';
import { isRatio, metricOf } from '../../src/kpi/metrics.ts';
import type { Tree } from '../../src/kpi/tree.ts';
import { idOf, type TreeRow } from '../../src/kpi/tree-fields.ts';
import type { Draft, Drafts, DraftTarget } from './drafts.ts';
import { type BaseWeeks, baselineIn, daysOf, targetAt } from './target-at.ts';

/** Figures by the number of the KPI in the editor. */
export type FiguresOf = ReadonlyMap<number, NodeFigures>;

/** What the data say of the KPIs, and the weeks of their baselines. */
export type Known = { readonly nodes: FiguresOf; readonly weeks: BaseWeeks };

/** Whether it grows through a period, so that its target is the total of all days. */
export function accumulates({ metric, operator }: TreeRow): boolean {
  const known = metricOf(String(metric ?? ''));
  return known === undefined ? operator !== 'ratio' : !isRatio(known);
}

/** What a KPI would make in a period without a target, as a field shows it. */
export function baselineOf(
  { nodes, weeks }: Known,
  uid: number,
  period: { readonly from: string; readonly to: string },
): number | null {
  const value = baselineIn(nodes.get(uid), weeks, period);
  return value === null ? null : Number(value.toPrecision(12));
}

/** The target that a KPI has in the sheet. */
export const targetNow = (state: TreeState, { was }: Draft): TargetRow | undefined => targetAt(state, was);

/** A target as a person begins to set it: for the days of the present one, or what is left of the quarter. */
export function firstTarget(state: TreeState, draft: Draft, known: Known): DraftTarget {
  const now = targetNow(state, draft);
  const isOpen = now !== undefined && now.to >= state.today;
  const period = isOpen ? { from: now.from, to: now.to } : { from: state.today, to: state.quarter.to };
  return {
    ...period,
    baseline: baselineOf(known, draft.uid, period) ?? now?.baseline ?? null,
    target: isOpen ? now.target : null,
    low: isOpen ? now.low : null,
    high: isOpen ? now.high : null,
    locked: isOpen ? now.locked : false,
    how: 'typed',
    growth: null,
  };
}

/**
 * A target that is so much above a baseline.
 * @param growth As a fraction.
 * @returns null where one of the two is missing, or the baseline is 0.
 * @example grown(50000, 0.3) //=> 65000
 */
export function grown(baseline: number | null, growth: number | null): number | null {
  if (growth === null || !baseline) return null;
  return Number((baseline * (1 + growth)).toPrecision(12));
}

/** Whether a KPI is to have a new target that says nothing. */
export function isTargetEmpty({ row, target }: Draft): boolean {
  if (target === null) return false;
  return row.method === 'band' ? target.low === null && target.high === null : target.target === null;
}

/** What a target asks of one week. */
export const perWeek = (row: TreeRow, target: number, period: { from: string; to: string }): number =>
  accumulates(row) && daysOf(period) > 0 ? (target * 7) / daysOf(period) : target;

/** What the goal's target hands down to each KPI, by its number in the editor; empty where nothing can be. */
export function handedDown(
  tree: Tree | null,
  drafts: Drafts,
  known: Known,
  state: TreeState,
): ReadonlyMap<number, number> {
  const goal = tree === null ? undefined : drafts[tree.root];
  const wanted = goal === undefined ? undefined : (goal.target ?? targetNow(state, goal));
  if (tree === null || wanted?.target === null || wanted === undefined) return new Map();
  const baselines = drafts.map(({ uid }) => baselineOf(known, uid, wanted));
  const locked = drafts.map((draft) => {
    const own = draft.target ?? targetNow(state, draft);
    const isOf = own?.locked === true && own.how !== 'cascade' && own.to >= wanted.from;
    return isOf && draft !== goal ? own.target : null;
  });
  const { targets } = cascade(tree, baselines, wanted.target, [], locked);
  const entries = targets.flatMap((value, i): [number, number][] =>
    isNumber(value) ? [[(drafts[i] as Draft).uid, value]] : [],
  );
  return new Map(entries);
}

/** Drafts whose targets from above have the values that are handed down now. */
export function withHanded(drafts: Drafts, handed: ReadonlyMap<number, number>): Draft[] {
  return drafts.map((draft) => {
    const { target, uid } = draft;
    const value = handed.get(uid) ?? null;
    if (target?.how !== 'cascade' || target.target === value) return draft;
    return { ...draft, target: { ...target, target: value } };
  });
}

/** A name for a KPI, also where it has none. */
export const nameOf = (row: TreeRow): string => String(row.name ?? '').trim() || idOf(row) || '–';
