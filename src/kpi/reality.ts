import { type Fault, faultOf, type Input, isFault, isNumber, numberOf } from './fault.ts';
import type { Direction } from './metrics.ts';
import type { NodeValue } from './roll-up.ts';
import { quantile } from './statistics.ts';
import { partsOf, type Tree } from './tree.ts';

/** How many past periods a target is held against. */
export const HISTORY_PERIODS = 13;
/** Fewer measured periods than this have no 90th percentile worth the name. */
export const MIN_HISTORY = 5;
/** A target so many times as good as the best of them is out of touch. */
export const BEYOND_BEST = 1.5;

/** Why a target looks out of touch, with the limit that it passes. */
export type RealityFlag = {
  readonly code: 'BEYOND_P90' | 'BEYOND_BEST' | 'OUTSIDE_BENCHMARK';
  readonly limit: number;
};

export type Reality = {
  readonly flags: readonly RealityFlag[];
  /** Measured periods among the last 13; below `MIN_HISTORY` only the benchmark was asked. */
  readonly periods: number;
};

/** Quartiles of a benchmark table; null where a table has none. */
export type Benchmark = { readonly p25: number | null; readonly p75: number | null };

const historyFlags = (target: number, history: readonly number[], direction: Direction): RealityFlag[] => {
  const up = direction === 'up';
  const usual = quantile(history, up ? 0.9 : 0.1) as number;
  const best = up ? Math.max(...history) : Math.min(...history);
  // Half as good again as the best. (A best at or below 0 has no such multiple.)
  const edge = up ? best * BEYOND_BEST : best / BEYOND_BEST;
  const isBeyond = (limit: number): boolean =>
    Number.isFinite(limit) && (up ? target > limit : target < limit);
  const flags: RealityFlag[] = [];
  if (isBeyond(usual)) flags.push({ code: 'BEYOND_P90', limit: usual });
  if (best > 0 && isBeyond(edge)) flags.push({ code: 'BEYOND_BEST', limit: edge });
  return flags;
};

const benchmarkFlags = (target: number, { p25, p75 }: Benchmark): RealityFlag[] => {
  if (p25 !== null && target < p25) return [{ code: 'OUTSIDE_BENCHMARK', limit: p25 }];
  return p75 !== null && target > p75 ? [{ code: 'OUTSIDE_BENCHMARK', limit: p75 }] : [];
};

/**
 * Holds a target against the account's own past and the benchmark: is it above the 90th percentile of the last 13
 * periods, above 1.5 × the best of them, outside the benchmark's middle half? For KPIs where less is better: below
 * the 10th percentile, below the best ÷ 1.5.
 * @param target value per period. @param history past values, the latest last; empty ones are not measured.
 * Source: reference-class forecasting: the outside view of one's own record.
 * @returns the flags that apply, none for a target in reach; null for no target; NOT_A_NUMBER.
 * @example realityOf(40, [10, 12, 11, 14, 13]).flags //=> BEYOND_P90 (13.6), BEYOND_BEST (21)
 */
export const realityOf = (
  target: Input,
  history: readonly Input[],
  benchmark: Benchmark = { p25: null, p75: null },
  direction: Direction = 'up',
): Reality | null | Fault => {
  const wanted = numberOf(target);
  if (!isNumber(wanted)) return wanted;
  const past = history.slice(-HISTORY_PERIODS).map(numberOf);
  if (past.some(isFault)) return faultOf('NOT_A_NUMBER');
  const measured = past.filter(isNumber);
  const own = measured.length >= MIN_HISTORY ? historyFlags(wanted, measured, direction) : [];
  return { flags: [...own, ...benchmarkFlags(wanted, benchmark)], periods: measured.length };
};

/** What is known of a leaf beside its target. */
export type LeafPast = {
  readonly history: readonly Input[];
  readonly benchmark?: Benchmark;
  readonly direction?: Direction;
};

/**
 * The reality check of every leaf to which a cascade gave a target: what it asks of the people at the bottom.
 * @param targets by row, as `cascade` gives them. @param past by row; a leaf without one has nothing to be held against.
 * Source: as `realityOf`.
 * @returns by row; null for inner nodes, and where there is no target or no past; NOT_A_NUMBER, or the target's fault.
 * @example realityOfLeaves(tree, cascade(tree, baselines, 2420).targets, past)
 */
export const realityOfLeaves = (
  tree: Tree,
  targets: readonly NodeValue[],
  past: readonly (LeafPast | undefined)[],
): readonly (Reality | null | Fault)[] =>
  partsOf(tree).map((isPart, row) => {
    const known = past[row];
    if (!isPart || known === undefined || (tree.children[row] ?? []).length > 0) return null;
    return realityOf(targets[row], known.history, known.benchmark, known.direction);
  });
