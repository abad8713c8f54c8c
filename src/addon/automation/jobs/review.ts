import { lastWhole, type Period, periodBefore, periodOf } from '../../../review/period.ts';
import { say } from '../../../text/index.ts';
import { reviewOf } from '../../jobs/review.ts';
import { Conflict } from '../../refusal.ts';
import { missedWeeks } from '../schedule.ts';
import { periodsText, type Tick, type TickJob } from '../tick.ts';

/**
 * Does a piece of work for each of several reviews; one that cannot be written does not keep the others from it.
 * @returns What had its turn before the time was over; throws the first fault after all had it.
 */
export function eachPeriod(tick: Tick, periods: readonly Period[], work: (period: Period) => void): Period[] {
  const faults: unknown[] = [];
  const done: Period[] = [];
  for (const period of periods) {
    if (!tick.hasTime()) break;
    try {
      work(period);
      done.push(period);
    } catch (fault) {
      if (fault instanceof Conflict) throw fault;
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
  return done;
}

function weeks({ map, now, settings, memory }: Tick): Period[] {
  const mondays = missedWeeks(map.reviews, now, settings, memory.reviewed);
  return mondays.map((monday) => periodOf('week', monday, settings.fiscalYearEnd));
}

function write(tick: Tick, periods: readonly Period[]): Period[] {
  return eachPeriod(tick, periods, (period) => tick.commit(tick.build(period)));
}

function sentenceOf(done: readonly Period[], tick: Tick): string {
  return say(tick.settings.language, 'RUN_REVIEW', { weeks: periodsText(done, tick) });
}

/** Writes the review of the week before, and of weeks that were missed, the oldest first. */
export const reviewJob: TickJob = {
  isDue: (tick) => weeks(tick).length > 0,
  run: (tick) => {
    const { memory, settings } = tick;
    const missed = weeks(tick);
    const [first] = missed;
    // One of them that cannot be written has its turn again, though later ones are there by then.
    if (first !== undefined) memory.reviewed ??= periodBefore(first, 1, settings.fiscalYearEnd).label;
    const done = write(tick, missed);
    const last = done[done.length - 1];
    if (last !== undefined) memory.reviewed = last.label;
    return sentenceOf(done, tick);
  },
};

/** The month or quarter that is over, from the review hour of the day after it, unless its tab is there. */
function longPeriods(kind: 'month' | 'quarter', { map, now, settings }: Tick): Period[] {
  const period = lastWhole(kind, now.day, settings.fiscalYearEnd);
  const isFirstDay = now.day === period.to + 1;
  const isThere = reviewOf(map, period.label) !== undefined;
  return isThere || (isFirstDay && now.hour < settings.reviewHour) ? [] : [period];
}

const longJob = (kind: 'month' | 'quarter'): TickJob => ({
  isDue: (tick) => longPeriods(kind, tick).length > 0,
  run: (tick) => sentenceOf(write(tick, longPeriods(kind, tick)), tick),
});

/** Writes the review of the month before. */
export const monthJob = longJob('month');

/** Writes the review of the quarter before, counted within the fiscal year. */
export const quarterJob = longJob('quarter');
