import { buildDigest } from '../review/digest/digest.ts';
import { textOf } from '../review/digest/text.ts';
import { answer, locked } from './answer.ts';
import type { Endpoints } from './api.ts';
import { changeAutomation as changeSettings, switchOff, switchOn } from './automation/switch.ts';
import { readReviewJob, reviewOf } from './jobs/review.ts';
import { automationRequest, nothingRequest, turnOnRequest, weekRequest } from './requests.ts';

type Reply<K extends keyof Endpoints> = ReturnType<Endpoints[K]>;

/**
 * Installs the hourly trigger of this user and document, unless somebody's is there.
 * @param request Whether to take over from somebody whose trigger has not run for a day.
 * @returns A sentence with day, hour and zone, or that it is on already; a sentence alone where somebody else's does
 *   the work.
 */
export function turnOnAutomation(request: unknown): Reply<'turnOnAutomation'> {
  return answer(turnOnRequest(), request, ({ takeOver = false }, gateway) => ({
    sentence: locked(() => switchOn(gateway, takeOver)),
  }));
}

/**
 * Takes this user's hourly trigger away.
 * @param request Nothing.
 * @returns A sentence; a sentence alone where the trigger is somebody else's.
 */
export function turnOffAutomation(request: unknown): Reply<'turnOffAutomation'> {
  return answer(nothingRequest(), request, (_, gateway) => ({ sentence: locked(() => switchOff(gateway)) }));
}

/**
 * Changes day, hour and jobs of the automation in the sheet of settings.
 * @param request What is to change.
 * @returns A sentence; a sentence alone where the sheet cannot be written.
 */
export function changeAutomation(request: unknown): Reply<'changeAutomation'> {
  return answer(automationRequest(), request, (change, gateway) => ({
    sentence: locked(() => changeSettings(gateway, change)),
  }));
}

/**
 * The digest of a week's review as text, for a chat; nothing is written.
 * @param request Label of the week; the last whole week without it.
 * @returns The text; a sentence where the review cannot be made.
 */
export function reviewDigest(request: unknown): Reply<'reviewDigest'> {
  return answer(weekRequest(), request, ({ week }, gateway) => {
    const map = gateway.readMap();
    const review = readReviewJob(gateway, week, map);
    const place = reviewOf(map, review.period.label);
    const url = place === undefined || map.url === '' ? '' : `${map.url}#gid=${place.sheetId}`;
    return { text: textOf(buildDigest(review, null, url)) };
  });
}
