import { plannedState, type SequentialState, sequentialState } from './experiment.ts';
import { type Fault, type Input, isBlank, isFault, numberOf } from './fault.ts';

/** What ends a test: both arms have the planned visitors, or the planned conversions of both together. */
export type StopRule = 'split' | 'sequential';

/** Arms that differ by more than chance allows (p < 0.001) were not split evenly. */
const UNEVEN = 3.29;

const isEvenlySplit = (a: number, b: number): boolean => Math.abs(a - b) <= UNEVEN * Math.sqrt(a + b);

/**
 * What may be said of a randomised split now: a winner only at the planned size, or by the sequential rule.
 * @param conversionsA 0 … visitors. @param visitorsA > 0; the same for B.
 * @param planned fixed before the start: visitors of each arm, or for the sequential rule conversions of both together.
 * @param rule "split" unless told.
 * @returns the winner, "none", or "running", also where nothing was planned, or where the sequential rule is asked of
 *   arms of unequal traffic, for which it does not hold; null where a count is missing; faults as of `proportionTest`.
 * Source: fixed-horizon two-proportion test; two-sided simple sequential test (Miller 2015); sample-ratio mismatch at
 *   p < 0.001.
 * @example abDecision(144, 1200, 192, 1200, 1094) //=> 'B'
 */
export const abDecision = (
  conversionsA: Input,
  visitorsA: Input,
  conversionsB: Input,
  visitorsB: Input,
  planned: Input,
  rule: StopRule = 'split',
): SequentialState | null | Fault => {
  const size = numberOf(planned) ?? Number.MAX_VALUE;
  const state = plannedState(conversionsA, visitorsA, conversionsB, visitorsB, size);
  if (isBlank(planned) || rule === 'split' || state === null || isFault(state)) return state;
  // Numbers, since there is a state.
  if (!isEvenlySplit(visitorsA as number, visitorsB as number)) return 'running';
  return sequentialState(conversionsA, conversionsB, size);
};
