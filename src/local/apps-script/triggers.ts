/** When clock triggers fire. */

import { instantOf, MILLISECONDS_A_DAY, wallTime } from '../document/zone.ts';
import type { TriggerSchedule, TriggerState } from './types.ts';

const HOUR = 3600000;

/** ISO number of the week day (Monday is 1) of a calendar day. */
function weekDayOf(year: number, month: number, day: number): number {
  return ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1;
}

function matches(schedule: TriggerSchedule, year: number, month: number, day: number): boolean {
  if (schedule.type === 'weeks') return weekDayOf(year, month, day) === schedule.weekDay;
  if (schedule.type === 'month') return day === schedule.day;
  return true;
}

/** The first day from `from` on (in the zone) whose hour and minute lie after `after`. */
function nextDaily(
  schedule: Extract<TriggerSchedule, { hour: number }>,
  timeZone: string,
  from: number,
  after: number,
): number {
  const start = wallTime(from, timeZone);
  for (let ahead = 0; ahead < 400; ahead++) {
    const date = new Date(Date.UTC(start.year, start.month - 1, start.day + ahead));
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    if (!matches(schedule, year, month, day)) continue;
    const at = instantOf(
      { year, month, day, hour: schedule.hour, minute: schedule.minute, second: 0, millisecond: 0 },
      timeZone,
    );
    if (at > after) return at;
  }
  throw new Error('The schedule has no next turn.');
}

function nextHourly(
  schedule: { every: number; minute: number },
  last: number | undefined,
  after: number,
): number {
  let at = last ?? Math.floor(after / HOUR) * HOUR + schedule.minute * 60000;
  const step = last === undefined ? HOUR : schedule.every * HOUR;
  while (at <= after) at += step;
  return at;
}

/**
 * When a clock trigger fires next.
 *
 * @param trigger its schedule, zone and, when it has fired, the turn it had (`nextAt`)
 * @param after milliseconds since 1970; the answer is later
 * @returns milliseconds since 1970, or undefined when it has no further turn
 */
export function nextTurn(trigger: Omit<TriggerState, 'id'>, after: number): number | undefined {
  const { schedule, nextAt: last } = trigger;
  if (!schedule) return undefined;
  if (schedule.type === 'once') return last === undefined ? Math.max(schedule.at, after) : undefined;
  if (schedule.type === 'hours') return nextHourly(schedule, last, after);
  if (last === undefined || schedule.type === 'month' || schedule.every === 1) {
    return nextDaily(schedule, trigger.timeZone, after, after);
  }
  const skipped = (schedule.every - 1) * (schedule.type === 'weeks' ? 7 : 1) * MILLISECONDS_A_DAY;
  return nextDaily(schedule, trigger.timeZone, last + skipped, Math.max(after, last + skipped));
}

/** The trigger whose turn comes first, at or before a time. */
export function firstDue(triggers: readonly TriggerState[], until: number): TriggerState | undefined {
  let first: TriggerState | undefined;
  for (const trigger of triggers) {
    if (trigger.nextAt === undefined || trigger.nextAt > until) continue;
    if (first?.nextAt === undefined || trigger.nextAt < first.nextAt) first = trigger;
  }
  return first;
}

function isoWeek(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCDate(date.getUTCDate() + 4 - weekDayOf(year, month, day));
  const first = Date.UTC(date.getUTCFullYear(), 0, 1);
  return Math.ceil(((date.getTime() - first) / MILLISECONDS_A_DAY + 1) / 7);
}

/** The fields of the event that a clock trigger hands to its function, in UTC as Apps Script gives them. */
export function clockEvent(triggerId: string, at: number): Record<string, string | number> {
  const wall = wallTime(at, 'UTC');
  return {
    triggerUid: triggerId,
    timezone: 'UTC',
    year: wall.year,
    month: wall.month,
    'day-of-month': wall.day,
    'day-of-week': weekDayOf(wall.year, wall.month, wall.day),
    'week-of-year': isoWeek(wall.year, wall.month, wall.day),
    hour: wall.hour,
    minute: wall.minute,
    second: wall.second,
  };
}
