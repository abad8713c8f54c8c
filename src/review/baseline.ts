import { median } from '../kpi/statistics.ts';
import { ACCOUNT_ITEM } from './facts/account-days.ts';
import type { ReviewFacts } from './facts.ts';
import type { Figures } from './figures.ts';
import { contentKey } from './keys.ts';
import type { Span } from './periods.ts';

/** Items with their figures, as columns. */
export type Items = {
  /** Positions of the items in the index of the facts. */
  readonly items: Int32Array;
  readonly accounts: readonly string[];
  readonly contents: readonly string[];
  readonly measures: Readonly<Record<string, readonly (number | null)[]>>;
};

/** What is usual for an item: the median of its account, format and age; null where too few are known. */
export type Baseline = (account: string, content: string) => number | null;

/** Fewer items than this make no median to be measured against. */
const FEWEST = 5;
/** The trailing quarter. */
const WEEKS = 13;
/** From this age on (weeks since the one of publishing) items are alike: the long tail. */
const OLD = 4;

function ageIn(week: Span, published: number | null): number {
  if (published === null) return OLD;
  return Math.min(OLD, Math.max(0, Math.ceil((week.from - published) / 7)));
}

type Context = { readonly facts: ReviewFacts; readonly cold: ReadonlySet<string> };

function groupOf(account: string, format: string, age: number): string {
  return [account, format, age].join('\u001f');
}

/** Adds the views of a period's items to their groups; cold starts are left out. */
function collect(
  groups: Map<string, number[]>,
  items: Items,
  { facts, cold }: Context,
  age: (published: number | null) => number,
): void {
  const measured = items.measures.views ?? [];
  items.contents.forEach((_, position) => {
    const account = items.accounts[position] ?? '';
    const key = facts.keys[items.items[position] as number] as string;
    const views = measured[position];
    if (typeof views !== 'number' || cold.has(key) || items.contents[position] === ACCOUNT_ITEM) return;
    const info = facts.contents.get(key);
    const group = groupOf(account, info?.format ?? '', age(info?.published ?? null));
    const values = groups.get(group);
    if (values === undefined) groups.set(group, [views]);
    else values.push(views);
  });
}

function lookUp(
  groups: ReadonlyMap<string, readonly number[]>,
  facts: ReviewFacts,
  age: (published: number | null) => number,
): Baseline {
  const medians = new Map<string, number | null>();
  for (const [group, values] of groups) medians.set(group, values.length < FEWEST ? null : median(values));
  return (account, content) => {
    const info = facts.contents.get(contentKey(account, content));
    const usual = medians.get(groupOf(account, info?.format ?? '', age(info?.published ?? null))) ?? null;
    return usual === null || usual <= 0 ? null : usual;
  };
}

/**
 * Views that are usual in a week for content of the same account, format and age, over the trailing quarter: what was
 * published in the week is held against earlier content in its own first week, last week's against second weeks …
 * @param figures Figures of any period.
 * @param week The reviewed week.
 * @param context Facts, and the cold starts to leave out.
 */
export function weeklyBaseline(figures: Figures, week: Span, context: Context): Baseline {
  const groups = new Map<string, number[]>();
  for (let back = 1; back <= WEEKS; back++) {
    const span = { from: week.from - 7 * back, to: week.to - 7 * back };
    collect(groups, figures.activity(span.from, span.to), context, (published) => ageIn(span, published));
  }
  return lookUp(groups, context.facts, (published) => ageIn(week, published));
}

/**
 * Views that are usual among the items themselves, whatever their age: for totals to date, and for a first week that
 * has no earlier ones.
 * @param items The items.
 * @param context Facts, and the cold starts to leave out.
 */
export function plainBaseline(items: Items, context: Context): Baseline {
  const groups = new Map<string, number[]>();
  collect(groups, items, context, () => OLD);
  return lookUp(groups, context.facts, () => OLD);
}
