import { dateOrderOf, readDate } from '../workbook/dates.ts';

/** Days of a file's figures, serials. */
export type Period = { readonly from: number; readonly to: number };

const DAY = String.raw`(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}年\d{1,2}月\d{1,2}日|20\d{6})`;
const RANGE = new RegExp(String.raw`(?<!\d)(${DAY})(?:\D{1,12}?)(${DAY})(?!\d)`);

const dashed = (day: string): string =>
  /^\d{8}$/.test(day) ? `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}` : day;

/**
 * The period that a text names, as platforms write it above their headers and into file names.
 * @param text Any text.
 * @returns First and last day; null where there is none, or none that is clear.
 * @example periodOf('[Date Range]: 2026-01-01 ~ 2026-01-31') //=> { from: 46023, to: 46053 }
 */
export function periodOf(text: string): Period | null {
  const found = RANGE.exec(text.normalize('NFKC'));
  if (found === null) return null;
  const days = [dashed(found[1]!), dashed(found[2]!)];
  const order = dateOrderOf(days);
  const [from, to] = days.map((day) => readDate(day, order));
  return from !== undefined && to !== undefined && from <= to ? { from, to } : null;
}
