import { daysCovered, mergeSpans } from '../../kpi/coverage.ts';
import { KIND_NONE, KIND_PERIOD } from '../../kpi/facts.ts';
import { remembered } from '../../kpi/remembered.ts';
import type { ReviewFacts } from '../facts.ts';
import type { Filter } from '../filter.ts';
import { countsAccount } from './covered.ts';
import type { Groups } from './groups.ts';

/** Files of live sessions are others than those of all other content. */
const LIVE = 'live';

/** Answers of which measures a filter's share in a period is known to be nothing. */
export type NoneHappened = {
  /**
   * 0 for each of the terms that the files report and of which no row of the period is; other terms are left out.
   * @param filter A filter with covered days in the period.
   */
  sums(filter: Filter, from: number, to: number, terms: readonly string[]): Record<string, number>;
};

/** First day on which each account's files told a measure, of live sessions (odd positions) and of other content. */
function firstDays({ index, contents, keys }: ReviewFacts, term: string): Float64Array {
  const { facts, itemOf, accountOf, accountNames } = index;
  const found = new Float64Array(2 * accountNames.length).fill(Infinity);
  const amounts = facts.measures[term]?.all;
  if (amounts === undefined) return found;
  for (let row = 0; row < amounts.length; row++) {
    const item = itemOf[row] as number;
    if (item < 0 || facts.kinds[row] === KIND_NONE || Number.isNaN(amounts[row])) continue;
    const isLive = contents.get(keys[item] as string)?.format === LIVE;
    const at = 2 * (accountOf[item] as number) + (isLive ? 1 : 0);
    const day = (facts.kinds[row] === KIND_PERIOD ? facts.from : facts.to)[row] as number;
    if (day < (found[at] as number)) found[at] = day;
  }
  return found;
}

/** Of an account with files of both kinds, days count that those of the wanted format span. */
function hasFilesOf(format: string, facts: ReviewFacts, account: string, from: number, to: number): boolean {
  const files = facts.files.get(account);
  const [live, content] = [files?.get('live'), files?.get('content')];
  if (format === '' || live === undefined || content === undefined) return true;
  const { spans } = format.toLowerCase() === LIVE ? live : content;
  return daysCovered(mergeSpans(spans), from, to) === daysCovered(covered(facts, account), from, to);
}

const covered = (facts: ReviewFacts, account: string) => facts.index.covered.get(account) ?? [];

/**
 * Tells “nothing” from “not measured”: on days that files span, what they report and have no row of did not happen. A
 * measure is reported from the first day on that an account's files told it.
 * @param facts Facts, indexed.
 * @param groups Groups of its items.
 */
export function noneHappened(facts: ReviewFacts, groups: Groups): NoneHappened {
  const { index } = facts;
  const firsts = remembered((term: string) => firstDays(facts, term));
  const touched = remembered((from: number) =>
    remembered((to: number) => {
      const spans = index.calendar.touching(from, to);
      return new Set(spans.map((span) => groups.of[index.spanContent[span] as number] as number));
    }),
  );
  const reports = (term: string, filter: Filter, from: number, to: number): boolean => {
    const isLive = filter.format.toLowerCase() === LIVE;
    const days = firsts(term);
    return index.accountNames.some((account, i) => {
      const [other, live] = [days[2 * i] as number, days[2 * i + 1] as number];
      const first = filter.format === '' ? Math.min(other, live) : isLive ? live : other;
      return (
        first <= to &&
        countsAccount(filter, account, facts) &&
        daysCovered(covered(facts, account), from, to) > 0 &&
        hasFilesOf(filter.format, facts, account, from, to)
      );
    });
  };
  return {
    sums(filter, from, to, terms) {
      const inPeriod = touched(from)(to);
      if (groups.matching(filter).some((group) => inPeriod.has(group))) return {};
      return Object.fromEntries(
        terms.filter((term) => reports(term, filter, from, to)).map((term) => [term, 0]),
      );
    },
  };
}
