/** `ScriptApp.newTrigger(…)`: builders, and the rules on how many triggers there may be. */

import { isTimeZone } from '../../document/zone.ts';
import type { Execution } from '../execution.ts';
import { enumeration, mismatch, ScriptError, ServiceObject } from '../service.ts';
import { nextTurn } from '../triggers.ts';
import type { TriggerSchedule, TriggerState } from '../types.ts';

export const WeekDay = enumeration('WeekDay', [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
]);

const TRIGGERS_A_USER = 20;
const HOUR = 3600000;
const DAY = 24 * HOUR;

function tooMany(kind: string): string {
  return `This add-on has created too many ${kind} in this document for this Google user account.`;
}

type Draft = Omit<TriggerState, 'id' | 'schedule' | 'nextAt'>;

function refuseTooMany(execution: Execution, draft: Draft): void {
  const { host } = execution;
  const own = host.triggers.filter((trigger) => trigger.user === draft.user);
  const twin = own.some(
    (trigger) => trigger.spreadsheetId === draft.spreadsheetId && trigger.event === draft.event,
  );
  if (host.settings.addOn && twin) {
    const kind =
      draft.event === 'CLOCK' ? 'time-based triggers' : `${draft.event.slice(3).toLowerCase()} triggers`;
    throw new ScriptError(tooMany(kind));
  }
  if (own.length >= TRIGGERS_A_USER) {
    throw new ScriptError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
}

/** Making triggers is rationed: who makes them anew again and again gets no more for a day. */
function ration(execution: Execution, user: string): void {
  const { host } = execution;
  if (!host.settings.addOn) return;
  const now = host.clock.now();
  host.triggersMade = host.triggersMade.filter(({ at }) => at > now - DAY);
  if (host.triggersMade.filter((made) => made.user === user).length >= host.settings.triggersADay) {
    throw new ScriptError(tooMany('time-based triggers'));
  }
  host.triggersMade.push({ user, at: now });
}

function uniqueId(execution: Execution): string {
  const digits = () => String(Math.floor(execution.host.random() * 1e9)).padStart(9, '0');
  return `${Math.floor(execution.host.random() * 9) + 1}${digits()}${digits()}`;
}

function add(execution: Execution, draft: Draft, schedule?: TriggerSchedule): TriggerState {
  refuseTooMany(execution, draft);
  if (draft.event === 'CLOCK') ration(execution, draft.user);
  const trigger: TriggerState = { id: uniqueId(execution), ...draft };
  if (schedule) {
    trigger.schedule = schedule;
    const next = nextTurn(trigger, execution.host.clock.now());
    if (next !== undefined) trigger.nextAt = next;
  }
  execution.host.triggers.push(trigger);
  return trigger;
}

type ClockPlan = {
  hours?: number;
  minutes?: number;
  days?: number;
  weeks?: number;
  weekDay?: number;
  monthDay?: number;
  hour?: number;
  minute?: number;
  at?: number;
  timeZone: string;
};

/** A minute near the wished one (within a quarter of an hour), else any. */
function minuteOf(plan: ClockPlan, random: number): number {
  if (plan.minute === undefined) return Math.floor(random * 60);
  return Math.min(59, Math.max(0, plan.minute - 15 + Math.floor(random * 31)));
}

function scheduleOf(plan: ClockPlan, random: number, now: number, addOn: boolean): TriggerSchedule {
  const tooOften =
    plan.minutes !== undefined || (plan.at !== undefined && plan.at - now < HOUR) || (plan.hours ?? 1) < 1;
  if (addOn && tooOften) throw new ScriptError('Clock events must be scheduled at least 1 hour(s) apart.');
  const minute = minuteOf(plan, random);
  const hour = plan.hour ?? Math.floor(random * 24);
  if (plan.at !== undefined) return { type: 'once', at: plan.at };
  if (plan.hours !== undefined) return { type: 'hours', every: plan.hours, minute };
  if (plan.minutes !== undefined) return { type: 'hours', every: plan.minutes / 60, minute };
  if (plan.monthDay !== undefined) return { type: 'month', day: plan.monthDay, hour, minute };
  if (plan.weekDay !== undefined) {
    return { type: 'weeks', every: plan.weeks ?? 1, weekDay: plan.weekDay, hour, minute };
  }
  if (plan.weeks !== undefined) return { type: 'weeks', every: plan.weeks, weekDay: 1, hour, minute };
  if (plan.days !== undefined) return { type: 'days', every: plan.days, hour, minute };
  throw new ScriptError('Cannot create a clock trigger without a schedule: set how often or when it fires.');
}

function whole(method: string, value: unknown, least: number, most: number): number {
  if (typeof value !== 'number') throw mismatch(`ScriptApp.ClockTriggerBuilder.${method}`, [value]);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new ScriptError(`Invalid argument: ${method} takes a whole number from ${least} to ${most}.`);
  }
  return value;
}

function weekDayNumber(value: unknown): number {
  const at = Object.values(WeekDay.members).indexOf(value as never);
  if (at < 0) throw mismatch('ScriptApp.ClockTriggerBuilder.onWeekDay', [value]);
  return at + 1;
}

function instantOfDate(value: unknown): number {
  if (Object.prototype.toString.call(value) !== '[object Date]') {
    throw mismatch('ScriptApp.ClockTriggerBuilder.at', [value]);
  }
  return (value as Date).getTime();
}

/** Of hours and minutes, those that a trigger may be set to fire every so many of. */
const EVERY_HOURS = [1, 2, 4, 6, 8, 12];
const EVERY_MINUTES = [1, 5, 10, 15, 30];

function oneOf(method: string, value: unknown, allowed: readonly number[]): number {
  if (typeof value !== 'number') throw mismatch(`ScriptApp.ClockTriggerBuilder.${method}`, [value]);
  if (allowed.includes(value)) return value;
  const list = `${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}`;
  throw new ScriptError(`The value you passed to ${method} was invalid. It must be one of ${list}.`);
}

function clockBuilder(
  execution: Execution,
  draft: Draft,
  made: (t: TriggerState) => ServiceObject,
): ServiceObject {
  const { host } = execution;
  const plan: ClockPlan = { timeZone: draft.timeZone };
  const chain = (change: (value: unknown) => Partial<ClockPlan>) => {
    return (value: unknown) => {
      Object.assign(plan, change(value));
      return builder;
    };
  };
  const builder: ServiceObject = new ServiceObject('ClockTriggerBuilder', {
    everyMinutes: chain((n) => ({ minutes: oneOf('everyMinutes', n, EVERY_MINUTES) })),
    everyHours: chain((n) => ({ hours: oneOf('everyHours', n, EVERY_HOURS) })),
    everyDays: chain((n) => ({ days: whole('everyDays', n, 1, 365) })),
    everyWeeks: chain((n) => ({ weeks: whole('everyWeeks', n, 1, 52) })),
    onWeekDay: chain((day) => ({ weekDay: weekDayNumber(day) })),
    onMonthDay: chain((day) => ({ monthDay: whole('onMonthDay', day, 1, 31) })),
    atHour: chain((hour) => ({ hour: whole('atHour', hour, 0, 23) })),
    nearMinute: chain((minute) => ({ minute: whole('nearMinute', minute, 0, 59) })),
    at: chain((date) => ({ at: instantOfDate(date) })),
    after: chain((ms) => ({ at: host.clock.now() + whole('after', ms, 0, Number.MAX_SAFE_INTEGER) })),
    inTimezone: chain((timeZone) => {
      if (!isTimeZone(String(timeZone))) throw new ScriptError(`Invalid time zone: ${String(timeZone)}`);
      return { timeZone: String(timeZone) };
    }),
    create: () => {
      const schedule = scheduleOf(plan, host.random(), host.clock.now(), host.settings.addOn);
      return made(add(execution, { ...draft, timeZone: plan.timeZone }, schedule));
    },
  });
  return builder;
}

function spreadsheetBuilder(
  execution: Execution,
  draft: Draft,
  made: (t: TriggerState) => ServiceObject,
): ServiceObject {
  let event: TriggerState['event'] | undefined;
  const on = (kind: TriggerState['event']) => () => {
    event = kind;
    return builder;
  };
  const builder: ServiceObject = new ServiceObject('SpreadsheetTriggerBuilder', {
    onOpen: on('ON_OPEN'),
    onEdit: on('ON_EDIT'),
    onChange: on('ON_CHANGE'),
    onFormSubmit: on('ON_FORM_SUBMIT'),
    create: () => {
      if (!event) throw new ScriptError('Cannot create a spreadsheet trigger without an event.');
      return made(add(execution, { ...draft, event, source: 'SPREADSHEETS' }));
    },
  });
  return builder;
}

/** `ScriptApp.newTrigger(functionName)`; `made` gives the script its `Trigger`. */
export function triggerBuilder(
  execution: Execution,
  functionName: string,
  made: (trigger: TriggerState) => ServiceObject,
): ServiceObject {
  const { host, start } = execution;
  const draft: Draft = {
    handler: functionName,
    user: start.user.email,
    spreadsheetId: host.spreadsheetId,
    source: 'CLOCK',
    event: 'CLOCK',
    timeZone: host.program.manifest.timeZone,
    createdAt: host.clock.now(),
  };
  return new ServiceObject('TriggerBuilder', {
    timeBased: () => clockBuilder(execution, draft, made),
    forSpreadsheet: (spreadsheet) => {
      const own =
        typeof spreadsheet === 'string'
          ? spreadsheet === host.spreadsheetId
          : spreadsheet instanceof ServiceObject && spreadsheet.service === 'Spreadsheet';
      if (!own) throw mismatch('ScriptApp.TriggerBuilder.forSpreadsheet', [spreadsheet]);
      return spreadsheetBuilder(execution, draft, made);
    },
  });
}
