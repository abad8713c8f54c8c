import { type ClassSums, classBook, classSums, sumsOfClasses } from '../../kpi/class-sums.ts';
import type { FactIndex } from '../../kpi/facts.ts';
import { periodOf } from '../../kpi/period.ts';
import { addGroupSums, type GroupSums } from '../../kpi/ratio-of.ts';
import { remembered } from '../../kpi/remembered.ts';
import { type SpanCalendar, spanCalendar } from '../../kpi/span-calendar.ts';
import { type ClassShare, type SpanClasses, sharesWithin, spanClasses } from '../../kpi/span-classes.ts';
import type { Groups } from './groups.ts';
import { type GroupFigures, groupFigures, itemSums } from './sums.ts';

/** What groups of items did in a period. */
export type PeriodSums = GroupFigures & {
  /** 1 for the groups of which an item's figures were shared by days. */
  estimated(): Uint8Array;
};

/** Items that have to be looked at one by one, and when they did something. */
type Odd = { readonly items: readonly number[]; readonly calendar: SpanCalendar };

type Book = {
  readonly index: FactIndex;
  readonly groups: Groups;
  readonly classes: SpanClasses;
  /** Of a metric, by class and group. */
  readonly sums: (metric: string) => ClassSums;
  /** The same object for the same items, which those of most metrics are. */
  oddOf(items: Iterable<number>): Odd;
  /** Classes that have spans of a group: class × groups + group. */
  filled(): Uint8Array;
};

function bookOf(index: FactIndex, groups: Groups): Book {
  const classes = spanClasses(index);
  const book = classBook(index, classes, groups);
  const filled = remembered((_: 'all') => {
    const found = new Uint8Array(classes.starts.length * groups.count);
    for (const at of book.places) if (at >= 0) found[at] = 1;
    return found;
  });
  const { spanStart, spanEnd, spanContent } = index;
  const spans = { start: spanStart, end: spanEnd, length: spanStart.length };
  const odd = remembered((key: string): Odd => {
    const items = key === '' ? [] : key.split(',').map(Number);
    const own = new Set(items);
    return { items, calendar: spanCalendar(spans, (s) => own.has(spanContent[s] as number)) };
  });
  return {
    ...{ index, groups, classes },
    sums: remembered((metric: string) => classSums(book, metric)),
    oddOf: (items) => odd([...items].join()),
    filled: () => filled('all'),
  };
}

/** Groups that have a span which the period's border cuts; of these, those that are found out are closed. */
function openGroups({ filled, groups }: Book, cut: readonly ClassShare[]): Set<number> {
  const isFilled = filled();
  const open = new Set<number>();
  for (const { at } of cut) {
    for (let group = 0; group < groups.count; group++) {
      if (isFilled[at * groups.count + group] === 1) open.add(group);
    }
  }
  return open;
}

/** An item is estimated where any of its measures is, so that measures are looked at until all is known. */
function estimatedIn(book: Book, within: readonly ClassShare[], from: number, to: number): Uint8Array {
  const { index, groups } = book;
  const found = new Uint8Array(groups.count);
  const cut = within.filter(({ share }) => share !== 1);
  const open = openGroups(book, cut);
  const items = new Set<number>();
  index.overlapping.forEach((isShared, item) => {
    if (isShared === 1) items.add(item);
  });
  for (const measure of Object.keys(index.facts.measures)) {
    if (open.size === 0) break;
    const sums = book.sums(measure);
    const seen = sums.seen.get(measure);
    for (const item of sums.odd) items.add(item);
    for (const group of open) {
      if (!cut.some(({ at }) => seen?.[at * groups.count + group] === 1)) continue;
      found[group] = 1;
      open.delete(group);
    }
  }
  if (items.size === 0) return found;
  const period = periodOf(index, from, to, book.oddOf(items).calendar);
  period.estimated().forEach((isEstimated, i) => {
    if (isEstimated === 1) found[groups.of[period.items[i] as number] as number] = 1;
  });
  return found;
}

/**
 * Answers what groups of items did in any period. What most items did is summed by class of spans once; the few of which
 * that depends on the period are looked at one by one.
 * @param index Facts, indexed.
 * @param groups Groups of its items.
 */
export function periodSums(index: FactIndex, groups: Groups): (from: number, to: number) => PeriodSums {
  const book = bookOf(index, groups);
  const oddOf = remembered((metric: string) => book.oddOf(book.sums(metric).odd));
  return (from, to) => {
    const within = sharesWithin(book.classes, from, to);
    const oddSums = remembered(({ calendar }: Odd) => itemSums(periodOf(index, from, to, calendar), groups));
    const sumsOf = (metric: string): GroupSums => {
      const usual = sumsOfClasses(book.sums(metric), within);
      const odd = oddOf(metric);
      return odd.items.length === 0 ? usual : addGroupSums(usual, oddSums(odd)(metric));
    };
    const estimated = remembered((_: 'all') => estimatedIn(book, within, from, to));
    return { ...groupFigures(sumsOf), estimated: () => estimated('all') };
  };
}
