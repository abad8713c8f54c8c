import type { DaySpan } from '../../kpi/coverage.ts';
import { isOver, type ReviewFacts } from '../facts.ts';
import { type Filter, fits } from '../filter.ts';
import { matchesAccount } from './groups.ts';

/** Whether the account's files are needed: one of another market may still hold content of the wanted one. */
function isOfMarket(filter: Filter, key: string, facts: ReviewFacts): boolean {
  const market = facts.accounts.get(key)?.market ?? '';
  if (market === '' || fits(filter.market, market)) return true;
  return facts.marketsOf.get(key)?.has(filter.market.toLowerCase()) === true;
}

/**
 * Whether an account is one whose files a filter's figures need.
 * @param filter The filter.
 * @param key Key of the account.
 * @param facts Accounts and content of the workbook.
 */
export function countsAccount(filter: Filter, key: string, facts: ReviewFacts): boolean {
  return matchesAccount(filter, key, facts) && isOfMarket(filter, key, facts);
}

/**
 * Covered days of the accounts that the team tracks by the end of a period: not of one whose first file comes after it,
 * nor of one that was closed before.
 */
function trackedDays(filter: Filter, facts: ReviewFacts, from: number, to: number): (readonly DaySpan[])[] {
  return [...facts.index.covered].flatMap(([account, days]) => {
    const isTracked =
      (days[0]?.start ?? Infinity) <= to &&
      !isOver(facts, account, from, to) &&
      countsAccount(filter, account, facts);
    return isTracked ? [days] : [];
  });
}

/**
 * Whether any account that a filter counts is tracked in a period: of none there is nothing, and nothing is missing.
 * @param filter Which accounts count.
 * @param facts Facts, indexed.
 * @param from First day. @param to Last day, serials.
 */
export function isTracked(filter: Filter, facts: ReviewFacts, from: number, to: number): boolean {
  return trackedDays(filter, facts, from, to).length > 0;
}

/**
 * How much of a period is covered, day by day. An account whose first file comes after the period is not tracked yet;
 * one that begins within it leaves the days before uncovered.
 * @param filter Which accounts count.
 * @param facts Facts, indexed.
 * @param from First day. @param to Last day, serials.
 * @returns By day the share, 0–1, of the accounts tracked by then that have data.
 */
export function dayShares(filter: Filter, facts: ReviewFacts, from: number, to: number): Float64Array {
  const tracked = trackedDays(filter, facts, from, to);
  const counts = new Float64Array(to - from + 1);
  for (const days of tracked) {
    for (const { start, end } of days) {
      for (let day = Math.max(start, from); day <= Math.min(end, to); day++) {
        counts[day - from] = (counts[day - from] as number) + 1;
      }
    }
  }
  return counts.every((count) => count === 0) ? counts : counts.map((count) => count / tracked.length);
}
