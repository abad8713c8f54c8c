/** Dates and times as people type them. Sheets keeps the form: what was typed as `1-2` is shown as `1-2`. */
import type { DateType } from '../document/date-format.ts';
import { localeFacts } from '../document/locale.ts';
import { monthNames } from '../document/month-names.ts';
import { MILLISECONDS_A_DAY, SERIAL_OF_1970 } from '../document/zone.ts';
export type EnteredDate = {
  /** Days since 30 December 1899, the time of day as a fraction. */
  serial: number;
  type: DateType;
  /** The number format's pattern that shows what was typed. */
  pattern: string;
};

type Part = { serial: number; pattern: string };
const tag = (locale: string): string => locale.replace('_', '-');

const namesByLocale = new Map<string, ReadonlyMap<string, { month: number; long: boolean }>>();
/** Names of months in English and in the language of the locale, lower case and without a point. */
const namesOf = (locale: string): ReadonlyMap<string, { month: number; long: boolean }> => {
  const known = namesByLocale.get(locale);
  if (known) return known;
  const made = new Map<string, { month: number; long: boolean }>();
  for (const language of [tag(locale), 'en-US']) {
    for (const width of ['long', 'short'] as const) {
      monthNames(language, width).forEach((given, index) => {
        const name = given.toLowerCase().replace(/\.$/, '');
        const long = width === 'long' && name.length > 3;
        if (name && !/\d/.test(name)) made.set(name, { month: index + 1, long });
      });
    }
  }
  namesByLocale.set(locale, made);
  return made;
};

/** The serial number of a day; undefined for one that is not in the calendar. */
const serialOf = (year: number, month: number, day: number): number | undefined => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return Math.round(date.getTime() / MILLISECONDS_A_DAY) + SERIAL_OF_1970;
};

const part = (year: number, month: number, day: number, pattern: string): Part | undefined => {
  const serial = serialOf(year, month, day);
  return serial === undefined ? undefined : { serial, pattern };
};

/** Two digits of a year are of 1930 to 2029. */
const fullYear = (digits: string): number => {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
};
const years = (digits: string): string => (digits.length > 2 ? 'yyyy' : 'yy');
/** `m` or, where it was typed with a leading zero, `mm`. */
const width = (letter: 'm' | 'd', digits: string): string =>
  digits.startsWith('0') ? letter + letter : letter;

const yearFirst = (text: string): Part | undefined => {
  const match = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/.exec(text);
  if (!match) return undefined;
  const [, year = '', mark = '', month = '', day] = match;
  if (day === undefined) {
    return mark !== '.' && month.length === 2
      ? part(Number(year), Number(month), 1, `yyyy${mark}mm`)
      : undefined;
  }
  const two = month.length === 2 && day.length === 2;
  const pattern = two ? `yyyy${mark}mm${mark}dd` : `yyyy${mark}${width('m', month)}${mark}${width('d', day)}`;
  return part(Number(year), Number(month), Number(day), pattern);
};

const numeric = (text: string, locale: string, thisYear: number): Part | undefined => {
  const match = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}|\d))?$/.exec(text);
  if (!match) return undefined;
  const [, first = '', mark = '', second = '', year] = match;
  const { dayFirst, dotted } = localeFacts(locale);
  if (mark === '.' && !dotted) return undefined;
  const [month, day] = dayFirst ? [second, first] : [first, second];
  const [m, d] = [width('m', month), width('d', day)];
  const pattern = (dayFirst ? [d, m] : [m, d]).concat(year === undefined ? [] : [years(year)]).join(mark);
  return part(year === undefined ? thisYear : fullYear(year), Number(month), Number(day), pattern);
};

const monthYear = (text: string): Part | undefined => {
  const match = /^(\d{1,2})\/(\d{4})$/.exec(text);
  return match ? part(Number(match[2]), Number(match[1]), 1, `${width('m', match[1]!)}/yyyy`) : undefined;
};

const chinese = (text: string, thisYear: number): Part | undefined => {
  const match = /^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?$/.exec(text);
  if (!match || (match[1] === undefined && match[3] === undefined)) return undefined;
  const [, year, month = '', day] = match;
  const pattern = `${year ? 'yyyy"年"' : ''}${width('m', month)}"月"${day ? `${width('d', day)}"日"` : ''}`;
  return part(Number(year ?? thisYear), Number(month), Number(day ?? 1), pattern);
};

const WORD = String.raw`([\p{L}\p{M}]+\.?)`;
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})(\.? ?|-)${WORD}(?:(,? |-)(\d{4}|\d{2}))?$`, 'u');
const MONTH_FIRST = new RegExp(String.raw`^${WORD}( |-)(\d{1,2})(?:(,? )(\d{4}))?$`, 'u');
const MONTH_YEAR = new RegExp(String.raw`^${WORD}( |-)(\d{4})$`, 'u');

/** Dates with the name of a month, a weekday before them passed over. */
const named = (text: string, locale: string, thisYear: number): Part | undefined => {
  const names = namesOf(locale);
  const letters = (word = '') => {
    const found = names.get(word.toLowerCase().replace(/\.$/, ''));
    return found && { month: found.month, mask: found.long ? 'mmmm' : 'mmm' };
  };
  const plain = text.replace(/^[\p{L}]+day,? /iu, '');
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst) {
    const [, day = '', gap = '', word, mark = '', year] = dayFirst;
    const name = letters(word);
    const tail = year === undefined ? '' : mark + years(year);
    const pattern = name && `${width('d', day)}${gap}${name.mask}${tail}`;
    return name && part(year ? fullYear(year) : thisYear, name.month, Number(day), pattern!);
  }
  const alone = MONTH_YEAR.exec(plain);
  if (alone) {
    const name = letters(alone[1]);
    return name && part(Number(alone[3]), name.month, 1, `${name.mask}${alone[2]}yyyy`);
  }
  const monthFirst = MONTH_FIRST.exec(plain);
  const name = monthFirst && letters(monthFirst[1]);
  if (!name) return undefined;
  const [, , gap = '', day = '', mark = '', year] = monthFirst;
  const tail = year === undefined ? '' : `${mark}yyyy`;
  return part(
    Number(year ?? thisYear),
    name.month,
    Number(day),
    `${name.mask}${gap}${width('d', day)}${tail}`,
  );
};

const dateOf = (text: string, locale: string, thisYear: number): Part | undefined =>
  yearFirst(text) ??
  numeric(text, locale, thisYear) ??
  monthYear(text) ??
  chinese(text, thisYear) ??
  named(text, locale, thisYear);

const TIME = /^(\d{1,4})(?::(\d{1,2})(?::(\d{1,2})(\.\d{1,3})?)?)?(?: ?([ap])\.?m\.?)?$/i;

/** A time of day, or a duration where the hours are more than a day has. */
const timeOf = (text: string): Part | undefined => {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, hours = '', minutes, seconds, fraction, half] = match;
  if (minutes === undefined && half === undefined) return undefined;
  const [h, m, s] = [Number(hours), Number(minutes ?? 0), Number((seconds ?? '0') + (fraction ?? ''))];
  if (m > 59 || s >= 60 || (half !== undefined && (h > 12 || h === 0))) return undefined;
  const after = half?.toLowerCase() === 'p' ? 12 : 0;
  const hour = half === undefined ? h : (h % 12) + after;
  const serial = (hour * 3600 + m * 60 + s) / 86_400;
  if (hour >= 24) return { serial, pattern: '[h]:mm:ss' };
  const pattern = [
    hours.startsWith('0') && hours.length > 1 ? 'hh' : 'h',
    minutes === undefined ? '' : ':mm',
    seconds === undefined ? '' : ':ss',
    fraction === undefined ? '' : '.000',
    half === undefined ? '' : ' am/pm',
  ];
  return { serial, pattern: pattern.join('') };
};

/**
 * A date, a time or both, as Sheets reads what is typed.
 * @param text Without space around it.
 * @param locale Such as `de_DE`; decides the order of day and month and the names of months.
 * @param thisYear The year of a date that names none.
 * @returns Undefined for a text that is neither.
 * @example parseEnteredDate('1-2', 'en_US', 2026) → { serial: 46024, type: 'DATE', pattern: 'm-d' }
 */
export const parseEnteredDate = (text: string, locale: string, thisYear: number): EnteredDate | undefined => {
  // No date or time is without a digit or longer than this.
  if (text.length > 40 || !/\d/.test(text)) return undefined;
  const time = timeOf(text);
  if (time) return { ...time, type: 'TIME' };
  const date = dateOf(text, locale, thisYear);
  if (date) return { ...date, type: 'DATE' };
  const split = /^(.+?) +(\d{1,2}(?::\d{1,2}){0,2}(?:\.\d{1,3})?(?: ?[ap]\.?m\.?)?)$/i.exec(text);
  const day = split && dateOf(split[1]!, locale, thisYear);
  const hour = split && timeOf(split[2]!);
  if (!day || !hour) return undefined;
  return { serial: day.serial + hour.serial, type: 'DATE_TIME', pattern: `${day.pattern} h:mm:ss` };
};
