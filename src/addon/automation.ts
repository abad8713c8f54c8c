import { say } from '../text/index.ts';
import type { Gateway } from './gateway.ts';
import { openJob } from './jobs/context.ts';
import { installTick } from './triggers.ts';

/**
 * Turns the Monday review on.
 * @param gateway Access to the document.
 * @returns A sentence in the workbook's language with the hour and zone, or that it is on already; throws a Refusal
 *   where the workbook is not set up.
 */
export function switchOnAutomation(gateway: Gateway): string {
  const { map, settings } = openJob(gateway, {});
  const { language } = settings;
  if (!installTick(gateway, map.timeZone)) return say(language, 'AUTOMATION_ALREADY');
  return say(language, 'AUTOMATION_ON', { hour: settings.reviewHour, zone: map.timeZone });
}
