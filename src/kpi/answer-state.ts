import { type Fault, faultOf, type Input, isFault, numberOf } from './fault.ts';
import { momentOf } from './moment.ts';
import { DEFAULT_LIMIT_HOURS } from './sla.ts';

/** How a comment stands to the time within which it is to be answered. */
export type AnswerState = 'in_time' | 'late' | 'open' | 'overdue';
export const ANSWER_STATES: readonly AnswerState[] = ['in_time', 'late', 'open', 'overdue'];

const SECOND = 1 / 86_400; // times in cells are rounded to about this

/**
 * How one comment stands to its response-time limit; `responseTimes` counts many.
 * @param posted when it was posted, with time.
 * @param answered when it was answered; empty while it is open.
 * @param limitHours allowed time, hours, > 0; 24 unless told.
 * @param asOf when one looks; without it nothing is said of what is open.
 * @returns null without a time of posting; NOT_A_DATE; NOT_A_NUMBER or NEEDS_POSITIVE for the limit;
 *   PERIOD_NOT_ORDERED for an answer before the comment.
 * @example answerState(46348, 46348.5, 24, null) //=> 'in_time'
 */
export const answerState = (
  posted: Input,
  answered: Input,
  limitHours: Input,
  asOf: Input,
): AnswerState | null | Fault => {
  const [from, to, now] = [momentOf(posted), momentOf(answered), momentOf(asOf)];
  const hours = numberOf(limitHours);
  if (isFault(from)) return from;
  if (isFault(to)) return to;
  if (isFault(now)) return now;
  if (isFault(hours)) return hours;
  if (hours !== null && hours <= 0) return faultOf('NEEDS_POSITIVE');
  if (from === null) return null;
  const end = from + (hours ?? DEFAULT_LIMIT_HOURS) / 24 + SECOND;
  if (to === null) return now === null ? null : now > end ? 'overdue' : 'open';
  if (to < from - SECOND) return faultOf('PERIOD_NOT_ORDERED');
  return to <= end ? 'in_time' : 'late';
};
