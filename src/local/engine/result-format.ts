/** The number format of a formula's result, which the engine infers from what the formula reads. */
import { dateTypeOf, showsDay } from '../document/date-format.ts';
import { formulaPieces } from '../document/formula-pieces.ts';
import { localeFacts } from '../document/locale.ts';
import type { JsonObject } from '../document/model.ts';

/** The engine's own time, in every locale (`engineLocale`). */
const ENGINE_TIME = 'hh:mm:ss';

/** Results below this many days that come of a subtraction are spans between dates, not dates of long ago. */
const SPAN_OF_DAYS = 20_000;

/** The engine writes elapsed hours as hhhh and halves of the day as a. */
function googlePattern(pattern: string): string {
  return pattern.replace(/hhhh/g, '[h]').replace(/\ba\b/g, 'am/pm');
}

function typeOf(pattern: string): string {
  const dated = dateTypeOf(pattern);
  if (dated) return dated;
  const bare = pattern.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (bare.includes('%')) return 'PERCENT';
  if (/[eE]/.test(bare)) return 'SCIENTIFIC';
  return /[$€£¥₩₹₫฿]/.test(pattern) ? 'CURRENCY' : 'NUMBER';
}

/** The engine's own formats of a moment and of a time stand for those of the locale. */
function apiFormat(pattern: string, value: number, locale: string): JsonObject {
  const type = typeOf(pattern);
  const facts = localeFacts(locale);
  if (type === 'TIME')
    return { type, pattern: pattern === ENGINE_TIME ? facts.time : googlePattern(pattern) };
  if (type !== 'DATE_TIME') return { type, pattern };
  if (!pattern.endsWith(ENGINE_TIME)) return { type, pattern: googlePattern(pattern) };
  return Number.isInteger(value) ? { type: 'DATE', pattern: facts.date } : { type, pattern: facts.dateTime };
}

/** Whether a formula subtracts: a hyphen in a text or in the name of a sheet is none. */
function subtracts(formula: string): boolean {
  return (formulaPieces(formula) ?? []).some(({ kind, text }) => kind === 'code' && text.includes('-'));
}

export type ResultContext = {
  /** Of the spreadsheet. */
  locale: string;
  /** The format of the cell that the engine's pattern was taken over from, as it is there. */
  source(pattern: string): JsonObject | undefined;
};

/**
 * The number format that Sheets gives a result whose cell has none: that of the date, money or percentage it is made
 * of. The days between two dates are a plain number.
 * @param pattern The engine's; none for the automatic format.
 * @param value The result; texts, booleans and errors take no format. A date without a time of day is shown without one.
 * @example resultFormat('yyyy-mm-dd', '=A1+7', 46000, { locale: 'en_US', source: () => undefined })
 *   // { type: 'DATE', pattern: 'yyyy-mm-dd' }
 */
export function resultFormat(
  pattern: string | undefined,
  formula: string,
  value: unknown,
  context: ResultContext,
): JsonObject | undefined {
  if (!pattern || typeof value !== 'number') return undefined;
  const format = context.source(pattern) ?? apiFormat(pattern, value, context.locale);
  return showsDay(format.type) && Math.abs(value) < SPAN_OF_DAYS && subtracts(formula) ? undefined : format;
}
