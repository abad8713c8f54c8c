import { isoDate } from '../../kpi/calendar.ts';
import { type Period, periodOfLabel } from '../../review/period.ts';
import { type Language, say } from '../../text/index.ts';
import { listed } from '../../text/row.ts';
import type { ReviewPlace, WorkbookMap } from '../../workbook/map.ts';
import type { Settings } from '../../workbook/settings.ts';
import type { Gateway } from '../gateway.ts';
import { Conflict } from '../refusal.ts';
import type { JobContext } from './context.ts';
import { buildPeriod, commitPeriod, openReviews } from './review.ts';

type Clock = Pick<JobContext, 'now' | 'settings'>;

/** What the drafts are of. */
function draftsIn({ reviews }: WorkbookMap, { fiscalYearEnd }: Pick<Settings, 'fiscalYearEnd'>): Period[] {
  return reviews.flatMap((review) => {
    const period = review.state === 'draft' ? periodOfLabel(review.period, fiscalYearEnd) : null;
    return period === null ? [] : [period];
  });
}

/** Nobody loses the day of the meeting: a draft stays one until the day after it was written first. */
function isReviewDayOver(place: ReviewPlace | undefined, { now }: Clock): boolean {
  return place !== undefined && place.firstDay < isoDate(now.day);
}

function isPastItsDays({ to }: Period, { now, settings }: Clock): boolean {
  return now.day > to + settings.closeAfterDays;
}

/**
 * Makes every open draft again from one values read, as after an import, each in a batch of its own. One that cannot be
 * written does not keep the others from it. Nothing is read where there is none.
 * @param gateway Access to the document.
 * @param map Where everything is; sheets may have grown since. Throws the first fault after all drafts had their turn.
 */
export function remakeDraftsJob(gateway: Gateway, map: WorkbookMap): void {
  if (map.reviews.every(({ state }) => state !== 'draft')) return;
  const faults: unknown[] = [];
  let context = openReviews(gateway, map);
  for (const period of draftsIn(map, context.settings)) {
    try {
      context = commitPeriod(gateway, context, buildPeriod(context, period, 'draft'));
    } catch (fault) {
      if (fault instanceof Conflict) throw fault;
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
}

/**
 * What is said after a change of the tree or its targets: making drafts again takes far longer than a save may.
 * @param language Language of the workbook.
 * @param map Where everything was before the change.
 * @returns A sentence; none where there is no draft.
 */
export function behindSentences(language: Language, { reviews }: WorkbookMap): string[] {
  const drafts = reviews.flatMap(({ period, state }) => (state === 'draft' ? [period] : []));
  const periods = listed(drafts, language);
  return drafts.length === 0 ? [] : [say(language, 'DRAFTS_BEHIND', { periods })];
}

export { draftsIn, isPastItsDays, isReviewDayOver };
