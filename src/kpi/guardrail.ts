import { type Input, isNumber, numberOf } from './fault.ts';
import type { Direction } from './metrics.ts';

/** A KPI's value in two periods. */
export type Movement = { readonly direction: Direction; readonly before: Input; readonly after: Input };

/** "gamed": the KPI got better while its guardrail got worse. */
export type GuardrailState = 'held' | 'gamed';

/** Relative change for the better (> 0) or the worse (< 0); null where that cannot be said. */
const gain = ({ direction, before, after }: Movement): number | null => {
  const from = numberOf(before);
  const to = numberOf(after);
  if (!isNumber(from) || !isNumber(to)) return null;
  if (from === to) return 0;
  const scale = Math.max(Math.abs(from), Math.abs(to));
  return (direction === 'up' ? 1 : -1) * (to / scale - from / scale);
};

/**
 * Was a KPI raised at the cost of its counter-KPI? ("Completion rate up, but CVR fell.")
 * @param tolerance relative change of the guardrail that is still no fall, 0 unless told.
 * @returns null where one of them is not measured in both periods.
 * Source: paired indicators (Grove, High Output Management).
 * @example guardrail({ direction: 'up', before: 0.3, after: 0.4 }, { direction: 'up', before: 0.02, after: 0.015 }) //=> 'gamed'
 */
export const guardrail = (kpi: Movement, counter: Movement, tolerance = 0): GuardrailState | null => {
  const own = gain(kpi);
  const other = gain(counter);
  if (own === null || other === null) return null;
  return own > 0 && other < -tolerance ? 'gamed' : 'held';
};
