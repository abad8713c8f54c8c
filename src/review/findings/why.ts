import { say } from '../../text/index.ts';
import type { EffectLine, SegmentLine } from '../model-sections.ts';
import { rootOf } from '../nodes.ts';
import { wholeFigure } from '../whole-figure.ts';
import { finding, type Rule, wordsOf } from './finding.ts';

/** The goal's change must be clear of its usual ups and downs before one driver is named for it. */
const CLEAR = 3.5;
const MAIN_SHARE = 0.5;
/** A share so near to one is all. */
const WHOLE = 0.005;
/** Effects that cancel out are worth a sentence from such a part of the goal on. */
const OFFSET = 0.4;
const FLAT = 0.03;
const MIX = 0.25;
const UNEXPLAINED = 0.1;

/** The driver that did most for a clear change of the goal. */
export const driverFindings: Rule = (found) => {
  const { why } = found.review;
  const node = rootOf(found.material.kpis);
  const shift = node === undefined ? null : found.material.shifts(node);
  const main = why.drivers[0];
  if (why.goal === null || main === undefined || shift === null || Math.abs(shift.z) < CLEAR) return [];
  const { share } = main;
  if (share === null || share < MAIN_SHARE) return [];
  const words = wordsOf(found);
  const { unit } = why.goal;
  return [
    finding(found, main.effect < 0 ? 'driver_down' : 'driver_up', {
      subject: main.id,
      owner: main.owner,
      evidence: `why:driver:${main.id}`,
      values: {
        name: main.name,
        goal: why.goal.name,
        // Took or brought, fall or rise: the words have the sign.
        effect: words.number(Math.abs(main.effect), unit),
        change: words.number(Math.abs(why.goal.after - why.goal.before), unit),
        share:
          Math.abs(share - 1) < WHOLE
            ? say(found.material.voice, 'SHARE_ALL')
            : words.number(share, 'percent'),
      },
    }),
  ];
};

const largest = (lines: readonly EffectLine[], sign: 1 | -1): EffectLine | undefined =>
  lines.filter(({ effect }) => effect * sign > 0)[0];

/** A goal that stands still because two drivers cancel out. */
export const offsetFindings: Rule = (found) => {
  const { goal, drivers } = found.review.why;
  const [up, down] = [largest(drivers, 1), largest(drivers, -1)];
  if (goal === null || up === undefined || down === undefined || goal.before <= 0) return [];
  const isFlat = Math.abs(goal.after / goal.before - 1) <= FLAT;
  if (!isFlat || Math.min(up.effect, -down.effect) < OFFSET * goal.before) return [];
  const words = wordsOf(found);
  return [
    finding(found, 'offsetting', {
      subject: `${up.id} ${down.id}`,
      evidence: `why:driver:${up.id}`,
      values: {
        goal: goal.name,
        up: up.name,
        gain: words.signed(up.effect, goal.unit),
        down: down.name,
        loss: words.signed(down.effect, goal.unit),
      },
    }),
  ];
};

/** The rate of the whole moved because volume went elsewhere, not because anyone did better or worse. */
export const mixFindings: Rule = (found) => {
  const { whole, rate, lines } = found.review.why.platforms;
  const mixOf = ({ mixEffect }: SegmentLine): number => Math.abs(mixEffect ?? 0);
  const [main, ...others] = [...lines].sort((a, b) => mixOf(b) - mixOf(a));
  if (whole === null || rate === null || main === undefined || others.length === 0) return [];
  if (whole.before <= 0 || Math.abs(whole.mixEffect) < MIX * whole.before) return [];
  const words = wordsOf(found);
  return [
    finding(found, 'mix_shift', {
      subject: rate,
      evidence: `why:platform:${main.id}`,
      values: {
        name: main.name,
        change: words.change(whole.mixEffect / whole.before),
        own: words.change(whole.rateEffect / whole.before),
      },
    }),
  ];
};

/** A measured KPI whose parts do not make it: the tree, or the data, lack something. */
export const unexplainedFindings: Rule = (found) => {
  const words = wordsOf(found);
  return found.review.tree.flatMap((line) => {
    const { value } = line.actual;
    if (line.depth > 1 || line.unexplained === null || value === null || value === 0) return [];
    if (Math.abs(line.unexplained / value) < UNEXPLAINED) return [];
    return [
      finding(found, 'unexplained', {
        subject: line.id,
        owner: line.owner,
        evidence: `tree:${line.id}:unexplained`,
        values: {
          name: line.name,
          rest: words.signed(line.unexplained, line.unit),
          share: words.number(Math.abs(line.unexplained / value), 'percent'),
        },
      }),
    ];
  });
};

/** The best week that is known, and clearly so. */
export const recordFindings: Rule = (found) => {
  const node = rootOf(found.material.kpis);
  if (node === undefined || node.direction !== 'up') return [];
  const { shifts, figures, periods } = found.material;
  const shift = shifts(node);
  if (shift === null || shift.z < CLEAR || shift.length !== 1) return [];
  const before = periods.signalWeeks.slice(0, -1).flatMap((week) => wholeFigure(figures, node, week) ?? []);
  const best = Math.max(0, ...before);
  if (shift.value <= best) return [];
  const words = wordsOf(found);
  return [
    finding(found, 'goal_record', {
      subject: node.id,
      owner: node.owner,
      evidence: `tree:${node.id}:actual`,
      values: {
        name: node.name,
        value: words.number(shift.value, node.unit),
        best: words.number(best, node.unit),
        // Weeks that nobody measured were not beaten.
        count: before.length + 1,
      },
    }),
  ];
};
