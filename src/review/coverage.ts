import { isoDate } from '../kpi/calendar.ts';
import { type DaySpan, daysCovered, mergeSpans, missingDays } from '../kpi/coverage.ts';
import { isActive, isOver, type ReviewFacts } from './facts.ts';
import { FILE_KINDS, type FileKind } from './file-kinds.ts';
import type { InCharge } from './in-charge.ts';
import { accountParts } from './keys.ts';
import type { AccountCoverage } from './model.ts';
import type { Span } from './periods.ts';

type Days = { readonly kind?: FileKind; readonly spans: readonly DaySpan[]; readonly latest: number };

const isClosed = (facts: ReviewFacts, key: string): boolean => facts.accounts.get(key)?.isClosed === true;

/**
 * Before the first file of all, every account is waited for; later a row of the sheet alone makes none expected. Of one
 * that only has orders, costs and the like, no file with days is.
 */
function awaitedAccounts(facts: ReviewFacts, { from, to }: Span): string[] {
  const keys = new Set([...facts.accounts.keys(), ...facts.index.accountNames, ...facts.files.keys()]);
  const wanted = [...keys].filter((key) =>
    isClosed(facts, key) ? !isOver(facts, key, from, to) : isActive(facts, key),
  );
  const isOther = (key: string): boolean => facts.others.get(key)?.isAll === true;
  return wanted.length > 0 ? wanted : [...keys].filter((key) => !isClosed(facts, key) && !isOther(key));
}

/** Days by kind of file: what is known of content by its rows counts for the one kind of content that there is. */
function daysByKind(facts: ReviewFacts, key: string): Days[] {
  const whole = { spans: facts.index.covered.get(key) ?? [], latest: facts.latest.get(key) ?? 0 };
  const files = facts.files.get(key);
  const isMixed = files?.has('content') && files.has('live');
  const found = FILE_KINDS.flatMap((kind): Days[] => {
    const own = files?.get(kind);
    if (own === undefined) return [];
    const isOwn = isMixed || kind === 'days';
    return [{ kind, ...(isOwn ? { spans: mergeSpans(own.spans), latest: own.latest } : whole) }];
  });
  const [only] = found;
  if (only === undefined) return [whole];
  return found.length > 1 ? found : [{ spans: only.spans, latest: only.latest }];
}

/**
 * Which days of the week each account's files span, by kind of file where it has several. An account is expected to
 * have the kinds that it has had in the last eight weeks.
 * @param facts Facts, indexed.
 * @param week The reviewed week.
 * @param inCharge Who answers for an account.
 */
export function coverageOf(
  facts: ReviewFacts,
  week: Span,
  { account: ownerOf }: Pick<InCharge, 'account'>,
): AccountCoverage[] {
  return awaitedAccounts(facts, week).flatMap((key) => {
    const { platform, id } = accountParts(key);
    return daysByKind(facts, key).map(({ kind, spans, latest }) => ({
      platform,
      id,
      account: facts.accounts.get(key)?.name ?? id,
      owner: ownerOf(key),
      ...(kind === undefined ? {} : { kind }),
      days: daysCovered(spans, week.from, week.to),
      of: week.to - week.from + 1,
      missing: missingDays(spans, week.from, week.to).map(isoDate),
      isAwaited: latest < week.to,
    }));
  });
}

/**
 * Names of the accounts of the sheet that are not waited for, since nothing happened on them for eight weeks. Files of
 * orders, costs and the like are something, and an account that only ever had such files is no news.
 * @param facts Facts, indexed.
 */
export function silentAccounts(facts: ReviewFacts): string[] {
  const open = [...facts.accounts].filter(([key]) => !isClosed(facts, key));
  const isSilent = (key: string): boolean => {
    const { isRecent = false, isAll = false } = facts.others.get(key) ?? {};
    return !isActive(facts, key) && !isRecent && !isAll;
  };
  const silent = open.filter(([key]) => isSilent(key));
  return facts.active.size === 0 ? [] : silent.map(([, { name }]) => name);
}
