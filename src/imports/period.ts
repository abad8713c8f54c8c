import { type DateOrder, dateOrderOf } from '../workbook/dates.ts';
import { readExportDate } from './dates.ts';

/** Days of a file's figures, serials. */
export type Period = { readonly from: number; readonly to: number };

const DAY = [
  String.raw`\d{4}[-/._]\d{1,2}[-/._]\d{1,2}`,
  String.raw`\d{1,2}[-/._]\d{1,2}[-/._]\d{4}`,
  String.raw`(?:\d{4}年)?\d{1,2}月\d{1,2}日`,
  String.raw`20\d{6}`,
  String.raw`(?<!\p{L})\p{L}{3,9}\.?[-_. ]\d{1,2},?[-_ ]\d{4}`,
  String.raw`\d{1,2}[-_. ]\p{L}{3,9}[-_. ]\d{4}`,
].join('|');
const TIME = String.raw`(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?`;
const RANGE = new RegExp(String.raw`(?<!\d)(${DAY})${TIME}(?:\D{1,12}?)(${DAY})(?!\d)`, 'u');

/** A day as it stands in a cell: file names join its parts in other ways. */
function plain(day: string): string {
  if (/^\d{8}$/.test(day)) return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  if (/^[\d_]+$/.test(day)) return day.replace(/_/g, '-');
  return /[年月]/.test(day) || !/\p{L}/u.test(day) ? day : day.replace(/[-_.,\s]+/g, ' ').trim();
}

/** "2026年7月1日至7月31日" names its year once. */
const withYear = (day: string, other: string): string =>
  /^\d{1,2}月/.test(day) ? `${other.slice(0, 5)}${day}` : day;

/**
 * The period that a text names, as platforms write it above their headers and into file names.
 * @param text Any text.
 * @param usual How the platform writes 03/04/2025, where the text does not show it.
 * @returns First and last day; null where there is none, or none that is clear.
 * @example periodOf('[Date Range]: 2026-01-01 ~ 2026-01-31') //=> { from: 46023, to: 46053 }
 */
export function periodOf(text: string, usual: DateOrder = null): Period | null {
  const found = RANGE.exec(text.normalize('NFKC'));
  if (found === null) return null;
  const days = [plain(found[1]!), plain(withYear(found[2]!, found[1]!))];
  const order = dateOrderOf(days) ?? usual;
  const [from, to] = days.map((day) => readExportDate(day, order));
  return from !== undefined && to !== undefined && from <= to ? { from, to } : null;
}
