import { dayOfCell, isoWeekLabel, weekOfLabel } from '../../kpi/calendar.ts';
import { type Fault, faultOf, isBlank, isNumber } from '../../kpi/fault.ts';
import { expected, pace } from '../../kpi/pace.ts';
import type { Argument, Cell, Result } from './argument.ts';
import { broadcast } from './broadcast.ts';
import { withSerials } from './dates.ts';

// What people see of these functions in Sheets (texts, parameters, examples) stands in surface.ts.

/** The engine's cells: nothing is null there. */
const orNull = (cell: Cell): NonNullable<Cell> | null => cell ?? null;

export function KPI_EXPECTED(target: Argument, start: Argument, end: Argument, as_of: Argument): Result {
  const dates = withSerials([start, end, as_of]);
  return broadcast([target, ...dates], (amount, from, to, now) =>
    expected(amount, orNull(from), orNull(to), orNull(now)),
  );
}

export function KPI_PACE(
  actual: Argument,
  target: Argument,
  start: Argument,
  end: Argument,
  as_of: Argument,
): Result {
  const dates = withSerials([start, end, as_of]);
  return broadcast([actual, target, ...dates], (value, amount, from, to, now) =>
    pace(value, amount, orNull(from), orNull(to), orNull(now)),
  );
}

function isoWeekOf(date: Cell): string | null | Fault {
  const day = dayOfCell(date);
  return isNumber(day) ? isoWeekLabel(day) : day;
}

export function KPI_ISOWEEK(date: Argument): Result {
  return broadcast(withSerials([date]), isoWeekOf);
}

function weekStartOf(label: Cell): number | null | Fault {
  if (isBlank(label)) return null;
  return weekOfLabel(String(label).trim().toUpperCase()) ?? faultOf('NOT_A_WEEK');
}

export function KPI_WEEK_START(label: Argument): Result {
  return broadcast([label], weekStartOf);
}
