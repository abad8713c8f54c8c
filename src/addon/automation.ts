import { type Language, say } from '../text/index.ts';
import type { Gateway } from './gateway.ts';
import { openJob } from './jobs/context.ts';
import { installTick } from './triggers.ts';

/**
 * Turns the Monday review on.
 * @param gateway Access to the document.
 * @param language Language of the answer.
 * @returns A sentence with the hour and zone, or that it is on already.
 */
export function switchOnAutomation(gateway: Gateway, language: Language): string {
  const { map, settings } = openJob(gateway, {});
  if (!installTick(gateway, map.timeZone)) return say(language, 'AUTOMATION_ALREADY');
  return say(language, 'AUTOMATION_ON', { hour: settings.reviewHour, zone: map.timeZone });
}
