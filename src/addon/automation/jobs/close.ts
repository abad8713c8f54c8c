import { isoWeekLabel } from '../../../kpi/calendar.ts';
import { say } from '../../../text/index.ts';
import { draftsIn, isCovered, isPastItsDays, isReviewDayOver } from '../../jobs/drafts.ts';
import { reviewOf } from '../../jobs/review.ts';
import { hasRunToday } from '../schedule.ts';
import { type Tick, type TickJob, weeksText } from '../tick.ts';
import { eachWeek } from './review.ts';

/** Drafts that may be closed: nobody loses the day on which one was written first. */
function ripe(tick: Tick): number[] {
  return draftsIn(tick.map).filter((monday) =>
    isReviewDayOver(reviewOf(tick.map, isoWeekLabel(monday)), tick),
  );
}

/** Whether all files of a draft are in is looked at once a day; that its days are over is known at once. */
export const closeJob: TickJob = {
  isDue: (tick) => {
    const { memory, now, settings } = tick;
    const isTime = now.hour >= settings.reviewHour && !hasRunToday(memory, 'close', now);
    return ripe(tick).some((monday) => isTime || isPastItsDays(monday, tick));
  },
  run: (tick) => {
    const { language } = tick.settings;
    const closed: number[] = [];
    eachWeek(tick, ripe(tick), (monday) => {
      const built = tick.build(monday);
      if (!isCovered(built.review) && !isPastItsDays(monday, tick)) return;
      tick.commit({ ...built, review: { ...built.review, state: 'closed' }, monday });
      closed.push(monday);
    });
    if (closed.length === 0) return say(language, 'RUN_CLOSE_NONE');
    return say(language, 'RUN_CLOSE', { weeks: weeksText(closed, tick) });
  },
};
