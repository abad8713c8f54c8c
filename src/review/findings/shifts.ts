import type { Shift } from '../../kpi/shift.ts';
import { fits } from '../filter.ts';
import type { Conversion } from '../model.ts';
import { type KpiNode, rootOf } from '../nodes.ts';
import { wholeFigure } from '../whole-figure.ts';
import { type Found, finding, type Rule, spanWords, wordsOf } from './finding.ts';

/** Of some 25 KPIs a week, chance alone brings less than one in a year so far from its past. */
const CLEAR = 4.7;
/** A change that is clear and small is not worth a sentence. */
const SALIENT = 0.08;
/** KPIs move together: the clearest few say it. */
const SHOWN = 3;

type Moved = { readonly node: KpiNode; readonly shift: Shift };

const isGood = ({ node, shift }: Moved): boolean => shift.z > 0 === (node.direction === 'up');

/** Whether another call-out says it already: of the account's conversion, of a gamed KPI or its guardrail, of comments. */
function isSaid(node: KpiNode, { review, material }: Found): boolean {
  if (node.metric === 'answered_in_time_rate') {
    return review.guards.some(({ kind }) => kind === 'overdue_comments');
  }
  const gamed = review.guards.filter(({ kind }) => kind === 'gamed').map(({ subject }) => subject);
  const guards = material.kpis.nodes.flatMap((each) =>
    each && gamed.includes(each.id) ? [each.guardrail] : [],
  );
  if (gamed.includes(node.id) || guards.includes(node.id)) return true;
  if (node.metric !== 'cvr' && node.metric !== 'ctor') return false;
  return review.content.accounts.some(
    ({ id, platform, conversion }) =>
      fits(node.filter.platform, platform) &&
      node.filter.account !== '' &&
      fits(node.filter.account, id) &&
      isClearConversion(conversion),
  );
}

function movedNodes(found: Found): Moved[] {
  const { kpis, shifts } = found.material;
  const moved = kpis.nodes.flatMap((node): Moved[] => {
    const shift = node === undefined ? null : shifts(node);
    if (node === undefined || shift === null || isSaid(node, found)) return [];
    return Math.abs(shift.z) >= CLEAR && Math.abs(shift.change) >= SALIENT ? [{ node, shift }] : [];
  });
  // What a KPI is made of says more than the KPI itself.
  const parents = new Set(moved.map(({ node }) => node.parent));
  return moved
    .filter(({ node }) => !parents.has(node.id))
    .sort((a, b) => Math.abs(b.shift.z) - Math.abs(a.shift.z));
}

/** KPIs that are clearly off their own past, for the better and for the worse. */
export const nodeFindings: Rule = (found) => {
  const words = wordsOf(found);
  const moved = movedNodes(found);
  const shown = [
    ...moved.filter((each) => !isGood(each)).slice(0, SHOWN),
    ...moved.filter(isGood).slice(0, SHOWN),
  ];
  return shown.map((each) => {
    const { node, shift } = each;
    return finding(found, isGood(each) ? 'node_better' : 'node_worse', {
      subject: node.id,
      owner: node.owner,
      evidence: `tree:${node.id}:actual`,
      values: {
        name: node.name,
        value: words.number(shift.value, node.unit),
        usual: words.number(shift.usual, node.unit),
        change: words.change(shift.change),
        weeks: shift.length,
        span: spanWords(found, shift.length, node.accumulates),
      },
    });
  });
};

/** Weeks on one side of what was usual before them. */
const RUN = 8;
const RUN_BASE = 10;
const RUN_SALIENT = 0.15;

type Run = { readonly change: number };

function runOf(node: KpiNode, { material }: Found): Run | null {
  const { figures, periods } = material;
  const values = periods.signalWeeks.map((week) => wholeFigure(figures, node, week));
  const run = values.slice(-RUN);
  const base = values.slice(0, -RUN).filter((value): value is number => value !== null);
  if (base.length < RUN_BASE || run.some((value) => value === null)) return null;
  const centre = base.reduce((sum, value) => sum + value, 0) / base.length;
  if (centre <= 0) return null;
  const recent = run as number[];
  const change = recent.reduce((sum, value) => sum + value, 0) / RUN / centre - 1;
  // Of values on one side their mean is on it, too.
  const isOneSide = recent.every((value) => Math.sign(value - centre) === Math.sign(change));
  return isOneSide && Math.abs(change) >= RUN_SALIENT ? { change } : null;
}

/** The goal: eight weeks in a row above or below what it was before. */
export const runFindings: Rule = (found) => {
  const { kpis } = found.material;
  const words = wordsOf(found);
  const root = rootOf(kpis);
  return [root].flatMap((node) => {
    if (node === undefined) return [];
    const run = runOf(node, found);
    if (run === null) return [];
    const kind = run.change > 0 === (node.direction === 'up') ? 'run_better' : 'run_worse';
    return [
      finding(found, kind, {
        subject: node.id,
        owner: node.owner,
        evidence: `tree:${node.id}:trend`,
        values: { name: node.name, count: RUN, change: words.change(run.change) },
      }),
    ];
  });
};

/** Five accounts or so are asked each week, each with the counts of its own orders. */
const CONVERSION_CLEAR = 4.1;
const CONVERSION_SALIENT = 0.25;

function isClearConversion(conversion: Conversion | null): conversion is Conversion {
  if (conversion === null) return false;
  return Math.abs(conversion.z) >= CONVERSION_CLEAR && Math.abs(conversion.change) >= CONVERSION_SALIENT;
}

/** Accounts whose clicks, or views, became clearly fewer or more orders than usual. */
export const conversionFindings: Rule = (found) => {
  const words = wordsOf(found);
  return found.review.content.accounts.flatMap(({ platform, id, account, owner, conversion }) => {
    if (!isClearConversion(conversion)) return [];
    const { z, change, value, usual, metricName, weeks } = conversion;
    return [
      finding(found, z < 0 ? 'conversion_drop' : 'conversion_rise', {
        subject: `${platform}:${id}`,
        owner,
        evidence: `money:${platform}:${id}:conversion`,
        values: {
          account,
          metric: metricName,
          value: words.number(value, 'percent'),
          usual: words.number(usual, 'percent'),
          change: words.change(change),
          span: spanWords(found, weeks, false),
        },
      }),
    ];
  });
};
