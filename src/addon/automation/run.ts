import { changeRequests } from '../../workbook/changes.ts';
import { asOfChange, asOfIn } from '../../workbook/settings.ts';
import { JOBS, type JobKey } from '../../workbook/sheets/settings.ts';
import { dropStaleUploads } from '../../workbook/upload-sheet.ts';
import { sentenceOf } from '../answer.ts';
import type { Gateway } from '../gateway.ts';
import { type JobContext, openJob } from '../jobs/context.ts';
import { Conflict } from '../refusal.ts';
import { type JobFault, tellFaults } from './faults.ts';
import { alertJob } from './jobs/alert.ts';
import { closeJob } from './jobs/close.ts';
import { digestJob } from './jobs/digest.ts';
import { hideJob } from './jobs/hide.ts';
import { refreshJob } from './jobs/refresh.ts';
import { monthJob, quarterJob, reviewJob } from './jobs/review.ts';
import { isGone, type Memory, memoryOf } from './memory.ts';
import { dayOf } from './schedule.ts';
import { openTick, type Tick, type TickJob } from './tick.ts';

const TICK_JOBS: Readonly<Record<JobKey, TickJob>> = {
  review: reviewJob,
  month: monthJob,
  quarter: quarterJob,
  close: closeJob,
  refresh: refreshJob,
  hide: hideJob,
  digest: digestJob,
  alert: alertJob,
};

/** What a job says is kept where little room is. */
const TEXT_LIMIT = 300;

/**
 * Whether this trigger does the work. Of two users' triggers one does, and the other stands by until the first has
 * not been seen for a day.
 */
function takesTurn(memory: Memory, triggerId: string, { now }: JobContext): boolean {
  if (memory.trigger?.id === triggerId) return true;
  if (memory.trigger !== null && !isGone(memory, now.serial)) return false;
  const owner = Session.getEffectiveUser().getEmail();
  memory.trigger = { id: triggerId, owner, since: dayOf(now), seen: 0 };
  return true;
}

function runJob(tick: Tick, key: JobKey): JobFault[] {
  const { gateway, memory, now } = tick;
  const note = (ok: boolean, sentence: string): void => {
    memory.runs[key] = { at: now.serial, ok, text: sentence.slice(0, TEXT_LIMIT) };
  };
  try {
    if (!tick.settings.jobs[key] || !TICK_JOBS[key].isDue(tick)) return [];
    note(true, TICK_JOBS[key].run(tick));
    return [];
  } catch (error) {
    // The whole tick begins anew from what is there now.
    if (error instanceof Conflict) throw error;
    const sentence = sentenceOf(error, gateway);
    note(false, sentence);
    return [{ job: key, sentence }];
  }
}

/**
 * Days left and due states go by the setting `as_of`, which a new day moves on even where nothing else is due; what an
 * upload left behind goes as well.
 */
function keep(tick: Tick, before: string): void {
  const { map, tables, now, memory, settings, written } = tick;
  const isNewDay = !asOfIn(tables.settings).startsWith(dayOf(now));
  const moment = isNewDay && written.size === 0 ? [asOfChange(tables.settings, now.serial)] : [];
  const isSeenToday = Math.floor(memory.trigger?.seen ?? 0) >= now.day;
  // A tick that did nothing is written down once a day.
  const left = dropStaleUploads(map, now.serial);
  const isSilent = isSeenToday && !isNewDay && left.length === 0 && JSON.stringify(memory) === before;
  if (isSilent) return;
  if (memory.trigger !== null) memory.trigger.seen = now.serial;
  tick.remember([...changeRequests(map, tables, moment, settings.language), ...left]);
}

/** A run that has its turn, and its memory as it was. */
export type Turn = { readonly tick: Tick; readonly before: string };

/**
 * Looks whether a run has its turn: one metadata read and one small values read.
 * @param gateway Access to the document.
 * @param triggerId Id of the trigger that runs.
 * @param startedAt Milliseconds since 1970.
 * @returns Undefined where the turn is another's; throws a Refusal where there are no settings to go by.
 */
export function turnOf(gateway: Gateway, triggerId: string, startedAt: number): Turn | undefined {
  const map = gateway.readMap();
  // No mark at all: somebody had everything removed, and a trigger that was out of reach must not bring it back.
  if (map.markedRows.size === 0) return undefined;
  const clock = openJob(gateway, {}, undefined, map);
  const memory = memoryOf(map, gateway.id);
  const before = JSON.stringify(memory);
  if (!takesTurn(memory, triggerId, clock)) return undefined;
  return { tick: openTick(gateway, clock, memory, startedAt), before };
}

/**
 * Works off the jobs that are due; once a day a batch for the setting `as_of`. A job's fault keeps no other from its turn.
 * @param turn What `turnOf` gave.
 * @returns What failed, told to the owner already.
 */
export function runJobs({ tick, before }: Turn): JobFault[] {
  const faults: JobFault[] = [];
  for (const key of JOBS) {
    if (!tick.hasTime()) break;
    faults.push(...runJob(tick, key));
  }
  if (faults.length > 0) tellFaults(tick, faults);
  keep(tick, before);
  return faults;
}
