import { isoDate, weekOfLabel } from '../../kpi/calendar.ts';
import type { Review } from '../../review/model.ts';
import type { ReviewPlace, WorkbookMap } from '../../workbook/map.ts';
import type { Gateway } from '../gateway.ts';
import type { JobContext } from './context.ts';
import { buildWeek, commitWeek, openReviews } from './review.ts';

type Clock = Pick<JobContext, 'now' | 'settings'>;

/** Weeks, each by its Monday. */
function draftsIn(map: WorkbookMap): number[] {
  return map.reviews.flatMap((review) => {
    const monday = review.state === 'draft' ? weekOfLabel(review.period) : null;
    return monday === null ? [] : [monday];
  });
}

/** Nobody loses the day of the meeting: a draft stays one until the day after it was written first. */
function isReviewDayOver(place: ReviewPlace | undefined, { now }: Clock): boolean {
  return place !== undefined && place.firstDay < isoDate(now.day);
}

function isPastItsDays(monday: number, { now, settings }: Clock): boolean {
  return now.day > monday + 6 + settings.closeAfterDays;
}

function isCovered({ coverage }: Review): boolean {
  return coverage.length > 0 && coverage.every(({ missing }) => missing.length === 0);
}

/**
 * Makes every open draft again from one values read, as after an import, each in a batch of its own. One that cannot be
 * written does not keep the others from it. Nothing is read where there is none.
 * @param gateway Access to the document.
 * @param map Where everything is; sheets may have grown since. Throws the first fault after all drafts had their turn.
 */
export function remakeDraftsJob(gateway: Gateway, map: WorkbookMap): void {
  const drafts = draftsIn(map);
  if (drafts.length === 0) return;
  const faults: unknown[] = [];
  let context = openReviews(gateway, map);
  for (const monday of drafts) {
    try {
      context = commitWeek(gateway, context, buildWeek(context, monday, 'draft'));
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
}

export { draftsIn, isCovered, isPastItsDays, isReviewDayOver };
