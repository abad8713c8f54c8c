import { daysCovered, missingDays } from '../../kpi/coverage.ts';
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
 * Days of a period on which every account that the team tracks by then has data. An account whose first file comes
 * after the period is not tracked yet; one that begins within it leaves the days before uncovered.
 * @param filter Which accounts count.
 * @param facts Facts, indexed.
 * @param from First day. @param to Last day, serials.
 */
export function coveredDays(filter: Filter, facts: ReviewFacts, from: number, to: number): number {
  const tracked = [...facts.index.covered].filter(
    ([account, days]) =>
      (days[0]?.start ?? Infinity) <= to &&
      !isOver(facts, account, from, to) &&
      countsAccount(filter, account, facts),
  );
  if (!tracked.some(([, days]) => daysCovered(days, from, to) > 0)) return 0;
  const missing = new Set(tracked.flatMap(([, days]) => missingDays(days, from, to)));
  return to - from + 1 - missing.size;
}
