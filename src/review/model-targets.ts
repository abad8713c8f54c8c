import { cascade } from '../kpi/cascade.ts';
import { isNumber } from '../kpi/fault.ts';
import { metricOf } from '../kpi/metrics.ts';
import type { NodeValue } from '../kpi/roll-up.ts';
import type { Tree } from '../kpi/tree.ts';
import { cascadeVisits, type VisitRule, type VisitSide } from '../kpi/visit-plan.ts';
import type { Address } from '../workbook/address.ts';
import { choiceWord } from '../workbook/choices.ts';
import { columnChoices } from '../workbook/column-choices.ts';
import type { VisitRuleIds, VisitSideIds } from '../workbook/models/model.ts';
import type { Settings } from '../workbook/settings.ts';
import type { RowValues, Table, Tables } from '../workbook/table.ts';
import { unitWord } from '../workbook/units.ts';
import { readFacts } from './facts.ts';
import { type Figures, figuresOf } from './figures.ts';
import { BASELINE_DAYS, baselineWeeks } from './kpi-baseline.ts';
import { readLedger } from './ledger.ts';
import { readExchange } from './money.ts';
import { type KpiNode, type KpiTree, operandsAt, readTree } from './nodes.ts';
import type { Span } from './periods.ts';
import { rolledFigures } from './rolled.ts';
import { readService } from './service.ts';
import { wholeFigure } from './whole-figure.ts';

/** What the goal is to reach, from a day to a day: an amount, or growth on the present (a fraction). */
export type ModelGoal = Span &
  ({ readonly rootTarget: number; readonly growth?: undefined } | { readonly growth: number });

export type ModelTargetsInput = {
  /** Tables as read, with the model's rows as the sheet `tree`. */
  readonly tables: Tables;
  readonly address: Address;
  readonly settings: Settings;
  /** Monday of the last whole week. */
  readonly monday: number;
  /** The present moment, serial day with time. */
  readonly now: number;
  readonly who: string;
  readonly goal: ModelGoal;
  readonly visits?: VisitRuleIds | undefined;
};

export type ModelTargets = {
  /** Rows for the sheet `targets`. */
  readonly rows: readonly RowValues[];
  /** Whole weeks whose figures are the baseline; null where there are none. */
  readonly weeks: Span | null;
  /** Names of the KPIs that should have a target and got none. */
  readonly without: readonly string[];
};

/** A tree that can be calculated. */
type Kpis = KpiTree & { readonly tree: Tree };

function openFigures(input: ModelTargetsInput, kpis: KpiTree): Figures {
  const { tables, address, settings, monday, now } = input;
  const exchange = readExchange(tables.rates as Table, settings.currency, address);
  const facts = readFacts(tables, exchange, address, monday + 6);
  const service = readService(tables.comments as Table, settings.slaHours, now);
  return rolledFigures(figuresOf(facts, readLedger(tables, exchange, facts, service, address)), kpis);
}

/** What each KPI would be in the goal's period if it went on as in those weeks: amounts by days, rates as they are. */
function baselinesOf(kpis: KpiTree, figures: Figures, weeks: Span, goal: Span): (number | null)[] {
  const scale = (goal.to - goal.from + 1) / BASELINE_DAYS;
  return kpis.nodes.map((node) => {
    const value = node === undefined ? null : wholeFigure(figures, node, weeks);
    return value !== null && node?.accumulates ? value * scale : value;
  });
}

/**
 * A component on which nothing was spent while other costs were booked takes no part in the target of all costs; it is
 * not unmeasured, since the team itself keeps the sheet.
 */
function idleCosts({ nodes, tree }: Kpis, baselines: readonly (number | null)[]): ReadonlySet<number> {
  const idle = new Set<number>();
  tree.parents.forEach((parent, row) => {
    const metric = metricOf(nodes[row]?.metric ?? '');
    const isCost = metric !== undefined && 'sources' in metric && metric.sources.join() === 'costs';
    const total = parent < 0 ? null : (baselines[parent] ?? null);
    if (isCost && baselines[row] === null && total !== null && nodes[parent]?.metric === 'cost')
      idle.add(row);
  });
  return idle;
}

/**
 * A part of a sum of which nothing was measured in those weeks, nor of any KPI below it, takes no part either: what
 * the others are is the whole of the sum, and they share its goal.
 */
function unmeasuredParts(
  { nodes, tree }: Kpis,
  baselines: readonly (number | null)[],
  figures: Figures,
  weeks: Span,
): ReadonlySet<number> {
  const isMeasured = (row: number): boolean => {
    const node = nodes[row];
    const isKnown = node !== undefined && figures.figure(node, weeks.from, weeks.to).value !== null;
    const isConstant = tree.constants[row] === true;
    return (isKnown && !isConstant) || operandsAt(tree, row).some(isMeasured);
  };
  const found = new Set<number>();
  tree.parents.forEach((parent, row) => {
    if (parent < 0 || tree.operators[parent] !== 'sum' || baselines[parent] === null) return;
    if (!operandsAt(tree, parent).includes(row) || tree.constants[row] === true) return;
    if (!isMeasured(row)) found.add(row);
  });
  return found;
}

function visitRule({ nodes, tree }: Kpis, ids: VisitRuleIds): VisitRule {
  const rowOf = (id: string): number => nodes.findIndex((node) => node?.id === id);
  const side = ({ visits, cvr, aov }: VisitSideIds): VisitSide => {
    const row = rowOf(visits);
    const sales = tree.children.findIndex((operands) => operands.includes(row));
    return { sales, visits: row, cvr: rowOf(cvr), aov: rowOf(aov) };
  };
  return { content: side(ids.content), rest: side(ids.rest), share: ids.share, cvr: ids.cvr };
}

/** Rows of the goal and of what makes it; an influence has no target. */
function operandRows(tree: Tree): number[] {
  const found = [tree.root];
  for (const row of found) found.push(...operandsAt(tree, row));
  return found.sort((a, b) => a - b);
}

type HandedDown = { readonly targets: readonly NodeValue[]; readonly locked: readonly number[] };

function handDown(
  input: ModelTargetsInput,
  kpis: Kpis,
  baselines: readonly (number | null)[],
  idle: ReadonlySet<number>,
): HandedDown {
  const { goal, visits } = input;
  const filled = baselines.map((value, row) => (idle.has(row) ? 0 : value));
  // Without a figure of the goal there are no weeks, and nothing is handed down.
  const present = baselines[kpis.tree.root] as number;
  const wanted = goal.growth === undefined ? goal.rootTarget : present * (1 + goal.growth);
  // The rule plans both sides; where one was never measured, the other carries the goal.
  if (visits === undefined || idle.size > 0) {
    const still = filled.map((_, row) => (idle.has(row) ? 0 : null));
    return { targets: cascade(kpis.tree, filled, wanted, [], still).targets, locked: [] };
  }
  const rule = visitRule(kpis, visits);
  const { targets } = cascadeVisits(kpis.tree, filled, wanted, rule);
  return { targets, locked: [rule.content.visits, rule.content.cvr] };
}

function targetRow(
  input: ModelTargetsInput,
  node: KpiNode,
  target: number,
  baseline: number | null,
  how: string,
): RowValues {
  const { goal, who, now, settings } = input;
  return {
    node: node.id,
    from: goal.from,
    to: goal.to,
    unit: unitWord(node.unit, settings.language),
    baseline,
    target,
    locked: null,
    how: choiceWord(columnChoices('targets', 'how'), how, settings.language),
    who: who === '' ? null : who,
    when: Math.floor(now),
  };
}

/**
 * Targets of a model's KPIs: the goal's is handed down from the figures of the latest four whole weeks.
 * @param input Tables with the model's tree, and the goal.
 * @returns Rows that close, the KPIs that got none, and the weeks. Where the goal is an amount and nothing can be handed
 *   down, the amount alone.
 */
export function modelTargets(input: ModelTargetsInput): ModelTargets {
  const { tables, settings, address, goal } = input;
  const read = readTree(tables.tree as Table, settings, address);
  const { tree, nodes } = read;
  const root = tree === null ? undefined : nodes[tree.root];
  if (tree === null || root === undefined) return { rows: [], weeks: null, without: [] };
  const kpis: Kpis = { ...read, tree };
  const figures = openFigures(input, kpis);
  const weeks = baselineWeeks(figures, root, input.monday);
  const baselines = weeks === null ? nodes.map(() => null) : baselinesOf(kpis, figures, weeks, goal);
  const free = idleCosts(kpis, baselines);
  const unmeasured = weeks === null ? [] : unmeasuredParts(kpis, baselines, figures, weeks);
  const idle = new Set([...free, ...unmeasured]);
  const handed = weeks === null ? { targets: [], locked: [] } : handDown(input, kpis, baselines, idle);
  const rows: RowValues[] = [];
  const without: string[] = [];
  for (const row of operandRows(tree)) {
    const node = nodes[row];
    if (node === undefined || free.has(row)) continue;
    const target = idle.has(row) ? null : (handed.targets[row] ?? null);
    const isGoal = row === tree.root && goal.growth === undefined;
    // From a baseline of 0 nothing grows: a target of 0 would be met by doing nothing.
    if (isNumber(target) && target !== 0) {
      const baseline = baselines[row] as number | null;
      const made = targetRow(input, node, target, baseline, isGoal ? 'typed' : 'cascade');
      rows.push(handed.locked.includes(row) ? { ...made, locked: true } : made);
    } else if (isGoal) rows.push(targetRow(input, node, goal.rootTarget as number, null, 'typed'));
    else without.push(node.name);
  }
  return { rows, weeks, without };
}
