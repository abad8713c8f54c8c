import { parseBool, parseNumber } from 'numfmt';
import { enteredFormula } from '../document/formula-locale.ts';
import { localeFacts } from '../document/locale.ts';
import type { ExtendedValue, JsonObject } from '../document/model.ts';
import { wallTime } from '../document/zone.ts';
import { parseEnteredDate } from './entered-dates.ts';
import { errorText } from './number-format.ts';

export type Entered = {
  value: ExtendedValue /** The number format that the text brings along. */;
  numberFormat?: JsonObject;
};

/** Texts that the parser of numbers takes for fractions, which Sheets keeps as text. */
const FRACTION = /^[+-]?\d+\s+\d+\/\d+$/;
/** Signs of money that are known everywhere. */
const SIGNS = '[$€£¥￥₩₹₽฿₫₪₺₴₦₱]';

const numberFormat = (type: string, pattern: string): JsonObject => ({ type, pattern });

/** `"$"` of the spreadsheet's own money, `[$€]` of another. */
const signText = (sign: string, locale: string): string =>
  localeFacts(locale).currencySign === sign ? `"${sign}"` : `[$${sign}]`;

const parsedNumber = (
  text: string,
  locale: string,
): { value: number; formatId: number | undefined } | undefined => {
  if (FRACTION.test(text)) return undefined;
  const parsed = parseNumber(text, { locale: localeFacts(locale).tag });
  if (!parsed || !Number.isFinite(Number(parsed.value))) return undefined;
  return { value: Number(parsed.value), formatId: parsed.formatId };
};

const hasDecimals = (text: string, locale: string): boolean => text.includes(localeFacts(locale).decimal);

const money = new Map<string, { before: RegExp; after: RegExp }>();
const moneyForms = (locale: string): { before: RegExp; after: RegExp } => {
  let forms = money.get(locale);
  if (!forms) {
    const own = localeFacts(locale).currencySign.replace(/[$.]/g, '\\$&');
    const sign = own === '' ? SIGNS : `${own}|${SIGNS}`;
    forms = {
      before: new RegExp(`^([-+]?\\(?)(${sign})( ?)(-?[\\d.,].*)$`),
      after: new RegExp(`^([-+]?\\(?[\\d.,].*?)( ?)(${sign})(\\)?)$`),
    };
    money.set(locale, forms);
  }
  return forms;
};

/** An amount of money, its sign before or after the number. */
const parseMoney = (text: string, locale: string): Entered | undefined => {
  const forms = moneyForms(locale);
  const before = forms.before.exec(text);
  const after = before ? null : forms.after.exec(text);
  if (!before && !after) return undefined;
  const digits = before ? before[1]! + before[4]! : after![1]! + after![4]!;
  const sign = before ? before[2]! : after![3]!;
  const number = parsedNumber(digits, locale);
  if (!number || number.formatId === 9 || number.formatId === 10) return undefined;
  const shown = hasDecimals(digits, locale) ? '#,##0.00' : '#,##0';
  const gap = before ? before[3]! : after![2]!;
  const mark = signText(sign, locale);
  const pattern = before ? mark + gap + shown : shown + gap + mark;
  return { value: { numberValue: number.value }, numberFormat: numberFormat('CURRENCY', pattern) };
};

/** The format that a typed number brings along, from the built-in format that the parser found it to be. */
const formatOf = (id: number | undefined, text: string, locale: string): JsonObject | undefined => {
  if (id === undefined) return undefined;
  if (id >= 1 && id <= 4) return numberFormat('NUMBER', hasDecimals(text, locale) ? '#,##0.00' : '#,##0');
  if (id === 9) return numberFormat('PERCENT', '0%');
  if (id === 10) return numberFormat('PERCENT', '0.00%');
  if (id === 11) return numberFormat('SCIENTIFIC', '0.00E+00');
  return undefined;
};

const parsePlain = (text: string, locale: string, thisYear: number): Entered | undefined => {
  const bool = /^(true|false)$/i.exec(text);
  if (bool) return { value: { boolValue: text.toLowerCase() === 'true' } };
  const local = parseBool(text, { locale: localeFacts(locale).tag });
  if (local) return { value: { boolValue: local.value } };
  const date = parseEnteredDate(text, locale, thisYear);
  if (date)
    return { value: { numberValue: date.serial }, numberFormat: numberFormat(date.type, date.pattern) };
  const number = parsedNumber(text, locale);
  if (!number) return parseMoney(text, locale);
  const format = formatOf(number.formatId, text, locale);
  // The parser of numbers knows some money itself; its form is kept here.
  const amount = format === undefined ? parseMoney(text, locale) : undefined;
  return amount ?? { value: { numberValue: number.value }, ...(format ? { numberFormat: format } : {}) };
};

/** What shows an error is one when it is typed. */
const ERRORS: Readonly<Record<string, string>> = Object.fromEntries(
  ['ERROR', 'NULL_VALUE', 'DIVIDE_BY_ZERO', 'VALUE', 'REF', 'NAME', 'NUM', 'N_A'].map((type) => [
    errorText(type),
    type,
  ]),
);

/**
 * What Sheets makes of text typed into a cell: a formula, a boolean, a number, a date, an amount of money or a text.
 * A leading apostrophe keeps the rest as text; a leading plus that is no number's begins a formula.
 * @param locale Such as `de_DE`; decides what separates decimals and in which order a date stands.
 * @param thisYear Of a date that names no year (`currentYear`).
 * @example parseEntered('5.5%', 'en_US', 2026) → { value: { numberValue: 0.055 }, numberFormat: { type: 'PERCENT', … } }
 */
export const parseEntered = (text: string, locale: string, thisYear: number): Entered => {
  if (text.startsWith("'")) return { value: { stringValue: text.slice(1) } };
  if (text.startsWith('=') && text.length > 1)
    return { value: { formulaValue: enteredFormula(text, locale) } };
  const trimmed = text.trim();
  const error = ERRORS[trimmed.toUpperCase()];
  if (error !== undefined) return { value: { errorValue: { type: error } } };
  const parsed = trimmed === '' ? undefined : parsePlain(trimmed, locale, thisYear);
  if (parsed) return parsed;
  if (/^\+\s*\S/.test(text)) return { value: { formulaValue: enteredFormula(`=${text}`, locale) } };
  return { value: { stringValue: text } };
};

/**
 * The year in a spreadsheet's zone, which a typed date without one is of.
 * @param now Milliseconds since 1970.
 * @example currentYear({ timeZone: 'Asia/Tokyo' }, Date.UTC(2026, 11, 31, 20)) // 2027
 */
export const currentYear = ({ timeZone }: { timeZone: string }, now: number): number =>
  wallTime(now, timeZone).year;

/**
 * The number that a condition's value stands for, a date's being its serial number; undefined for a text.
 * @example enteredNumber('5%', 'en_US') // 0.05
 */
export const enteredNumber = (text: string, locale: string, thisYear = 2000): number | undefined =>
  parseEntered(text, locale, thisYear).value.numberValue;
