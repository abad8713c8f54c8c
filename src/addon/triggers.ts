import { isoWeekLabel } from '../kpi/calendar.ts';
import { locked } from './answer.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { openJob } from './jobs/context.ts';
import { closeReviewJob, draftsToClose, lastWholeWeek, writeReviewJob } from './jobs/review.ts';

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

/**
 * What is due on a tick: closing drafts whose time is up, and the review of the last whole week once its Monday hour
 * has come, unless that review is there already.
 */
function workOff(gateway: Gateway): void {
  const { map, settings, now } = openJob(gateway, {});
  for (const period of draftsToClose({ map, settings, now })) closeReviewJob(gateway, period);
  const label = isoWeekLabel(lastWholeWeek(now.day));
  const isWritten = map.reviews.some((review) => review.period === label);
  const isMonday = lastWholeWeek(now.day) + 7 === now.day;
  const hasCome = !isMonday || now.hour >= settings.reviewHour;
  if (!isWritten && hasCome) writeReviewJob(gateway);
}

/** The hourly trigger. It may run for two users at once: the document lock and the derived sheet ids keep it safe. */
export function onTick(event: TickEvent): void {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  if (info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED) return;
  locked(() => workOff(openGateway(documentOf(event))));
}
