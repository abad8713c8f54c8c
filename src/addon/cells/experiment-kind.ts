import { type Fault, faultOf, isBlank } from '../../kpi/fault.ts';
import { choiceKey } from '../../workbook/choices.ts';
import { EXPERIMENT_KINDS } from '../../workbook/sheets/experiments.ts';
import type { Cell } from './argument.ts';

/** Kind of a test by its word in any language; a randomised split where the cell is empty. */
export function experimentKind(cell: Cell): 'split' | 'sequential' | 'pairs' | Fault {
  if (isBlank(cell)) return 'split';
  const key = choiceKey(EXPERIMENT_KINDS, cell);
  return key === 'split' || key === 'sequential' || key === 'pairs' ? key : faultOf('UNKNOWN_KIND');
}
