/**
 * What a spreadsheet's locale decides: signs in numbers and formulas, and the patterns of formats that name none.
 * Separators, order and padding of dates, and currency signs are those of `numfmt`, which also writes the numbers; it
 * takes a locale for its names when the facts are first asked for.
 */
import { getLocale } from 'numfmt';
import { learnNames } from './locale-names.ts';

export type LocaleFacts = {
  /** BCP 47 tag that the formatter knows. */
  tag: string;
  decimal: string;
  group: string;
  /** `d/m/yyyy` and the like: what a typed date gets, and a format DATE without a pattern. */
  date: string;
  /** Whether a day is written before its month. */
  dayFirst: boolean;
  /** Whether a typed date may have points between its numbers. */
  dotted: boolean;
  /** The time of a format TIME without a pattern; 12 hours where people write so. */
  time: string;
  /** The same of DATE_TIME; always 24 hours, as in Google Sheets. */
  dateTime: string;
  /** The pattern of CURRENCY. */
  currency: string;
  currencySign: string;
  trueText: string;
  falseText: string;
};

const ORDERS = [
  ['m', 'd', 'y'],
  ['d', 'm', 'y'],
  ['y', 'm', 'd'],
] as const;
/** Languages of countries whose currency has no smaller unit in use. */
const WHOLE_CURRENCIES = new Set(['ja', 'ko', 'vi']);
/** Dates that Google Sheets writes without the zeros that the formatter knows. */
const PLAIN_DATES: Readonly<Record<string, string>> = { es: 'd/m/yyyy' };
/** Money of regions that the formatter knows only by their language. */
const REGIONAL_SIGNS: Readonly<Record<string, string>> = { 'en-IN': '₹', 'en-PH': '₱', 'en-ZA': 'R' };
/** Where a currency's sign stands: the formatter's numbers 0 to 3. */
const SIGN_PLACES = [
  (sign: string, digits: string) => `"${sign}"${digits}`,
  (sign: string, digits: string) => `${digits}"${sign}"`,
  (sign: string, digits: string) => `"${sign}" ${digits}`,
  (sign: string, digits: string) => `${digits} "${sign}"`,
] as const;

const known = new Map<string, LocaleFacts>();

/**
 * The facts of a locale; those of en_US for one that is not known.
 * @param code As the API has it, such as `de_DE`.
 * @example localeFacts('de_DE').date // 'dd.mm.yyyy'
 */
export const localeFacts = (code: string): LocaleFacts => {
  let facts = known.get(code);
  if (!facts) {
    facts = readFacts(code);
    known.set(code, facts);
  }
  return facts;
};

const readFacts = (code: string): LocaleFacts => {
  const wanted = code.replaceAll('_', '-');
  const language = wanted.split('-')[0] ?? '';
  const tag = [wanted, language].find((name) => getLocale(name)) ?? 'en-US';
  learnNames(tag);
  const found = getLocale(tag)!;
  const { padHh, currencyPos = 0 } = found.format ?? {};
  const short = shortDate(wanted);
  // The dates of a region that the formatter does not tell from its language's home are in the CLDR.
  const regional = isAbroad(wanted) && isSame(found, language) ? short : undefined;
  const date = regional ?? PLAIN_DATES[language] ?? formatterDate(found);
  const time = `${padHh ? 'hh' : 'h'}:mm:ss`;
  const digits = WHOLE_CURRENCIES.has(language) ? '#,##0' : '#,##0.00';
  const sign = REGIONAL_SIGNS[wanted] ?? found.currency;
  return {
    tag,
    decimal: found.decimal,
    group: found.group.replace(/[\u00a0\u202f]/, ' '),
    date,
    dayFirst: date.indexOf('d') < date.indexOf('m'),
    dotted: date.includes('.') || short?.includes('.') === true,
    time: hasHalfDays(wanted) ? `${time} am/pm` : time,
    dateTime: `${date} ${time}`,
    currency: SIGN_PLACES[currencyPos](sign, digits),
    currencySign: sign,
    trueText: found.bool[0],
    falseText: found.bool[1],
  };
};

type Formatter = NonNullable<ReturnType<typeof getLocale>>;

/** Whether a tag names another region than the one where most people speak its language. */
const isAbroad = (tag: string): boolean => {
  try {
    const { language, region } = new Intl.Locale(tag);
    return region !== undefined && new Intl.Locale(language).maximize().region !== region;
  } catch {
    return false;
  }
};

const isSame = (found: Formatter, language: string): boolean =>
  JSON.stringify(found.format) === JSON.stringify(getLocale(language)?.format);

const formatterDate = ({ format = {} }: Formatter): string => {
  const { dateOrder = 0, padDd, padMm, dateSep = '/' } = format;
  const parts = { d: padDd ? 'dd' : 'd', m: padMm ? 'mm' : 'm', y: 'yyyy' };
  return ORDERS[dateOrder].map((part) => parts[part]).join(dateSep.trim() || '/');
};

/** The pattern of the CLDR's short date, its year in full; undefined for a locale that `Intl` does not know. */
const shortDate = (tag: string): string | undefined => {
  const options = { dateStyle: 'short', calendar: 'gregory', numberingSystem: 'latn' } as const;
  try {
    const parts = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).formatToParts(
      Date.UTC(2026, 8, 5),
    );
    const mark =
      parts
        .find(({ type }) => type === 'literal')
        ?.value.trim()
        .replace(/[^-./]/g, '') || '/';
    const letters: Readonly<Record<string, string>> = { day: 'd', month: 'm' };
    return parts
      .filter(({ type }) => type in letters || type === 'year')
      .map(({ type, value }) => letters[type]?.repeat(value.length) ?? 'yyyy')
      .join(mark);
  } catch {
    return undefined;
  }
};

const hasHalfDays = (tag: string): boolean => {
  try {
    return new Intl.DateTimeFormat(tag, { timeStyle: 'medium' }).resolvedOptions().hour12 === true;
  } catch {
    return true;
  }
};

/** Whether a locale (such as `de_DE`) writes 1,5 rather than 1.5, and `;` between a formula's arguments. */
export const usesDecimalComma = (code: string): boolean => localeFacts(code).decimal === ',';

/** The pattern that a number format without one stands for; undefined where that is the automatic format. */
export const defaultPattern = (type: string, locale: string): string | undefined => {
  const { date, time, dateTime, currency } = localeFacts(locale);
  const patterns: Readonly<Record<string, string>> = {
    TEXT: '@',
    NUMBER: '#,##0.00',
    PERCENT: '0.00%',
    CURRENCY: currency,
    DATE: date,
    TIME: time,
    DATE_TIME: dateTime,
    SCIENTIFIC: '0.00E+00',
  };
  return patterns[type];
};
