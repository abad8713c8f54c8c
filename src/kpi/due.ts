import { type Fault, faultOf, type Input, isFault, numberOf } from './fault.ts';
import { momentOf } from './moment.ts';

/** Where something with a due date stands. "late": it was done after its due date. */
export type DueState = 'ahead' | 'soon' | 'overdue' | 'done' | 'late';
export const DUE_STATES: readonly DueState[] = ['ahead', 'soon', 'overdue', 'done', 'late'];

/** So many days before its due date something is due soon, unless told otherwise. */
export const DEFAULT_WARN_DAYS = 7;

const doneState = (due: number | null, done: Input): DueState | null | Fault => {
  if (done === true) return 'done';
  if (done === false) return null;
  const moment = momentOf(done);
  if (isFault(moment) || moment === null) return moment;
  // Whoever is done on the due day is in time, at whatever hour.
  return due === null || Math.floor(moment) <= Math.floor(due) ? 'done' : 'late';
};

/**
 * Where something with a due date stands on a day. It is due until the end of its day.
 * @param due its last day; without one it can only be done.
 * @param done the day on which it was done, or TRUE; empty or FALSE while it is open.
 * @param asOf the day on which one looks; without one nothing is said of what is open.
 * @param warnDays days before the due date from which on it is due soon, ≥ 0; 7 unless told.
 * @returns null for nothing to tell; NOT_A_DATE; NOT_A_NUMBER or NOT_NEGATIVE for the days.
 * @example dueState(46350, null, 46348) //=> 'soon'
 */
export const dueState = (
  due: Input,
  done: Input,
  asOf: Input,
  warnDays: Input = DEFAULT_WARN_DAYS,
): DueState | null | Fault => {
  const [last, today, warn] = [momentOf(due), momentOf(asOf), numberOf(warnDays) ?? DEFAULT_WARN_DAYS];
  if (isFault(last)) return last;
  const finished = doneState(last, done);
  if (finished !== null) return finished;
  if (isFault(today)) return today;
  if (isFault(warn)) return warn;
  if (last === null || today === null) return null;
  if (warn < 0) return faultOf('NOT_NEGATIVE');
  const left = Math.floor(last) - Math.floor(today);
  if (left < 0) return 'overdue';
  return left <= warn ? 'soon' : 'ahead';
};
