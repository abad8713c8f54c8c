import { isNumber } from '../../kpi/fault.ts';
import { metricOf } from '../../kpi/metrics.ts';
import type { Tree } from '../../kpi/tree.ts';
import type { Effects } from '../../kpi/variance.ts';
import { say } from '../../text/index.ts';
import { wholeValues } from '../effects.ts';
import type { Material } from '../material.ts';
import type { EffectLine, SegmentTable, WaterfallStep, WhySection } from '../model-sections.ts';
import type { KpiNode } from '../nodes.ts';
import { accountSegments, platformSegments, segmentTable } from './segments.ts';

/** So many drivers stand in the waterfall by themselves; what is left is one step. */
const STEPS = 7;

const NOTHING: SegmentTable = { lines: [], rest: null, volume: null, rate: null, whole: null };

type Goal = {
  readonly node: KpiNode;
  readonly tree: Tree;
  readonly before: number;
  readonly after: number;
};

function goalOf(material: Material, before: Values, after: Values): Goal | null {
  const { tree, nodes } = material.kpis;
  const node = tree === null ? undefined : nodes[tree.root];
  if (tree === null || node === undefined) return null;
  const [from, to] = [before[tree.root] ?? null, after[tree.root] ?? null];
  return from === null || to === null ? null : { node, tree, before: from, after: to };
}

type Values = readonly (number | null)[];

/** Effects of what is at the bottom of the tree and can move, and of what measured KPIs leave unexplained. */
function driverLines(
  { kpis, settings }: Material,
  { tree, before: from, after: to }: Goal,
  effects: Effects,
  before: Values,
  after: Values,
): EffectLine[] {
  const change = to - from;
  const shareOf = (effect: number): number | null => (change === 0 ? null : effect / change);
  return tree.order
    .flatMap((row): EffectLine[] => {
      const { id, owner, unit, name } = kpis.nodes[row] as KpiNode;
      const [own, rest] = [effects.effects[row], effects.unexplained[row] ?? null];
      // A constant moves only where it is measured all the same.
      if (tree.constants[row] === true && own === 0) return [];
      const isLeaf = tree.children[row]?.length === 0;
      const unexplained = say(settings.language, 'UNEXPLAINED', { name });
      const lines: EffectLine[] = [];
      if (isLeaf && isNumber(own)) {
        const both = { before: before[row] as number | null, after: after[row] as number | null };
        lines.push({ id, name, owner, unit, effect: own, share: shareOf(own), ...both });
      }
      if (!isLeaf && rest !== null && Math.abs(rest) > 1e-6 * Math.abs(change)) {
        const both = { before: null, after: null };
        const key = `${id}:unexplained`;
        lines.push({ id: key, name: unexplained, owner, unit, effect: rest, share: shareOf(rest), ...both });
      }
      return lines;
    })
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}

/** From one period's goal to the next, step by step; none where a step would cross zero, which stacked columns cannot show. */
function waterfall(goal: Goal, drivers: readonly EffectLine[], material: Material): WaterfallStep[] {
  const { language } = material.settings;
  const [first, last] = material.periods.sixWeeks.slice(-2);
  if (drivers.length === 0 || first === undefined || last === undefined) return [];
  const shown = drivers.filter(({ effect }) => effect !== 0).slice(0, STEPS);
  const change = goal.after - goal.before;
  const other = change - shown.reduce((sum, { effect }) => sum + effect, 0);
  const isWhole = Math.abs(other) <= 1e-9 * Math.max(Math.abs(goal.after), Math.abs(goal.before));
  const parts = [
    ...shown.map(({ name, effect }) => ({ name, effect })),
    ...(isWhole ? [] : [{ name: say(language, 'WHY_OTHER'), effect: other }]),
  ];
  let at = goal.before;
  const steps = parts.map(({ name, effect }): WaterfallStep => {
    const from = at;
    at += effect;
    return { label: name, from, to: at, kind: effect < 0 ? 'down' : 'up' };
  });
  const all: WaterfallStep[] = [
    { label: first.label, from: 0, to: goal.before, kind: 'total' },
    ...steps,
    { label: last.label, from: 0, to: goal.after, kind: 'total' },
  ];
  return all.some(({ from, to }) => from < 0 || to < 0) ? [] : all;
}

/** A goal that the KPIs below make has no rows of its own; of money it is taken as GMV. */
function segmented(node: KpiNode): KpiNode | null {
  if (metricOf(node.metric) !== undefined) return node;
  return node.unit === 'money' ? { ...node, metric: 'gmv', accumulates: true } : null;
}

/**
 * Section 3: why the goal moved against the week before, by driver, by platform and by account.
 * @param material What the review is made of.
 * @returns Nothing where one of the two weeks has missing days.
 */
export function whySection(material: Material): WhySection {
  const { kpis, figures, periods, effects } = material;
  const [before, after] = [
    wholeValues(kpis, figures, periods.weekBefore),
    wholeValues(kpis, figures, periods.week),
  ];
  const goal = goalOf(material, before, after);
  if (goal === null || effects === null)
    return { goal: null, drivers: [], platforms: NOTHING, accounts: NOTHING, waterfall: [] };
  const change = goal.after - goal.before;
  const drivers = driverLines(material, goal, effects, before, after);
  const whole = segmented(goal.node);
  const tableOf = (segments: typeof platformSegments): SegmentTable =>
    whole === null ? NOTHING : segmentTable(whole, segments(whole, material), change, material);
  return {
    goal: { name: goal.node.name, unit: goal.node.unit, before: goal.before, after: goal.after },
    drivers,
    platforms: tableOf(platformSegments),
    accounts: tableOf(accountSegments),
    waterfall: waterfall(goal, drivers, material),
  };
}
