import type { NodeFigures, TargetRow, TreeFigures, TreeState } from '../../../src/addon/tree-api.ts';
import { cascade } from '../../../src/kpi/cascade.ts';
import { type FaultCode, isFault, isNumber } from '../../../src/kpi/fault.ts';
import { parseTree } from '../../../src/kpi/parse-tree.ts';
import { type Reality, realityOf } from '../../../src/kpi/reality.ts';
import { type NodeValue, rollUp } from '../../../src/kpi/roll-up.ts';
import { partsOf, type Tree } from '../../../src/kpi/tree.ts';
import { baselineIn, daysOf } from '../../tree/target-at.ts';
import { idOf } from '../edits.ts';
import { textOf } from '../nodes.ts';
import { sharesBelow } from './shares.ts';

/** What the goal is to reach from a day to a day (ISO): an amount, or growth on the present as a fraction. */
export type Goal = {
  readonly from: string;
  readonly to: string;
  readonly kind: 'amount' | 'growth';
  readonly value: number | null;
};

/** What a person sets: weights by id among siblings, and targets that stay as they are. */
export type Settings = {
  readonly goal: Goal;
  readonly weights: ReadonlyMap<string, number>;
  readonly locks: ReadonlyMap<string, number>;
};

/** A KPI in the cascade. */
export type Line = {
  /** Number of its row. */
  readonly row: number;
  readonly id: string;
  readonly depth: number;
  readonly isLeaf: boolean;
  /** What it would be in the period if it went on as now; null where that is not known. */
  readonly baseline: number | null;
  readonly target: number | null;
  /** Why there is no target. */
  readonly fault: FaultCode | null;
  /** Its part of the change among its siblings, 0 to 1; null where there is nothing to share. */
  readonly share: number | null;
  readonly isLocked: boolean;
  /** A constant, which never moves. */
  readonly isConstant: boolean;
  /** A part of a sum of which nothing was measured: it stays out of the goal until it is given a weight. */
  readonly isIdle: boolean;
  /** Its target for one week, held against the weeks that were; null for what has children or no past. */
  readonly perWeek: number | null;
  readonly reality: Reality | null;
  /** How many of the measured weeks reached it, and the best of them. */
  readonly reached: { readonly weeks: number; readonly of: number; readonly best: number } | null;
};

export type Plan = {
  readonly lines: readonly Line[];
  readonly closes: boolean;
  /** The goal's target in the period; null where it cannot be had. */
  readonly wanted: number | null;
  /** Rows of the tree with a fault, which hands down nothing. */
  readonly isBroken: boolean;
  /** Days of the period. */
  readonly days: number;
};

const EMPTY: Plan = { lines: [], closes: false, wanted: null, isBroken: true, days: 0 };

/** The rows as a tree; null where they are none. */
export function treeOf({ rows }: Pick<TreeState, 'rows'>): Tree | null {
  return parseTree(rows.map((row) => [row.id, row.parent, row.operator, row.coefficient, row.kind])).tree;
}

/** Parts of a measured sum of which nothing was measured, nor of anything below them. */
function idleRows(tree: Tree, baselines: readonly (number | null)[]): Set<number> {
  const isEmpty = (row: number): boolean =>
    baselines[row] === null && tree.constants[row] !== true && (tree.children[row] ?? []).every(isEmpty);
  const idle = new Set<number>();
  for (const row of tree.order) {
    if (tree.operators[row] !== 'sum') continue;
    const children = tree.children[row] ?? [];
    if (children.every(isEmpty)) continue;
    for (const child of children) if (isEmpty(child)) idle.add(child);
  }
  return idle;
}

function reachedBy(target: number, history: readonly (number | null)[], isUp: boolean): Line['reached'] {
  const measured = history.filter(isNumber);
  if (measured.length === 0) return null;
  const weeks = measured.filter((value) => (isUp ? value >= target : value <= target)).length;
  const best = measured.reduce((a, b) => (isUp ? Math.max(a, b) : Math.min(a, b)));
  return { weeks, of: measured.length, best };
}

/** The target of a leaf held against its own weeks and the benchmark. */
function held(
  state: TreeState,
  known: NodeFigures | undefined,
  row: number,
  target: number | null,
  days: number,
) {
  if (target === null || known === undefined || days === 0) {
    return { perWeek: null, reality: null, reached: null };
  }
  const isUp = !textOf(state.rows[row]?.direction ?? null).startsWith('down');
  const perWeek = known.accumulates ? (target * 7) / days : target;
  const found = realityOf(perWeek, known.history, known.benchmark ?? undefined, isUp ? 'up' : 'down');
  return {
    perWeek,
    reality: found === null || isFault(found) ? null : found,
    reached: reachedBy(perWeek, known.history, isUp),
  };
}

/** Rows in reading order, with how deep they hang; influences have no targets. */
function reading(tree: Tree): { row: number; depth: number }[] {
  const isPart = partsOf(tree);
  const visit = (row: number, depth: number): { row: number; depth: number }[] => [
    { row, depth },
    ...(tree.children[row] ?? []).flatMap((child) => visit(child, depth + 1)),
  ];
  return visit(tree.root, 0).filter(({ row }) => isPart[row] === true);
}

/** What the parts of the tree are at present, and which of them take no part. */
function present(state: TreeState, figures: TreeFigures, tree: Tree, { goal, weights }: Settings) {
  const days = daysOf(goal);
  const known = state.rows.map((row) => figures.nodes[idOf(row)]);
  const baselines = known.map((each) => baselineIn(each, figures.weeks, goal));
  const idle = idleRows(tree, baselines);
  for (const row of [...idle]) if ((weights.get(tree.ids[row] ?? '') ?? 0) > 0) idle.delete(row);
  const filled = baselines.map((value, row) => (idle.has(row) ? 0 : value));
  return { days, known, baselines, idle, filled, values: rollUp(tree, filled).values };
}

function wantedOf(goal: Goal, now: NodeValue): number | null {
  if (goal.value === null) return null;
  if (goal.kind === 'amount') return goal.value;
  return isNumber(now) ? now * (1 + goal.value) : null;
}

/**
 * Hands a goal down the tree, and holds what it asks of each leaf against what was ever reached.
 * @param state The tree. @param figures What the data say of it.
 * @param settings Goal, weights and locks.
 * @returns A line for each KPI in reading order; none where the rows are no tree.
 */
export function planOf(state: TreeState, figures: TreeFigures, settings: Settings): Plan {
  const tree = treeOf(state);
  if (tree === null) return EMPTY;
  const { goal, weights, locks } = settings;
  const { days, known, baselines, idle, filled, values } = present(state, figures, tree, settings);
  const wanted = days === 0 ? null : wantedOf(goal, values[tree.root] ?? null);
  const byRow = (map: ReadonlyMap<string, number>) => tree.ids.map((id) => map.get(id) ?? null);
  const locked = byRow(locks).map((lock, row) => (idle.has(row) ? (lock ?? 0) : lock));
  const { targets, closes } = cascade(tree, filled, wanted, byRow(weights), locked);
  const shares = sharesBelow(tree, values, byRow(weights), locked);
  const lines = reading(tree).map(({ row, depth }): Line => {
    const value = targets[row] ?? null;
    const isLeaf = (tree.children[row] ?? []).length === 0;
    const isIdle = idle.has(row);
    const target = isNumber(value) && !isIdle ? value : null;
    return {
      ...{ row, depth, isLeaf, isIdle, target, id: tree.ids[row] ?? '' },
      baseline: isIdle ? null : (baselines[row] ?? finiteOr(values[row])),
      fault: isFault(value) ? value.fault : null,
      share: shares[row] ?? null,
      isLocked: locks.has(tree.ids[row] ?? ''),
      isConstant: tree.constants[row] === true,
      ...held(state, known[row], row, isLeaf ? target : null, days),
    };
  });
  return { lines, closes: closes && wanted !== null, wanted, isBroken: false, days };
}

const finiteOr = (value: NodeValue | undefined): number | null => (isNumber(value) ? value : null);

/**
 * Targets that the sheet says are locked, as they are in the goal's period: amounts by its days.
 * @param targets The target of each KPI that holds today, by id.
 */
export function sheetLocks(
  targets: readonly TargetRow[],
  figures: TreeFigures,
  goal: Pick<Goal, 'from' | 'to'>,
): Map<string, number> {
  const locks = new Map<string, number>();
  for (const { node, target, locked, from, to } of targets) {
    const known = figures.nodes[node];
    if (!locked || target === null || known === undefined) continue;
    const own = daysOf({ from, to });
    locks.set(node, known.accumulates && own > 0 ? (target * daysOf(goal)) / own : target);
  }
  return locks;
}

/** The rows to be added to the sheet of targets. */
export function targetRows({ lines }: Plan, { goal }: Settings): TargetRow[] {
  return lines.flatMap(({ id, baseline, target, isLocked }): TargetRow[] =>
    target === null
      ? []
      : [
          {
            ...{ node: id, from: goal.from, to: goal.to, baseline, target, low: null, high: null },
            ...{ locked: isLocked, how: 'cascade' as const },
          },
        ],
  );
}
