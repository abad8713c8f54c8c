/**
 * Names of months and days where the formatter's (Excel's) are not the Unicode CLDR's, which Google's products use:
 * Thai and Indonesian days, Vietnamese months, the halves of a Thai day.
 */
import { addLocale, getLocale } from 'numfmt';

type Width = 'long' | 'short';
/** A week that begins on Sunday. */
const WEEK = Array.from({ length: 7 }, (_, day) => Date.UTC(2026, 10, 22 + day));

const weekdays = (tag: string, weekday: Width): string[] =>
  WEEK.map((day) => new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' }).format(day));

const numbered = (word: string): string[] => Array.from({ length: 12 }, (_, month) => `${word} ${month + 1}`);

const NAMES: Readonly<Record<string, (tag: string) => object>> = {
  th: (tag) => ({ dddd: weekdays(tag, 'long'), ampm: ['ก่อนเที่ยง', 'หลังเที่ยง'] }),
  id: (tag) => ({ ddd: weekdays(tag, 'short') }),
  vi: (tag) => ({
    mmmm: numbered('tháng'),
    mmm: numbered('thg'),
    dddd: weekdays(tag, 'long'),
    ddd: weekdays(tag, 'short'),
  }),
};

/** Gives the formatter the CLDR's names of a language, where they differ. */
export const learnNames = (tag: string): void => {
  const names = NAMES[tag.split('-')[0] ?? ''];
  const known = getLocale(tag);
  if (names && known) addLocale({ ...known, ...names(tag) }, tag);
};
