import { median } from './statistics.ts';

/** Days of which a baseline is the median. */
export const TRAILING_DAYS = 90;

/**
 * Does a day lie within the last days up to a day, that one included? The time of day does not count on either side.
 * @param day serial, with or without time; null where it is not known. @param asOf last day. @param days how many.
 * @example isTrailing(11.5, 100, 90) //=> true
 * @example isTrailing(10.5, 100, 90) //=> false
 */
export const isTrailing = (day: number | null, asOf: number, days: number): boolean => {
  if (day === null) return false;
  const age = Math.floor(asOf) - Math.floor(day);
  return age >= 0 && age < days;
};

/**
 * The median of each group (account × format), by item: the baseline that an item is held against.
 * @param values null where not measured. @param groups key of each item's group.
 * @param isIncluded false for items in cold start, which make no baseline but have one.
 * @returns null where no item of the group counts.
 * @example groupMedians([1, 3, 8], ['a', 'a', 'b']) //=> [2, 2, 8]
 */
export const groupMedians = (
  values: readonly (number | null)[],
  groups: readonly string[],
  isIncluded: (item: number) => boolean = () => true,
): readonly (number | null)[] => {
  const members = new Map<string, number[]>();
  values.forEach((value, item) => {
    if (value === null || !isIncluded(item)) return;
    const group = groups[item] as string;
    const list = members.get(group);
    if (list) list.push(value);
    else members.set(group, [value]);
  });
  const medians = new Map([...members].map(([group, list]) => [group, median(list)] as const));
  return groups.map((group) => medians.get(group) ?? null);
};
