import { addMonths, fiscalQuarterStart } from '../kpi/calendar.ts';
import type { RowValues } from '../workbook/table.ts';
import { randomOf } from './random.ts';
import type { StoryPlan } from './story.ts';
import { PEOPLE } from './team.ts';
import { NODES, type SampleNode } from './tree.ts';
import type { Frame } from './types.ts';

/** Weeks of history that a target is set from; those that a story can touch are left out. */
const HISTORY_WEEKS = 13;
const STORY_WEEKS = 2;
/** Growth that is asked of amounts and counts. Rates and averages are asked to stay where they are. */
const GROWTH = 1.015;
const IN_TIME_TARGET = 0.92;

type Weekly = ReadonlyMap<string, readonly (number | null)[]>;
type Target = { readonly node: SampleNode; readonly target: number; readonly baseline: number };

const significant = (value: number): number => Number(value.toPrecision(3));
const accumulates = (node: SampleNode): boolean =>
  ['gmv', 'views', 'product_impressions'].includes(node.metric);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** What a usual week was. A quarter that began before the data is planned from its own first weeks. */
function usualWeek(weekly: Weekly, node: SampleNode, lastWeek: number): number | null {
  const history = (weekly.get(node.id) ?? []).slice(Math.max(0, lastWeek - HISTORY_WEEKS), lastWeek);
  const known = history.filter((value): value is number => value !== null);
  return known.length === 0 ? null : median(known);
}

/** A target for each leaf; parents follow from their children, so that the plan closes as the tree does. */
function planOf(weekly: Weekly, lastWeek: number, days: number): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const node of [...NODES].reverse()) {
    const usual = usualWeek(weekly, node, lastWeek);
    const scale = accumulates(node) ? days / 7 : 1;
    const children = NODES.filter((each) => each.parent === node.id && each.kind !== 'influence');
    const parts = children.map((child) => targets.get(child.id)?.target ?? 0);
    let target =
      usual === null ? IN_TIME_TARGET : significant(usual * scale * (accumulates(node) ? GROWTH : 1));
    if (node.operator === 'product') target = parts.reduce((product, part) => product * part, 1);
    if (node.operator === 'sum') target = parts.reduce((sum, part) => sum + part, 0);
    if (children.length > 0) target = Math.round(target * 100) / 100;
    targets.set(node.id, { node, target, baseline: significant((usual ?? IN_TIME_TARGET) * scale) });
  }
  return targets;
}

/** The target that the story makes unreal: so many times the best week that the KPI ever had. */
function unrealTarget(weekly: Weekly, plan: StoryPlan, days: number): number {
  const node = NODES.find((each) => each.id === plan.target.node);
  const best = Math.max(...(weekly.get(plan.target.node) ?? []).map((value) => value ?? 0));
  const scale = node !== undefined && accumulates(node) ? days / 7 : 1;
  return significant(best * plan.target.factor * scale);
}

/** Rows of the sheet `targets`: every KPI, for the past and the current quarter. */
export function targetRows(frame: Frame, plan: StoryPlan | null, weekly: Weekly): RowValues[] {
  const current = fiscalQuarterStart(frame.lastDay);
  const random = randomOf(frame.seed, 'targets');
  return [addMonths(current, -3), current].flatMap((from) => {
    const to = addMonths(from, 3) - 1;
    const days = to - from + 1;
    const lastWeek = Math.min(
      frame.weeks - STORY_WEEKS,
      Math.max(HISTORY_WEEKS, Math.floor((to - frame.firstDay) / 7)),
    );
    const targets = planOf(weekly, lastWeek, days);
    const when = from - random.whole(4, 11);
    return NODES.map((node) => {
      const unreal = plan !== null && from === current && plan.target.node === node.id;
      const { target, baseline } = targets.get(node.id) ?? { target: 0, baseline: 0 };
      return {
        node: node.id,
        from,
        to,
        baseline,
        target: unreal ? unrealTarget(weekly, plan, days) : target,
        how: node.operator === null ? 'typed' : 'cascade',
        who: PEOPLE.owner[frame.language],
        when,
      };
    });
  });
}
