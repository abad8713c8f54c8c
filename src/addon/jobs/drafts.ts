import { isoDate, isoWeekLabel, weekOfLabel, weekStart } from '../../kpi/calendar.ts';
import type { Review } from '../../review/model.ts';
import { changeRequests } from '../../workbook/changes.ts';
import type { ReviewPlace, WorkbookMap } from '../../workbook/map.ts';
import { asOfChange, asOfIn } from '../../workbook/settings.ts';
import { dropStaleUploads } from '../../workbook/upload-sheet.ts';
import type { Gateway } from '../gateway.ts';
import { nowIn } from '../now.ts';
import { type JobContext, openJob } from './context.ts';
import { buildWeek, commitWeek, lastWholeWeek, openReviews, reviewOf } from './review.ts';

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
 * Whether a draft is to be written on a tick: once a day from the review hour on, for what people typed into the
 * sheets since, and once its days are over.
 */
function isDraftDue(place: ReviewPlace, monday: number, clock: Clock): boolean {
  const { now, settings } = clock;
  if (isReviewDayOver(place, clock) && isPastItsDays(monday, clock)) return true;
  return place.lastDay < isoDate(now.day) && now.hour >= settings.reviewHour;
}

/** The last whole week's review comes on Monday from the review hour on; one that was missed, at once. */
function isReviewHour({ now, settings }: Clock): boolean {
  return now.day !== weekStart(now.day) || now.hour >= settings.reviewHour;
}

/**
 * The reviews that are due now, by the Mondays of their weeks, the oldest first.
 * @param context Where everything is, the settings and the present moment.
 */
export function dueReviews(context: Pick<JobContext, 'map' | 'now' | 'settings'>): number[] {
  const { map, now } = context;
  const last = lastWholeWeek(now.day);
  const isNew = reviewOf(map, isoWeekLabel(last)) === undefined && isReviewHour(context);
  const drafts = draftsIn(map).filter((monday) => {
    const place = reviewOf(map, isoWeekLabel(monday));
    return place !== undefined && isDraftDue(place, monday, context);
  });
  return [...drafts, ...(isNew ? [last] : [])].sort((a, b) => a - b);
}

/**
 * Writes reviews from one values read, each in a batch of its own. One that cannot be written does not keep the others
 * from it.
 */
function writeAll(
  gateway: Gateway,
  opened: JobContext,
  mondays: readonly number[],
  stateOf: (review: Review, monday: number) => Review['state'],
): void {
  const faults: unknown[] = [];
  let context = opened;
  for (const monday of mondays) {
    try {
      const built = buildWeek(context, monday, 'draft');
      const review = { ...built.review, state: stateOf(built.review, monday) };
      context = commitWeek(gateway, context, { ...built, review });
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
}

/**
 * Makes every open draft again, as after an import. Nothing is read where there is none.
 * @param gateway Access to the document.
 * @param map Where everything is; sheets may have grown since. Throws the first fault after all drafts had their turn.
 */
export function remakeDraftsJob(gateway: Gateway, map: WorkbookMap): void {
  const drafts = draftsIn(map);
  if (drafts.length > 0) writeAll(gateway, openReviews(gateway, map), drafts, () => 'draft');
}

/** Days left and due states go by the setting `as_of`, which a new day moves on even where nothing else is due. */
function writeToday(gateway: Gateway, { map, tables, settings, now }: JobContext): void {
  if (asOfIn(tables.settings).startsWith(isoDate(now.day))) return;
  gateway.write(changeRequests(map, tables, [asOfChange(tables.settings, now.serial)], settings.language));
}

/**
 * Writes the reviews that are due, and closes drafts: when every account is covered or the days of the settings are
 * over, but never on the day on which a draft was written first. One metadata read and one small values read where
 * nothing is due, and once a day a batch for the setting `as_of`; a review that is awaited takes one values read of its
 * columns, and all that is due a batch each. Throws the first fault after all had their turn.
 * @param gateway Access to the document.
 */
export function dueReviewsJob(gateway: Gateway): void {
  const map = gateway.readMap();
  if (!map.sheets.has('settings')) return;
  const now = nowIn(map.timeZone);
  const left = dropStaleUploads(map, now.serial);
  if (left.length > 0) gateway.write(left);
  const last = isoWeekLabel(lastWholeWeek(now.day));
  const isAwaited = reviewOf(map, last) === undefined;
  // An awaited review needs its columns anyway: they and the settings come in one read.
  const clock = isAwaited ? openReviews(gateway, map) : openJob(gateway, {}, undefined, map);
  const due = dueReviews(clock);
  if (due.length === 0) {
    writeToday(gateway, clock);
    return;
  }
  writeAll(gateway, isAwaited ? clock : openReviews(gateway, map), due, (review, monday) => {
    const isOver = isCovered(review) || isPastItsDays(monday, clock);
    return isOver && isReviewDayOver(reviewOf(map, review.period.label), clock) ? 'closed' : 'draft';
  });
}
