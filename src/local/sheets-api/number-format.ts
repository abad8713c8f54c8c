import { format as formatNumber, isDateFormat, isTextFormat } from 'numfmt';
import type { ExtendedValue, Json, JsonObject } from '../document/model.ts';

type NumberFormat = { type?: string; pattern?: string };

/** The pattern that a format without one stands for, by its type, as an English (United States) sheet has it. */
const DEFAULT_PATTERNS: Readonly<Record<string, string>> = {
  TEXT: '@',
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '"$"#,##0.00',
  DATE: 'm/d/yyyy',
  TIME: 'h:mm:ss am/pm',
  DATE_TIME: 'm/d/yyyy h:mm:ss',
  SCIENTIFIC: '0.00E+00',
};
const LOCALE_DATES: Readonly<Record<string, string>> = {
  zh_CN: 'yyyy/m/d',
  zh_TW: 'yyyy/m/d',
  ja_JP: 'yyyy/mm/dd',
  de_DE: 'dd.mm.yyyy',
  fr_FR: 'dd/mm/yyyy',
  en_GB: 'dd/mm/yyyy',
  es_ES: 'd/m/yyyy',
};

const ERROR_TEXTS: Readonly<Record<string, string>> = {
  ERROR: '#ERROR!',
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: 'Loading...',
};

/** What a cell with an error shows. */
export const errorText = (type: string): string => ERROR_TEXTS[type] ?? '#ERROR!';

/** The number format in a cell's format; undefined where it has none. */
export const numberFormatOf = (format: JsonObject | undefined): NumberFormat | undefined => {
  const value = format?.numberFormat as Json | undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as NumberFormat)
    : undefined;
};

/** The date pattern of a locale such as `zh_CN`. */
export const datePattern = (locale: string): string => {
  let pattern = LOCALE_DATES[locale] ?? datePatterns.get(locale);
  if (pattern === undefined) {
    const format = new Intl.DateTimeFormat(`${localeTag(locale)}-u-ca-gregory-nu-latn`, { timeZone: 'UTC' });
    const letters = (type: string, value: string): string =>
      type === 'year' ? 'yyyy' : type === 'month' || type === 'day' ? type[0]!.repeat(value.length) : value;
    pattern = format
      .formatToParts(Date.UTC(2020, 1, 3))
      .map(({ type, value }) => letters(type, value))
      .join('');
    datePatterns.set(locale, pattern);
  }
  return pattern;
};
const datePatterns = new Map<string, string>();
const localeTag = (locale: string): string => locale.replace('_', '-');

const patternOf = (format: NumberFormat, locale: string): string | undefined => {
  if (format.pattern) return format.pattern;
  if (format.type === 'DATE') return datePattern(locale);
  if (format.type === 'DATE_TIME') return `${datePattern(locale)} h:mm:ss`;
  return format.type === undefined ? undefined : DEFAULT_PATTERNS[format.type];
};

/** Whether a cell of this format shows a number as a date or a time. */
export const showsDate = (format: JsonObject | undefined): boolean => {
  const number = numberFormatOf(format);
  if (!number) return false;
  if (number.type === 'DATE' || number.type === 'TIME' || number.type === 'DATE_TIME') return true;
  return number.type === undefined && number.pattern !== undefined && isDateFormat(number.pattern);
};

/** Whether a cell of this format keeps what is typed as text. */
export const keepsText = (format: JsonObject | undefined): boolean => {
  const number = numberFormatOf(format);
  return (
    number !== undefined &&
    (number.type === 'TEXT' || (number.pattern !== undefined && isTextFormat(number.pattern)))
  );
};

const trimZeros = (digits: string): string => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits);

/** A number as the automatic format shows it: ten significant digits, integers whole up to 15 digits. */
const general = (value: number): string => {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return String(value === 0 ? 0 : value);
  if (size >= 1e15 || size < 1e-5) {
    const [digits = '', exponent = '0'] = value.toExponential(5).split('e');
    const power = Number(exponent);
    return `${trimZeros(digits)}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  return trimZeros(value.toPrecision(10));
};

const formatted = (value: number, format: NumberFormat | undefined, locale: string): string => {
  const pattern = format && patternOf(format, locale);
  if (pattern === undefined || pattern === 'General') {
    const text = general(value);
    return decimalComma(locale) ? text.replace('.', ',') : text;
  }
  try {
    return formatNumber(pattern, value, { locale: localeTag(locale), leap1900: false });
  } catch {
    return general(value);
  }
};

const commas = new Map<string, boolean>();
/** Whether a locale writes `1,5`. */
export const decimalComma = (locale: string): boolean => {
  let known = commas.get(locale);
  if (known === undefined) {
    known = new Intl.NumberFormat(localeTag(locale)).format(1.5).includes(',');
    commas.set(locale, known);
  }
  return known;
};

/** The text that a cell shows (`formattedValue` of the API); undefined for a formula that was not calculated. */
export const formatValue = (
  value: ExtendedValue,
  format: JsonObject | undefined,
  locale: string,
): string | undefined => {
  if (value.stringValue !== undefined) return value.stringValue;
  if (value.boolValue !== undefined)
    return formatNumber('General', value.boolValue, { locale: localeTag(locale) });
  if (value.errorValue) return errorText(value.errorValue.type);
  if (value.numberValue === undefined) return undefined;
  return formatted(value.numberValue, numberFormatOf(format), locale);
};
