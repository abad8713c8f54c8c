import type { TreeLine } from './model.ts';
import type { KpiNode } from './nodes.ts';

export function signalOf(
  _values: readonly (number | null)[],
  _direction: KpiNode['direction'],
): TreeLine['signal'] {
  return 'not_enough_data';
}
