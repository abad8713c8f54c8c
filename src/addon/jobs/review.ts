import { isoWeekLabel, weekOfLabel, weekStart } from '../../kpi/calendar.ts';
import { type BuiltReview, buildReview, REVIEW_NEEDS } from '../../review/build.ts';
import type { Review } from '../../review/model.ts';
import { treeFormats } from '../../review/refresh.ts';
import { renderReview, reviewSheetId } from '../../review/render/index.ts';
import { takeOver, withChange } from '../../review/take-over.ts';
import { changeRequests } from '../../workbook/changes.ts';
import { columnIssues, type ReviewPlace, type WorkbookMap } from '../../workbook/map.ts';
import { readRange, type Wanted } from '../../workbook/read.ts';
import type { GridRange } from '../../workbook/sheets-api.ts';
import { emptyTable } from '../../workbook/table.ts';
import { Refusal } from '../answer.ts';
import type { Gateway } from '../gateway.ts';
import { issueChange, type JobContext, openJob } from './context.ts';

const NEEDS: Wanted = { ...REVIEW_NEEDS, issues: ['code', 'sheet', 'cell', 'found'] };

/** Monday of the last whole week before a day. */
export function lastWholeWeek(day: number): number {
  return weekStart(day) - 7;
}

/** The Monday that a week label names; throws a Refusal for a label that is none. */
function mondayOf(label: string): number {
  const monday = weekOfLabel(label);
  if (monday === null) throw new Refusal({ code: 'WEEK_LABEL', found: label });
  return monday;
}

function reviewOf(map: WorkbookMap, label: string): ReviewPlace | undefined {
  return map.reviews.find((review) => review.period === label);
}

/** The drafts are read in the same call as the columns, since which week is meant may need the spreadsheet's zone. */
function draftRanges(map: WorkbookMap): GridRange[] {
  return map.reviews
    .filter((review) => review.state === 'draft')
    .map((review) => ({
      sheetId: review.sheetId,
      startRowIndex: 0,
      endRowIndex: review.rowCount,
      startColumnIndex: 0,
      endColumnIndex: review.columnCount,
    }));
}

type Made = BuiltReview & { readonly actions: ReturnType<typeof takeOver>['actions'] };

function make(context: JobContext, monday: number, state: Review['state']): Made {
  const { map, tables, response, settings, address, now } = context;
  const label = isoWeekLabel(monday);
  const place = reviewOf(map, label);
  const tab = place?.state === 'draft' ? readRange(place.sheetId, response) : [];
  const actions = tables.actions ?? emptyTable('actions', 'actions');
  const typed = takeOver(tab, actions, label, settings.language);
  const built = buildReview({
    tables: { ...tables, actions: withChange(actions, typed.actions) },
    address,
    monday,
    today: now.day,
    now: now.serial,
    state,
    explanations: typed.explanations,
    issues: columnIssues(map, settings.language),
  });
  return { ...built, actions: typed.actions };
}

function write(gateway: Gateway, context: JobContext, made: Made): void {
  const { map, tables } = context;
  const { label } = made.review.period;
  // The sheets show the latest week, also when an older draft is made again.
  const isLatest = map.reviews.every((review) => review.period <= label);
  const refresh = isLatest ? made.refresh : [];
  const tree = tables.tree ?? emptyTable('tree', 'tree');
  gateway.write([
    ...changeRequests(
      map,
      tables,
      [...refresh, made.actions, issueChange(context, made.issues)],
      made.review.language,
    ),
    ...(isLatest ? treeFormats(map, tree, made.review.tree) : []),
    ...renderReview(made.review, map),
  ]);
}

export type ReviewOutcome = { period: string; state: 'draft' | 'closed'; wrote: boolean; sheetId: number };

/**
 * Writes the review of a week as a draft, or leaves a closed one alone.
 * @param gateway Access to the document.
 * @param week Label such as `2026-W47`; the last whole week where it is not given.
 */
export function writeReviewJob(gateway: Gateway, week?: string): ReviewOutcome {
  return writeIn(gateway, openJob(gateway, NEEDS, draftRanges), week);
}

/**
 * Writes the review of the last whole week once its hour has come: Monday's, by the settings, in the spreadsheet's zone.
 * @param gateway Access to the document.
 * @param map Where everything is, as read just now.
 * @returns Whether the hour has come.
 */
export function writeDueReview(gateway: Gateway, map: WorkbookMap): boolean {
  const context = openJob(gateway, NEEDS, draftRanges, map);
  const { day, hour } = context.now;
  if (day === weekStart(day) && hour < context.settings.reviewHour) return false;
  writeIn(gateway, context);
  return true;
}

function writeIn(gateway: Gateway, context: JobContext, week?: string): ReviewOutcome {
  const monday = week === undefined ? lastWholeWeek(context.now.day) : mondayOf(week);
  const place = reviewOf(context.map, isoWeekLabel(monday));
  if (place?.state === 'closed') {
    return { period: place.period, state: 'closed', wrote: false, sheetId: place.sheetId };
  }
  const made = make(context, monday, 'draft');
  write(gateway, context, made);
  return outcome(made, place);
}

function outcome(made: Made, place: ReviewPlace | undefined): ReviewOutcome {
  const { period, state } = made.review;
  return { period: period.label, state, wrote: true, sheetId: place?.sheetId ?? reviewSheetId(period.label) };
}

/** The latest draft, or none. */
function latestDraft(map: WorkbookMap): ReviewPlace | undefined {
  return map.reviews
    .filter((review) => review.state === 'draft')
    .sort((a, b) => (a.period < b.period ? 1 : -1))[0];
}

/**
 * Closes a review: writes it a last time and marks it as a record.
 * @param gateway Access to the document.
 * @param week Label; the latest draft where it is not given.
 * @returns What was closed; undefined where there is no draft.
 */
export function closeReviewJob(gateway: Gateway, week?: string): ReviewOutcome | undefined {
  const context = openJob(gateway, NEEDS, draftRanges);
  const place = week === undefined ? latestDraft(context.map) : reviewOf(context.map, week);
  if (place === undefined || place.state === 'closed') return undefined;
  const made = make(context, mondayOf(place.period), 'closed');
  write(gateway, context, made);
  return outcome(made, place);
}

/** Drafts whose week ended longer ago than the settings allow, oldest first. */
export function draftsToClose(context: Pick<JobContext, 'map' | 'settings' | 'now'>): string[] {
  return context.map.reviews
    .filter((review) => {
      const monday = weekOfLabel(review.period);
      return (
        review.state === 'draft' &&
        monday !== null &&
        context.now.day > monday + 6 + context.settings.closeAfterDays
      );
    })
    .map((review) => review.period)
    .sort();
}

/**
 * The review of a week as data; nothing is written.
 * @param gateway Access to the document.
 * @param week Label; the last whole week where it is not given.
 */
export function readReviewJob(gateway: Gateway, week?: string): Review {
  const context = openJob(gateway, NEEDS, draftRanges);
  const monday = week === undefined ? lastWholeWeek(context.now.day) : mondayOf(week);
  const place = reviewOf(context.map, isoWeekLabel(monday));
  return make(context, monday, place?.state ?? 'draft').review;
}
