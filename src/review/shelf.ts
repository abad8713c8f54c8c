import { coldStartItems } from '../kpi/effective-content.ts';
import { ACCOUNT_ITEM } from './facts/account-days.ts';
import type { ContentInfo, ReviewFacts } from './facts.ts';

/** What is known of the items of the index beside their figures, by position in the index. */
export type Shelf = {
  /** undefined where the sheet `content` does not have the item. */
  readonly infos: readonly (ContentInfo | undefined)[];
  /** A number for each account and format. */
  readonly groups: Int32Array;
  readonly groupCount: number;
  /** 1 for content that is among the first that its account ever published. */
  readonly cold: Uint8Array;
  /** 1 for content; 0 for figures of a whole account. */
  readonly isContent: Uint8Array;
};

function coldStarts({ contents }: ReviewFacts, count: number): Set<ContentInfo> {
  const infos = [...contents.values()];
  const isCold = coldStartItems(
    infos.map(({ published }) => published),
    infos.map(({ account }) => account),
    count,
  );
  return new Set(infos.filter((_, i) => isCold[i]));
}

/**
 * Looks up the items of the index once, for all sections that ask for them.
 * @param facts Facts, indexed.
 * @param coldStartCount How many first items of an account are its cold start.
 */
export function shelfOf(facts: ReviewFacts, coldStartCount: number): Shelf {
  const { contentIds, accountOf } = facts.index;
  const infos = facts.keys.map((key) => facts.contents.get(key));
  const cold = coldStarts(facts, coldStartCount);
  const formats = new Map<string, number>();
  const groups = Int32Array.from(infos, (info, item) => {
    const key = `${accountOf[item]} ${info?.format ?? ''}`;
    const known = formats.get(key) ?? formats.size;
    formats.set(key, known);
    return known;
  });
  return {
    infos,
    groups,
    groupCount: formats.size,
    cold: Uint8Array.from(infos, (info) => (info !== undefined && cold.has(info) ? 1 : 0)),
    isContent: Uint8Array.from(contentIds, (id) => (id === ACCOUNT_ITEM ? 0 : 1)),
  };
}
