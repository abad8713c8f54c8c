/** The number format of a formula's result, which the engine infers from what the formula reads. */
import type { JsonObject } from '../document/model.ts';

const known = new Map<string, JsonObject>();

/** The engine's pattern as a `numberFormat` of the API. */
function apiFormat(pattern: string): JsonObject {
  const made = known.get(pattern);
  if (made) return made;
  const bare = pattern.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  const time = /h/.test(bare);
  const date = /[ydq]/.test(bare);
  let type = 'NUMBER';
  if (date && time) type = 'DATE_TIME';
  else if (date || time) type = date ? 'DATE' : 'TIME';
  else if (bare.includes('%')) type = 'PERCENT';
  else if (/[eE]/.test(bare)) type = 'SCIENTIFIC';
  else if (/[$€£¥₩₹₫฿]/.test(pattern)) type = 'CURRENCY';
  // The engine writes elapsed hours as hhhh and halves of the day as a.
  const text = time ? pattern.replace(/hhhh/g, '[h]').replace(/\ba\b/g, 'am/pm') : pattern;
  const format = { type, pattern: text };
  known.set(pattern, format);
  return format;
}

/** Results below this many days that come of a subtraction are spans between dates, not dates of long ago. */
const SPAN_OF_DAYS = 20_000;

/**
 * The number format that Sheets gives a result whose cell has none: that of the date, money or percentage it is made
 * of. The days between two dates are a plain number.
 * @param pattern The engine's.
 * @param value The result; texts, booleans and errors take no format.
 * @example resultFormat('yyyy-mm-dd', '=A1+7', 46000) // { type: 'DATE', pattern: 'yyyy-mm-dd' }
 */
export function resultFormat(pattern: string, formula: string, value: unknown): JsonObject | undefined {
  if (typeof value !== 'number') return undefined;
  const format = apiFormat(pattern);
  const dated = format.type === 'DATE' || format.type === 'DATE_TIME';
  return dated && formula.includes('-') && Math.abs(value) < SPAN_OF_DAYS ? undefined : format;
}
