import { remembered } from '../../kpi/remembered.ts';
import type { Entries } from '../entries.ts';
import { type Filter, fits } from '../filter.ts';
import { filterKey, filterOf } from './groups.ts';

/** Entries by day, and where they belong. */
export type DayBook = {
  /** Positions of the entries with a day in the period whose place a filter counts. */
  within(filter: Filter, from: number, to: number): readonly number[];
};

type Place = { readonly platform: string; readonly account: string; readonly market: string };

/** First position in `order` from which on all entries are of a day or a later one. */
function firstFrom(days: Float64Array, order: Int32Array, day: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[order[middle] as number] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbers of places, each once. */
function placesOf({ length, platforms, accounts, markets }: Entries): { places: Place[]; of: Int32Array } {
  const places: Place[] = [];
  const numbers = new Map<string, number>();
  const of = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const platform = platforms[i] as string;
    const account = accounts[i] as string;
    const market = markets[i] as string;
    const isAsBefore =
      i > 0 && platforms[i - 1] === platform && accounts[i - 1] === account && markets[i - 1] === market;
    if (isAsBefore) {
      of[i] = of[i - 1] as number;
      continue;
    }
    const key = filterKey({ platform, account, market, format: '' });
    const number = numbers.get(key) ?? places.push({ platform, account, market }) - 1;
    numbers.set(key, number);
    of[i] = number;
  }
  return { places, of };
}

function sortedByDay(days: Float64Array): Int32Array {
  const order = new Int32Array(days.length).map((_, entry) => entry);
  const isSorted = days.every((day, i) => i === 0 || (days[i - 1] as number) <= day);
  return isSorted ? order : order.sort((a, b) => (days[a] as number) - (days[b] as number) || a - b);
}

/**
 * Sorts entries by day, so that those of a period are found without a look at all the others.
 * @param entries In any order; of one day they keep it.
 */
export function dayBook(entries: Entries): DayBook {
  const { days, from: firsts } = entries;
  const order = sortedByDay(days);
  const longest = days.reduce((most, day, i) => Math.max(most, day - (firsts[i] as number)), 0);
  const { places, of } = placesOf(entries);
  const matching = remembered((key: string): readonly boolean[] => {
    const { platform, market, account } = filterOf(key);
    return places.map(
      (place) => fits(platform, place.platform) && fits(account, place.account) && fits(market, place.market),
    );
  });
  return {
    within(filter, from, to) {
      // A filter that money does not carry (format) matches nothing, rather than everything.
      if (filter.format !== '') return [];
      const isOurs = matching(filterKey(filter));
      const found: number[] = [];
      const end = firstFrom(days, order, to + longest + 1);
      for (let at = firstFrom(days, order, from); at < end; at++) {
        const entry = order[at] as number;
        if ((firsts[entry] as number) <= to && isOurs[of[entry] as number] === true) found.push(entry);
      }
      return found;
    },
  };
}
