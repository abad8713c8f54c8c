import { parseValue } from 'numfmt';
import type { ExtendedValue, JsonObject } from '../document/model.ts';
import { datePattern } from './number-format.ts';

export type Entered = {
  value: ExtendedValue /** The number format that the text brings along. */;
  numberFormat?: JsonObject;
};

const YEAR_FIRST = /^\d{4}-\d{1,2}-\d{1,2}/;
const CHINESE_DATE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const CURRENCY = /[$€£¥￥₩₹₫฿]/;
/** Texts that the parser of numbers takes for fractions, which Sheets keeps as text. */
const FRACTION = /^[+-]?\d+\s+\d+\/\d+$/;

const numberFormat = (type: string, pattern: string): JsonObject => ({ type, pattern });

const currencyFormat = (text: string): JsonObject => {
  const sign = CURRENCY.exec(text)?.[0] ?? '$';
  const digits = text.includes('.') ? '#,##0.00' : '#,##0';
  return numberFormat('CURRENCY', `"${sign}"${digits}`);
};

const dateFormat = (text: string, locale: string): string => {
  const year = YEAR_FIRST.test(text);
  return year ? 'yyyy-mm-dd' : datePattern(locale);
};

/** The format that typed text brings along, from the built-in format that the parser found it to be. */
const formatOf = (id: number | undefined, text: string, locale: string): JsonObject | undefined => {
  if (CURRENCY.test(text)) return currencyFormat(text);
  if (id === undefined) return undefined;
  if (id <= 4) return numberFormat('NUMBER', text.includes('.') ? '#,##0.00' : '#,##0');
  if (id === 9) return numberFormat('PERCENT', '0%');
  if (id === 10) return numberFormat('PERCENT', '0.00%');
  if (id === 11) return numberFormat('SCIENTIFIC', '0.00E+00');
  if (id >= 14 && id <= 17) return numberFormat('DATE', dateFormat(text, locale));
  if (id >= 18 && id <= 21) return numberFormat('TIME', timePattern(text));
  if (id === 22) return numberFormat('DATE_TIME', `${dateFormat(text, locale)} h:mm:ss`);
  return undefined;
};

const timePattern = (text: string): string => {
  const seconds = /\d+:\d+:\d+/.test(text) ? ':ss' : '';
  return /[ap]\.?m/i.test(text) ? `h:mm${seconds} am/pm` : `h:mm${seconds}`;
};

/**
 * What Sheets makes of text typed into a cell: a formula, a boolean, a number, a date, an amount of money or a text.
 * A leading apostrophe keeps the rest as text.
 * @param locale Such as `de_DE`; decides what separates decimals and in which order a date stands.
 */
export const parseEntered = (text: string, locale: string): Entered => {
  if (text.startsWith("'")) return { value: { stringValue: text.slice(1) } };
  if (text.startsWith('=') && text.length > 1) return { value: { formulaValue: text } };
  const trimmed = text.trim();
  const chinese = CHINESE_DATE.exec(trimmed);
  const plain = chinese ? `${chinese[1]}-${chinese[2]}-${chinese[3]}` : trimmed;
  if (plain === '' || FRACTION.test(plain)) return { value: { stringValue: text } };
  const parsed = parseValue(plain, { locale: locale.replace('_', '-') });
  if (!parsed) return { value: { stringValue: text } };
  if (typeof parsed.value === 'boolean') return { value: { boolValue: parsed.value } };
  const value = { numberValue: Number(parsed.value) };
  const format = chinese
    ? numberFormat('DATE', 'yyyy"年"m"月"d"日"')
    : formatOf(parsed.formatId, plain, locale);
  return format ? { value, numberFormat: format } : { value };
};
