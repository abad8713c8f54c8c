import { type Cascade, cascade } from './cascade.ts';
import { absent, type Fault, faultOf, finite, type Input, isNumber, numberOf } from './fault.ts';
import { rollUp } from './roll-up.ts';
import type { Tree } from './tree.ts';

/** Visits by side. */
export type VisitPlan = { readonly visits: number; readonly content: number; readonly rest: number };

/**
 * The visits that a sales target needs, when one side has a fixed share of them: T = V·(s·CVRc·AOVc + (1−s)·CVRr·AOVr)
 * solved for V.
 * @param target sales of both sides, > 0, in money.
 * @param share the content side's share of all planned visits, 0–1.
 * @param contentCvr its conversion rate, a fraction ≥ 0. @param contentAov its sales per order, ≥ 0.
 * @param restCvr conversion rate of the other side. @param restAov its sales per order.
 * @returns planned visits and their two parts; null where an input is empty; NOT_A_NUMBER; RATE_NOT_FRACTION for a share
 *   outside 0–1; NOT_NEGATIVE for a rate or value below 0; NEEDS_POSITIVE for a target ≤ 0 or visits that sell nothing.
 * Source: the top-down split of a growth target into visits × CVR × AOV.
 * @example planVisits(1200, 0.3, 0.05, 20, 0.02, 30) //=> { visits: 1666.67, content: 500, rest: 1166.67 }
 */
export const planVisits = (
  target: Input,
  share: Input,
  contentCvr: Input,
  contentAov: Input,
  restCvr: Input,
  restAov: Input,
): VisitPlan | null | Fault => {
  const given = [target, share, contentCvr, contentAov, restCvr, restAov].map(numberOf);
  if (!given.every(isNumber)) return absent(...given);
  const [t, s, cvrC, aovC, cvrR, aovR] = given as [number, number, number, number, number, number];
  if (s < 0 || s > 1) return faultOf('RATE_NOT_FRACTION');
  if (Math.min(cvrC, aovC, cvrR, aovR) < 0) return faultOf('NOT_NEGATIVE');
  const perVisit = s * cvrC * aovC + (1 - s) * cvrR * aovR;
  if (t <= 0 || perVisit <= 0) return faultOf('NEEDS_POSITIVE');
  const visits = finite(t / perVisit);
  return isNumber(visits) ? { visits, content: s * visits, rest: (1 - s) * visits } : visits;
};

/** One side of the tree: the row of its sales, and of the three that multiply to them. */
export type VisitSide = {
  readonly sales: number;
  readonly visits: number;
  readonly cvr: number;
  readonly aov: number;
};

/** What is locked: the content side's share of visits (0–1) and its conversion rate (a fraction). */
export type VisitRule = {
  readonly content: VisitSide;
  readonly rest: VisitSide;
  readonly share: number;
  readonly cvr: number;
};

export type VisitCascade = Cascade & {
  /** By row, null where nothing was locked: content's rate and visits as the rule has them, the other rates at baseline. */
  readonly locked: readonly (number | null)[];
};

/**
 * Hands a sales target down a tree of two sides, each visits × conversion × value per order. The content side's rate
 * and its share of visits are locked, the other rates stay at their baselines, and the other visits absorb the rest.
 * @param tree root = content sales + other sales, coefficients 1. @param baselines present values by row.
 * @param rootTarget sales of both sides, in money. @param rule rows of the sides, and what is locked.
 * @returns targets and locks by row, and whether they close. In place of the root's target: a fault of `planVisits`, or
 *   NEEDS_BASELINE where a rate has none. What baselines leave unexplained stays as it is, as in `cascade`.
 * @example baselines 8,000 visits at 2 % and 30 on the other side, target 1.2 × today //=> other visits carry the rest
 */
export const cascadeVisits = (
  tree: Tree,
  baselines: readonly Input[],
  rootTarget: Input,
  rule: VisitRule,
): VisitCascade => {
  const { values, unexplained } = rollUp(tree, baselines);
  const { content, rest } = rule;
  const locked = new Array<number | null>(tree.size).fill(null);
  const refuse = (fault: Fault): VisitCascade => {
    const targets = new Array<number | null | Fault>(tree.size).fill(null);
    targets[tree.root] = fault;
    return { targets, locked, closes: false };
  };
  const wanted = numberOf(rootTarget);
  const residual = [tree.root, content.sales, rest.sales].reduce(
    (sum, row) => sum + (unexplained[row] ?? 0),
    0,
  );
  const [aovC = null, cvrR = null, aovR = null] = [content.aov, rest.cvr, rest.aov].map((row) => values[row]);
  const plan = planVisits(
    isNumber(wanted) ? wanted - residual : wanted,
    rule.share,
    rule.cvr,
    aovC,
    cvrR,
    aovR,
  );
  if (plan === null) return refuse(faultOf('NEEDS_BASELINE'));
  if (!('visits' in plan)) return refuse(plan);
  locked[content.visits] = plan.content;
  locked[content.cvr] = rule.cvr;
  locked[content.aov] = aovC as number;
  locked[rest.cvr] = cvrR as number;
  locked[rest.aov] = aovR as number;
  return { ...cascade(tree, baselines, rootTarget, [], locked), locked };
};
