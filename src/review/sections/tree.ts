import { isNumber } from '../../kpi/fault.ts';
import { rollUp } from '../../kpi/roll-up.ts';
import { statusOf } from '../../kpi/status.ts';
import type { Effects } from '../../kpi/variance.ts';
import type { Figures } from '../figures.ts';
import type { Figure, Status, TreeLine } from '../model.ts';
import type { KpiNode, KpiTree } from '../nodes.ts';
import type { ReviewPeriods, Span } from '../periods.ts';
import type { Plans } from '../plan.ts';
import { reachOf } from '../reach.ts';
import { signalOf } from '../signal.ts';
import { wholeFigure, wholeValue } from '../whole-figure.ts';

export type TreeInput = {
  readonly kpis: KpiTree;
  readonly figures: Figures;
  readonly plans: Plans;
  readonly periods: ReviewPeriods;
  /** What moved the goal, by row; null where there is no tree. */
  readonly effects: Effects | null;
  /** What people typed in the tab, by node id. */
  readonly explanations: ReadonlyMap<string, string>;
};

/** Against nothing, or less than nothing, there is no change in per cent: its sign would say the opposite. */
function change(now: Figure, then: Figure): number | null {
  const [after, before] = [wholeValue(now), wholeValue(then)];
  return after === null || before === null || before <= 0 ? null : after / before - 1;
}

function statusFor(node: KpiNode, reached: number | null): Status {
  if (reached === null) return 'none';
  const status = statusOf(reached, node.green, node.amber);
  return typeof status === 'string' ? status : 'none';
}

function depthOf(row: number, parents: readonly number[]): number {
  let depth = 0;
  for (let at = parents[row] as number; at >= 0; at = parents[at] as number) depth++;
  return depth;
}

/** KPIs as people read a tree: each followed by what is below it. */
function readingOrder({ nodes, tree }: KpiTree): KpiNode[] {
  if (tree === null) return nodes.filter((node) => node !== undefined);
  const below = new Map<number, number[]>();
  for (const row of tree.order) {
    const parent = tree.parents[row] as number;
    below.set(parent, [...(below.get(parent) ?? []), row]);
  }
  const visit = (row: number): KpiNode[] => [nodes[row] as KpiNode, ...(below.get(row) ?? []).flatMap(visit)];
  return visit(tree.root);
}

function unexplainedOf(kpis: KpiTree, actuals: readonly (number | null)[]): readonly (number | null)[] {
  if (kpis.tree === null) return [];
  return rollUp(kpis.tree, actuals).unexplained;
}

function effectAt(effects: Effects | null, row: number): number | null {
  const effect = effects?.effects[row];
  return isNumber(effect) ? effect : null;
}

/** Smaller than half a unit of the last digit that a cell shows of the whole, a residual is rounding. */
function worthShowing(residual: number | null | undefined, whole: number | null): number | null {
  if (residual === null || residual === undefined || whole === null) return null;
  return Math.abs(residual) > 0.001 * Math.abs(whole) ? residual : null;
}

/**
 * Section 2: a line for every KPI, from the goal down.
 * @param input Tree, figures, plans and periods.
 */
export function treeSection(input: TreeInput): TreeLine[] {
  const { kpis, figures, plans, periods, explanations } = input;
  const at = (node: KpiNode, span: Span): Figure => figures.figure(node, span.from, span.to);
  const actuals = kpis.nodes.map((node) => (node === undefined ? null : at(node, periods.week).value));
  const residuals = unexplainedOf(kpis, actuals);
  return readingOrder(kpis).map((node): TreeLine => {
    const week = reachOf(node, periods.week, figures, plans);
    const month = reachOf(node, periods.monthToDate, figures, plans);
    const quarter = reachOf(node, periods.quarterToDate, figures, plans);
    const actual = week.figure;
    return {
      id: node.id,
      parent: node.parent === '' ? null : node.parent,
      depth: kpis.tree === null ? 0 : depthOf(node.row, kpis.tree.parents),
      name: node.name,
      owner: node.owner,
      unit: node.unit,
      metric: node.metric,
      actual,
      plan: week.plan,
      baseline: week.baseline,
      attainment: week.attainment,
      status: statusFor(node, week.attainment),
      wow: change(actual, at(node, periods.weekBefore)),
      yoy: change(actual, at(node, periods.yearBefore)),
      weeks: periods.sixWeeks.map((span) => wholeFigure(figures, node, span)),
      mtd: month.figure,
      mtdPlan: month.plan,
      mtdAttainment: month.attainment,
      qtd: quarter.figure,
      qtdPlan: quarter.plan,
      qtdAttainment: quarter.attainment,
      ...signalOf(
        periods.signalWeeks.map((span) => wholeFigure(figures, node, span)),
        node.direction,
        week.figure.days === week.figure.of ? week.plan : null,
      ),
      effect: effectAt(input.effects, node.row),
      unexplained: worthShowing(residuals[node.row], actual.value),
      lifetime: figures.lifetime(node),
      explanation: explanations.get(node.id) ?? '',
    };
  });
}
