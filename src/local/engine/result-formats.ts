/** The number formats that results of formulas bring along, as Google Sheets shows them. */
import { localeFacts } from '../document/locale.ts';
import type { JsonObject } from '../document/model.ts';
import { loadLibrary } from './library.ts';

/** The engine's own time, in every locale (`engineLocale`). */
const ENGINE_TIME = 'hh:mm:ss';

/**
 * The `numberFormat` of a result that is a date or a time; nothing for others.
 * @param format The engine's.
 * @param value Of the cell: a date without a time of day is shown without one.
 * @param locale Of the spreadsheet.
 * @example resultFormat('dd.mm.yyyy', 46348, 'de_DE') // { type: 'DATE', pattern: 'dd.mm.yyyy' }
 */
export function resultFormat(
  format: string | undefined,
  value: unknown,
  locale: string,
): JsonObject | undefined {
  if (!format || typeof value !== 'number' || !loadLibrary().helpers.isDateTimeFormat(format))
    return undefined;
  const facts = localeFacts(locale);
  const hasDay = /[dy]/.test(format);
  const hasTime = /[hs]/.test(format);
  if (!hasDay) return { type: 'TIME', pattern: format === ENGINE_TIME ? facts.time : googlePattern(format) };
  if (!hasTime) return { type: 'DATE', pattern: format };
  // The engine's own format of a moment; Google Sheets has one for each locale.
  if (!format.endsWith(ENGINE_TIME)) return { type: 'DATE_TIME', pattern: googlePattern(format) };
  return Number.isInteger(value)
    ? { type: 'DATE', pattern: facts.date }
    : { type: 'DATE_TIME', pattern: facts.dateTime };
}

function googlePattern(format: string): string {
  return format.replace('hhhh', '[h]').replace(/\ba\b/, 'am/pm');
}
