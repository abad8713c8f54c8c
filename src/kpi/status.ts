import { absent, type Fault, faultOf, type Input, isNotAvailable, isNumber, numberOf } from './fault.ts';

export type Status = 'green' | 'amber' | 'red';

const DEFAULT_AMBER = 0.9;
// 2 − 11/10 is 0.8999999999999999 in a double, and a person who sees 90 % expects the status of 90 %.
const ROUNDING = 1e-9;

/**
 * Where amber begins for a KPI that does not say it: as usual, but no later than green.
 * @param green least attainment for green. @param usual least attainment for amber elsewhere.
 * @example amberFor(0.85, 0.9) //=> 0.85
 */
export const amberFor = (green: number, usual: number = DEFAULT_AMBER): number => Math.min(usual, green);

/**
 * Traffic-light status of an attainment; the first threshold that is reached counts. The KPI's direction is already
 * in the attainment.
 * @param attainment 1 = on target.
 * @param green least attainment for green, 1 unless told.
 * @param amber least attainment for amber, not above green; unless told 0.9, or green where that is less.
 * @returns null for no attainment ("N/A" likewise); the attainment's own fault; NOT_A_NUMBER; THRESHOLDS_NOT_ORDERED.
 * Source: red/amber/green status of balanced scorecards; the thresholds are the team's.
 * @example statusOf(0.95) //=> 'amber'
 */
export const statusOf = (attainment: Input, green: Input = 1, amber?: Input): Status | null | Fault => {
  if (isNotAvailable(attainment)) return null;
  const value = numberOf(attainment);
  const high = numberOf(green);
  const low = amber === undefined && isNumber(high) ? amberFor(high) : numberOf(amber);
  if (!isNumber(value) || !isNumber(high) || !isNumber(low)) return absent(value, high, low);
  if (low > high) return faultOf('THRESHOLDS_NOT_ORDERED');
  if (value >= high - ROUNDING) return 'green';
  return value >= low - ROUNDING ? 'amber' : 'red';
};
