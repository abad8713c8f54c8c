import { isoWeekLabel, weekStart } from '../../kpi/calendar.ts';
import type { Issue } from '../../kpi/issue.ts';
import { withClosingDays } from '../../review/action-closing.ts';
import { ACTION_COLUMNS } from '../../review/action-columns.ts';
import { type BuiltReview, buildReview } from '../../review/build.ts';
import { LONGEST_COOL_OFF } from '../../review/findings/catalogue.ts';
import type { Review } from '../../review/model.ts';
import { presentNeeds } from '../../review/needs.ts';
import { kindOfLabel, type Period, periodOf, periodOfLabel } from '../../review/period.ts';
import { treeFormats } from '../../review/refresh.ts';
import { COLUMNS } from '../../review/render/grid.ts';
import { renderReview, reviewSheetId } from '../../review/render/index.ts';
import { findingKeys } from '../../review/row-key.ts';
import { sentence } from '../../review/sentence.ts';
import { lostColumn, tabColumns } from '../../review/tab.ts';
import { type Typed, takeOver, withChange } from '../../review/take-over.ts';
import { voiceOf } from '../../review/voice.ts';
import { type Language, say } from '../../text/index.ts';
import { inARow, listed } from '../../text/row.ts';
import { columnLetters } from '../../workbook/a1.ts';
import { changeRequests } from '../../workbook/changes.ts';
import { columnIssues, type ReviewPlace, titleLanguage, type WorkbookMap } from '../../workbook/map.ts';
import { readRange, type Wanted } from '../../workbook/read.ts';
import { asOfChange, type Settings } from '../../workbook/settings.ts';
import { ACTION_STATUSES } from '../../workbook/sheets/choices.ts';
import type { GridRange } from '../../workbook/sheets-api.ts';
import { emptyTable, type TableChange, type Tables } from '../../workbook/table.ts';
import type { Gateway } from '../gateway.ts';
import { nowIn } from '../now.ts';
import { Refusal } from '../refusal.ts';
import { issueChange, type JobContext, openJob, writeSeen } from './context.ts';

/** Of sheets that rows are added to, all columns: the first free row is the one below whatever people typed. */
const needsIn = ({ sheets }: WorkbookMap): Wanted => ({ ...presentNeeds(sheets), issues: 'all' });

/** Monday of the last whole week before a day. */
export function lastWholeWeek(day: number): number {
  return weekStart(day) - 7;
}

/** The period that a label names; throws a Refusal for a label that is none. */
function periodNamed(label: string, { fiscalYearEnd }: Settings): Period {
  const period = periodOfLabel(label, fiscalYearEnd);
  if (period === null) throw new Refusal({ code: 'WEEK_LABEL', found: label });
  return period;
}

/** The last whole week before a day, as a period. */
export function lastWeekOf({ now, settings }: Pick<JobContext, 'now' | 'settings'>): Period {
  return periodOf('week', lastWholeWeek(now.day), settings.fiscalYearEnd);
}

/**
 * The tab of a week's review.
 * @param map Where everything is.
 * @param label Label such as `2026-W47`.
 * @returns Its place; undefined where it was not written yet.
 */
export function reviewOf(map: WorkbookMap, label: string): ReviewPlace | undefined {
  return map.reviews.find((review) => review.period === label);
}

/** All cells of a tab. */
export function wholeTab({ sheetId, rowCount, columnCount }: ReviewPlace): GridRange {
  return {
    sheetId,
    startRowIndex: 0,
    endRowIndex: rowCount,
    startColumnIndex: 0,
    endColumnIndex: columnCount,
  };
}

function isDraft(review: ReviewPlace): boolean {
  return review.state === 'draft';
}

/** Weeks before the oldest draft whose tabs are asked what was said in them already. */
const REMEMBERED_WEEKS = LONGEST_COOL_OFF;

/** The column of the row keys, by which call-outs are known. */
function keyColumn(review: ReviewPlace): GridRange[] {
  const column = review.columns.get('key');
  const whole = wholeTab(review);
  return column === undefined ? [] : [{ ...whole, startColumnIndex: column, endColumnIndex: column + 1 }];
}

/**
 * Tabs that a job needs are read in the same call as the columns, since which week is meant may need the spreadsheet's
 * zone; of the others only what they said, back to where nobody remembers it.
 */
function tabRanges(map: WorkbookMap, isNeeded: (review: ReviewPlace) => boolean): GridRange[] {
  const others = map.reviews
    .filter((review) => !isNeeded(review))
    .sort((a, b) => (a.period < b.period ? 1 : -1));
  return [
    ...map.reviews.filter(isNeeded).map(wholeTab),
    ...others.slice(0, REMEMBERED_WEEKS).flatMap(keyColumn),
  ];
}

/** Call-outs of each tab by its period: as this run has written it, else as it was read. */
function saidByPeriod({ map, response, said = new Map() }: JobContext): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { period, sheetId, columns } of map.reviews) {
    const cells = readRange(sheetId, response);
    // Either the whole tab was read, or its keys alone.
    const keys = cells[columns.get('key') ?? -1] ?? cells[0] ?? [];
    found.set(period, findingKeys(keys));
  }
  for (const [period, keys] of said) found.set(period, keys);
  return found;
}

/** Days of a period of each kind, about: enough to count how many lie between two of them. */
const DAYS: Readonly<Record<Period['kind'], number>> = { week: 7, month: 30.4, quarter: 91.3 };

/** Call-outs of the periods before one of its kind, by their keys, with how many periods ago each was made last. */
function saidBefore(context: JobContext, { kind, from }: Period): Map<string, number> {
  const said = new Map<string, number>();
  for (const [label, keys] of saidByPeriod(context)) {
    const before = periodOfLabel(label, context.settings.fiscalYearEnd);
    if (before === null || before.kind !== kind || before.from >= from) continue;
    const count = Math.round((from - before.from) / DAYS[kind]);
    for (const key of keys) said.set(key, Math.min(count, said.get(key) ?? Infinity));
  }
  return said;
}

/**
 * Reads what reviews are made of, with all drafts, in one values read.
 * @param gateway Access to the document.
 * @param map Where everything is, if it was read just now.
 */
export function openReviews(gateway: Gateway, map: WorkbookMap = gateway.readMap()): JobContext {
  return openJob(gateway, needsIn(map), (there) => tabRanges(there, isDraft), map);
}

/** Words in place of a status that are none: the status stays, and the words stand in the sheet of issues. */
function statusIssues({ unknown }: Typed, place: ReviewPlace | undefined, language: Language): Issue[] {
  const column = ACTION_COLUMNS.find(({ field }) => field === 'status')?.at ?? 0;
  const letters = columnLetters(place?.columns.get(COLUMNS[column]?.key ?? '') ?? column);
  const expected = listed(
    ACTION_STATUSES.map(({ words }) => words[language]),
    language,
  );
  return unknown.map(({ row, found }) => {
    const at = { sheet: place?.title ?? '', cell: `${letters}${row + 1}` };
    return { code: 'BAD_CHOICE', at, found, expected };
  });
}

export type BuiltPeriod = BuiltReview & { readonly actions: TableChange };

/**
 * The review of a week, a month or a quarter with what people typed into its tab; nothing is written.
 * @param context What was read, its tab among it.
 * @param period What is reviewed.
 * @param state What the review will be.
 */
export function buildPeriod(context: JobContext, period: Period, state: Review['state']): BuiltPeriod {
  const { map, tables, response, settings, address, now } = context;
  const { label } = period;
  const place = reviewOf(map, label);
  const tab = place === undefined ? [] : tabColumns(place, readRange(place.sheetId, response));
  const table = tables.actions ?? emptyTable('actions', 'actions');
  const typed = takeOver(tab, table, label, settings.language, tables.tree);
  const closed = withClosingDays(table, typed.actions, now.day, settings.fiscalYearEnd);
  // Actions live on after their week was closed: its tab says no more than what was agreed then.
  const isRecord = place?.state === 'closed';
  const actions = isRecord ? { sheet: 'actions', appends: [], updates: [] } : closed;
  const built = buildReview({
    tables: { ...tables, actions: withChange(table, actions) },
    address,
    monday: period.from,
    kind: period.kind,
    today: now.day,
    now: now.serial,
    state,
    usual: titleLanguage(map),
    explanations: typed.explanations,
    names: typed.names,
    said: saidBefore(context, period),
    issues: [
      ...columnIssues(map, settings.language),
      ...context.found,
      ...(isRecord ? [] : statusIssues(typed, place, settings.language)),
    ],
  });
  return { ...built, actions };
}

/**
 * Writing a tab again without the column that people filled would make its loss final, and whether a tab without its
 * mark is a record nobody knows.
 */
function refuseBrokenTab({ map, settings }: JobContext, label: string): void {
  const place = reviewOf(map, label);
  const unmarked = map.tabs.find(({ sheetId }) => place === undefined && sheetId === reviewSheetId(label));
  if (unmarked !== undefined) {
    throw new Refusal({ code: 'REVIEW_MARK_LOST', at: { sheet: unmarked.title }, values: { period: label } });
  }
  const lost = place === undefined || !isDraft(place) ? undefined : lostColumn(place);
  if (place === undefined || lost === undefined) return;
  const column = say(settings.language, lost);
  throw new Refusal({ code: 'REVIEW_COLUMN_MISSING', at: { sheet: place.title }, values: { column } });
}

function afterChanges(tables: Tables, changes: readonly TableChange[]): Tables {
  const after = { ...tables };
  for (const change of changes) {
    const table = after[change.sheet];
    if (table !== undefined) after[change.sheet] = withChange(table, change);
  }
  return after;
}

/**
 * Writes a review into its tab, and what goes with it into the other sheets, as one batch.
 * @param gateway Access to the document.
 * @param context What the review was made from.
 * @param built The review.
 * @returns The context as it is now, for a further review of the same run; throws a Refusal where the tab has lost a
 *   column that people fill.
 */
export function commitPeriod(gateway: Gateway, context: JobContext, built: BuiltPeriod): JobContext {
  const { map, tables } = context;
  const { label } = built.review.period;
  refuseBrokenTab(context, label);
  // The sheets show the latest week, also when an older draft is made again, or a month.
  const isLatest =
    kindOfLabel(label) === 'week' &&
    map.reviews.every(({ period }) => kindOfLabel(period) !== 'week' || period <= label);
  const refresh = isLatest ? built.refresh : [];
  const tree = tables.tree ?? emptyTable('tree', 'tree');
  const moment = asOfChange(tables.settings, context.now.serial);
  const changes = [...refresh, built.actions, issueChange(context, built.issues), moment];
  writeSeen(gateway, map, [
    ...changeRequests(map, tables, changes, built.review.language),
    ...(isLatest ? treeFormats(map, tree, built.review.tree) : []),
    ...renderReview(built.review, map),
  ]);
  const said = new Map(context.said);
  said.set(
    label,
    built.review.findings.map(({ key }) => key),
  );
  return { ...context, tables: afterChanges(tables, changes), said };
}

export type ReviewOutcome = {
  readonly period: string;
  readonly state: Review['state'];
  /** Whether the tab was written now. */
  readonly wrote: boolean;
  readonly sheetId: number;
  /** Sentence on columns without which the figures are wrong; empty where none is missing, or nothing was written. */
  readonly warning: string;
};

function outcomeOf({ review }: BuiltPeriod, place: ReviewPlace | undefined): ReviewOutcome {
  const { period, state, headline } = review;
  const warning = headline.warning?.text ?? '';
  const sheetId = place?.sheetId ?? reviewSheetId(period.label);
  return { period: period.label, state, wrote: true, sheetId, warning };
}

/**
 * Writes the review of a week, a month or a quarter as a draft, or leaves a closed one alone.
 * @param gateway Access to the document.
 * @param week Label such as `2026-W47`, `2026-11` or `2026-Q4`; the last whole week where it is not given.
 * @returns What was written; throws a Refusal for a label that is none, and where the tab has lost a column.
 */
export function writeReviewJob(gateway: Gateway, week?: string): ReviewOutcome {
  const context = openReviews(gateway);
  const period = week === undefined ? lastWeekOf(context) : periodNamed(week, context.settings);
  const place = reviewOf(context.map, period.label);
  if (place?.state === 'closed') {
    return { period: place.period, state: 'closed', wrote: false, sheetId: place.sheetId, warning: '' };
  }
  const built = buildPeriod(context, period, 'draft');
  commitPeriod(gateway, context, built);
  return outcomeOf(built, place);
}

/** The draft of the latest week; undefined where there is none. */
export function latestDraft(map: WorkbookMap): ReviewPlace | undefined {
  return map.reviews.filter(isDraft).sort((a, b) => (a.period < b.period ? 1 : -1))[0];
}

/**
 * Closes a review: writes it a last time and marks it as a record.
 * @param gateway Access to the document.
 * @param week Label; the latest draft where it is not given.
 * @returns What was closed; undefined where there is no draft. Throws a Refusal where the tab has lost a column.
 */
export function closeReviewJob(gateway: Gateway, week?: string): ReviewOutcome | undefined {
  const context = openReviews(gateway);
  const place = week === undefined ? latestDraft(context.map) : reviewOf(context.map, week);
  if (place === undefined || !isDraft(place)) return undefined;
  const built = buildPeriod(context, periodNamed(place.period, context.settings), 'closed');
  commitPeriod(gateway, context, built);
  return outcomeOf(built, place);
}

/**
 * What a person is told of a review that was written, closed, or left alone.
 * @param language Language of the workbook.
 * @param outcome What became of it.
 * @param code Sentence for what was done.
 * @returns The sentence, and the warning behind it.
 */
export function reviewSentence(
  language: Language,
  { period, warning }: ReviewOutcome,
  code: 'REVIEW_WRITTEN' | 'REVIEW_IS_CLOSED' | 'REVIEW_CLOSED',
): string {
  const parts = [say(language, code, { period }), warning].filter((part) => part !== '');
  return inARow(parts, language);
}

/** A closed review's record is its tab: what is computed from today's sheets may differ, and says so. */
function recomputed(review: Review): Review {
  return { ...review, notes: [sentence(voiceOf(review), 'NOTE_RECOMPUTED'), ...review.notes] };
}

/**
 * The review of a week, a month or a quarter as data; nothing is written. Of a closed one the figures are computed anew, with a note.
 * @param gateway Access to the document.
 * @param week Label; the last whole week where it is not given.
 * @param map Where everything is, for a job that looks at it itself.
 * @returns The review; throws a Refusal for a label that is none.
 */
export function readReviewJob(gateway: Gateway, week?: string, map = gateway.readMap()): Review {
  const label = week ?? isoWeekLabel(lastWholeWeek(nowIn(map.timeZone).day));
  const isMeant = ({ period }: ReviewPlace): boolean => period === label;
  const context = openJob(gateway, needsIn(map), (there) => tabRanges(there, isMeant), map);
  const state = reviewOf(context.map, label)?.state ?? 'draft';
  const { review } = buildPeriod(context, periodNamed(label, context.settings), state);
  return state === 'closed' ? recomputed(review) : review;
}
