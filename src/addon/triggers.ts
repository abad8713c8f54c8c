import { isoWeekLabel } from '../kpi/calendar.ts';
import type { WorkbookMap } from '../workbook/map.ts';
import { locked } from './answer.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { openJob } from './jobs/context.ts';
import { closeReviewJob, draftsToClose, lastWholeWeek, writeDueReview } from './jobs/review.ts';
import { nowIn } from './now.ts';

/** User property that remembers for which document a trigger was made: a clock trigger names none. */
const TRIGGER_PREFIX = 'trigger:';
const TICK = 'onTick';

type TickEvent = { readonly triggerUid?: string };

/** Whether this user has the hourly trigger for this document. */
export function isAutomationOn(): boolean {
  return ScriptApp.getProjectTriggers().some((trigger) => trigger.getHandlerFunction() === TICK);
}

/**
 * Installs the one hourly trigger of this user and document, unless it is there.
 * @returns Whether it was installed now.
 */
export function installTick(gateway: Gateway, timeZone: string): boolean {
  if (isAutomationOn()) return false;
  const trigger = ScriptApp.newTrigger(TICK).timeBased().everyHours(1).inTimezone(timeZone).create();
  PropertiesService.getUserProperties().setProperty(TRIGGER_PREFIX + trigger.getUniqueId(), gateway.id);
  return true;
}

function documentOf(event: TickEvent): string | undefined {
  if (event.triggerUid === undefined) return undefined;
  return PropertiesService.getUserProperties().getProperty(TRIGGER_PREFIX + event.triggerUid) ?? undefined;
}

/** Closes the drafts whose time is up. */
function closeOldDrafts(gateway: Gateway, map: WorkbookMap): void {
  if (!map.reviews.some((review) => review.state === 'draft')) return;
  for (const period of draftsToClose(openJob(gateway, {}, undefined, map))) closeReviewJob(gateway, period);
}

/**
 * What is due on a tick. Most ticks end after one metadata read, or two reads while a draft is open; the one that
 * writes a review makes one metadata read, one values read and one batch.
 */
function workOff(gateway: Gateway): void {
  const map = gateway.readMap();
  if (!map.sheets.has('settings')) return;
  const label = isoWeekLabel(lastWholeWeek(nowIn(map.timeZone).day));
  if (map.reviews.some((review) => review.period === label)) closeOldDrafts(gateway, map);
  else writeDueReview(gateway, map);
}

/** The hourly trigger. It may run for two users at once: the document lock and the derived sheet ids keep it safe. */
export function onTick(event: TickEvent): void {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  if (info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED) return;
  locked(() => workOff(openGateway(documentOf(event))));
}
