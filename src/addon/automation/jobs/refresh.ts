import { isoDate, weekOfLabel } from '../../../kpi/calendar.ts';
import { kindOfLabel, type Period, periodOf } from '../../../review/period.ts';
import { treeFormats } from '../../../review/refresh.ts';
import { say } from '../../../text/index.ts';
import { changeRequests } from '../../../workbook/changes.ts';
import { asOfChange } from '../../../workbook/settings.ts';
import { hasStale } from '../../../workbook/stale-drafts.ts';
import { emptyTable } from '../../../workbook/table.ts';
import { issueChange, writeSeen } from '../../jobs/context.ts';
import { draftsIn } from '../../jobs/drafts.ts';
import { lastWholeWeek, reviewOf } from '../../jobs/review.ts';
import { hasRunToday } from '../schedule.ts';
import { periodsText, type Tick, type TickJob } from '../tick.ts';
import { eachPeriod } from './review.ts';

/** Drafts that this run did not write. */
function unwritten({ map, settings, written }: Tick): Period[] {
  return draftsIn(map, settings).filter(({ label }) => !written.has(label));
}

/**
 * Drafts that were not written on this day yet, by an import or by another job; and all others where this run wrote a
 * review, whose actions they carry over.
 */
function staleDrafts(tick: Tick): Period[] {
  const today = isoDate(tick.now.day);
  const isOlder = ({ label }: Period): boolean => (reviewOf(tick.map, label)?.lastDay ?? '') < today;
  return unwritten(tick).filter((period) => tick.written.size > 0 || isOlder(period));
}

/** The sheets show the latest reviewed week; before the first review, the last whole one. */
function shownWeek({ map, now, settings }: Tick): Period {
  const weeks = map.reviews.flatMap(({ period }) => weekOfLabel(period) ?? []);
  const monday = weeks.length === 0 ? lastWholeWeek(now.day) : Math.max(...weeks);
  return periodOf('week', monday, settings.fiscalYearEnd);
}

function isShownToday(tick: Tick, { label }: Period): boolean {
  const place = reviewOf(tick.map, label);
  // A weekly review that was written in this run is the latest.
  const weeks = [...tick.written].filter((each) => kindOfLabel(each) === 'week');
  if (weeks.some((week) => week >= label)) return true;
  return place?.state === 'draft' && place.lastDay === isoDate(tick.now.day);
}

/** Brings the figures of the sheets up to date without a tab. */
function refreshSheets(tick: Tick): void {
  const context = tick.reviews();
  const { map, tables } = context;
  const { review, refresh, issues } = tick.build(shownWeek(tick));
  const isChanged = refresh.some(({ appends, updates }) => appends.length + updates.length > 0);
  if (!isChanged) return;
  const moment = asOfChange(tables.settings, context.now.serial);
  const changes = [...refresh, issueChange(context, issues), moment];
  writeSeen(tick.gateway, map, [
    ...changeRequests(map, tables, changes, review.language),
    ...treeFormats(map, tables.tree ?? emptyTable('tree', 'tree'), review.tree),
  ]);
}

/**
 * Once a day, from the review hour on: drafts and the figures in the sheets, also where no draft is open. At once where a
 * run ended before it made the drafts again.
 */
export const refreshJob: TickJob = {
  isDue: (tick) => {
    const { map, memory, now, settings, written } = tick;
    if (hasStale(map) || (written.size > 0 && unwritten(tick).length > 0)) return true;
    return now.hour >= settings.reviewHour && !hasRunToday(memory, 'refresh', now);
  },
  run: (tick) => {
    const { language } = tick.settings;
    const done = eachPeriod(tick, staleDrafts(tick), (period) => tick.commit(tick.build(period)));
    if (!isShownToday(tick, shownWeek(tick))) refreshSheets(tick);
    return done.length === 0
      ? say(language, 'RUN_REFRESH')
      : say(language, 'RUN_REFRESH_DRAFTS', { weeks: periodsText(done, tick) });
  },
};
