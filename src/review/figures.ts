import { type Activity, type Lifetime, lifetimeOf, namedActivity } from '../kpi/activity.ts';
import { isRatio, metricOf, termsOf } from '../kpi/metrics.ts';
import { type Amounts, type Period, periodOf, totalsOf } from '../kpi/period.ts';
import type { Sums } from '../kpi/ratio-of.ts';
import { remembered } from '../kpi/remembered.ts';
import type { ReviewFacts } from './facts.ts';
import { dayShares, isTracked } from './figures/covered.ts';
import { filterKey, groupsOf } from './figures/groups.ts';
import { noneHappened } from './figures/none-happened.ts';
import { type PeriodSums, periodSums } from './figures/period-sums.ts';
import { groupFigures, itemSums } from './figures/sums.ts';
import { type Filter, fits } from './filter.ts';
import { isCost, type Ledger } from './ledger.ts';
import type { Figure } from './model.ts';
import type { KpiNode } from './nodes.ts';

/** Answers what a node was in any period, each period computed once. */
export type Figures = {
  figure(node: KpiNode, from: number, to: number): Figure;
  /** By day of a period the share, 0–1, of a node's accounts that have data. */
  shares(node: KpiNode, from: number, to: number): Float64Array;
  /** Whether any of a node's accounts is tracked in a period: first files come later, and accounts are closed. */
  isTracked(node: KpiNode, from: number, to: number): boolean;
  lifetime(node: KpiNode): number | null;
  /** What each item did in a period. */
  period(from: number, to: number): Period;
  /** The same with names. */
  activity(from: number, to: number): Activity;
  /** What each item did to date. */
  readonly toDate: Amounts;
  /** The same with names. */
  readonly totals: Lifetime;
};

/** Orders, costs and comments are kept by hand or by other files: days of platform exports say nothing of them. */
function needsFiles(node: KpiNode): boolean {
  if (node.source === 'orders') return false;
  return termsOf(node.metric).some((term) => {
    const metric = metricOf(term);
    return metric === undefined || isRatio(metric) || metric.sources.includes('performance');
  });
}

/** Orders and comments have their day; what files report, and costs, may be of several days and shared by these. */
function maySpanDays(node: KpiNode, others: Sums): boolean {
  return termsOf(node.metric).some((term) => others[term] === undefined || isCost(term));
}

/** Costs, orders and comments name an account by its id; a KPI may name it as people know it. */
function withAccountId(filter: Filter, facts: ReviewFacts): Filter {
  if (filter.account === '') return filter;
  const known = [...facts.accounts.values()].filter((info) => fits(filter.platform, info.platform));
  if (known.some(({ id }) => fits(filter.account, id))) return filter;
  const named = known.find(({ name }) => fits(filter.account, name));
  return named === undefined ? filter : { ...filter, account: named.id };
}

/** Days on which all accounts have data. */
const wholeDays = (shares: Float64Array): number =>
  shares.reduce((days, share) => days + (share === 1 ? 1 : 0), 0);

/** All that is computed once of a period. */
type PeriodFigures = {
  readonly sums: PeriodSums;
  period(): Period;
  activity(): Activity;
  /** By day the share of a filter's accounts that have data. */
  shares(filter: Filter): Float64Array;
};

function periodFigures(facts: ReviewFacts, sums: PeriodSums, from: number, to: number): PeriodFigures {
  const shares = new Map<string, Float64Array>();
  const period = remembered((_: 'all') => periodOf(facts.index, from, to));
  const activity = remembered((_: 'all') => namedActivity(facts.index, period('all')));
  return {
    sums,
    period: () => period('all'),
    activity: () => activity('all'),
    shares(filter) {
      const key = filterKey(filter);
      const known = shares.get(key) ?? dayShares(filter, facts, from, to);
      shares.set(key, known);
      return known;
    },
  };
}

/**
 * Prepares the figures of a workbook.
 * @param facts Facts, indexed.
 * @param ledger Costs and orders, which are no facts of content.
 */
export function figuresOf(facts: ReviewFacts, ledger: Ledger): Figures {
  const groups = groupsOf(facts);
  const amounts = totalsOf(facts.index);
  const totals = lifetimeOf(facts.index, amounts);
  const sumsToDate = groupFigures(itemSums(amounts, groups));
  const sumsWithin = periodSums(facts.index, groups);
  const none = noneHappened(facts, groups);
  const known = remembered((from: number) =>
    remembered((to: number) => periodFigures(facts, sumsWithin(from, to), from, to)),
  );
  const others = ({ metric, filter, source }: KpiNode, from: number, to: number) =>
    ledger.sums(withAccountId(filter, facts), source, from, to, termsOf(metric));
  /** A figure of which days are covered: what files report and no row tells is 0, not unknown. */
  const measured = (node: KpiNode, from: number, to: number, beside: Sums): number | null => {
    const { metric, filter } = node;
    const { sums } = known(from)(to);
    const chosen = groups.matching(filter);
    const value = sums.value(metric, chosen, beside);
    if (value !== null || !needsFiles(node)) return value;
    return sums.value(metric, chosen, { ...none.sums(filter, from, to, termsOf(metric)), ...beside });
  };
  const shares = (node: KpiNode, from: number, to: number): Float64Array =>
    needsFiles(node) ? known(from)(to).shares(node.filter) : new Float64Array(to - from + 1).fill(1);
  return {
    shares,
    isTracked: (node, from, to) => !needsFiles(node) || isTracked(node.filter, facts, from, to),
    period: (from, to) => known(from)(to).period(),
    activity: (from, to) => known(from)(to).activity(),
    toDate: amounts,
    totals,
    figure(node, from, to) {
      const of = to - from + 1;
      if (node.metric === '') return { value: null, days: 0, of, estimated: false };
      const figures = known(from)(to);
      const chosen = groups.matching(node.filter);
      const days = wholeDays(shares(node, from, to));
      const beside = others(node, from, to);
      const value = days === 0 ? null : measured(node, from, to, beside);
      const isShared = () => chosen.some((group) => figures.sums.estimated()[group] === 1);
      const estimated = value !== null && maySpanDays(node, beside) && isShared();
      return { value, days, of, estimated };
    },
    lifetime(node) {
      if (node.metric === '') return null;
      return sumsToDate.value(node.metric, groups.matching(node.filter), others(node, 0, Infinity));
    },
  };
}
