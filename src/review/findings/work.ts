import { choiceWord } from '../../workbook/choices.ts';
import { columnChoices } from '../../workbook/column-choices.ts';
import { oldestFirst } from '../action-age.ts';
import type { ActionLine } from '../model.ts';
import { rootOf } from '../nodes.ts';
import { type Found, finding, type Rule, spanWords, wordsOf } from './finding.ts';

const PLANNED = 5;
const ADHERENCE = 0.6;
const OVERDUE = 3;
/** Standard errors from which on an effect, or its absence, is more than the KPI's own ups and downs. */
const EFFECT_CLEAR = 3.5;
const UNTRACED = 0.5;
const UNTRACED_ORDERS = 20;
const LOSS = -0.5;
const LOSS_SHARE = 0.1;
const REFUNDS_CLEAR = 4.2;

/** Clearly less was published than planned. */
export const publishingFindings: Rule = (found) => {
  const { publishing, coverage } = found.review;
  const { total } = publishing;
  // Without any file of an account nobody knows what it published.
  if (coverage.some(({ isAwaited, days }) => isAwaited && days === 0)) return [];
  if (total.adherence === null || total.planned < PLANNED || total.adherence >= ADHERENCE) return [];
  const values = { planned: total.planned, published: total.onTime + total.late, missing: total.missing };
  return [
    finding(found, 'publishing_behind', { subject: 'total', evidence: 'publishing:total:adherence', values }),
  ];
};

const openActions = ({ review }: Found): readonly ActionLine[] => [
  ...review.actions.last,
  ...review.actions.now,
];

/** Several actions past their due date. */
export const actionFindings: Rule = (found) => {
  const overdue = openActions(found)
    .filter((action) => action.overdue)
    .sort(oldestFirst);
  const [oldest] = overdue;
  if (oldest === undefined || overdue.length < OVERDUE) return [];
  const values = { count: overdue.length, action: oldest.action || oldest.finding };
  return [
    finding(found, 'actions_overdue', {
      subject: 'all',
      owner: oldest.owner,
      evidence: `action:${oldest.id}`,
      values,
    }),
  ];
};

/** Actions that are done and whose KPI has clearly moved since. */
export const effectFindings: Rule = (found) => {
  const words = wordsOf(found);
  return openActions(found).flatMap((action) => {
    const { measured, expected, error, status, unit } = action;
    if (status !== 'done' || measured === null || expected === null || expected === 0) return [];
    const [reached, wanted] = [measured * Math.sign(expected), Math.abs(expected)];
    const isClear = (distance: number): boolean => error !== null && distance >= EFFECT_CLEAR * error;
    // That an effect has not shown stands in section 11; most are too small to be seen within weeks.
    if (reached < wanted / 2 || !isClear(reached)) return [];
    return [
      finding(found, 'action_worked', {
        subject: action.id,
        owner: action.owner,
        evidence: `action:${action.id}`,
        values: {
          action: action.action || action.finding,
          measured: words.signed(measured, unit),
          expected: words.signed(expected, unit),
        },
      }),
    ];
  });
};

/** Tests that are decided, or that wait for someone to decide. */
export const experimentFindings: Rule = (found) => {
  const words = wordsOf(found);
  const { language } = found.review;
  return found.review.experiments.flatMap((line) => {
    const parts = { subject: line.id, owner: line.owner, evidence: `experiment:${line.id}:difference` };
    const values = {
      id: line.id,
      hypothesis: line.hypothesis,
      difference: words.signed(line.difference ?? 0, 'percent'),
    };
    // The sequential rule may end a test long before its planned size.
    const isEarly = line.progress !== null && line.progress < 1;
    if (line.isDue) {
      return [finding(found, isEarly ? 'experiment_early' : 'experiment_due', { ...parts, values })];
    }
    if (line.state === 'none') return [finding(found, 'experiment_no_difference', { ...parts, values })];
    if (line.state !== 'A' && line.state !== 'B') return [];
    const arm = (line.state === 'A' ? line.armA : line.armB) || line.state;
    const decision = choiceWord(columnChoices('experiments', 'decision'), line.decision, language);
    const better = words.signed(Math.abs(line.difference ?? 0), 'percent');
    const decided = { ...values, arm, decision, difference: better };
    return [finding(found, 'experiment_won', { ...parts, values: decided })];
  });
};

/** Accounts that brought in clearly less than they cost, where that is a real part of all costs. */
export const lossFindings: Rule = (found) => {
  const words = wordsOf(found);
  const { accounts } = found.review.content;
  const all = accounts.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
  return accounts.flatMap(({ platform, id, account, owner, gmv, cost, roi }) => {
    if (roi === null || cost === null || roi > LOSS || cost < LOSS_SHARE * all) return [];
    return [
      finding(found, 'account_loss', {
        subject: `${platform}:${id}`,
        owner,
        evidence: `money:${platform}:${id}:roi`,
        values: { account, cost: words.number(cost, 'money'), gmv: words.number(gmv ?? 0, 'money') },
      }),
    ];
  });
};

/** Orders of which nobody knows which content brought them. */
export const untracedFindings: Rule = (found) => {
  const { orders } = found.review.content;
  const { ledger, periods } = found.material;
  const { from, to } = periods.week;
  const count = ledger.orders.days.filter((day) => day >= from && day <= to).length;
  if (orders === null || orders.gmv <= 0 || count < UNTRACED_ORDERS) return [];
  const share = orders.untraced / orders.gmv;
  if (share < UNTRACED) return [];
  const values = { share: wordsOf(found).number(share, 'percent') };
  return [finding(found, 'untraced', { subject: 'all', evidence: 'content:orders', values })];
};

/** A larger part of the goal's GMV than usual went back. */
export const refundFindings: Rule = (found) => {
  const { kpis, shifts } = found.material;
  const root = rootOf(kpis);
  if (root === undefined || root.unit !== 'money') return [];
  const shift = shifts({ ...root, metric: 'refund_rate', unit: 'percent', accumulates: false });
  if (shift === null || shift.z < REFUNDS_CLEAR) return [];
  const words = wordsOf(found);
  const values = {
    value: words.number(shift.value, 'percent'),
    usual: words.number(shift.usual, 'percent'),
    span: spanWords(found, shift.length, false),
  };
  return [
    finding(found, 'refunds_up', {
      subject: root.id,
      owner: root.owner,
      evidence: `tree:${root.id}:actual`,
      values,
    }),
  ];
};
