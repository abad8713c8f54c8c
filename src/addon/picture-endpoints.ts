import { say } from '../text/index.ts';
import { answer, locked } from './answer.ts';
import type { Endpoints } from './api.ts';
import { treeImageJob } from './jobs/tree-image.ts';
import { workbookLanguage } from './language.ts';
import { nothingRequest, treeImageRequest } from './requests.ts';
import { showTreePicture } from './show.ts';

type Reply<K extends keyof Endpoints> = ReturnType<Endpoints[K]>;

/**
 * Shows the dialog with the picture of the KPI tree.
 * @param request Nothing.
 * @returns Nothing; a sentence where it could not be shown.
 */
export function openTreePicture(request: unknown): Reply<'openTreePicture'> {
  return answer(nothingRequest(), request, (_, gateway) => {
    showTreePicture(workbookLanguage(gateway));
    return {};
  });
}

/**
 * Puts a picture of the KPI tree into the tab of a review, below what it says; a former one is replaced.
 * @param request Week (the last whole one without it), PNG in Base64, and the size at which it is shown.
 * @returns The period and a sentence, as a partial success where the review is closed, since nothing was changed; a
 *   sentence alone where there is no such review, or where the picture cannot be taken.
 */
export function addTreeImage(request: unknown): Reply<'addTreeImage'> {
  return answer(treeImageRequest(), request, (image, gateway) => {
    const { period, isClosed } = locked(() => treeImageJob(gateway, image));
    const code = isClosed ? 'PICTURE_CLOSED' : 'PICTURE_PUT';
    const sentence = say(workbookLanguage(gateway), code, { period });
    return { period, sentence, ...(isClosed ? { isPartial: true } : {}) };
  });
}
