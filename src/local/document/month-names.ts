const known = new Map<string, readonly string[]>();

/**
 * The names of the months in a language, as they stand beside a day: the one place where they come from (`Intl`).
 * @param tag BCP 47, such as `en-US`.
 * @returns Twelve names, January first; where the language numbers its months, they are numbers.
 * @example monthNames('en-US', 'long')[10] // 'November'
 */
export const monthNames = (tag: string, width: 'long' | 'short'): readonly string[] => {
  const key = `${tag} ${width}`;
  let names = known.get(key);
  if (!names) {
    const format = new Intl.DateTimeFormat(tag, { day: 'numeric', month: width, timeZone: 'UTC' });
    names = Array.from({ length: 12 }, (_, month) => {
      const parts = format.formatToParts(Date.UTC(2020, month, 15));
      return parts.find(({ type }) => type === 'month')?.value ?? '';
    });
    known.set(key, names);
  }
  return names;
};
