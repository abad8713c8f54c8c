import { type Language, say } from '../../text/index.ts';
import { changeRequests } from '../../workbook/changes.ts';
import { lackingSettings } from '../../workbook/settings.ts';
import { type JobKey, jobSetting } from '../../workbook/sheets/settings.ts';
import { cells, emptyTable, type RowValues, type TableChange } from '../../workbook/table.ts';
import type { Gateway } from '../gateway.ts';
import { issueChange, type JobContext, openJob, refuseBrokenSheets, writeSeen } from '../jobs/context.ts';
import { Refusal } from '../refusal.ts';
import { installTick, ownTriggerId, removeTick } from '../triggers.ts';
import { keepRequests, type Memory, memoryOf } from './memory.ts';
import { dayOf } from './schedule.ts';
import { standing } from './view.ts';

const DAYS = ['DAY_1', 'DAY_2', 'DAY_3', 'DAY_4', 'DAY_5', 'DAY_6', 'DAY_7'] as const;

/** Name of a weekday; 1 = Monday. */
function dayName(day: number, language: Language): string {
  return say(language, DAYS[day - 1] ?? 'DAY_1');
}

function whoIsThere(gateway: Gateway, { map, now }: JobContext) {
  const email = Session.getEffectiveUser().getEmail();
  const memory = memoryOf(map, gateway.id);
  const trigger = ownTriggerId();
  return { email, memory, trigger, ...standing(memory, trigger, email, now.serial) };
}

function keepTrigger(
  gateway: Gateway,
  { map }: JobContext,
  memory: Memory,
  trigger: Memory['trigger'],
): void {
  gateway.write(keepRequests(map, { ...memory, trigger }));
}

/**
 * Turns the automation on: installs this person's hourly trigger, unless it or somebody else's is there.
 * @param gateway Access to the document.
 * @param takesOver Whether to do so where somebody else's has not run for a day.
 * @returns A sentence in the workbook's language with day, hour and zone, or that it is on already; throws a Refusal
 *   where the workbook is not set up, or somebody else's trigger does the work.
 */
export function switchOn(gateway: Gateway, takesOver: boolean): string {
  const context = openJob(gateway, {});
  const { map, settings, now } = context;
  const { language, reviewDay, reviewHour } = settings;
  const { email, memory, trigger, on, isMine, isGone } = whoIsThere(gateway, context);
  const { owner = '', since = '' } = memory.trigger ?? {};
  if (isMine && memory.trigger !== null) return say(language, 'AUTOMATION_ALREADY');
  if (on && !isMine && !isGone) throw new Refusal({ code: 'AUTOMATION_OTHERS', values: { owner, since } });
  if (isGone && !takesOver) throw new Refusal({ code: 'AUTOMATION_STOPPED', values: { owner } });
  const id = installTick(gateway, map.timeZone, trigger);
  try {
    keepTrigger(gateway, context, memory, { id, owner: email, since: dayOf(now), seen: now.serial });
  } catch (error) {
    // Who may not write here would else be left with a trigger that can do nothing, and that nobody sees.
    if (trigger === undefined) removeTick();
    throw error;
  }
  return say(language, 'AUTOMATION_ON', {
    day: dayName(reviewDay, language),
    hour: reviewHour,
    zone: map.timeZone,
  });
}

/**
 * Turns the automation off: takes this person's trigger away.
 * @param gateway Access to the document.
 * @returns A sentence; throws a Refusal where the trigger is somebody else's, whom Google alone lets remove it.
 */
export function switchOff(gateway: Gateway): string {
  const context = openJob(gateway, {});
  const { email, memory, on, isMine, isGone } = whoIsThere(gateway, context);
  removeTick();
  const isRecordFree = isMine || isGone || memory.trigger?.owner === email;
  if (on && !isRecordFree) {
    throw new Refusal({ code: 'AUTOMATION_NOT_YOURS', values: { owner: memory.trigger?.owner ?? '' } });
  }
  keepTrigger(gateway, context, memory, null);
  return say(context.settings.language, 'AUTOMATION_OFF');
}

export type AutomationChange = {
  readonly day?: number | undefined;
  readonly hour?: number | undefined;
  readonly jobs?: Readonly<Partial<Record<JobKey, boolean | undefined>>> | undefined;
};

/** The rows of the settings that a change is about, by key. */
function wantedValues({ day, hour, jobs = {} }: AutomationChange): Map<string, string | number> {
  const values = new Map<string, string | number>();
  if (day !== undefined) values.set('review_day', day);
  if (hour !== undefined) values.set('review_hour', hour);
  for (const [job, on] of Object.entries(jobs)) {
    if (on !== undefined) values.set(jobSetting(job as JobKey), on ? 'yes' : 'no');
  }
  return values;
}

/** Changes rows in place; rows that an earlier version lacks come with their new value. */
function settingsChange({ tables, settings }: JobContext, values: Map<string, string | number>): TableChange {
  const table = tables.settings ?? emptyTable('settings', 'settings');
  const keys = cells(table, 'key');
  const updates = [...values].flatMap(([key, value]) => {
    const index = keys.indexOf(key);
    return index < 0 ? [] : [{ index, values: { value } }];
  });
  const appends = lackingSettings(table, settings.language)
    .filter(({ key }) => values.has(String(key)))
    .map((row): RowValues => ({ ...row, value: values.get(String(row.key)) ?? null }));
  return { sheet: 'settings', appends, updates };
}

/**
 * Changes when and what is done, in the sheet of settings, where everyone sees it. The trigger stays as it is.
 * @param gateway Access to the document.
 * @param change Day (1 = Monday), hour, and jobs to turn on or off.
 * @returns A sentence; throws a Refusal where the sheet cannot be written.
 */
export function changeAutomation(gateway: Gateway, change: AutomationChange): string {
  const wanted = { settings: 'all', issues: 'all' } as const;
  const context = openJob(gateway, wanted);
  refuseBrokenSheets(context, wanted);
  const { map, tables, settings } = context;
  const changes = [settingsChange(context, wantedValues(change)), issueChange(context, [])];
  writeSeen(gateway, map, changeRequests(map, tables, changes, settings.language));
  return say(settings.language, 'AUTOMATION_CHANGED');
}
