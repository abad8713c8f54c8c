import { isoDate, MS_PER_DAY, serialOfDate, UNIX_EPOCH_SERIAL } from '../../kpi/calendar.ts';
import { type Argument, type Cell, isRange } from './argument.ts';

// A date cell reaches a custom function as an instant that shows the cell's day in the spreadsheet's zone alone;
// JavaScript's getters go by the script's zone. So the zone's offsets at these instants are looked up.

const FIRST_INSTANT = (serialOfDate(1, 1, 2) - UNIX_EPOCH_SERIAL) * MS_PER_DAY;
const LAST_INSTANT = (serialOfDate(9999, 12, 30) - UNIX_EPOCH_SERIAL) * MS_PER_DAY;
// Since 2011 no zone has changed its clock twice within four weeks, and since 1990 none twice within one.
const WEEK = 7 * MS_PER_DAY;
const YEAR_2011 = (serialOfDate(2011, 1, 1) - UNIX_EPOCH_SERIAL) * MS_PER_DAY;
const STEP = 1_000;

/** Milliseconds by which the spreadsheet's clock is ahead of UTC at an instant. */
type Offset = (instant: number) => number;

/** Instant of a date cell; null for any other cell, and for dates that Sheets does not have. */
function instantOf(cell: Cell): number | null {
  // Not instanceof: the date may come from another realm.
  if (typeof cell !== 'object' || Object.prototype.toString.call(cell) !== '[object Date]') return null;
  const instant = (cell as unknown as Date).getTime();
  return instant >= FIRST_INSTANT && instant <= LAST_INSTANT ? instant : null;
}

function askOffset(timeZone: string): Offset {
  return (instant) => {
    const second = Math.floor(instant / STEP) * STEP;
    const text = Utilities.formatDate(new Date(second), timeZone, "yyyy-MM-dd'T'HH:mm:ss");
    return Date.parse(`${text}Z`) - second;
  };
}

/** Offsets of sorted instants from few questions: none is asked between two near ones that agree. */
function offsetTable(instants: readonly number[], offsetAt: Offset): Map<number, number> {
  const table = new Map<number, number>();
  const fillBetween = (low: number, high: number): void => {
    const [from, to] = [instants[low]!, instants[high]!];
    const offset = table.get(from)!;
    const isNear = to - from <= (from < YEAR_2011 ? WEEK : 3 * WEEK);
    if (isNear && offset === table.get(to)) {
      for (let i = low + 1; i < high; i++) table.set(instants[i]!, offset);
    } else if (high - low > 1) {
      const middle = (low + high) >> 1;
      table.set(instants[middle]!, offsetAt(instants[middle]!));
      fillBetween(low, middle);
      fillBetween(middle, high);
    }
  };
  const last = instants.length - 1;
  table.set(instants[0]!, offsetAt(instants[0]!));
  if (last > 0) {
    table.set(instants[last]!, offsetAt(instants[last]!));
    fillBetween(0, last);
  }
  return table;
}

function instantsOf(args: readonly Argument[]): number[] {
  const found = new Set<number>();
  const add = (cell: Cell): void => {
    const instant = instantOf(cell);
    if (instant !== null) found.add(instant);
  };
  for (const argument of args) {
    if (!isRange(argument)) add(argument);
    else for (const row of argument) for (const cell of row) add(cell);
  }
  return [...found].sort((a, b) => a - b);
}

function replaced(args: readonly Argument[], of: (serial: number) => Cell): readonly Argument[] {
  const instants = instantsOf(args);
  if (instants.length === 0) return args;
  const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const table = offsetTable(instants, askOffset(timeZone));
  const cellOf = (cell: Cell): Cell => {
    const instant = instantOf(cell);
    return instant === null ? cell : of((instant + table.get(instant)!) / MS_PER_DAY + UNIX_EPOCH_SERIAL);
  };
  return args.map((argument) =>
    isRange(argument) ? argument.map((row) => row.map(cellOf)) : cellOf(argument),
  );
}

/**
 * Arguments with serial numbers, as the spreadsheet shows them, in place of dates. The services are asked only where
 * there is a date: the zone once, and the clock a few times, however many dates there are.
 * @param args Arguments that may hold dates.
 */
export function withSerials(args: readonly Argument[]): readonly Argument[] {
  return replaced(args, (serial) => serial);
}

/** As `withSerials`, with texts such as 2026-11-22: for a name such as "11-11" that Sheets took for a date. */
export function withIsoDates(args: readonly Argument[]): readonly Argument[] {
  return replaced(args, isoDate);
}
