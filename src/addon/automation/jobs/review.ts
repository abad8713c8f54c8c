import { isoWeekLabel } from '../../../kpi/calendar.ts';
import { say } from '../../../text/index.ts';
import { missedWeeks } from '../schedule.ts';
import { type Tick, type TickJob, weeksText } from '../tick.ts';

/**
 * Does a piece of work for each of several weeks; one that cannot be written does not keep the others from it.
 * @returns The weeks that had their turn before the time was over; throws the first fault after all had it.
 */
export function eachWeek(tick: Tick, mondays: readonly number[], work: (monday: number) => void): number[] {
  const faults: unknown[] = [];
  const done: number[] = [];
  for (const monday of mondays) {
    if (!tick.hasTime()) break;
    try {
      work(monday);
      done.push(monday);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
  return done;
}

function weeks({ map, now, settings, memory }: Tick): number[] {
  return missedWeeks(map.reviews, now, settings, memory.reviewed);
}

/** Writes the review of the week before, and of weeks that were missed, the oldest first. */
export const reviewJob: TickJob = {
  isDue: (tick) => weeks(tick).length > 0,
  run: (tick) => {
    const { memory } = tick;
    const missed = weeks(tick);
    // One of them that cannot be written has its turn again, though later ones are there by then.
    memory.reviewed ??= isoWeekLabel((missed[0] ?? 0) - 7);
    const done = eachWeek(tick, missed, (monday) => tick.commit({ ...tick.build(monday), monday }));
    const last = done[done.length - 1];
    if (last !== undefined) memory.reviewed = isoWeekLabel(last);
    return say(tick.settings.language, 'RUN_REVIEW', { weeks: weeksText(done, tick) });
  },
};
