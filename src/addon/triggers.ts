import { locked, sentenceOf } from './answer.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { dueReviewsJob } from './jobs/drafts.ts';

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
 * @param gateway Access to the document, whose id the trigger's runs need.
 * @param timeZone Zone of the spreadsheet.
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
 * The hourly trigger. It may run for two users at once: the document lock and the derived sheet ids keep it safe.
 * @param event Event of Google, which names the trigger. Faults are thrown as sentences, so that Google tells the
 *   trigger's owner.
 */
export function onTick(event: TickEvent): void {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  if (info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED) return;
  const gateway = openGateway(documentOf(event));
  try {
    locked(() => dueReviewsJob(gateway));
  } catch (error) {
    throw new Error(sentenceOf(error, gateway));
  }
}
