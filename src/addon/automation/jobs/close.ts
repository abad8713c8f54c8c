import { isCovered } from '../../../review/filled.ts';
import type { Period } from '../../../review/period.ts';
import { say } from '../../../text/index.ts';
import { draftsIn, isPastItsDays, isReviewDayOver } from '../../jobs/drafts.ts';
import { buildPeriod, reviewOf } from '../../jobs/review.ts';
import { hasRunToday } from '../schedule.ts';
import { periodsText, type Tick, type TickJob } from '../tick.ts';
import { eachPeriod } from './review.ts';

/** Drafts that may be closed: nobody loses the day on which one was written first. */
function ripe(tick: Tick): Period[] {
  return draftsIn(tick.map, tick.settings).filter(({ label }) =>
    isReviewDayOver(reviewOf(tick.map, label), tick),
  );
}

/** Whether all files of a draft are in is looked at once a day; that its days are over is known at once. */
export const closeJob: TickJob = {
  isDue: (tick) => {
    const { memory, now, settings } = tick;
    const isTime = now.hour >= settings.reviewHour && !hasRunToday(memory, 'close', now);
    return ripe(tick).some((period) => isTime || isPastItsDays(period, tick));
  },
  run: (tick) => {
    const { language } = tick.settings;
    const closed: Period[] = [];
    eachPeriod(tick, ripe(tick), (period) => {
      // A record says other things than a draft.
      const built = buildPeriod(tick.reviews(), period, 'closed');
      if (!isCovered(built.review) && !isPastItsDays(period, tick)) return;
      tick.commit(built);
      closed.push(period);
    });
    if (closed.length === 0) return say(language, 'RUN_CLOSE_NONE');
    return say(language, 'RUN_CLOSE', { weeks: periodsText(closed, tick) });
  },
};
