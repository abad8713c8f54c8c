/** Whether a number format shows a number as a date, a time or both: decided here alone. */
import { isObject } from './json.ts';
import type { JsonObject } from './model.ts';

export type DateType = 'DATE' | 'TIME' | 'DATE_TIME';

/**
 * Whether a type of number format shows dates or times.
 * @example isDateType('TIME') // true
 */
export const isDateType = (type: unknown): type is DateType =>
  type === 'DATE' || type === 'TIME' || type === 'DATE_TIME';

/** Whether a type of number format shows a day. */
export const showsDay = (type: unknown): boolean => type === 'DATE' || type === 'DATE_TIME';

/**
 * What a pattern shows by its letters; undefined for one of numbers or text. `m` is a minute beside hours or seconds.
 * @example dateTypeOf('yyyy"年"m"月"') // 'DATE'
 */
export const dateTypeOf = (pattern: string): DateType | undefined => {
  const letters = pattern.replace(/"[^"]*"|\\.|\[(?!([hms])\1*\])[^\]]*\]/gi, '');
  if (/^general$/i.test(letters)) return undefined;
  const time = /[hs]/i.test(letters);
  const date = /[ydq]|m{3}/i.test(letters) || (!time && /m/i.test(letters));
  if (date) return time ? 'DATE_TIME' : 'DATE';
  return time ? 'TIME' : undefined;
};

/** Whether a cell of this format shows a number as a date or a time. */
export const showsDate = (format: JsonObject | undefined): boolean => {
  const number = format?.numberFormat;
  if (!isObject(number)) return false;
  if (number.type !== undefined) return isDateType(number.type);
  return typeof number.pattern === 'string' && dateTypeOf(number.pattern) !== undefined;
};
