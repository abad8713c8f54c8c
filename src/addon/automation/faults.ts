import type { Issue } from '../../kpi/issue.ts';
import type { Letter } from '../../review/digest/letter.ts';
import { isAddress } from '../../review/digest/people.ts';
import { type Language, say } from '../../text/index.ts';
import { changeRequests } from '../../workbook/changes.ts';
import type { JobKey } from '../../workbook/sheets/settings.ts';
import { issueChange, openJob, refuseBrokenSheets, writeSeen } from '../jobs/context.ts';
import { sendLetter } from './mail.ts';
import { dayOf } from './schedule.ts';
import { faultLetter } from './stopped.ts';
import type { Tick } from './tick.ts';

/** What kept a job from being done, as a sentence. */
export type JobFault = { readonly job: JobKey; readonly sentence: string };

const JOB_NAMES = {
  review: 'JOB_REVIEW',
  month: 'JOB_MONTH',
  quarter: 'JOB_QUARTER',
  close: 'JOB_CLOSE',
  refresh: 'JOB_REFRESH',
  hide: 'JOB_HIDE',
  digest: 'JOB_DIGEST',
  alert: 'JOB_ALERT',
} as const satisfies Readonly<Record<JobKey, string>>;

/** A job's name as people read it. */
export function jobName(job: JobKey, language: Language): string {
  return say(language, JOB_NAMES[job]);
}

function issueOf({ job, sentence }: JobFault, language: Language): Issue {
  const name = jobName(job, language);
  return { code: 'JOB_FAILED', found: name, values: { job: name, reason: sentence } };
}

/** Rows in the sheet of issues; a sheet that cannot be written keeps nothing else from being done. */
function noteFaults(tick: Tick, faults: readonly JobFault[]): void {
  try {
    const wanted = { issues: 'all' } as const;
    const context = openJob(tick.gateway, wanted, undefined, tick.map);
    refuseBrokenSheets(context, wanted);
    const { language } = tick.settings;
    const change = issueChange(
      context,
      faults.map((fault) => issueOf(fault, language)),
    );
    writeSeen(tick.gateway, tick.map, changeRequests(tick.map, context.tables, [change], language));
  } catch {
    // The owner's mail and the sidebar say it anyway.
  }
}

function letterOf(faults: readonly JobFault[], { settings, map }: Tick): Letter {
  const { language } = settings;
  const sentences = faults.map(({ job, sentence }) =>
    say(language, 'JOB_FAILED', { job: jobName(job, language), reason: sentence }),
  );
  return faultLetter(sentences, map.title, map.url, language);
}

/**
 * Tells of jobs that failed: rows in the sheet of issues, and a mail to the trigger's owner once a day at most.
 * @param tick The run.
 * @param faults What failed, at least one.
 */
export function tellFaults(tick: Tick, faults: readonly JobFault[]): void {
  noteFaults(tick, faults);
  const { memory, now, settings } = tick;
  const owner = memory.trigger?.owner ?? '';
  if (memory.told === dayOf(now) || !isAddress(owner)) return;
  memory.told = dayOf(now);
  tick.remember();
  try {
    sendLetter(owner, letterOf(faults, tick), settings.language);
  } catch {
    // No mail left, or none allowed: the sheet and the sidebar say it.
  }
}
