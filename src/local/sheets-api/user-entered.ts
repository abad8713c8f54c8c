import { parseNumber, parseValue } from 'numfmt';
import { enteredFormula } from '../document/formula-locale.ts';
import { localeFacts } from '../document/locale.ts';
import type { ExtendedValue, JsonObject } from '../document/model.ts';

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

/** The pattern of an amount as it was typed: its sign before or behind, with a fraction or without. */
const currencyFormat = (text: string, sign: string, locale: string): JsonObject => {
  const digits = digitsOf(text, locale);
  const behind = /\d/.test(text.slice(0, text.indexOf(sign)));
  return numberFormat('CURRENCY', behind ? `${digits} "${sign}"` : `"${sign}"${digits}`);
};

const digitsOf = (text: string, locale: string): string =>
  text.includes(localeFacts(locale).decimal) ? '#,##0.00' : '#,##0';

const signIn = (text: string, locale: string): string | undefined => {
  const { currencySign } = localeFacts(locale);
  return text.includes(currencySign) ? currencySign : CURRENCY.exec(text)?.[0];
};

/** An amount with the sign of a currency of another country, which the parser leaves. */
const parseMoney = (text: string, locale: string): ReturnType<typeof parseNumber> | undefined => {
  const sign = signIn(text, locale);
  const rest = sign && (text.startsWith(sign) || text.endsWith(sign)) ? text.replace(sign, '').trim() : '';
  return /^-?\d/.test(rest) ? parseNumber(rest, { locale: localeFacts(locale).tag }) : undefined;
};

const dateFormat = (text: string, locale: string): string => {
  const year = YEAR_FIRST.test(text);
  return year ? 'yyyy-mm-dd' : localeFacts(locale).date;
};

/** The format that typed text brings along, from the built-in format that the parser found it to be. */
const formatOf = (id: number | undefined, text: string, locale: string): JsonObject | undefined => {
  const sign = signIn(text, locale);
  if (sign !== undefined) return currencyFormat(text, sign, locale);
  if (id === undefined) return undefined;
  if (id <= 4) return numberFormat('NUMBER', digitsOf(text, locale));
  if (id === 9) return numberFormat('PERCENT', '0%');
  if (id === 10) return numberFormat('PERCENT', '0.00%');
  if (id === 11) return numberFormat('SCIENTIFIC', '0.00E+00');
  if (id >= 14 && id <= 17) return numberFormat('DATE', dateFormat(text, locale));
  if (id >= 18 && id <= 21) return numberFormat('TIME', timePattern(text));
  if (id === 22)
    return numberFormat(
      'DATE_TIME',
      `${dateFormat(text, locale)} ${localeFacts(locale).dateTime.split(' ')[1]}`,
    );
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
  if (text.startsWith('=') && text.length > 1)
    return { value: { formulaValue: enteredFormula(text, locale) } };
  const trimmed = text.trim();
  const chinese = CHINESE_DATE.exec(trimmed);
  const plain = chinese ? `${chinese[1]}-${chinese[2]}-${chinese[3]}` : trimmed;
  if (plain === '' || FRACTION.test(plain)) return { value: { stringValue: text } };
  const parsed = parseValue(plain, { locale: localeFacts(locale).tag }) ?? parseMoney(plain, locale);
  if (!parsed) return { value: { stringValue: text } };
  if (typeof parsed.value === 'boolean') return { value: { boolValue: parsed.value } };
  const value = { numberValue: Number(parsed.value) };
  const format = chinese
    ? numberFormat('DATE', 'yyyy"年"m"月"d"日"')
    : formatOf(parsed.formatId, plain, locale);
  return format ? { value, numberFormat: format } : { value };
};
