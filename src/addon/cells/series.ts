import { dayOfCell, isoDate } from '../../kpi/calendar.ts';
import { isBlank, isFault, isNumber, numberOf } from '../../kpi/fault.ts';
import {
  type DailySeries,
  dailySeries,
  MAX_PERIODS,
  type TrailingPeriod,
  toDate,
  trailingMonths,
  trailingWeeks,
} from '../../kpi/series.ts';
import type { TextCode } from '../../text/index.ts';
import { choiceKey } from '../../workbook/choices.ts';
import { choice } from '../../workbook/template.ts';
import { type Argument, type Rows, rowsOrBlank, singleOf } from './argument.ts';
import { alike } from './broadcast.ts';
import { withSerials } from './dates.ts';
import { orRefuse, refuse, refuseFault } from './fault.ts';

// What people see of these functions in Sheets (texts, parameters, examples) stands in surface.ts.

type Days = { readonly series: DailySeries; readonly last: number | null };

/** The values by day, and the day up to which to look. */
function daysOf(dates: Argument, values: Argument, until: Argument): Days {
  const [read, last] = withSerials([dates, until]);
  const [days = [], amounts = []] = alike([read, values]);
  return {
    series: orRefuse(dailySeries(days, amounts), amounts),
    last: orRefuse(dayOfCell(singleOf(last))),
  };
}

/** A whole number; the usual one where the cell is empty. */
function countOf(argument: Argument, usual: number, largest: number, code: TextCode): number {
  const value = numberOf(singleOf(argument));
  if (isFault(value)) return refuseFault(value);
  const count = value ?? usual;
  return Number.isInteger(count) && count >= 1 && count <= largest ? count : refuse(code, { largest });
}

export function KPI_TRAILING_WEEKS(
  dates: Argument,
  values: Argument,
  week_ending: Argument,
  weeks: Argument,
): Rows {
  const { series, last } = daysOf(dates, values, week_ending);
  const periods =
    last === null ? [] : trailingWeeks(series, last, countOf(weeks, 6, MAX_PERIODS, 'FAULT_COUNT'));
  return rowsOrBlank(
    periods.map(({ end, value, yearBefore }) => [end, value ?? '', yearBefore ?? '']),
    3,
  );
}

const monthLabel = ({ start }: TrailingPeriod): string => isoDate(start).slice(0, 7);

export function KPI_TRAILING_MONTHS(
  dates: Argument,
  values: Argument,
  as_of: Argument,
  months: Argument,
): Rows {
  const { series, last } = daysOf(dates, values, as_of);
  const periods =
    last === null ? [] : trailingMonths(series, last, countOf(months, 12, MAX_PERIODS, 'FAULT_COUNT'));
  return rowsOrBlank(
    periods.map((month) => [monthLabel(month), month.value ?? '', month.yearBefore ?? '']),
    3,
  );
}

const ANSWERS = [
  ...[choice('1', 'true', '真'), choice('1', 'yes', '是')],
  ...[choice('0', 'false', '假'), choice('0', 'no', '否')],
];

/** TRUE unless FALSE, 0 or such a word stands there. */
function isLikeForLike(argument: Argument): boolean {
  const cell = singleOf(argument);
  if (isBlank(cell)) return true;
  return (choiceKey(ANSWERS, String(cell)) ?? refuse('FAULT_TRUE_OR_FALSE')) === '1';
}

export function KPI_TO_DATE(
  dates: Argument,
  values: Argument,
  as_of: Argument,
  fiscal_year_end_month: Argument,
  like_for_like: Argument,
): Rows {
  const { series, last } = daysOf(dates, values, as_of);
  const yearEnd = countOf(fiscal_year_end_month, 12, 12, 'FAULT_MONTH');
  const isComparable = isLikeForLike(like_for_like);
  if (!isNumber(last)) return rowsOrBlank([], 6);
  return toDate(series, last, yearEnd, isComparable).map((row) => [
    row.label,
    row.value ?? '',
    row.before ?? '',
    row.change ?? '',
    row.days,
    row.daysCompared,
  ]);
}
