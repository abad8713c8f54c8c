import { isoDate, isoWeekLabel, weekOfLabel, weekStart } from '../../kpi/calendar.ts';
import { periodBefore, periodOf } from '../../review/period.ts';
import type { ReviewPlace, WorkbookMap } from '../../workbook/map.ts';
import type { Settings } from '../../workbook/settings.ts';
import type { JobKey } from '../../workbook/sheets/settings.ts';
import type { Memory } from './memory.ts';

/** A moment in the spreadsheet's zone: serial day with time, serial day, and hour. */
type Now = { readonly serial: number; readonly day: number; readonly hour: number };

export type When = Pick<Settings, 'reviewDay' | 'reviewHour' | 'fiscalYearEnd'>;

/** Weeks that are made up for at most, after the team or its trigger was away. */
const MOST_MISSED = 8;

/**
 * When the review of a week is written: on the review day and hour after it.
 * @param monday Serial day on which the week begins.
 * @returns Serial day with time.
 */
export function reviewTime(monday: number, { reviewDay, reviewHour }: When): number {
  return monday + 7 + (reviewDay - 1) + reviewHour / 24;
}

/** The Monday of the latest week whose review is due. */
function latestDue(now: Now, when: When): number {
  const last = weekStart(now.day) - 7;
  // A fraction of a second lies within what serial times are exact to.
  return reviewTime(last, when) <= now.serial + 1e-6 ? last : last - 7;
}

/**
 * The weeks whose reviews are due and not written: those after the latest review or, where that was written before its
 * turn, after the latest that the trigger has seen to; at most eight, the oldest first.
 * @param reviews The tabs that are there.
 * @param now The present moment.
 * @param when Day and hour.
 * @param reviewed Label of the week up to which the trigger has written reviews; a tab that is gone since stays away.
 * @returns Mondays; of a workbook without a review the latest week alone.
 */
export function missedWeeks(
  reviews: readonly { readonly period: string }[],
  now: Now,
  when: When,
  reviewed = '',
): number[] {
  const latest = latestDue(now, when);
  const written = reviews.flatMap(({ period }) => weekOfLabel(period) ?? []);
  const newest = Math.max(...written);
  // Nobody asked for the weeks before the first review, which is of the week that has just ended.
  const from =
    written.length === 0 ? weekStart(now.day) - 7 : Math.min(newest, weekOfLabel(reviewed) ?? newest) + 7;
  const first = Math.max(from, latest - 7 * (MOST_MISSED - 1));
  const weeks: number[] = [];
  for (let monday = first; monday <= latest; monday += 7) if (!written.includes(monday)) weeks.push(monday);
  return weeks;
}

/** Whether a job has done its work on this day. */
export function hasRunToday({ runs }: Memory, job: JobKey, { day }: Now): boolean {
  const run = runs[job];
  return run?.ok === true && Math.floor(run.at) >= day;
}

/** The first moment from now on at which a daily job starts. */
function nextDaily(memory: Memory, job: JobKey, now: Now, { reviewHour }: When): number {
  const today = now.day + reviewHour / 24;
  if (hasRunToday(memory, job, now)) return today + 1;
  return Math.max(today, now.serial);
}

/** Whether no file of a review is waited for any more, so that the digest for which they were asked can go out. */
export function isComplete({ filled, state }: Pick<ReviewPlace, 'filled' | 'state'>): boolean {
  return filled === 'all' || state === 'closed';
}

/**
 * When a job runs next.
 * @param job The job.
 * @param map Which reviews there are.
 * @param memory What ran.
 * @param now The present moment.
 * @param when Day and hour.
 * @returns Serial day with time; the present moment for what the next tick does.
 */
export function nextRun(
  job: JobKey,
  { reviews }: Pick<WorkbookMap, 'reviews'>,
  memory: Memory,
  now: Now,
  when: When,
): number {
  if (job === 'month' || job === 'quarter') {
    const present = periodOf(job, now.day, when.fiscalYearEnd);
    const last = periodBefore(present, 1, when.fiscalYearEnd);
    const isThere = reviews.some(({ period }) => period === last.label);
    const due = (isThere ? present : last).to + 1 + when.reviewHour / 24;
    return Math.max(due, now.serial);
  }
  const isPending = job === 'digest' && memory.digest.asked !== undefined;
  const asked = isPending ? reviews.find(({ period }) => period === memory.digest.week) : undefined;
  // A week whose files were asked for is looked at daily; once they are in, its digest goes out with the next run.
  if (asked !== undefined) {
    return isComplete(asked) ? now.serial : nextDaily(memory, job, now, when);
  }
  if (job !== 'review' && job !== 'digest') {
    const daily = nextDaily(memory, job, now, when);
    return job === 'alert' && memory.nextLate !== null
      ? Math.max(now.serial, Math.min(daily, memory.nextLate))
      : daily;
  }
  if (missedWeeks(reviews, now, when, memory.reviewed).length > 0) return now.serial;
  const coming = latestDue(now, when) + 7;
  const isWritten = reviews.some(({ period }) => period === isoWeekLabel(coming));
  return reviewTime(isWritten ? coming + 7 : coming, when);
}

/** The day of a moment, as ISO text. */
export function dayOf(now: Now): string {
  return isoDate(now.day);
}
