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
  const { dateOrder = 0, padDd, padMm, padHh, currencyPos = 0, dateSep = '/' } = found.format ?? {};
  const parts = { d: padDd ? 'dd' : 'd', m: padMm ? 'mm' : 'm', y: 'yyyy' };
  const date =
    PLAIN_DATES[language] ?? ORDERS[dateOrder].map((part) => parts[part]).join(dateSep.trim() || '/');
  const time = `${padHh ? 'hh' : 'h'}:mm:ss`;
  const digits = WHOLE_CURRENCIES.has(language) ? '#,##0' : '#,##0.00';
  return {
    tag,
    decimal: found.decimal,
    group: found.group.replace(/[\u00a0\u202f]/, ' '),
    date,
    time: hasHalfDays(wanted) ? `${time} am/pm` : time,
    dateTime: `${date} ${time}`,
    currency: SIGN_PLACES[currencyPos](found.currency, digits),
    currencySign: found.currency,
    trueText: found.bool[0],
    falseText: found.bool[1],
  };
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
