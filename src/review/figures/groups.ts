import { remembered } from '../../kpi/remembered.ts';
import type { ReviewFacts } from '../facts.ts';
import { type Filter, fits } from '../filter.ts';
import { accountParts } from '../keys.ts';

/** Items that every filter takes or leaves together: those of one account, format and market. */
type Group = { readonly account: string; readonly format: string; readonly market: string };

export type Groups = {
  readonly count: number;
  /** Group by item of the index. */
  readonly of: Int32Array;
  /** The groups whose items a filter counts. */
  matching(filter: Filter): readonly number[];
};

/** Text that is the same for filters that are. */
export function filterKey({ platform, market, account, format }: Filter): string {
  return JSON.stringify([platform, market, account, format]);
}

/** The filter of a key. */
export function filterOf(key: string): Filter {
  const [platform, market, account, format] = JSON.parse(key) as [string, string, string, string];
  return { platform, market, account, format };
}

/**
 * Whether an account is one that a filter counts, by its id or its name.
 * @param filter The filter.
 * @param key Key of the account.
 * @param facts Accounts of the workbook.
 */
export function matchesAccount(filter: Filter, key: string, facts: ReviewFacts): boolean {
  const { platform, id } = accountParts(key);
  const info = facts.accounts.get(key);
  return (
    fits(filter.platform, platform) && (fits(filter.account, id) || fits(filter.account, info?.name ?? id))
  );
}

/**
 * Sorts the items of the index into groups.
 * @param facts Facts, indexed.
 */
export function groupsOf(facts: ReviewFacts): Groups {
  const { contentIds, accountNames, accountOf } = facts.index;
  const groups: Group[] = [];
  const positions = new Map<string, number>();
  const of = Int32Array.from(contentIds, (_, item) => {
    const account = accountNames[accountOf[item] as number] as string;
    const info = facts.contents.get(facts.keys[item] as string);
    const market = info?.market || facts.accounts.get(account)?.market || '';
    const format = info?.format ?? '';
    const key = [account, format, market].join('\u001f');
    const position = positions.get(key) ?? groups.push({ account, format, market }) - 1;
    positions.set(key, position);
    return position;
  });
  const matching = remembered((key: string): readonly number[] => {
    const filter = filterOf(key);
    return groups.flatMap((group, position) =>
      matchesAccount(filter, group.account, facts) &&
      fits(filter.format, group.format) &&
      fits(filter.market, group.market)
        ? [position]
        : [],
    );
  });
  return { count: groups.length, of, matching: (filter) => matching(filterKey(filter)) };
}
