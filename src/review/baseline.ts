import type { Amounts } from '../kpi/period.ts';
import { median } from '../kpi/statistics.ts';
import type { Figures } from './figures.ts';
import type { Span } from './periods.ts';
import type { Shelf } from './shelf.ts';

/** What is usual for an item of the index: the median of its account, format and age; null where too few are known. */
export type Baseline = (item: number) => number | null;

/** Fewer items than this make no median to be measured against. */
const FEWEST = 5;
/** The trailing quarter. */
const WEEKS = 13;
/** Most views come in the first days: what is younger is held against items of the same age in days. */
const DAYS = 14;
/** Classes of age: each of the first days, the third week, the fourth, and the long tail, in which items are alike. */
const [THIRD_WEEK, OLD] = [DAYS, DAYS + 2];
const CLASSES = OLD + 1;

type AgeOf = (published: number | null) => number;

const ageIn =
  (week: Span): AgeOf =>
  (published) => {
    if (published === null) return OLD;
    const age = Math.max(0, Math.floor(week.to - published));
    return age < DAYS ? age : Math.min(OLD, THIRD_WEEK + Math.floor((age - DAYS) / 7));
  };

/** Account, format and age of an item, as a number. */
function groupAt({ groups, infos }: Shelf, item: number, ageOf: AgeOf): number {
  return (groups[item] as number) * CLASSES + ageOf(infos[item]?.published ?? null);
}

const emptyGroups = ({ groupCount }: Shelf): number[][] =>
  Array.from({ length: groupCount * CLASSES }, () => []);

/** Adds the views of items to their groups; cold starts are left out. */
function collect(into: readonly number[][], { items, amounts }: Amounts, shelf: Shelf, ageOf: AgeOf): void {
  const views = amounts('views');
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as number;
    const own = views[i] as number;
    if (Number.isNaN(own) || shelf.cold[item] === 1 || shelf.isContent[item] === 0) continue;
    into[groupAt(shelf, item, ageOf)]?.push(own);
  }
}

/** The values of a group; where a day has too few, those of the days beside it too. */
function peersOf(
  own: readonly number[],
  group: number,
  groups: readonly (readonly number[])[],
): readonly number[] {
  const day = group % CLASSES;
  if (own.length >= FEWEST || day >= DAYS) return own;
  return groups.slice(group - Math.min(1, day), group + (day < DAYS - 1 ? 2 : 1)).flat();
}

function lookUp(groups: readonly (readonly number[])[], shelf: Shelf, ageOf: AgeOf): Baseline {
  const medians = groups.map(peersOf).map((peers) => (peers.length < FEWEST ? null : median(peers)));
  return (item) => {
    const usual = medians[groupAt(shelf, item, ageOf)] ?? null;
    return usual === null || usual <= 0 ? null : usual;
  };
}

/**
 * Views that are usual in a week for content of the same account, format and age, over the trailing quarter: what was
 * published on the Wednesday of the week is held against earlier content of Wednesdays in its own first days, last
 * week's against that of the same day a week later …
 * @param figures Figures of any period.
 * @param week The reviewed week.
 * @param shelf What is known of the items.
 */
export function weeklyBaseline(figures: Figures, week: Span, shelf: Shelf): Baseline {
  const groups = emptyGroups(shelf);
  for (let back = 1; back <= WEEKS; back++) {
    const span = { from: week.from - 7 * back, to: week.to - 7 * back };
    collect(groups, figures.period(span.from, span.to), shelf, ageIn(span));
  }
  return lookUp(groups, shelf, ageIn(week));
}

/**
 * Views that are usual among the items themselves, whatever their age: for totals to date, and for a first week that
 * has no earlier ones.
 * @param items The items.
 * @param shelf What is known of them.
 */
export function plainBaseline(items: Amounts, shelf: Shelf): Baseline {
  const groups = emptyGroups(shelf);
  collect(groups, items, shelf, () => OLD);
  return lookUp(groups, shelf, () => OLD);
}
