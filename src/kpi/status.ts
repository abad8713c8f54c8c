import { absent, type Fault, faultOf, type Input, isNumber, numberOf } from './fault.ts';

export type Status = 'green' | 'amber' | 'red';

// 2 − 11/10 is 0.8999999999999999 in a double, and a person who sees 90 % expects the status of 90 %.
const ROUNDING = 1e-9;

/**
 * Traffic-light status of an attainment; the first threshold that is reached counts. The KPI's direction is already
 * in the attainment.
 * @param attainment 1 = on target.
 * @param green least attainment for green, 1 unless told.
 * @param amber least attainment for amber, 0.9 unless told; not above green.
 * @returns null for no attainment; the attainment's own fault; THRESHOLDS_NOT_ORDERED.
 * @example statusOf(0.95) //=> 'amber'
 */
export const statusOf = (attainment: Input, green: Input = 1, amber: Input = 0.9): Status | null | Fault => {
  const value = numberOf(attainment);
  const high = numberOf(green);
  const low = numberOf(amber);
  if (!isNumber(value) || !isNumber(high) || !isNumber(low)) return absent(value, high, low);
  if (low > high) return faultOf('THRESHOLDS_NOT_ORDERED');
  if (value >= high - ROUNDING) return 'green';
  return value >= low - ROUNDING ? 'amber' : 'red';
};
