import type { WorkbookMap } from '../../workbook/map.ts';
import { momentText, type Settings } from '../../workbook/settings.ts';
import { JOBS } from '../../workbook/sheets/settings.ts';
import type { SidebarState } from '../api.ts';
import type { Now } from '../now.ts';
import { ownTriggerId } from '../triggers.ts';
import { authorisationUrl } from './authorisation.ts';
import { isGone, type Memory, memoryOf } from './memory.ts';
import { nextRun } from './schedule.ts';

export type Standing = {
  /** Somebody's trigger does the work. */
  readonly on: boolean;
  /** It is this person's. */
  readonly isMine: boolean;
  /** Somebody else's, which has not run for a day. */
  readonly isGone: boolean;
};

/**
 * Where the automation stands for a person. Google tells nobody of other people's triggers: theirs are known from the
 * workbook's memory.
 * @param memory What the workbook remembers.
 * @param own Id of the person's own trigger.
 * @param email The person's address.
 * @param now The present moment, serial day with time.
 */
export function standing(memory: Memory, own: string | undefined, email: string, now: number): Standing {
  const { trigger } = memory;
  // A trigger of an earlier version is on no record yet.
  const isMine = own !== undefined && (trigger === null || trigger.id === own);
  // A record of one's own whose trigger is gone, such as one deleted at Google's, is none.
  const isTheirs = !isMine && trigger !== null && trigger.owner !== email;
  return { on: isMine || isTheirs, isMine, isGone: isTheirs && isGone(memory, now) };
}

/**
 * What the sidebar shows of the automation.
 * @param map Where everything is.
 * @param document Id of the spreadsheet.
 * @param settings Schedule and which jobs are on.
 * @param now The present moment.
 */
export function automationView(
  map: WorkbookMap,
  document: string,
  settings: Settings,
  now: Now,
): SidebarState['automation'] {
  const memory = memoryOf(map, document);
  const state = standing(memory, ownTriggerId(), Session.getEffectiveUser().getEmail(), now.serial);
  const { trigger } = memory;
  return {
    ...state,
    owner: trigger?.owner ?? '',
    since: trigger?.since ?? '',
    seen: trigger === null || trigger.seen === 0 ? '' : momentText(trigger.seen),
    authorise: authorisationUrl(),
    day: settings.reviewDay,
    hour: settings.reviewHour,
    jobs: JOBS.map((key) => {
      const on = settings.jobs[key];
      const run = memory.runs[key];
      return {
        key,
        on,
        last: run === undefined ? null : { at: momentText(run.at), ok: run.ok, text: run.text },
        next: state.on && on ? momentText(nextRun(key, map, memory, now, settings)) : '',
      };
    }),
  };
}
