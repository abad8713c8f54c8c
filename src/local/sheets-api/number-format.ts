import { format as formatNumber, isTextFormat } from 'numfmt';
import { isObject } from '../document/json.ts';
import { defaultPattern, localeFacts, usesDecimalComma } from '../document/locale.ts';
import type { ExtendedValue, JsonObject } from '../document/model.ts';

type NumberFormat = { type?: string; pattern?: string };

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
  const value = format?.numberFormat;
  return isObject(value) ? (value as NumberFormat) : undefined;
};

const patternOf = (format: NumberFormat, locale: string): string | undefined =>
  format.pattern || (format.type === undefined ? undefined : defaultPattern(format.type, locale));

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
    return usesDecimalComma(locale) ? text.replace('.', ',') : text;
  }
  try {
    return formatNumber(pattern, value, { locale: localeFacts(locale).tag, leap1900: false });
  } catch {
    return general(value);
  }
};

/** The text that a cell shows (`formattedValue` of the API); undefined for a formula that was not calculated. */
export const formatValue = (
  value: ExtendedValue,
  format: JsonObject | undefined,
  locale: string,
): string | undefined => {
  if (value.stringValue !== undefined) return value.stringValue;
  if (value.boolValue !== undefined) {
    const { trueText, falseText } = localeFacts(locale);
    return value.boolValue ? trueText : falseText;
  }
  if (value.errorValue) return errorText(value.errorValue.type);
  if (value.numberValue === undefined) return undefined;
  return formatted(value.numberValue, numberFormatOf(format), locale);
};
