import { type Fault, faultOf, type Input, isFault, numberOf } from './fault.ts';
import { median, quantile } from './statistics.ts';

/** Hours within which a negative comment is to be answered, unless a team set its own. */
export const DEFAULT_LIMIT_HOURS = 24;
/** The shops' own limit in South-East Asia. */
export const SOUTH_EAST_ASIA_LIMIT_HOURS = 12;

/** How fast comments were answered. Times are serials: a day is 1. */
export type ResponseTimes = {
  /** Comments that were answered, or whose limit is over. */
  readonly due: number;
  readonly answeredInTime: number;
  /** answeredInTime ÷ due; null where nothing is due yet. */
  readonly share: number | null;
  readonly medianHours: number | null;
  readonly p90Hours: number | null;
  /** Positions of the open comments whose limit is over, the longest waiting first. */
  readonly overdue: readonly number[];
  /** Open comments still within the limit: they count on neither side. */
  readonly waiting: number;
  /** Comments answered before they were posted: a mistake in the data, left out. */
  readonly impossible: number;
};

const SECOND = 1 / 86_400; // times in cells are rounded to about this

type Times = { readonly posted: number | null; readonly answered: number | null };

const timesOf = (posted: Input, answered: Input): Times | Fault => {
  const from = numberOf(posted);
  const to = numberOf(answered);
  if (isFault(from)) return from;
  return isFault(to) ? to : { posted: from, answered: to };
};

/**
 * Response times of (negative) comments against a limit.
 * @param posted when each was posted, a serial with time; rows without are left out.
 * @param answered when it was answered; empty while it is open.
 * @param limitHours allowed time, hours, > 0 (24, or 12 for South-East Asian shops).
 * @param now serial with time at which open comments are looked at.
 * Source: service-level agreement on first response; open requests count once their limit is over.
 * @returns NOT_A_NUMBER for other cells; DIFFERENT_LENGTHS; NEEDS_POSITIVE for a limit that is none.
 * @example responseTimes([1, 1], [1.5, ''], 24, 3) //=> share 0.5, medianHours 12, overdue [1]
 */
export const responseTimes = (
  posted: readonly Input[],
  answered: readonly Input[],
  limitHours: number,
  now: number,
): ResponseTimes | Fault => {
  if (posted.length !== answered.length) return faultOf('DIFFERENT_LENGTHS');
  if (!(limitHours > 0)) return faultOf('NEEDS_POSITIVE');
  const limit = limitHours / 24 + SECOND;
  const hours: number[] = [];
  const overdue: { position: number; since: number }[] = [];
  let [answeredInTime, waiting, impossible] = [0, 0, 0];
  for (let i = 0; i < posted.length; i++) {
    const times = timesOf(posted[i], answered[i]);
    if (isFault(times)) return times;
    if (times.posted === null) continue;
    const taken = (times.answered ?? now) - times.posted;
    if (times.answered === null) {
      if (taken > limit) overdue.push({ position: i, since: times.posted });
      else waiting += 1;
    } else if (taken < -SECOND) impossible += 1;
    else {
      hours.push(Math.max(0, taken) * 24);
      if (taken <= limit) answeredInTime += 1;
    }
  }
  const due = hours.length + overdue.length;
  return {
    due,
    answeredInTime,
    share: due === 0 ? null : answeredInTime / due,
    medianHours: median(hours.filter(Number.isFinite)),
    p90Hours: quantile(hours.filter(Number.isFinite), 0.9),
    overdue: overdue.sort((a, b) => a.since - b.since).map(({ position }) => position),
    waiting,
    impossible,
  };
};
