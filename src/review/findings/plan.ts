import type { TreeLine } from '../model.ts';
import { type Found, finding, type Rule, wordsOf } from './finding.ts';

/** A third of a quarter must be over before anything is said of its end. */
const ELAPSED = 0.33;
const AT_RISK = 0.85;
/** So far below plan, so many weeks in a row. */
const BEHIND = 0.8;
const BEHIND_WEEKS = 3;

/** The goal: what is behind its plan below it stands in the table of the tree, and would be too much to say each week. */
function topLines({ review }: Found): readonly TreeLine[] {
  return review.tree.filter(({ depth }) => depth === 0);
}

/** The quarter's end at the pace of its covered days, and its plan. */
function quarterOf(line: TreeLine, { material }: Found) {
  const { kpis, plans, periods } = material;
  const node = kpis.nodes.find((each) => each?.id === line.id);
  const { value, days } = line.qtd;
  if (node === undefined || !node.accumulates || node.direction !== 'up' || value === null || days === 0)
    return null;
  const { from, end } = { from: periods.quarterToDate.from, end: periods.quarterEnd };
  const plan = plans.planOf(node, from, end);
  if (plan === null || plan <= 0) return null;
  const all = end - from + 1;
  return { plan, value, elapsed: days / all, forecast: (value / days) * all };
}

/** The quarter that will be missed at its present pace, or is reached already. */
export const quarterFindings: Rule = (found) => {
  const words = wordsOf(found);
  return topLines(found).flatMap((line) => {
    const quarter = quarterOf(line, found);
    if (quarter === null) return [];
    const { plan, value, elapsed, forecast } = quarter;
    const isReached = value >= plan;
    const isAtRisk = elapsed >= ELAPSED && elapsed < 1 && forecast < AT_RISK * plan;
    if (!isReached && !isAtRisk) return [];
    return [
      finding(found, isReached ? 'quarter_reached' : 'quarter_at_risk', {
        subject: line.id,
        owner: line.owner,
        evidence: `tree:${line.id}:qtd`,
        values: {
          name: line.name,
          value: words.number(value, line.unit),
          plan: words.number(plan, line.unit),
          forecast: words.number(forecast, line.unit),
          share: words.number(forecast / plan, 'percent'),
        },
      }),
    ];
  });
};

/** Clearly below plan for weeks in a row. */
export const behindFindings: Rule = (found) => {
  const { kpis, plans, periods } = found.material;
  const words = wordsOf(found);
  return topLines(found).flatMap((line) => {
    const node = kpis.nodes.find((each) => each?.id === line.id);
    if (node === undefined || node.method !== 'ratio' || node.direction !== 'up') return [];
    const values = line.weeks.slice(-BEHIND_WEEKS);
    const behind = periods.sixWeeks.slice(-BEHIND_WEEKS).flatMap(({ from, to }, i) => {
      const [value, plan] = [values[i] ?? null, plans.planOf(node, from, to)];
      const share = value === null || plan === null || plan <= 0 ? BEHIND : value / plan;
      return share < BEHIND ? [share] : [];
    });
    const last = behind[BEHIND_WEEKS - 1];
    if (last === undefined) return [];
    return [
      finding(found, 'behind_plan', {
        subject: line.id,
        owner: line.owner,
        evidence: `tree:${line.id}:attainment`,
        values: { name: line.name, count: BEHIND_WEEKS, share: words.number(last, 'percent') },
      }),
    ];
  });
};

/** Plans that a KPI as it is will never meet, by its own limits. */
export const reachFindings: Rule = (found) => {
  const words = wordsOf(found);
  return topLines(found).flatMap((line) => {
    if (line.assurance !== 'never' || line.plan === null || line.upper === null) return [];
    return [
      finding(found, 'plan_out_of_reach', {
        subject: line.id,
        owner: line.owner,
        evidence: `tree:${line.id}:signal`,
        values: {
          name: line.name,
          plan: words.number(line.plan, line.unit),
          limit: words.number(line.upper, line.unit),
        },
      }),
    ];
  });
};
