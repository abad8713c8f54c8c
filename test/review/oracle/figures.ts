import { daysCovered, mergeSpans, missingDays } from '../../../src/kpi/coverage.ts';
import { isNumber } from '../../../src/kpi/fault.ts';
import { isRatio, metricOf, termsOf } from '../../../src/kpi/metrics.ts';
import { ratioOf, ratioOver, type Sums } from '../../../src/kpi/ratio-of.ts';
import { type Filter, fits } from '../../../src/review/filter.ts';
import { accountParts, contentKey } from '../../../src/review/keys.ts';
import type { Figure } from '../../../src/review/model.ts';
import type { KpiNode } from '../../../src/review/nodes.ts';
import { isOver, type ReviewFacts } from './facts.ts';
import { type Activity, activityOf, type Lifetime, lifetimeOf } from './kpi-activity.ts';
import { isCost, type Ledger } from './ledger.ts';

/** Answers what a node was in any period, each period computed once. */
export type Figures = {
  figure(node: KpiNode, from: number, to: number): Figure;
  lifetime(node: KpiNode): number | null;
  activity(from: number, to: number): Activity;
  readonly totals: Lifetime;
};

type Rows = Pick<Activity, 'accounts' | 'contents' | 'measures'>;

function matchesAccount(filter: Filter, key: string, facts: ReviewFacts): boolean {
  const { platform, id } = accountParts(key);
  const info = facts.accounts.get(key);
  return (
    fits(filter.platform, platform) && (fits(filter.account, id) || fits(filter.account, info?.name ?? id))
  );
}

/** Whether the account's files are needed: one of another market may still hold content of the wanted one. */
function isOfMarket(filter: Filter, key: string, facts: ReviewFacts): boolean {
  const market = facts.accounts.get(key)?.market ?? '';
  if (market === '' || fits(filter.market, market)) return true;
  return facts.marketsOf.get(key)?.has(filter.market.toLowerCase()) === true;
}

function matchesContent(filter: Filter, key: string, account: string, facts: ReviewFacts): boolean {
  const info = facts.contents.get(key);
  const market = info?.market || facts.accounts.get(account)?.market || '';
  return fits(filter.format, info?.format ?? '') && fits(filter.market, market);
}

/** Positions of the items that a node counts. */
function matching(rows: Rows, filter: Filter, facts: ReviewFacts): number[] {
  const accepted = new Map<string, boolean>();
  const found: number[] = [];
  rows.contents.forEach((content, position) => {
    const account = rows.accounts[position] ?? '';
    let isOurs = accepted.get(account);
    if (isOurs === undefined) {
      isOurs = matchesAccount(filter, account, facts);
      accepted.set(account, isOurs);
    }
    if (isOurs && matchesContent(filter, contentKey(account, content), account, facts)) found.push(position);
  });
  return found;
}

/** A metric of the performance sheet alone is taken row by row, so that both sides of a ratio match. */
function metricValue(node: KpiNode, rows: Rows, positions: readonly number[], others: Sums): number | null {
  const terms = termsOf(node.metric);
  const isFromFacts = terms.every((term) => others[term] === undefined);
  if (isFromFacts) {
    const value = ratioOver(node.metric, rows.measures, positions);
    return isNumber(value) ? value : null;
  }
  const sums: Record<string, number | null | undefined> = { ...others };
  for (const term of terms) {
    if (sums[term] !== undefined) continue;
    const value = ratioOver(term, rows.measures, positions);
    sums[term] = isNumber(value) ? value : null;
  }
  const value = ratioOf(node.metric, sums);
  return isNumber(value) ? value : null;
}

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

/**
 * Days of a period on which every account that the team tracks by then has data. An account whose first file comes
 * after the period is not tracked yet; one that begins within it leaves the days before uncovered.
 */
function coveredDays(filter: Filter, facts: ReviewFacts, from: number, to: number): number {
  const tracked = [...facts.index.covered].filter(
    ([account, days]) =>
      (days[0]?.start ?? Infinity) <= to &&
      !isOver(facts, account, from, to) &&
      matchesAccount(filter, account, facts) &&
      isOfMarket(filter, account, facts),
  );
  if (!tracked.some(([, days]) => daysCovered(days, from, to) > 0)) return 0;
  const missing = new Set(tracked.flatMap(([, days]) => missingDays(days, from, to)));
  return to - from + 1 - missing.size;
}

/** Whether a row of an account's files told a measure by the end of a period, of content in the wanted format's files. */
function hasTold(term: string, format: string, account: string, facts: ReviewFacts, end: number): boolean {
  const { accounts, contents, kinds, from, to, measures } = facts.index.facts;
  return accounts.some((each, row) => {
    if (each !== account || contents[row] === '' || typeof measures[term]?.[row] !== 'number') return false;
    const [first, last] = [Math.floor(from[row] ?? Number.NaN), Math.floor(to[row] ?? Number.NaN)];
    const isLive = facts.contents.get(contentKey(account, contents[row] ?? ''))?.format === 'live';
    if (format !== '' && isLive !== (format.toLowerCase() === 'live')) return false;
    return kinds[row] === 'period'
      ? first <= last && first <= end
      : kinds[row] === 'cumulative' && last <= end;
  });
}

/** An account with files of lives and of other content needs those of the wanted format for all its days. */
function hasKind(format: string, account: string, facts: ReviewFacts, from: number, to: number): boolean {
  const files = facts.files.get(account);
  const [live, content] = [files?.get('live'), files?.get('content')];
  if (format === '' || live === undefined || content === undefined) return true;
  const own = mergeSpans((format.toLowerCase() === 'live' ? live : content).spans);
  return (
    missingDays(facts.index.covered.get(account) ?? [], from, to).length === missingDays(own, from, to).length
  );
}

/** Nothing of what files report is 0 where no span of what a node counts touches a period. */
function nothingOf(node: KpiNode, from: number, to: number, facts: ReviewFacts): Sums {
  const { index } = facts;
  const isTouched = index.contentIds.some((content, i) => {
    const account = index.accountNames[index.accountOf[i] as number] as string;
    if (!matchesAccount(node.filter, account, facts)) return false;
    if (!matchesContent(node.filter, contentKey(account, content), account, facts)) return false;
    for (let span = index.firstSpan[i] as number; span < (index.firstSpan[i + 1] as number); span++) {
      if ((index.spanStart[span] as number) <= to && (index.spanEnd[span] as number) >= from) return true;
    }
    return false;
  });
  if (isTouched) return {};
  const telling = (term: string): boolean =>
    [...index.covered].some(
      ([account, days]) =>
        daysCovered(days, from, to) > 0 &&
        matchesAccount(node.filter, account, facts) &&
        isOfMarket(node.filter, account, facts) &&
        hasKind(node.filter.format, account, facts, from, to) &&
        hasTold(term, node.filter.format, account, facts, to),
    );
  return Object.fromEntries(
    termsOf(node.metric)
      .filter(telling)
      .map((term) => [term, 0]),
  );
}

/** Costs, orders and comments name an account by its id; a KPI may name it as people know it. */
function withAccountId(filter: Filter, facts: ReviewFacts): Filter {
  if (filter.account === '') return filter;
  const known = [...facts.accounts.values()].filter((info) => fits(filter.platform, info.platform));
  if (known.some(({ id }) => fits(filter.account, id))) return filter;
  const named = known.find(({ name }) => fits(filter.account, name));
  return named === undefined ? filter : { ...filter, account: named.id };
}

/**
 * Prepares the figures of a workbook.
 * @param facts Facts, indexed.
 * @param ledger Costs and orders, which are no facts of content.
 */
export function figuresOf(facts: ReviewFacts, ledger: Ledger): Figures {
  const periods = new Map<string, Activity>();
  const totals = lifetimeOf(facts.index);
  const activity = (from: number, to: number): Activity => {
    const key = `${from} ${to}`;
    const known = periods.get(key);
    if (known !== undefined) return known;
    const made = activityOf(facts.index, from, to);
    periods.set(key, made);
    return made;
  };
  return {
    activity,
    totals,
    figure(node, from, to) {
      const of = to - from + 1;
      if (node.metric === '') return { value: null, days: 0, of, estimated: false };
      const rows = activity(from, to);
      const positions = matching(rows, node.filter, facts);
      const days = needsFiles(node) ? coveredDays(node.filter, facts, from, to) : of;
      const terms = termsOf(node.metric);
      const others = ledger.sums(withAccountId(node.filter, facts), node.source, from, to, terms);
      const found = days === 0 ? null : metricValue(node, rows, positions, others);
      const isNothing = found === null && days > 0 && needsFiles(node);
      const value = isNothing
        ? metricValue(node, rows, [], { ...nothingOf(node, from, to, facts), ...others })
        : found;
      const isShared =
        maySpanDays(node, others) && positions.some((position) => rows.estimated[position] === 1);
      const estimated = value !== null && isShared;
      return { value, days, of, estimated };
    },
    lifetime(node) {
      if (node.metric === '') return null;
      const positions = matching(totals, node.filter, facts);
      const filter = withAccountId(node.filter, facts);
      return metricValue(
        node,
        totals,
        positions,
        ledger.sums(filter, node.source, 0, Infinity, termsOf(node.metric)),
      );
    },
  };
}
