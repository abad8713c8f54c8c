import { weekdayOf } from './calendar.ts';

// Labels of what is recorded as a number, a date or free text, so that weak variables can be asked about: few broad
// bands, since each level needs items. They are keys; words for them are the reader's language's business.

/**
 * The four-hour band of a publishing time, by the first hour.
 * @param serial serial with time of day.
 * @example hourBand(46348.75) //=> '16–20'
 */
export const hourBand = (serial: number): string => {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440) % 1440;
  const start = Math.floor(minutes / 240) * 4;
  return `${String(start).padStart(2, '0')}–${String(start + 4).padStart(2, '0')}`;
};

/**
 * The weekday of a day, numbered as in ISO 8601.
 * @param serial day, with or without time.
 * @returns '1' (Monday) … '7' (Sunday).
 * @example weekdayLabel(46348) //=> '7'
 */
export const weekdayLabel = (serial: number): string => String(weekdayOf(serial) || 7);

/** The band that a number falls into: bounds are where the next one begins. */
const bandOf = (value: number, bounds: readonly number[]): string => {
  const place = bounds.filter((bound) => bound <= value).length;
  const [low, high] = [bounds[place - 1] ?? 0, bounds[place]];
  return high === undefined ? `${low}+` : `${low}–${high}`;
};

const DURATIONS = [15, 30, 60, 180, 600];

/**
 * The band of a video's length, in seconds; the upper end belongs to the next band.
 * @param seconds length, ≥ 0.
 * @returns null where it is not recorded or not a length.
 * @example durationBand(42) //=> '30–60'
 */
export const durationBand = (seconds: number | null): string | null =>
  seconds === null || !(seconds >= 0) ? null : bandOf(seconds, DURATIONS);

const TITLE_LENGTHS = [20, 40, 60, 80];
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/**
 * The band of a title's length as it takes up room: a Chinese, Japanese or Korean character counts for two, as does
 * an emoji.
 * @returns null for no title.
 * @example titleLengthBand('三分钟学会做饭') //=> '0–20', of a length of 14
 */
export const titleLengthBand = (title: string | null): string | null => {
  const text = (title ?? '').trim();
  if (text === '') return null;
  let length = 0;
  for (const character of text) length += character.length > 1 || WIDE.test(character) ? 2 : 1;
  return bandOf(length, TITLE_LENGTHS);
};

/** What a title works with; the first that applies, in this order. */
export type TitlePattern = 'question' | 'number' | 'exclamation' | 'bracket' | 'hashtag' | 'plain';

const PATTERNS: readonly (readonly [TitlePattern, RegExp])[] = [
  ['question', /[?？]|^(?:how|why|what|when|which|who)\b|(?:为什么|怎么|如何|吗$)/i],
  ['number', /[0-9０-９]|[一二两三四五六七八九十百千万][个种步招件条款大天分元块]/],
  ['exclamation', /[!！]/],
  ['bracket', /[[【「『(（]/],
  ['hashtag', /[#＃]/],
];

/**
 * The pattern of a title.
 * @returns null for no title.
 * @example titlePattern('3 ways to store rice') //=> 'number'
 */
export const titlePattern = (title: string | null): TitlePattern | null => {
  const text = (title ?? '').trim();
  return text === '' ? null : (PATTERNS.find(([, sign]) => sign.test(text))?.[0] ?? 'plain');
};
