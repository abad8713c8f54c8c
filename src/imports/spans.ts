import type { Issue } from '../kpi/issue.ts';
import type { Goal } from './format.ts';
import { type Period, periodOf } from './period.ts';
import type { ExportRows } from './read-export.ts';
import type { Recognition } from './recognise.ts';

/** Days of each row, serials; `from` is null for totals to date. */
export type Spans = {
  readonly from: readonly (number | null)[];
  readonly to: readonly number[];
  /** First day of all rows; null for totals to date, and where the rows are no figures of days. */
  readonly first: number | null;
  readonly last: number;
};

/** What is about no days, or says them itself. */
const WITHOUT_DAYS: readonly Goal[] = ['products', 'comments', 'none'];

/**
 * The period of a file, as it stands above its headers or in its name.
 * @param recognition What the file is.
 * @param fileName Name of the file.
 * @returns First and last day; null where neither says it.
 */
export function filePeriod(recognition: Recognition, fileName: string): Period | null {
  return recognition.period ?? periodOf(fileName, recognition.format.dateOrder);
}

/**
 * Whether the last day of the figures has to be asked for.
 * @param recognition What the file is.
 * @param fileName Name of the file.
 */
export function needsAsOf(recognition: Recognition, fileName: string): boolean {
  const { days, goal, ranged } = recognition.format;
  if (days === 'as_of') return ranged !== true || filePeriod(recognition, fileName) === null;
  return days === 'file' && goal === 'costs' && filePeriod(recognition, fileName) === null;
}

/**
 * Whether both days of the figures have to be asked for: they are of a period that the file does not say.
 * @param recognition What the file is.
 * @param fileName Name of the file.
 */
export function needsPeriod(recognition: Recognition, fileName: string): boolean {
  const { days, goal } = recognition.format;
  const isOfPeriod = days === 'file' && goal !== 'costs' && !WITHOUT_DAYS.includes(goal);
  return isOfPeriod && filePeriod(recognition, fileName) === null;
}

/**
 * What a file is, its range considered: a table of totals to date whose name says a range has the figures of that range
 * alone, unless all of its content was published later than the range begins, which is what "Lifetime" looks like.
 * @param recognition What the file is.
 * @param rows Rows of the file.
 * @param fileName Name of the file.
 * @returns The same, or a format of its own for figures within a period.
 */
export function withinRange(recognition: Recognition, rows: ExportRows, fileName: string): Recognition {
  const { format } = recognition;
  const range = format.ranged === true ? filePeriod(recognition, fileName) : null;
  if (range === null) return recognition;
  const dates = (rows.content.published ?? []).filter((cell) => typeof cell === 'number');
  const first = dates.reduce((least, day) => Math.min(least, Math.floor(day)), Number.POSITIVE_INFINITY);
  if (dates.length > 0 && range.from <= first) return recognition;
  const { key } = format;
  return { ...recognition, format: { ...format, key: `${key}_range`, kind: 'period', days: 'file' } };
}

function fixed(count: number, from: number | null, to: number): Spans {
  return { from: new Array(count).fill(from), to: new Array(count).fill(to), first: from, last: to };
}

/** A day of its own for each row; a LIVE may end on the day after. */
function ofRows(
  { fields, ids }: ExportRows,
  { format }: Recognition,
  asOf: number,
  period: Period | null,
): Spans {
  const starts = fields[format.goal === 'content' ? 'published' : 'date'] ?? [];
  const from = ids.map((_, row) => Math.floor(Number(starts[row] ?? asOf)));
  const seconds = format.goal === 'content' ? (fields.duration ?? []) : [];
  const to = ids.map((_, row) =>
    Math.max(from[row]!, Math.floor(Number(starts[row] ?? asOf) + Number(seconds[row] ?? 0) / 86_400)),
  );
  const first = from.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const last = to.reduce((most, day) => Math.max(most, day), 0);
  if (ids.length === 0) return fixed(0, null, asOf);
  // Days without a row at either end of the file's own period have none: the file is about them too.
  const end = period === null ? last : Math.max(last, Math.min(period.to, asOf));
  return { from, to, first: Math.min(first, period?.from ?? first), last: end };
}

/**
 * The days that the rows of a file are about.
 * @param rows Rows of the file.
 * @param recognition What the file is.
 * @param days As-of day of totals to date, and the period where it is known.
 * @returns Days by row; or the issue PERIOD_UNKNOWN.
 */
export function daysOfRows(
  rows: ExportRows,
  recognition: Recognition,
  { asOf, period }: { readonly asOf: number; readonly period: Period | null },
): Spans | { readonly issue: Issue } {
  const { days, goal, ranged } = recognition.format;
  if (days === 'row') return ofRows(rows, recognition, asOf, period);
  if (WITHOUT_DAYS.includes(goal)) return fixed(rows.ids.length, null, period?.to ?? asOf);
  if (days === 'as_of') return fixed(rows.ids.length, null, ranged && period !== null ? period.to : asOf);
  if (period !== null) return fixed(rows.ids.length, period.from, period.to);
  return goal === 'costs' ? fixed(rows.ids.length, null, asOf) : { issue: { code: 'PERIOD_UNKNOWN' } };
}
